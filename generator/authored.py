"""Authored pages: which there are, and what stands above each of them, read and checked as data is.

MkDocs reads the same lines for itself and says nothing of what is wrong in them. So they are read here first, and
whoever needs a title or a date takes it from these objects.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from generator.load.documents import MAX_BYTES, locate, read_bytes, read_document
from generator.model.pages import Chapter, FrontMatter, HandbookPage, HomeFront, SectionPage, TextPage
from generator.model.problems import Finding, Origin, Problem, Severity, place
from generator.validate.rules_persons import rule_no_personal_data
from generator.validate.shapes import findings_in

CONTENT = "content/"
HANDBOOK = "handbook/"
SECTIONS = {
    f"{CONTENT}index.md": "home",
    f"{CONTENT}vacatures/index.md": "vacatures",
    f"{CONTENT}opdrachten/index.md": "opdrachten",
    f"{CONTENT}stageperiodes/index.md": "stageperiodes",
    f"{CONTENT}organisaties/index.md": "organisaties",
    f"{CONTENT}over/status.md": "status",
}
"""The fronts of the sections that are made from data, by file, with the name of the section."""
_REGISTERS = f"{CONTENT}registers/"
_FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?(\n.*?\n)(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
"""The lines between the dashes, as MkDocs sees them; with the end of the first line, so that each keeps its number."""


class ReadPage(NamedTuple):
    """What became of one authored page."""

    front: FrontMatter | None
    """what stands above it; None when that cannot be used"""
    problems: list[Problem]


def find_pages(root: Path) -> list[str]:
    """Return the files of all authored pages below `root`, in a fixed order."""
    found = [*(root / CONTENT).rglob("*.md"), *(root / HANDBOOK).glob("*.md")]
    files = sorted(path.relative_to(root).as_posix() for path in found)
    return [file for file in files if "/." not in file and not file.startswith(_REGISTERS)]


def model_of(file: str) -> type[FrontMatter]:
    """Return how what stands above the page `file` (from the root of the repository) is read."""
    if file in SECTIONS:
        return HomeFront if SECTIONS[file] == "home" else SectionPage
    if file.startswith(HANDBOOK):
        return HandbookPage if file == f"{HANDBOOK}index.md" else Chapter
    return TextPage


def read_pages(root: Path) -> tuple[dict[str, FrontMatter], list[Problem]]:
    """Return what stands above every usable page below `root`, by file, and every problem in those lines."""
    pages: dict[str, FrontMatter] = {}
    problems: list[Problem] = []
    for file in find_pages(root):
        read = read_page(root, file)
        problems.extend(read.problems)
        if read.front is not None:
            pages[file] = read.front
    return pages, problems


def read_page(root: Path, file: str) -> ReadPage:
    """Return what stands above one page, and what is wrong in those lines; whatever the bytes, this does not raise."""
    data = read_bytes(root, file)
    if isinstance(data, Finding):
        return _refused(file, data)
    above = _FRONT.match(data)
    if above is None:
        return _refused(file, _NO_FRONT)
    document = read_document(file, above[1])
    if isinstance(document, list):
        return ReadPage(None, document)
    model = model_of(file)
    front: FrontMatter | None = None
    findings = list(rule_no_personal_data(document.value))
    try:
        front = model.model_validate(document.value)
    except ValidationError as error:
        findings.extend(findings_in(model, document.value, error))
    usable = not any(finding.severity is Severity.ERROR for finding in findings)
    problems = list(place(findings, locate(file, above[1]))) if findings else []
    return ReadPage(front if usable else None, [*problems, *_unreadable(file, data)])


def _refused(file: str, finding: Finding) -> ReadPage:
    return ReadPage(None, list(place([finding], Origin(file, {}))))


def _unreadable(file: str, data: bytes) -> list[Problem]:
    """Return where the text of a page is not UTF-8, in the words of the reader of data; MkDocs would fall over it."""
    try:
        data.decode()
    except UnicodeDecodeError:
        refused = read_document(file, data) if len(data) <= MAX_BYTES else []  # else the last sign may be cut in two
        return refused if isinstance(refused, list) else []
    return []


_NO_FRONT = Finding(
    (),
    "geen_kop",
    "Boven deze bladzijde ontbreken de titel en de omschrijving.",
    "Begin het bestand met een regel `---`, dan `title: …` en `description: …`, en weer een regel `---`.",
)
