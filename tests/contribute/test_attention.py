"""What asks for attention: vacancies that are stale or end, periods to confirm, and where nothing is on offer."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from support import edit, read_page

from generator.contribute.attention import report_text
from generator.relate.attention import Attention, attention
from generator.relate.selections import relate
from generator.render.pages.status import share_text
from generator.survey import survey

FILE = "vacancies/breda/onderzoek-wijkkrant.yml"
KEY = "breda/onderzoek-wijkkrant"


def on(region: Path, day: date) -> Attention:
    """Return what asks for attention in a region on one day."""
    found = survey(region, day)
    assert found.registers is not None
    return attention(relate(found.registers, found.vacancies, found.assignments, day.toordinal()))


def keys(dues: tuple[object, ...]) -> set[str]:
    """Return the keys of vacancies that ask for attention."""
    return {due.facts.key for due in dues}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("days", "stale"), [(60, False), (61, True)])
def test_a_vacancy_is_stale_after_the_days_of_the_region(region: Path, today: date, days: int, stale: bool) -> None:
    """The last day of the threshold still counts as fresh; the checker warns on the very same day."""
    edit(region / FILE, "bevestigd_op: 2026-11-20", f"bevestigd_op: {today - timedelta(days=days)}")
    facts = on(region, today)
    assert (KEY in keys(facts.stale)) is stale
    warned = {problem.file for problem in survey(region, today).problems if problem.code == "niet_bevestigd"}
    assert (FILE in warned) is stale


def test_stale_counts_from_the_opening_when_nobody_ever_confirmed(region: Path) -> None:
    """Without a confirmation the opening day is the last that is known; only what is open can be stale."""
    facts = on(region, date(2027, 2, 21))
    assert keys(facts.stale) == {
        "breda/maak-beeld-bij-plannen",
        "tilburg/bouw-een-kaart-van-plannen",
        "werkplein/onderzoek-de-eerste-werkdag",
    }
    assert [due.days for due in facts.stale] == [112, 112, 103]


def test_the_stale_rate_is_a_part_of_what_is_open(region: Path, today: date) -> None:
    """The public rate is stale over open: three of four; on a day without open vacancies it is nothing."""
    assert on(region, date(2027, 2, 21)).stale_rate == pytest.approx(3 / 4)
    assert on(region, today).stale_rate == 0
    assert on(region, date(2031, 1, 1)).stale_rate == 0


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


def test_periods_that_schools_did_not_confirm_are_counted(region: Path, today: date) -> None:
    """Samples and periods without a fresh confirmation count, periods that are over do not."""
    facts = on(region, today)
    assert (len(facts.periods), facts.period_count) == (3, 4)
    later = on(region, date(2028, 5, 1))
    assert [item.period.end for item in later.periods if item.period.end < date(2028, 5, 1)] == []
    assert later.period_count < facts.period_count


def test_schools_without_a_period_for_a_coming_year_are_named(region: Path, today: date) -> None:
    """For each school year that is not over the schools are named that gave no period for it."""
    years = dict(on(region, today).without_periods)
    assert set(years) <= {"2026-2027", "2027-2028"}
    assert "Curio" not in years.get("2027-2028", ())
    assert on(region, date(2029, 1, 1)).without_periods == ()


def test_white_spots_have_no_vacancy_or_no_example(region: Path, today: date) -> None:
    """Levels without a vacancy or an example are white spots, those with both are not."""
    facts = on(region, today)
    assert {gap.id for gap in facts.levels if gap.is_white} == {"mbo-1", "mbo-3", "ad"}
    assert not any(gap.is_white for gap in facts.fields)


def test_a_start_is_white_only_when_vacancies_are_placed_for_it(region: Path, today: date) -> None:
    """Nobody is told in November that September is empty: a cycle counts from its first month of placing."""
    assert all("september" not in gap.name for gap in on(region, today).cycles)


def test_the_report_is_the_same_in_words(region: Path) -> None:
    """The report names day, rate, each stale file and each white spot, in Dutch."""
    text = report_text(region, date(2027, 2, 21))
    assert text.startswith("Stand van het portaal op 21 februari 2027")
    assert "Niet bevestigd in de laatste 60 dagen: 3 (75%)." in text
    assert "  - vacancies/breda/maak-beeld-bij-plannen.yml: geplaatst 112 dagen geleden" in text
    assert "  - mbo-1: geen vacature en geen voorbeeldopdracht" in text


def test_a_report_on_broken_registers_is_one_sentence(region: Path, today: date) -> None:
    """Without registers there is nothing to count, and the way to mend that is named."""
    (region / "content/registers/regio.yml").write_text("naam: x\n", encoding="utf-8")
    assert "stageportaal check" in report_text(region, today)


def test_an_empty_portal_has_a_report(region: Path, today: date) -> None:
    """Without any vacancy everything is a white spot and nothing is divided by zero."""
    for file in (region / "vacancies").rglob("*.yml"):
        file.unlink()
    assert "Open vacatures: 0." in report_text(region, today)


@pytest.mark.parametrize(("rate", "text"), [(0, "0%"), (1, "100%"), (0.75, "75%"), (1 / 30, "3,3%"), (1 / 3, "33%")])
def test_a_rate_reads_as_people_write_it(rate: float, text: str) -> None:
    """Small parts have one decimal with a comma, large ones none."""
    assert share_text(rate) == text


def test_the_page_shows_the_same_and_is_in_the_sitemap(portal: Path) -> None:
    """The page with the state stands at /over/status/, with figures, day, tables with headers, and links that work."""
    page = read_page(portal, "over/status")
    main = page.all("main")[0].text
    assert "De stand van het portaal" in main
    assert "Geteld op 21 november 2026" in main
    assert "Sluit binnenkort (2)" in main
    for table in page.all("table"):
        assert "Vacature" in table.text or "School" in table.text or "Opleiding" in table.text
    assert len(page.all("caption")) == len(page.all("table"))
    assert page.all("th", scope="row")
    assert "over/status/" in (portal / "sitemap.xml").read_text(encoding="utf-8")
