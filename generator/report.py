"""Problems as text: for people, for machines (one JSON object a line), and for GitHub's own notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.model.problems import Problem, Severity


def report_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield each problem as two lines: where and what, then the remedy."""
    for problem in problems:
        field = f" {problem.field}:" if problem.field else ""
        yield f"{problem.file}:{problem.line}:{problem.column} {problem.severity}:{field} {problem.message}"
        yield f"    {problem.remedy}"


def json_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield each problem as one JSON object."""
    for problem in problems:
        yield json.dumps(problem._asdict(), ensure_ascii=False)


def github_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield each problem as a workflow command of GitHub Actions; what could end a command is escaped."""
    for problem in problems:
        level = "error" if problem.severity is Severity.ERROR else "warning"
        place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
        title = _property(problem.field or problem.code)
        yield f"::{level} {place},title={title}::{_data(f'{problem.message} {problem.remedy}')}"


def summary(problems: Iterable[Problem]) -> str:
    """Return the last line: how many errors and warnings there are."""
    severities = [problem.severity for problem in problems]
    errors = severities.count(Severity.ERROR)
    warnings = severities.count(Severity.WARNING)
    if not severities:
        return "Alles in orde."
    fouten = "1 fout" if errors == 1 else f"{errors} fouten"
    waarschuwingen = "1 waarschuwing" if warnings == 1 else f"{warnings} waarschuwingen"
    return f"{fouten}, {waarschuwingen}."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
