"""The few helpers that several tests share: golden cases, one build of the small region, and a parsed page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest import mock

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

from generator.model.problems import Problem, Severity

TESTS = Path(__file__).parent
ROOT = TESTS.parent
TODAY = date(2026, 11, 21)


# Golden cases


def read_cases(name: str) -> dict[str, dict[str, Any]]:
    """Return the cases of one file by their sentence."""
    cases: dict[str, dict[str, Any]] = yaml.safe_load((TESTS / "cases" / name).read_text(encoding="utf-8"))
    return cases


def case_bytes(case: Mapping[str, Any]) -> bytes:
    """Return the file that a case describes.

    `given` is the text itself, `bytes` the same with one character a byte, `base` names a good file of the
    small region in which `replace` changes texts that occur once; `pad` adds so many characters of comment.
    """
    if "bytes" in case:
        return str(case["bytes"]).encode("latin-1")
    if "base" in case:
        text = (TESTS / "region" / case["base"]).read_text(encoding="utf-8")
        text = replace_once(text, case.get("replace", {}))
    else:
        text = str(case["given"])
    if case.get("line_ends") == "windows":
        text = text.replace("\n", "\r\n")
    return text.encode() + b"#" * int(case.get("pad", 0))


def replace_once(text: str, changes: Mapping[str, str]) -> str:
    """Return `text` with every change made; a text that does not occur exactly once is a mistake in the case."""
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        text = text.replace(old, new)
    return text


def rows(problems: list[Problem], severity: Severity) -> list[list[Any]]:
    """Return problems as the rows that a case lists: line, column, field, code, message, remedy."""
    return [
        [problem.line, problem.column, problem.field, problem.code, problem.message, problem.remedy]
        for problem in problems
        if problem.severity is severity
    ]


# The small region


def copy_region(target: Path) -> Path:
    """Copy the small region to `target`, with the real theme beside it, and return it."""
    shutil.copytree(TESTS / "region", target)
    (target / "theme").symlink_to(ROOT / "theme", target_is_directory=True)
    return target


class RefusedError(Exception):
    """A build was refused; the text is what the person at the keyboard reads."""


def build_site(root: Path, today: str = "2026-11-21") -> Path:
    """Build the portal below `root` as on `today`, strictly, and return the folder of the site.

    Raises RefusedError when the plugin or MkDocs refuses the build; anything else is a fault and comes through.
    """
    with mock.patch.dict(os.environ, {"PORTAL_TODAY": today}):
        config = load_config(str(root / "mkdocs.yml"), strict=True)
        target = Path(config.site_dir)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        except (Abort, BuildError) as error:
            raise RefusedError(str(error.__context__ or error)) from error
        finally:
            config.plugins.on_shutdown()
    return target


def edit(file: Path, old: str, new: str) -> None:
    """Change one text in a file, as a person would."""
    file.write_text(replace_once(file.read_text(encoding="utf-8"), {old: new}), encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below `folder` by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def moments(folder: Path) -> dict[str, int]:
    """Return the time of change of every file below `folder` by path."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


# Pages


@dataclass
class Element:
    """A start tag with its attributes and the text below it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "rect",
        "use",
    ]
)


@dataclass
class ParsedPage(HTMLParser):
    """One HTML page as a flat list of elements in reading order."""

    html: str
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Parse at once."""
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element and, when it can hold text, leave it open."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that closes itself."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of this name."""
        for position in range(len(self._open) - 1, -1, -1):
            if self._open[position].tag == tag:
                del self._open[position:]
                return

    def handle_data(self, data: str) -> None:
        """Give a text to every element it stands in."""
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements with this tag that have these attribute values; `class_` looks for one class."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(
                value in element.attributes.get(name, "").split()
                if name == "class"
                else element.attributes.get(name) == value
                for name, value in wanted.items()
            )
        ]

    @property
    def ids(self) -> list[str]:
        """Return every id on the page."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def links(self) -> Iterator[str]:
        """Yield every address that the page points at."""
        for element in self.elements:
            for name in ("href", "src"):
                if name in element.attributes:
                    yield element.attributes[name]


def read_page(site: Path, address: str) -> ParsedPage:
    """Return the page at an address of a built site."""
    return ParsedPage((site / address / "index.html").read_text(encoding="utf-8"))
