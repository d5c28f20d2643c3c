"""What is said of a field besides its help: its limits and its example, the same wherever somebody is asked."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.base import ONE_LINE
from generator.model.fields import FieldSpec, Sort


def limits_text(spec: FieldSpec) -> str:
    """Return the limits of a field as a sentence, or an empty text: "8 tot en met 80 tekens.".

    That something must stand there at all is no limit worth a word: two letters, one line, more than nothing.
    """
    limits = spec.limits
    entries = _between(_worth(limits.fewest, 1), _worth(limits.many, 1), _ENTRIES.get(spec.sort, "keer"))
    text = ""
    if limits.pattern in (None, ONE_LINE):  # a pattern says more than a length, and the example shows it
        text = _between(_worth(limits.shortest, 2), limits.longest, "tekens")
    if entries and text:
        text = f"elk {text}"
    number = _between(limits.least, limits.most, "")
    said = ", ".join(part for part in (entries, text, number) if part)
    return f"{said[0].upper()}{said[1:]}." if said else ""


_ENTRIES = {Sort.CHOICES: "keuzes", Sort.LINES: "regels"}


def _worth(limit: int | None, trivial: int) -> int | None:
    return limit if limit is not None and limit > trivial else None


def _between(least: float | None, most: float | None, unit: str) -> str:
    unit = f" {unit}" if unit else ""
    if least is not None and most is not None:
        return f"{least:g} tot en met {most:g}{unit}"
    if least is not None:
        return f"minstens {least:g}{unit}"
    return f"hooguit {most:g}{unit}" if most is not None else ""


def example_text(spec: FieldSpec) -> str:
    """Return the example of a field as a person would type it on one line, or an empty text; of a list the first."""
    example = spec.example
    if isinstance(example, (list, tuple)) and spec.sort in (Sort.LINES, Sort.BLOCKS):
        example = example[0]
    if isinstance(example, Mapping):
        return ": ".join(str(part) for part in example.values())
    if isinstance(example, (list, tuple)):
        return ", ".join(str(part) for part in example)
    if isinstance(example, bool):
        return "ja" if example else "nee"
    return "" if example is None else str(example)
