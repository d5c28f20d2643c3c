"""References resolved: what a vacancy or assignment points at exists, and the two sides agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from generator.model.offers import Assignment, Vacancy
from generator.model.problems import FieldPath, Finding, Severity
from generator.model.vocabulary import Kind
from generator.relate.facts import Facts, facts_of
from generator.relate.fit import Fit, Span, best
from generator.relate.freshness import is_stale
from generator.relate.register_links import unknown
from generator.relate.registers import Course, Registers
from generator.validate.messages import suggest


def link_vacancy(key: str, vacancy: Vacancy, registers: Registers, today: date) -> Iterator[Finding]:
    """Yield what is wrong between one vacancy and the registers, and what has gone stale by `today`."""
    organisation_id = key.split("/", maxsplit=1)[0]
    organisation = registers.organisations.get(organisation_id)
    if organisation is None:
        yield Finding(
            (),
            "onbekende_organisatie",
            f"De map `{organisation_id}` is geen organisatie in dit portaal.",
            suggest(organisation_id, registers.organisations)
            + " Een nieuwe organisatie meldt zich eerst bij het Stagebureau.",
        )
    if vacancy.field not in registers.fields:
        yield unknown(("vakgebied",), "onbekend_vakgebied", vacancy.field, registers.fields)
    email = vacancy.application.email
    if email and organisation and not vacancy.sample:
        domain = email.split("@")[1]
        if not any(domain == own or domain.endswith("." + own) for own in organisation.domains):
            yield Finding(
                ("solliciteren", "email"),
                "vreemd_maildomein",
                f"Het domein `{domain}` hoort niet bij {organisation.name}.",
                f"Gebruik een mailbox op {' of '.join(organisation.domains)}."
                if organisation.domains
                else "Laat het Stagebureau eerst het maildomein van je organisatie toevoegen.",
            )
    yield from _programmes(vacancy, registers)
    yield from _stale(key, vacancy, registers, today)


def _programmes(vacancy: Vacancy, registers: Registers) -> Iterator[Finding]:
    courses: list[Course] = []
    for position, ref in enumerate(vacancy.programmes):
        course = registers.courses.get(ref)
        if course is None:
            yield unknown(("opleidingen", position), "onbekende_opleiding", ref, registers.courses)
        elif course.programme.level not in vacancy.levels:
            yield Finding(
                ("opleidingen", position),
                "niveau_past_niet",
                f"{course.programme.name} is {course.programme.level.label}, maar deze vacature vraagt "
                f"{' of '.join(level.label for level in vacancy.levels)}.",
                "Voeg het niveau toe bij `niveaus`, of haal de opleiding weg.",
            )
        else:
            courses.append(course)
    span = span_of(vacancy)
    fits = [best(span, course.slots) for course in courses]
    known = [result for result in fits if result is not None]
    if known and all(result.fit is Fit.NOT for result, _ in known):
        other = (
            " en schuif" if vacancy.period.flexible or vacancy.period.ongoing else ", zet `flexibel: true` of schuif"
        )
        yield Finding(
            ("periode",),
            "past_bij_geen_periode",
            "Deze datums passen in geen enkele stageperiode van de opleidingen die je noemt.",
            f"Kijk bij de stageperiodes{other} de datums.",
            Severity.WARNING,
        )


def _stale(key: str, vacancy: Vacancy, registers: Registers, today: date) -> Iterator[Finding]:
    limit = registers.region.thresholds.confirmed_days
    if is_stale(facts_of(key, vacancy), today.toordinal(), limit):
        yield Finding(
            ("bevestigd_op",) if vacancy.confirmed_on else (),
            "niet_bevestigd",
            f"Niemand heeft de laatste {limit} dagen bevestigd dat deze plek er nog is.",
            f"Kijk het na en schrijf: bevestigd_op: {today}.",
            Severity.WARNING,
        )
    if vacancy.confirmed_on and vacancy.confirmed_on > today:
        yield Finding(
            ("bevestigd_op",),
            "bevestigd_in_toekomst",
            f"De bevestiging ({vacancy.confirmed_on}) ligt in de toekomst.",
            "Schrijf de dag waarop iemand het nakeek.",
            Severity.WARNING,
        )


def link_assignment(key: str, assignment: Assignment, registers: Registers) -> Iterator[Finding]:
    """Yield what is wrong between one assignment and the registers."""
    folder = key.split("/", maxsplit=1)[0]
    if assignment.field not in registers.fields:
        yield unknown(("vakgebied",), "onbekend_vakgebied", assignment.field, registers.fields)
    elif folder != assignment.field:
        yield Finding(
            ("vakgebied",),
            "map_is_ander_vakgebied",
            f"Dit bestand staat in de map `{folder}`, maar het vakgebied is `{assignment.field}`.",
            "Verplaats het bestand of verbeter het vakgebied.",
        )


def link_records(
    vacancies: Mapping[str, Facts], vacancy_keys: Collection[str], assignment_keys: Collection[str]
) -> Iterator[tuple[str, Finding]]:
    """Yield what is wrong in the references of `vacancies`, with the file in which it stands.

    The keys are those of all files, also of broken ones: those have problems of their own, and a
    reference to them is no second one.
    """
    claimed: dict[str, str] = {}
    for facts in vacancies.values():
        for position, former in enumerate(facts.formerly):
            path = ("voorheen", position)
            if former in vacancy_keys:
                yield facts.file, _still_there(path, former)
            elif former in claimed:
                yield facts.file, _claimed_twice(path, former, claimed[former])
            claimed.setdefault(former, facts.file)
        if facts.based_on and facts.based_on not in assignment_keys:
            yield facts.file, unknown(("gebaseerd_op",), "onbekende_opdracht", facts.based_on, assignment_keys)
        if not facts.paired_with:
            continue
        if facts.paired_with not in vacancy_keys:
            yield facts.file, unknown(("duo_met",), "onbekende_vacature", facts.paired_with, vacancy_keys)
            continue
        other = vacancies.get(facts.paired_with)
        if other is not None and other.paired_with != facts.key:
            yield (
                facts.file,
                Finding(
                    ("duo_met",),
                    "duo_eenzijdig",
                    "De andere vacature noemt deze niet terug.",
                    f"Schrijf in {other.file}: duo_met: {facts.key}.",
                    Severity.WARNING,
                ),
            )


def _still_there(path: FieldPath, former: str) -> Finding:
    return Finding(
        path,
        "voorheen_bestaat",
        f"Op `{former}` staat nog een andere vacature.",
        "Noem alleen een adres dat vrij is gekomen doordat dit bestand een andere naam kreeg.",
    )


def _claimed_twice(path: FieldPath, former: str, file: str) -> Finding:
    return Finding(
        path,
        "voorheen_dubbel",
        f"Ook {file} zegt dat het eerder `{former}` heette.",
        "Laat het staan bij de vacature die daar echt stond.",
    )


def span_of(vacancy: Vacancy) -> Span:
    """Return what the vacancy asks, as the fit rule wants it."""
    return Span(
        vacancy.period.start,
        vacancy.period.end,
        vacancy.period.flexible,
        tuple(day.value for day in vacancy.days),
        vacancy.kind in (Kind.SHADOW, Kind.PROJECT),
    )
