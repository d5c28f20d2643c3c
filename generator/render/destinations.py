"""Where the search field on the home page can lead: every complete list with the words people type for it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.relate.registers import Registers
from generator.relate.selections import ListSpec
from generator.render.pages.lists import list_words

DESTINATIONS = "assets/wegen.json"


def destinations(registers: Registers, specs: Sequence[ListSpec]) -> str:
    """Return a JSON list of rows [label, address, words…] for every list that is not empty."""
    rows = []
    for spec in specs:
        if spec.items:
            text = list_words(spec.facet, spec.value, registers)
            rows.append([text.name, f"vacatures/{spec.facet}/{spec.value}/", *_words(spec, registers)])
    for ref, course in registers.courses.items():
        field = course.programme.fields[0]
        if course.programme.name not in {row[0] for row in rows}:
            rows.append([course.programme.name, f"vacatures/vakgebied/{field}/", ref, *course.programme.words])
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n"


def _words(spec: ListSpec, registers: Registers) -> tuple[str, ...]:
    match spec.facet:
        case "vakgebied":
            field = registers.fields[spec.value]
            return (spec.value, *field.words, *field.departments)
        case "organisatie":
            organisation = registers.organisations[spec.value]
            return (organisation.name, *organisation.words)
        case "niveau":
            plain = spec.value.replace("-", "")
            return (plain, f"niveau {spec.value[-1]}") if spec.value.startswith("mbo") else (plain,)
    return (spec.value,)
