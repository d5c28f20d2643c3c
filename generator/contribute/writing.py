"""Raw values to the text of a file: fields in their order, lists and groups as people read them, quotes if needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.contribute.forms import order_of
from generator.load.places import RecordKind
from generator.model.fields import FieldSpec, Sort

_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What ends a line in YAML; the last three come along with texts from elsewhere."""
_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9(€][^\n\t]*")
_UNSAFE = re.compile(r": | #|:$")
"""What makes a plain text on a line of its own something else: a field, or a remark."""
_PLAIN_IN_LIST = re.compile(r"[A-Za-z0-9][A-Za-z0-9 /.-]*")
"""What needs no quotes between brackets; stricter than YAML asks."""
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_ID = re.compile(r"[a-z0-9/-]+")
_IN_LINE = frozenset({Sort.CHOICES, Sort.WHOLES})


def record_text(kind: RecordKind, value: Mapping[str, Any]) -> str:
    """Return the text of a file that holds `value`, ending in a line break.

    `value` has the names of the file as keys, and texts, lists of texts, groups and lists of groups as values, as
    `read_document` gives them back. What is None or empty is left out. Raises ValueError for an unknown name.
    """
    return "\n".join(_group_lines(order_of(kind), value, "")) + "\n"


def field_lines(spec: FieldSpec, answer: Any, indent: str = "") -> list[str]:
    """Return the lines of one field; none when there is no answer."""
    if is_empty(answer):
        return []
    if spec.sort is Sort.BLOCK:
        return [f"{indent}{spec.name}:", *_group_lines(spec.fields, answer, f"{indent}  ")]
    if spec.sort is Sort.BLOCKS:
        return [f"{indent}{spec.name}:", *(line for item in answer for line in _item_lines(spec, item, indent))]
    if isinstance(answer, (list, tuple)):
        if spec.sort in _IN_LINE or all(_ID.fullmatch(str(item)) for item in answer):
            return [f"{indent}{spec.name}: [{', '.join(_scalar(item, _PLAIN_IN_LIST) for item in answer)}]"]
        return [f"{indent}{spec.name}:", *(f"{indent}  - {_scalar(item)}" for item in answer)]
    if spec.sort is Sort.MARKDOWN or (spec.sort is Sort.TEXT and "\n" in str(answer).strip()):
        lines = _literal(str(answer))
        # A first line that begins with a blank would be taken for the depth of them all.
        deep = "2" if lines[0].startswith(" ") else ""
        return [f"{indent}{spec.name}: |{deep}", *(f"{indent}  {line}" if line else "" for line in lines)]
    return [f"{indent}{spec.name}: {_scalar(answer)}"]


def is_empty(answer: Any) -> bool:
    """Tell whether there is no answer: nothing, only blanks, or groups and lists without any."""
    if answer is None:
        return True
    if isinstance(answer, Mapping):
        return all(is_empty(inner) for inner in answer.values())
    if isinstance(answer, (list, tuple)):
        return not answer
    return not str(answer).strip()


def _group_lines(fields: Sequence[FieldSpec], value: Mapping[str, Any], indent: str) -> Iterator[str]:
    names = {spec.name for spec in fields}
    strange = sorted(set(value) - names)
    if strange:
        raise ValueError(f"no such field: {', '.join(strange)}")
    for spec in fields:
        yield from field_lines(spec, value.get(spec.name), indent)


def _item_lines(spec: FieldSpec, item: Mapping[str, Any], indent: str) -> Iterator[str]:
    for place, line in enumerate(_group_lines(spec.fields, item, f"{indent}    ")):
        yield f"{indent}  - {line.removeprefix(f'{indent}    ')}" if place == 0 else line


def _scalar(value: Any, plain: re.Pattern[str] = _PLAIN) -> str:
    """Return one value on one line; line breaks in it become blanks."""
    text = " ".join(_BREAK.split(str(value))).strip()
    if text not in _EMPTY and plain.fullmatch(text) and not _UNSAFE.search(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _literal(text: str) -> list[str]:
    """Return the lines of a text of more lines, without blanks at their ends and empty lines around them."""
    lines = [line.rstrip() for line in _BREAK.split(text.replace("\t", "    "))]
    filled = [place for place, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1]
