"""Authored pages and chapters as something to find: one record a heading, with the words below it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

from generator.render.search.folding import telling

MOST_WORDS = 40
"""So many telling words of a passage are kept: the heading and the first sentences say what it is about."""
_HEADINGS = ("h2", "h3")


class Passage(NamedTuple):
    """One heading of an authored page."""

    kind: str
    """handboek · pagina"""
    title: str
    address: str
    """from the root of the site, with the anchor of the heading"""
    page: str
    """title of the page it stands on; empty for the page itself"""
    words: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self.parts.append((dict(attrs).get("id") or "", [], []))
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        _, heading, text = self.parts[-1]
        (heading if self._in_heading else text).append(data)


def passages(kind: str, title: str, address: str, html: str, lead: str = "") -> list[Passage]:
    """Return the page itself and every heading on it that has an anchor; `html` is its sanitised text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = []
    for anchor, heading, text in reader.parts:
        own = " ".join("".join(heading).split())
        if anchor and not own:
            continue
        known: set[str] = set()
        telling([own or title], known)
        words = telling([lead, *text] if not anchor else text, known)[:MOST_WORDS]
        if not anchor:
            found.append(Passage(kind, title, address, "", " ".join(words)))
        else:
            found.append(Passage(kind, own, f"{address}#{anchor}", title, " ".join(words)))
    return found
