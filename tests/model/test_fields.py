"""The fields of every model as plain descriptions: complete, and limit by limit what the models themselves hold to."""

from __future__ import annotations

import re
import string
import typing
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from generator.load.places import RecordKind
from generator.model.base import Block, key
from generator.model.fields import FieldSpec, Sort, fields_of, leaves
from generator.model.offers import Vacancy
from generator.model.vocabulary import Choice
from generator.validate.shapes import MODELS, definition_at, read_shape

Names = tuple[str, ...]
GROUPS = (Sort.BLOCK, Sort.BLOCKS)
TEXTS = (Sort.LINE, Sort.TEXT, Sort.MARKDOWN)
LISTS = (Sort.LINES, Sort.WHOLES, Sort.CHOICES, Sort.BLOCKS)
WHOLES = (Sort.WHOLE, Sort.WHOLES)


def walk(fields: Sequence[FieldSpec], path: Names = ()) -> Iterator[tuple[Names, FieldSpec]]:
    """Yield every field with its path, groups before what stands in them."""
    for spec in fields:
        yield (*path, spec.name), spec
        yield from walk(spec.fields, (*path, spec.name))


def once() -> dict[str, tuple[type[BaseModel], FieldSpec]]:
    """Return every field of every model once, with the model that it belongs to."""
    found = {}
    for model in MODELS.values():
        for path, spec in walk(fields_of(model)):
            owner, _ = definition_at(model, path)
            found[f"{owner.__name__}.{spec.name}"] = (owner, spec)
    return found


FIELDS = once()


def objections(owner: type[BaseModel], name: str, value: Any) -> list[str]:
    """Return what the model has against a value in one of its fields, the other fields left out."""
    try:
        owner.model_validate({name: value})
    except ValidationError as error:
        return [item["type"] for item in error.errors() if item["loc"][:1] == (name,)]
    return []


# What a description says


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.__name__)
def test_every_field_of_a_model_is_described_in_its_order(model: type[Block]) -> None:
    """A record and every group in it are described whole, each field with label and help."""
    groups: list[tuple[type[BaseModel], tuple[FieldSpec, ...]]] = [(model, fields_of(model))]
    for path, spec in walk(fields_of(model)):
        assert spec.label, path
        assert spec.help.endswith((".", "?")), path
        assert bool(spec.fields) == (spec.sort in GROUPS), path
        if spec.fields:
            groups.append((definition_at(model, (*path, spec.fields[0].name))[0], spec.fields))
    for owner, fields in groups:
        assert [spec.name for spec in fields] == [info.alias for info in owner.model_fields.values()]


@pytest.mark.parametrize("name", FIELDS)
def test_a_description_says_what_the_definition_says(name: str) -> None:
    """Label, help, example, default and whether a field is required come from its definition."""
    owner, spec = FIELDS[name]
    info = next(info for info in owner.model_fields.values() if info.alias == spec.name)
    assert (spec.label, spec.help, spec.required) == (info.title, info.description, info.is_required())
    assert spec.example == (info.examples[0] if info.examples else None)
    assert spec.required or spec.default == info.default


def choice_in(annotation: Any) -> type[Choice] | None:
    """Return the closed choice that a type is or holds."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return annotation
    return next(filter(None, map(choice_in, typing.get_args(annotation))), None)


@pytest.mark.parametrize("name", FIELDS)
def test_choices_are_those_of_the_vocabulary(name: str) -> None:
    """A field of a closed choice gives every value with its word, in order, and no other field gives any."""
    owner, spec = FIELDS[name]
    info = next(info for info in owner.model_fields.values() if info.alias == spec.name)
    choice = None if spec.fields else choice_in(info.annotation)
    assert spec.choices == tuple((item.value, item.label) for item in choice or ())
    assert bool(spec.choices) == (spec.sort in (Sort.CHOICE, Sort.CHOICES))
    for value, _ in spec.choices:
        assert objections(owner, spec.name, [value] if spec.sort is Sort.CHOICES else value) == []


def test_leaves_go_into_groups_and_leave_lists_of_groups_whole() -> None:
    """A form asks for what stands in a group by itself, and for a list of groups as one."""
    found = dict(leaves(fields_of(Vacancy)))
    assert found["begeleiding", "uren_per_week"].sort is Sort.NUMBER
    assert found["programma",].sort is Sort.BLOCKS
    assert ("begeleiding",) not in found
    assert ("programma", "wat") not in found


def test_a_word_may_stand_in_the_place_of_a_list() -> None:
    """The one field that takes a list or the word `alle` says so; all others take nothing instead."""
    given = {name: spec.instead for name, (_, spec) in FIELDS.items() if spec.instead}
    assert given == {"InternshipPeriod.opleidingen": "^alle$"}
    owner, _ = FIELDS["InternshipPeriod.opleidingen"]
    assert objections(owner, "opleidingen", "alle") == []
    assert objections(owner, "opleidingen", "geen") != []


def test_a_type_that_no_form_knows_is_refused() -> None:
    """Who gives a model a field of a new kind hears at once that there is no control for it."""

    class Odd(Block):
        odd: complex = key("vreemd", "Vreemd", "Een complex getal.")

    with pytest.raises(TypeError, match="complex"):
        fields_of(Odd)


# Limits, from the description to the model


SEEDS = (
    "een-woord",
    "avans/communicatie",
    "https://www.example.org/stages",
    "stages@breda.example",
    "studenten/",
    "breda.nl",
    "soort:afstudeer",
    "2026-2027",
    "GM0758",
    "34405",
    "5",
    "mmym",
    "mbo",
    "alle",
    "organisatie",
    "stagebureau",
)
"""Good texts for every pattern that a field has."""


def text_of(spec: FieldSpec, length: int | None = None) -> str:
    """Return a text that keeps to the pattern of a field, if need be of exactly this length."""
    pattern = spec.limits.pattern or ""
    examples = spec.example if isinstance(spec.example, list) else [spec.example]
    seeds = (*SEEDS, *(str(example) for example in examples if example))
    seed = next((seed for seed in seeds if re.search(pattern, seed)), None)
    assert seed is not None, f"{spec.name}: give this field an example, or its pattern a text in SEEDS"
    if length is None:
        length = min(max(len(seed), spec.limits.shortest or 0), spec.limits.longest or len(seed))
    if length < len(seed):
        return seed[:length]
    more = "x" * (length - len(seed))
    grown = (seed[:place] + more + seed[place:] for place in range(len(seed) + 1))
    return next(text for text in grown if re.search(pattern, text))


def number_of(spec: FieldSpec) -> float:
    """Return a number within the limits of a field."""
    if spec.limits.least is not None:
        return spec.limits.least
    return (spec.limits.above or 0) + 1


def written(number: float) -> str:
    """Return a number as it stands in a file."""
    return f"{number:g}"


def entry_of(spec: FieldSpec) -> Any:
    """Return one good value, made from the description alone: of a list one entry."""
    if spec.fields:
        return {inner.name: value_of(inner) for inner in spec.fields}
    if spec.choices:
        return spec.choices[0][0]
    if spec.sort is Sort.TRUTH:
        return "true"
    if spec.sort is Sort.DATE:
        return "2027-02-01"
    if spec.sort in (Sort.NUMBER, *WHOLES):
        return written(number_of(spec))
    return text_of(spec)


def value_of(spec: FieldSpec) -> Any:
    """Return a good value, made from the description alone."""
    return [entry_of(spec)] * max(1, spec.limits.fewest or 0) if spec.sort in LISTS else entry_of(spec)


@pytest.mark.parametrize("kind", RecordKind)
def test_a_record_made_from_its_description_is_accepted(kind: RecordKind) -> None:
    """Whoever fills in every field as described, or only the required ones, has a record without objections."""
    fields = fields_of(MODELS[kind])
    assert read_shape(kind, {spec.name: value_of(spec) for spec in fields})[1] == []
    assert read_shape(kind, {spec.name: value_of(spec) for spec in fields if spec.required})[1] == []


def text_edges(spec: FieldSpec) -> Iterator[tuple[str, bool]]:
    """Yield texts at the limits and just beyond them, and whether they are good."""
    limits = spec.limits
    if limits.shortest is not None:
        yield text_of(spec, limits.shortest), True
        yield text_of(spec, limits.shortest - 1), False
    if limits.longest is not None:
        yield text_of(spec, limits.longest), True
        yield text_of(spec, limits.longest + 1), False
    if limits.pattern is not None:
        yield text_of(spec), True
        yield f"{text_of(spec)}\n!", False


def number_edges(spec: FieldSpec) -> Iterator[tuple[str, bool]]:
    """Yield numbers at the limits and just beyond them, and whether they are good."""
    limits, step = spec.limits, 1 if spec.sort in WHOLES else 0.01
    if limits.least is not None:
        yield written(limits.least), True
        yield written(limits.least - step), False
    if limits.above is not None:
        yield written(limits.above + step), True
        yield written(limits.above), False
    if limits.most is not None:
        yield written(limits.most), True
        yield f"{limits.most + step:.10g}", False


def edges(spec: FieldSpec) -> Iterator[tuple[Any, bool]]:
    """Yield values of a field at its limits and just beyond them, and whether they are good."""
    entries = [] if spec.fields or spec.choices else [*text_edges(spec), *number_edges(spec)]
    if spec.sort not in LISTS:
        yield from entries
        return
    fewest, many = spec.limits.fewest, spec.limits.many
    for entry, good in entries:
        yield [entry] * max(1, fewest or 0), good
    if fewest is not None:
        yield [entry_of(spec)] * fewest, True
        yield [entry_of(spec)] * (fewest - 1), False
    if many is not None:
        yield [entry_of(spec)] * many, True
        yield [entry_of(spec)] * (many + 1), False


EDGES = [(name, value, good) for name, (_, spec) in FIELDS.items() for value, good in edges(spec)]
EDGE_IDS = [f"{name} {'keeps' if good else 'breaks'} {number}" for number, (name, _, good) in enumerate(EDGES)]


@pytest.mark.parametrize(("name", "value", "good"), EDGES, ids=EDGE_IDS)
def test_a_limit_is_exactly_that_of_the_model(name: str, value: Any, good: bool) -> None:
    """The model takes a value at a limit that a description names, and refuses one just beyond it."""
    owner, spec = FIELDS[name]
    assert (objections(owner, spec.name, value) == []) == good


def test_limits_of_every_sort_were_looked_at() -> None:
    """The walk along the limits met numbers, texts, patterns and lists, so that it cannot silently become empty."""
    seen = {limit for _, spec in FIELDS.values() for limit, value in spec.limits._asdict().items() if value is not None}
    assert seen == set(FIELDS["Vacancy.titel"][1].limits._fields)
    assert len(EDGES) > 300


# Limits, from the model to the description: there is none that the description leaves out


SIGNS = string.ascii_letters + string.digits + string.punctuation + "éë"


def texts(spec: FieldSpec) -> st.SearchStrategy[str]:
    """Return texts that keep to the limits of a field."""
    least, most = spec.limits.shortest or 1, spec.limits.longest or 200
    pattern = spec.limits.pattern
    if pattern is None or re.search(pattern, SIGNS):
        return st.text(SIGNS, min_size=least, max_size=min(most, least + 40))
    return st.from_regex(pattern, fullmatch=True, alphabet=SIGNS).filter(lambda text: least <= len(text) <= most)


def entries(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Return values, of a list its entries, that keep to the limits of a field."""
    limits = spec.limits
    if spec.sort in (*TEXTS, Sort.LINES):
        return texts(spec)
    if spec.sort in WHOLES:
        return st.integers(int(limits.least or 0), int(limits.most or 10_000)).map(str)
    if spec.sort is Sort.NUMBER:
        least = limits.least if limits.least is not None else (limits.above or 0) + 0.01
        return st.floats(least, limits.most or 10_000).map(lambda number: f"{number:.2f}")
    return st.just(entry_of(spec))


LEAVES = [name for name, (_, spec) in FIELDS.items() if spec.sort is not Sort.BLOCK]


@pytest.mark.parametrize("name", LEAVES)
@settings(max_examples=8)
@given(data=st.data())
def test_what_keeps_to_the_limits_is_accepted(name: str, data: st.DataObject) -> None:
    """A model refuses nothing that keeps to all that the description of the field says."""
    owner, spec = FIELDS[name]
    strategy = entries(spec)
    if spec.sort in LISTS:
        fewest, many = spec.limits.fewest or 0, spec.limits.many or 30
        strategy = st.integers(fewest, many).flatmap(lambda size: entries(spec).map(lambda entry: [entry] * size))
    value = data.draw(strategy)
    assert objections(owner, spec.name, value) == [], value
