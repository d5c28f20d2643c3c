"""The few facts of a vacancy that other pages need, as plain values that can be kept in a cache."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.offers import Vacancy
from generator.model.vocabulary import HandStatus, State


class Facts(NamedTuple):
    """A vacancy in lists, counts and relations; days are ordinals (`date.toordinal`), 0 for none."""

    key: str
    file: str
    digest: str
    """fingerprint of the file"""
    title: str
    kind: str
    field: str
    levels: tuple[str, ...]
    programmes: tuple[str, ...]
    organisation: str
    start: int
    end: int
    hours: int
    places: int
    opens: int
    closes: int
    status: str
    based_on: str
    paired_with: str
    sample: bool
    formerly: tuple[str, ...]
    """ids under which the vacancy stood before its file was moved"""
    confirmed: int = 0
    """the day on which somebody last looked whether the place is still there"""


def facts_of(key: str, file: str, digest: str, vacancy: Vacancy) -> Facts:
    """Return the facts of one vacancy, as builtin values only."""
    period = vacancy.period
    return Facts(
        key,
        file,
        digest,
        vacancy.title,
        vacancy.kind.value,
        vacancy.field,
        tuple(level.value for level in vacancy.levels),
        vacancy.programmes,
        key.split("/", maxsplit=1)[0],
        period.start.toordinal() if period.start else 0,
        period.end.toordinal() if period.end else 0,
        vacancy.hours_per_week,
        vacancy.places,
        vacancy.opens_on.toordinal(),
        vacancy.closes_on.toordinal(),
        vacancy.status.value,
        vacancy.based_on or "",
        vacancy.paired_with or "",
        vacancy.sample,
        vacancy.formerly,
        vacancy.confirmed_on.toordinal() if vacancy.confirmed_on else 0,
    )


def state_on(today: int, opens: int, closes: int, status: str, closing_days: int) -> State:
    """Return where a vacancy stands on the day `today` (an ordinal).

    The closing day belongs to it: a vacancy that closes today is open until midnight in Amsterdam.
    """
    if status == HandStatus.WITHDRAWN:
        return State.WITHDRAWN
    if status == HandStatus.FILLED:
        return State.FILLED
    if today < opens:
        return State.PLANNED
    if today > closes:
        return State.CLOSED
    if status == HandStatus.TALKS:
        return State.TALKS
    return State.CLOSING if closes - today <= closing_days else State.OPEN


def half_of(start: int) -> str:
    """Return the half-year in which an internship starts: "2027-voorjaar", or "doorlopend"."""
    if not start:
        return "doorlopend"
    day = date.fromordinal(start)
    return f"{day.year}-{'voorjaar' if day.month <= 6 else 'najaar'}"
