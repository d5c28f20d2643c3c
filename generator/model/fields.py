"""The fields of a record as plain descriptions, read from its model: what forms, schemas, templates and tables need."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from generator.model.base import Block
from generator.model.vocabulary import Choice


class Sort(StrEnum):
    """What kind of value a field takes, and so which control asks for it."""

    LINE = "regel"
    TEXT = "tekst"
    MARKDOWN = "opmaak"
    WHOLE = "geheel"
    NUMBER = "getal"
    DATE = "datum"
    TRUTH = "ja_nee"
    CHOICE = "keuze"
    CHOICES = "keuzes"
    LINES = "regels"
    WHOLES = "getallen"
    BLOCK = "groep"
    BLOCKS = "groepen"


class Limits(NamedTuple):
    """What a value must keep to; None where there is no such limit."""

    least: float | None = None
    """of a number"""
    most: float | None = None
    above: float | None = None
    """of a number: it must be more than this"""
    shortest: int | None = None
    """characters of a text, of each line in a list"""
    longest: int | None = None
    pattern: str | None = None
    fewest: int | None = None
    """entries of a list"""
    many: int | None = None


class FieldSpec(NamedTuple):
    """One field of a record, with everything a person needs to fill it in."""

    name: str
    """the key in the file"""
    label: str
    help: str
    example: Any
    required: bool
    default: Any
    sort: Sort
    limits: Limits
    choices: tuple[tuple[str, str], ...] = ()
    """value and word of a closed choice"""
    fields: tuple[FieldSpec, ...] = ()
    """of a group"""
    instead: str | None = None
    """pattern of a text that may stand in the place of a list, as `alle` for every programme"""


@cache
def fields_of(model: type[Block]) -> tuple[FieldSpec, ...]:
    """Return the fields of `model` in their order; raises TypeError for a type that no form knows."""
    return tuple(_field(info) for info in model.model_fields.values())


def leaves(fields: tuple[FieldSpec, ...], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], FieldSpec]]:
    """Yield every field that holds a value itself, with its path; groups are gone into, lists of groups are not."""
    for spec in fields:
        if spec.sort is Sort.BLOCK:
            yield from leaves(spec.fields, (*path, spec.name))
        else:
            yield (*path, spec.name), spec


class _Type(NamedTuple):
    """A type taken apart: the bare type, what was said about it, and about its entries."""

    bare: Any
    said: tuple[Any, ...]


def _field(info: FieldInfo) -> FieldSpec:
    whole = _open(info.annotation, tuple(info.metadata))
    entry = _entry(whole.bare)
    sort, block = _sort(whole, entry, info.json_schema_extra)
    inner = entry or whole
    default = None if info.is_required() else info.default
    return FieldSpec(
        name=str(info.alias),
        label=str(info.title),
        help=str(info.description),
        example=info.examples[0] if info.examples else None,
        required=info.is_required(),
        default=default,
        sort=sort,
        limits=_limits(whole, entry),
        choices=tuple((choice.value, choice.label) for choice in inner.bare) if _is_choice(inner.bare) else (),
        fields=fields_of(block) if block else (),
        instead=_instead(info.annotation) if entry else None,
    )


def _open(annotation: Any, said: tuple[Any, ...] = ()) -> _Type:
    """Return a type without Annotated and without the None of an optional field."""
    if typing.get_origin(annotation) is typing.Annotated:
        bare, *more = typing.get_args(annotation)
        return _open(bare, (*more, *said))
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return _open(_options(annotation)[0], said)
    return _Type(annotation, said)


def _options(annotation: Any) -> list[Any]:
    """Return what a value may be, besides None; first what the field is really for."""
    return [option for option in typing.get_args(annotation) if option is not type(None)]


def _instead(annotation: Any) -> str | None:
    """Return the pattern of a text that may stand in the place of a list."""
    if typing.get_origin(annotation) not in (typing.Union, types.UnionType):
        return None
    return next((_first(_open(other).said, "pattern") for other in _options(annotation)[1:]), None)


def _entry(bare: Any) -> _Type | None:
    if typing.get_origin(bare) is not tuple:
        return None
    return _open(typing.get_args(bare)[0])


def _is_choice(bare: Any) -> bool:
    return isinstance(bare, type) and issubclass(bare, Choice)


def _is_block(bare: Any) -> bool:
    return isinstance(bare, type) and issubclass(bare, Block)


_PLAIN = {bool: Sort.TRUTH, int: Sort.WHOLE, float: Sort.NUMBER, date: Sort.DATE}


def _sort(whole: _Type, entry: _Type | None, extra: Any) -> tuple[Sort, type[Block] | None]:
    if entry:
        if _is_block(entry.bare):
            return Sort.BLOCKS, entry.bare
        return (Sort.CHOICES if _is_choice(entry.bare) else Sort.WHOLES if entry.bare is int else Sort.LINES), None
    if _is_block(whole.bare):
        return Sort.BLOCK, whole.bare
    if _is_choice(whole.bare):
        return Sort.CHOICE, None
    if whole.bare in _PLAIN:
        return _PLAIN[whole.bare], None
    if whole.bare is str:
        return _text_sort(whole.said, extra if isinstance(extra, dict) else {}), None
    raise TypeError(f"no form knows {whole.bare!r}")


_LONGEST_LINE = 200


def _text_sort(said: tuple[Any, ...], extra: dict[str, Any]) -> Sort:
    form = extra.get("opmaak")
    if form == "markdown":
        return Sort.MARKDOWN
    text = next((part for part in said if isinstance(part, StringConstraints)), None)
    long = bool(text and not text.pattern and (text.max_length or 0) > _LONGEST_LINE)
    return Sort.TEXT if form or long else Sort.LINE


def _limits(whole: _Type, entry: _Type | None) -> Limits:
    inner = entry or whole
    text = inner.said if inner.bare is str else ()
    entries = whole.said if entry else ()
    return Limits(
        least=_first(inner.said, "ge"),
        most=_first(inner.said, "le"),
        above=_first(inner.said, "gt"),
        shortest=_first(text, "min_length"),
        longest=_first(text, "max_length"),
        pattern=_first(text, "pattern"),
        fewest=_first(entries, "min_length"),
        many=_first(entries, "max_length"),
    )


def _flat(said: tuple[Any, ...]) -> Iterator[Any]:
    """Yield what was said, also what pydantic keeps inside a field definition of its own."""
    for part in said:
        if isinstance(part, FieldInfo):
            yield from part.metadata
        else:
            yield part


def _first(said: tuple[Any, ...], name: str) -> Any:
    """Return the first limit of this name: pydantic lets those of a type win over those of its field."""
    return next((found for part in _flat(said) if (found := getattr(part, name, None)) is not None), None)
