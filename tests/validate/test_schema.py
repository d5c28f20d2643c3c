"""The JSON Schemas for editors: well made, no stricter than the check on real files, and strict where it matters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from support import ROOT, TESTS

from generator.load.places import RecordKind, find_files
from generator.model.fields import fields_of
from generator.model.vocabulary import Kind
from generator.validate.schema import DRAFT, TITLES, json_schema
from generator.validate.shapes import MODELS

Schema = Mapping[str, Any]
FOUND = [(folder, item) for folder in (ROOT, TESTS / "region") for item in find_files(folder)[0]]
FILES = [(folder / item.file, item.kind) for folder, item in FOUND]
VACANCY = TESTS / "region" / "vacancies" / "breda" / "onderzoek-wijkkrant.yml"


# Reading as an editor does


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: `no` and 2027-02-01 are texts, 2025 is a number."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def as_editor(text: str) -> Any:
    """Return a file as an editor reads it."""
    return EditorLoader(text).get_single_data()


TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}


def is_of(value: Any, name: str) -> bool:
    """Tell whether a value is of a type of JSON; a truth is no number."""
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def objections(value: Any, schema: Schema, path: str = "") -> Iterator[str]:
    """Yield what an editor underlines: every keyword that the schemas of the house use, and no other."""
    if "anyOf" in schema:
        if all(any(objections(value, option)) for option in schema["anyOf"]):
            yield f"{path}: anyOf"
        return
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(is_of(value, name) for name in types):
        yield f"{path}: type"
    elif isinstance(value, dict):
        yield from in_group(value, schema, path)
    elif isinstance(value, list):
        yield from in_list(value, schema, path)
    elif isinstance(value, str):
        yield from in_text(value, schema, path)
    elif not in_bounds(value, schema):
        yield f"{path}: number"


def in_group(value: dict[str, Any], schema: Schema, path: str) -> Iterator[str]:
    """Yield what is wrong with the keys of a group, and with what stands in it."""
    yield from (f"{path}: missing {name}" for name in schema.get("required", ()) if name not in value)
    for name, inner in value.items():
        if name in schema["properties"]:
            yield from objections(inner, schema["properties"][name], f"{path}/{name}")
        else:
            yield f"{path}: unknown {name}"


def in_list(value: list[Any], schema: Schema, path: str) -> Iterator[str]:
    """Yield what is wrong with a list and its entries."""
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{path}: entries"
    if schema.get("uniqueItems") and len(set(value)) < len(value):
        yield f"{path}: twice"
    for place, inner in enumerate(value):
        yield from objections(inner, schema["items"], f"{path}/{place}")


def in_text(value: str, schema: Schema, path: str) -> Iterator[str]:
    """Yield what is wrong with a text."""
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{path}: length"
    if not re.search(schema.get("pattern", ""), value) or value not in schema.get("enum", [value]):
        yield f"{path}: text"


def in_bounds(value: float, schema: Schema) -> bool:
    """Tell whether a number is within its limits."""
    above = schema.get("exclusiveMinimum")
    return (above is None or value > above) and (
        bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    )


# Well made


KEYWORDS: dict[str, type | tuple[type, ...]] = {
    "$schema": str,
    "title": str,
    "description": str,
    "examples": list,
    "type": (str, list),
    "format": str,
    "properties": dict,
    "required": list,
    "additionalProperties": bool,
    "items": dict,
    "anyOf": list,
    "enum": list,
    "markdownEnumDescriptions": list,
    "minItems": int,
    "maxItems": int,
    "uniqueItems": bool,
    "minLength": int,
    "maxLength": int,
    "pattern": str,
    "minimum": (int, float),
    "maximum": (int, float),
    "exclusiveMinimum": (int, float),
}
"""Keywords of draft-07 (and the one of VS Code) that the schemas use, with what draft-07 wants behind them."""


def parts(schema: Schema) -> Iterator[Schema]:
    """Yield a schema and every schema inside it."""
    yield schema
    for inner in (*schema.get("properties", {}).values(), *schema.get("anyOf", ())):
        yield from parts(inner)
    if "items" in schema:
        yield from parts(schema["items"])


@pytest.mark.parametrize("kind", RecordKind)
def test_a_schema_is_a_schema_of_draft_07(kind: RecordKind) -> None:
    """Each keyword is one of draft-07 with a value as the draft wants it, and the whole is JSON."""
    schema = json_schema(kind)
    assert schema["$schema"] == DRAFT
    assert schema["title"] == TITLES[kind]
    assert json.loads(json.dumps(schema)) == schema
    for part in parts(schema):
        for keyword, value in part.items():
            assert isinstance(value, KEYWORDS[keyword]), keyword
        types = part.get("type", [])
        assert {types} <= set(TYPES) if isinstance(types, str) else set(types) <= set(TYPES)
        assert set(part.get("required", ())) <= set(part.get("properties", ()))
        assert len(set(part.get("enum", ()))) == len(part.get("enum", ()))
        assert len(part.get("enum", ())) == len(part.get("markdownEnumDescriptions", ()))
        assert re.compile(part.get("pattern", ""))


@pytest.mark.parametrize("kind", RecordKind)
def test_every_field_has_its_title_and_help_and_a_good_example(kind: RecordKind) -> None:
    """An editor shows for every field what it is, and an example that the schema itself accepts."""
    properties = json_schema(kind)["properties"]
    fields = fields_of(MODELS[kind])
    assert list(properties) == [spec.name for spec in fields]
    for spec in fields:
        made = properties[spec.name]
        assert (made["title"], made["description"]) == (spec.label, spec.help)
    for part in parts(json_schema(kind)):
        for example in part.get("examples", ()):
            assert list(objections(example, part)) == []


def test_ids_of_a_register_are_offered_as_choices() -> None:
    """Where the register is known, an editor offers its ids with their words, at every field of that name."""
    fields = [("communicatie", "Communicatie en participatie"), ("ict", "ICT")]
    made = json_schema(RecordKind.VACANCY, {"vakgebied": fields})["properties"]
    assert made["vakgebied"]["enum"] == ["communicatie", "ict"]
    assert made["vakgebied"]["markdownEnumDescriptions"] == ["Communicatie en participatie", "ICT"]
    assert made["soort"]["enum"] == list(Kind)
    assert "enum" not in json_schema(RecordKind.VACANCY)["properties"]["vakgebied"]


# Beside real files


@pytest.mark.parametrize("kind", sorted({kind for _, kind in FILES}))
def test_real_files_keep_to_their_schema(kind: RecordKind) -> None:
    """An editor underlines nothing in any file of this repository: the schema is no stricter than the check."""
    schema = json_schema(kind)
    for path in (path for path, other in FILES if other is kind):
        assert list(objections(as_editor(path.read_text(encoding="utf-8")), schema)) == [], path


def test_the_files_of_the_region_are_among_them() -> None:
    """The walk along real files met vacancies, assignments and registers, so that it cannot silently become empty."""
    assert {"vacature", "opdracht", "organisatie", "instelling", "regio", "vakgebieden", "zoekwoorden"} <= {
        kind.value for _, kind in FILES
    }


MISTAKES = {
    "soort: afstudeer -> soort: afstuderen": "/soort: text",
    "uren_per_week: 32 -> uren_per_week: 41": "/uren_per_week: number",
    "uren_per_week: 32 -> uren_per_week: veel": "/uren_per_week: type",
    "uren_per_week: 32 -> uren_per_wek: 32": ": missing uren_per_week",
    "titel: -> titels:": ": unknown titels",
    "aantal: 1 -> aantal: 0": "/aantal: number",
    "bedrag: 450 -> bedrag: 0": "/vergoeding/bedrag: number",
    "sluit_op: 2026-12-18 -> sluit_op: 18-12-2026": "/sluit_op: text",
    "vog: false -> vog: nee": "/vog: type",
    "[hbo] -> []": "/niveaus: entries",
    "[hbo] -> [hbo, hbo]": "/niveaus: twice",
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_underlined(mistake: str) -> None:
    """A mistake in a good vacancy is found at its place while somebody types it."""
    old, new = mistake.split(" -> ")
    text = VACANCY.read_text(encoding="utf-8")
    assert old in text
    found = list(objections(as_editor(text.replace(old, new, 1)), json_schema(RecordKind.VACANCY)))
    assert MISTAKES[mistake] in found


@pytest.mark.parametrize(("text", "good"), [("alle", True), ("[a, b-c]", True), ("geen", False), ("[A B]", False)])
def test_a_period_takes_all_programmes_or_a_list(text: str, good: bool) -> None:
    """The word `alle` may stand in the place of a list, and no other word."""
    periods = json_schema(RecordKind.INSTITUTION)["properties"]["periodes"]["items"]
    found = objections(as_editor(text), periods["properties"]["opleidingen"])
    assert (list(found) == []) == good


def test_a_text_may_be_written_as_a_number() -> None:
    """A year in a field for text needs no quotes, because the check reads every value as text."""
    figure = json_schema(RecordKind.REGION)["properties"]["kerncijfers"]["items"]["properties"]["jaar"]
    assert list(objections(as_editor("2025"), figure)) == []
    assert list(objections(as_editor("true"), figure)) == [": type"]
