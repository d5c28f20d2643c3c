"""One file by itself: shapes, sentences and rules, as golden cases; and a walk over every limit of every model."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

import annotated_types
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints, ValidationError
from pydantic.fields import FieldInfo
from support import TESTS, case_bytes, read_cases, rows

from generator.load.places import RecordKind, kind_of
from generator.model.problems import Severity
from generator.validate.messages import Shape, known_types, nearest, shorten, suggest, words_for
from generator.validate.records import check_file
from generator.validate.shapes import MODELS, definition_at, read_shape

CASES = {**read_cases("vormen.yml"), **read_cases("regels.yml")}
VACANCY = (TESTS / "region" / "vacancies" / "breda" / "onderzoek-wijkkrant.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_case(case: dict[str, Any]) -> None:
    """Each mistake gives exactly the problems of its case, with place, sentence and remedy."""
    file = case["base"]
    kind = kind_of(file)
    assert kind is not None
    problems = check_file(kind, file, case_bytes(case)).problems
    assert rows(problems, Severity.ERROR) == case.get("problems", [])
    assert rows(problems, Severity.WARNING) == case.get("warnings", [])


def test_a_file_with_everything_wrong_gives_every_problem() -> None:
    """One specimen with everything wrong gives the whole list, in the order in which a survey sorts it."""
    ((_, case),) = read_cases("alles-fout.yml").items()
    checked = check_file(RecordKind.VACANCY, "x.yml", case_bytes(case))
    assert rows(sorted(checked.problems), Severity.ERROR) == case["problems"]
    assert checked.record is None


def test_warnings_leave_the_record_usable() -> None:
    """A file with only warnings still gives its record, so that a warning never takes a page away."""
    checked = check_file(RecordKind.VACANCY, "x.yml", VACANCY.replace("buddy: trainee, ", "").encode())
    assert [problem.code for problem in checked.problems] == ["geen_buddy"]
    assert checked.record is not None
    assert checked.value is not None


def test_a_valid_record_is_frozen_and_keeps_its_texts() -> None:
    """A record cannot be changed after it was checked, and its texts are those of the file."""
    record = check_file(RecordKind.VACANCY, "x.yml", VACANCY.encode()).record
    assert record.title == "Onderzoek wie de wijkkrant leest"
    assert [day.value for day in record.days] == ["ma", "wo", "do", "vr"]
    with pytest.raises(ValidationError):
        record.title = "Anders"


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 4301, "9" * 5000])
@pytest.mark.parametrize("field", ["uren_per_week: 32", "bedrag: 450"])
def test_a_number_of_thousands_of_digits_gives_a_problem(digits: str, field: str) -> None:
    """A number that no computer wants to count with gives a problem at its field, never a traceback."""
    name = field.split(":", maxsplit=1)[0]
    assert VACANCY.count(field) == 1
    problems = check_file(RecordKind.VACANCY, "x.yml", VACANCY.replace(field, f"{name}: {digits}").encode()).problems
    assert [problem.field.rsplit(".", maxsplit=1)[-1] for problem in problems] == [name]


# Every limit of every model


def walk_models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """Yield a model and every model below it once."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for info in model.model_fields.values():
        for inner in _parts(info.annotation):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from walk_models(inner, seen)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in typing.get_args(annotation):
        if not isinstance(argument, (str, FieldInfo)):
            yield from _parts(argument)


ALL_MODELS = [
    model for kinds in (set[type[BaseModel]](),) for top in MODELS.values() for model in walk_models(top, kinds)
]
FIELDS = [(model, info) for model in ALL_MODELS for info in model.model_fields.values()]
FIELD_IDS = [f"{model.__name__}.{info.alias}" for model, info in FIELDS]
BAD_VALUES: list[Any] = [
    None, "", " ", "x", "x" * 5000, "Á B", "a\nb", "ja", "01", "-1", "0", "999999", "1.5", "31-12-2027", "2027-02-30",
    [], [None], [""], ["x"], ["0"], [["x"]], ["x" * 5000], ["x"] * 200, [{}], [{}] * 200, {}, {"x": "y"}, {"a b": None},
]  # fmt: skip


@pytest.mark.parametrize(("model", "info"), FIELDS, ids=FIELD_IDS)
def test_every_objection_has_a_dutch_sentence(model: type[BaseModel], info: FieldInfo) -> None:
    """Whatever stands in a field, each objection of pydantic has a code, a sentence and a remedy."""
    for bad in BAD_VALUES:
        with pytest.raises(ValidationError) as caught:
            model.model_validate({str(info.alias): bad, "een onbekend veld": None})
        for objection in caught.value.errors(include_url=False):
            assert objection["type"] in known_types(), (bad, objection["type"])
            context = {**objection.get("ctx", {}), "key": "x"}
            words = words_for(Shape(objection["type"], objection["input"], context, info, ("titel",)))
            assert words.code
            assert words.message.endswith((".", "?"))
            assert words.remedy.endswith((".", "?"))


def limits(info: FieldInfo) -> Iterator[tuple[str, float]]:
    """Yield every limit that the definition of a field names, on the field and on the text type below it."""
    for item in info.metadata:
        for name in ("min_length", "max_length", "ge", "gt", "le", "lt"):
            value = getattr(item, name, None)
            if value is not None:
                yield name, value
    for part in typing.get_args(info.annotation) if typing.get_origin(info.annotation) is types.UnionType else ():
        for item in getattr(part, "__metadata__", ()):
            if isinstance(item, (StringConstraints, annotated_types.MinLen, annotated_types.MaxLen)):
                for name in ("min_length", "max_length"):
                    if getattr(item, name, None) is not None:
                        yield name, getattr(item, name)


def just_outside(info: FieldInfo, name: str, limit: float) -> Any:
    """Return a value for a field that lies one step outside a limit; the items of a list are good ones."""
    if name in ("min_length", "max_length"):
        length = int(limit) + (1 if name == "max_length" else -1)
        if any(typing.get_origin(part) is tuple for part in _parts(info.annotation)):
            good = info.examples[0][0] if info.examples else "een-woord"
            return [good] * length
        return "x" * length
    return str(int(limit) + {"ge": -1, "gt": 0, "le": 1, "lt": 0}[name])


LIMITED = [
    (model, info, name, limit) for model, info in FIELDS for name, limit in limits(info) if (name, limit) != ("ge", 0)
]
LIMIT_IDS = [f"{model.__name__}.{info.alias} {name} {limit:g}" for model, info, name, limit in LIMITED]


@pytest.mark.parametrize(("model", "info", "name", "limit"), LIMITED, ids=LIMIT_IDS)
def test_every_limit_that_a_field_names_is_in_force(
    model: type[BaseModel], info: FieldInfo, name: str, limit: float
) -> None:
    """A value one step outside a limit that the definition of a field names is refused at that field."""
    bad = just_outside(info, name, limit)
    with pytest.raises(ValidationError) as caught:
        model.model_validate({str(info.alias): bad})
    wanted = {"min_length": "short", "max_length": "long", "ge": "greater", "gt": "greater", "le": "less", "lt": "less"}
    found = [item["type"] for item in caught.value.errors() if item["loc"][0] == info.alias]
    assert any(wanted[name] in type_ for type_ in found), found


# Words


def test_nearest_finds_a_typing_error_and_nothing_far_away() -> None:
    """A word with one letter wrong finds what was meant; a word that resembles nothing finds nothing."""
    assert nearest("comunicatie", ["communicatie", "ict"]) == "communicatie"
    assert nearest("Communicatie", ["communicatie"]) == "communicatie"
    assert nearest("xyz", ["communicatie", "ict"]) == ""


def test_suggest_lists_few_choices_and_gives_examples_of_many() -> None:
    """A short list of choices is shown whole, a long one by what is near or by five examples."""
    assert suggest("b", ["a", "c"]) == "Kies uit: a, c."
    many = [f"keuze-{number}" for number in range(30)]
    assert suggest("zzz", many) == "Voorbeelden: keuze-0, keuze-1, keuze-2, keuze-3, keuze-4."
    assert suggest("keuze-29", many) == "Bedoelde je `keuze-29`?"


def test_shorten_keeps_one_line_of_bounded_length() -> None:
    """A quoted value never breaks the line of a message and never floods it."""
    assert shorten("a\n  b") == "a b"
    assert shorten("x" * 100) == "x" * 39 + "…"


def test_definition_at_leads_through_lists_and_groups() -> None:
    """The path of a problem leads to the definition of its field, also inside lists of groups."""
    owner, field = definition_at(MODELS[RecordKind.INSTITUTION], ("opleidingen", 3, "contact", "email"))
    assert owner.__name__ == "Contact"
    assert field is not None
    assert field.title == "Mailbox"
    assert definition_at(MODELS[RecordKind.VACANCY], ("bestaat", "niet"))[1] is None


RAW = st.recursive(
    st.none() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=12,
)
KEYS = {kind: [str(info.alias) for info in model.model_fields.values()] for kind, model in MODELS.items()}


@given(st.data())
def test_any_raw_value_is_read_or_refused(data: st.DataObject) -> None:
    """Whatever raw values stand under the known keys of a record, there is a record or there are findings."""
    kind = data.draw(st.sampled_from(RecordKind))
    value = data.draw(st.dictionaries(st.sampled_from(KEYS[kind]) | st.text(max_size=8), RAW, max_size=8))
    record, findings = read_shape(kind, value)
    assert (record is None) == bool(findings)


@given(st.sampled_from(["uren_per_week", "aantal", "sluit_op", "vog", "dagen", "periode", "vergoeding"]), RAW)
def test_one_strange_value_in_a_good_vacancy_is_no_traceback(name: str, value: Any) -> None:
    """One strange value in a vacancy that is otherwise good never makes a rule fall over."""
    kind = RecordKind.VACANCY
    good = check_file(kind, "x.yml", VACANCY.encode()).value
    assert good is not None
    record, findings = read_shape(kind, {**good, name: value})
    assert (record is None) == bool(findings)
