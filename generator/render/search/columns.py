"""Vacancies and assignments as columns of small numbers, the shape in which a browser can search ten thousand of them.

`theme/assets/js/zoek/soorten.js` describes what is written here; a facet is defined once, with its values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.model.offers import Assignment
from generator.model.vocabulary import Half, HandStatus, Kind, Language, Level, WorkMode
from generator.relate.facts import Facts, half_of
from generator.relate.registers import Registers
from generator.relate.selections import Portal, Standing, values_of
from generator.render import words
from generator.render.pages.lists import FACET_LABELS, list_words
from generator.render.search.rows import AssignmentRow, VacancyRow

EPOCH = date(1970, 1, 1).toordinal()
LONG_TASK_WEEKS = (10, 20)

HOURS = (("16", "Tot en met 16 uur", 16), ("24", "17 tot en met 24 uur", 24), ("32", "25 tot en met 32 uur", 32))
HOURS_MORE = ("40", "33 uur of meer")
PAY = (("met", "Met vergoeding"), ("regeling", "Volgens eigen regeling"), ("zonder", "Zonder vergoeding"))
DURATIONS = (("kort", "Tot en met 10 weken"), ("half", "11 tot en met 20 weken"), ("lang", "Langer dan 20 weken"))
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


def facet(
    id_: str, name: str, values: Sequence[tuple[str, str]], chosen: Iterable[Sequence[str]], hidden: bool = False
) -> dict[str, Any]:
    """Return a facet with its column; `chosen` gives for every record the ids of its values."""
    places = {value: place for place, (value, _) in enumerate(values)}
    rows: dict[tuple[int, ...], int] = {}
    column = []
    for ids in chosen:
        row = tuple(sorted(places[value] for value in ids if value in places))
        column.append(rows.setdefault(row, len(rows)))
    made: dict[str, Any] = {
        "id": id_,
        "naam": name,
        "waarden": [list(value) for value in values],
        "rijtjes": [list(row) for row in rows],
        "kolom": column,
    }
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
            "bevestigd": thresholds.confirmed_days,
            "lang": thresholds.long_part_time_weeks,
        },
        "organisaties": [_organisation(id_, registers) for id_ in registers.organisations],
        "teksten": texts.all,
        "facetten": _vacancy_facets(listed, registers),
        "titel": [item.title for item in facts],
        "naam": [item.key.split("/", maxsplit=1)[1] for item in facts],
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
    return columns


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
        "plaats": organisation.town or organisation.short_name,
    }


def _vacancy_facets(listed: Sequence[Listed], registers: Registers) -> list[dict[str, Any]]:
    facts = [item.standing.facts for item in listed]

    def of(name: str) -> list[tuple[str, ...]]:
        return [values_of(name, item, registers) for item in facts]

    halves = sorted({half_of(item.start) for item in facts})
    shown = [
        facet("vakgebied", FACET_LABELS["vakgebied"], _fields(registers), of("vakgebied")),
        facet("niveau", FACET_LABELS["niveau"], [(level.value, level.label) for level in Level], of("niveau")),
        facet("soort", FACET_LABELS["soort"], [(kind.value, kind.label) for kind in Kind], of("soort")),
        facet(
            "organisatie",
            FACET_LABELS["organisatie"],
            [(id_, organisation.short_name) for id_, organisation in registers.organisations.items()],
            of("organisatie"),
        ),
        facet(
            "periode",
            FACET_LABELS["periode"],
            [(half, list_words("periode", half, registers).name) for half in halves],
            of("periode"),
        ),
        facet(
            "uren",
            "Uren per week",
            [*((id_, name) for id_, name, _ in HOURS), HOURS_MORE],
            [(_hours(item.hours),) for item in facts],
        ),
        facet(
            "werkvorm",
            "Werkvorm",
            [(mode.value, mode.label) for mode in WorkMode],
            [(item.row.work_mode,) for item in listed],
        ),
        facet("vergoeding", "Vergoeding", PAY, [(item.row.pay,) for item in listed]),
        facet(
            "voertaal",
            "Voertaal",
            [(language.value, language.label) for language in Language],
            [(item.row.language,) for item in listed],
        ),
    ]
    return [*shown, *_hidden_facets(listed, registers)]


def _hidden_facets(listed: Sequence[Listed], registers: Registers) -> list[dict[str, Any]]:
    """Return what words may mean and nobody can tick: programmes, schools, months."""
    facts = [item.standing.facts for item in listed]
    courses = [(ref, course.programme.name) for ref, course in registers.courses.items()]
    wide = _courses_by_work(registers)

    def fitting(item: Facts) -> tuple[str, ...]:
        found = {ref for level in item.levels for ref in wide.get((item.field, level), ())}
        return tuple(found | set(item.programmes))

    def schools(item: Facts) -> tuple[str, ...]:
        return tuple({ref.partition("/")[0] for ref in item.programmes})

    def month(item: Facts) -> tuple[str, ...]:
        return (str(date.fromordinal(item.start).month),) if item.start else ()

    def season(item: Facts) -> tuple[str, ...]:
        half = half_of(item.start)
        return (half.partition("-")[2],) if item.start else ()

    months = [(str(number), str(number)) for number in range(1, 13)]
    return [
        facet("opleiding", "Opleiding", courses, map(fitting, facts), hidden=True),
        facet("genoemd", "Opleiding", courses, [item.programmes for item in facts], hidden=True),
        facet(
            "school",
            "School",
            [(id_, school.short_name) for id_, school in registers.institutions.items()],
            map(schools, facts),
            hidden=True,
        ),
        facet(
            "route", "Leerweg", [("bol", "bol"), ("bbl", "bbl")], [(item.row.route,) for item in listed], hidden=True
        ),
        facet("maand", "Maand", months, map(month, facts), hidden=True),
        facet("seizoen", "Seizoen", [(half.value, half.label) for half in Half], map(season, facts), hidden=True),
        facet(
            "doorlopend",
            "Doorlopend",
            [("ja", "Het hele jaar")],
            [() if item.start else ("ja",) for item in facts],
            hidden=True,
        ),
    ]


def _courses_by_work(registers: Registers) -> dict[tuple[str, str], list[str]]:
    """Return the programmes that a field and a level fit."""
    found: dict[tuple[str, str], list[str]] = {}
    for ref, course in registers.courses.items():
        for field in course.programme.fields:
            found.setdefault((field, course.programme.level.value), []).append(ref)
    return found


def _fields(registers: Registers) -> list[tuple[str, str]]:
    return [(id_, field.name) for id_, field in registers.fields.items()]


def _hours(hours: int) -> str:
    return next((id_ for id_, _, most in HOURS if hours <= most), HOURS_MORE[0])


def further_words(portal: Portal, rows: Mapping[str, Sequence[Any]], depth: int) -> dict[str, Any]:
    """Return the telling words beyond the titles, the first `depth` layers: summary, lists, text.

    Frequent words get small numbers, and every row holds the steps from one number to the next.
    """
    texts = [" ".join(VacancyRow(*rows[standing.facts.file]).words[:depth]).split() for standing in portal.listed]
    counts: dict[str, int] = {}
    for row in texts:
        for word in row:
            counts[word] = counts.get(word, 0) + 1
    order = sorted(counts, key=lambda word: (-counts[word], word))
    numbers = {word: number for number, word in enumerate(order)}
    steps = []
    for row in texts:
        last = 0
        found = []
        for number in sorted({numbers[word] for word in row}):
            found.append(number - last)
            last = number
        steps.append(found)
    return {"woorden": order, "rijen": steps}


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
            facet("vakgebied", "Vakgebied", _fields(registers), [(a.field,) for a in assignments]),
            facet(
                "niveau",
                "Niveau",
                [(level.value, level.label) for level in Level],
                [tuple(level.value for level in a.levels) for a in assignments],
            ),
            facet(
                "soort",
                "Soort stage",
                [(kind.value, kind.label) for kind in Kind],
                [(a.kind.value,) for a in assignments],
            ),
            facet("duur", "Duur", DURATIONS, map(_durations, assignments)),
            facet(
                "resultaat",
                "Resultaat",
                RESULTS,
                [("product",) if a.deliverable else ("meewerken",) for a in assignments],
            ),
            facet("bijzonder", "Bijzonder", SPECIAL, map(_special, assignments)),
        ],
        "titel": [a.title for a in assignments],
        "sleutel": list(order),
        "zin": [row.summary for _, _, row in chosen],
        "duur": [texts.number(row.duration) for _, _, row in chosen],
        "begeleiding": [texts.number(row.supervision) for _, _, row in chosen],
        "voorbeeld": [int(a.sample) for a in assignments],
        "woorden": [row.words for _, _, row in chosen],
    }


def _durations(assignment: Assignment) -> list[str]:
    """Return every class of length that the assignment can have."""
    short, half = LONG_TASK_WEEKS
    least, most = assignment.duration.minimum, assignment.duration.maximum
    classes = ((1, short), (short + 1, half), (half + 1, 60))
    return [id_ for (id_, _), (low, high) in zip(DURATIONS, classes, strict=True) if least <= high and most >= low]


def _special(assignment: Assignment) -> list[str]:
    flags = (assignment.for_job_carving, assignment.no_prior_training)
    return [id_ for (id_, _), on in zip(SPECIAL, flags, strict=True) if on]


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
