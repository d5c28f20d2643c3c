"""The house itself: who imports whom, who reads a clock, and that everything public is described."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from support import ROOT, TESTS, case_bytes, read_cases

from generator.load.documents import read_document
from generator.load.places import RecordKind, kind_of
from generator.model.pages import Chapter, HandbookPage, HomeFront, SectionPage, TextPage
from generator.validate import rules
from generator.validate.rules_base import Rule
from generator.validate.shapes import MODELS, read_shape

PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = ("model", "load", "validate", "relate", "render", "publish")
"""From the ground floor up; a module may import from its own room and from those before it."""
TOOLS = ("parallel", "report", "today", "usage")
"""Small things that know at most the ground floor."""
STAIRS = ("authored", "survey", "memory", "contribute", "pipeline")
"""Modules that lead through all rooms."""
DOORS = ("cli", "plugin")


def name_of(path: Path) -> str:
    """Return the dotted name of a module below the package: "validate.rules"."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


TEST_FILES = [path for path in sorted(TESTS.rglob("*.py")) if "node_modules" not in path.parts]
IDS = [name_of(path) for path in MODULES]


def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    """Yield the dotted name of everything that a module imports, wherever in the file."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_of(path: Path) -> set[str]:
    """Return the rooms, tools, stairs and doors of the house that a module imports."""
    parts = (name.split(".") for name in imports_of(path) if name.startswith("generator."))
    return {part[1] for part in parts}


def allowed_for(room: str) -> set[str]:
    """Return what a room may import; its own name is always there."""
    if room in ROOMS:
        return {*ROOMS[: ROOMS.index(room) + 1]}
    if room in TOOLS:
        return {room, "model"}
    if room in STAIRS:
        return {*ROOMS, *STAIRS, "parallel"}
    assert room in DOORS, f"{room} has no place in the house yet: give it one here and in the style anchors"
    return {*ROOMS, *STAIRS, "report", "today", "usage", room}


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__init__.py"], ids=str)
def test_imports_go_one_way(path: Path) -> None:
    """Load, validate, relate, render, publish: a module imports its own room and those before it, never up."""
    room = name_of(path).split(".", maxsplit=1)[0]
    assert rooms_of(path) <= allowed_for(room)


def test_only_the_plugin_imports_mkdocs() -> None:
    """MkDocs can be replaced, because one file knows it."""
    known = {name_of(path) for path in MODULES for name in imports_of(path) if name.split(".")[0] == "mkdocs"}
    assert known == {"plugin"}


def test_only_the_front_doors_ask_for_the_day_and_the_environment() -> None:
    """Nothing below the front doors reads the day, PORTAL_TODAY or any other variable of the environment."""
    assert {name_of(path) for path in MODULES if "today" in rooms_of(path)} == set(DOORS)
    readers = set()
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "environb"):
                readers.add(name_of(path))
            if isinstance(node, ast.ImportFrom) and node.module == "os":
                assert not {alias.name for alias in node.names} & {"environ", "getenv", "environb"}, path
    assert readers == set(DOORS)


CLOCKS = {"today": {"now"}, "pipeline": {"time_ns"}}
"""Who asks which day or time it is: today.py for the site, the pipeline for the moment of a memory, no day of it."""


def clocks_in(tree: ast.Module) -> set[str]:
    """Return what a module asks a clock: whatever it takes from `time`, and every call of now, today and the like."""
    found: set[str] = set()
    known = {"time"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            known |= {alias.asname for alias in node.names if alias.name == "time" and alias.asname}
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            found |= {alias.name for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            found.add(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found |= {node.func.attr} & {"now", "today", "utcnow"}
    return found


def test_only_two_modules_read_a_clock() -> None:
    """No module asks which day or time it is but the two that are named, and those ask just that."""
    assert {name_of(path): found for path in MODULES if (found := clocks_in(tree_of(path)))} == CLOCKS


@pytest.mark.parametrize(
    "script",
    [
        "import time\nstart = time.time()",
        "import time as clock\nstart = clock.perf_counter()",
        "from time import monotonic\nstart = monotonic()",
        "import datetime\nday = datetime.date.today()",
        "from datetime import datetime as moment\nnow = moment.now()",
    ],
)
def test_a_clock_is_seen_however_it_is_read(script: str) -> None:
    """Each way to read a clock is one that the test above would notice."""
    assert clocks_in(ast.parse(script))


def test_the_tests_ask_nobody_for_the_day_either() -> None:
    """No test depends on the day on which it runs."""
    for path in TEST_FILES:
        for node in ast.walk(tree_of(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("now", "today")
            ):
                owner = node.func.value
                assert not (isinstance(owner, ast.Name) and owner.id in ("datetime", "date")), path


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_everything_public_is_described(path: Path) -> None:
    """Each module begins with a sentence, and each public function, class and method has a docstring."""
    tree = tree_of(path)
    if path.name == "__init__.py":
        assert not tree.body, "an __init__.py is empty"
        return
    doc = ast.get_docstring(tree)
    assert doc is not None
    assert doc.splitlines()[0].endswith((".", ":", ";"))
    for owner in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        inside = isinstance(owner, ast.ClassDef)
        if inside and owner.name.startswith("_"):
            continue
        for node in owner.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_every_test_says_what_it_proves() -> None:
    """Each test file, test, fixture and helper has a docstring, and the docstring of a test is one sentence."""
    for path in TEST_FILES:
        tree = tree_of(path)
        assert ast.get_docstring(tree), path
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                doc = ast.get_docstring(node) or ""
                assert doc.endswith("."), f"{path.name}: {node.name}"
                assert "\n\n" not in doc, f"{path.name}: {node.name}"


# Rules


RULES = {
    name: value
    for path in sorted((PACKAGE / "validate").glob("rules*.py"))
    for name, value in vars(import_module(f"generator.{name_of(path)}")).items()
    if name.startswith("rule_")
}
"""Every rule of every subject by its name."""
DUTCH = {"de", "het", "een", "er", "en", "niet", "staat", "heeft", "bij", "of", "wie", "op"}
ENGLISH = {"the", "an", "and", "or", "must", "has", "have", "should", "when", "with", "every", "not"}


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_written_in_dutch(name: str) -> None:
    """The docstring of a rule is the rule, one or more Dutch sentences that colleagues read."""
    doc = inspect.getdoc(RULES[name])
    assert doc is not None
    assert doc.endswith(".")
    words = set(doc.lower().replace(",", " ").replace(":", " ").split())
    assert words & DUTCH
    assert not words & ENGLISH


def test_every_rule_is_used() -> None:
    """A rule that no kind of record lists would be dead words in the handbook."""
    listed = {rule.__name__ for table in (rules.RULES, rules.RAW_RULES) for kind in table.values() for rule in kind}
    assert listed == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_fails_in_a_case(name: str) -> None:
    """For each rule some golden case breaks it, so that a rule that stops working is noticed."""
    assert any(_breaks(RULES[name], case) for case in read_cases("regels.yml").values())


def _breaks(rule: Rule, case: dict[str, Any]) -> bool:
    kind = kind_of(case["base"])
    document = read_document(case["base"], case_bytes(case))
    if kind is None or isinstance(document, list):
        return False
    if rule in rules.RAW_RULES[kind]:
        return any(rule(document.value))
    record, _ = read_shape(kind, document.value)
    return record is not None and rule in rules.RULES[kind] and any(rule(record))


def codes_in(path: Path) -> Iterator[str]:
    """Yield the codes of problems that a module names: the word that stands right before a message."""
    calls = {"Finding": 1, "warn": 1, "Words": 0, "_refuse": 1, "_misplaced": 1, "unknown": 1, "Problem": 5}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls:
            place = calls[node.func.id]
            for inner in ast.walk(node.args[place]) if len(node.args) > place else ():
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and inner.value.isidentifier():
                    yield inner.value


OUTSIDE_CASES = {
    "onleesbaar": "tests/load/test_reading.py",
    "verwijzing": "tests/load/test_reading.py",
    "geen_gegevens": "tests/portal/test_command.py",
}
"""Codes that no text in a file can cause, and the test that causes them."""


def test_every_code_of_a_problem_has_a_case() -> None:
    """Every code that the generator can give occurs in a golden case, or in the test that is named for it."""
    given: set[str] = set()
    for path in MODULES:
        if name_of(path).split(".")[0] in ("load", "validate", "relate", "authored", "survey"):
            given |= set(codes_in(path))
    seen = {
        row[-3]
        for file in ("lezen.yml", "vormen.yml", "regels.yml", "verbanden.yml", "alles-fout.yml", "bladzijden.yml")
        for case in read_cases(file).values()
        for name in ("problems", "warnings")
        for row in case.get(name, ())
    }
    for code, file in OUTSIDE_CASES.items():
        assert code in (ROOT / file).read_text(encoding="utf-8")
    assert given - seen - set(OUTSIDE_CASES) - {"onbekende_"} == set()
    assert len(given) > 60


# Models


def models_below(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Return a model and every model that stands in one of its fields."""
    found = {model}
    for info in model.model_fields.values():
        waiting: list[Any] = [info.annotation]
        while waiting:
            part = waiting.pop()
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in found:
                found |= models_below(part)
            waiting.extend(getattr(part, "__args__", ()))
    return found


PAGES = (TextPage, SectionPage, HomeFront, HandbookPage, Chapter)
"""How the lines above authored pages are read."""
FIELDS = [
    (model, name, info)
    for model in sorted({m for top in (*MODELS.values(), *PAGES) for m in models_below(top)}, key=lambda m: m.__name__)
    for name, info in model.model_fields.items()
]


@pytest.mark.parametrize(("model", "name", "info"), FIELDS, ids=[f"{m.__name__}.{n}" for m, n, _ in FIELDS])
def test_every_field_is_described(model: type[BaseModel], name: str, info: FieldInfo) -> None:
    """Each field has a Dutch key in snake case, a title and a description that is a sentence."""
    assert info.alias, f"{model.__name__}.{name}"
    assert info.alias.isascii()
    assert info.alias == info.alias.lower()
    assert info.title
    assert info.description
    assert info.description.endswith((".", "?"))


def test_every_example_of_a_field_is_valid() -> None:
    """What a message gives as an example is accepted in that very field."""
    for model, name, info in FIELDS:
        for example in info.examples or ():
            assert not _objections(model, str(info.alias), as_text(example)), f"{model.__name__}.{name}: {example}"


def as_text(value: object) -> object:
    """Return an example as the reader of files gives it: every scalar is text."""
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _objections(model: type[BaseModel], alias: str, value: object) -> list[Any]:
    try:
        model.model_validate({alias: value})
    except ValueError as error:
        return [item for item in error.errors() if item["loc"][0] == alias]  # type: ignore[attr-defined]
    return []


def test_every_kind_of_record_has_a_model_and_rules() -> None:
    """No kind of file can be added without saying how it is read and which rules hold."""
    assert set(MODELS) == set(RecordKind) == set(rules.RULES)


@pytest.mark.parametrize("template", sorted((ROOT / "theme").glob("[pc]*/**/*.html")), ids=lambda path: path.stem)
def test_attributes_stand_in_double_quotes(template: Path) -> None:
    """Pages leave apostrophes as they are, which is safe only while no template quotes an attribute with them."""
    markup = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"=\s*'", markup)
