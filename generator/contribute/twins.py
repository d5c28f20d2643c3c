"""Vacancies that may be the same place, found by title, house, period and text, and shown side by side."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from generator.contribute.quoting import safe
from generator.model.offers import Vacancy
from generator.model.vocabulary import State
from generator.relate.facts import Facts, state_of
from generator.render import words
from generator.survey import Survey

_MOST_TWINS = 3
_LEAST = 0.5
"""Titles that are less alike never make a twin."""


def twins_of(key: str, vacancy: Vacancy, found: Survey) -> list[Facts]:
    """Return the vacancies that may be the same place, most alike first; a guess that blocks nothing."""
    mine = found.vacancies[key]
    alike = _alike_to(mine.title)
    scored: list[tuple[float, Facts]] = []
    for other in found.vacancies.values():
        if other.key in (key, mine.paired_with) or other.status == State.WITHDRAWN or other.key in mine.formerly:
            continue
        near = alike(other.title)
        same_house = other.organisation == mine.organisation
        if same_house and (near >= 0.75 or (near >= _LEAST and other.field == mine.field and _overlap(mine, other))):
            scored.append((near + 1, other))
        elif not same_house and near >= 0.6 and not (mine.based_on and mine.based_on == other.based_on):
            text = _same_words(_story(vacancy), _story(found.vacancy(other.key)))
            if text >= 0.6 or near >= 0.95:
                scored.append((text, other))
    return [other for _, other in sorted(scored, key=lambda item: (-item[0], item[1].key))[:_MOST_TWINS]]


def _alike_to(title: str) -> Callable[[str], float]:
    """Return what tells how alike another title is, from 0 to 1.

    The matcher learns one title once and is asked about thousands; its quick bounds spare most slow comparisons.
    """
    matcher = difflib.SequenceMatcher(None, "", title.casefold(), autojunk=False)

    def alike(other: str) -> float:
        matcher.set_seq1(other.casefold())
        same = _same_words(title, other)
        if matcher.real_quick_ratio() < _LEAST or matcher.quick_ratio() < _LEAST:
            return same
        return max(matcher.ratio(), same)

    return alike


def _same_words(one: str, other: str) -> float:
    mine, theirs = (set(re.findall(r"\w{3,}", text.casefold())) for text in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _story(vacancy: Vacancy) -> str:
    return " ".join((vacancy.assignment, *vacancy.tasks))


def _overlap(one: Facts, other: Facts) -> bool:
    return not one.start or not other.start or (one.start <= other.end and other.start <= one.end)


def twins_table(key: str, twins: Sequence[Facts], found: Survey, today: date) -> str:
    """Return a vacancy and its twins side by side, as Markdown."""
    registers = found.registers
    assert registers is not None  # noqa: S101 - for mypy: the caller asked before
    columns = (found.vacancies[key], *twins)
    rows: tuple[tuple[str, Any], ...] = (
        ("Titel", lambda facts: facts.title),
        ("Organisatie", lambda facts: registers.organisations[facts.organisation].short_name),
        ("Periode", _dates),
        ("Niveau", lambda facts: ", ".join(facts.levels)),
        ("Stand", lambda facts: state_of(facts, registers, today.toordinal()).label),
        ("Bestand", lambda facts: facts.file),
    )
    heads = " | ".join(["Jouw voorstel", *("Lijkt erop" for _ in twins)])
    return "\n".join(
        [
            "**Staat deze stage er al?**",
            "",
            "Dit lijkt op een andere vacature. Is het een andere plek? Dan hoef je niets te doen.",
            "",
            f"| | {heads} |",
            f"|---|{'---|' * len(columns)}",
            *(f"| {label} | {' | '.join(safe(tell(facts)) for facts in columns)} |" for label, tell in rows),
        ]
    )


def _dates(facts: Facts) -> str:
    if not facts.start:
        return "Het hele jaar door"
    return words.range_text(date.fromordinal(facts.start), date.fromordinal(facts.end))
