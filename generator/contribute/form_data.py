"""What the form of the page /aanbieden/ must know: questions, choices, limits and sentences, all read from the model.

The browser has no table of fields of its own: labels, help, examples and limits come from `fields_of`, the order of
the questions from the forms, the choices from the registers, and the sentences about a wrong value from the same
functions that the checker uses, asked once with marks in place of values.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic.fields import FieldInfo

from generator.contribute.choices import choices_of
from generator.contribute.form_sentences import rule_sentences
from generator.contribute.form_words import IN_FORM
from generator.contribute.forms import BRANCHES, HOMES, Ask, order_of, steps_of
from generator.contribute.fresh import LAST_DAYS, PAST
from generator.load.places import RecordKind
from generator.model.base import Block
from generator.model.fields import FieldSpec, fields_of
from generator.model.offers import Allowance, Assignment, Offer
from generator.model.parties import Organisation
from generator.model.problems import FieldPath
from generator.model.vocabulary import Choice
from generator.relate.registers import Registers
from generator.relate.selections import Portal
from generator.render import words
from generator.validate import rules_persons as persons
from generator.validate.messages import Shape, as_yaml, words_for
from generator.validate.reading import reading_data
from generator.validate.shapes import MODELS, definition_at

FOLDER = "assets/formulier/"
_KIND = RecordKind.VACANCY
_NUMBER = 7919
"""Stands for a number in a sentence until the browser knows it; no sentence holds it by itself."""


def form_files(portal: Portal) -> dict[str, str]:
    """Return the text of every data file of the form by its address: the form itself, and one for each assignment."""
    made = {f"{FOLDER}vacature.json": form_data(portal.registers, portal.assignments)}
    for key, assignment in portal.assignments.items():
        made[f"{FOLDER}opdrachten/{key}.json"] = assignment_start(key, assignment)
    return {path: json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n" for path, value in made.items()}


def form_data(registers: Registers, assignments: Mapping[str, Assignment]) -> dict[str, Any]:
    """Return everything that the form for a vacancy needs, with Dutch names as the script reads them."""
    home = HOMES[_KIND]
    bureau = registers.region.bureau
    thresholds = registers.region.thresholds
    return {
        "thuis": {"naam": home.name, "label": home.label, "uitleg": home.help},
        "velden": [_field(spec, (spec.name,)) for spec in order_of(_KIND)],
        "stappen": [
            {"id": step.id, "titel": step.title, "intro": step.intro, "vragen": [_ask(ask) for ask in step.asks]}
            for step in steps_of(_KIND)
        ],
        "wegen": {
            name: [{"label": way.label, "velden": way.fields, "gegeven": dict(way.given)} for way in ways]
            for name, ways in BRANCHES.items()
        },
        "registers": {
            "organisaties": [_organisation(id_, other) for id_, other in registers.organisations.items()],
            "vakgebieden": choices_of("vakgebieden", registers),
            "opleidingen": _schools(registers),
            "opdrachten": [[key, assignment.title, assignment.field] for key, assignment in assignments.items()],
        },
        "zinnen": {name: [*said, "fout"] for name, said in _sentences().items()} | rule_sentences(),
        "in_formulier": {code: list(other) for code, other in IN_FORM.items()},
        "laatste_dagen": LAST_DAYS[_KIND],
        "persoon": {
            "prive": sorted(persons.PRIVATE_MAIL),
        },
        "drempels": {"nieuw": thresholds.new_days, "sluit": thresholds.closing_days},
        "lezen": reading_data(),
        "bureau": {"naam": bureau.name, "email": bureau.email or "", "url": bureau.url or ""},
        "bewerk": registers.region.edit_base or "",
    }


def assignment_start(key: str, assignment: Assignment) -> dict[str, Any]:
    """Return what a vacancy takes over from an example assignment, and what a manager still fills in."""
    value = raw_of(assignment)
    shared = {spec.name for spec in fields_of(Offer)} - {"voorbeeld"}
    return {
        "titel": assignment.title,
        "aanpassen": [[blank.question, blank.hint] for blank in assignment.blanks],
        "weken": words.counted(assignment.duration.maximum, "week", "weken"),
        "antwoorden": {name: answer for name, answer in value.items() if name in shared} | {"gebaseerd_op": key},
    }


def raw_of(record: Block) -> dict[str, Any]:
    """Return a record as the reader of files gives it: Dutch names, every value a text; what has no answer is out."""
    raw = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {name: _text(answer) for name, answer in raw.items()}


def _text(answer: Any) -> Any:
    if isinstance(answer, dict):
        return {name: _text(inner) for name, inner in answer.items() if inner is not None}
    if isinstance(answer, list):
        return [_text(inner) for inner in answer]
    if isinstance(answer, bool):
        return "true" if answer else "false"
    return f"{answer:g}" if isinstance(answer, float) else str(answer)


# Fields and questions


def _field(spec: FieldSpec, path: FieldPath) -> dict[str, Any]:
    limits = {name: value for name, value in spec.limits._asdict().items() if value is not None}
    made: dict[str, Any] = {
        "naam": spec.name,
        "label": spec.label,
        "uitleg": spec.help,
        "sort": spec.sort.value,
        "verplicht": spec.required,
        "hulp": _example(path, in_list=False),
    }
    if not spec.fields and isinstance(spec.example, (list, tuple)):
        made["hulp_regel"] = _example(path, in_list=True)
    if not spec.fields and spec.example is not None and not spec.choices:
        made["voorbeeld"] = _shown(spec.example)
    if isinstance(spec.default, (bool, Choice)):
        made["standaard"] = _text(spec.default)
    if limits:
        made["grenzen"] = limits
    if spec.choices:
        made["keuzes"] = spec.choices
    if spec.fields:
        made["velden"] = [_field(inner, (*path, inner.name)) for inner in spec.fields]
    return made


def _shown(example: Any) -> str:
    """Return an example as a person reads it beside a field."""
    if isinstance(example, (list, tuple)):
        return ", ".join(as_yaml(item) for item in example)
    return as_yaml(example)


def _example(path: FieldPath, *, in_list: bool) -> str:
    """Return the second half of a message about the field at `path`, as the checker gives it."""
    _, definition = definition_at(MODELS[_KIND], path)
    return words_for(Shape("missing", None, {}, definition, (), in_list)).remedy


def _ask(ask: Ask) -> dict[str, Any]:
    made: dict[str, Any] = {"pad": ask.path}
    if ask.register:
        made["register"] = ask.register
    if ask.when:
        made["wanneer"] = {"pad": ask.when.path, "waarden": ask.when.values}
    return made


# Registers


def _organisation(id_: str, organisation: Organisation) -> dict[str, Any]:
    scheme = words.allowance_short(Allowance.model_validate({"volgens": "organisatie"}), organisation)
    return {
        "id": id_,
        "naam": organisation.name,
        "kort": organisation.short_name,
        "plaats": organisation.town or organisation.short_name,
        "domeinen": organisation.domains,
        "regeling": scheme,
    }


def _schools(registers: Registers) -> list[dict[str, Any]]:
    return [
        {
            "kort": school.short_name,
            "naam": school.name,
            "opleidingen": [
                [f"{id_}/{programme.id}", programme.name, programme.level.value, programme.fields]
                for programme in school.programmes
            ],
        }
        for id_, school in registers.institutions.items()
    ]


# Sentences


def _shape(type_: str, found: Any = "{gevonden}", **context: Any) -> list[str]:
    """Return code, message and remedy with marks in the places of value, limit, label and example."""
    field = FieldInfo(title="{label}", description="{hulp}")
    said = words_for(Shape(type_, found, context, field, ()))
    return [said.code, said.message.replace(str(_NUMBER), "{grens}"), said.remedy]


def _long(type_: str, **context: Any) -> list[str]:
    return [part.replace("{grens}", "{lengte}").replace("{meest}", "{grens}") for part in _shape(type_, **context)]


def _sentences() -> dict[str, list[str]]:
    """Return code, message and remedy for every way in which one value can be wrong in a form."""
    long = "x" * _NUMBER
    return {
        "ontbreekt": _shape("missing"),
        "leeg": _shape("string_too_short", "", min_length=1),
        "kort": _long("string_too_short", found=long, min_length="{meest}"),
        "lang": _long("string_too_long", found=long, max_length="{meest}"),
        "een_regel": _shape("string_pattern_mismatch", "a\nb"),
        "vorm": _shape("string_pattern_mismatch"),
        "weinig_een": _shape("too_short", min_length=1, actual_length="{aantal}"),
        "weinig": _shape("too_short", min_length="{grens}", actual_length="{aantal}"),
        "veel": _shape("too_long", max_length="{grens}"),
        "minst": _shape("greater_than_equal", ge=_NUMBER),
        "boven": _shape("greater_than", gt=_NUMBER),
        "meest": _shape("less_than_equal", le=_NUMBER),
        "datum": _shape("datum_vorm"),
        "datum_bedoeld": _shape("datum_vorm", suggestie="{suggestie}"),
        "datum_bestaat_niet": _shape("datum_bestaat_niet"),
        "datum_jaar": _shape("datum_jaar", jaar="{jaar}"),
        "ja_nee": _shape("waar_onwaar"),
        "geheel": _shape("geheel_getal"),
        "getal": _shape("getal"),
        "getal_bedoeld": _shape("getal", suggesties=("{suggestie}",)),
        "getal_twee": _shape("getal", suggesties=("{suggestie}", "{anders}")),
        "voorbij": [PAST.code, PAST.message, PAST.remedy],
        "keuze": _shape("enum", expected=""),
    }
