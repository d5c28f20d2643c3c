"""How the dates of a vacancy lie in a student's internship period: the one rule, pure and dated.

The rule. Count the weeks in which both run. A vacancy *past* when it leaves out at most one of the
student's weeks (two when its dates are flexible), *past bijna* when at least three quarters of them
are covered (half when flexible), and *past niet* otherwise. A vacancy that runs all year fits. Of a short
one (a few days of shadowing, a project beside lessons) its own weeks count instead of the student's. When the
weeks fit but the vacancy asks more days than the student has, or a fixed school day, it fits nearly.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Fit(StrEnum):
    """The three answers, and the one for a programme whose periods nobody knows."""

    FITS = "past"
    NEARLY = "bijna"
    NOT = "niet"
    UNKNOWN = "onbekend"

    @property
    def word(self) -> str:
        """Return the answer as the site writes it."""
        return {
            Fit.FITS: "Past",
            Fit.NEARLY: "Past bijna",
            Fit.NOT: "Past niet",
            Fit.UNKNOWN: "Nog niet bekend",
        }[self]


class Span(NamedTuple):
    """What a vacancy asks: dates (none when it runs all year), whether they may move, and its days."""

    start: date | None
    end: date | None
    flexible: bool
    days: tuple[str, ...]
    short: bool = False
    """whether the vacancy is not meant to fill the student's period"""


class Slot(NamedTuple):
    """What a student has: dates, days a week at the workplace, and fixed days at school."""

    start: date
    end: date
    days_per_week: int
    school_days: tuple[str, ...] = ()


class FitResult(NamedTuple):
    """The answer with the numbers that explain it."""

    fit: Fit
    weeks: int
    """weeks in which both run"""
    of_weeks: int
    """weeks of the student's period, or of the vacancy when it is a short one"""
    shift: int
    """weeks by which the vacancy starts later (positive) or earlier (negative) than the period"""
    clash: tuple[str, ...]
    """school days on which the vacancy asks the student"""
    days_short: int
    """days a week that the vacancy asks more than the student has"""


def weeks_between(start: date, end: date) -> int:
    """Return how many weeks a span of days covers, first and last day included.

    Rounded to whole weeks, but a few days count as one: only a span that ends before it starts covers none.
    """
    days = (end - start).days + 1
    return max(1, round(days / 7)) if days > 0 else 0


def judge(span: Span, slot: Slot) -> FitResult:
    """Return how `span` lies in `slot`; see the rule above."""
    of_weeks = weeks_between(slot.start, slot.end)
    clash = tuple(day for day in span.days if day in slot.school_days)
    room = 5 - len(slot.school_days) if slot.school_days else 5
    days_short = max(0, len(span.days) - min(slot.days_per_week, room))
    if not span.start or not span.end:
        fit = Fit.NEARLY if clash or days_short else Fit.FITS
        return FitResult(fit, of_weeks, of_weeks, 0, clash, days_short)
    if span.short:
        of_weeks = max(1, weeks_between(span.start, span.end))
    weeks = weeks_between(max(span.start, slot.start), min(span.end, slot.end))
    missing = of_weeks - weeks
    if weeks and missing <= (2 if span.flexible else 1):
        fit = Fit.FITS
    elif weeks >= of_weeks * (0.5 if span.flexible else 0.75):
        fit = Fit.NEARLY
    else:
        fit = Fit.NOT
    if fit is Fit.FITS and (clash or days_short):
        fit = Fit.NEARLY
    return FitResult(fit, weeks, of_weeks, round((span.start - slot.start).days / 7), clash, days_short)


_ORDER = (Fit.FITS, Fit.NEARLY, Fit.NOT)


def best(span: Span, slots: tuple[Slot, ...]) -> tuple[FitResult, int] | None:
    """Return the best answer over several periods with the position of its slot, or None without periods."""
    results = [(judge(span, slot), position) for position, slot in enumerate(slots)]
    if not results:
        return None
    return min(results, key=lambda item: (_ORDER.index(item[0].fit), -item[0].weeks, abs(item[0].shift), item[1]))
