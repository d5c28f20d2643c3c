"""JSON Schemas for editors, made from the models: Dutch titles, help and examples, closed choices with their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.load.places import RecordKind
from generator.model.fields import FieldSpec, Limits, Sort, fields_of
from generator.validate.shapes import MODELS

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that editors of YAML understand best."""

TITLES = {
    RecordKind.VACANCY: "Stagevacature",
    RecordKind.ASSIGNMENT: "Voorbeeldopdracht",
    RecordKind.ORGANISATION: "Organisatie",
    RecordKind.INSTITUTION: "Onderwijsinstelling",
    RecordKind.PERIOD: "Stageperiode",
    RecordKind.REGION: "Regio",
    RecordKind.FIELDS: "Vakgebieden",
    RecordKind.WORDS: "Zoekwoorden",
}


def json_schema(kind: RecordKind, known: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> dict[str, Any]:
    """Return the JSON Schema of one kind of record.

    `known` gives for the name of a field the ids of a register with their words, so that an editor offers them.
    """
    made = _group(fields_of(MODELS[kind]), known or {})
    return {"$schema": DRAFT, "title": TITLES[kind], **made}


def _group(fields: Sequence[FieldSpec], known: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, Any]:
    required = [spec.name for spec in fields if spec.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {spec.name: _field(spec, known) for spec in fields},
        **({"required": required} if required else {}),
    }


def _field(spec: FieldSpec, known: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, Any]:
    head: dict[str, Any] = {"title": spec.label, "description": spec.help}
    if spec.example is not None:
        head["examples"] = [spec.example]
    value = _value(spec, known)
    return {**head, **({"anyOf": [value, {"type": "string", "pattern": spec.instead}]} if spec.instead else value)}


def _value(spec: FieldSpec, known: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, Any]:
    limits = spec.limits
    match spec.sort:
        case Sort.BLOCK:
            return _group(spec.fields, known)
        case Sort.BLOCKS:
            return _list(_group(spec.fields, known), limits)
        case Sort.CHOICE:
            return _choice(spec.choices)
        case Sort.CHOICES:
            return _list(_choice(spec.choices), limits) | {"uniqueItems": True}
        case Sort.LINES:
            return _list(_line(limits), limits)
        case Sort.WHOLES:
            return _list(_number("integer", limits), limits)
        case Sort.WHOLE:
            return _number("integer", limits)
        case Sort.NUMBER:
            return _number("number", limits)
        case Sort.TRUTH:
            return {"type": "boolean"}
        case Sort.DATE:
            return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case Sort.TEXT | Sort.MARKDOWN:
            return _text(limits)
    return _choice(known[spec.name]) if spec.name in known else _line(limits)


def _choice(choices: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return a closed choice; VS Code shows the words beside the values."""
    return {
        "type": "string",
        "enum": [value for value, _ in choices],
        "markdownEnumDescriptions": [word for _, word in choices],
    }


def _list(entry: dict[str, Any], limits: Limits) -> dict[str, Any]:
    return {"type": "array", "items": entry, **_given(minItems=limits.fewest, maxItems=limits.many)}


def _text(limits: Limits) -> dict[str, Any]:
    return {
        "type": "string",
        **_given(minLength=limits.shortest, maxLength=limits.longest, pattern=limits.pattern),
    }


def _line(limits: Limits) -> dict[str, Any]:
    """Return a text that may be written as a number, without quotes: the check reads `jaar: 2025` as a text."""
    return _text(limits) | {"type": ["string", "number"]}


def _number(type_: str, limits: Limits) -> dict[str, Any]:
    return {"type": type_, **_given(minimum=limits.least, maximum=limits.most, exclusiveMinimum=limits.above)}


def _given(**limits: Any) -> dict[str, Any]:
    return {name: value for name, value in limits.items() if value is not None}
