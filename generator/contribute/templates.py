"""A commented file of each kind of record, from the model: every field with its help, limits and example.

Empty it is the template that people copy; filled in it is the file that a conversation on the terminal ends in.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from generator.contribute.field_words import limits_text
from generator.contribute.forms import BRANCHES, Branch, at, order_of
from generator.contribute.writing import field_lines, is_empty
from generator.load.places import RecordKind, place_of
from generator.model.fields import FieldSpec, Sort

TEMPLATES = {kind: f"docs/sjabloon/{kind.value}.yml" for kind in RecordKind}
"""Where the template of each kind stands, from the root."""
_WIDTH = 100
_HOW = (
    "Vul in wat achter de dubbele punten hoort. Regels met uitleg beginnen met een hekje en een spatie.",
    "Een veld met een hekje ervoor hoeft niet: haal het hekje weg als je het gebruikt.",
    "Klaar? Kijk het na met: stageportaal check",
)


def template_files() -> dict[str, str]:
    """Return the template of every kind of record, by its path from the root."""
    return {file: template_text(kind) for kind, file in TEMPLATES.items()}


def template_text(kind: RecordKind, value: Mapping[str, Any] | None = None, first: str = "") -> str:
    """Return a file for `kind` with help for every field; fields without an answer that may be left out are remarks.

    `value` has answers by name, as `record_text` takes them; what is required and not in there waits for its answer.
    `first` takes the place of the first line.
    """
    head = first or f"Sjabloon: {kind.value}. Zet je bestand in {place_of(kind)}."
    lines = [f"# {line}" for line in (head, *_HOW)]
    for spec in order_of(kind):
        lines += ["", *_field(spec, (spec.name,), value or {}, active=spec.required)]
    return "\n".join(lines) + "\n"


def _field(spec: FieldSpec, path: tuple[str, ...], value: Mapping[str, Any], *, active: bool) -> Iterator[str]:
    """Yield the help of a field, and the field: with its answer, open for one, or as a remark with an example."""
    indent = "  " * (len(path) - 1)
    answer = at(value, path)
    yield from (f"{indent}# {line}" for line in _explained(spec, path))
    if spec.sort is Sort.BLOCK:
        active = active or not is_empty(answer)
        yield f"{indent}{'' if active else '#'}{spec.name}:"
        yield from _group(spec, path, value, active=active)
    elif not is_empty(answer):
        yield from field_lines(spec, answer, indent)
    elif active:
        yield from (f"{indent}{line}" for line in _open_lines(spec))
    else:
        yield from (f"{indent}#{line}" for line in _example_lines(spec))


def _group(spec: FieldSpec, path: tuple[str, ...], value: Mapping[str, Any], *, active: bool) -> Iterator[str]:
    """Yield the fields of a group; of several ways to answer, the first one is open as long as none was chosen."""
    branches = BRANCHES.get(".".join(path), ())
    chosen = bool(at(value, path))
    first = branches[0] if branches and not chosen else None
    for inner in spec.fields:
        deeper = (*path, inner.name)
        if first and inner.name in first.given:
            value = {**value, path[0]: {**(value.get(path[0]) or {}), inner.name: first.given[inner.name]}}
        wanted = inner.name in first.fields and inner.sort is not Sort.TRUTH if first else inner.required
        yield from _field(inner, deeper, value, active=active and wanted)


def _open_lines(spec: FieldSpec) -> list[str]:
    """Return the lines of a field that waits for an answer, in the shape of that answer."""
    match spec.sort:
        case Sort.MARKDOWN:
            return [f"{spec.name}: |", "  "]
        case Sort.BLOCKS:
            inner = [line for one in spec.fields if one.required for line in _open_lines(one)]
            return [f"{spec.name}:", *(f"{'  - ' if place == 0 else '    '}{line}" for place, line in enumerate(inner))]
        case Sort.BLOCK:
            inner = [line for one in spec.fields if one.required for line in _open_lines(one)]
            return [f"{spec.name}:", *(f"  {line}" for line in inner)]
        case Sort.LINES:
            return [f"{spec.name}:", "  -"]
    return [f"{spec.name}:"]


def _example_lines(spec: FieldSpec) -> list[str]:
    """Return the lines of a field with its example, or its open lines when it has none."""
    return field_lines(spec, _example_of(spec)) or _open_lines(spec)


def _example_of(spec: FieldSpec) -> Any:
    """Return an example as a raw value; of a list of groups one, in which the help stands for a text without one."""
    if spec.sort is Sort.TRUTH:
        return "true"
    if spec.sort is Sort.BLOCKS and spec.example is None:
        return [{inner.name: _example_of(inner) or inner.help for inner in spec.fields if inner.required}]
    return file_text(spec.example)


_WHERE = {
    "vakgebied": f"De korte namen staan in {place_of(RecordKind.FIELDS)}.",
    "opleidingen": f"De korte namen staan in {place_of(RecordKind.INSTITUTION)}.",
    "gebaseerd_op": "Schrijf de map en de naam van een bestand in assignments/.",
}
"""Where the choices of a field stand that differ from region to region."""
_SHAPES = {
    Sort.TRUTH: "Schrijf true (ja) of false (nee).",
    Sort.DATE: "Schrijf jaar-maand-dag.",
    Sort.MARKDOWN: "Schrijf onder de streep, en laat elke regel twee spaties inspringen.",
    Sort.LINES: "Zet elke regel op een eigen regel, met een streepje ervoor.",
}


def _explained(spec: FieldSpec, path: tuple[str, ...]) -> Iterator[str]:
    """Yield what a person must know to fill in a field, in lines of a readable length."""
    need = "" if path[0] in BRANCHES and len(path) > 1 else " (verplicht)" if spec.required else " (mag je weglaten)"
    yield f"{spec.label}{need}"
    branches = BRANCHES.get(path[0], ()) if len(path) == 1 else ()
    if branches:
        yield "Kies één manier:"
        yield from (f"  {_way(branch)}" for branch in branches)
        return
    yield from _wrapped(spec.help)
    where = _WHERE.get(spec.name, "") if not spec.fields else ""
    yield from (line for line in (where, limits_text(spec), _SHAPES.get(spec.sort, "")) if line)
    yield from _choice_lines(spec)
    if spec.sort is Sort.BLOCKS:
        yield "Elk onderdeel heeft:"
        yield from _inner_lines(spec, "  ")
    if spec.example is not None and spec.sort not in (Sort.BLOCK, Sort.BLOCKS):
        yield from _wrapped(f"Bijvoorbeeld: {_short_example(spec)}")


def _inner_lines(spec: FieldSpec, indent: str) -> Iterator[str]:
    """Yield the fields of every group in a list, which have no room for more than a line each."""
    for inner in spec.fields:
        need = "" if inner.required else " Mag je weglaten."
        values = f" Kies uit: {', '.join(value for value, _ in inner.choices)}." if inner.choices else ""
        yield f"{indent}{inner.name}: {inner.help}{need}{values}"
        yield from _inner_lines(inner, f"{indent}  ")


def _choice_lines(spec: FieldSpec) -> Iterator[str]:
    if not spec.choices:
        return
    head = "Kies er een of meer" if spec.sort is Sort.CHOICES else "Kies uit"
    if all(value == word for value, word in spec.choices):
        yield from _wrapped(f"{head}: {', '.join(value for value, _ in spec.choices)}.")
        return
    yield f"{head}:"
    yield from (f"  {value}: {word}" for value, word in spec.choices)


def _way(branch: Branch) -> str:
    keys = ", ".join((*branch.fields, *(f"{name}: {value}" for name, value in branch.given.items())))
    return f"{branch.label}: {keys}"


def _short_example(spec: FieldSpec) -> str:
    """Return the example of a field as it stands in a file, on one line; of a list of lines the first."""
    example = file_text(spec.example)
    if isinstance(example, list) and spec.sort is Sort.LINES:
        return str(example[0])
    return "; ".join(line.strip() for line in field_lines(spec._replace(name="x"), example)).removeprefix("x: ")


def file_text(value: Any) -> Any:
    """Return an example as it would be read from a file: every scalar is text."""
    if isinstance(value, Mapping):
        return {name: file_text(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [file_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else value if value is None else str(value)


def _wrapped(text: str) -> Iterator[str]:
    return iter(textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))
