"""The words that people choose for the ids of a register, on a form on GitHub, on a terminal and in the browser."""

from __future__ import annotations

from collections.abc import Iterable

from generator.relate.registers import Registers

Choices = tuple[tuple[str, str], ...]
"""Values with the words that people choose; no two words are the same."""


def choices_of(register: str, registers: Registers) -> Choices:
    """Return the ids of a register with the words that people choose; raises KeyError for a register without ids."""
    pairs = {
        "vakgebieden": lambda: [(id_, field.name) for id_, field in registers.fields.items()],
        "organisaties": lambda: [(id_, organisation.name) for id_, organisation in registers.organisations.items()],
        "instellingen": lambda: [(id_, institution.name) for id_, institution in registers.institutions.items()],
        "opleidingen": lambda: [
            (ref, f"{course.institution.short_name}: {course.programme.name} ({course.programme.level.label})")
            for ref, course in registers.courses.items()
        ],
    }[register]()
    return distinct(pairs)


def distinct(pairs: Iterable[tuple[str, str]]) -> Choices:
    """Return values with words that differ: a word that occurs twice gets its value behind it."""
    known = list(pairs)
    words = [word.casefold() for _, word in known]
    return tuple((value, f"{word} [{value}]" if words.count(word.casefold()) > 1 else word) for value, word in known)
