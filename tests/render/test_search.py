"""What the build writes for the search: words, compounds, columns, how deep the text goes, and moved addresses."""

from __future__ import annotations

import json
import zlib
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, TODAY, build_site, copy_region, edit, read_cases

from generator.model.vocabulary import HoursBand
from generator.pipeline import Places, look, portal_of
from generator.relate.facets import search_values
from generator.relate.facts import half_of
from generator.relate.selections import Portal
from generator.render.search.compounds import compounds
from generator.render.search.files import BUDGET, FOLDER, numbered, search_files
from generator.render.search.folding import STOP_WORDS, fold, folded
from generator.render.search.language import language, words_of
from generator.render.search.passages import passages
from generator.render.search.rows import VacancyRow
from generator.render.search.vacancies import EPOCH, vacancy_columns
from generator.render.words import closing_moment
from generator.survey import Survey

FOLDS = read_cases("vouwen.yml")
WIJKKRANT = "vacancies/breda/onderzoek-wijkkrant.yml"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """Return the real data as a survey with search rows."""
    cache: Path = tmp_path_factory.mktemp("cache")
    return look(Places(ROOT, ROOT / "theme", cache), TODAY)


@pytest.fixture(scope="module")
def portal(found: Survey) -> Portal:
    """Return the real data, related."""
    return portal_of(found, TODAY)


@pytest.fixture(scope="module")
def columns(found: Survey, portal: Portal) -> dict[str, Any]:
    """Return the real vacancies as columns."""
    return vacancy_columns(portal, found.search_rows())


# Words


@pytest.mark.parametrize("case", FOLDS.values(), ids=FOLDS.keys())
def test_folding(case: dict[str, Any]) -> None:
    """Each text gives the words of its case; the browser answers to the same table."""
    assert folded(case["tekst"]) == case["woorden"]


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded is folded, whatever the text."""
    once = fold(text)
    assert fold(once) == once


def test_compounds_are_cut_into_words_of_the_site() -> None:
    """A word of two known words is cut, also with a linking s, and in three; the parts of parts come along."""
    vocabulary = {"wijk", "krant", "redacteur", "gemeente", "raad", "lid", "wijkkrant", "secretaris"}
    cut = compounds(["wijkkrant", "wijkkrantredacteur", "gemeentesecretaris", "raadsredacteur"], vocabulary)
    assert cut["wijkkrant"] == ["wijk", "krant"]
    assert {"wijkkrant", "wijk", "krant", "redacteur"} == set(cut["wijkkrantredacteur"])
    assert cut["raadsredacteur"] == ["raad", "redacteur"]


def test_what_leaves_a_rest_is_no_compound() -> None:
    """A word that only ends in a known word stays whole, and a stop word is no part."""
    vocabulary = {"ordening", "deel", "voor", "beeld", "over", "last"}
    assert compounds(["verordening", "voordeel", "overlast", "beeldend"], vocabulary) == {}
    assert "voor" in STOP_WORDS


def test_words_have_meanings_from_every_register(portal: Portal) -> None:
    """Fields, places, programmes, codes, levels and kinds are phrases with targets that exist."""
    meanings = dict(language(portal.registers, set())["begrippen"])
    assert "vakgebied:handhaving" in meanings["boa"]
    assert "organisatie:bergen-op-zoom" in meanings["boz"]
    assert "opleiding:avans/bestuurskunde" in meanings["34464"]
    assert meanings["niveau 4"] == ["niveau:mbo-4"]
    assert {f"niveau:mbo-{number}" for number in range(1, 5)} <= set(meanings["mbo"])
    assert "soort:afstudeer" in meanings["scriptie"]


# Columns


def test_columns_agree_with_the_records(portal: Portal, columns: dict[str, Any]) -> None:
    """Every column has one entry a listed vacancy, and says of it what its facts say."""
    count = len(portal.listed)
    lengths = {name: len(value) for name, value in columns.items() if isinstance(value, list)}
    odd = {name for name, length in lengths.items() if length != count}
    assert odd == {"organisaties", "teksten", "facetten"}
    names = [organisation["id"] for organisation in columns["organisaties"]]
    facets = unpacked(columns)
    for place, standing in enumerate(portal.listed):
        facts = standing.facts
        assert f"{names[columns['org'][place]]}/{name_of(columns, place)}" == facts.key
        assert columns["sluit"][place] + columns["nul"] == facts.closes - EPOCH
        assert chosen(facets["niveau"], place) == set(facts.levels)
        assert chosen(facets["vakgebied"], place) == {facts.field}
        assert chosen(facets["periode"], place) == {half_of(facts.start)}
        assert facts.organisation in chosen(facets["organisatie"], place)
        assert set(facts.programmes) == chosen(facets["genoemd"], place)
        assert set(facts.programmes) <= chosen(facets["opleiding"], place)


def chosen(facet: dict[str, Any], place: int) -> set[str]:
    """Return the ids of the values that one record has."""
    return {facet["waarden"][value][0] for value in facet["rijtjes"][facet["kolom"][place]]}


def unpacked(columns: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the facets by id, with the columns that the browser looks up (uitpakken.js) put in."""
    facets: dict[str, dict[str, Any]] = {}
    for facet in columns["facetten"]:
        if "uit" in facet:
            sources = [facets[name]["kolom"] if name in facets else columns[name] for name in facet["uit"]]
            keys = (",".join(map(str, key)) for key in zip(*sources, strict=True))
            facets[facet["id"]] = {**facet, "kolom": [facet["per"][key] for key in keys]}
        else:
            facets[facet["id"]] = facet
    return facets


def name_of(columns: dict[str, Any], place: int) -> str:
    """Return the last step of an address: the head of the folded title and what follows."""
    return "-".join(folded(columns["titel"][place]))[: columns["kop"][place]] + str(columns["rest"][place])


def test_search_words_may_point_at_exactly_the_facets_that_are_written(portal: Portal, columns: dict[str, Any]) -> None:
    """What a search word may point at is a facet of the search file with those very values."""
    written = {facet["id"]: [value for value, _ in facet["waarden"]] for facet in columns["facetten"]}
    known = {facet: list(values) for facet, values in search_values(portal.registers).items()}
    assert {**known, "periode": written["periode"]} == written


@pytest.mark.parametrize(("hours", "band"), [(2, "16"), (16, "16"), (17, "24"), (32, "32"), (33, "40"), (40, "40")])
def test_hours_fall_in_one_band(hours: int, band: str) -> None:
    """A band ends at the number of hours that is its value."""
    assert HoursBand.of(hours).value == band


def test_a_closing_day_carries_its_moment(columns: dict[str, Any]) -> None:
    """The first moment that is too late stands beside every closing day, with the offset of that night."""
    for day in set(columns["sluit"]):
        moment = columns["momenten"][str(day)]
        assert moment == closing_moment(date.fromordinal(day + columns["nul"] + EPOCH))


def test_further_words_can_be_read_back() -> None:
    """The steps lead back to the words of every row, and frequent words have small numbers."""
    rows = [["balie", "loket"], [], ["loket", "archief", "balie"], ["loket"]]
    value = numbered(rows)
    assert value["woorden"] == ["loket", "balie", "archief"]
    for row, steps in zip(rows, value["rijen"], strict=True):
        assert {value["woorden"][number] for number in accumulate(steps)} == set(row)


def test_layers_of_words_do_not_repeat_each_other(found: Survey, portal: Portal) -> None:
    """No word of the title, of an earlier layer or of the stop list stands in a layer."""
    rows = found.search_rows()
    for standing in portal.listed:
        words = " ".join(VacancyRow(*rows[standing.facts.file]).words).split()
        assert len(words) == len(set(words)) > 20
        assert not set(words) & (set(folded(standing.facts.title)) | STOP_WORDS)


def test_text_goes_as_deep_as_there_is_room(found: Survey, portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real region fits whole; with little room the text goes first, and the files stay within it."""
    whole = made_of(found, portal)
    room = sum(sizes(whole).values())
    assert room < BUDGET
    monkeypatch.setattr("generator.render.search.files.BUDGET", room - 2000)
    less = made_of(found, portal)
    assert len(of_kind(less, "woorden")) < len(of_kind(whole, "woorden"))
    assert sum(sizes(less).values()) <= room - 2000


def made_of(found: Survey, portal: Portal) -> dict[str, str]:
    """Return the search files of the real data."""
    return search_files(portal, found.search_rows(), sorted(portal.assignments), found.files, [])


def sizes(files: dict[str, str]) -> dict[str, int]:
    """Return the compressed size of what a search loads: everything but the sentences that are only shown."""
    return {name: len(zlib.compress(text.encode(), 6)) for name, text in files.items() if "/zinnen-" not in name}


def of_kind(files: dict[str, str], name: str) -> str:
    """Return the text of the file that the contents name."""
    return files[FOLDER + json.loads(files[f"{FOLDER}inhoud.json"])[name]]


def test_file_names_follow_the_content(found: Survey, portal: Portal) -> None:
    """Twice the same data gives the same names and bytes; every name in the contents exists."""
    first, second = made_of(found, portal), made_of(found, portal)
    assert first == second
    contents = json.loads(first[f"{FOLDER}inhoud.json"])
    named = [value for value in contents.values() if isinstance(value, str)] + contents["zinnen"]
    assert {FOLDER + name for name in named} | {f"{FOLDER}inhoud.json"} == set(first)


def test_words_of_titles_and_rows() -> None:
    """Titles are folded, rows are taken as they are."""
    assert words_of(["Café De Brug"], [("balie", "loket")]) == {"cafe", "de", "brug", "balie", "loket"}


# Pages


def test_every_heading_with_an_anchor_can_be_found() -> None:
    """A page gives one record for itself and one a heading, with the words that stand below it."""
    html = '<p>Begin hier.</p><h2 id="tijd">Hoeveel tijd?</h2><p>Twee uur begeleiding.</p><h3>Zonder anker</h3><p>x</p>'
    found = passages("handboek", "Begeleiden", "handboek/begeleiden/", html, "Een goede start")
    assert [(p.title, p.address, p.page) for p in found][:2] == [
        ("Begeleiden", "handboek/begeleiden/", ""),
        ("Hoeveel tijd?", "handboek/begeleiden/#tijd", "Begeleiden"),
    ]
    assert "begeleiding" in found[1].words
    assert found[0].words.split()[:2] == ["goede", "start"]


# Moved vacancies


def test_a_former_address_leads_to_the_new_one(tmp_path: Path) -> None:
    """The page at a former address goes on to the vacancy, is not for search engines and stands in no list."""
    region = copy_region(tmp_path / "regio")
    edit(region / WIJKKRANT, "bevestigd_op: 2026-11-20", "bevestigd_op: 2026-11-20\nvoorheen: [breda/oude-naam]")
    site = build_site(region)
    html = (site / "vacatures/breda/oude-naam/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../../../vacatures/breda/onderzoek-wijkkrant/"' in html
    assert 'name="robots" content="noindex"' in html
    assert 'rel="canonical" href="https://' in html
    assert "vacatures/breda/onderzoek-wijkkrant/" in html.split('rel="canonical"')[1][:120]
    assert "oude-naam" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    contents = json.loads((site / FOLDER / "inhoud.json").read_text(encoding="utf-8"))
    columns = json.loads((site / FOLDER / contents["vacatures"]).read_text(encoding="utf-8"))
    assert name_of(columns, columns["voorheen"]["breda/oude-naam"]) == "onderzoek-wijkkrant"
