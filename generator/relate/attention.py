"""What in the portal asks for attention on one day: what goes stale or ends, and where nothing is on offer yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.model.parties import Institution, InternshipPeriod
from generator.model.vocabulary import Level
from generator.relate.facts import Facts
from generator.relate.freshness import courses_without, is_stale, known_on
from generator.relate.registers import Course
from generator.relate.selections import Portal, Standing

LONG_CLOSED = 365
"""Days after its closing day at which a vacancy is said to be closed for long."""
PERIOD_DAYS = 365
"""Days that the confirmation of an internship period stays good: a school confirms every year."""
_NEAR_START = 45
"""Days around the first of a month within which an internship counts as starting in that cycle."""


class Due(NamedTuple):
    """A vacancy that asks for attention."""

    facts: Facts
    day: int
    """the day (an ordinal) that says why: of the last confirmation, or of closing"""
    days: int
    """how many days ago that was, or how many are left"""


class OpenPeriod(NamedTuple):
    """An internship period that its school has not confirmed, or not for long."""

    institution_id: str
    institution: Institution
    period: InternshipPeriod


class Gap(NamedTuple):
    """What is on offer for one value: a level, a field, an organisation, a programme, a moment of start."""

    name: str
    vacancies: int
    """vacancies in the lists"""
    examples: int
    """example assignments; -1 where these do not apply"""
    id: str = ""

    @property
    def is_white(self) -> bool:
        """Tell whether something is missing here: a vacancy, or an example where there could be one."""
        return not self.vacancies or not self.examples


class Missing(NamedTuple):
    """A school that gave no period for some of its programmes in one school year."""

    year: str
    institution_id: str
    institution: Institution
    courses: tuple[Course, ...]
    """the programmes without a period"""

    @property
    def is_whole(self) -> bool:
        """Tell whether not one of its programmes has a period."""
        return len(self.courses) == len(self.institution.programmes)


class Real(NamedTuple):
    """What asks for attention when samples do not count: of the rest nobody can be asked anything."""

    open: int
    stale: tuple[Due, ...]
    without_periods: tuple[Missing, ...]


class Attention(NamedTuple):
    """Everything that asks for attention on one day."""

    today: int
    threshold: int
    """days that a confirmation stays fresh"""
    open: int
    """vacancies to which one can react today"""
    stale: tuple[Due, ...]
    """open, and not confirmed for longer than the threshold; the longest first"""
    expiring: tuple[Due, ...]
    """open, and closing within the days that the region calls soon; the first first"""
    long_closed: tuple[Due, ...]
    """closed for more than a year, the longest first"""
    periods: tuple[OpenPeriod, ...]
    """running or coming periods without a fresh confirmation, the first first"""
    period_count: int
    """all running and coming periods"""
    without_periods: tuple[tuple[str, tuple[str, ...]], ...]
    """school years with the names of the schools that gave no period for them"""
    cycles: tuple[Gap, ...]
    """those for which vacancies are placed by now"""
    levels: tuple[Gap, ...]
    fields: tuple[Gap, ...]
    organisations: tuple[Gap, ...]
    programmes: tuple[Gap, ...]
    real: Real
    """the same without samples"""

    @property
    def stale_rate(self) -> float:
        """Return which part of the open vacancies is stale, from 0 to 1; 0 when none is open."""
        return len(self.stale) / self.open if self.open else 0.0


def attention(portal: Portal) -> Attention:
    """Return what asks for attention in `portal`, on the day for which it was related."""
    today = portal.today
    thresholds = portal.registers.region.thresholds
    standings = portal.vacancies.values()
    stale = _due(
        (standing for standing in portal.live if is_stale(standing.facts, today, thresholds.confirmed_days)),
        known_on,
        lambda day: today - day,
    )
    periods = [item for item in _periods(portal) if item.period.end.toordinal() >= today]
    return Attention(
        today=today,
        threshold=thresholds.confirmed_days,
        open=len(portal.live),
        stale=stale,
        expiring=_due(portal.live, _closes, lambda day: day - today, lambda days: days <= thresholds.closing_days, 1),
        long_closed=_due(standings, _closes, lambda day: today - day, lambda days: days > LONG_CLOSED),
        periods=tuple(item for item in periods if not _is_fresh(item.period, today)),
        period_count=len(periods),
        without_periods=tuple(_schools_without(_missing(portal, samples=True))),
        cycles=tuple(_cycles(portal)),
        levels=_levels(portal),
        fields=_fields(portal),
        organisations=_organisations(portal),
        programmes=_programmes(portal),
        real=Real(
            open=sum(not standing.facts.sample for standing in portal.live),
            stale=tuple(due for due in stale if not due.facts.sample),
            without_periods=_missing(portal, samples=False),
        ),
    )


def white(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return those where a vacancy or an example is missing."""
    return tuple(gap for gap in gaps if gap.is_white)


def _closes(facts: Facts) -> int:
    return facts.closes


def _due(
    standings: Iterable[Standing],
    day_of: Callable[[Facts], int],
    days_from: Callable[[int], int],
    counts: Callable[[int], bool] = lambda _: True,
    order: int = -1,
) -> tuple[Due, ...]:
    found = [Due(standing.facts, day, days_from(day)) for standing in standings for day in (day_of(standing.facts),)]
    return tuple(sorted((due for due in found if counts(due.days)), key=lambda due: (order * due.days, due.facts.key)))


# Periods


def _periods(portal: Portal) -> Iterator[OpenPeriod]:
    found = [
        OpenPeriod(id_, institution, period)
        for id_, institution in portal.registers.institutions.items()
        for period in institution.periods
    ]
    yield from sorted(found, key=lambda item: (item.period.start, item.institution.name, item.period.id))


def _is_fresh(period: InternshipPeriod, today: int) -> bool:
    confirmed = period.confirmed_on
    return not period.sample and confirmed is not None and today - confirmed.toordinal() <= PERIOD_DAYS


def _missing(portal: Portal, *, samples: bool) -> tuple[Missing, ...]:
    """Return the schools with programmes without a period, in the school years that are not over."""
    registers, today = portal.registers, date.fromordinal(portal.today)
    return tuple(
        Missing(year, id_, registers.institutions[id_], courses)
        for year in registers.region.school_years
        if date(int(year[-4:]), 8, 1) > today
        for id_, courses in courses_without(year, registers, samples=samples).items()
    )


def _schools_without(missing: Sequence[Missing]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each school year with the names of the schools that gave no period at all for it."""
    for year in dict.fromkeys(item.year for item in missing):
        names = tuple(item.institution.short_name for item in missing if item.year == year and item.is_whole)
        if names:
            yield year, names


# White spots


def _cycles(portal: Portal) -> Iterator[Gap]:
    """Yield the next start of every cycle for which vacancies are placed by now, with what starts around it."""
    today = date.fromordinal(portal.today)
    for cycle in portal.registers.region.cycles:
        start = date(today.year + (date(today.year, cycle.month, 1) < today), cycle.month, 1)
        placed_from = date(start.year - (cycle.publish_from > cycle.month), cycle.publish_from, 1)
        if placed_from <= today:
            near = range(start.toordinal() - _NEAR_START, start.toordinal() + _NEAR_START + 1)
            count = sum(standing.facts.start in near for standing in portal.listed)
            yield Gap(f"{cycle.name} {start.year}", count, -1, cycle.id)


def _levels(portal: Portal) -> tuple[Gap, ...]:
    vacancies = Counter(level for standing in portal.listed for level in standing.facts.levels)
    examples = Counter(level.value for assignment in portal.assignments.values() for level in assignment.levels)
    return tuple(Gap(level.label, vacancies[level.value], examples[level.value], level.value) for level in Level)


def _fields(portal: Portal) -> tuple[Gap, ...]:
    vacancies = Counter(standing.facts.field for standing in portal.listed)
    examples = Counter(assignment.field for assignment in portal.assignments.values())
    return tuple(Gap(field.name, vacancies[id_], examples[id_], id_) for id_, field in portal.registers.fields.items())


def _organisations(portal: Portal) -> tuple[Gap, ...]:
    registers = portal.registers
    own = Counter(standing.facts.organisation for standing in portal.listed)
    return tuple(
        Gap(organisation.name, sum(own[other] for other in registers.employers_in(id_)), -1, id_)
        for id_, organisation in registers.organisations.items()
    )


def _programmes(portal: Portal) -> tuple[Gap, ...]:
    """Count for every programme the vacancies that name it, and the examples that it fits."""
    vacancies = Counter(ref for standing in portal.listed for ref in standing.facts.programmes)
    examples = Counter(
        course.ref
        for assignment in portal.assignments.values()
        for course in portal.registers.courses_for(assignment.field, assignment.levels)
    )
    return tuple(
        Gap(
            f"{course.programme.name} ({course.institution.short_name}, {course.programme.level.label})",
            vacancies[ref],
            examples[ref],
            ref,
        )
        for ref, course in portal.registers.courses.items()
    )
