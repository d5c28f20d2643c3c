"""What can be wrong and where: a `Problem` points at a file, a line and a field, and says how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How loud a problem is: an error stops the build, a warning is only told."""

    ERROR = "fout"
    WARNING = "waarschuwing"


class Mark(NamedTuple):
    """A place in a file, counted from 1 as editors do."""

    line: int
    column: int


FieldPath = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions, outermost first."""


class Problem(NamedTuple):
    """One thing that is wrong or weak in one place, in words for the person who wrote the file."""

    file: str
    """path from the root of the repository, with forward slashes"""
    line: int
    column: int
    field: str
    """the keys on the way to the value, joined by dots; empty when the whole file is meant"""
    severity: Severity
    code: str
    """stable short name of the rule, for machines and for the handbook"""
    message: str
    """what is wrong, one Dutch sentence"""
    remedy: str
    """what to do, one Dutch sentence"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from: its file, and the place of every key and value in it."""

    file: str
    marks: dict[FieldPath, Mark]
    """position of the value at a path; of the key itself at the path plus ``KEY``"""

    def mark(self, path: FieldPath) -> Mark:
        """Return the position of the value at `path`, or of the nearest thing around it."""
        while path:
            if path in self.marks:
                return self.marks[path]
            path = path[:-1]
        return self.marks.get((), Mark(1, 1))


def field_name(path: FieldPath) -> str:
    """Return `path` as people write it: ``begeleiding.buddy`` or ``taken[2]`` (counted from 1)."""
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part + 1}]"
        else:
            name += f".{part}" if name else part
    return name


class Finding(NamedTuple):
    """A problem that a rule found, before it is given its file and its place."""

    path: FieldPath
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


def place(findings: Iterable[Finding], origin: Origin) -> Iterator[Problem]:
    """Give each finding its file, line and column."""
    for finding in findings:
        mark = origin.mark(finding.path)
        yield Problem(
            origin.file,
            mark.line,
            mark.column,
            field_name(finding.path),
            finding.severity,
            finding.code,
            finding.message,
            finding.remedy,
        )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of `problems` stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
