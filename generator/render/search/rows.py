"""What the search needs of one vacancy or assignment beyond its facts, as plain values that can be kept in a cache."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.offers import Assignment, Offer, Supervision, Vacancy
from generator.model.parties import Organisation
from generator.model.vocabulary import Day, Per
from generator.relate.links import span_of
from generator.render import words
from generator.render.pages.cards import duration_text, supervision_hours
from generator.render.search.folding import telling

MONTH_HOURS = 36
"""Allowances are compared as euro a month at so many hours a week."""
_WEEKS_IN_MONTH = 52 / 12


class VacancyRow(NamedTuple):
    """A vacancy in the search file: texts as the card shows them, numbers, and further words."""

    department: str
    place: str
    allowance: str
    amount: int
    """euro a month at 36 hours a week, 0 for none or unknown"""
    supervision: str
    flexible: bool
    short: bool
    days: int
    """sum of 1 for Monday, 2 for Tuesday and so on"""
    certificate: bool
    summary: str
    words: tuple[str, str, str]
    """telling words of the summary, of the lists, of the text: each leaves out those before it"""


class AssignmentRow(NamedTuple):
    """An assignment in the search file."""

    duration: str
    supervision: str
    summary: str
    words: tuple[str, str, str]
    """telling words of the summary, of the lists, of the text: each leaves out those before it"""


def vacancy_row(vacancy: Vacancy, organisation: Organisation) -> VacancyRow:
    """Return the search row of one vacancy of `organisation`."""
    span = span_of(vacancy)
    return VacancyRow(
        vacancy.department or "",
        words.place_text(vacancy, organisation),
        words.allowance_short(vacancy.allowance, organisation),
        _amount(vacancy, organisation),
        supervision_text(vacancy.supervision),
        span.flexible,
        span.short,
        sum(1 << place for place, day in enumerate(Day) if day in vacancy.days),
        vacancy.conduct_certificate,
        vacancy.summary,
        _words(vacancy),
    )


def _words(offer: Offer, *lists: str) -> tuple[str, str, str]:
    """Return the telling words of an offer in three layers, those of its title left out."""
    known = set(telling([offer.title], set()))
    lists = (*offer.tasks, *offer.goals, *offer.profile, offer.deliverable or "", *lists)
    return (
        " ".join(telling([offer.summary], known)),
        " ".join(telling(lists, known)),
        " ".join(telling([offer.assignment], known)),
    )


def supervision_text(supervision: Supervision) -> str:
    """Return "2 uur per week, met buddy"."""
    hours = f"{words.hours_text(supervision.hours_per_week)} per week"
    return f"{hours}, met buddy" if supervision.buddy else hours


def _amount(vacancy: Vacancy, organisation: Organisation) -> int:
    pay, scheme = vacancy.allowance, organisation.scheme
    if pay.none_because:
        return 0
    if pay.amount and pay.per:
        return _comparable(pay.amount, pay.per, pay.at_hours)
    return _comparable(scheme.amount, scheme.per, scheme.at_hours) if scheme else 0


def _comparable(amount: float, per: Per, at_hours: int | None) -> int:
    if per is Per.HOUR:
        return round(amount * MONTH_HOURS * _WEEKS_IN_MONTH)
    return round(amount * MONTH_HOURS / (at_hours or MONTH_HOURS))


def assignment_row(assignment: Assignment) -> AssignmentRow:
    """Return the search row of one assignment."""
    return AssignmentRow(
        duration_text(assignment),
        supervision_hours(assignment.supervision.hours_per_week),
        assignment.summary,
        _words(assignment, *assignment.gives),
    )
