"""What all rules share: their types, a finding that only warns, and the domain of invented mailboxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from generator.model.problems import FieldPath, Finding, Severity

Rule = Callable[[Any], Iterator[Finding]]
"""Looks at one valid object and yields what is wrong with it; its docstring is the rule, in Dutch."""

RawRule = Callable[[Any], Iterator[Finding]]
"""The same for the raw value of a file, so that it also speaks when the object cannot be made."""

SAMPLE_DOMAIN = ".example"
"""Mailboxes of invented records end in this reserved name (RFC 2606), so that nobody gets their mail."""


def warn(path: FieldPath, code: str, message: str, remedy: str) -> Finding:
    """Return a finding that is told and does not stop a build."""
    return Finding(path, code, message, remedy, Severity.WARNING)
