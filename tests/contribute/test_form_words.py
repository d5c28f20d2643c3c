"""What a form says: nothing of the keys of a file, at a question that exists, and in the browser the very same."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from support import TESTS, TODAY

from generator.contribute.form_data import form_data
from generator.contribute.form_sentences import rule_sentences
from generator.contribute.form_words import IN_FORM
from generator.contribute.forms import HIDDEN, asks_of, order_of
from generator.contribute.fresh import LAST_DAYS, gone_by
from generator.load.places import RecordKind
from generator.model.fields import leaves
from generator.survey import survey

KEYS = "|".join({name for ask in asks_of(RecordKind.VACANCY) for name in ask.path})
KEY_OF_A_FILE = re.compile(rf"`(?:{KEYS})\b|\b(?:{KEYS}): |[{{}}]")
"""A key in code, a key with its value, and braces: how a file is written."""
SENTENCES = rule_sentences()


@pytest.mark.parametrize("name", SENTENCES)
def test_a_form_never_speaks_of_the_keys_of_a_file(name: str) -> None:
    """What a form advises after any rule can be done in that form, by somebody who never saw a file."""
    code, _, remedy, _ = SENTENCES[name]
    said = IN_FORM[code].remedy if code in IN_FORM else remedy
    assert not KEY_OF_A_FILE.search(said.replace("{bedoeld}", "")), said


@pytest.mark.parametrize("code", [code for code, other in IN_FORM.items() if other.place])
def test_a_point_is_led_to_a_question_that_is_asked(code: str) -> None:
    """Where a form puts a point somewhere else, that question is in the form."""
    assert IN_FORM[code].place in {ask.name for ask in asks_of(RecordKind.VACANCY)}


def test_every_code_with_words_of_its_own_exists() -> None:
    """No words are kept for a rule that is gone."""
    known = {said[0] for said in rule_sentences().values()} | {"past_bij_geen_periode", "niveau_past_niet"}
    assert set(IN_FORM) <= known


@pytest.mark.parametrize("kind", LAST_DAYS)
def test_a_last_day_is_a_question(kind: RecordKind) -> None:
    """Each day that must still come is one that people fill in."""
    known = {path for path, _ in leaves(order_of(kind))}
    assert set(LAST_DAYS[kind]) <= known
    assert not {path[0] for path in LAST_DAYS[kind]} & HIDDEN


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ({"sluit_op": "2026-11-20"}, ["sluit_op"]),
        ({"sluit_op": "2026-11-21"}, []),
        ({"sluit_op": "2026-11-20", "periode": {"start": "2025-01-01", "eind": "2025-06-01"}}, ["sluit_op", "eind"]),
        ({"sluit_op": "20-11-2026"}, []),
        ({"sluit_op": "20261120"}, []),
        ({"sluit_op": "2026-02-30", "periode": "nooit"}, []),
        ({}, []),
    ],
)
def test_only_days_that_are_over_are_named(value: dict[str, Any], places: list[str]) -> None:
    """A day before today is named at its place; today may stay, and what is no day is for the checker."""
    assert [found.path[-1] for found in gone_by(RecordKind.VACANCY, value, TODAY)] == places
    assert list(gone_by(RecordKind.ASSIGNMENT, value, date(2100, 1, 1))) == []


def test_the_browser_gets_the_same_words() -> None:
    """The form on the site finds the words of a form, the days that must still come, and every sentence in its data."""
    registers = survey(TESTS / "region", TODAY).registers
    assert registers
    data = json.loads(json.dumps(form_data(registers, {})))
    assert data["in_formulier"] == {code: [other.remedy, other.place] for code, other in IN_FORM.items()}
    assert data["laatste_dagen"] == [["sluit_op"], ["periode", "eind"]]
    assert data["zinnen"]["voorbij"][0] == "voorbij"
    assert {"open_plek", "vergoeding_laag", "getal_twee"} <= set(data["zinnen"])
