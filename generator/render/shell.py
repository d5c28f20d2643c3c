"""A page frame with slots, whoever made it: taken apart once, then filled thousands of times by joining texts.

A provider of shells (today MkDocs with Material) renders one page per section with the markers of
`SLOTS` in place of what differs from page to page, and `ROOT` before every link, so that the frame fits
pages at any depth. `Shell.read` cuts that HTML at the markers.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.render.tidy import tidy

ROOT = "\x1a"
"""Stands before every address inside a page until the depth of the page is known. No input can hold it."""

SLOTS = ("titel", "omschrijving", "canoniek", "kop", "inhoud")
CSP_MARK = "§csp§"
_SPLIT = re.compile(r"§(titel|omschrijving|canoniek|kop|inhoud)§")
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)([^>]*)>(.*?)</script>", re.DOTALL)


def slot(name: str) -> str:
    """Return the marker of a slot, for the provider of a shell to print."""
    if name not in SLOTS:
        raise ValueError(name)
    return f"§{name}§"


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame: texts and slot names in turn."""

    parts: tuple[str, ...]
    """text, slot, text, slot, … text"""
    digest: str

    @classmethod
    def read(cls, html: str) -> Shell:
        """Take the HTML of a rendered frame apart.

        Raises ValueError when a slot other than `canoniek` is missing: without it pages would lose something silently.
        """
        html = with_policy(tidy(html))
        parts = _SPLIT.split(html)
        missing = set(SLOTS) - {"canoniek"} - set(parts[1::2])
        if missing:
            raise ValueError(f"the shell has no slot for: {', '.join(sorted(missing))}")
        return cls(tuple(parts), hashlib.blake2b(html.encode(), digest_size=12).hexdigest())

    def fill(self, values: Mapping[str, str], depth: int) -> str:
        """Return the page with every slot filled, for a page `depth` folders deep."""
        parts = self.parts
        filled = [values.get(part, "") if place % 2 else part for place, part in enumerate(parts)]
        return "".join(filled).replace(ROOT, "../" * depth or "./")


def depth_of(address: str) -> int:
    """Return how many folders deep a page lies: "vacatures/breda/x/" is 3, the home page 0."""
    return address.count("/")


def with_policy(html: str) -> str:
    """Return `html` with its policy marker replaced by a policy that allows just its own inline scripts.

    What is not named (styles, fonts, workers, connections; scripts when none is inline) falls back to the site itself.
    """
    if CSP_MARK not in html:
        return html
    hashes = []
    for found in _INLINE_SCRIPT.finditer(html):
        if "application/" not in found[1]:
            digest = base64.b64encode(hashlib.sha256(found[2].encode()).digest()).decode()
            hashes.append(f" 'sha256-{digest}'")
    scripts = f"script-src 'self'{''.join(hashes)};" if hashes else ""
    policy = f"default-src 'self';{scripts}img-src 'self' data:;object-src 'none';base-uri 'self';form-action 'self'"
    return html.replace(CSP_MARK, policy)
