"""What must hold on the day that somebody sends something in, and no longer after that: its days are still to come.

A vacancy that closed last year is a good file, so this is no rule of the checker. Whoever fills in a form today and
types last year's date would wait for reactions that nobody can send.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.contribute.forms import Names, at
from generator.load.places import RecordKind
from generator.model.problems import Finding

LAST_DAYS: Mapping[RecordKind, tuple[Names, ...]] = {
    RecordKind.VACANCY: (("sluit_op",), ("periode", "eind")),
    RecordKind.PERIOD: (("eind",),),
}
"""The days of a kind of record after which nobody has any use for it."""


def gone_by(kind: RecordKind, value: Mapping[str, Any], today: date) -> Iterator[Finding]:
    """Yield a finding for every last day in a raw value that lies before `today`; what is no day is left alone."""
    for path in LAST_DAYS.get(kind, ()):
        day = _day(at(value, path))
        if day and day < today:
            yield PAST._replace(path=path)


PAST = Finding((), "voorbij", "Deze dag is al voorbij.", "Kies een latere dag.")


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == len("2027-02-01") else None
    except ValueError:
        return None
