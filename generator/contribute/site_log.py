"""What a build of the site that failed has said, as problems with a file, a line and a remedy in Dutch.

MkDocs speaks English and to programmers. What it says of links on pages is put in our words; anything else is kept as
one line, to be quoted.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from generator.authored import CONTENT, HANDBOOK
from generator.model.problems import Problem, Severity

_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_SPOKEN = re.compile(r"(WARNING|ERROR|CRITICAL)\s+-\s+(.+)")
_LINK = re.compile(r"Doc file '(?P<file>.+?)' contains (?:a|an absolute) link '(?P<link>.*?)', (?P<rest>.+)")
_TARGET = re.compile(r"but the (?:target|doc) '(.+?)' (?:is not found|does not contain)")
_MEANT = re.compile(r"Did you mean '(.+?)'\?")
_RAISED = re.compile(r"[A-Za-z_.]+(?:Error|Exception|Warning)\b.*")
_URI_OF_HANDBOOK = "handboek/"
_LONGEST_LINE = 2_000


class BrokenLink(NamedTuple):
    """A link on a page that leads nowhere."""

    problem: Problem
    target: str
    """path from the root of the file that it points at; empty when the link names none"""


class SiteLog(NamedTuple):
    """What a build said."""

    links: tuple[BrokenLink, ...]
    said: str
    """its last complaint that is not about a link, in its own words; may be empty"""

    @property
    def problems(self) -> list[Problem]:
        """Return the links as problems of the pages on which they stand."""
        return [link.problem for link in self.links]


def read_log(root: Path, log: str) -> SiteLog:
    """Return what the output of a failed build of the pages below `root` comes to; never raises."""
    links: list[BrokenLink] = []
    said = ""
    for raw in log.splitlines():
        line = _COLOUR.sub("", raw[:_LONGEST_LINE]).strip()
        spoken = _SPOKEN.fullmatch(line)
        link = _LINK.fullmatch(spoken[2]) if spoken else None
        if link:
            links.append(_broken_link(root, link))
        elif spoken or _RAISED.fullmatch(line):
            said = spoken[2] if spoken else line
    return SiteLog(tuple(dict.fromkeys(links)), said)


def _broken_link(root: Path, found: re.Match[str]) -> BrokenLink:
    file, link = _path_of(root, found["file"]), found["link"]
    target, meant = _TARGET.search(found["rest"]), _MEANT.search(found["rest"])
    message, remedy = _words(link, found["rest"], meant[1] if meant else "")
    problem = Problem(file, _line_of(root, file, link), 1, "", Severity.ERROR, "kapotte_link", message, remedy)
    return BrokenLink(problem, _path_of(root, target[1]) if target else "")


def _words(link: str, rest: str, meant: str) -> tuple[str, str]:
    shown = link.replace("`", "")
    better = f"Bedoelde je `{meant.replace('`', '')}`? " if meant else ""
    if "anchor" in rest:
        message = f"De link `{shown}` wijst naar een kopje dat er niet is."
        return message, "Kijk hoe het kopje nu heet, of haal het deel vanaf het hekje weg."
    if rest.startswith("it was left as is"):
        message = f"De link `{shown}` begint met een schuine streep en werkt daardoor niet op elke plek."
        return message, f"{better}Schrijf de weg naar het bestand, zoals `../contact.md`."
    return f"De link `{shown}` wijst naar een bestand dat er niet is.", f"{better}Verbeter de link, of haal hem weg."


def _path_of(root: Path, uri: str) -> str:
    """Return where a page or picture stands, from the root of the repository, of its path on the site."""
    inside = f"{CONTENT}{uri}"
    chapter = uri.startswith(_URI_OF_HANDBOOK) and uri.endswith(".md") and uri.count("/") == 1
    if chapter and not (root / inside).is_file():
        return f"{HANDBOOK}{uri.removeprefix(_URI_OF_HANDBOOK)}"
    return inside


def _line_of(root: Path, file: str, link: str) -> int:
    """Return the first line on which the link stands; the first of the file when it is not found."""
    try:
        lines = (root / file).read_text(encoding="utf-8", errors="replace").splitlines()
    except (OSError, ValueError):
        return 1
    return next((number for number, line in enumerate(lines, 1) if f"({link}" in line), 1)
