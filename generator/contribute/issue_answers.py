"""The text of an issue form to a raw record: strictly by heading, words back to values, and what is not clear.

A text of a stranger is taken apart here and nothing in it is trusted: what decides is the heading, never the place;
ids come from the registers; and whatever stands below no known heading is not used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.contribute.choices import Choices, distinct
from generator.contribute.forms import Branch, at, put
from generator.contribute.issue_forms import BY_NAME, Question, help_for, is_multiple, questions_of
from generator.contribute.typed import typed
from generator.load.places import RecordKind
from generator.model.fields import Sort
from generator.model.offers import Assignment
from generator.relate.registers import Registers
from generator.validate.messages import nearest, shorten, suggest

EMPTY_ANSWER = "_No response_"
"""What GitHub writes below a question without an answer; a dropdown says `None`."""
_HEADING = "### "
_HARMLESS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff\U000e0000-\U000e007f]")
"""Signs that come along with copying and draw nothing: they are taken out without a word.

A joiner (U+200D) stays, because emoji are made with it.
"""
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Signs that nobody types: control signs, and marks that make a text look different from what it is."""
_BULLET = re.compile(r"^[-*•–]\s+")
_PAIR = re.compile(r"(.+?)(?:(?<=\?):?|:)\s+(.+)")
"""A question and its explanation: the question ends in a colon, or in its own question mark."""
_PAGE = re.compile(r"(?:.*/)?opdrachten/([a-z0-9-]+/[a-z0-9-]+)/?(?:[?#].*)?")
_ALL = "alle"
_FEW = 6
"""So many wrong entries of one answer are named; more would hide the other points."""


class Point(NamedTuple):
    """One thing that must or may be different, in the words of the form."""

    name: str
    """where it stands in the record: "begeleiding.coach"; empty when the whole is meant"""
    label: str
    message: str
    remedy: str


class Answers(NamedTuple):
    """What somebody filled in."""

    value: dict[str, Any]
    """the raw record, with the names of a file as keys"""
    home: str
    """id of the folder; empty when it is not known"""
    points: tuple[Point, ...]


def clean(text: str) -> str | None:
    """Return a text with line breaks of one kind and without invisible signs, or None when one may not be there."""
    plain = _HARMLESS.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", "    ")
    return None if _REFUSED.search(plain) else unicodedata.normalize("NFC", plain)


def has_form(text: str, questions: Sequence[Question]) -> bool:
    """Tell whether a text has any heading of the form."""
    return bool(_sections(text, {question.label for question in questions}))


def answers_in(
    kind: RecordKind, text: str, registers: Registers, assignments: Mapping[str, Assignment] | None = None
) -> Answers:
    """Return what the cleaned text of an issue form says, and every point that is not clear or missing."""
    questions = questions_of(kind, registers)
    found = _sections(text, {question.label for question in questions})
    reader = _Reader(questions, {label: texts[0] for label, texts in found.items()})
    for label, texts in found.items():
        if len(texts) > 1:
            question = next(question for question in questions if question.label == label)
            reader.note(
                question,
                f"Het kopje `{_HEADING}{label}` staat er {len(texts)} keer.",
                "Laat het één keer staan, met je hele antwoord eronder.",
            )
    reader.read(registers, assignments or {})
    return Answers(reader.value, reader.home, tuple(reader.points))


def _sections(text: str, labels: set[str]) -> dict[str, list[str]]:
    """Return the texts below every known heading; an unknown heading is part of the answer in which it stands."""
    found: dict[str, list[list[str]]] = {}
    here: list[str] = []
    for line in text.split("\n"):
        label = line.removeprefix(_HEADING).strip() if line.startswith(_HEADING) else ""
        if label in labels:
            here = []
            found.setdefault(label, []).append(here)
        else:
            here.append(line)
    return {label: ["\n".join(lines).strip("\n") for lines in all_lines] for label, all_lines in found.items()}


class _Reader:
    """Reads the answers one by one into a raw record, and keeps what is wrong on the way."""

    def __init__(self, questions: Sequence[Question], texts: Mapping[str, str]) -> None:
        self.questions = questions
        self.texts = texts
        self.value: dict[str, Any] = {}
        self.home = ""
        self.points: list[Point] = []

    def read(self, registers: Registers, assignments: Mapping[str, Assignment]) -> None:
        """Read every answer."""
        for question in self.questions:
            answer = self._read(question, registers, assignments)
            if answer is None:
                continue
            if question.path:
                put(self.value, question.path, answer)
            else:
                self.home = answer
        for question in self.questions:
            if question.branches:
                self._take_branch(question)
        for question in self.questions:
            if self._is_missing(question):
                self._miss(question)

    def note(self, question: Question, message: str, remedy: str) -> None:
        """Keep one point about a question."""
        self.points.append(Point(".".join(question.path), question.label, message, remedy))

    def _text(self, question: Question) -> str:
        text = self.texts.get(question.label, "")
        return "" if text.strip() in ({EMPTY_ANSWER, "None"} if question.choices else {EMPTY_ANSWER}) else text

    def _read(self, question: Question, registers: Registers, assignments: Mapping[str, Assignment]) -> Any:
        text = self._text(question)
        if not text.strip() or question.branches:
            return None
        if question.spec.instead:
            return self._programmes(question, text, registers)
        if question.ask and question.ask.register in BY_NAME:
            return self._assignment(question, text, assignments)
        if question.choices:
            return self._chosen(question, text)
        return self._free(question, text)

    # Choices

    def _chosen(self, question: Question, text: str) -> Any:
        known = _by_word(question.choices)
        if not is_multiple(question):
            return self._one(question, " ".join(text.split()), known)
        return self._many(question, _entries(text, known), known)

    def _one(self, question: Question, word: str, known: Mapping[str, str]) -> str | None:
        if word.casefold() in known:
            return known[word.casefold()]
        self._unknown(question, word, question.choices)
        return None

    def _many(self, question: Question, words: Iterable[str], known: Mapping[str, str]) -> list[str] | None:
        values: list[str] = []
        strange: list[str] = []
        for word in words:
            if word.casefold() in known:
                values.append(known[word.casefold()])
            else:
                strange.append(word)
        for word in strange[:_FEW]:
            self._unknown(question, word, question.choices)
        return list(dict.fromkeys(values)) or None

    def _unknown(self, question: Question, word: str, choices: Choices) -> None:
        words = [choice for _, choice in choices]
        remedy = suggest(word, words, limit=20) or "Kies een antwoord uit de lijst."
        self.note(question, f"`{shorten(word)}` is hier geen keuze.", remedy)

    # Answers that point at something

    def _programmes(self, question: Question, text: str, registers: Registers) -> Any:
        """Return the ids of the programmes of the school, from their names, or the word for all of them."""
        lines = _lines(text)
        if [line.casefold() for line in lines] == [_ALL]:
            return _ALL
        school = registers.institutions.get(self.home)
        if school is None:
            return None  # the question for the school says so
        plain = [(programme.id, programme.name) for programme in school.programmes]
        words = [(programme.id, f"{programme.name} ({programme.level.label})") for programme in school.programmes]
        twice = {word.casefold() for id_, word in distinct(plain) if f"[{id_}]" in word}
        names = [(id_, name) for id_, name in plain if f"{name} [{id_}]".casefold() not in twice]
        choices = distinct(words)
        known = _by_word((*choices, *names))
        return self._many(question._replace(choices=choices), lines, known)

    def _assignment(self, question: Question, text: str, assignments: Mapping[str, Assignment]) -> str | None:
        """Return the id of an example assignment, from the address of its page, its title or its id."""
        word = " ".join(text.split())
        page = _PAGE.fullmatch(word)
        ref = page[1] if page else word
        titles = {assignment.title.casefold(): key for key, assignment in assignments.items()}
        if ref in assignments:
            return ref
        if word.casefold() in titles:
            return titles[word.casefold()]
        close = nearest(word, titles)
        self.note(
            question,
            f"De opdracht `{shorten(word)}` bestaat niet.",
            f"Bedoelde je `{assignments[titles[close]].title}`?"
            if close
            else "Plak het adres van de pagina, of laat dit leeg.",
        )
        return None

    # Free answers

    def _free(self, question: Question, text: str) -> Any:
        match question.spec.sort:
            case Sort.LINES:
                return _lines(text)
            case Sort.BLOCKS:
                return self._pairs(question, text)
            case Sort.MARKDOWN | Sort.TEXT:
                return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
        if question.spec.sort is not Sort.WHOLES and "\n" in text.strip():
            self.note(question, "Dit hoort op één regel te staan.", "Haal de regeleinden weg.")
            return None
        return typed(question.spec.sort, " ".join(text.split()))

    def _pairs(self, question: Question, text: str) -> list[dict[str, str]] | None:
        first, second = (inner.name for inner in question.spec.fields)
        pairs: list[dict[str, str]] = []
        for line in _lines(text):
            pair = _PAIR.fullmatch(line)
            if pair:
                pairs.append({first: pair[1], second: pair[2]})
            elif sum(point.label == question.label for point in self.points) < _FEW:
                self.note(question, f"In de regel `{shorten(line)}` mist de uitleg.", help_for(question))
        return pairs or None

    # What belongs together

    def _take_branch(self, question: Question) -> None:
        """Keep the answers that belong to the chosen way, and say which do not."""
        group = question.path[0]
        fields = [other for other in self.questions if len(other.path) > 1 and other.path[0] == group]
        given = [other for other in fields if at(self.value, other.path) not in (None, "false")]
        word = " ".join(self._text(question).split())
        branch = next((branch for branch in question.branches if branch.label.casefold() == word.casefold()), None)
        if branch is None:
            if word:
                self._unknown(question, word, question.choices)
            return
        self._keep_only(question, branch, fields, given)
        for name, value in branch.given.items():
            put(self.value, (group, name), value)

    def _keep_only(self, question: Question, branch: Branch, fields: list[Question], given: list[Question]) -> None:
        group = question.path[0]
        stray = [other for other in given if other.path[-1] not in branch.fields]
        if stray:
            labels = " en ".join(f"`{other.label}`" for other in stray)
            self.note(
                question,
                f"Je koos `{branch.label}`, maar je vulde ook {labels} in.",
                f"Maak dat leeg, of kies iets anders bij `{question.label}`.",
            )
        answers = self.value.get(group, {})
        self.value[group] = {name: answer for name, answer in answers.items() if name in branch.fields}
        wanted = [other for other in fields if other.path[-1] in branch.fields]
        if wanted and not [other for other in given if other in wanted]:
            self.note(wanted[0], f"Je koos `{branch.label}`, en hier staat nog niets.", help_for(wanted[0]))

    def _is_missing(self, question: Question) -> bool:
        if self._text(question).strip() or not question.spec.required:
            return False
        if question.required:
            return True
        when = question.ask.when if question.ask else None
        if when is None:
            return False
        answer = at(self.value, when.path)
        return bool({answer} & set(when.values) if isinstance(answer, str) else set(answer or ()) & set(when.values))

    def _miss(self, question: Question) -> None:
        if question.label in self.texts:
            self.note(question, "Hier staat nog niets.", help_for(question))
        else:
            self.note(
                question,
                "Dit kopje staat niet in je tekst.",
                f"Zet deze regel terug, met je antwoord eronder: `{_HEADING}{question.label}`",
            )


def _by_word(choices: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return values by word; who edits a text by hand may write the value itself."""
    known = list(choices)
    return {**{value.casefold(): value for value, _ in known}, **{word.casefold(): value for value, word in known}}


def _entries(text: str, known: Mapping[str, str]) -> Iterator[str]:
    """Yield the entries of an answer with commas or lines between them; an entry may have commas of its own."""
    for line in _lines(text):
        parts = [part.strip() for part in line.split(",")]
        start = 0
        while start < len(parts):
            # The longest run of parts that is one entry; no entry has more than a few commas.
            ends = range(min(len(parts), start + _FEW), start, -1)
            end = next((end for end in ends if ", ".join(parts[start:end]).casefold() in known), start + 1)
            if any(parts[start:end]):
                yield ", ".join(parts[start:end])
            start = end


def _lines(text: str) -> list[str]:
    """Return the lines of a list without their bullets."""
    lines = (" ".join(_BULLET.sub("", line.strip()).split()) for line in text.split("\n"))
    return [line for line in lines if line]
