"""Whether a vacancy fits the internship periods of the programmes that it is for, as a part of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from generator.contribute.quoting import safe
from generator.model.offers import Vacancy
from generator.relate.fit import Fit, best
from generator.relate.links import span_of
from generator.relate.registers import Course, Registers
from generator.render import words

_MOST = 5


def fit_part(vacancy: Vacancy, registers: Registers) -> str:
    """Return Markdown about the programmes that a vacancy names, or else those of its levels and field."""
    heading = "**Past het in een stageperiode?**"
    named = [registers.courses[ref] for ref in vacancy.programmes if ref in registers.courses]
    if named:
        courses, intro = named, "Dit zijn de opleidingen die je noemt."
    else:
        courses = list(registers.courses_for(vacancy.field, vacancy.levels))
        intro = "Je noemt geen opleiding. Dit zijn opleidingen met dit niveau en dit vakgebied."
    if not courses:
        return f"{heading}\n\nWe kennen nog geen opleiding met dit niveau en dit vakgebied."
    judged = sorted((_judged(vacancy, course) for course in courses), key=lambda item: list(Fit).index(item[0]))
    shown = _spread(judged)
    lines = [heading, "", intro, "", *(line for _, line in shown)]
    left = len(judged) - len(shown)
    if left:
        counts = ", ".join(
            f"{fit.word.lower()}: {count}" for fit in Fit if (count := sum(other is fit for other, _ in judged))
        )
        lines += ["", f"Van alle {len(judged)} opleidingen: {counts}."]
    return "\n".join(lines)


def _spread(judged: Sequence[tuple[Fit, str]]) -> list[tuple[Fit, str]]:
    """Return a handful, so that every answer that occurs is shown at least once."""
    if len(judged) <= _MOST:
        return list(judged)
    first = {fit: next(place for place, item in enumerate(judged) if item[0] is fit) for fit, _ in judged}
    places = dict.fromkeys([*first.values(), *range(len(judged))])
    return [judged[place] for place in sorted(list(places)[:_MOST])]


def _judged(vacancy: Vacancy, course: Course) -> tuple[Fit, str]:
    name = safe(f"{course.programme.name}, {course.institution.short_name}")
    found = best(span_of(vacancy), course.slots)
    if found is None:
        return Fit.UNKNOWN, f"- **{Fit.UNKNOWN.word}**: {name}. Van deze opleiding kennen we de stageperiode nog niet."
    result, place = found
    period = course.periods[place]
    reason = words.fit_sentence(result, vacancy.period.flexible, vacancy.period.ongoing)
    dates = words.range_text(period.start, period.end)
    sample = " Deze periode is een voorbeeld." if period.sample else ""
    return result.fit, f"- **{result.fit.word}**: {name}. {safe(reason)} {safe(period.name)}: {dates}.{sample}"
