"""The listed vacancies as columns of small numbers, in the order of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from generator.model.vocabulary import HandStatus
from generator.relate import facets
from generator.relate.facts import Facts
from generator.relate.registers import Registers
from generator.relate.selections import Portal
from generator.render import words
from generator.render.search.columns import Texts, facet_column
from generator.render.search.folding import folded
from generator.render.search.rows import VacancyRow

EPOCH = date(1970, 1, 1).toordinal()
_SOURCES = {
    "organisatie": ("org",),
    "periode": ("start",),
    "uren": ("uren",),
    "opleiding": ("vakgebied", "niveau", "genoemd"),
    "school": ("genoemd",),
    "maand": ("start",),
    "seizoen": ("start",),
    "doorlopend": ("start",),
}
"""The facets that follow from columns, or from facets before them: of these no column of their own is written."""


def vacancy_columns(portal: Portal, rows: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """Return the listed vacancies in the order of the site, as columns; `rows` are the search rows by file."""
    facts = [standing.facts for standing in portal.listed]
    further = [VacancyRow(*rows[item.file]) for item in facts]
    registers = portal.registers
    zero = min((item.opens for item in facts), default=portal.today)
    texts = Texts()
    organisations = {id_: place for place, id_ in enumerate(registers.organisations)}
    thresholds = registers.region.thresholds
    columns: dict[str, Any] = {
        "nul": zero - EPOCH,
        "drempels": {
            "nieuw": thresholds.new_days,
            "sluit": thresholds.closing_days,
            "lang": thresholds.long_part_time_weeks,
        },
        "organisaties": [_organisation(id_, registers) for id_ in registers.organisations],
        "teksten": texts.all,
        "titel": [item.title for item in facts],
        **_names(facts),
        "org": [organisations[item.organisation] for item in facts],
        "afdeling": [texts.number(row.department) for row in further],
        "plaats": [texts.number(row.place) for row in further],
        "beloning": [texts.number(row.allowance) for row in further],
        "bedrag": [row.amount for row in further],
        "begeleiding": [texts.number(row.supervision) for row in further],
        "uren": [item.hours for item in facts],
        "start": [item.start - zero if item.start else -1 for item in facts],
        "eind": [item.end - zero if item.end else -1 for item in facts],
        "flex": [int(row.flexible) for row in further],
        "kort": [int(row.short) for row in further],
        "dagen": [row.days for row in further],
        "open": [item.opens - zero for item in facts],
        "sluit": [item.closes - zero for item in facts],
        "stand": [int(item.status == HandStatus.TALKS) for item in facts],
        "voorbeeld": [int(item.sample) for item in facts],
        "vog": [int(row.certificate) for row in further],
        "momenten": {
            str(day - zero): words.closing_moment(date.fromordinal(day)) for day in sorted({f.closes for f in facts})
        },
        "voorheen": {former: place for place, item in enumerate(facts) for former in item.formerly},
    }
    columns["facetten"] = _facets(facts, columns, registers)
    return columns


def _names(facts: Sequence[Facts]) -> dict[str, list[Any]]:
    """Return the last step of every address: how much of the folded title it begins with, and what follows."""
    heads, rests = [], []
    for item in facts:
        name = item.key.split("/", maxsplit=1)[1]
        title = "-".join(folded(item.title))
        same = next((place for place, (a, b) in enumerate(zip(name, title, strict=False)) if a != b), None)
        head = min(len(name), len(title)) if same is None else same
        heads.append(head)
        rests.append(name[head:])
    return {"kop": heads, "rest": rests}


def _organisation(id_: str, registers: Registers) -> dict[str, Any]:
    organisation = registers.organisations[id_]
    tile = organisation.tile
    known = organisation.latitude is not None and organisation.longitude is not None
    return {
        "id": id_,
        "naam": organisation.name,
        "kort": organisation.short_name,
        "kaart": organisation.map_name or "",
        "plek": [tile.column, tile.row] if tile else None,
        "ligging": [organisation.latitude, organisation.longitude] if known else None,
    }


def _facets(facts: Sequence[Facts], columns: Mapping[str, Sequence[int]], registers: Registers) -> list[dict[str, Any]]:
    numbers = dict(columns)
    made = []
    for facet in facets.FACETS:
        source = _SOURCES.get(facet.id, ())
        made.append(_facet(facet, facts, registers, {name: numbers[name] for name in source}))
        if not source:
            numbers[facet.id] = made[-1]["kolom"]
    return made


def _facet(
    facet: facets.Facet, facts: Sequence[Facts], registers: Registers, source: Mapping[str, Sequence[int]]
) -> dict[str, Any]:
    """Return one facet; what it follows from (`source`) says as much of a vacancy as the vacancy itself."""
    if source:
        keys = list(zip(*source.values(), strict=True))
    else:
        keys = [tuple(facet.of(item, registers)) for item in facts]
    one_of = dict(zip(keys, facts, strict=True))

    def chosen(key: tuple[Any, ...]) -> Iterable[str]:
        return facet.of(one_of[key], registers)

    values = facet.values(registers)
    if facet.word:
        values = {value: facet.word(value) for value in sorted({value for key in one_of for value in chosen(key)})}
    return facet_column(facet.id, facet.label, values, keys, chosen, source=tuple(source), hidden=facet.hidden)
