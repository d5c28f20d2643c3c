"""A vacancy or an assignment as a card, and its HTML in the row form and in the small form."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinja2 import Environment

from generator.model.offers import Assignment, Vacancy
from generator.model.parties import Organisation
from generator.model.vocabulary import State
from generator.relate.facts import facts_of, state_of
from generator.relate.registers import Registers
from generator.render import addresses, words
from generator.render.tidy import tidy
from generator.render.views import Badge, Card, FieldRef, Tag


class CardHtml(NamedTuple):
    """The two forms of a card, ready to be put in a page."""

    row: str
    small: str


def badges_of(vacancy: Vacancy, state: State, registers: Registers, today: date) -> tuple[Badge, ...]:
    """Return at most two status badges plus the one for samples."""
    badges: list[Badge] = []
    match state:
        case State.PLANNED:
            badges.append(Badge("opent", f"Opent {words.short_day_text(vacancy.opens_on)}"))
        case State.TALKS:
            badges.append(Badge("gesprek", state.label))
        case State.FILLED:
            badges.append(Badge("vervuld", state.label))
        case State.CLOSED | State.WITHDRAWN:
            badges.append(Badge("gesloten", state.label))
        case State.CLOSING:
            badges.append(Badge("sluit", words.days_left_text(vacancy.closes_on, today)))
    is_new = (today - vacancy.opens_on).days < registers.region.thresholds.new_days
    if state in (State.OPEN, State.CLOSING) and is_new:
        badges.insert(0, Badge("nieuw", "Nieuw"))
    if vacancy.sample:
        badges.append(Badge("voorbeeld", "Voorbeeld"))
    return tuple(badges)


def byline(organisation: Organisation, vacancy: Vacancy) -> str:
    """Return "Gemeente Breda · Communicatie"."""
    return f"{organisation.name} · {vacancy.department}" if vacancy.department else organisation.name


def vacancy_card(key: str, vacancy: Vacancy, registers: Registers, today: date) -> Card:
    """Return the card of one vacancy as it reads on `today`."""
    organisation = registers.organisations[key.split("/", maxsplit=1)[0]]
    state = state_of(facts_of(key, vacancy), registers, today.toordinal())
    tags = (
        Tag("niveau", words.levels_text(vacancy.levels)),
        Tag("soort", vacancy.kind.label),
        Tag("uren", words.hours_text(vacancy.hours_per_week)),
        Tag("vergoeding", words.allowance_short(vacancy.allowance, organisation)),
        Tag("plaats", words.place_text(vacancy, organisation)),
    )
    return Card(
        key=key,
        address=addresses.vacancy(key),
        title=vacancy.title,
        byline=byline(organisation, vacancy),
        field=FieldRef(vacancy.field, registers.fields[vacancy.field].name),
        summary=vacancy.summary,
        badges=badges_of(vacancy, state, registers, today),
        tags=tags,
        moment=words.moment_text(state, vacancy.opens_on, vacancy.closes_on, vacancy.period.ongoing, today),
        closes_at=words.closing_moment(vacancy.closes_on) if state.is_listed else "",
    )


def assignment_card(key: str, assignment: Assignment, registers: Registers) -> Card:
    """Return the card of one example assignment."""
    return Card(
        key=key,
        address=addresses.assignment(key),
        title=assignment.title,
        byline=registers.fields[assignment.field].name,
        field=FieldRef(assignment.field, registers.fields[assignment.field].name),
        summary=assignment.summary,
        badges=(Badge("voorbeeld", "Voorbeeld"),) if assignment.sample else (),
        tags=(
            Tag("niveau", words.levels_text(assignment.levels)),
            Tag("soort", assignment.kind.label),
            Tag("periode", duration_text(assignment)),
            Tag("begeleiding", supervision_hours(assignment.supervision.hours_per_week)),
        ),
        moment="",
        kind="opdracht",
    )


def duration_text(assignment: Assignment) -> str:
    """Return "16 tot 20 weken"."""
    least, most = assignment.duration.minimum, assignment.duration.maximum
    return words.counted(most, "week", "weken") if least == most else f"{least} tot {most} weken"


def supervision_hours(hours: float) -> str:
    """Return "2 uur begeleiding per week"."""
    return f"{words.hours_text(hours)} begeleiding per week"


def card_html(templates: Environment, card: Card) -> CardHtml:
    """Return a card in both forms; links inside wait for the depth of the page they land on."""
    module = templates.get_template("components/kaart/kaart.html").module
    return CardHtml(tidy(str(module.kaart(card))), tidy(str(module.kaart_klein(card))))  # type: ignore[attr-defined]
