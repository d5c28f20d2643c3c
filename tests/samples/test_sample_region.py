"""The sample region that the portal begins with: everything that the first release promises is there.

These tests hold for our samples, and not for the data of those who go on with them: a region that puts its own
vacancies in their place takes this folder away. Publishing leaves it out.
"""

from __future__ import annotations

from datetime import date

import pytest
from support import TODAY

from generator.model.offers import Vacancy
from generator.model.vocabulary import Kind, Level, OrganisationKind, State
from generator.relate.registers import Registers
from generator.relate.selections import Portal, relate
from generator.survey import Survey


@pytest.fixture(scope="module")
def everything(real: Survey, real_registers: Registers) -> Portal:
    """Give the real portal on the fixed day."""
    return relate(real_registers, real.vacancies, real.assignments, TODAY.toordinal())


@pytest.fixture(scope="module")
def vacancies(real: Survey) -> dict[str, Vacancy]:
    """Give every real vacancy file as a whole record."""
    return {key: real.vacancy(key) for key in real.vacancies}


def test_there_are_enough_vacancies_over_enough_organisations(vacancies: dict[str, Vacancy]) -> None:
    """At least 120 vacancies over at least 24 organisations, all marked as samples."""
    assert len(vacancies) >= 120
    assert len({key.split("/")[0] for key in vacancies}) >= 24
    assert [key for key, vacancy in vacancies.items() if not vacancy.sample] == []


def test_every_field_level_and_kind_has_vacancies(vacancies: dict[str, Vacancy], real_registers: Registers) -> None:
    """Every field, every level from mbo-1 to wo and every kind of internship occurs."""
    assert {vacancy.field for vacancy in vacancies.values()} == set(real_registers.fields)
    assert {level for vacancy in vacancies.values() for level in vacancy.levels} == set(Level)
    assert {vacancy.kind for vacancy in vacancies.values()} == set(Kind)


@pytest.mark.parametrize(
    ("year", "month"), [(2026, 9), (2026, 11), (2027, 2), (2027, 4), (2027, 9), (2027, 11), (2028, 2), (2028, 4)]
)
def test_vacancies_start_in_every_season_of_both_school_years(
    vacancies: dict[str, Vacancy], year: int, month: int
) -> None:
    """Some vacancy starts in September, November, February and April of 2026-2027 and of 2027-2028."""
    starts = {vacancy.period.start for vacancy in vacancies.values() if vacancy.period.start}
    assert any((start.year, start.month) == (year, month) for start in starts)


def test_the_vacancies_stand_in_different_states(everything: Portal) -> None:
    """Some are planned, in gesprek, vervuld, closed and about to close, so that every state can be seen."""
    states = {standing.state for standing in everything.vacancies.values()}
    assert {State.PLANNED, State.OPEN, State.CLOSING, State.TALKS, State.FILLED, State.CLOSED} <= states


def test_vacancy_texts_differ_from_each_other(vacancies: dict[str, Vacancy]) -> None:
    """No two vacancies have the same title, summary or assignment."""
    for values in (
        [vacancy.title for vacancy in vacancies.values()],
        [vacancy.summary for vacancy in vacancies.values()],
        [vacancy.assignment for vacancy in vacancies.values()],
    ):
        assert len(set(values)) == len(values)


def test_no_text_is_filler(vacancies: dict[str, Vacancy]) -> None:
    """No text holds the words of something unfinished."""
    for key, vacancy in vacancies.items():
        text = vacancy.model_dump_json().lower()
        for word in ("lorem", "ipsum", "xxx", "nog invullen", "tbd", "placeholder"):
            assert word not in text, key


MUNICIPALITIES = [
    "alphen-chaam",
    "altena",
    "baarle-nassau",
    "bergen-op-zoom",
    "breda",
    "dongen",
    "drimmelen",
    "etten-leur",
    "geertruidenberg",
    "gilze-en-rijen",
    "goirle",
    "halderberge",
    "hilvarenbeek",
    "loon-op-zand",
    "moerdijk",
    "oisterwijk",
    "oosterhout",
    "roosendaal",
    "rucphen",
    "steenbergen",
    "tilburg",
    "waalwijk",
    "woensdrecht",
    "zundert",
]


def test_all_municipalities_and_enough_bodies_take_part(real_registers: Registers) -> None:
    """All 24 municipalities and at least six joint bodies are organisations, each with source and date."""
    towns = {id_ for id_, item in real_registers.organisations.items() if item.kind is OrganisationKind.MUNICIPALITY}
    assert towns == set(MUNICIPALITIES)
    assert len(real_registers.organisations) - len(towns) >= 6
    for organisation in real_registers.organisations.values():
        assert organisation.source
        assert organisation.checked_on <= TODAY


def test_enough_schools_have_periods_in_both_school_years(real_registers: Registers) -> None:
    """At least ten institutions, each with programmes and with periods in 2026-2027 and in 2027-2028."""
    assert len(real_registers.institutions) >= 10
    for id_, institution in real_registers.institutions.items():
        assert {"2026-2027", "2027-2028"} <= {period.school_year for period in institution.periods}, id_
        assert institution.programmes, id_


def test_every_field_has_synonyms_and_assignments(real: Survey, real_registers: Registers) -> None:
    """There are 18 fields, each with words that students type, and at least 36 assignments over all of them."""
    assert len(real_registers.fields) == 18
    for id_, field in real_registers.fields.items():
        assert len(field.words) >= 3, id_
    assert len(real.assignments) >= 36
    assert {assignment.field for assignment in real.assignments.values()} == set(real_registers.fields)


def test_the_woven_swatches_differ(real_registers: Registers) -> None:
    """No two fields have the same swatch."""
    weaves = [(field.weave.columns, field.weave.rows) for field in real_registers.fields.values()]
    assert len(set(weaves)) == len(weaves)


def test_contacts_of_the_region_are_marked_as_invented(real_registers: Registers) -> None:
    """Until there is a bureau, the addresses of bureau and confidant say that they are examples."""
    assert real_registers.region.bureau.sample
    assert real_registers.region.confidant.sample


def test_the_fixed_day_is_the_day_of_the_data() -> None:
    """The day of the tests lies within the first school year, where the sample data make sense."""
    assert date(2026, 8, 1) <= TODAY <= date(2027, 7, 31)
