"""The few facts of a vacancy that other pages need, as plain values that can be kept in a cache."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.offers import Allowance, Vacancy
from generator.model.vocabulary import Half, HandStatus, Kind, PayKind, Route, State
from generator.relate.registers import Registers


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
    work_mode: str = ""
    language: str = ""
    pay: str = ""
    """value of a `PayKind`; empty when the scheme of the organisation decides"""
    route: str = ""
    """the learning route that is asked, or that the kind of internship has by itself"""


ALL_YEAR = "doorlopend"
"""What stands in the place of a half-year when an internship can start at any time."""
_ROUTES = {Kind.BBL: Route.BBL, Kind.BPV: Route.BOL}


def facts_of(key: str, vacancy: Vacancy, file: str = "", digest: str = "") -> Facts:
    """Return the facts of one vacancy, as builtin values only; its file matters to some questions and not to others."""
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
        vacancy.work_mode.value,
        vacancy.language.value,
        _pay(vacancy.allowance),
        _route(vacancy),
    )


def _route(vacancy: Vacancy) -> str:
    route = vacancy.route or _ROUTES.get(vacancy.kind)
    return route.value if route else ""


def _pay(pay: Allowance) -> str:
    if pay.none_because:
        return PayKind.WITHOUT.value
    return PayKind.WITH.value if pay.amount and pay.per else ""


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


def state_of(facts: Facts, registers: Registers, today: int) -> State:
    """Return where a vacancy stands on the day `today` (an ordinal)."""
    closing_days = registers.region.thresholds.closing_days
    return state_on(today, facts.opens, facts.closes, facts.status, closing_days)


def half_of(start: int) -> str:
    """Return the half-year in which an internship starts: "2027-voorjaar", or "doorlopend"."""
    if not start:
        return ALL_YEAR
    day = date.fromordinal(start)
    return f"{day.year}-{(Half.SPRING if day.month <= 6 else Half.AUTUMN).value}"
