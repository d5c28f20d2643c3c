"""Records together: references, fit, states over time, complete lists and what resembles what."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import TODAY, copy_region, read_cases, replace_once

from generator.model.problems import Problem, Severity
from generator.model.vocabulary import HandStatus, Kind, Level, State
from generator.relate import facets
from generator.relate.facts import Facts, half_of, state_on
from generator.relate.fit import Fit, FitResult, Slot, Span, best, judge, weeks_between
from generator.relate.registers import Registers
from generator.relate.selections import Portal, alike, lists, newest, relate
from generator.survey import check_paths, survey

CASES = read_cases("verbanden.yml")
FITS = read_cases("past.yml")


def change_region(root: Path, case: dict[str, Any]) -> None:
    """Do to the small region what a case says: edit, add, move and remove files."""
    for file, changes in case.get("edit", {}).items():
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(replace_once(text, changes), encoding="utf-8")
    for file, text in case.get("add", {}).items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    for old, new in case.get("move", {}).items():
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / new)
    for file in case.get("remove", []):
        (root / file).unlink()


def file_rows(problems: list[Problem], severity: Severity) -> list[list[Any]]:
    """Return problems as the rows of a case: file, line, column, field, code, message, remedy."""
    return [[*problem[:4], *problem[5:]] for problem in problems if problem.severity is severity]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_case(region: Path, case: dict[str, Any]) -> None:
    """Each mistake between files gives exactly the problems of its case, over all files of the region."""
    change_region(region, case)
    problems = list(survey(region, TODAY).problems)
    assert file_rows(problems, Severity.ERROR) == case.get("problems", [])
    assert file_rows(problems, Severity.WARNING) == case.get("warnings", [])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_checking_one_folder_finds_what_a_whole_survey_finds_there(region: Path, case: dict[str, Any]) -> None:
    """Checking only the vacancies gives no error in them that a check of everything would not give."""
    change_region(region, case)
    whole = {
        (problem.file, problem.line, problem.code)
        for problem in survey(region, TODAY).problems
        if problem.severity is Severity.ERROR
    }
    part = {
        (problem.file, problem.line, problem.code)
        for problem in check_paths(region, ["vacancies"], TODAY)
        if problem.severity is Severity.ERROR
    }
    assert part <= whole
    assert {row for row in whole if row[0].startswith("vacancies/")} <= part


# Fit


@pytest.mark.parametrize("case", FITS.values(), ids=FITS.keys())
def test_fit(case: dict[str, Any]) -> None:
    """The fit rule gives the answer and the numbers of its case, on the edges too."""
    asked = case["span"]
    span = Span(
        asked.get("start"),
        asked.get("end"),
        asked.get("flexible", False),
        tuple(asked["days"]),
        asked.get("short", False),
    )
    has = case.get("slot", {"start": date(2027, 2, 1), "end": date(2027, 6, 25)})
    slot = Slot(has["start"], has["end"], has.get("days_per_week", 5), tuple(has.get("school_days", ())))
    wanted = case["result"]
    assert judge(span, slot) == FitResult(
        Fit(wanted["fit"]),
        wanted["weeks"],
        wanted["of_weeks"],
        wanted["shift"],
        tuple(wanted.get("clash", ())),
        wanted.get("days_short", 0),
    )


DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
SPANS = st.builds(
    lambda start, length, flexible, short: Span(start, start + timedelta(days=length), flexible, ("ma",), short),
    DAYS,
    st.integers(0, 300),
    st.booleans(),
    st.booleans(),
)
SLOTS = st.builds(lambda start, length: Slot(start, start + timedelta(days=length), 5), DAYS, st.integers(6, 300))


@given(SPANS, SLOTS)
def test_fit_numbers_stay_within_bounds(span: Span, slot: Slot) -> None:
    """Shared weeks are never negative nor more than those of the period, and no shared week never fits."""
    result = judge(span, slot)
    assert 0 <= result.weeks <= max(result.of_weeks, weeks_between(slot.start, slot.end))
    if result.weeks == 0:
        assert result.fit is Fit.NOT


@given(SPANS, SLOTS)
def test_flexible_dates_never_fit_worse(span: Span, slot: Slot) -> None:
    """Saying that dates may move never makes a vacancy fit worse."""
    order = (Fit.FITS, Fit.NEARLY, Fit.NOT)
    fixed, moving = (judge(span._replace(flexible=flexible), slot).fit for flexible in (False, True))
    assert order.index(moving) <= order.index(fixed)


def test_best_takes_the_period_that_fits_and_none_without_periods() -> None:
    """Over several periods the best answer counts, with the place of its period; without periods there is none."""
    span = Span(date(2027, 9, 6), date(2028, 1, 28), False, ("ma",))
    slots = (Slot(date(2027, 2, 1), date(2027, 6, 25), 5), Slot(date(2027, 9, 6), date(2028, 1, 28), 5))
    found = best(span, slots)
    assert found is not None
    assert (found[0].fit, found[1]) == (Fit.FITS, 1)
    assert best(span, ()) is None


# States


OPENS, CLOSES = date(2026, 11, 23).toordinal(), date(2026, 12, 18).toordinal()


@pytest.mark.parametrize(
    ("day", "status", "state"),
    [
        (date(2026, 11, 22), "open", State.PLANNED),
        (date(2026, 11, 23), "open", State.OPEN),
        (date(2026, 12, 10), "open", State.OPEN),
        (date(2026, 12, 11), "open", State.CLOSING),
        (date(2026, 12, 17), "open", State.CLOSING),
        (date(2026, 12, 18), "open", State.CLOSING),
        (date(2026, 12, 19), "open", State.CLOSED),
        (date(2026, 11, 22), "in_gesprek", State.PLANNED),
        (date(2026, 12, 18), "in_gesprek", State.TALKS),
        (date(2026, 12, 19), "in_gesprek", State.CLOSED),
        (date(2026, 11, 22), "vervuld", State.FILLED),
        (date(2026, 12, 19), "vervuld", State.FILLED),
        (date(2026, 11, 22), "ingetrokken", State.WITHDRAWN),
        (date(2026, 12, 19), "ingetrokken", State.WITHDRAWN),
    ],
)
def test_state_on_the_days_around_its_edges(day: date, status: str, state: State) -> None:
    """The closing day belongs to the vacancy, the day of opening too, and what is set by hand goes first."""
    assert state_on(day.toordinal(), OPENS, CLOSES, status, 7) is state


def test_only_live_and_planned_vacancies_are_listed() -> None:
    """One can react to three states, and only one more stands in lists."""
    assert {state for state in State if state.is_live} == {State.OPEN, State.CLOSING, State.TALKS}
    assert {state for state in State if state.is_listed} == {State.OPEN, State.CLOSING, State.TALKS, State.PLANNED}


@pytest.mark.parametrize(
    ("day", "half"),
    [
        (date(2026, 12, 31), "2026-najaar"),
        (date(2027, 1, 1), "2027-voorjaar"),
        (date(2027, 6, 30), "2027-voorjaar"),
        (date(2027, 7, 1), "2027-najaar"),
    ],
)
def test_half_year_of_a_start(day: date, half: str) -> None:
    """A start falls in the half of its own calendar year, also on the days around the turn."""
    assert half_of(day.toordinal()) == half


def test_no_start_is_all_year_round() -> None:
    """A vacancy without a start stands under all year round."""
    assert half_of(0) == "doorlopend"


# Selections


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Give the small region, related on its fixed day."""
    return portal_on(copy_region(tmp_path_factory.mktemp("klein") / "regio"), TODAY)


def portal_on(root: Path, day: date) -> Portal:
    """Return the portal of a region as on a day."""
    found = survey(root, day)
    assert found.registers is not None
    return relate(found.registers, found.vacancies, found.assignments, day.toordinal())


STATES = {
    "breda/onderzoek-wijkkrant": State.OPEN,
    "breda/werk-mee-in-het-groen": State.CLOSING,
    "breda/maak-beeld-bij-plannen": State.OPEN,
    "tilburg/bouw-een-kaart-van-plannen": State.OPEN,
    "tilburg/leer-werkplekken-beheren": State.PLANNED,
    "tilburg/test-onze-webformulieren": State.TALKS,
    "tilburg/schrijf-de-nieuwsbrief-opnieuw": State.FILLED,
    "tilburg/kijk-een-week-mee": State.CLOSING,
    "zundert/meet-bomen-in-de-laan": State.CLOSED,
    "zundert/help-bij-de-bloemencampagne": State.WITHDRAWN,
    "zundert/onderhoud-het-dorpspark": State.OPEN,
    "werkplein/onderzoek-de-eerste-werkdag": State.OPEN,
}


def test_the_small_region_shows_every_state(small: Portal) -> None:
    """Every vacancy of the small region stands where its dates say, and every state occurs."""
    assert {key: standing.state for key, standing in small.vacancies.items()} == STATES
    assert set(STATES.values()) == set(State)


def test_lists_put_what_closes_first_and_what_opens_last(small: Portal) -> None:
    """What stands in lists is sorted live before planned, and by the day that matters."""
    assert [standing.facts.key for standing in small.listed] == [
        "tilburg/kijk-een-week-mee",
        "breda/werk-mee-in-het-groen",
        "tilburg/test-onze-webformulieren",
        "breda/onderzoek-wijkkrant",
        "zundert/onderhoud-het-dorpspark",
        "breda/maak-beeld-bij-plannen",
        "tilburg/bouw-een-kaart-van-plannen",
        "werkplein/onderzoek-de-eerste-werkdag",
        "tilburg/leer-werkplekken-beheren",
    ]
    assert len(small.live) == 8


def test_newest_are_the_live_ones_that_opened_last(small: Portal) -> None:
    """The newest are live ones by day of opening; planned ones are not among them."""
    assert [standing.facts.key for standing in newest(small, 3)] == [
        "zundert/onderhoud-het-dorpspark",
        "breda/werk-mee-in-het-groen",
        "werkplein/onderzoek-de-eerste-werkdag",
    ]


def test_lists_are_complete_and_hold_nothing_else(small: Portal) -> None:
    """Every listed vacancy stands under each of its values, each list counted again in a naive way."""
    specs = {(spec.facet, spec.value): [s.facts.key for s in spec.items] for spec in lists(small)}
    listed = [standing.facts for standing in small.listed]
    naive: dict[str, Any] = {
        "vakgebied": lambda facts, value: facts.field == value,
        "niveau": lambda facts, value: value in facts.levels,
        "soort": lambda facts, value: facts.kind == value,
        "organisatie": lambda facts, value: (
            facts.organisation == value or (value == "zundert" and facts.organisation == "werkplein")
        ),
        "periode": lambda facts, value: half_of(facts.start) == value,
    }
    assert {facet for facet, _ in specs} == {facet.id for facet in facets.listed()}
    for (facet, value), keys in specs.items():
        assert keys == [facts.key for facts in listed if naive[facet](facts, value)]


def test_every_closed_choice_has_a_list_even_when_empty(small: Portal) -> None:
    """Each field, level, kind and organisation has a list, so that no address comes and goes."""
    values = {facet.id: [spec.value for spec in lists(small) if spec.facet == facet.id] for facet in facets.listed()}
    assert values["niveau"] == [level.value for level in Level]
    assert values["soort"] == [kind.value for kind in Kind]
    assert values["vakgebied"] == ["communicatie", "ict", "groen"]
    assert values["organisatie"] == ["breda", "tilburg", "zundert", "werkplein"]
    assert values["periode"] == ["2027-najaar", "2027-voorjaar", "doorlopend"]


def test_assignments_know_the_listed_vacancies_that_came_from_them(small: Portal) -> None:
    """An assignment names the vacancies that came from it and are listed; filled and closed ones are left out."""
    assert {key: [s.facts.key for s in items] for key, items in small.from_assignment.items()} == {
        "communicatie/bereik-nieuwsbrief": ["breda/onderzoek-wijkkrant"],
        "groen/bomen-meten": ["zundert/onderhoud-het-dorpspark"],
    }


def test_without_samples_no_sample_is_left(region: Path) -> None:
    """A region that hides samples has none in its vacancies, lists and assignments."""
    file = region / "content" / "registers" / "regio.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("tonen: true", "tonen: false"), encoding="utf-8")
    portal = portal_on(region, TODAY)
    assert "zundert/onderhoud-het-dorpspark" not in portal.vacancies
    assert "ict/formulieren-testen" not in portal.assignments
    assert len(portal.vacancies) == 11
    assert not [standing for standing in portal.listed if standing.facts.sample]


def test_alike_gives_reasons_in_the_order_of_strength(small: Portal) -> None:
    """What resembles a closed vacancy comes from the same assignment first, then from the same field."""
    found = [(like.key, like.reason) for like in alike(small)["zundert/meet-bomen-in-de-laan"]]
    assert found == [
        ("zundert/onderhoud-het-dorpspark", "opdracht"),
        ("breda/werk-mee-in-het-groen", "vakgebied_en_periode"),
    ]


def facts(number: int, field: str, organisation: str, start: int, based_on: str = "") -> Facts:
    """Return made-up facts of a vacancy that is open for ever."""
    key = f"{organisation}/v{number:04}"
    levels = ("hbo",) if number % 2 else ("mbo-4",)
    return Facts(
        key, f"vacancies/{key}.yml", str(number), f"Stage {number}", "meewerk", field, levels, (), organisation,
        start, start + 100, 32, 1, 1, 999_999, HandStatus.OPEN.value, based_on, "", False, (),
    )  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["communicatie", "ict", "groen"]),
            st.sampled_from(["breda", "tilburg"]),
            st.sampled_from([0, 739_000, 739_300, 739_301]),
            st.sampled_from(["", "ict/formulieren-testen"]),
        ),
        max_size=60,
    ),
    st.randoms(use_true_random=False),
)
def test_alike_is_bounded_and_does_not_depend_on_order(
    small: Portal, rows: list[tuple[str, str, int, str]], random: Any
) -> None:
    """Each vacancy gets at most three others, never itself or one twice, whatever order the files came in."""
    registers: Registers = small.registers
    made = [
        facts(number, field, organisation, start, based)
        for number, (field, organisation, start, based) in enumerate(rows)
    ]
    portal = relate(registers, {item.key: item for item in made}, {}, 739_000)
    found = alike(portal)
    shuffled = made[:]
    random.shuffle(shuffled)
    assert alike(relate(registers, {item.key: item for item in shuffled}, {}, 739_000)) == found
    for key, likes in found.items():
        keys = [like.key for like in likes]
        assert len(keys) <= 3
        assert len(set(keys)) == len(keys)
        assert key not in keys


def test_every_vacancy_is_shown_by_a_bounded_number_of_others(small: Portal) -> None:
    """In a field of five hundred no vacancy is shown by very many others, so one edit changes few pages."""
    made = [facts(number, "ict", "breda", 739_000 + number % 9) for number in range(500)]
    found = alike(relate(small.registers, {item.key: item for item in made}, {}, 739_000))
    shown = [like.key for likes in found.values() for like in likes]
    assert len(shown) == 1500
    assert max(shown.count(key) for key in set(shown)) <= 20
