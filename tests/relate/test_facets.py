"""The facets: one table from which lists, search, words and addresses follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import TODAY

from generator.model.offers import Period, Vacancy
from generator.pipeline import Places, look, portal_of
from generator.relate import facets
from generator.relate.register_links import findings_in_organisation
from generator.relate.selections import lists
from generator.render.pages.lists import ListWords, facet_groups, list_words
from generator.render.search.vacancies import vacancy_columns

DAYS = facets.Facet(
    "dagdeel",
    "Dagdeel",
    lambda _: {"ochtend": "Ochtend", "avond": "Avond"},
    lambda facts, _: ("ochtend",) if facts.organisation == "tilburg" else (),
    listed=True,
)


def test_a_facet_is_one_row(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row more in the table is a facet more everywhere: lists, their words and links, search and addresses."""
    monkeypatch.setattr(facets, "FACETS", (*facets.FACETS, DAYS))
    found = look(Places(region, region / "theme", region / ".cache"), TODAY)
    portal = portal_of(found, TODAY)
    registers = portal.registers
    specs = lists(portal)
    assert [(spec.value, len(spec.items)) for spec in specs if spec.facet == "dagdeel"] == [
        ("ochtend", 4),
        ("avond", 0),
    ]
    assert list_words("dagdeel", "avond", registers) == ListWords("Stages: avond", "", "Avond")
    group = facet_groups(specs, registers, counted=True)[-1]
    assert (group.label, group.kind) == ("Dagdeel", "dagdeel")
    assert [(link.text, link.address, link.count) for link in group.links] == [
        ("Ochtend", "vacatures/dagdeel/ochtend/", 4),
        ("Avond", "vacatures/dagdeel/avond/", 0),
    ]
    column = vacancy_columns(portal, found.search_rows())["facetten"][-1]
    assert (column["id"], column["naam"], column["waarden"]) == (
        "dagdeel",
        "Dagdeel",
        [["ochtend", "Ochtend"], ["avond", "Avond"]],
    )
    assert [column["rijtjes"][row] for row in column["kolom"]].count([0]) == 4
    assert facets.search_values(registers)["dagdeel"] == ("ochtend", "avond")
    tilburg = registers.organisations["tilburg"]
    assert [finding.code for finding in findings_in_organisation("dagdeel", tilburg, registers)][:1] == ["gereserveerd"]


def test_a_facet_is_called_what_its_field_is_called() -> None:
    """The name of a facet is the label of its field, so that form, page and search say the same."""
    labels = {facet.id: facet.label for facet in facets.FACETS}
    for id_, attribute in (
        ("vakgebied", "field"),
        ("niveau", "levels"),
        ("soort", "kind"),
        ("uren", "hours_per_week"),
        ("werkvorm", "work_mode"),
        ("vergoeding", "allowance"),
        ("voertaal", "language"),
        ("route", "route"),
    ):
        assert labels[id_] == Vacancy.model_fields[attribute].title
    assert labels["periode"] == Period.model_fields["start"].title


def test_a_value_that_occurs_has_a_word(region: Path) -> None:
    """A half-year needs no register to be read; a value that no register knows is no value."""
    registers = portal_of(look(Places(region, region / "theme", region / ".cache"), TODAY), TODAY).registers
    half = facets.facet("periode")
    assert [half.word_of(value, registers) for value in ("2027-voorjaar", "2028-najaar", "doorlopend")] == [
        "Voorjaar 2027",
        "Najaar 2028",
        "Het hele jaar",
    ]
    assert facets.facet("organisatie").word_of("breda", registers) == "Breda"
    with pytest.raises(KeyError):
        facets.facet("organisatie").word_of("nergens", registers)
    with pytest.raises(KeyError):
        facets.facet("kleur")


def test_what_is_known_of_the_pay(region: Path) -> None:
    """A reason says without, an amount says with; who follows the organisation is paid by its scheme, if it has one."""
    portal = portal_of(look(Places(region, region / "theme", region / ".cache"), TODAY), TODAY)
    pay = facets.facet("vergoeding")
    found = {key: tuple(pay.of(portal.vacancies[key].facts, portal.registers)) for key in portal.vacancies}
    assert {key: value for key, (value,) in found.items() if value != "met"} == {
        "tilburg/bouw-een-kaart-van-plannen": "zonder",
        "tilburg/kijk-een-week-mee": "zonder",
        "zundert/help-bij-de-bloemencampagne": "zonder",
        "zundert/onderhoud-het-dorpspark": "regeling",
        "zundert/meet-bomen-in-de-laan": "regeling",
    }
    assert found["breda/werk-mee-in-het-groen"] == ("met",)
