"""The issue forms: what GitHub accepts, headings that differ, and every choice as a word that can be read back."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from support import ROOT, TESTS, TODAY

from generator.contribute.choices import distinct
from generator.contribute.forms import BRANCHES, asks_of
from generator.contribute.issue_forms import PAGES, TRUTHS, is_multiple, issue_form, questions_of
from generator.load.places import RecordKind
from generator.model.fields import fields_of
from generator.relate.registers import Registers
from generator.survey import survey
from generator.validate.shapes import MODELS

KINDS = list(PAGES)
ROOTS = {"small": TESTS / "region", "real": ROOT}
WORDS_OF_RUBY = frozenset("y yes n no true false on off none null".split())  # noqa: SIM905
"""Words that GitHub reads as a truth, as nothing, or as no choice."""


@pytest.fixture(params=ROOTS, scope="module")
def registers(request: pytest.FixtureRequest) -> Registers:
    """Give the registers of the small region and of the real one."""
    found = survey(ROOTS[request.param], TODAY).registers
    assert found
    return found


def form_of(kind: RecordKind, registers: Registers) -> dict[str, Any]:
    """Return an issue form as GitHub reads it."""
    form: dict[str, Any] = yaml.safe_load(issue_form(kind, registers))
    return form


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_keeps_to_the_rules_of_github(kind: RecordKind, registers: Registers) -> None:
    """Each element has the keys that GitHub knows, texts are texts, and ids and labels occur once."""
    form = form_of(kind, registers)
    assert set(form) == {"name", "description", "title", "labels", "body"}
    assert form["labels"] == [PAGES[kind].label]
    asked = [element for element in form["body"] if element["type"] != "markdown"]
    for element in form["body"]:
        if element["type"] == "markdown":
            assert set(element) == {"type", "attributes"}
            assert element["attributes"]["value"].strip()
            continue
        assert set(element) == {"type", "id", "attributes", "validations"}
        assert element["type"] in {"input", "textarea", "dropdown"}
        assert re.fullmatch(r"[A-Za-z0-9_-]+", element["id"])
        assert isinstance(element["validations"]["required"], bool)
        assert all(str(element["attributes"][name]).strip() for name in ("label", "description"))
    assert len({element["id"] for element in asked}) == len(asked)
    labels = [element["attributes"]["label"] for element in asked]
    assert len({re.sub(r"\W+", "-", label.lower()) for label in labels}) == len(labels)
    assert not [label for label in labels if re.search(r"password|wachtwoord|token", label, re.IGNORECASE)]


@pytest.mark.parametrize("kind", KINDS)
def test_options_are_words_that_differ(kind: RecordKind, registers: Registers) -> None:
    """A choice shows words, no word means two things, and no word is one that GitHub reads otherwise."""
    for question in questions_of(kind, registers):
        words = [word.casefold() for _, word in question.choices]
        assert len(set(words)) == len(words), question.label
        assert not set(words) & WORDS_OF_RUBY, question.label
        values = {value.casefold(): word.casefold() for value, word in question.choices}
        assert all(values.get(word, word) == word for word in words), question.label


@pytest.mark.parametrize("kind", [RecordKind.VACANCY, RecordKind.ASSIGNMENT])
def test_every_question_of_the_steps_is_in_the_form(kind: RecordKind, registers: Registers) -> None:
    """No question is lost on the way to GitHub, but for what a way of answering says by itself."""
    asked = {question.path for question in questions_of(kind, registers) if not question.branches}
    said = {
        (group, name)
        for group, branches in BRANCHES.items()
        for branch in branches
        for name in branch.given
        if kind is RecordKind.VACANCY
    }
    assert asked - {()} == {ask.path for ask in asks_of(kind)} - said


def test_a_period_asks_everything_but_what_we_set(registers: Registers) -> None:
    """A school is asked for every field of a period, and for the school itself."""
    asked = [question.path for question in questions_of(RecordKind.PERIOD, registers)]
    fields = {spec.name for spec in fields_of(MODELS[RecordKind.PERIOD])}
    assert asked[0] == ()
    assert {path[0] for path in asked if path} == fields - {"id", "bevestigd_op", "voorbeeld"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_says_that_all_is_public(kind: RecordKind, registers: Registers) -> None:
    """The first thing that stands in a form is that it is public, that it names nobody, and what happens next."""
    intro = form_of(kind, registers)["body"][0]["attributes"]["value"]
    assert "openbaar" in intro
    assert "Noem daarom geen mensen bij hun naam" in intro
    assert "Wat er daarna gebeurt" in intro


def test_help_comes_from_the_model(registers: Registers) -> None:
    """What stands below a question begins with the help of the model and ends with its example."""
    questions = {question.id: question for question in questions_of(RecordKind.VACANCY, registers)}
    form = form_of(RecordKind.VACANCY, registers)
    shown = {element["id"]: element for element in form["body"] if "id" in element}
    assert shown["titel"]["attributes"]["description"] == (
        "Wat de student gaat doen, in een paar woorden. 8 tot en met 80 tekens. "
        "Bijvoorbeeld: Onderzoek wie de wijkkrant leest."
    )
    assert shown["vergoeding-bedrag"]["attributes"]["description"] == (
        "Bruto bedrag in euro. Alleen bij: Een bedrag. Hooguit 4000. Bijvoorbeeld: 450."
    )
    assert shown["sbb-status"]["attributes"]["description"] == (
        "Hoe ver is de erkenning bij SBB? Alleen als je bij Niveau kiest voor mbo-1, mbo-2, mbo-3 of mbo-4."
    )
    assert shown["vog"]["attributes"]["options"] == [word for _, word in TRUTHS]
    assert shown["dagen"]["attributes"]["multiple"] is True
    for name, question in questions.items():
        if not question.branches:
            assert shown[name]["attributes"]["description"].startswith(question.spec.help)
        if question.choices:
            assert shown[name]["attributes"]["multiple"] == is_multiple(question)


def test_words_that_occur_twice_are_told_apart() -> None:
    """Two records of one name get their id behind it, whatever the case of their letters."""
    assert distinct([("a", "Groen"), ("b", "groen"), ("c", "ICT")]) == (
        ("a", "Groen [a]"),
        ("b", "groen [b]"),
        ("c", "ICT"),
    )
