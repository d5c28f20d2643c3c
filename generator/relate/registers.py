"""The registers as one object to ask: who the parties are, and whether they agree with each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.parties import (
    FieldOfWork,
    Institution,
    InternshipPeriod,
    Organisation,
    Programme,
    Region,
    SearchWords,
)
from generator.model.problems import FieldPath, Finding
from generator.model.vocabulary import MBO_ROUTES, Half, HoursBand, Kind, Language, Level, PayKind, WorkMode
from generator.relate.fit import Slot
from generator.validate.messages import suggest
from generator.validate.rules_parties import rule_periods

RESERVED = frozenset({"vakgebied", "niveau", "soort", "organisatie", "periode", "pagina"})
"""Words that mean something in an address and so cannot be the id of an organisation."""


class Course(NamedTuple):
    """A programme together with its school and the periods in which its students come."""

    ref: str
    institution_id: str
    institution: Institution
    programme: Programme
    periods: tuple[InternshipPeriod, ...]
    slots: tuple[Slot, ...]
    """the periods as the fit rule wants them, in the same order"""


@dataclass(frozen=True, slots=True)
class Registers:
    """All parties of the region by id, in the order in which the site shows them."""

    region: Region
    fields: Mapping[str, FieldOfWork]
    organisations: Mapping[str, Organisation]
    institutions: Mapping[str, Institution]
    courses: Mapping[str, Course]
    """every programme by its reference institution/programme"""
    words: SearchWords
    """vocabulary of the search that no other register holds"""

    @property
    def show_samples(self) -> bool:
        """Tell whether invented records stand on the site."""
        return self.region.show_samples

    def employers_in(self, organisation_id: str) -> tuple[str, ...]:
        """Return the ids whose places count for a municipality: itself, and who is the employer for it."""
        return (
            organisation_id,
            *(id_ for id_, other in self.organisations.items() if organisation_id in other.works_for),
        )


def gather(
    region: Region,
    fields: tuple[FieldOfWork, ...],
    organisations: Mapping[str, Organisation],
    institutions: Mapping[str, Institution],
    words: SearchWords | None = None,
    periods: Mapping[str, InternshipPeriod] | None = None,
) -> Registers:
    """Put the register files together; municipalities stand before bodies, both by name.

    `periods` are those that stand in a file of their own, by institution/id: they join the periods of their school.
    Without samples, invented periods, mailboxes and amounts are left out here, once and for all pages.
    """
    institutions = _with_periods(institutions, periods or {})
    if not region.show_samples:
        organisations = {id_: _without_samples(organisation) for id_, organisation in organisations.items()}
        institutions = {
            id_: institution.model_copy(
                update={"periods": tuple(period for period in institution.periods if not period.sample)}
            )
            for id_, institution in institutions.items()
        }
    order = sorted(
        organisations, key=lambda id_: (organisations[id_].kind != "gemeente", organisations[id_].short_name)
    )
    schools = sorted(institutions, key=lambda id_: institutions[id_].name)
    courses = {
        f"{id_}/{programme.id}": _course(id_, institutions[id_], programme)
        for id_ in schools
        for programme in institutions[id_].programmes
    }
    return Registers(
        region,
        {field.id: field for field in fields},
        {id_: organisations[id_] for id_ in order},
        {id_: institutions[id_] for id_ in schools},
        courses,
        words or SearchWords(),
    )


def _with_periods(
    institutions: Mapping[str, Institution], periods: Mapping[str, InternshipPeriod]
) -> Mapping[str, Institution]:
    more: dict[str, list[InternshipPeriod]] = {}
    for ref, period in periods.items():
        more.setdefault(ref.split("/", maxsplit=1)[0], []).append(period)
    return {
        id_: institution.model_copy(update={"periods": (*institution.periods, *more[id_])})
        if id_ in more
        else institution
        for id_, institution in institutions.items()
    }


def _without_samples(organisation: Organisation) -> Organisation:
    coordinator, scheme = organisation.coordinator, organisation.scheme
    return organisation.model_copy(
        update={
            "coordinator": None if coordinator and coordinator.sample else coordinator,
            "scheme": None if scheme and scheme.sample else scheme,
        }
    )


def _course(institution_id: str, institution: Institution, programme: Programme) -> Course:
    periods = periods_of(institution, programme)
    slots = tuple(
        Slot(period.start, period.end, period.days_per_week, tuple(day.value for day in period.school_days))
        for period in periods
    )
    return Course(f"{institution_id}/{programme.id}", institution_id, institution, programme, periods, slots)


def periods_of(institution: Institution, programme: Programme) -> tuple[InternshipPeriod, ...]:
    """Return the periods of `institution` that `programme` takes part in, by start."""
    mine = [
        period for period in institution.periods if period.programmes == "alle" or programme.id in period.programmes
    ]
    return tuple(sorted(mine, key=lambda period: (period.start, period.id)))


def findings_in_organisation(id_: str, organisation: Organisation, registers: Registers) -> Iterator[Finding]:
    """Yield what is wrong between one organisation and the rest of the registers."""
    if id_ in RESERVED:
        yield Finding(
            (),
            "gereserveerd",
            f"Een organisatie kan niet `{id_}` heten: dat woord staat al in adressen.",
            "Geef het bestand een andere naam.",
        )
    for name, ids in (
        ("deelnemers", organisation.members),
        ("werkt_voor", organisation.works_for),
        ("omgeving", organisation.neighbours),
    ):
        for position, other in enumerate(ids):
            if other not in registers.organisations:
                yield unknown((name, position), "onbekende_organisatie", other, registers.organisations)
    if organisation.tile:
        for other_id, other_organisation in registers.organisations.items():
            if other_id < id_ and other_organisation.tile == organisation.tile:
                yield Finding(
                    ("kaart",),
                    "kaart_dubbel",
                    f"Op deze plek op de kaart staat al {other_organisation.short_name}.",
                    "Kies een andere kolom of rij.",
                )


def findings_in_institution(institution: Institution, registers: Registers) -> Iterator[Finding]:
    """Yield what is wrong between one institution and the rest of the registers."""
    for position, programme in enumerate(institution.programmes):
        for place, field in enumerate(programme.fields):
            if field not in registers.fields:
                yield unknown(
                    ("opleidingen", position, "vakgebieden", place), "onbekend_vakgebied", field, registers.fields
                )


def findings_in_period(
    ref: str, period: InternshipPeriod, institutions: Mapping[str, Institution]
) -> Iterator[Finding]:
    """Yield what is wrong with a period in a file of its own, by institution/id, beside the files of the schools."""
    institution_id, _, name = ref.partition("/")
    if period.id != name:
        yield Finding(
            ("id",),
            "periode_naam",
            f"De id is `{period.id}`, maar het bestand heet `{name}.yml`.",
            "Geef het bestand de naam van de id, of andersom.",
        )
    institution = institutions.get(institution_id)
    if institution is None:
        yield Finding(
            (),
            "onbekende_school",
            f"De map `{institution_id}` is geen school in dit portaal.",
            suggest(institution_id, institutions, limit=20)
            + " Een nieuwe school meldt zich eerst bij het Stagebureau.",
        )
        return
    if any(other.id == period.id for other in institution.periods):
        yield Finding(
            ("id",),
            "id_dubbel",
            f"De id `{period.id}` komt twee keer voor: ook in het bestand van de school.",
            "Maak ze verschillend.",
        )
    # What holds for a period is written once, for those in the file of a school.
    for finding in rule_periods(institution.model_copy(update={"periods": (period,)})):
        yield finding._replace(path=finding.path[2:])


def findings_in_words(words: SearchWords, registers: Registers) -> Iterator[Finding]:
    """Yield the targets of search words that no record can ever answer to."""
    known = search_values(registers)
    for position, concept in enumerate(words.concepts):
        for place, target in enumerate(concept.means):
            facet, _, value = target.partition(":")
            if target == "*" or target.startswith("="):
                continue
            path: FieldPath = ("begrippen", position, "betekent", place)
            if facet not in known:
                yield unknown(path, "onbekend_facet", facet, known)
            elif value not in known[facet]:
                yield unknown(path, "onbekende_waarde", value, known[facet])


def search_values(registers: Registers) -> dict[str, tuple[str, ...]]:
    """Return every facet that a search word may point at, with its values."""
    return {
        "vakgebied": tuple(registers.fields),
        "niveau": tuple(level.value for level in Level),
        "soort": tuple(kind.value for kind in Kind),
        "organisatie": tuple(registers.organisations),
        "werkvorm": tuple(mode.value for mode in WorkMode),
        "voertaal": tuple(language.value for language in Language),
        "vergoeding": tuple(pay.value for pay in PayKind),
        "opleiding": tuple(registers.courses),
        "genoemd": tuple(registers.courses),
        "school": tuple(registers.institutions),
        "route": tuple(route.value for route in MBO_ROUTES),
        "maand": tuple(str(month) for month in range(1, 13)),
        "seizoen": tuple(half.value for half in Half),
        "doorlopend": ("ja",),
        "uren": tuple(band.value for band in HoursBand),
    }


def unknown(path: FieldPath, code: str, found: str, known: Collection[str]) -> Finding:
    """Return the finding for an id that does not exist, with the one that was probably meant."""
    return Finding(path, code, f"`{found}` bestaat niet.", suggest(found, known, limit=20))
