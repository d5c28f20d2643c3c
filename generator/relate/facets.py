"""The facets: by what vacancies are listed, searched and counted. A facet is one row of one table.

Names of fields come from the model, words of values from the registers and the closed choices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel

from generator.model.offers import Period, Vacancy
from generator.model.vocabulary import (
    MBO_ROUTES,
    Choice,
    Half,
    HoursBand,
    Kind,
    Language,
    Level,
    PayKind,
    WorkMode,
)
from generator.relate.facts import ALL_YEAR, Facts, half_of
from generator.relate.registers import Registers


class Facet(NamedTuple):
    """One way to divide the vacancies."""

    id: str
    """its name in addresses, in the search files and in zoekwoorden.yml"""
    label: str
    values: Callable[[Registers], Mapping[str, str]]
    """every value with its word, in the order of the site; nothing when only those exist that occur"""
    of: Callable[[Facts, Registers], Iterable[str]]
    """the values under which a vacancy stands"""
    word: Callable[[str], str] | None = None
    """the word of a value that occurs, where `values` cannot know them all"""
    listed: bool = False
    """whether each value has a list of its own, at an address of its own"""
    hidden: bool = False
    """whether only words lead to it: nobody can tick it"""

    def word_of(self, value: str, registers: Registers) -> str:
        """Return what people read for a value; raises KeyError for one that does not exist."""
        return self.word(value) if self.word else self.values(registers)[value]


def _label(model: type[BaseModel], attribute: str) -> str:
    return str(model.model_fields[attribute].title)


def _choices(choices: Iterable[Choice]) -> Callable[[Registers], Mapping[str, str]]:
    words = {choice.value: choice.label for choice in choices}
    return lambda _: words


def _courses(registers: Registers) -> Mapping[str, str]:
    return {ref: course.programme.name for ref, course in registers.courses.items()}


def _half_word(value: str) -> str:
    """Return "Voorjaar 2027", or "Het hele jaar"."""
    year, _, half = value.partition("-")
    return f"{Half(half).label.capitalize()} {year}" if half else "Het hele jaar"


def _pay(facts: Facts, registers: Registers) -> str:
    """Return what is known of the pay: where a vacancy follows its organisation, that one's scheme decides."""
    scheme = registers.organisations[facts.organisation].scheme
    return facts.pay or (PayKind.WITH if scheme else PayKind.SCHEME).value


def _fitting(facts: Facts, registers: Registers) -> set[str]:
    """Return the programmes that a vacancy names, and those that its field and levels fit."""
    return {*facts.programmes, *(course.ref for course in registers.courses_for(facts.field, facts.levels))}


def _month(facts: Facts) -> tuple[str, ...]:
    return (str(date.fromordinal(facts.start).month),) if facts.start else ()


def _season(facts: Facts) -> tuple[str, ...]:
    return (half_of(facts.start).partition("-")[2],) if facts.start else ()


FACETS = (
    Facet(
        "vakgebied",
        _label(Vacancy, "field"),
        lambda registers: {id_: field.name for id_, field in registers.fields.items()},
        lambda facts, _: (facts.field,),
        listed=True,
    ),
    Facet("niveau", _label(Vacancy, "levels"), _choices(Level), lambda facts, _: facts.levels, listed=True),
    Facet("soort", _label(Vacancy, "kind"), _choices(Kind), lambda facts, _: (facts.kind,), listed=True),
    Facet(
        "organisatie",
        "Gemeente of organisatie",  # the folder of a vacancy is no field of it
        lambda registers: {id_: other.short_name for id_, other in registers.organisations.items()},
        lambda facts, registers: registers.shown_under(facts.organisation),
        listed=True,
    ),
    Facet(
        "periode",
        _label(Period, "start"),
        lambda _: {},
        lambda facts, _: (half_of(facts.start),),
        word=_half_word,
        listed=True,
    ),
    Facet(
        "uren",
        _label(Vacancy, "hours_per_week"),
        _choices(HoursBand),
        lambda facts, _: (HoursBand.of(facts.hours).value,),
    ),
    Facet("werkvorm", _label(Vacancy, "work_mode"), _choices(WorkMode), lambda facts, _: (facts.work_mode,)),
    Facet("vergoeding", _label(Vacancy, "allowance"), _choices(PayKind), lambda *asked: (_pay(*asked),)),
    Facet("voertaal", _label(Vacancy, "language"), _choices(Language), lambda facts, _: (facts.language,)),
    Facet("genoemd", "Opleiding", _courses, lambda facts, _: facts.programmes, hidden=True),
    Facet("opleiding", "Opleiding", _courses, _fitting, hidden=True),
    Facet(
        "school",
        "School",
        lambda registers: {id_: school.short_name for id_, school in registers.institutions.items()},
        lambda facts, _: {ref.partition("/")[0] for ref in facts.programmes},
        hidden=True,
    ),
    Facet(
        "route",
        _label(Vacancy, "route"),
        _choices(MBO_ROUTES),
        lambda facts, _: (facts.route,) if facts.route else (),
        hidden=True,
    ),
    Facet(
        "maand",
        "Maand",
        lambda _: {str(month): str(month) for month in range(1, 13)},
        lambda facts, _: _month(facts),
        hidden=True,
    ),
    Facet("seizoen", "Seizoen", _choices(Half), lambda facts, _: _season(facts), hidden=True),
    Facet(
        "doorlopend",
        "Doorlopend",
        lambda _: {"ja": _half_word(ALL_YEAR)},
        lambda facts, _: () if facts.start else ("ja",),
        hidden=True,
    ),
)
"""Every facet, in the order of the site; one that refers to others stands behind them."""


def facet(id_: str) -> Facet:
    """Return the facet with this id; raises KeyError when there is none."""
    return {known.id: known for known in FACETS}[id_]


def listed() -> tuple[Facet, ...]:
    """Return the facets whose values have lists of their own."""
    return tuple(known for known in FACETS if known.listed)


def search_values(registers: Registers) -> dict[str, tuple[str, ...]]:
    """Return every facet that a search word may point at, with its values."""
    return {known.id: tuple(known.values(registers)) for known in FACETS if not known.word}
