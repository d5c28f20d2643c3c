"""The page of one example assignment: what it asks, what it gives, and the blanks a manager fills in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model.offers import Assignment
from generator.relate.registers import Registers
from generator.render import addresses, words
from generator.render.markdown import to_html, with_blanks
from generator.render.pages.cards import duration_text, supervision_hours
from generator.render.views import AssignmentPage, Fact, FieldRef, Link, Pair, Tag


def assignment_page(
    key: str,
    file: str,
    assignment: Assignment,
    registers: Registers,
    assignments: Mapping[str, Assignment],
    vacancies_html: Sequence[Markup],
) -> AssignmentPage:
    """Return the view of one assignment; `vacancies_html` are the cards of vacancies that came from it."""
    field = FieldRef(assignment.field, registers.fields[assignment.field].name)
    return AssignmentPage(
        key=key,
        address=addresses.assignment(key),
        title=assignment.title,
        crumbs=(Link("Opdrachten", addresses.ASSIGNMENTS), Link(field.name, addresses.assignments_in(field.id))),
        field=field,
        summary=assignment.summary,
        tags=(
            Tag("niveau", words.levels_text(assignment.levels)),
            Tag("soort", assignment.kind.label),
            Tag("periode", duration_text(assignment)),
            Tag("begeleiding", supervision_hours(assignment.supervision.hours_per_week)),
        ),
        asks=assignment.asks,
        gives=assignment.gives,
        assignment_html=with_blanks(to_html(assignment.assignment)),
        tasks_html=_marked(assignment.tasks),
        goals_html=_marked(assignment.goals),
        deliverable_html=with_blanks(words.sentence(assignment.deliverable or "")),
        profile_html=_marked(assignment.profile),
        roles=_roles(assignment),
        blanks=tuple(Pair(blank.question, blank.hint) for blank in assignment.blanks),
        warning=assignment.warning or "",
        facts=_facts(assignment, registers, len(vacancies_html)),
        others=_others(key, assignment, assignments),
        vacancies_html=tuple(vacancies_html),
        made_by=f"{words.sentence(assignment.origin)} Nagekeken op {words.day_text(assignment.reviewed_on)}.",
        edit_href=addresses.edit_href(registers, file),
    )


def _marked(lines: Sequence[str]) -> tuple[Markup, ...]:
    return tuple(with_blanks(line) for line in lines)


def _roles(assignment: Assignment) -> tuple[Pair, ...]:
    supervision = assignment.supervision
    pairs = [
        ("Inhoud", supervision.content),
        ("Coach", supervision.coach),
        ("Buddy", supervision.buddy),
        ("Opleiding van de begeleider", supervision.background),
    ]
    return tuple(Pair(label, words.capital(text)) for label, text in pairs if text)


def _facts(assignment: Assignment, registers: Registers, used: int) -> tuple[Fact, ...]:
    courses = registers.courses_for(assignment.field, assignment.levels)
    names = list(dict.fromkeys(course.programme.name for course in courses))
    shown = words.joined([*names[:4], f"{len(names) - 4} andere"] if len(names) > 4 else names)
    facts = [
        Fact("school", "Past bij", shown or "Nog geen opleiding in dit portaal", ""),
        Fact("uren", "Uren", f"{assignment.hours_per_week} uur per week", assignment.work_mode.label.lower()),
    ]
    if assignment.for_job_carving:
        facts.append(Fact("lijst", "Jobcarving", "Geschikt", "werk dat nu bij verschillende mensen ligt"))
    if assignment.no_prior_training:
        facts.append(Fact("niveau", "Vooropleiding", "Niet nodig"))
    facts.append(
        Fact(
            "plekken",
            "Nu in de regio",
            words.counted(used, "vacature", "vacatures") if used else "Nog geen vacature",
            "met deze opdracht" if used else "jouw team kan de eerste zijn",
        )
    )
    return tuple(facts)


def _others(key: str, assignment: Assignment, assignments: Mapping[str, Assignment]) -> tuple[Link, ...]:
    return tuple(
        Link(other.title, addresses.assignment(other_key), note=words.levels_text(other.levels))
        for other_key, other in sorted(assignments.items())
        if other.field == assignment.field and other_key != key
    )[:6]
