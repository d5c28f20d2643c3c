"""What asks for attention, as plain Dutch text for the people of the bureau: `stageportaal report`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.model.parties import InternshipPeriod
from generator.relate.attention import LONG_CLOSED, Attention, Due, attention, white
from generator.relate.selections import relate
from generator.render import words
from generator.survey import survey


def report_text(root: Path, today: date) -> str:
    """Return the report on the data below `root` as on `today`; one sentence when the registers cannot be read."""
    found = survey(root, today)
    if found.registers is None:
        return "De registers hebben fouten, dus er is niets te tellen. Draai eerst: stageportaal check"
    portal = relate(found.registers, found.vacancies, found.assignments, today.toordinal())
    return "\n".join(report_lines(attention(portal)))


def report_lines(facts: Attention) -> Iterator[str]:
    """Yield the report line by line."""
    yield f"Stand van het portaal op {words.day_text(date.fromordinal(facts.today))}"
    yield ""
    yield (
        f"Open vacatures: {words.number_text(facts.open)}. Niet bevestigd in de laatste {facts.threshold} dagen: "
        f"{words.number_text(len(facts.stale))} ({words.share_text(facts.stale_rate)})."
    )
    yield from _part("Niet bevestigd: vraag na of de plek er nog is", [_stale(due) for due in facts.stale])
    yield from _part("Sluit binnenkort", [_closing(due) for due in facts.expiring])
    yield from _part(f"Langer dan {LONG_CLOSED} dagen gesloten", [_closed(due) for due in facts.long_closed])
    yield from _part("Scholen met stageperiodes die niet zijn bevestigd", _periods(facts))
    yield from _part(
        "Scholen zonder stageperiode", [f"{year}: {words.joined(names)}" for year, names in facts.without_periods]
    )
    for heading, gaps in (
        ("startmomenten", facts.cycles),
        ("niveaus", facts.levels),
        ("vakgebieden", facts.fields),
        ("organisaties", facts.organisations),
        ("opleidingen", facts.programmes),
    ):
        yield from _part(f"Witte vlekken: {heading}", [f"{gap.name}: {words.missing_in(gap)}" for gap in white(gaps)])


def _periods(facts: Attention) -> list[str]:
    schools: dict[str, list[InternshipPeriod]] = {}
    for item in facts.periods:
        schools.setdefault(item.institution.name, []).append(item.period)
    return [
        f"{name}: {words.counted(len(periods), 'periode', 'periodes')}, "
        f"de eerste begint op {words.day_text(periods[0].start)}"
        for name, periods in sorted(schools.items())
    ]


def _part(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{heading} ({len(lines)})"
        yield from (f"  - {line}" for line in lines)


def _stale(due: Due) -> str:
    return f"{due.facts.file}: {words.since_text(due)}"


def _closing(due: Due) -> str:
    return f"{due.facts.file}: tot en met {words.weekday_text(date.fromordinal(due.day))}"


def _closed(due: Due) -> str:
    return f"{due.facts.file}: sinds {words.day_text(date.fromordinal(due.day))}"
