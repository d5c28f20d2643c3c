"""Dutch compounds cut into words of the site's own vocabulary: "wijkkrant" answers to "krant"."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.render.search.folding import STOP_WORDS

LEAST_PART = 4
LEAST_WORD = 7
_LINKS = ("", "s", "e", "en", "n")
_NO_PARTS = frozenset({"heid", "lijk", "ster", "schap", "baar", "loos", "ling", "teit", "atie", "eren", "ende"})
"""Endings that are words in some vocabulary and never the second half of a compound."""


def compounds(words: Iterable[str], vocabulary: Collection[str]) -> dict[str, list[str]]:
    """Return the parts of every word that is wholly made of words in `vocabulary`, longest last part first.

    The words may be joined by a linking s, e, en or n. Only words that can be cut without a rest are:
    "verordening" holds "ordening", but "ver" is no word of the site.
    """
    known = {word for word in vocabulary if len(word) >= LEAST_PART and word.isalpha()} - _NO_PARTS - STOP_WORDS
    found: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= LEAST_WORD and word.isalpha():
            parts = _cut(word, known)
            if parts:
                found[word] = parts
    return found


def _cut(word: str, known: set[str]) -> list[str]:
    """Return first and last part, and the parts of those, of the first cut that leaves no rest."""
    for place in range(LEAST_PART, len(word) - LEAST_PART + 1):
        last = word[place:]
        if last not in known:
            continue
        for link in _LINKS:
            head = word[:place]
            if not head.endswith(link):
                continue
            first = head[: len(head) - len(link)]
            if first in known:
                return [first, last, *_inner(first, known), *_inner(last, known)]
            inner = _cut(first, known) if len(first) >= 2 * LEAST_PART else []
            if inner:
                return [*inner, last, *_inner(last, known)]
    return []


def _inner(word: str, known: set[str]) -> list[str]:
    return _cut(word, known) if len(word) >= 2 * LEAST_PART else []
