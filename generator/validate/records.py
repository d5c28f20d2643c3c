"""One file from bytes to a checked record: reading, shape and own rules, with every problem placed."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.load.documents import locate, read_document
from generator.load.places import RecordKind
from generator.model.problems import Problem, Severity, place
from generator.validate.rules import findings_for
from generator.validate.shapes import read_shape


class Checked(NamedTuple):
    """What became of one file."""

    record: Any
    """the model object, or None when the file cannot be used"""
    value: dict[str, Any] | None
    """the raw value that `read_valid` turns into the object again"""
    problems: list[Problem]


def check_file(kind: RecordKind, file: str, data: bytes) -> Checked:
    """Read and check the bytes of one file by itself; whatever the bytes, this does not raise."""
    document = read_document(file, data)
    if isinstance(document, list):
        return Checked(None, None, document)
    record, findings = read_shape(kind, document.value)
    findings.extend(findings_for(kind, document.value, record))
    if not findings:
        return Checked(record, document.value, [])
    problems = list(place(findings, locate(file, data)))
    usable = not any(finding.severity is Severity.ERROR for finding in findings)
    return Checked(record if usable else None, document.value if usable else None, problems)
