"""Text as the search compares it: lower case, without diacritics or apostrophes, cut into words.

`theme/assets/js/zoek/vouw.js` does the same to what people type; one table of cases holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´\u00ad")

_STOP_WORDS = """
aan achter af al alle alleen als ander andere anders bent ben bij bijna binnen boven buiten daar daarna daarom
dan dat de den der deze die dit doe doen doet door dus een eens eerst eerste elk elke en er ergens even gaan gaat
geen geven goed haar had hebben hebt heeft heel hem het hij hoe hun iemand iets ik in is ja je jij jou jouw kan
kom komen komt kun kunnen laat langs liever maak maar mag man meer mee meest met mij mijn misschien moet moeten na
naar naast niet niets nog nou nu of om omdat onder ons onze ook op over per samen soms staan staat steeds te tegen
ten ter terug toch toe tot tussen uit uw van vanaf vanuit veel verder via volgende voor vooral waar waarom wat we
weer wel welk welke wie wij wil willen word worden wordt zal ze zelf zich zie ziet zij zijn zo zoals zonder zou
zowel zodat
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say nothing about a place; they are not kept among the further words."""


def folded(text: str) -> list[str]:
    """Return the words of `text`, folded, in order: "Boa's op pad" gives boas, op, pad."""
    text = text.lower().translate(_APOSTROPHES)
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def fold(phrase: str) -> str:
    """Return a short phrase folded, with single spaces."""
    return " ".join(folded(phrase))


def telling(texts: Iterable[str], known: set[str]) -> list[str]:
    """Return the distinct words of `texts` that say something and are not in `known`; adds them to it."""
    found: list[str] = []
    for text in texts:
        for word in folded(text):
            if word not in known and len(word) > 2 and word not in STOP_WORDS:
                known.add(word)
                found.append(word)
    return found
