"""The form in the browser: its data come from the model, and its script checks and writes as the checker does."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, TESTS, TODAY

from generator.contribute.form_data import assignment_start, form_data, form_files
from generator.contribute.forms import BRANCHES, asks_of, at, order_of, put
from generator.contribute.writing import is_empty, record_text
from generator.load.documents import read_document
from generator.load.places import RecordKind
from generator.model.fields import FieldSpec, Sort, fields_of, leaves
from generator.model.offers import Vacancy
from generator.model.problems import Finding, Severity
from generator.model.vocabulary import is_slug, slug_of
from generator.relate.links import link_vacancy
from generator.relate.registers import Registers
from generator.relate.selections import relate
from generator.survey import Survey, survey
from generator.validate.records import check_file
from generator.validate.rules import findings_for
from generator.validate.shapes import read_shape

KIND = RecordKind.VACANCY
RULE_MARKS = {
    "soort", "eind", "start", "tot", "van", "wegen", "bedrag", "uren", "dagen", "per", "domein", "plek", "bedoeld",
}  # fmt: skip
GOLDEN = TESTS / "cases" / "formulier-controle.json"
RENEW = "not in step: run `PYTHONPATH=tests .venv/bin/python tests/contribute/test_form_data.py`"
NODE = shutil.which("node")

Raw = dict[str, Any]


@cache
def found() -> Survey:
    """Give everything that the real data folders say on the fixed day."""
    return survey(ROOT, TODAY)


def registers() -> Registers:
    """Give the real registers."""
    known = found().registers
    assert known is not None
    return known


@cache
def data() -> dict[str, Any]:
    """Give the data of the form as the browser gets them."""
    portal = relate(registers(), found().vacancies, found().assignments, TODAY.toordinal())
    made: dict[str, Any] = json.loads(form_files(portal)["assets/formulier/vacature.json"])
    return made


def raw_vacancies(root: Path) -> dict[str, Raw]:
    """Return the raw value of every vacancy file below a folder, by key."""
    values = {}
    for path in sorted((root / "vacancies").glob("*/*.yml")):
        document = read_document(path.name, path.read_bytes())
        assert not isinstance(document, list)
        values[f"{path.parent.name}/{path.stem}"] = document.value
    return values


# Cases: what the checker says of a vacancy with one answer changed

NASTY = (
    "Bel Mw. De Vries op 06 12345678 of mail piet@gmail.com, bsn 111222333, het gaat om een stage in de wijk, "
    "en schrijf op wat je hoort van de mensen die daar wonen."
)
TEXTS = ("", "   ", "a", NASTY, "Twee regels\nonder elkaar, met genoeg letters om het begin te halen")
BY_SORT: dict[Sort, tuple[Any, ...]] = {
    Sort.LINE: (*TEXTS, "x" * 201, "Naam@Breda.nl", "www.breda.nl/stage", "vacature gezocht in de wijk"),
    Sort.TEXT: (*TEXTS, "x" * 401),
    Sort.MARKDOWN: (*TEXTS, "x" * 79, "é" * 80, "x" * 4001),
    Sort.WHOLE: ("0", "1", "2", "20", "37", "999", "012", "2,5", "2.5", "-3", "veel"),
    Sort.NUMBER: ("0", "0.5", "2.25", "62.5", "450", "4001", "2,5", "veel"),
    Sort.DATE: ("2027-02-30", "1999-12-31", "1-2-2027", "31.12.2026", "morgen", "2026-01-01", "2028-12-31"),
    Sort.TRUTH: ("true", "false"),
    Sort.LINES: ([], [""], ["a"], ["Goed lang genoeg", "x" * 201], ["Nog een regel"] * 3, ["Regel"] * 11, ["a/b"]),
    Sort.WHOLES: ([], ["0"], ["1", "7"], ["3", "x"]),
}
TOGETHER: tuple[dict[str, Any], ...] = (
    {"periode": {"start": "2027-06-25", "eind": "2027-02-01"}},
    {"periode": {"start": "2027-02-01"}},
    {"periode": {"doorlopend": "true", "start": "2027-02-01"}},
    {"periode": {"start": "2024-02-29", "eind": "2024-02-28"}},
    {"periode": {"start": "2026-12-01", "eind": "2027-02-01"}, "sluit_op": "2026-12-18"},
    {"periode": {"start": "2026-12-01", "eind": "2027-02-01", "flexibel": "true"}, "sluit_op": "2026-12-18"},
    {"publiceren_op": "2026-11-23", "sluit_op": "2026-11-01"},
    {"publiceren_op": "2026-11-23", "sluit_op": "2028-11-01"},
    {"vergoeding": {"bedrag": "450"}},
    {"vergoeding": {"bedrag": "450", "per": "maand"}},
    {"vergoeding": {"bedrag": "62.5", "per": "uur"}},
    {"vergoeding": {"bedrag": "1.450", "per": "maand", "bij_uren": "36"}},
    {"vergoeding": {"bedrag": "16.5", "per": "maand", "bij_uren": "36"}},
    {"vergoeding": {"bedrag": "0.45", "per": "uur"}},
    {"vergoeding": {"bedrag": "1,450", "per": "maand", "bij_uren": "36"}},
    {"afdeling": "[[naam van je team]]", "profiel": ["Je kent [[hier nog iets."]},
    {"vergoeding": {"bedrag": "450", "per": "maand", "bij_uren": "36", "volgens": "organisatie"}},
    {"vergoeding": {"geen": "Meelopen duurt maar een week."}},
    {"vergoeding": {}},
    {"dagen": ["ma", "di", "wo", "do"], "uren_per_week": "37"},
    {"dagen": ["ma", "di", "wo", "do"], "uren_per_week": "35"},
    {"dagen": ["ma", "di", "wo", "do"], "uren_per_week": "13"},
    {"dagen": ["ma"], "uren_per_week": "11"},
    {"dagen": ["ma"], "uren_per_week": "3"},
    {"dagen": ["ma", "ma"], "uren_per_week": "16"},
    {"dagen": ["za", "zo"], "uren_per_week": "16"},
    {"dagen": ["za", "zo"], "uren_per_week": "16", "weekendwerk": "true"},
    {"niveaus": ["mbo-1", "wo"]},
    {"niveaus": ["hbo", "hbo"]},
    {"niveaus": ["mbo-4"], "sbb": {"status": "erkend"}},
    {"niveaus": ["mbo-4"], "soort": "duaal"},
    {"niveaus": ["mbo-4", "hbo"], "soort": "bpv"},
    {"niveaus": ["mbo-4"], "soort": "bbl", "leerweg": "bol"},
    {"niveaus": ["hbo"], "leerweg": "bol"},
    {"soort": "meewerk", "taken": ["Je luistert.", "Je schrijft."]},
    {"soort": "project", "taken": ["Je luistert.", "Je schrijft."], "leerdoelen": ["Je LUISTERT.", "Je leert iets."]},
    {"titel": "Onderzoek wie de wijkkrant in de stad leest", "samenvatting": "Onderzoek wie wijkkrant in stad leest."},
    {"titel": "Stagevacature communicatie"},
    {"solliciteren": {"via": "organisatie", "reactie_binnen_werkdagen": "5"}},
    {"solliciteren": {"via": "stagebureau", "email": "stages@breda.example", "reactie_binnen_werkdagen": "5"}},
    {"solliciteren": {"via": "organisatie", "email": "stages@breda.nl", "reactie_binnen_werkdagen": "5"}},
    {
        "solliciteren": {
            "via": "organisatie",
            "email": "a@b.nl",
            "url": "https://breda.nl/",
            "reactie_binnen_werkdagen": "5",
        }
    },
)


def changes(spec: FieldSpec) -> Iterator[Any]:
    """Yield values that a field of this sort may get, right and wrong ones; None takes the field away."""
    yield None
    if spec.sort is Sort.CHOICE:
        yield from (value for value, _ in spec.choices)
    elif spec.sort is Sort.CHOICES:
        values = [value for value, _ in spec.choices]
        yield from ([], values[:1], values[-1:], values, [values[0], values[0]])
    elif spec.sort is not Sort.BLOCKS:
        yield from BY_SORT[spec.sort]


def with_change(value: Raw, path: tuple[str, ...], answer: Any) -> Raw:
    """Return a copy of a raw value with one answer changed."""
    changed = deepcopy(value)
    if answer is None:
        holder = at(changed, path[:-1]) if len(path) > 1 else changed
        if holder:
            holder.pop(path[-1], None)
    else:
        put(changed, path, answer)
    return changed


def said(findings: list[Finding]) -> list[list[Any]]:
    """Return findings as rows in a fixed order."""
    rows = [[list(one.path), one.code, one.message, one.remedy, one.severity.value] for one in findings]
    return sorted(rows, key=json.dumps)


def verdict(value: Raw) -> list[list[Any]]:
    """Return what the checker says of one raw vacancy by itself."""
    record, findings = read_shape(KIND, value)
    return said([*findings, *findings_for(KIND, value, record)])


def golden() -> dict[str, Any]:
    """Return bases from the small region, changes to them, and what the checker says of each."""
    bases = list(raw_vacancies(TESTS / "region").values())
    cases: list[dict[str, Any]] = [{"basis": place, "anders": {}} for place in range(len(bases))]
    turn = 0
    for path, spec in leaves(fields_of(Vacancy)):
        for answer in changes(spec):
            turn += 1
            changed = with_change(bases[turn % len(bases)], path, answer)
            cases.append({"basis": turn % len(bases), "anders": {path[0]: changed.get(path[0])}})
    for together in TOGETHER:
        turn += 1
        cases.append({"basis": turn % len(bases), "anders": together})
    for case in cases:
        value = {name: one for name, one in {**bases[case["basis"]], **case["anders"]}.items() if one is not None}
        case["gevonden"] = verdict(value)
    made = form_data(registers(), {})
    needed = {name: made[name] for name in ("velden", "zinnen", "persoon")}
    return {
        "gegevens": needed,
        "bases": [{"ruw": base, "tekst": record_text(KIND, base)} for base in bases],
        "gevallen": cases,
    }


def golden_text() -> str:
    """Return the text of the file with cases, one case a line so that a change is seen."""
    made = golden()

    def flat(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    lists = {name: ",\n".join(flat(one) for one in made[name]) for name in ("bases", "gevallen")}
    return (
        f'{{"gegevens": {flat(made["gegevens"])},\n"bases": [\n{lists["bases"]}\n],\n'
        f'"gevallen": [\n{lists["gevallen"]}\n]}}\n'
    )


def test_the_cases_of_the_script_are_in_step() -> None:
    """The cases by which the script in the browser is tested are what the checker says today, and there are enough."""
    assert GOLDEN.read_text(encoding="utf-8") == golden_text(), RENEW
    assert golden_text().count('"basis"') >= 150


# Data


def test_every_question_finds_its_field_with_the_texts_of_the_model() -> None:
    """Each question of the form leads to a field with the label and the help of the model."""
    fields = {(*path,): spec for path, spec in leaves(order_of(KIND))}
    for step in data()["stappen"]:
        for ask in step["vragen"]:
            here: dict[str, Any] = {"velden": data()["velden"]}
            for name in ask["pad"]:
                here = next(field for field in here["velden"] if field["naam"] == name)
            spec = fields[tuple(ask["pad"])]
            assert (here["label"], here["uitleg"], here["sort"]) == (spec.label, spec.help, spec.sort.value)
    asked = [tuple(ask["pad"]) for step in data()["stappen"] for ask in step["vragen"]]
    assert asked == [ask.path for ask in asks_of(KIND)]


def test_no_sentence_keeps_a_mark_that_the_script_does_not_know() -> None:
    """The sentences hold only marks that the script fills in, and no number that stood for one."""
    known = {"label", "hulp", "gevonden", "lengte", "grens", "aantal", "suggestie", "anders", "jaar", *RULE_MARKS}
    text = "".join(part for sentence in data()["zinnen"].values() for part in sentence)
    marks = {part.partition("}")[0] for part in text.split("{")[1:] if ": " not in part.partition("}")[0]}
    assert marks == known
    assert "7919" not in text


def test_an_assignment_gives_a_vacancy_its_content() -> None:
    """What a vacancy takes over from an example assignment is right in every field it has, and names its source."""
    for key, assignment in found().assignments.items():
        start = json.loads(json.dumps(assignment_start(key, assignment)))
        answers = start["antwoorden"]
        assert answers["gebaseerd_op"] == key
        assert "voorbeeld" not in answers
        _, findings = read_shape(KIND, answers)
        assert {finding.code for finding in findings} == {"ontbreekt"}


# The script: what it writes and finds, run once for many records


def in_script(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the script in the browser makes of records: text, name of the file, and what it finds."""
    if NODE is None:
        # The README asks for Node for the browser tests only: `make unit` runs without, `make test` never does.
        pytest.skip("needs node")
    script = str(TESTS / "js" / "formulier-schrijver.mjs")
    text = json.dumps({"gegevens": data(), "dingen": things})
    done = subprocess.run([NODE, script], input=text, capture_output=True, check=True, encoding="utf-8")
    made: list[dict[str, Any]] = json.loads(done.stdout)
    return made


def test_the_script_writes_every_real_vacancy_as_python_does() -> None:
    """For each vacancy in the data folders the script gives the same text and the same findings as the generator."""
    values = raw_vacancies(ROOT)
    answers = in_script([{"thuis": key.split("/")[0], "ruw": value} for key, value in values.items()])
    for (key, value), answer in zip(values.items(), answers, strict=True):
        assert answer["tekst"] == record_text(KIND, value), key
        alone = [row for row in answer["gevonden"] if row[1] != "vreemd_maildomein"]
        assert sorted(alone, key=json.dumps) == verdict(value), key


HOSTILE = (
    "<script>alert(1)</script> en <b>vet</b>",
    "Zegt \"hallo\" en: dan 'dag' # geen opmerking",
    "- streepje: {a: b} [c] & *d !e |f >g %h @i `j`",
    "ja: nee, ~ null true 0123 2027-02-01",
    "Tab\tin, return\r\nvolgende\u2028en\u2029nog \ufeffeen \u202eomgekeerd\x07 \x85einde",
    "   spaties vooraan en achteraan   ",
    "emoji 😀 en ĳ ſ ß É en een heel gewone zin daarachter",
    "--- \n...\n? vraag\n# kop\n> citaat\n\n\n    ingesprongen",
    "eindigt op dubbele punt:",
    "~",
    "null",
)


def random_text(luck: random.Random, spec: FieldSpec) -> str:
    """Return a text for a field: mostly of a right length, of plain and hostile parts."""
    least, most = spec.limits.shortest or 2, spec.limits.longest or 60
    parts = [luck.choice((*HOSTILE, "Een gewone zin.", "Je helpt mee.")) for _ in range(luck.randint(1, 4))]
    text = " ".join(parts)
    while len(text) < least:
        text += " Nog een stukje tekst erbij."
    if spec.sort is Sort.LINE and luck.random() < 0.95:
        text = " ".join(text.split())
    return text[:most] if luck.random() < 0.97 else text * 9


def random_answer(luck: random.Random, spec: FieldSpec, choices: list[str]) -> Any:
    """Return an answer as the controls of the form give it."""
    if choices and spec.sort is Sort.LINES:
        return luck.sample(choices, min(len(choices), luck.randint(0, 3)))
    if choices:
        return luck.choice(choices)
    values = [value for value, _ in spec.choices]
    match spec.sort:
        case Sort.CHOICE:
            return luck.choice(values)
        case Sort.CHOICES:
            return [value for value in values if luck.random() < 0.5]
        case Sort.TRUTH:
            return luck.choice(("true", "false"))
        case Sort.DATE:
            return f"202{luck.choice('67')}-{luck.randint(1, 12):02}-{luck.randint(1, 28):02}"
        case Sort.WHOLE:
            return str(luck.randint(1, int(spec.limits.most or 40)))
        case Sort.WHOLES:
            return [str(number) for number in range(1, 7) if luck.random() < 0.3]
        case Sort.NUMBER:
            return luck.choice(("1", "2", "2.5", "0.25", "40"))
        case Sort.LINES:
            return [random_text(luck, spec) for _ in range(luck.randint(1, 4))]
    if spec.name == "email":
        return luck.choice(("stages@breda.nl", "stages@tilburg.nl", "stages@breda.example"))
    return "https://www.breda.nl/stage" if spec.name == "url" else random_text(luck, spec)


def register_choices(name: str) -> list[str]:
    """Return the ids of a register, as the form offers them."""
    offers = data()["registers"]
    if name == "opleidingen":
        return [row[0] for school in offers["opleidingen"] for row in school["opleidingen"]]
    return [row[0] for row in offers.get(name, [])]


def random_vacancy(luck: random.Random) -> Raw:
    """Return answers as the form would give them: ways that exclude each other, and only what counts."""
    value: Raw = {}
    for ask in asks_of(KIND):
        way = luck.choice(BRANCHES[ask.path[0]]) if ask.path[0] in BRANCHES else None
        if way or (not ask.spec.required and luck.random() < 0.5):
            continue
        choices = register_choices(ask.register)[:40] if ask.register else []
        put(value, ask.path, random_answer(luck, ask.spec, choices))
    for name, ways in BRANCHES.items():
        way = luck.choice(ways)
        fields = {spec.name: spec for spec in next(one for one in order_of(KIND) if one.name == name).fields}
        value[name] = {field: random_answer(luck, fields[field], []) for field in way.fields} | dict(way.given)
    for ask in asks_of(KIND):
        given = at(value, ask.when.path) if ask.when else None
        if ask.when and not {*(given if isinstance(given, list) else [given])} & {*ask.when.values}:
            holder = at(value, ask.path[:-1]) if len(ask.path) > 1 else value
            if holder:
                holder.pop(ask.path[-1], None)
    if luck.random() < 0.8:  # so that many are without errors
        value["periode"] = {"start": "2027-02-01", "eind": "2027-06-25"}
        value["publiceren_op"], value["sluit_op"] = "2026-11-23", "2026-12-18"
        value["dagen"], value["uren_per_week"] = ["ma", "di", "wo", "do"], "32"
        value["niveaus"], value["soort"], value["opleidingen"] = ["hbo"], "meewerk", ["avans/communicatie"]
        value["taken"], value["vergoeding"] = ["Je luistert.", "Je: schrijft #1.", "null"], {"volgens": "organisatie"}
        value["solliciteren"] = {"via": "stagebureau", "reactie_binnen_werkdagen": "5"}
        for name in ("leerweg", "sbb", "weekendwerk", "weekendbeloning"):
            value.pop(name, None)
    return {name: answer for name, answer in value.items() if not is_empty(answer)}


def test_what_the_form_writes_passes_the_checker() -> None:
    """Of many random answers, hostile ones among them: the file that the script finds right is right, and no other."""
    luck = random.Random(20261121)  # noqa: S311 - the same answers in every run
    values = [random_vacancy(luck) for _ in range(400)]
    answers = in_script([{"thuis": "breda", "ruw": value, "schoon": True} for value in values])
    passed = 0
    for value, answer in zip(values, answers, strict=True):
        checked = check_file(KIND, "vacancies/breda/proef.yml", answer["tekst"].encode())
        errors = [problem.code for problem in checked.problems if problem.severity is Severity.ERROR]
        if checked.record is not None:
            links = link_vacancy("breda/proef", checked.record, registers(), TODAY)
            errors.extend(finding.code for finding in links if finding.severity is Severity.ERROR)
            passed += not errors
        mine = [row[1] for row in answer["gevonden"] if row[4] == "fout"]
        assert sorted(set(mine)) == sorted(set(errors)), (value, answer["tekst"])
    assert passed > 100


def test_the_name_of_a_file_is_that_of_the_generator() -> None:
    """Whatever the title, the form names a file as the generator does, and that can be an address."""
    titles = [*HOSTILE, "Één café, ’s ochtends!", "", "日本", "A" * 90, "woord " * 30, "Straße İstanbul ø"]
    for title, answer in zip(titles, in_script([{"thuis": "", "ruw": {"titel": one}} for one in titles]), strict=True):
        assert answer["naam"] == (slug_of(title) or "nieuwe-stage"), title
        assert is_slug(answer["naam"])


if __name__ == "__main__":
    GOLDEN.write_text(golden_text(), encoding="utf-8")
