"""What a person types to what a file holds: people write ja, 2,5 and 1-2-2027, in an issue and on a terminal alike."""

from __future__ import annotations

import re
from typing import Any

from generator.model.fields import Sort
from generator.model.vocabulary import TRUTH_WORDS, dutch_date, dutch_numbers

_BETWEEN = re.compile(r"[,;\s]+|\ben\b")


def typed(sort: Sort, text: str) -> Any:
    """Return an answer of one line as it would stand in a file.

    What cannot be read in one way only comes back as it was: the checker then says so, with what it may mean.
    """
    match sort:
        case Sort.TRUTH:
            return TRUTH_WORDS.get(text.lower(), text)
        case Sort.DATE:
            return dutch_date(text) or text
        case Sort.NUMBER | Sort.WHOLE:
            return _number(text, whole=sort is Sort.WHOLE)
        case Sort.WHOLES:
            return [part for part in _BETWEEN.split(text) if part]
    return text


def _number(text: str, *, whole: bool) -> str:
    meanings = dutch_numbers(text)
    sure = len(meanings) == 1 and (not whole or "." not in meanings[0])
    return meanings[0] if sure else text
