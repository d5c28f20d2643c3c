"""Questions to the portal: what is open on a day, which lists there are, what resembles what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.offers import Assignment
from generator.model.vocabulary import Level, State
from generator.relate import facets
from generator.relate.facts import Facts, half_of, state_of
from generator.relate.registers import Registers


class Standing(NamedTuple):
    """A vacancy with the state it has on the day of the build."""

    facts: Facts
    state: State


class Likeness(NamedTuple):
    """A vacancy that resembles another, and in what."""

    key: str
    reason: str
    """opdracht · vakgebied_en_periode · vakgebied · organisatie"""


@dataclass(frozen=True, slots=True)
class Portal:
    """Everything that is known on one day, related in both directions."""

    registers: Registers
    today: int
    vacancies: Mapping[str, Standing]
    assignments: Mapping[str, Assignment]
    listed: tuple[Standing, ...]
    """what stands in lists: live ones first, closing soonest, then planned ones, opening soonest"""
    live: tuple[Standing, ...]
    """those to which one can react today, closing soonest first"""
    from_assignment: Mapping[str, tuple[Standing, ...]]
    """listed vacancies by the assignment they came from"""


class ListSpec(NamedTuple):
    """A complete list: the vacancies that share one value of one facet."""

    facet: str
    """id of one of `facets.listed()`"""
    value: str
    items: tuple[Standing, ...]


def relate(
    registers: Registers,
    vacancies: Mapping[str, Facts],
    assignments: Mapping[str, Assignment],
    today: int,
) -> Portal:
    """Return the portal as it is on the day `today` (an ordinal)."""
    standings = {
        key: Standing(facts, state_of(facts, registers, today))
        for key, facts in vacancies.items()
        if registers.show_samples or not facts.sample
    }
    shown = {
        key: assignment for key, assignment in assignments.items() if registers.show_samples or not assignment.sample
    }
    listed = sorted((standing for standing in standings.values() if standing.state.is_listed), key=_in_lists)
    from_assignment: dict[str, list[Standing]] = defaultdict(list)
    for standing in listed:
        if standing.facts.based_on:
            from_assignment[standing.facts.based_on].append(standing)
    return Portal(
        registers,
        today,
        standings,
        shown,
        tuple(listed),
        tuple(standing for standing in listed if standing.state.is_live),
        {key: tuple(items) for key, items in from_assignment.items()},
    )


def _in_lists(standing: Standing) -> tuple[bool, int, str]:
    """Sort live before planned; live by closing day, planned by opening day; then by id."""
    planned = standing.state is State.PLANNED
    return planned, standing.facts.opens if planned else standing.facts.closes, standing.facts.key


def newest(portal: Portal, count: int) -> tuple[Standing, ...]:
    """Return the `count` live vacancies that opened last."""
    live = sorted(portal.live, key=lambda standing: (-standing.facts.opens, standing.facts.key))
    return tuple(live[:count])


def lists(portal: Portal) -> tuple[ListSpec, ...]:
    """Return every complete list, also the empty ones of the closed choices, in the order of the site."""
    registers = portal.registers
    result: list[ListSpec] = []
    for facet in facets.listed():
        groups: dict[str, list[Standing]] = {value: [] for value in facet.values(registers)}
        for standing in portal.listed:
            for value in facet.of(standing.facts, registers):
                groups.setdefault(value, []).append(standing)
        order = sorted(groups) if facet.word else groups
        result.extend(ListSpec(facet.id, value, tuple(groups[value])) for value in order)
    return tuple(result)


def by_institution(portal: Portal) -> dict[str, tuple[Standing, ...]]:
    """Return the listed vacancies that name a programme of a school, by the id of the school."""
    groups: dict[str, list[Standing]] = defaultdict(list)
    for standing in portal.listed:
        for id_ in sorted({ref.partition("/")[0] for ref in standing.facts.programmes}):
            groups[id_].append(standing)
    return {id_: tuple(items) for id_, items in groups.items()}


_CANDIDATES = 6
"""How many neighbours on either side are looked at; the sum of work stays linear in the vacancies."""


def alike(portal: Portal, count: int = 3) -> dict[str, tuple[Likeness, ...]]:
    """Return for every vacancy up to `count` others to which one can react, most alike first.

    Candidates come from the same assignment, from the same field and half-year, from the same field and
    from the same organisation; within a group the neighbours in the order of start are taken, so
    that every vacancy is shown by about as many others.
    """
    live = portal.live
    by_kind: dict[str, dict[tuple[str, ...], list[Facts]]] = {name: defaultdict(list) for name in _LIKE}
    for standing in live:
        for name in _LIKE:
            group = _group(name, standing.facts)
            if group:
                by_kind[name][group].append(standing.facts)
    places: dict[str, dict[tuple[str, ...], dict[str, int]]] = {}
    for name, groups in by_kind.items():
        places[name] = {}
        for group, members in groups.items():
            members.sort(key=lambda facts: (facts.start, facts.key))
            places[name][group] = {facts.key: place for place, facts in enumerate(members)}
    bits = {level.value: 1 << place for place, level in enumerate(Level)}
    levels = {key: sum(bits[level] for level in standing.facts.levels) for key, standing in portal.vacancies.items()}
    return {
        key: _most_alike(standing.facts, by_kind, places, levels, count) for key, standing in portal.vacancies.items()
    }


_LIKE = ("opdracht", "vakgebied_en_periode", "vakgebied", "organisatie")


def _group(name: str, facts: Facts) -> tuple[str, ...]:
    match name:
        case "opdracht":
            return (facts.based_on,) if facts.based_on else ()
        case "vakgebied_en_periode":
            return (facts.field, half_of(facts.start))
        case "vakgebied":
            return (facts.field,)
    return (facts.organisation,)


def _most_alike(
    facts: Facts,
    groups: Mapping[str, Mapping[tuple[str, ...], Sequence[Facts]]],
    places: Mapping[str, Mapping[tuple[str, ...], Mapping[str, int]]],
    levels: Mapping[str, int],
    count: int,
) -> tuple[Likeness, ...]:
    found: list[Likeness] = []
    taken = {facts.key}
    for name in _LIKE:
        group = _group(name, facts)
        members = groups[name].get(group, ())
        if not members:
            continue
        place = places[name][group].get(facts.key, len(members) // 2)
        near = members[max(0, place - _CANDIDATES) : place + _CANDIDATES + 1]
        mine, start = levels[facts.key], facts.start
        ranked = sorted(
            (-(levels[other.key] & mine).bit_count(), abs(other.start - start), other.key) for other in near
        )
        for _, _, key in ranked:
            if key not in taken and len(found) < count:
                taken.add(key)
                found.append(Likeness(key, name))
        if len(found) == count:
            break
    return tuple(found)
