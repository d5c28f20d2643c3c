"""The page with the state of the portal: what is stale, ends or is not confirmed, and where nothing is on offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.pages import FrontMatter
from generator.relate.attention import Attention, Due, Gap, OpenPeriod, white
from generator.relate.registers import Registers
from generator.render import addresses, words
from generator.render.views import KeyFigureView, Link
from generator.render.words import missing_in, share_text, since_text

MOST_ROWS = 10
"""So many rows of a list are shown; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: what it is about, and a cell for each further column."""

    name: Link
    """its address is empty when it leads nowhere"""
    cells: tuple[str, ...]
    gap: bool = False
    """whether something is missing here, in a table where that differs from row to row"""


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its heading and the sentence under it."""

    id: str
    title: str
    intro: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    more: str
    """what is said of the rows that are not shown; without rows, the sentence that all is well"""
    counts: bool = False
    """whether its columns hold counts, which fit beside each other on every screen"""


@dataclass(frozen=True, slots=True)
class Part:
    """Some tables under one heading."""

    id: str
    title: str
    intro: str
    tables: tuple[Table, ...]
    well: tuple[str, ...]
    """sentences about what asks for nothing"""


@dataclass(frozen=True, slots=True)
class StatusPage:
    """Everything on the page with the state of the portal (template pages/status.html)."""

    title: str
    intro: str
    crumbs: tuple[Link, ...]
    day: str
    figures: tuple[KeyFigureView, ...]
    parts: tuple[Part, ...]


def status_page(facts: Attention, registers: Registers, front: FrontMatter) -> StatusPage:
    """Return the view of what asks for attention."""
    day = words.day_text(date.fromordinal(facts.today))
    return StatusPage(
        title=front.title,
        intro=front.intro or "",
        crumbs=(Link("Over het Stagebureau", addresses.ABOUT),),
        day=day,
        figures=_figures(facts, day),
        parts=(
            _part(
                "vacatures",
                "Vacatures",
                "Wat open staat en om aandacht vraagt.",
                (_stale(facts, registers), _expiring(facts, registers), _closed(facts, registers)),
            ),
            _part("periodes", "Stageperiodes", "Wat scholen doorgaven.", (_periods(facts), _no_periods(facts))),
            _part("vlekken", "Witte vlekken", "Waar nog geen vacature of voorbeeldopdracht is.", _gaps(facts)),
        ),
    )


def _figures(facts: Attention, day: str) -> tuple[KeyFigureView, ...]:
    unconfirmed = len(facts.periods)
    return (
        KeyFigureView(
            words.number_text(facts.open),
            "vacature staat open" if facts.open == 1 else "vacatures staan open",
            f"Op {day}.",
        ),
        KeyFigureView(
            share_text(facts.stale_rate),
            "daarvan is te lang niet bevestigd",
            f"{words.number_text(len(facts.stale))} van de {words.number_text(facts.open)}: niemand zei de laatste "
            f"{facts.threshold} dagen dat de plek er nog is.",
        ),
        KeyFigureView(
            words.number_text(unconfirmed),
            "stageperiode is niet bevestigd" if unconfirmed == 1 else "stageperiodes zijn niet bevestigd",
            f"Van de {words.number_text(facts.period_count)} die lopen of nog komen.",
        ),
    )


def _part(id_: str, title: str, intro: str, tables: Sequence[Table]) -> Part:
    """Return a part in which tables without rows are one sentence each."""
    full = tuple(table for table in tables if table.rows)
    return Part(id_, title, intro, full, tuple(table.more for table in tables if not table.rows))


def _table(
    id_: str, title: str, intro: str, heads: tuple[str, ...], rows: Sequence[Row], nothing: str, most: int = MOST_ROWS
) -> Table:
    left = len(rows) - most
    more = nothing if not rows else f"En nog {words.number_text(left)}." if left > 0 else ""
    return Table(id_, f"{title} ({words.number_text(len(rows))})", intro, heads, tuple(rows[:most]), more)


# Vacancies


def _vacancy_row(due: Due, registers: Registers, cell: str) -> Row:
    organisation = registers.organisations[due.facts.organisation].short_name
    return Row(Link(due.facts.title, addresses.vacancy(due.facts.key)), (organisation, cell))


def _stale(facts: Attention, registers: Registers) -> Table:
    return _table(
        "niet-bevestigd",
        "Niet bevestigd",
        "Bestaat de plek nog? Zet dan de dag van vandaag bij bevestigd_op.",
        ("Vacature", "Organisatie", "Laatst bekend"),
        [_vacancy_row(due, registers, words.capital(since_text(due))) for due in facts.stale],
        "Van elke open vacature is kort geleden nagekeken of de plek er nog is.",
    )


def _expiring(facts: Attention, registers: Registers) -> Table:
    return _table(
        "sluit-binnenkort",
        "Sluit binnenkort",
        "Is er nog niemand gevonden? Kies dan een latere sluitdag.",
        ("Vacature", "Organisatie", "Reageren tot en met"),
        [_vacancy_row(due, registers, _weekday(due)) for due in facts.expiring],
        "Er sluit de komende dagen niets.",
    )


def _weekday(due: Due) -> str:
    """Return "zaterdag 21 november"; the year is clear so near by."""
    return words.weekday_text(date.fromordinal(due.day)).rpartition(" ")[0]


def _closed(facts: Attention, registers: Registers) -> Table:
    return _table(
        "lang-gesloten",
        "Meer dan een jaar gesloten",
        "Deze adressen blijven bestaan. Komt de plek terug, plaats haar dan opnieuw.",
        ("Vacature", "Organisatie", "Gesloten na"),
        [_vacancy_row(due, registers, words.day_text(date.fromordinal(due.day))) for due in facts.long_closed],
        "Geen vacature is al meer dan een jaar gesloten.",
    )


# Periods


def _periods(facts: Attention) -> Table:
    schools: dict[str, list[OpenPeriod]] = {}
    for item in facts.periods:
        schools.setdefault(item.institution_id, []).append(item)
    rows = [
        Row(
            Link(items[0].institution.name, addresses.school(id_)),
            (words.counted(len(items), "periode", "periodes"), words.day_text(items[0].period.start)),
        )
        for id_, items in sorted(schools.items(), key=lambda pair: pair[1][0].institution.name)
    ]
    return _table(
        "niet-door-school-bevestigd",
        "Scholen met periodes die niet zijn bevestigd",
        "We kennen de datums, maar de school heeft ze dit jaar niet bevestigd.",
        ("School", "Niet bevestigd", "De eerste begint op"),
        rows,
        "Elke stageperiode is door de school bevestigd.",
    )


def _no_periods(facts: Attention) -> Table:
    return _table(
        "geen-periodes",
        "Schooljaren waarvoor periodes ontbreken",
        "Vraag deze scholen wanneer hun studenten kunnen komen.",
        ("Schooljaar", "Scholen"),
        [Row(Link(year, ""), (words.joined(names),)) for year, names in facts.without_periods],
        "Voor het volgende schooljaar heeft elke school een periode doorgegeven.",
    )


# White spots


def _gaps(facts: Attention) -> tuple[Table, ...]:
    empty = [gap for gap in facts.organisations if gap.is_white]
    return (
        _gap_table(
            "start", "Startmomenten", "Waarvoor nu vacatures worden geplaatst.", facts.cycles, "Startmoment", ""
        ),
        _gap_table("niveaus", "Niveaus", "Een stage kan voor meer niveaus zijn.", facts.levels, "Niveau", "niveau"),
        _gap_table("vakgebieden", "Vakgebieden", "", facts.fields, "Vakgebied", "vakgebied"),
        _table(
            "organisaties",
            "Organisaties zonder vacature",
            "Niet open en niet gepland.",
            ("Organisatie",),
            [Row(Link(gap.name, addresses.organisation(gap.id)), ()) for gap in empty],
            "Elke organisatie heeft een vacature.",
        ),
        _table(
            "opleidingen",
            "Opleidingen waar iets ontbreekt",
            "Geen vacature die de opleiding noemt, of geen voorbeeldopdracht op haar niveau in haar vakgebied.",
            ("Opleiding", "Wat ontbreekt"),
            [
                Row(Link(gap.name, addresses.programme(gap.id)), (words.capital(missing_in(gap)),))
                for gap in white(facts.programmes)
            ],
            "Voor elke opleiding is er een vacature en een voorbeeldopdracht.",
        ),
    )


def _gap_table(id_: str, title: str, intro: str, gaps: Sequence[Gap], head: str, facet: str) -> Table:
    """Return a table of all values with their counts, those with a gap marked."""
    with_examples = any(gap.examples >= 0 for gap in gaps)
    rows = tuple(
        Row(
            Link(gap.name, addresses.vacancies_by(facet, gap.id) if facet else ""),
            tuple(words.number_text(count) for count in (gap.vacancies, gap.examples)[: 1 + with_examples]),
            gap.is_white,
        )
        for gap in gaps
    )
    heads = (head, "Vacatures", "Voorbeelden")[: 2 + with_examples]
    count = len(white(gaps))
    more = f"{words.counted(count, 'witte vlek', 'witte vlekken')}." if count else "Geen witte vlekken."
    if not rows:
        more = "Er is nu geen vast startmoment waarvoor vacatures worden geplaatst."
    return Table(id_, title, intro, heads, rows, more, counts=True)
