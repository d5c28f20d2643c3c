"""What asks for attention on a day: vacancies that are stale or end, periods to confirm, and where nothing is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from support import edit

from generator.relate.attention import Attention, Due, Gap, attention, white
from generator.relate.freshness import courses_without
from generator.relate.registers import Registers
from generator.relate.selections import relate
from generator.survey import survey

FILE = "vacancies/breda/onderzoek-wijkkrant.yml"
KEY = "breda/onderzoek-wijkkrant"
REGION_FILE = "content/registers/regio.yml"
SEPTEMBER = "  - {id: september, naam: Start in september, maand: 9, publiceren_van: 3, publiceren_tot: 6}\n"


def on(region: Path, day: date) -> Attention:
    """Return what asks for attention in a region on one day."""
    found = survey(region, day)
    assert found.registers is not None
    return attention(relate(found.registers, found.vacancies, found.assignments, day.toordinal()))


def registers_of(region: Path) -> Registers:
    """Return the registers of a region."""
    registers = survey(region, date(2026, 11, 21)).registers
    assert registers is not None
    return registers


def keys(dues: Iterable[Due]) -> list[str]:
    """Return the keys of vacancies that ask for attention, in their order."""
    return [due.facts.key for due in dues]


# Vacancies


@pytest.mark.parametrize(("days", "stale"), [(60, False), (61, True)])
def test_a_vacancy_is_stale_after_the_days_of_the_region(region: Path, today: date, days: int, stale: bool) -> None:
    """The last day of the threshold still counts as fresh."""
    edit(region / FILE, "bevestigd_op: 2026-11-20", f"bevestigd_op: {today - timedelta(days=days)}")
    assert (KEY in keys(on(region, today).stale)) is stale


@pytest.mark.parametrize("weeks", range(0, 36, 5))
def test_the_checker_warns_of_what_is_counted_as_stale(region: Path, today: date, weeks: int) -> None:
    """On any day the warnings of the checker and the list of stale vacancies name the same files."""
    day = today + timedelta(weeks=weeks)
    warned = {problem.file for problem in survey(region, day).problems if problem.code == "niet_bevestigd"}
    assert warned == {due.facts.file for due in on(region, day).stale}


def test_stale_counts_from_the_opening_when_nobody_ever_confirmed(region: Path) -> None:
    """Without a confirmation the opening day is the last that is known; only what is open can be stale."""
    facts = on(region, date(2027, 2, 21))
    assert [(due.facts.key, due.days) for due in facts.stale] == [
        ("breda/maak-beeld-bij-plannen", 112),
        ("tilburg/bouw-een-kaart-van-plannen", 112),
        ("werkplein/onderzoek-de-eerste-werkdag", 103),
    ]


def test_the_stale_rate_is_a_part_of_what_is_open(region: Path, today: date) -> None:
    """The public rate is stale over open: three of four; on a day without open vacancies it is nothing."""
    assert on(region, date(2027, 2, 21)).stale_rate == pytest.approx(3 / 4)
    assert on(region, today).stale_rate == 0
    assert on(region, date(2031, 1, 1)).stale_rate == 0


def test_a_stale_sample_is_shown_and_asks_nobody_for_anything(region: Path) -> None:
    """With and without samples the counts stand beside each other, over the same days."""
    edit(region / REGION_FILE, "bevestigd_dagen: 60", "bevestigd_dagen: 55")
    facts = on(region, date(2027, 1, 15))
    assert keys(facts.stale) == [
        "breda/maak-beeld-bij-plannen",
        "tilburg/bouw-een-kaart-van-plannen",
        "werkplein/onderzoek-de-eerste-werkdag",
        "zundert/onderhoud-het-dorpspark",
    ]
    assert keys(facts.real.stale) == keys(facts.stale)[:3]
    assert (facts.open, facts.real.open) == (5, 4)


def test_what_closes_within_a_week_is_expiring(region: Path, today: date) -> None:
    """The first that closes stands first, today included; what is filled or planned does not count."""
    facts = on(region, today)
    assert [(due.facts.key, due.days) for due in facts.expiring] == [
        ("tilburg/kijk-een-week-mee", 0),
        ("breda/werk-mee-in-het-groen", 3),
    ]


@pytest.mark.parametrize(("days", "closed"), [(365, False), (366, True)])
def test_closed_for_long_begins_after_a_year(region: Path, days: int, closed: bool) -> None:
    """A vacancy is closed for long on the first day after a whole year."""
    day = date(2026, 12, 18) + timedelta(days=days)
    assert (KEY in keys(on(region, day).long_closed)) is closed


# Periods


@pytest.mark.parametrize(
    ("day", "open_periods", "count"),
    [
        (date(2026, 11, 21), ["2627-afstuderen", "2728-stage", "2728-najaar"], 4),
        (date(2027, 6, 26), ["2728-stage", "2728-najaar"], 2),
        (date(2028, 1, 28), ["2728-stage", "2728-najaar"], 2),
        (date(2028, 1, 29), [], 0),
    ],
)
def test_periods_that_schools_did_not_confirm_are_counted(
    region: Path, day: date, open_periods: list[str], count: int
) -> None:
    """Samples and periods without a fresh confirmation count, periods that are over do not."""
    facts = on(region, day)
    assert [item.period.id for item in facts.periods] == open_periods
    assert facts.period_count == count


@pytest.mark.parametrize(("confirmed", "fresh"), [("2026-01-31", False), ("2026-02-01", True)])
def test_a_confirmation_of_a_period_stays_good_for_a_year(region: Path, confirmed: str, fresh: bool) -> None:
    """A school confirms every year: after 365 days its period asks for attention again."""
    file = region / "content/registers/instellingen/curio.yml"
    edit(file, "bevestigd_op: 2026-11-01", f"bevestigd_op: {confirmed}")
    shown = [item.period.id for item in on(region, date(2027, 2, 1)).periods]
    assert ("2627-voorjaar" not in shown) is fresh


def test_a_school_without_any_period_for_a_coming_year_is_named(region: Path) -> None:
    """A school is named for the years that are not over; one that gave a period for some programme is not."""
    (region / "content/registers/stageperiodes/curio/2728-najaar.yml").unlink()
    for day in (date(2026, 11, 21), date(2028, 7, 31)):
        assert on(region, day).without_periods == (("2027-2028", ("Curio",)),)
    assert on(region, date(2028, 8, 1)).without_periods == ()


def test_with_all_periods_no_school_is_named(region: Path, today: date) -> None:
    """Where every school gave a period for every year nothing is said."""
    assert on(region, today).without_periods == ()


@pytest.mark.parametrize(
    ("year", "samples", "missing"),
    [
        ("2026-2027", True, {"avans": ["avans/informatica"]}),
        ("2026-2027", False, {"avans": ["avans/communicatie", "avans/informatica"]}),
        ("2027-2028", True, {"avans": ["avans/informatica"]}),
        (
            "2027-2028",
            False,
            {
                "avans": ["avans/communicatie", "avans/informatica"],
                "curio": ["curio/medewerker-groen", "curio/ict-beheer"],
            },
        ),
        (
            "2028-2029",
            True,
            {
                "avans": ["avans/communicatie", "avans/informatica"],
                "curio": ["curio/medewerker-groen", "curio/ict-beheer"],
            },
        ),
    ],
)
def test_programmes_without_a_period(region: Path, year: str, samples: bool, missing: dict[str, list[str]]) -> None:
    """For each year, with and without samples, exactly the programmes that no period of that year names."""
    found = courses_without(year, registers_of(region), samples=samples)
    assert {id_: [course.ref for course in courses] for id_, courses in found.items()} == missing


def test_nothing_is_asked_of_an_invented_school(region: Path) -> None:
    """A school that is a sample counts among the samples only."""
    file = region / "content/registers/instellingen/avans.yml"
    edit(file, "peildatum: 2026-11-21\n", "peildatum: 2026-11-21\nvoorbeeld: true\n")
    registers = registers_of(region)
    assert set(courses_without("2027-2028", registers, samples=False)) == {"curio"}
    assert set(courses_without("2027-2028", registers, samples=True)) == {"avans"}


def test_real_schools_are_named_with_the_programmes_that_miss_a_period(region: Path, today: date) -> None:
    """Without samples a school stands there for each year with what misses, and says whether that is everything."""
    rows = [
        (item.year, item.institution_id, len(item.courses), item.is_whole)
        for item in on(region, today).real.without_periods
    ]
    assert rows == [
        ("2026-2027", "avans", 2, True),
        ("2027-2028", "avans", 2, True),
        ("2027-2028", "curio", 2, True),
    ]
    edit(region / "content/registers/instellingen/curio.yml", "opleidingen: alle", "opleidingen: [ict-beheer]")
    (partly,) = [item for item in on(region, today).real.without_periods if item.institution_id == "curio"][:1]
    assert (partly.year, [course.ref for course in partly.courses], partly.is_whole) == (
        "2026-2027",
        ["curio/medewerker-groen"],
        False,
    )


# White spots


def test_white_spots_have_no_vacancy_or_no_example(region: Path, today: date) -> None:
    """Every level has its counts; one without a vacancy or an example is a white spot, one with both is not."""
    facts = on(region, today)
    assert {gap.id: (gap.vacancies, gap.examples) for gap in facts.levels} == {
        "mbo-1": (0, 0),
        "mbo-2": (2, 1),
        "mbo-3": (1, 0),
        "mbo-4": (2, 1),
        "ad": (0, 0),
        "hbo": (5, 1),
        "wo": (2, 1),
    }
    assert [gap.id for gap in white(facts.levels)] == ["mbo-1", "mbo-3", "ad"]
    assert {gap.id: (gap.vacancies, gap.examples) for gap in facts.fields} == {
        "communicatie": (4, 1),
        "ict": (3, 1),
        "groen": (2, 1),
    }
    assert white(facts.fields) == ()


def test_places_of_an_employer_count_for_its_municipality(region: Path, today: date) -> None:
    """Organisations have vacancies and no examples; what the work company of a municipality offers counts for both."""
    counts = {gap.id: (gap.vacancies, gap.examples) for gap in on(region, today).organisations}
    assert counts == {"breda": (3, -1), "tilburg": (4, -1), "zundert": (2, -1), "werkplein": (1, -1)}


def test_a_programme_counts_the_examples_that_it_fits(region: Path, today: date) -> None:
    """An example fits a programme when it is in one of its fields and at its level; each counts once."""
    counts = {gap.id: (gap.vacancies, gap.examples) for gap in on(region, today).programmes}
    assert counts == {
        "avans/communicatie": (2, 1),
        "avans/informatica": (2, 1),
        "curio/medewerker-groen": (2, 1),
        "curio/ict-beheer": (1, 1),
    }
    edit(region / "content/registers/instellingen/avans.yml", "vakgebieden: [ict, communicatie]", "vakgebieden: [ict]")
    (gap,) = [gap for gap in on(region, today).programmes if gap.id == "avans/informatica"]
    assert gap == Gap("Informatica (Avans, hbo)", 2, 0, "avans/informatica")
    assert gap.is_white


@pytest.mark.parametrize(
    ("day", "cycles"),
    [
        (date(2026, 8, 31), [Gap("Start in september 2026", 0, -1, "september")]),
        (
            date(2026, 9, 1),
            [Gap("Start in september 2026", 0, -1, "september"), Gap("Start in februari 2027", 6, -1, "februari")],
        ),
        (date(2026, 9, 2), [Gap("Start in februari 2027", 6, -1, "februari")]),
        (date(2026, 11, 21), [Gap("Start in februari 2027", 5, -1, "februari")]),
        (date(2027, 2, 1), [Gap("Start in februari 2027", 0, -1, "februari")]),
        (date(2027, 2, 28), []),
        (date(2027, 3, 1), [Gap("Start in september 2027", 3, -1, "september")]),
        (date(2027, 5, 15), [Gap("Start in september 2027", 1, -1, "september")]),
        (date(2027, 6, 1), [Gap("Start in september 2027", 0, -1, "september")]),
    ],
)
def test_a_start_is_white_only_when_vacancies_are_placed_for_it(region: Path, day: date, cycles: list[Gap]) -> None:
    """Nobody is told in November that September is empty: a cycle counts from its first month of placing."""
    edit(region / REGION_FILE, "cycli:\n", f"cycli:\n{SEPTEMBER}")
    assert list(on(region, day).cycles) == cycles


@pytest.mark.parametrize(("start", "end", "count"), [("03-18", "03-24", 5), ("03-19", "03-25", 4)])
def test_an_internship_near_the_first_of_the_month_starts_in_that_cycle(
    region: Path, today: date, start: str, end: str, count: int
) -> None:
    """Up to forty-five days after the first of February an internship counts as one that starts in February."""
    file = region / "vacancies/tilburg/kijk-een-week-mee.yml"
    edit(file, "start: 2027-03-01, eind: 2027-03-05", f"start: 2027-{start}, eind: 2027-{end}")
    assert [gap.vacancies for gap in on(region, today).cycles] == [count]
