"""A reading aid for the texts of one offer: long sentences, hard words, and what students miss. It never blocks.

Everything is pure and looks at the raw value of one file. The numbers, words and sentences stand in `reading_tables`,
so that the form in the browser can say the same: `reading_data` hands them over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from generator.load.places import RecordKind
from generator.model.base import walk_texts
from generator.model.problems import FieldPath, field_name
from generator.validate.reading_tables import (
    ALIKE,
    CAPITALS,
    FEWEST_TASKS,
    FORMAL,
    KNOWN_CAPITALS,
    LABELS,
    LETTERS,
    LOOKED_AT,
    MESSAGES,
    MISSING,
    MOST_WORDS,
    NEAR,
    NO_PARTICIPLE,
    PARTICIPLE,
    PASSIVE,
    PLAIN,
    QUESTIONS,
    SHORT_FORMS,
    SHORTEST_TASK,
    SMALL,
    TEXTS,
    THIRD,
    TITLE_WORDS,
    WORD,
    YOU,
)


class HintKind(StrEnum):
    """What a hint is about."""

    LONG = "lange_zin"
    HARD = "moeilijk_woord"
    SHORT_FORM = "afkorting"
    PASSIVE = "lijdend"
    MISSING = "mist"
    TITLE = "titel"
    ADDRESS = "aanspreken"
    TASKS = "taken"


class Hint(NamedTuple):
    """One way in which a text can become easier to read or tell more."""

    path: FieldPath
    kind: HintKind
    message: str
    """what could be better, one Dutch sentence"""
    remedy: str
    """what to do, one Dutch sentence"""

    @property
    def field(self) -> str:
        """Return the name of the field as people write it: "taken[2]"."""
        return field_name(self.path)


_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\([^()\n]{0,300}\)")
"""Bounded, so that a text of sixty thousand brackets takes no longer than another."""
_MARKUP = re.compile(r"[*_`#>]+")
_PARTS = re.compile(r"\n\s*(?:[-*+]|\d+[.)])\s+|\n\s*\n")
_STOP = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“„‘'(]*[A-ZÀ-ÖØ-Þ0-9])")
_WORD = re.compile(WORD)
_CAPITALS = re.compile(rf"(?<![{LETTERS}0-9-]){CAPITALS}(?![{LETTERS}0-9-])")
_PARTICIPLE = re.compile(PARTICIPLE)
_SHORT = re.compile(
    rf"(?<![{LETTERS}.])(?:{'|'.join(re.escape(word) for word in sorted(SHORT_FORMS, key=len, reverse=True))})"
    rf"(?![{LETTERS}])",
    re.IGNORECASE,
)
_PHRASES = re.compile(f" (?:{'|'.join(re.escape(word) for word in sorted(PLAIN, key=len, reverse=True))})(?= )")


def hints(value: Mapping[str, Any], kind: RecordKind = RecordKind.VACANCY) -> tuple[Hint, ...]:
    """Return what could be better in the texts of a raw value, what is missing first, then in the order of the fields.

    `value` is what `read_document` gives; a value of the wrong shape gives fewer hints, never an error. Each hard
    word and abbreviation is named once.
    """
    return (
        *_missing(value, kind),
        *_title(value),
        *_address(value),
        *_tasks(value),
        *_texts(value),
    )


def reading_data() -> dict[str, Any]:
    """Return the tables and numbers of the reading aid, ready for JSON, for the form in the browser.

    Patterns are in the form that Python and JavaScript read alike; groups of words are matched in a text whose words
    stand in lower case with one blank between them and around it.
    """
    return {
        "grenzen": {
            "woorden": MOST_WORDS,
            "taken": FEWEST_TASKS,
            "taakwoorden": SHORTEST_TASK,
            "gelijk": ALIKE,
            "titelwoorden": TITLE_WORDS,
            "nabij": NEAR,
            "bekeken": LOOKED_AT,
        },
        "velden": list(TEXTS),
        "woorden": dict(PLAIN),
        "afkortingen": dict(SHORT_FORMS),
        "hoofdletters": sorted(KNOWN_CAPITALS),
        "lijdend": list(PASSIVE),
        "geen_deelwoord": sorted(NO_PARTICIPLE),
        "aanspreken": {"je": sorted(YOU), "u": sorted(FORMAL), "derde": list(THIRD)},
        "titel": {"etiketten": sorted(LABELS), "klein": sorted(SMALL)},
        "mist": {
            name: {"veld": field, "soorten": [kind.value for kind in kinds]} for name, (field, kinds) in MISSING.items()
        },
        "patronen": {
            "woord": WORD,
            "letters": LETTERS,
            "hoofdletters": CAPITALS,
            "deelwoord": PARTICIPLE,
            "delen": _PARTS.pattern,
            "zinseinde": _STOP.pattern,
            "link": _LINK.pattern,
            "opmaak": _MARKUP.pattern,
        },
        "zinnen": {name: list(pair) for name, pair in MESSAGES.items()},
    }


def _hint(path: FieldPath, kind: HintKind, name: str, **words: Any) -> Hint:
    message, remedy = (text.format(**words) for text in MESSAGES[name])
    return Hint(path, kind, message, remedy)


def _missing(value: Mapping[str, Any], kind: RecordKind) -> Iterator[Hint]:
    for name, (field, kinds) in MISSING.items():
        path = tuple(field.split("."))
        if kind in kinds and not _at(value, path):
            yield _hint((path[0],), HintKind.MISSING, name)


def _at(value: Any, path: Sequence[str]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _title(value: Mapping[str, Any]) -> Iterator[Hint]:
    words = _words(_text(value, "titel"))
    labels = LABELS.intersection(words)
    left = [word for word in words if word not in LABELS and word not in SMALL]
    if labels and len(left) < TITLE_WORDS:
        yield _hint(("titel",), HintKind.TITLE, "titel")


def _address(value: Mapping[str, Any]) -> Iterator[Hint]:
    story = _text(value, "opdracht")
    words = _words(story)
    formal = next((word for word in words if word in FORMAL), "")
    flat = f" {' '.join(words)} "
    third = next((name for name in THIRD if f" {name} " in flat), "")
    if formal:
        yield _hint(("opdracht",), HintKind.ADDRESS, "u", woord=formal)
    if third:
        yield _hint(("opdracht",), HintKind.ADDRESS, "derde_persoon", woord=third)
    everything = {*words, *(word for line in _lines(value, "taken") for word in _words(line))}
    if story.strip() and not formal and not third and not YOU & everything:
        yield _hint(("opdracht",), HintKind.ADDRESS, "geen_je")


def _tasks(value: Mapping[str, Any]) -> Iterator[Hint]:
    tasks = _lines(value, "taken")
    words = [_words(task) for task in tasks[:LOOKED_AT]]
    for place, mine in enumerate(words):
        if 0 < len(mine) < SHORTEST_TASK:
            yield _hint(("taken", place), HintKind.TASKS, "korte_taak", begin=_start(tasks[place]))
        twin = next((other for other in range(place) if _overlap(mine, words[other]) >= ALIKE), None)
        if twin is not None:
            yield _hint(("taken", place), HintKind.TASKS, "zelfde_taken", aantal=twin + 1)
    first = {next((word for word in mine if word not in YOU), "") for mine in words}
    if len(words) >= FEWEST_TASKS and len(first) == 1 and "" not in first:
        yield _hint(("taken",), HintKind.TASKS, "zelfde_begin", woord=first.pop())


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return which part of the words that say something two texts share."""
    mine, theirs = (set(words) - SMALL - YOU for words in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _texts(value: Mapping[str, Any]) -> Iterator[Hint]:
    named: set[str] = set()
    whole = " ".join(text for name in TEXTS for _, text in walk_texts(value.get(name)))
    for name in TEXTS:
        for path, text in walk_texts(value.get(name), (name,)):
            yield from _sentences_of(path, text)
            yield from _hard_words(path, text, whole, named)


def _sentences_of(path: FieldPath, text: str) -> Iterator[Hint]:
    told = False
    for sentence in sentences(text):
        words = _words(sentence)
        if len(words) > MOST_WORDS:
            yield _hint(path, HintKind.LONG, "lange_zin", aantal=len(words), begin=_start(sentence))
        elif not told and path[0] not in QUESTIONS and _is_passive(words):
            told = True
            yield _hint(path, HintKind.PASSIVE, "lijdend", begin=_start(sentence))


def _is_passive(words: list[str]) -> bool:
    """Tell whether a sentence has a passive form; "je wordt begeleid" is one that may stay."""
    for place, word in enumerate(words):
        if word not in PASSIVE or YOU & set(words[max(0, place - 1) : place + 2]):
            continue
        around = words[max(0, place - 2) : place] + words[place + 1 : place + 1 + NEAR]
        if any(_PARTICIPLE.fullmatch(other) and other not in NO_PARTICIPLE for other in around):
            return True
    return False


def _hard_words(path: FieldPath, text: str, whole: str, named: set[str]) -> Iterator[Hint]:
    flat = f" {' '.join(_words(text))} "
    for found in _PHRASES.findall(flat):
        word = found.strip()
        if word not in named:
            named.add(word)
            yield _hint(path, HintKind.HARD, "moeilijk_woord", woord=word, gewoon=PLAIN[word])
    for found in _SHORT.findall(text):
        word = found.lower()
        if word not in named:
            named.add(word)
            yield _hint(path, HintKind.SHORT_FORM, "afkorting", woord=word, gewoon=SHORT_FORMS[word])
    if text.isupper():
        return
    for word in _CAPITALS.findall(text):
        explained = f"({word})" in whole or f"{word} (" in whole
        if word.isalpha() and word not in named and word not in KNOWN_CAPITALS and not explained:
            named.add(word)
            yield _hint(path, HintKind.SHORT_FORM, "hoofdletters", woord=word)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text with simple Markdown, without its marks."""
    bare = _MARKUP.sub("", _LINK.sub(r"\1", text))
    parts = (" ".join(part.split()) for part in _PARTS.split(f"\n{bare}"))
    return [sentence for part in parts if part for sentence in _STOP.split(part)]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _text(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _lines(value: Mapping[str, Any], name: str) -> list[str]:
    found = value.get(name)
    return [line for line in found if isinstance(line, str)] if isinstance(found, list) else []


def _start(text: str) -> str:
    """Return how a sentence begins, without what does not fit."""
    words = text.split()
    return " ".join(words[:6])[:60].rstrip(",;:.")
