"""What people's words mean: phrases of all registers with the facet values they stand for, and cut compounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.vocabulary import Kind, Language, Level, WorkMode
from generator.relate.registers import Registers
from generator.render.search.compounds import compounds
from generator.render.search.folding import STOP_WORDS, fold, folded

_FILLER_WORDS = """
graag leuk leuke zoek zoeken zoekt gezocht start starten begin beginnen week weken uur uren dag dagen maand maanden jaar
eerstejaars tweedejaars derdejaars vierdejaars student studenten doen hallo
"""
_FILLERS = frozenset(_FILLER_WORDS.split())
"""Words in a question that ask for nothing by themselves."""


def language(registers: Registers, words: Iterable[str]) -> dict[str, Any]:
    """Return phrases with their targets, the parts of compounds, and hints.

    `words` are the folded words of all records: the compounds among them are cut into words that stand by
    themselves somewhere on the site or in a register.
    """
    phrases: dict[str, list[str]] = {}
    for phrase, target in _meanings(registers):
        text = fold(phrase)
        if text and target not in phrases.setdefault(text, []):
            phrases[text].append(target)
    hints = {}
    for place, hint in enumerate(registers.words.hints):
        hints[str(place)] = [hint.text, hint.address]
        for phrase in hint.words:
            phrases.setdefault(fold(phrase), []).append(f"!{place}")
    present = set(words)
    vocabulary = present | {word for phrase in phrases for word in phrase.split()}
    # "drukkerijen" is not about the village of Rijen: names of places are no parts.
    parts = vocabulary - {word for phrase in _place_names(registers) for word in folded(phrase)}
    return {
        "begrippen": sorted([phrase, targets] for phrase, targets in phrases.items()),
        "delen": compounds(sorted(vocabulary), parts),
        "wenken": hints,
        "vulling": sorted(STOP_WORDS | _FILLERS),
    }


def _place_names(registers: Registers) -> Iterator[str]:
    for organisation in registers.organisations.values():
        if organisation.tile:
            yield from (organisation.short_name, organisation.town or "", *organisation.words)


def _meanings(registers: Registers) -> Iterator[tuple[str, str]]:
    yield from _registered(registers)
    yield from _choices()
    for concept in registers.words.concepts:
        for phrase in concept.words:
            for target in concept.means:
                yield phrase, f"={fold(target[1:])}" if target.startswith("=") else target


def _registered(registers: Registers) -> Iterator[tuple[str, str]]:
    """Yield the names and words of fields, organisations, schools and programmes."""
    for id_, field in registers.fields.items():
        for phrase in (field.name, *field.words, *field.departments):
            yield phrase, f"vakgebied:{id_}"
    for id_, organisation in registers.organisations.items():
        for phrase in (organisation.name, organisation.short_name, *organisation.words):
            yield phrase, f"organisatie:{id_}"
    for id_, school in registers.institutions.items():
        for phrase in (school.name, school.short_name, *school.words):
            yield phrase, f"school:{id_}"
    levels = {fold(phrase) for phrase, _ in _choices()}
    for ref, course in registers.courses.items():
        for phrase in (course.programme.name, *course.programme.words, course.programme.code or ""):
            if fold(phrase) not in levels:  # "niveau 4" is a level, whatever programme lists it
                yield phrase, f"opleiding:{ref}"
                yield phrase, f"genoemd:{ref}"


def _choices() -> Iterator[tuple[str, str]]:
    """Yield the words of the closed choices: levels, kinds, work modes, languages."""
    for level in Level:
        yield level.label, f"niveau:{level.value}"
        yield level.value.replace("-", ""), f"niveau:{level.value}"
        if level.is_mbo:
            yield f"niveau {level.value[-1]}", f"niveau:{level.value}"
            yield "mbo", f"niveau:{level.value}"
    for kind in Kind:
        yield kind.label, f"soort:{kind.value}"
        yield kind.value, f"soort:{kind.value}"
    for mode in WorkMode:
        yield mode.label, f"werkvorm:{mode.value}"
    for tongue in (Language.DUTCH, Language.ENGLISH):
        yield tongue.label, f"voertaal:{tongue.value}"
        yield tongue.label, f"voertaal:{Language.BOTH.value}"


def words_of(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> set[str]:
    """Return the folded words of titles, and of layers of words that are folded already."""
    found: set[str] = set()
    for title in titles:
        found.update(folded(title))
    for row in rows:
        for layer in row:
            found.update(layer.split())
    return found
