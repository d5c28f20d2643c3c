"""The registers as one object to ask: who the parties are, who works for whom, and which programme fits what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
from generator.model.vocabulary import OrganisationKind
from generator.relate.fit import Slot


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

    def shown_under(self, organisation_id: str) -> tuple[str, ...]:
        """Return the ids under which the places of an organisation stand: itself, and those it is the employer for."""
        organisation = self.organisations.get(organisation_id)
        return (organisation_id, *(organisation.works_for if organisation else ()))

    def courses_for(self, field: str, levels: Collection[str]) -> tuple[Course, ...]:
        """Return the programmes that work in a field at some of these levels fits, in the order of the site."""
        return tuple(
            course
            for course in self.courses.values()
            if course.programme.level in levels and field in course.programme.fields
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
    order = sorted(organisations, key=lambda id_: _place(organisations[id_]))
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


def _place(organisation: Organisation) -> tuple[bool, str]:
    """Sort municipalities before bodies, both by name."""
    return organisation.kind is not OrganisationKind.MUNICIPALITY, organisation.short_name


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
