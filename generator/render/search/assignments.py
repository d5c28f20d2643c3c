"""The example assignments as columns of small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.offers import Assignment
from generator.relate.facets import facet
from generator.relate.registers import Registers
from generator.relate.selections import Portal
from generator.render.search.columns import Texts, facet_column
from generator.render.search.rows import AssignmentRow

_DURATIONS = {"kort": "Tot en met 10 weken", "half": "11 tot en met 20 weken", "lang": "Langer dan 20 weken"}
_WEEKS = {"kort": (1, 10), "half": (11, 20), "lang": (21, 52)}
"""The fewest and the most weeks of each length."""
_RESULTS = {"product": "Met een eindproduct", "meewerken": "Zonder eindproduct"}
_SPECIAL = {"jobcarving": "Geschikt voor jobcarving", "geen-vooropleiding": "Geen vooropleiding nodig"}


def assignment_columns(
    portal: Portal, order: Sequence[str], rows: Mapping[str, Sequence[Any]], files: Mapping[str, str]
) -> dict[str, Any]:
    """Return the assignments in the given order, as columns; `files` are their files by key."""
    chosen = [(portal.assignments[key], AssignmentRow(*rows[files[key]])) for key in order]
    texts = Texts()
    assignments = [assignment for assignment, _ in chosen]
    return {
        "teksten": texts.all,
        "facetten": [*_shared(assignments, portal.registers), *_own(assignments)],
        "titel": [a.title for a in assignments],
        "sleutel": list(order),
        "zin": [row.summary for _, row in chosen],
        "duur": [texts.number(row.duration) for _, row in chosen],
        "begeleiding": [texts.number(row.supervision) for _, row in chosen],
        "voorbeeld": [int(a.sample) for a in assignments],
    }


def _shared(assignments: Sequence[Assignment], registers: Registers) -> Iterable[dict[str, Any]]:
    """Yield the facets that vacancies have too."""
    for id_, keys in (
        ("vakgebied", [(a.field,) for a in assignments]),
        ("niveau", [tuple(level.value for level in a.levels) for a in assignments]),
        ("soort", [(a.kind.value,) for a in assignments]),
    ):
        known = facet(id_)
        yield facet_column(id_, known.label, known.values(registers), keys, iter)


def _own(assignments: Sequence[Assignment]) -> Iterable[dict[str, Any]]:
    result = str(Assignment.model_fields["deliverable"].title)
    yield facet_column("duur", "Duur", _DURATIONS, list(map(_durations, assignments)), iter)
    yield facet_column("resultaat", result, _RESULTS, list(map(_results, assignments)), iter)
    yield facet_column("bijzonder", "Bijzonder", _SPECIAL, list(map(_special, assignments)), iter)


def _durations(assignment: Assignment) -> tuple[str, ...]:
    """Return every class of length that the assignment can have."""
    least, most = assignment.duration.minimum, assignment.duration.maximum
    return tuple(id_ for id_, (low, high) in _WEEKS.items() if least <= high and most >= low)


def _results(assignment: Assignment) -> tuple[str, ...]:
    return ("product",) if assignment.deliverable else ("meewerken",)


def _special(assignment: Assignment) -> tuple[str, ...]:
    flags = (assignment.for_job_carving, assignment.no_prior_training)
    return tuple(id_ for id_, on in zip(_SPECIAL, flags, strict=True) if on)
