"""The schools with their programmes and periods, for the choice of one's own period."""

from __future__ import annotations

from typing import Any

from generator.relate.registers import Registers
from generator.render import words


def schools(registers: Registers) -> list[dict[str, Any]]:
    """Return every school with its programmes, and with the periods of each."""
    return [
        {
            "id": id_,
            "naam": school.name,
            "kort": school.short_name,
            "woorden": " ".join(school.words),
            "opleidingen": [_programme(f"{id_}/{programme.id}", registers) for programme in school.programmes],
        }
        for id_, school in registers.institutions.items()
    ]


def _programme(ref: str, registers: Registers) -> dict[str, Any]:
    course = registers.courses[ref]
    programme = course.programme
    return {
        "id": ref,
        "naam": programme.name,
        "niveau": words.level_text(programme.level),
        "woorden": " ".join((*programme.words, programme.code or "")).strip(),
        "vakgebieden": list(programme.fields),
        "periodes": [
            {
                "naam": period.name,
                "start": period.start.isoformat(),
                "eind": period.end.isoformat(),
                "dagen": period.days_per_week,
                "lesdagen": [day.value for day in period.school_days],
                **({"voorbeeld": True} if period.sample else {}),
            }
            for period in course.periods
        ],
    }
