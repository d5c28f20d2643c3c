"""What goes stale: a vacancy that nobody confirmed lately, and a programme whose next periods nobody gave."""

from __future__ import annotations

from generator.relate.facts import Facts, state_on
from generator.relate.registers import Course, Registers


def known_on(facts: Facts) -> int:
    """Return the day on which a vacancy was last known to be there: confirmed, or else opened."""
    return facts.confirmed or facts.opens


def is_stale(facts: Facts, day: int, threshold: int) -> bool:
    """Tell whether one can react to a vacancy on `day`, and nobody confirmed it for more than `threshold` days."""
    live = state_on(day, facts.opens, facts.closes, facts.status, closing_days=0).is_live
    return live and day - known_on(facts) > threshold


def courses_without(year: str, registers: Registers, *, samples: bool) -> dict[str, tuple[Course, ...]]:
    """Return the programmes without a period in a school year, by the id of their school.

    Without `samples` invented periods do not count, and nothing is asked of invented schools.
    """
    missing: dict[str, list[Course]] = {}
    for course in registers.courses.values():
        if course.institution.sample and not samples:
            continue
        if not any(period.school_year == year and (samples or not period.sample) for period in course.periods):
            missing.setdefault(course.institution_id, []).append(course)
    return {id_: tuple(courses) for id_, courses in missing.items()}
