"""Rules across the fields of an example assignment: what a manager fills in, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.offers import Assignment
from generator.model.problems import Finding
from generator.model.vocabulary import BLANK
from generator.validate.rules_base import warn


def rule_blanks(assignment: Assignment) -> Iterator[Finding]:
    """Elke open plek staat tussen dubbele blokhaken en wordt uitgelegd bij `aanpassen`."""
    texts = [assignment.assignment, *assignment.tasks, *assignment.goals, *assignment.profile]
    texts += [assignment.deliverable or "", assignment.title, assignment.summary]
    whole = "\n".join(texts)
    blanks = set(BLANK.findall(whole))
    if whole.count("[[") != len(BLANK.findall(whole)) or whole.count("]]") != whole.count("[["):
        yield Finding(
            ("opdracht",),
            "open_plek_kapot",
            "Een open plek gaat open en niet dicht.",
            "Schrijf [[naam van je gemeente]], op één regel.",
        )
    if not blanks:
        yield Finding(
            ("opdracht",),
            "geen_open_plek",
            "Er staat geen open plek in de tekst.",
            "Zet tussen [[dubbele blokhaken]] wat een manager zelf invult.",
        )
    elif len(blanks) > len(assignment.blanks) + 3:
        yield warn(
            ("aanpassen",),
            "open_plek_zonder_uitleg",
            f"Er zijn {len(blanks)} open plekken en maar {len(assignment.blanks)} keer uitleg.",
            "Leg elke open plek uit.",
        )


def rule_duration(assignment: Assignment) -> Iterator[Finding]:
    """De langste duur is niet korter dan de kortste."""
    if assignment.duration.maximum < assignment.duration.minimum:
        yield Finding(("duur_weken",), "duur_omgekeerd", "De langste duur is korter dan de kortste.", "Draai ze om.")
