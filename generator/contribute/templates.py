"""A commented example file of each kind of record, from the model: every field with its help, limits and example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.contribute.forms import BRANCHES, FORMS, Branch, order_of
from generator.contribute.writing import field_lines
from generator.load import RecordKind, folder_of
from generator.model.fields import FieldSpec, Limits, Sort
from generator.validate.messages import as_yaml

_HOME_WORDS = {RecordKind.VACANCY: "organisatie", RecordKind.ASSIGNMENT: "vakgebied"}
TEMPLATES = {kind: f"docs/sjabloon/{kind.value}.yml" for kind in FORMS}
"""Where the template of each kind stands, from the root."""
_WIDTH = 100


def template_files() -> dict[str, str]:
    """Return the template of every kind of record that people fill in, by its path from the root."""
    return {file: template_text(kind) for kind, file in TEMPLATES.items()}


def template_text(kind: RecordKind) -> str:
    """Return a file for `kind` with help for every field; fields that may be left out stand behind a `#`.

    Raises KeyError for a kind that people do not fill in by hand.
    """
    lines = [
        f"# Sjabloon voor een {kind.value}. Zet je bestand in {folder_of(kind)}/<{_HOME_WORDS[kind]}>/<naam>.yml.",
        "# Vul in wat achter de dubbele punten hoort. Regels met uitleg beginnen met een hekje en een spatie.",
        "# Een veld met een hekje ervoor hoeft niet: haal het hekje weg als je het gebruikt.",
        "# Klaar? Kijk het na met: stageportaal check",
    ]
    for spec in order_of(kind):
        lines += ["", *_template_field(spec, (spec.name,), spec.required)]
    return "\n".join(lines) + "\n"


def _template_field(spec: FieldSpec, path: tuple[str, ...], active: bool) -> Iterator[str]:
    indent = "  " * (len(path) - 1)
    yield from (f"{indent}# {line}" for line in _explained(spec, path))
    mark = "" if active else "#"
    if spec.sort is Sort.BLOCK:
        yield f"{indent}{mark}{spec.name}:"
        yield from _template_group(spec, path, active)
    elif active:
        yield from (f"{indent}{line}" for line in _open_lines(spec))
    elif spec.sort is Sort.BLOCKS:  # on one line, so that one hash mark hides it
        yield f"{indent}#{spec.name}: {as_yaml(_example_of(spec))}"
    else:
        example = field_lines(spec, _example_of(spec)) or [f"{spec.name}:"]
        yield from (f"{indent}#{line}" for line in example)


def _open_lines(spec: FieldSpec) -> list[str]:
    """Return the lines of a field that waits for an answer, in the shape of that answer."""
    if spec.sort is Sort.MARKDOWN:
        return [f"{spec.name}: |", "  "]
    if spec.sort is Sort.BLOCKS:
        first, *others = [inner.name for inner in spec.fields if inner.required]
        return [f"{spec.name}:", f"  - {first}:", *(f"    {name}:" for name in others)]
    return [f"{spec.name}:", "  -"] if spec.sort is Sort.LINES else [f"{spec.name}:"]


def _example_of(spec: FieldSpec) -> Any:
    if spec.sort is Sort.TRUTH:
        return "true"
    if spec.sort is Sort.BLOCKS and spec.example is None:
        return [{inner.name: _as_text(inner.example) for inner in spec.fields}]
    return _as_text(spec.example)


def _template_group(spec: FieldSpec, path: tuple[str, ...], active: bool) -> Iterator[str]:
    """Yield the fields of a group; of several ways to answer, the first one stands without `#`."""
    branches = BRANCHES.get(".".join(path), ())
    chosen: tuple[str, ...] = (*branches[0].fields, *branches[0].given) if branches else ()
    for inner in spec.fields:
        wanted = inner.required or (inner.name in chosen and inner.sort is not Sort.TRUTH)
        given = branches[0].given.get(inner.name, "") if branches else ""
        for line in _template_field(inner, (*path, inner.name), active and wanted):
            yield f"{line} {given}" if given and line.endswith(f" {inner.name}:") else line


_WHERE = {
    "vakgebied": "De korte namen staan in content/registers/vakgebieden.yml.",
    "opleidingen": "De korte namen staan in content/registers/instellingen/.",
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
    for line in (_WHERE.get(spec.name, ""), limits_text(spec.limits, spec.sort), _SHAPES.get(spec.sort, "")):
        if line:
            yield line
    yield from _choice_lines(spec)
    if spec.example is not None and spec.sort not in (Sort.BLOCK, Sort.BLOCKS):
        yield from _wrapped(f"Bijvoorbeeld: {short_example(spec)}")


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


def limits_text(limits: Limits, sort: Sort) -> str:
    """Return the limits of a field as a sentence, or an empty text: "8 tot 80 tekens."."""
    parts = []
    if limits.shortest or limits.longest:
        each = " per regel" if sort is Sort.LINES else ""
        parts.append(_between(limits.shortest, limits.longest, "tekens") + each)
    if limits.many and limits.many > 1:
        parts.append(_between(limits.fewest, limits.many, "regels" if sort is Sort.LINES else "keuzes"))
    least = limits.least if limits.least is not None else limits.above
    if least is not None or limits.most is not None:
        parts.append(_between(least, limits.most, "", above=limits.least is None and limits.above is not None))
    text = ", ".join(part for part in parts if part)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _between(least: float | None, most: float | None, unit: str, *, above: bool = False) -> str:
    unit = f" {unit}" if unit else ""
    low = f"{least:g}" if least is not None else ""
    high = f"{most:g}" if most is not None else ""
    if low and high:
        return f"meer dan {low}, hooguit {high}{unit}" if above else f"{low} tot en met {high}{unit}"
    if low:
        return f"{'meer dan' if above else 'minstens'} {low}{unit}"
    return f"hooguit {high}{unit}" if high else ""


def short_example(spec: FieldSpec) -> str:
    """Return the example of a field as one line."""
    example = _as_text(spec.example)
    if isinstance(example, list) and spec.sort is Sort.LINES:
        return str(example[0])
    return "; ".join(line.strip() for line in field_lines(spec._replace(name="x"), example)).removeprefix("x: ")


def _as_text(value: Any) -> Any:
    """Return an example as it would be read from a file: every scalar is text."""
    if isinstance(value, Mapping):
        return {name: _as_text(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else value if value is None else str(value)


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > _WIDTH:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line
