"""How what stands in a data file will look on the site, as a part of the answer: a vacancy, an assignment, a register.

Every text of a file goes through `quoting`.
"""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from generator.contribute.quoting import code, safe
from generator.load.places import RecordKind
from generator.model.offers import Assignment, Vacancy
from generator.model.parties import Institution, Organisation
from generator.relate.registers import Registers
from generator.render import words
from generator.render.pages.cards import duration_text, supervision_hours
from generator.render.pages.vacancy import vacancy_page
from generator.survey import Survey


def vacancy_preview(key: str, file: str, vacancy: Vacancy, found: Survey, today: date) -> str:
    """Return a vacancy of a survey with registers as it will look, with its address."""
    registers = found.registers
    assert registers is not None  # noqa: S101 - for mypy: the caller asked before
    based_on = found.assignments.get(vacancy.based_on or "")
    duo = found.vacancies.get(vacancy.paired_with or "")
    view = vacancy_page(
        key,
        file,
        vacancy,
        registers,
        today,
        similar=(),
        based_on=based_on.title if based_on else "",
        duo=duo.title if duo else "",
    )
    badges = f" ({safe(', '.join(badge.text for badge in view.badges))})" if view.badges else ""
    byline = " · ".join(part for part in (view.organisation.text, view.department, view.place) if part)
    lines = [
        "**Zo komt de vacature eruit te zien**",
        "",
        f"> **{safe(view.title)}**{badges}",
        f"> {safe(byline)}",
        ">",
        f"> {safe(view.summary, 220)}",
        "",
        "| | |",
        "|---|---|",
        *(f"| {safe(fact.label)} | {_cell(fact.value, fact.note)} |" for fact in (*view.facts, *view.practical)),
        f"| Begeleiding | {_cell(*view.supervision[:2])} |",
    ]
    if view.closing_text:
        lines.append(f"| Reageren | {safe(view.closing_text)} |")
    elif view.banner:
        lines.append(f"| Nu | {safe(view.banner.title)} |")
    picture = "Kon de site worden gemaakt, dan zit er bij de controle een afbeelding van de pagina."
    lines += ["", f"Het adres wordt {code('/' + view.address)}. {picture}"]
    return "\n".join([*lines, "", _SAMPLE] if vacancy.sample else lines)


_SAMPLE = (
    "Er staat `voorbeeld: true` in: op het portaal heet dit dan een verzonnen stage, en reageren kan niet. "
    "Is het een echte plek? Haal die regel dan weg."
)


def _cell(value: str, note: str = "") -> str:
    return safe(f"{value.removesuffix('.')} ({note.removesuffix('.')})" if note else value.removesuffix("."), 260)


def assignment_preview(assignment: Assignment, registers: Registers) -> str:
    """Return an assignment as it will look, in short."""
    rows = (
        ("Vakgebied", registers.fields[assignment.field].name),
        ("Niveau", words.levels_text(assignment.levels)),
        ("Soort stage", assignment.kind.label),
        ("Duur", duration_text(assignment)),
        ("Begeleiding", supervision_hours(assignment.supervision.hours_per_week)),
        ("Zelf in te vullen", words.counted(len(assignment.blanks), "plek", "plekken")),
    )
    lines = [
        "**Zo komt de opdracht eruit te zien**",
        "",
        f"> **{safe(assignment.title)}**",
        ">",
        f"> {safe(assignment.summary, 220)}",
        "",
        "| | |",
        "|---|---|",
        *(f"| {label} | {safe(text)} |" for label, text in rows),
    ]
    return "\n".join(lines)


# Registers


def register_preview(file: str, kind: RecordKind, registers: Registers) -> str:
    """Return what a register file without problems now says, in a sentence or two."""
    path = PurePosixPath(file)
    school = {RecordKind.INSTITUTION: path.stem, RecordKind.PERIOD: path.parent.name}.get(kind, "")
    if school in registers.institutions:
        return _institution_part(registers.institutions[school])
    if kind is RecordKind.ORGANISATION and path.stem in registers.organisations:
        return _organisation_part(registers.organisations[path.stem])
    return f"{_FINE} Deze gegevens gelden voor het hele portaal, dus het Stagebureau kijkt ze goed na."


_FINE = "In dit bestand is niets fout."


def _institution_part(institution: Institution) -> str:
    confirmed = sum(period.confirmed_on is not None for period in institution.periods)
    return (
        f"{_FINE} **{safe(institution.name)}** heeft nu "
        f"{words.counted(len(institution.programmes), 'opleiding', 'opleidingen')} en "
        f"{words.counted(len(institution.periods), 'stageperiode', 'stageperiodes')}; "
        f"{confirmed} daarvan {'is' if confirmed == 1 else 'zijn'} door de school bevestigd. "
        "Over de periodes beslist de school."
    )


def _organisation_part(organisation: Organisation) -> str:
    domains = words.joined(code(domain) for domain in organisation.domains[:5])
    mail = f" Vacatures mogen een mailadres hebben op {domains}." if domains else " Er staat nog geen maildomein bij."
    return f"{_FINE} Dit zijn de gegevens van **{safe(organisation.name)}**.{mail}"
