"""The search files of the site: what goes in which, how deep the text may go, and names that follow the content."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import sub
from typing import Any

from generator.relate.registers import Registers
from generator.relate.selections import Portal
from generator.render import addresses, words
from generator.render.search.assignments import assignment_columns
from generator.render.search.folding import telling
from generator.render.search.language import language, words_of
from generator.render.search.passages import Passage
from generator.render.search.rows import AssignmentRow, VacancyRow
from generator.render.search.schools import schools
from generator.render.search.vacancies import vacancy_columns

FOLDER = "assets/zoek/"
BUDGET = 280 * 1024
"""Bytes of all search files together, gzip; with the library they stay under the 300 KB of the design."""
DEPTHS = (3, 2, 1)
LEAST_PER_WORD = 0.5
"""No text was ever packed to less than so many bytes a word (the real one takes 1.5)."""
SENTENCES_PER_FILE = 500


def search_files(
    portal: Portal,
    rows: Mapping[str, Sequence[Any]],
    assignment_order: Sequence[str],
    files: Mapping[str, str],
    authored: Iterable[Passage],
) -> dict[str, str]:
    """Return the text of every search file by its address.

    `rows` are the search rows by data file, `files` the data files of assignments by key. All files but
    `inhoud.json` carry a hash of their content in their name, so that a browser may keep them for ever.
    """
    made: dict[str, str] = {}

    def put(name: str, value: Any) -> str:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        named = f"{name}-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}.json"
        made[FOLDER + named] = text
        return named

    texts = [VacancyRow(*rows[standing.facts.file]).words for standing in portal.listed]
    examples = [AssignmentRow(*rows[files[key]]).words for key in assignment_order]
    titles = [standing.facts.title for standing in portal.listed]
    titles.extend(portal.assignments[key].title for key in assignment_order)
    contents: dict[str, Any] = {
        "taal": put("taal", language(portal.registers, words_of(titles, (*texts, *examples)))),
        "vacatures": put("vacatures", vacancy_columns(portal, rows)),
        "opdrachten": put("opdrachten", assignment_columns(portal, assignment_order, rows, files)),
        "verder": put("verder", [*map(_passage, authored), *_parties(portal.registers)]),
        "scholen": put("scholen", schools(portal.registers)),
    }
    room = BUDGET - sum(_size(text) for text in made.values())
    contents["woorden"] = put("woorden", _within(texts, examples, room))
    summaries = [VacancyRow(*rows[standing.facts.file]).summary for standing in portal.listed]
    contents["zinnen"] = [
        put(f"zinnen-{start // SENTENCES_PER_FILE}", summaries[start : start + SENTENCES_PER_FILE])
        for start in range(0, len(summaries), SENTENCES_PER_FILE)
    ]
    contents["zinnen_per"] = SENTENCES_PER_FILE
    made[f"{FOLDER}inhoud.json"] = json.dumps(contents, separators=(",", ":")) + "\n"
    return made


Layers = Sequence[str]


def _within(texts: Sequence[Layers], examples: Sequence[Layers], room: int) -> dict[str, Any]:
    """Return the further words of vacancies, then assignments, as deep as `room` bytes allow.

    Layers fall away from the deepest: the text, then the lists, then the summaries. A guess saves
    the work of making what can never fit.
    """
    for depth in DEPTHS:
        every = (*texts, *examples)
        if sum(layer.count(" ") for layers in every for layer in layers[:depth]) * LEAST_PER_WORD > room:
            continue
        value = numbered(_layers_of(layers, depth) for layers in every)
        if _size(json.dumps(value, separators=(",", ":"))) <= room:
            return value
    return numbered([()] * (len(texts) + len(examples)))


def numbered(rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Return rows of distinct words as numbers: frequent words get small ones, and a row holds the steps between."""
    rows = list(rows)
    counts = Counter(word for row in rows for word in row)
    order = sorted(counts, key=lambda word: (-counts[word], word))
    numbers = {word: number for number, word in enumerate(order)}
    steps = []
    for row in rows:
        found = sorted([numbers[word] for word in row])
        steps.append([found[0], *map(sub, found[1:], found)] if found else [])
    return {"woorden": order, "rijen": steps}


def _layers_of(words_of_record: Sequence[str], depth: int) -> list[str]:
    """Return the first `depth` layers of the telling words of a record."""
    return " ".join(words_of_record[:depth]).split()


def _size(text: str) -> int:
    return len(zlib.compress(text.encode(), 6))


def _passage(passage: Passage) -> list[str]:
    return [passage.kind, passage.title, passage.address, passage.page, passage.words]


def _parties(registers: Registers) -> list[list[str]]:
    found = []
    for id_, organisation in registers.organisations.items():
        known = set(telling([organisation.name], set()))
        text = telling([organisation.short_name, organisation.town or "", *organisation.words], known)
        found.append(
            ["organisatie", organisation.name, addresses.organisation(id_), organisation.kind.label, " ".join(text)]
        )
    for id_, school in registers.institutions.items():
        known = set(telling([school.name], set()))
        text = telling([school.short_name, *school.towns, *school.words], known)
        found.append(["school", school.name, addresses.school(id_), "Stageperiodes", " ".join(text)])
    for course in registers.courses.values():
        programme = course.programme
        known = set(telling([programme.name], set()))
        texts = (course.institution.short_name, programme.level.label, *programme.words, programme.code or "")
        address = addresses.programme(course.ref)
        by = f"{course.institution.short_name}, {words.level_text(programme.level)}"
        found.append(["opleiding", programme.name, address, by, " ".join(telling(texts, known))])
    return found
