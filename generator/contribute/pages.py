"""The text of authored pages, for the answer to a proposal: what was written, how it reads, and what is wrong in it.

What stands above a page is read and checked by `authored`; here is the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.authored import CONTENT, HANDBOOK
from generator.load.places import REGISTERS, RecordKind
from generator.model.pages import Chapter, FrontMatter, HandbookPage
from generator.model.problems import Finding, Problem, Severity
from generator.model.vocabulary import slug_of
from generator.validate.reading import Hint, hints
from generator.validate.rules_persons import rule_no_personal_data

MOST_BYTES = 1024 * 1024
"""A larger page is nothing that a person wrote or will read."""
_BOOK = "handboek"
"""Where the handbook stands on the site."""
_HEAD = re.compile(r"---[ \t]*\n.*?\n(?:\.{3}|---)[ \t]*(?:\n|\Z)", re.DOTALL)
_NUMBERED = re.compile(r"^\d+-")
_TEXT = re.compile(r"\.(txt|docx?|odt|rtf|pages|markdown|mdown|mkdn?|md|html?)$", re.IGNORECASE)
"""What people send when they mean a page."""
_PICTURE = re.compile(r"\.(png|jpe?g|webp|svg|gif)$", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s+")
_FENCE = ("```", "~~~")
_NO_TEXT = ("|", "#", "<", "!", "{", *_FENCE)
"""How lines begin that are no sentences: tables, headings, HTML, pictures, slots, code."""


class PageText(NamedTuple):
    """The text of one page."""

    file: str
    lines: Sequence[str]
    body: int
    """how many lines stand above the text"""
    problem: Problem | None = None
    """why it cannot be read"""


def is_page(path: str) -> bool:
    """Tell whether a file with this path from the root becomes a page of the site."""
    if not path.endswith(".md") or path.startswith(f"{REGISTERS}/"):
        return False
    return path.startswith(CONTENT) or (path.startswith(HANDBOOK) and path.count("/") == 1)


def address_of(page: str) -> str:
    """Return the address on the site of a page, from the root of the site: `/handboek/begeleiding/`."""
    path = PurePosixPath(page)
    handbook = page.startswith(HANDBOOK)
    folders = [_BOOK] if handbook else list(path.parts[1:-1])
    stem = _NUMBERED.sub("", path.stem) if handbook else path.stem
    return "/" + "".join(f"{part}/" for part in (*folders, stem) if part != "index")


def page_remedy(path: str) -> str | None:
    """Return what to do with a file that was meant as a page and becomes none; None for any other file.

    Only the path is looked at, as `unread_remedy` does for data.
    """
    if is_page(path) or not path.startswith((HANDBOOK, CONTENT)) or path.startswith(f"{REGISTERS}/"):
        return None
    file, handbook = PurePosixPath(path), path.startswith(HANDBOOK)
    if handbook and _PICTURE.search(path):
        return f"Zet een plaatje in `{CONTENT}{_BOOK}/beeld/`."
    if not _TEXT.search(path) and not handbook:
        return None
    folder = HANDBOOK if handbook else f"{file.parent.as_posix()}/"
    name = slug_of(_TEXT.sub("", file.name)) or "naam"
    return f"Zet de tekst in `{folder}{name}.md`: een bladzijde is een tekstbestand dat eindigt op `.md`."


# What is wrong


def read_text(root: Path, file: str) -> PageText:
    """Return the text of the page `file` below `root`; whatever the bytes, this does not raise."""
    path = root / file
    if path.is_symlink() or not path.is_file():
        return _unread(file, 1, "Dit is geen gewoon bestand.", "Zet hier een gewoon tekstbestand neer.")
    with open(path, "rb") as handle:
        data = handle.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return _unread(file, 1, "Deze bladzijde is groter dan 1 MB.", "Maak er meer bladzijden van.")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "Deze bladzijde is niet in UTF-8 opgeslagen, daardoor zijn letters onleesbaar."
        return _unread(file, line, message, "Sla haar op als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8).")
    head = _HEAD.match(text)
    return PageText(file, text.split("\n"), head[0].count("\n") if head else 0)


def new_lines(page: PageText, before: PageText | None) -> frozenset[int]:
    """Return the numbers of the lines, counted from 1, that did not stand on the page before; all without one."""
    known = frozenset(before.lines) if before else frozenset()
    return frozenset(number for number, line in enumerate(page.lines, 1) if line not in known)


def page_problems(
    page: PageText, front: FrontMatter | None, wanted: Collection[int], at_address: Collection[str], today: date
) -> Iterator[Problem]:
    """Yield what is wrong with a page on `today`, besides what `authored` says of the lines above it.

    `front` are those lines, when they can be used; `wanted` the lines of the text that are looked at for persons;
    `at_address` the pages with the address of this one.
    """
    remedy = page_remedy(page.file)
    if remedy:
        message = "Dit wordt geen bladzijde op de site: de plek of de naam van het bestand klopt niet."
        yield _at(page.file, 1, Finding((), "geen_bladzijde", message, remedy))
        return
    if page.problem:
        yield page.problem
    twin = next((other for other in at_address if other != page.file), "")
    if twin:
        message = f"Deze bladzijde krijgt hetzelfde adres als `{twin}`, dus één van de twee verdwijnt."
        yield _at(page.file, 1, Finding((), "adres_dubbel", message, "Geef het bestand een andere naam."))
    if isinstance(front, HandbookPage):
        yield from _review(page, front, today)
    for number in sorted(wanted):
        for finding in rule_no_personal_data(page.lines[number - 1]) if number > page.body else ():
            # A warning, because a page may explain what not to write.
            yield _at(page.file, number, finding._replace(severity=Severity.WARNING))


def _review(page: PageText, front: HandbookPage, today: date) -> Iterator[Problem]:
    if front.review_by is None:
        if isinstance(front, Chapter):
            message = "Er staat niet bij voor welke dag dit hoofdstuk weer wordt nagekeken."
            yield _of_review(page, message, "Schrijf boven aan het bestand een regel met `herzien_voor`.")
    elif front.reviewed_on and front.review_by <= front.reviewed_on:
        yield _of_review(page, "Deze dag ligt niet na de dag bij `nagekeken`.", "Kies een latere dag.")
    elif front.review_by < today:
        remedy = "Lees haar helemaal na en zet nieuwe datums bij `nagekeken` en `herzien_voor`."
        yield _of_review(page, "Deze bladzijde had al nagekeken moeten zijn.", remedy)


def _of_review(page: PageText, message: str, remedy: str) -> Problem:
    line = next((place for place, text in enumerate(page.lines, 1) if text.startswith("herzien_voor:")), 1)
    field = ("herzien_voor",) if line > 1 else ()
    return _at(page.file, line, Finding(field, "nakijken", message, remedy, Severity.WARNING))


def _unread(file: str, line: int, message: str, remedy: str) -> PageText:
    return PageText(file, (), 0, _at(file, line, Finding((), "bladzijde", message, remedy)))


def _at(file: str, line: int, finding: Finding) -> Problem:
    field = ".".join(str(part) for part in finding.path)
    return Problem(file, line, 1, field, finding.severity, finding.code, finding.message, finding.remedy)


# How it reads


def page_hints(page: PageText, wanted: Collection[int]) -> Iterator[tuple[int, Hint]]:
    """Yield how the paragraphs with a wanted line could read easier, each with its first line; nothing twice."""
    told: set[str] = set()
    for first, lines in _paragraphs(page):
        if not any(number in wanted for number in range(first, first + len(lines))):
            continue
        # One text without title, tasks or reader of its own, of a kind in which nothing is missed.
        for hint in hints({"samenvatting": "\n".join(lines)}, RecordKind.REGION):
            if hint.message not in told:
                told.add(hint.message)
                yield first, hint


def _paragraphs(page: PageText) -> Iterator[tuple[int, list[str]]]:
    """Yield the paragraphs and the items of lists, without tables, headings and code, with their first line."""
    lines: list[str] = []
    first, fenced = 0, False
    for number, line in enumerate(page.lines[page.body :], page.body + 1):
        bare = line.strip()
        fenced = fenced != bare.startswith(_FENCE)
        plain = bool(bare) and not fenced and not bare.startswith(_NO_TEXT)
        if lines and (not plain or _ITEM.match(bare)):
            yield first, lines
            lines = []
        if plain:
            first = first if lines else number
            lines.append(_ITEM.sub("", bare, count=1))
    if lines:
        yield first, lines
