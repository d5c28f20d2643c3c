"""The issue forms for GitHub: the questions of a kind of record as headings, with choices as words instead of ids.

`questions_of` is the one list that both the form and the reader of its answers use, so that a heading cannot mean two
things. Labels, help, limits and choices come from the model and the registers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from generator.contribute.choices import Choices, choices_of
from generator.contribute.field_words import example_text, limits_text
from generator.contribute.forms import BRANCHES, HOME_REGISTERS, HOMES, Ask, Branch, Names, order_of, steps_of
from generator.load.places import RecordKind
from generator.model.fields import FieldSpec, Sort, fields_of
from generator.relate.registers import Registers
from generator.validate.shapes import MODELS

TRUTHS: Choices = (("true", "Ja"), ("false", "Nee"))
SET_BY_US = frozenset({"id", "bevestigd_op", "voorbeeld"})
"""Fields of a period that nobody is asked for: its name, the day of confirmation, and what real data never has."""
BY_NAME = frozenset({"opdrachten"})
"""Registers that change with every contribution: a form that listed them would be out of date the next day."""


class Question(NamedTuple):
    """One heading of the form with everything that is needed to ask it and to read its answer."""

    id: str
    """unique in the form: "vergoeding-bedrag" """
    label: str
    """the heading, unique in the form"""
    path: Names
    """where the answer stands in the record; empty when it decides the folder"""
    spec: FieldSpec
    required: bool
    """whether the form can be sent without an answer"""
    choices: Choices = ()
    """empty when the answer is free"""
    branches: tuple[Branch, ...] = ()
    """the ways of answering, for a question that chooses between them"""
    ask: Ask | None = None
    hint: str = ""
    """when the question counts, in words"""


class Part(NamedTuple):
    """A few questions below one title."""

    title: str
    intro: str
    questions: tuple[Question, ...]


class _Page(NamedTuple):
    """What stands around the questions of one kind."""

    name: str
    about: str
    title: str
    label: str
    welcome: str


PAGES: dict[RecordKind, _Page] = {
    RecordKind.VACANCY: _Page(
        "Nieuwe stagevacature",
        "Bied een stageplek aan bij je gemeente of organisatie.",
        "Vacature: ",
        "vacature",
        "Fijn dat je een stageplek aanbiedt. Je hebt er ongeveer twintig minuten voor nodig.",
    ),
    RecordKind.ASSIGNMENT: _Page(
        "Nieuwe voorbeeldopdracht",
        "Deel een opdracht waar ook andere gemeenten mee uit de voeten kunnen.",
        "Opdracht: ",
        "opdracht",
        "Fijn dat je een opdracht deelt. Schrijf hem zo dat een manager in een andere gemeente hem kan gebruiken.",
    ),
    RecordKind.PERIOD: _Page(
        "Stageperiode doorgeven",
        "Voor scholen: vertel wanneer je studenten stage lopen.",
        "Stageperiode: ",
        "periode",
        "Fijn dat je laat weten wanneer je studenten kunnen komen. Vul voor elke periode één formulier in.",
    ),
}
"""The kinds of record that have an issue form."""

_PUBLIC = (
    "**Alles wat je hier schrijft is openbaar.** Noem daarom geen mensen bij hun naam. Schrijf een functie, "
    "zoals *adviseur communicatie*, en een gedeelde mailbox. Geen privéadres en geen mobiel nummer."
)
_NEXT = (
    "**Wat er daarna gebeurt.** Onder je bericht komt een antwoord. Daarin staat wat er nog mist, of dat alles er is. "
    "Dan leest een beheerder van het Stagebureau mee. Die beslist of het op het portaal komt. "
    "Je kunt je tekst tot die tijd altijd verbeteren."
)


def issue_form(kind: RecordKind, registers: Registers) -> str:
    """Return the issue form for `kind` as GitHub wants it; raises KeyError for a kind without one."""
    page = PAGES[kind]
    form = {
        "name": page.name,
        "description": page.about,
        "title": page.title,
        "labels": [page.label],
        "body": [_markdown(f"{page.welcome}\n\n{_PUBLIC}\n\n{_NEXT}"), *_elements(parts_of(kind, registers))],
    }
    return yaml.dump(form, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def parts_of(kind: RecordKind, registers: Registers) -> tuple[Part, ...]:
    """Return the questions of the form for `kind` in their order, by part; raises KeyError for a kind without form."""
    if kind is RecordKind.PERIOD:
        asks = tuple(Ask((spec.name,), spec) for spec in order_of(kind) if spec.name not in SET_BY_US)
        parts = [Part("De periode", "Wanneer kunnen je studenten komen?", tuple(_questions(kind, asks, registers)))]
    else:
        parts = [Part(step.title, step.intro, tuple(_questions(kind, step.asks, registers))) for step in steps_of(kind)]
    if kind in HOMES:
        spec = HOMES[kind]
        home = Question(spec.name, spec.label, (), spec, True, choices_of(HOME_REGISTERS[kind], registers))
        parts[0] = parts[0]._replace(questions=(home, *parts[0].questions))
    return tuple(parts)


def questions_of(kind: RecordKind, registers: Registers) -> tuple[Question, ...]:
    """Return every question of the form for `kind`, in order."""
    return tuple(question for part in parts_of(kind, registers) for question in part.questions)


def _questions(kind: RecordKind, asks: Sequence[Ask], registers: Registers) -> Iterator[Question]:
    groups = {spec.name: spec for spec in fields_of(MODELS[kind])}
    opened = ""
    for ask in asks:
        name = ask.path[0]
        branches = BRANCHES.get(name, ()) if len(ask.path) > 1 else ()
        if branches and name != opened:
            opened = name
            words = tuple((branch.label, branch.label) for branch in branches)
            yield Question(name, groups[name].label, (name,), groups[name], True, words, branches)
        own = [branch for branch in branches if ask.path[-1] in branch.fields]
        if branches and not own:
            continue  # what a way of answering says by itself is never asked
        label = f"{groups[name].label}: {ask.spec.label}" if len(ask.path) > 1 else ask.spec.label
        required = ask.spec.required and ask.when is None and not branches
        hint = f"Alleen bij: {own[0].label}." if own else _condition(kind, ask)
        yield Question(
            ask.name.replace(".", "-"), label, ask.path, ask.spec, required, _choices(ask, registers), (), ask, hint
        )


def _choices(ask: Ask, registers: Registers) -> Choices:
    if ask.spec.sort is Sort.TRUTH:
        return TRUTHS
    if ask.register and ask.register not in BY_NAME:
        return choices_of(ask.register, registers)
    return ask.spec.choices


def _condition(kind: RecordKind, ask: Ask) -> str:
    if not ask.when:
        return ""
    fields: Sequence[FieldSpec] = fields_of(MODELS[kind])
    labels: list[str] = []
    for name in ask.when.path:
        spec = next(field for field in fields if field.name == name)
        labels.append(spec.label)
        fields = spec.fields
    words = dict(TRUTHS if spec.sort is Sort.TRUTH else spec.choices)
    chosen = [words[value] for value in ask.when.values]
    last = f"{', '.join(chosen[:-1])} of {chosen[-1]}" if len(chosen) > 1 else chosen[0]
    return f"Alleen als je bij {': '.join(labels)} kiest voor {last}."


# What GitHub shows


class _Dumper(yaml.SafeDumper):
    """Writes texts of more lines as people would."""


def _as_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _as_text)
_LONG = frozenset({Sort.TEXT, Sort.MARKDOWN, Sort.LINES, Sort.BLOCKS})


def _elements(parts: Sequence[Part]) -> Iterator[dict[str, Any]]:
    for part in parts:
        yield _markdown(f"## {part.title}\n\n{part.intro}")
        for question in part.questions:
            yield _element(question)


def _markdown(text: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": text}}


def _element(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label, "description": help_for(question)}
    type_ = "textarea" if question.spec.sort in _LONG else "input"
    if question.choices:
        type_ = "dropdown"
        attributes["multiple"] = is_multiple(question)
        attributes["options"] = [word for _, word in question.choices]
    return {
        "type": type_,
        "id": question.id,
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def is_multiple(question: Question) -> bool:
    """Tell whether more than one of the choices may be taken."""
    return question.spec.sort in (Sort.CHOICES, Sort.LINES)


def help_for(question: Question) -> str:
    """Return the help below a question: what the model says, how to write the answer, and an example."""
    if question.branches:
        return "Kies één antwoord, en vul dan de vragen in die daarbij horen."
    spec = question.spec
    parts = [spec.help, question.hint, _how(question), limits_text(spec), _example(question)]
    return " ".join(part for part in parts if part)


def _how(question: Question) -> str:
    spec = question.spec
    if question.ask and question.ask.register in BY_NAME:
        return "Plak het adres van de pagina, of schrijf de titel."
    match spec.sort:
        case Sort.CHOICES | Sort.LINES if question.choices:
            return "Je kunt er meer kiezen."
        case Sort.LINES if spec.instead:
            return "Eén naam per regel, zoals op het portaal."
        case Sort.LINES:
            return "Eén per regel."
        case Sort.BLOCKS:
            first, second = (inner.label.lower() for inner in spec.fields)
            return f"Eén per regel: {first}, een dubbele punt, {second}."
        case Sort.WHOLES:
            return "Zet er komma's tussen."
        case Sort.DATE:
            return "Schrijf jaar-maand-dag."
        case Sort.MARKDOWN:
            return "Een lege regel begint een nieuwe alinea."
    return ""


def _example(question: Question) -> str:
    example = "" if question.choices else example_text(question.spec)
    return f"Bijvoorbeeld: {example.removesuffix('.')}." if example else ""
