"""The questions of a form in steps: which fields a person is asked for, in which order, and when a question counts.

Labels, help, limits and choices come from the model (`fields_of`). What stands here is only what the model cannot know:
the order in which people think, which fields nobody should have to fill in, and which answers make others needless.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from generator.load.places import RecordKind
from generator.model.fields import FieldSpec, Limits, Sort, fields_of
from generator.model.vocabulary import Level
from generator.validate.shapes import MODELS

Names = tuple[str, ...]
"""Where a field stands in a record: ("begeleiding", "coach")."""

FORMS = (RecordKind.VACANCY, RecordKind.ASSIGNMENT)
"""The kinds of record that people fill in a form for."""


class When(NamedTuple):
    """A question counts only after some answers to another one."""

    path: Names
    values: tuple[str, ...]


class Ask(NamedTuple):
    """One question: a field, and where its choices come from when a register has them."""

    path: Names
    spec: FieldSpec
    register: str = ""
    """the register whose ids are the choices: "vakgebieden"; empty when the model has them or the answer is free"""
    when: When | None = None

    @property
    def name(self) -> str:
        """The path as one word, unique in its form: "begeleiding.coach"."""
        return ".".join(self.path)


class Branch(NamedTuple):
    """One of several ways to answer a group: its fields are asked, those of the other ways are not."""

    label: str
    fields: tuple[str, ...]
    given: Mapping[str, str]
    """what this way says by itself, without asking: {"volgens": "organisatie"}"""


class Step(NamedTuple):
    """A few questions that belong together."""

    id: str
    title: str
    intro: str
    asks: tuple[Ask, ...]


class _Plan(NamedTuple):
    id: str
    title: str
    intro: str
    names: str
    """names of fields, with a blank between; a group stands for all its fields"""


_MBO = tuple(level.value for level in Level if level.is_mbo)

HOMES: dict[RecordKind, FieldSpec] = {
    RecordKind.VACANCY: FieldSpec(
        "organisatie", "Organisatie", "Voor welke organisatie is deze stage?", None, True, None, Sort.LINE, Limits()
    ),
    RecordKind.PERIOD: FieldSpec(
        "instelling", "School", "Voor welke school geef je een periode door?", None, True, None, Sort.LINE, Limits()
    ),
}
"""The question that decides in which folder a record stands, where that is no field of the record itself."""
HOME_REGISTERS = {
    RecordKind.VACANCY: "organisaties",
    RecordKind.ASSIGNMENT: "vakgebieden",
    RecordKind.PERIOD: "instellingen",
}
"""The register whose ids are the folders of a kind of record."""

_PLANS: dict[RecordKind, tuple[_Plan, ...]] = {
    RecordKind.VACANCY: (
        _Plan(
            "werk", "Het werk", "Waar gaat de stage over, en voor wie?",
            "titel soort vakgebied niveaus opleidingen afdeling leerweg leerjaren vorm",
        ),
        _Plan(
            "inhoud", "De inhoud", "Hier kiest een student op. Schrijf zoals je het aan tafel zou vertellen.",
            "samenvatting opdracht taken leerdoelen resultaat profiel programma",
        ),
        _Plan(
            "tijd", "Tijd en plek", "Wanneer kan het, hoeveel uur, en waar?",
            "periode uren_per_week dagen werkvorm standplaats aantal weekendwerk weekendbeloning",
        ),
        _Plan(
            "krijgt", "Wat de student krijgt", "Vergoeding en begeleiding. Studenten vragen hier het meest naar.",
            "vergoeding reiskosten begeleiding extra_begeleiding ruimte_voor_schoolopdrachten bijbaan_mogelijk "
            "perspectief",
        ),
        _Plan(
            "voorwaarden", "Voorwaarden", "Wat moet er geregeld zijn?",
            "voertaal taalniveau vog geheimhouding sbb",
        ),
        _Plan(
            "plaatsen", "Reageren en plaatsen", "Wie krijgt de reacties, en van wanneer tot wanneer staat het open?",
            "solliciteren publiceren_op sluit_op gebaseerd_op status bevestigd_op duo_met voorheen voorbeeld",
        ),
    ),
    RecordKind.ASSIGNMENT: (
        _Plan(
            "werk", "Het werk", "Waar gaat de opdracht over, en voor wie?",
            "titel soort vakgebied niveaus uren_per_week duur_weken werkvorm",
        ),
        _Plan(
            "inhoud", "De inhoud", "Zet dubbele haken om wat een manager zelf invult: [[uitgave]].",
            "samenvatting opdracht taken leerdoelen resultaat profiel aanpassen",
        ),
        _Plan(
            "team", "Wat het vraagt en oplevert", "Wees eerlijk over de tijd die het kost.",
            "begeleiding vraagt krijgt let_op",
        ),
        _Plan(
            "herkomst", "Herkomst", "Wie schreef dit, en voor wie werkt het ook?",
            "herkomst geschikt_voor_jobcarving geen_vooropleiding_nodig nagekeken_op voorbeeld",
        ),
    ),
}  # fmt: skip

HIDDEN = frozenset({"status", "bevestigd_op", "duo_met", "voorheen", "voorbeeld", "programma", "vorm", "nagekeken_op"})
"""Fields that a file may have and a form does not ask for: they come later, or are rare, or are set by hand."""

_REGISTERS = {"vakgebied": "vakgebieden", "opleidingen": "opleidingen", "gebaseerd_op": "opdrachten"}

_WHEN: dict[str, When] = {
    "leerweg": When(("niveaus",), _MBO),
    "sbb": When(("niveaus",), _MBO),
    "weekendbeloning": When(("weekendwerk",), ("true",)),
    "solliciteren.email": When(("solliciteren", "via"), ("organisatie",)),
    "solliciteren.url": When(("solliciteren", "via"), ("organisatie",)),
}

BRANCHES: dict[str, tuple[Branch, ...]] = {
    "periode": (
        Branch("Van begin tot einde", ("start", "eind", "flexibel"), {}),
        Branch("Het hele jaar door", (), {"doorlopend": "true"}),
    ),
    "vergoeding": (
        Branch("De regeling van de organisatie", (), {"volgens": "organisatie"}),
        Branch("Een bedrag", ("bedrag", "per", "bij_uren"), {}),
        Branch("Geen vergoeding", ("geen",), {}),
    ),
}
"""Groups of which one way of answering excludes the others, the most usual first."""


@cache
def steps_of(kind: RecordKind) -> tuple[Step, ...]:
    """Return the steps of the form for `kind`, without the hidden fields; raises KeyError for a kind without form."""
    return tuple(
        Step(plan.id, plan.title, plan.intro, tuple(ask for ask in _asks(kind, plan) if ask.path[0] not in HIDDEN))
        for plan in _PLANS[kind]
    )


@cache
def order_of(kind: RecordKind) -> tuple[FieldSpec, ...]:
    """Return all fields of `kind` in the order in which a file has them: that of the form where there is one."""
    fields = fields_of(MODELS[kind])
    plans = _PLANS.get(kind, ())
    rank = {name: place for place, name in enumerate(" ".join(plan.names for plan in plans).split())}
    return tuple(sorted(fields, key=lambda spec: rank.get(spec.name, len(rank))))


def asks_of(kind: RecordKind) -> Iterator[Ask]:
    """Yield every question of the form for `kind`, in order."""
    for step in steps_of(kind):
        yield from step.asks


def _asks(kind: RecordKind, plan: _Plan) -> Iterator[Ask]:
    known = {spec.name: spec for spec in fields_of(MODELS[kind])}
    for name in plan.names.split():
        yield from _leaves((name,), known[name], _WHEN.get(name))


def _leaves(path: Names, spec: FieldSpec, when: When | None) -> Iterator[Ask]:
    if spec.sort is Sort.BLOCK:
        for inner in spec.fields:
            deeper = (*path, inner.name)
            yield from _leaves(deeper, inner, _WHEN.get(".".join(deeper), when))
    else:
        yield Ask(path, spec, _REGISTERS.get(path[-1], ""), when)


def at(value: Mapping[str, Any], path: Sequence[str]) -> Any:
    """Return what stands at `path` in a raw value, or None."""
    here: Any = value
    for name in path:
        here = here.get(name) if isinstance(here, Mapping) else None
    return here


def put(value: dict[str, Any], path: Sequence[str], answer: Any) -> None:
    """Set what stands at `path` in a raw value, making the groups on the way."""
    for name in path[:-1]:
        value = value.setdefault(name, {})
    value[path[-1]] = answer
