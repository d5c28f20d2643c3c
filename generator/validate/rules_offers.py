"""Rules across the fields of an offer, be it a vacancy or an assignment: the work, the levels, the supervision."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.model.offers import Offer
from generator.model.problems import Finding
from generator.model.vocabulary import Kind, Level
from generator.validate.rules_base import warn

_ALIKE = 0.92
"""Two texts that resemble each other more than this say the same."""


def rule_goals_are_not_tasks(offer: Offer) -> Iterator[Finding]:
    """Leerdoelen zijn iets anders dan taken: wat je leert, niet wat je doet."""
    tasks = {task.casefold() for task in offer.tasks}
    for position, goal in enumerate(offer.goals):
        if goal.casefold() in tasks:
            yield warn(
                ("leerdoelen", position),
                "leerdoel_is_taak",
                "Dit leerdoel is hetzelfde als een taak.",
                "Schrijf wat de student ervan leert.",
            )


def rule_summary_adds_something(offer: Offer) -> Iterator[Finding]:
    """De samenvatting zegt meer dan de titel."""
    title, summary = offer.title.casefold(), offer.summary.casefold()
    shorter, longer = sorted((len(title), len(summary)))
    could_be = 2 * shorter / (shorter + longer) > _ALIKE  # the most that any two texts of these lengths can reach
    if could_be and difflib.SequenceMatcher(None, title, summary).quick_ratio() > _ALIKE:
        yield warn(
            ("samenvatting",),
            "samenvatting_is_titel",
            "De samenvatting zegt hetzelfde als de titel.",
            "Schrijf in één zin wat de student doet en waarom.",
        )


def rule_deliverable(offer: Offer) -> Iterator[Finding]:
    """Bij afstuderen en onderzoek staat wat er aan het eind ligt."""
    if offer.kind in (Kind.GRADUATION, Kind.RESEARCH) and not offer.deliverable:
        yield Finding(
            ("resultaat",),
            "resultaat_ontbreekt",
            f"Bij soort `{offer.kind}` hoort een resultaat.",
            "Schrijf wat de student oplevert, bijvoorbeeld: Adviesrapport met een getest voorstel.",
        )


def rule_tasks_for_working_along(offer: Offer) -> Iterator[Finding]:
    """Een meewerkstage noemt minstens drie taken; elke andere stage liefst ook."""
    if len(offer.tasks) >= 3:
        return
    if offer.kind is Kind.WORK_ALONG:
        yield Finding(
            ("taken",),
            "te_weinig_taken",
            "Bij meewerken horen minstens drie taken, en hier staan er minder.",
            "Schrijf wat de student in een gewone week doet.",
        )
    else:
        yield warn(
            ("taken",),
            "weinig_taken",
            "Er staan minder dan drie taken.",
            "Studenten kiezen op wat ze gaan doen: noem er drie of meer.",
        )


def rule_buddy(offer: Offer) -> Iterator[Finding]:
    """Er is een buddy bij wie de student altijd terechtkan."""
    if not offer.supervision.buddy:
        yield warn(
            ("begeleiding",),
            "geen_buddy",
            "Er is geen buddy.",
            "Vraag een collega die er vaak is, en schrijf de functie bij `buddy`.",
        )


def rule_workplace(offer: Offer) -> Iterator[Finding]:
    """De student heeft een eigen werkplek."""
    if not offer.supervision.workplace:
        yield warn(
            ("begeleiding", "werkplek"),
            "geen_werkplek",
            "De student heeft geen eigen werkplek.",
            "Regel een plek, of leg in de opdracht uit waar de student werkt.",
        )


def rule_background(offer: Offer) -> Iterator[Finding]:
    """Voor hbo en wo staat op welk niveau de begeleider is opgeleid: veel opleidingen vragen daarom."""
    if {Level.HBO, Level.WO}.intersection(offer.levels) and not offer.supervision.background:
        yield warn(
            ("begeleiding",),
            "achtergrond_onbekend",
            "Er staat niet op welk niveau de begeleider is opgeleid.",
            "Schrijf bij `opleidingsachtergrond` bijvoorbeeld: hbo communicatie.",
        )


def rule_levels_lie_together(offer: Offer) -> Iterator[Finding]:
    """De niveaus liggen bij elkaar: één tekst kan niet tegelijk voor mbo-1 en voor wo zijn."""
    order = list(Level)
    places = sorted(order.index(level) for level in offer.levels)
    if len(set(places)) < len(places):
        yield Finding(("niveaus",), "niveau_dubbel", "Een niveau staat er twee keer.", "Houd er één over.")
    elif places[-1] - places[0] > 3:
        yield warn(
            ("niveaus",),
            "niveaus_ver_uiteen",
            "Deze niveaus liggen ver uit elkaar.",
            "Maak er twee vacatures van, of een duo-stage.",
        )
