"""Vacancies and assignments as columns of small numbers, the shape in which a browser can search ten thousand of them.

`theme/assets/js/zoek/soorten.js` describes what is written here; a facet is defined once, with its values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import sub
from typing import Any, NamedTuple

from generator.model.offers import Assignment, Vacancy
from generator.model.vocabulary import (
    MBO_ROUTES,
    Choice,
    Half,
    HandStatus,
    HoursBand,
    Kind,
    Language,
    Level,
    PayKind,
    WorkMode,
)
from generator.relate.facts import Facts, half_of
from generator.relate.registers import Registers
from generator.relate.selections import Portal, Standing, employer_values
from generator.render import words
from generator.render.pages.lists import FACET_LABELS, list_words
from generator.render.search.folding import folded
from generator.render.search.rows import AssignmentRow, VacancyRow

EPOCH = date(1970, 1, 1).toordinal()

DURATIONS = (("kort", "Tot en met 10 weken"), ("half", "11 tot en met 20 weken"), ("lang", "Langer dan 20 weken"))
DURATION_WEEKS = ((1, 10), (11, 20), (21, 52))
"""The fewest and the most weeks in each of `DURATIONS`."""
RESULTS = (("product", "Met een eindproduct"), ("meewerken", "Zonder eindproduct"))
SPECIAL = (("jobcarving", "Geschikt voor jobcarving"), ("geen-vooropleiding", "Geen vooropleiding nodig"))


class Listed(NamedTuple):
    """A vacancy that stands in lists, with its row for the search."""

    standing: Standing
    row: VacancyRow


class _Texts:
    """Texts that return, each written once; number 0 is the empty one."""

    def __init__(self) -> None:
        self.all: list[str] = [""]
        self._numbers = {"": 0}

    def number(self, text: str) -> int:
        """Return the number of `text`."""
        known = self._numbers.get(text)
        if known is None:
            known = self._numbers[text] = len(self.all)
            self.all.append(text)
        return known


Key = Any
"""What the values of a record in a facet depend on."""


def facet(
    id_: str,
    name: str,
    values: Sequence[tuple[str, str]],
    keys: Sequence[Key],
    chosen: Callable[[Key], Iterable[str]] = lambda key: (key,),
    *,
    source: tuple[str, ...] = (),
    hidden: bool = False,
) -> dict[str, Any]:
    """Return a facet; `chosen` gives the ids of the values of a record from its key, asked once a key.

    With `source` the keys are tuples of the numbers in those columns or facets: then not a column is
    written but what each key stands for, and the browser looks the column up.
    """
    places = {value: place for place, (value, _) in enumerate(values)}
    rows: dict[tuple[int, ...], int] = {}
    known: dict[Key, int] = {}
    for key in keys:
        if key not in known:
            row = tuple(sorted({places[value] for value in chosen(key) if value in places}))
            known[key] = rows.setdefault(row, len(rows))
    made: dict[str, Any] = {
        "id": id_,
        "naam": name,
        "waarden": [list(value) for value in values],
        "rijtjes": [list(row) for row in rows],
    }
    if source:
        made |= {"uit": list(source), "per": {",".join(map(str, key)): row for key, row in known.items()}}
    else:
        made["kolom"] = [known[key] for key in keys]
    return {**made, "verborgen": True} if hidden else made


def vacancy_columns(
    portal: Portal, rows: Mapping[str, Sequence[Any]], moments: Callable[[date], str]
) -> dict[str, Any]:
    """Return the listed vacancies in the order of the site, as columns.

    `rows` are the search rows by file; `moments` gives the first moment that is too late for a closing day.
    """
    listed = [Listed(standing, VacancyRow(*rows[standing.facts.file])) for standing in portal.listed]
    registers = portal.registers
    zero = min((item.standing.facts.opens for item in listed), default=portal.today)
    texts = _Texts()
    organisations = {id_: place for place, id_ in enumerate(registers.organisations)}
    thresholds = registers.region.thresholds
    facts = [item.standing.facts for item in listed]
    columns: dict[str, Any] = {
        "nul": zero - EPOCH,
        "drempels": {
            "nieuw": thresholds.new_days,
            "sluit": thresholds.closing_days,
            "lang": thresholds.long_part_time_weeks,
        },
        "organisaties": [_organisation(id_, registers) for id_ in registers.organisations],
        "teksten": texts.all,
        "titel": [item.title for item in facts],
        **_names(facts),
        "org": [organisations[item.organisation] for item in facts],
        "afdeling": [texts.number(item.row.department) for item in listed],
        "plaats": [texts.number(item.row.place) for item in listed],
        "beloning": [texts.number(item.row.allowance) for item in listed],
        "bedrag": [item.row.amount for item in listed],
        "begeleiding": [texts.number(item.row.supervision) for item in listed],
        "uren": [item.hours for item in facts],
        "start": [item.start - zero if item.start else -1 for item in facts],
        "eind": [item.end - zero if item.end else -1 for item in facts],
        "flex": [int(item.row.flexible) for item in listed],
        "kort": [int(item.row.short) for item in listed],
        "dagen": [item.row.days for item in listed],
        "open": [item.opens - zero for item in facts],
        "sluit": [item.closes - zero for item in facts],
        "stand": [int(item.status == HandStatus.TALKS) for item in facts],
        "voorbeeld": [int(item.sample) for item in facts],
        "vog": [int(item.row.certificate) for item in listed],
        "momenten": {str(day - zero): moments(date.fromordinal(day)) for day in sorted({f.closes for f in facts})},
        "voorheen": {former: place for place, item in enumerate(listed) for former in item.row.former},
    }
    columns["facetten"] = _vacancy_facets(listed, columns, registers)
    return columns


def _names(facts: Sequence[Facts]) -> dict[str, list[Any]]:
    """Return the last step of every address: how much of the folded title it begins with, and what follows."""
    heads, rests = [], []
    for item in facts:
        name = item.key.split("/", maxsplit=1)[1]
        title = "-".join(folded(item.title))
        same = next((place for place, (a, b) in enumerate(zip(name, title, strict=False)) if a != b), None)
        head = min(len(name), len(title)) if same is None else same
        heads.append(head)
        rests.append(name[head:])
    return {"kop": heads, "rest": rests}


def _organisation(id_: str, registers: Registers) -> dict[str, Any]:
    organisation = registers.organisations[id_]
    tile = organisation.tile
    known = organisation.latitude is not None and organisation.longitude is not None
    return {
        "id": id_,
        "naam": organisation.name,
        "kort": organisation.short_name,
        "kaart": organisation.map_name or "",
        "plek": [tile.column, tile.row] if tile else None,
        "ligging": [organisation.latitude, organisation.longitude] if known else None,
    }


def _vacancy_facets(
    listed: Sequence[Listed], columns: Mapping[str, Sequence[int]], registers: Registers
) -> list[dict[str, Any]]:
    facts = [item.standing.facts for item in listed]
    starts = [(start,) for start in columns["start"]]
    half = {(key,): half_of(item.start) for key, item in zip(columns["start"], facts, strict=True)}
    organisations = list(registers.organisations)
    shown = [
        facet("vakgebied", FACET_LABELS["vakgebied"], _fields(registers), [item.field for item in facts]),
        facet("niveau", FACET_LABELS["niveau"], _values(Level), [item.levels for item in facts], _same),
        facet("soort", FACET_LABELS["soort"], _values(Kind), [item.kind for item in facts]),
        facet(
            "organisatie",
            FACET_LABELS["organisatie"],
            [(id_, organisation.short_name) for id_, organisation in registers.organisations.items()],
            [(place,) for place in columns["org"]],
            lambda key: employer_values(organisations[key[0]], registers),
            source=("org",),
        ),
        facet(
            "periode",
            FACET_LABELS["periode"],
            [(value, list_words("periode", value, registers).name) for value in sorted(set(half.values()))],
            starts,
            lambda key: (half[key],),
            source=("start",),
        ),
        facet(
            "uren",
            _title("hours_per_week"),
            _values(HoursBand),
            [(hours,) for hours in columns["uren"]],
            lambda key: (HoursBand.of(key[0]).value,),
            source=("uren",),
        ),
        facet("werkvorm", _title("work_mode"), _values(WorkMode), [item.row.work_mode for item in listed]),
        facet("vergoeding", _title("allowance"), _values(PayKind), [item.row.pay for item in listed]),
        facet("voertaal", _title("language"), _values(Language), [item.row.language for item in listed]),
    ]
    by_id = {made["id"]: made for made in shown}
    return [*shown, *_hidden_facets(listed, columns, by_id, registers)]


def _same(key: Iterable[str]) -> Iterable[str]:
    return key


def _hidden_facets(
    listed: Sequence[Listed],
    columns: Mapping[str, Sequence[int]],
    shown: Mapping[str, dict[str, Any]],
    registers: Registers,
) -> list[dict[str, Any]]:
    """Return what words may mean and nobody can tick: programmes, schools, months."""
    facts = [item.standing.facts for item in listed]
    courses = [(ref, course.programme.name) for ref, course in registers.courses.items()]
    named = facet("genoemd", "Opleiding", courses, [item.programmes for item in facts], _same, hidden=True)
    wide = _courses_by_work(registers)
    work = {
        key: (item.field, item.levels, item.programmes)
        for key, item in zip(
            zip(shown["vakgebied"]["kolom"], shown["niveau"]["kolom"], named["kolom"], strict=True), facts, strict=True
        )
    }

    def fitting(key: tuple[int, int, int]) -> Iterable[str]:
        field, levels, programmes = work[key]
        return {ref for level in levels for ref in wide.get((field, level), ())} | set(programmes)

    def schools_of(key: tuple[int]) -> Iterable[str]:
        return {courses[place][0].partition("/")[0] for place in named["rijtjes"][key[0]]}

    starts = [(start,) for start in columns["start"]]
    days = {key: item.start for key, item in zip(starts, facts, strict=True)}
    keys = list(zip(shown["vakgebied"]["kolom"], shown["niveau"]["kolom"], named["kolom"], strict=True))
    schools_there = [(id_, school.short_name) for id_, school in registers.institutions.items()]
    return [
        named,
        facet("opleiding", "Opleiding", courses, keys, fitting, source=("vakgebied", "niveau", "genoemd"), hidden=True),
        facet(
            "school",
            "School",
            schools_there,
            [(row,) for row in named["kolom"]],
            schools_of,
            source=("genoemd",),
            hidden=True,
        ),
        facet("route", _title("route"), _values(MBO_ROUTES), [item.row.route for item in listed], hidden=True),
        facet(
            "maand",
            "Maand",
            [(str(number), str(number)) for number in range(1, 13)],
            starts,
            lambda key: (str(date.fromordinal(days[key]).month),) if days[key] else (),
            source=("start",),
            hidden=True,
        ),
        facet(
            "seizoen",
            "Seizoen",
            _values(Half),
            starts,
            lambda key: (half_of(days[key]).partition("-")[2],) if days[key] else (),
            source=("start",),
            hidden=True,
        ),
        facet(
            "doorlopend",
            "Doorlopend",
            [("ja", "Het hele jaar")],
            starts,
            lambda key: () if days[key] else ("ja",),
            source=("start",),
            hidden=True,
        ),
    ]


def _values(choices: Iterable[Choice]) -> list[tuple[str, str]]:
    return [(choice.value, choice.label) for choice in choices]


def _title(attribute: str) -> str:
    """Return what the model calls a field."""
    return str(Vacancy.model_fields[attribute].title)


def _courses_by_work(registers: Registers) -> dict[tuple[str, str], list[str]]:
    """Return the programmes that a field and a level fit."""
    found: dict[tuple[str, str], list[str]] = {}
    for ref, course in registers.courses.items():
        for field in course.programme.fields:
            found.setdefault((field, course.programme.level.value), []).append(ref)
    return found


def _fields(registers: Registers) -> list[tuple[str, str]]:
    return [(id_, field.name) for id_, field in registers.fields.items()]


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


def layers_of(words_of_record: Sequence[str], depth: int) -> list[str]:
    """Return the first `depth` layers of the telling words of a record."""
    return " ".join(words_of_record[:depth]).split()


def assignment_columns(
    portal: Portal, order: Sequence[str], rows: Mapping[str, Sequence[Any]], files: Mapping[str, str]
) -> dict[str, Any]:
    """Return the assignments in the given order, as columns; `files` are their files by key."""
    registers = portal.registers
    chosen = [(key, portal.assignments[key], AssignmentRow(*rows[files[key]])) for key in order]
    texts = _Texts()
    assignments = [assignment for _, assignment, _ in chosen]
    return {
        "teksten": texts.all,
        "facetten": [
            facet("vakgebied", FACET_LABELS["vakgebied"], _fields(registers), [a.field for a in assignments]),
            facet(
                "niveau",
                FACET_LABELS["niveau"],
                _values(Level),
                [tuple(level.value for level in a.levels) for a in assignments],
                _same,
            ),
            facet("soort", FACET_LABELS["soort"], _values(Kind), [a.kind.value for a in assignments]),
            facet("duur", "Duur", DURATIONS, list(map(_durations, assignments)), _same),
            facet(
                "resultaat",
                _title("deliverable"),
                RESULTS,
                ["product" if a.deliverable else "meewerken" for a in assignments],
            ),
            facet("bijzonder", "Bijzonder", SPECIAL, list(map(_special, assignments)), _same),
        ],
        "titel": [a.title for a in assignments],
        "sleutel": list(order),
        "zin": [row.summary for _, _, row in chosen],
        "duur": [texts.number(row.duration) for _, _, row in chosen],
        "begeleiding": [texts.number(row.supervision) for _, _, row in chosen],
        "voorbeeld": [int(a.sample) for a in assignments],
    }


def _durations(assignment: Assignment) -> tuple[str, ...]:
    """Return every class of length that the assignment can have."""
    least, most = assignment.duration.minimum, assignment.duration.maximum
    return tuple(
        id_ for (id_, _), (low, high) in zip(DURATIONS, DURATION_WEEKS, strict=True) if least <= high and most >= low
    )


def _special(assignment: Assignment) -> tuple[str, ...]:
    flags = (assignment.for_job_carving, assignment.no_prior_training)
    return tuple(id_ for (id_, _), on in zip(SPECIAL, flags, strict=True) if on)


def schools(registers: Registers) -> list[dict[str, Any]]:
    """Return every school with its programmes and their periods, for the choice of one's own period."""
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
