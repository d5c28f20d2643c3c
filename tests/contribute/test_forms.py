"""The questions of a form: every field has its place or is left out on purpose, and answers can be told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.contribute.forms import BRANCHES, FORMS, HIDDEN, HOMES, asks_of, at, order_of, put, steps_of
from generator.load.places import RecordKind
from generator.model.fields import Sort, fields_of, leaves
from generator.validate.shapes import MODELS


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_is_asked_or_hidden_on_purpose(kind: RecordKind) -> None:
    """No field of the model is forgotten: what is not asked stands in the list of what nobody has to fill in."""
    asked = {ask.path for ask in asks_of(kind)}
    every = {path for path, _ in leaves(fields_of(MODELS[kind]))}
    assert asked | {path for path in every if path[0] in HIDDEN} == every
    assert not {path[0] for path in asked} & HIDDEN


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_required_is_asked(kind: RecordKind) -> None:
    """A form can be finished: of the required fields only the day of review is set by us."""
    asked = {ask.path[0] for ask in asks_of(kind)}
    required = {spec.name for spec in fields_of(MODELS[kind]) if spec.required}
    assert required - asked <= {"nagekeken_op"}


@pytest.mark.parametrize("kind", FORMS)
def test_labels_tell_questions_apart(kind: RecordKind) -> None:
    """The heading of an answer in an issue is a label, so each label occurs once."""
    labels = [ask.spec.label for ask in asks_of(kind)] + [HOMES[kind].label for _ in (1,) if kind in HOMES]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("kind", FORMS)
def test_the_order_of_a_file_is_that_of_the_form(kind: RecordKind) -> None:
    """Who fills in the form finds the answers back in the same order in the file."""
    places = {spec.name: place for place, spec in enumerate(order_of(kind))}
    asked = [places[ask.path[0]] for ask in asks_of(kind)]
    assert all(earlier <= later for earlier, later in pairwise(asked))
    assert {spec.name for spec in order_of(kind)} == {spec.name for spec in fields_of(MODELS[kind])}


@pytest.mark.parametrize("kind", FORMS)
def test_conditions_point_back(kind: RecordKind) -> None:
    """A question that depends on another comes after it, and waits for values that the other can have."""
    seen: dict[tuple[str, ...], set[str]] = {}
    for step in steps_of(kind):
        for ask in step.asks:
            if ask.when:
                assert set(ask.when.values) <= seen[ask.when.path]
            truth = {"true", "false"} if ask.spec.sort is Sort.TRUTH else set()
            seen[ask.path] = {value for value, _ in ask.spec.choices} | truth


def test_branches_share_out_their_group() -> None:
    """Each field of a group with branches is asked by one branch or given by one."""
    groups = {spec.name: spec for spec in fields_of(MODELS[RecordKind.VACANCY])}
    for name, branches in BRANCHES.items():
        spread = [field for branch in branches for field in (*branch.fields, *branch.given)]
        assert sorted(spread) == sorted(spec.name for spec in groups[name].fields)


def test_put_and_at_are_each_others_inverse() -> None:
    """What is put somewhere is found there, and nothing is found elsewhere."""
    value: dict[str, object] = {}
    put(value, ("begeleiding", "coach"), "teamleider")
    put(value, ("titel",), "Onderzoek")
    assert value == {"begeleiding": {"coach": "teamleider"}, "titel": "Onderzoek"}
    assert at(value, ("begeleiding", "coach")) == "teamleider"
    assert at(value, ("titel", "diep")) is None
    assert at(value, ("begeleiding", "buddy")) is None
