"""Raw values to model objects: pydantic reads and checks, its objections become findings with a path."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.load.places import RecordKind
from generator.model.base import Block
from generator.model.offers import Assignment, Vacancy
from generator.model.parties import Fields, Institution, InternshipPeriod, Organisation, Region, SearchWords
from generator.model.problems import FieldPath, Finding
from generator.validate.messages import Shape, words_for

MODELS: dict[RecordKind, type[Block]] = {
    RecordKind.REGION: Region,
    RecordKind.FIELDS: Fields,
    RecordKind.WORDS: SearchWords,
    RecordKind.ORGANISATION: Organisation,
    RecordKind.INSTITUTION: Institution,
    RecordKind.PERIOD: InternshipPeriod,
    RecordKind.ASSIGNMENT: Assignment,
    RecordKind.VACANCY: Vacancy,
}


def read_shape(kind: RecordKind, value: dict[str, Any]) -> tuple[Block | None, list[Finding]]:
    """Return the model object for a raw value, or None with every objection to it."""
    model = MODELS[kind]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(findings_in(model, value, error))


def read_valid(kind: RecordKind, value: dict[str, Any]) -> Any:
    """Return the model object for a raw value that passed `read_shape` before."""
    return MODELS[kind].model_validate(value)


def findings_in(model: type[Block], value: dict[str, Any], error: ValidationError) -> Iterator[Finding]:
    """Yield what pydantic objects to in a raw value, as findings in Dutch: one for each field and code."""
    seen: set[tuple[FieldPath, str]] = set()
    for objection in error.errors(include_url=False):
        path = _real_path(objection["loc"], value, objection["type"])
        owner, field = definition_at(model, path)
        if objection["type"] == "string_type" and isinstance(objection["input"], list) and _takes_list(field):
            continue  # the list itself is in order, and what is wrong in it says so by itself
        context = {**objection.get("ctx", {}), "key": path[-1] if path else ""}
        known = tuple(info.alias or name for name, info in owner.model_fields.items())
        in_list = bool(path) and isinstance(path[-1], int)
        words = words_for(Shape(objection["type"], objection["input"], context, field, known, in_list))
        echo = objection["type"] == "too_short" and any(
            len(other) > len(path) and other[: len(path)] == path for other, _ in seen
        )
        if (path, words.code) not in seen and not echo:
            seen.add((path, words.code))
            yield Finding(path, words.code, words.message, words.remedy)


def _takes_list(field: FieldInfo | None) -> bool:
    return field is not None and any(typing.get_origin(option) is tuple for option in typing.get_args(field.annotation))


def _real_path(loc: tuple[int | str, ...], value: Any, type_: str) -> FieldPath:
    """Return `loc` without the names that pydantic adds for the members of a union."""
    path: list[int | str] = []
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        if isinstance(value, dict) and (part in value or (last and type_ == "missing")):
            path.append(part)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            path.append(part)
            value = value[part]
    return tuple(path)


def definition_at(model: type[BaseModel], path: FieldPath) -> tuple[type[BaseModel], FieldInfo | None]:
    """Return the innermost model that `path` leads into, and the definition of the field it ends at."""
    owner: type[BaseModel] = model
    field: FieldInfo | None = None
    inner: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        if inner is None:
            return owner, None
        owner = inner
        field = next((info for info in owner.model_fields.values() if info.alias == part), None)
        inner = _block_in(field.annotation) if field else None
    return owner, field


def _block_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (typing.Union, types.UnionType, tuple, typing.Annotated):
        for argument in typing.get_args(annotation):
            found = _block_in(argument)
            if found is not None:
                return found
    return None
