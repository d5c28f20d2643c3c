"""Internship periods to SVG: a school year of bars for wide screens, one small bar for narrow ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

MONTHS = ("sep", "okt", "nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul")
WIDTH, LABELS, RIGHT = 1184, 304, 8
ROW, HEAD, TOP, BAR = 46, 50, 56, 31


@dataclass(frozen=True, slots=True)
class Bar:
    """One period as drawn: from and to, its look and the words inside."""

    start: date
    end: date
    look: str
    """mbo · hbo · wo, with " lint" for a period of a few days a week"""
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the timeline: what it is about, and bars that do not overlap."""

    title: str
    note: str
    levels: str
    """the level ids of this row, space separated"""
    bars: tuple[Bar, ...]
    names: str = ""
    """all its programmes, a semicolon between: the title has room for one"""


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one institution."""

    title: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Holidays and the like, hatched behind the rows."""

    start: date
    end: date
    name: str


def school_year_bounds(first_year: int) -> tuple[date, date]:
    """Return the first and last day that the timeline of a school year shows."""
    return date(first_year, 8, 24), date(first_year + 1, 7, 31)


def timeline(
    sections: Sequence[Section], first_year: int, holidays: Sequence[Span], today: date, title: str, name: str
) -> Markup:
    """Return the timeline of one school year as an SVG with `title` for assistive technology.

    `name` makes the ids inside unique on the page. Bars, lines and texts carry classes of the
    component `tijdlijn`; nothing here holds a colour.
    """
    first, last = school_year_bounds(first_year)
    body: list[str] = []
    y = TOP
    for section in sections:
        body.append(f'<g class="t-groep"><path class="t-lijn-kop" d="M0 {y + 4}H{WIDTH}"/>')
        body.append(f'<text class="t-kop" x="0" y="{y + 30}">{escape(section.title)}</text></g>')
        y += HEAD
        for lane in section.lanes:
            body.append(_lane(lane, y, first, last))
            y += ROW
        y += 8
    height = y + 30
    frame = "".join(_months(first, last, first_year, height)) + "".join(_holidays(holidays, first, last, y, name))
    now = _today(today, first, last, y) if first <= today <= last else ""
    pattern = (
        f'<defs><pattern id="{name}-vak" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="t-arcering" d="M0 0V7"/></pattern>'
        f'<pattern id="{name}-lint" width="8" height="8" patternUnits="userSpaceOnUse">'
        '<path class="t-streep" d="M2 0V8"/></pattern></defs>'
    )
    drawn = "".join(body).replace("#lint", f"#{name}-lint")
    return Markup(
        f'<svg class="sp-tijdlijn-svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{name}-titel">'
        f'<title id="{name}-titel">{escape(title)}</title>{pattern}{frame}{drawn}{now}</svg>'
    )


def small_bar(bars: Sequence[Bar], first_year: int) -> Markup:
    """Return one small bar over the school year, hidden from assistive technology."""
    first, last = school_year_bounds(first_year)
    drawn = []
    for bar in bars:
        left, right = _x(bar.start, first, last, 0, 300), _x(bar.end, first, last, 0, 300)
        drawn.append(
            f'<rect class="t-{bar.look.replace(" ", " t-")}" x="{left:.0f}" y="14" '
            f'width="{max(3, right - left):.0f}" height="12"/>'
        )
    for place, month in enumerate(MONTHS):
        x = _x(_month(place, first_year), first, last, 0, 300) + 3
        drawn.append(f'<text class="t-letter" x="{x:.0f}" y="10">{month[0]}</text>')
    frame = '<svg class="sp-balkje" viewBox="0 0 300 28" aria-hidden="true" focusable="false">'
    return Markup(f"{frame}{''.join(drawn)}</svg>")


def lanes_of(title: str, note: str, levels: str, bars: Sequence[Bar], names: str = "") -> tuple[Lane, ...]:
    """Lay bars that overlap on rows of their own; each row carries the same words."""
    rows: list[list[Bar]] = []
    for bar in sorted(bars, key=lambda bar: (bar.start, bar.end)):
        for row in rows:
            if row[-1].end < bar.start:
                row.append(bar)
                break
        else:
            rows.append([bar])
    return tuple(Lane(title, note, levels, tuple(row), names) for row in rows)


def _x(day: date, first: date, last: date, left: float, width: float) -> float:
    inside = min(max(day, first), last)
    return left + (inside - first).days / (last - first).days * width


def _at(day: date, first: date, last: date) -> float:
    return _x(day, first, last, LABELS, WIDTH - LABELS - RIGHT)


def _month(place: int, first_year: int) -> date:
    month = 9 + place
    return date(first_year + (month > 12), (month - 1) % 12 + 1, 1)


def _months(first: date, last: date, first_year: int, height: int) -> list[str]:
    parts = []
    for place, name in enumerate(MONTHS):
        x = _at(_month(place, first_year), first, last)
        parts.append(f'<path class="t-lijn" d="M{x:.0f} {TOP - 16}V{height - 30}"/>')
        parts.append(f'<text class="t-maand" x="{x + 6:.0f}" y="{TOP - 20}">{name}</text>')
        if place in (0, 4):
            parts.append(f'<text class="t-jaar" x="{x + 6:.0f}" y="{TOP - 39}">{first_year + (place > 0)}</text>')
    return parts


def _holidays(holidays: Sequence[Span], first: date, last: date, bottom: int, name: str) -> list[str]:
    parts = []
    for span in holidays:
        if span.end < first or span.start > last:
            continue
        left, right = _at(span.start, first, last), _at(span.end, first, last)
        parts.append(
            f'<rect class="t-vakantie" fill="url(#{name}-vak)" x="{left:.0f}" y="{TOP - 12}" '
            f'width="{max(4, right - left):.0f}" height="{bottom - TOP + 12}"/>'
        )
    return parts


def _today(today: date, first: date, last: date, bottom: int) -> str:
    x = _at(today, first, last)
    return (
        f'<g class="t-nu"><path d="M{x:.0f} {TOP - 12}V{bottom}"/>'
        f'<rect x="{x - 38:.0f}" y="{bottom}" width="76" height="26" rx="13"/>'
        f'<text x="{x:.0f}" y="{bottom + 18}" text-anchor="middle">Vandaag</text></g>'
    )


def _lane(lane: Lane, y: int, first: date, last: date) -> str:
    parts = [
        f'<g class="t-rij" data-niveaus="{lane.levels}" data-namen="{escape(lane.names)}">',
        f'<text class="t-titel" x="0" y="{y + 16}">{escape(lane.title)}</text>',
        f'<text class="t-sub" x="0" y="{y + 35}">{escape(lane.note)}</text>',
    ]
    for bar in lane.bars:
        left, right = _at(bar.start, first, last), _at(bar.end, first, last)
        width = max(6, right - left)
        look = bar.look.replace(" ", " t-")
        parts.append(
            f'<rect class="t-{look}" data-datums="{bar.start} {bar.end}" x="{left:.0f}" y="{y + 4}" '
            f'width="{width:.0f}" height="{BAR}" rx="4"/>'
        )
        if "lint" in bar.look:
            parts.append(
                f'<rect class="t-lint-streep" fill="url(#lint)" x="{left + 2:.0f}" y="{y + 6}" '
                f'width="{max(2, width - 4):.0f}" height="{BAR - 4}"/>'
            )
            parts.append(
                f'<rect class="t-lint-vlak" x="{left + 6:.0f}" y="{y + 9}" '
                f'width="{min(width - 12, len(bar.text) * 8.2 + 14):.0f}" height="{BAR - 10}" rx="3"/>'
            )
        if len(bar.text) * 8.2 + 20 <= width:
            parts.append(
                f'<text class="t-balk-tekst{" t-op-lint" if "lint" in bar.look else ""}" '
                f'x="{left + 13:.0f}" y="{y + 25}">{escape(bar.text)}</text>'
            )
    parts.append("</g>")
    return "".join(parts)
