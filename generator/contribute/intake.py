"""The text of an issue form to a file in its place in the tree, and one answer to the person who sent it.

Everything that stands in such a text is treated as hostile: it is never run, never part of a path, and quoted in the
answer only where it can do nothing. A file is kept when the checker has nothing against it, and never over another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from generator.contribute.form_words import IN_FORM, InForm
from generator.contribute.fresh import gone_by
from generator.contribute.issue_answers import Answers, Point, answers_in, clean, has_form
from generator.contribute.issue_forms import PAGES, Question, questions_of
from generator.contribute.placing import create_file, places_for
from generator.contribute.quoting import told
from generator.contribute.writing import record_text
from generator.load.documents import MAX_BYTES
from generator.load.places import RecordKind, folder_of
from generator.model.fields import fields_of
from generator.model.problems import Finding, Problem, Severity, field_name, has_errors
from generator.survey import Survey, check_paths, survey
from generator.validate.records import check_file
from generator.validate.shapes import MODELS


class Taken(NamedTuple):
    """What became of an issue."""

    answer: str
    """Markdown for the person who sent it"""
    file: str | None
    """path of the file that was made, from the root; None when there is none"""


class _Kind(NamedTuple):
    """What differs from one kind of issue to the next."""

    record: RecordKind
    word: str
    title: str
    """name of the field that the file is named after"""


KINDS: Mapping[str, _Kind] = {
    "vacature": _Kind(RecordKind.VACANCY, "vacature", "titel"),
    "opdracht": _Kind(RecordKind.ASSIGNMENT, "voorbeeldopdracht", "titel"),
    "periode": _Kind(RecordKind.PERIOD, "stageperiode", "naam"),
}
"""What an issue can be about, by the word of the command line."""

_TRIES = 50
_LINE = ", regel "
_MANY = 25
"""So many points stand in one answer; who has mended those gets the others."""


def take_in(root: Path, kind: str, data: bytes, today: date) -> Taken:
    """Make a file below `root` of the text of an issue, as on `today`, and return the answer and the file.

    `kind` is a key of `KINDS`; raises KeyError for another. Whatever the bytes, nothing else is raised, and without a
    file that passes the checker the tree stays as it was.
    """
    what = KINDS[kind]
    if len(data) > MAX_BYTES:
        return _refused(what, "Je tekst is groter dan 64 KB. Maak hem korter: een paar bladzijden is genoeg.", _EDIT)
    try:
        text = clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _refused(what, "Je tekst is niet in UTF-8 opgeslagen, daardoor zijn letters onleesbaar.", _EDIT)
    if text is None:
        return _refused(
            what,
            "In je tekst staan onzichtbare tekens, zoals een teken dat de leesrichting omdraait. "
            "Typ de tekst opnieuw, of plak hem zonder opmaak.",
            _EDIT,
        )
    now = survey(root, today)
    if now.registers is None:
        return _refused(what, "In de gegevens van het portaal zelf zit een fout.", _OURS)
    questions = questions_of(what.record, now.registers)
    if not has_form(text, questions):
        way = _AGAIN.format(form=PAGES[what.record].name)
        return _refused(what, "In je tekst staat geen enkel kopje van het formulier.", way)
    answers = answers_in(what.record, text, now.registers, now.assignments)
    return _settle(root, what, answers, questions, now, today)


def _settle(
    root: Path, what: _Kind, answers: Answers, questions: Sequence[Question], now: Survey, today: date
) -> Taken:
    value = _completed(what.record, answers.value, today)
    home = answers.home or str(answers.value.get("vakgebied", "")) * (what.record is RecordKind.ASSIGNMENT)
    past = [
        _point(field_name(found.path), found, what.record, questions) for found in gone_by(what.record, value, today)
    ]
    known = [*answers.points, *past]
    if known or not home:
        return _incomplete(what, _in_order([*known, *_more(what, value, known, questions)], questions))
    try:
        file, problems = _write(root, what, home, value, now, today)
    except OSError:
        return _refused(what, "De map voor dit bestand kan niet worden gebruikt.", _OURS)
    points = [_point(problem.field, problem, what.record, questions) for problem in problems]
    if file is None and not points:
        return _refused(what, "Er zijn al te veel bestanden met deze naam. Kies een andere titel.", _EDIT)
    return _incomplete(what, points) if file is None else _complete(what, file, points)


def _completed(kind: RecordKind, value: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return the record with what nobody is asked for.

    A period gets no day of confirmation: anybody can send in this form, and only a maintainer who asked the school
    knows that it was the school. Until then it counts as not confirmed, and the page /over/status/ keeps naming it.
    """
    return {**value, "nagekeken_op": today.isoformat()} if kind is RecordKind.ASSIGNMENT else dict(value)


# Into the tree


def _write(
    root: Path, what: _Kind, home: str, value: dict[str, Any], now: Survey, today: date
) -> tuple[str | None, list[Problem]]:
    """Write the record below a name that is free and keep it when the checker agrees; raises OSError."""
    made = _open_folder(root, f"{folder_of(what.record)}/{home}")
    kept = None
    problems: list[Problem] = []
    try:
        for file in islice(places_for(what.record, home, _title(what, value), now), _TRIES):
            name = {"id": PurePosixPath(file).stem} if what.record is RecordKind.PERIOD else {}
            if not create_file(root / file, record_text(what.record, {**value, **name})):
                continue
            problems = check_paths(root, [file], today)
            if not has_errors(problems):
                kept = file
                break
            (root / file).unlink()
            if not any(problem.code == "id_dubbel" for problem in problems):
                break
    finally:
        if kept is None:
            for path in reversed(made):
                path.rmdir()
    return kept, problems


def _title(what: _Kind, value: Mapping[str, Any]) -> str:
    """Return what a file is named after: its title, and the school year where it has one."""
    year = re.fullmatch(r"20(\d\d)-20(\d\d)", str(value.get("schooljaar", "")), re.ASCII)
    return f"{f'{year[1]}{year[2]} ' if year else ''}{value.get(what.title, '')}"


def _open_folder(root: Path, folder: str) -> list[Path]:
    """Make the folder where it is missing and return what was made; raises OSError when a link stands on the way."""
    made: list[Path] = []
    here = root
    for part in folder.split("/"):
        here = here / part
        if here.is_symlink() or (here.exists() and not here.is_dir()):
            raise NotADirectoryError(str(here))
        if not here.exists():
            here.mkdir()
            made.append(here)
    return made


# What the checker says, in the words of the form


def _more(what: _Kind, value: dict[str, Any], points: Iterable[Point], questions: Sequence[Question]) -> list[Point]:
    """Return what the checker says of an unfinished record, besides what is known already."""
    known = {tuple(point.name.split(".")) for point in points}
    if what.record is RecordKind.PERIOD:
        value = {**value, "id": what.word}
    text = record_text(what.record, value)
    problems = (
        check_file(what.record, f"{folder_of(what.record)}/x.yml", text.encode()).problems if text.strip() else []
    )
    found = [
        _point(problem.field, problem, what.record, questions)
        for problem in problems
        if problem.severity is Severity.ERROR
    ]
    return [point for point in found if not any(_overlap(tuple(point.name.split(".")), other) for other in known)]


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short = min(len(one), len(other))
    return one[:short] == other[:short]


def _point(field: str, found: Problem | Finding, kind: RecordKind, questions: Sequence[Question]) -> Point:
    """Return what was found at `field` in the words of the form, at the question where it is mended."""
    other = IN_FORM.get(found.code, InForm(found.remedy))
    name = re.sub(r"\[\d+\]", "", field)
    line = re.search(r"\[(\d+)\]", field)
    label = _label(other.place or name, kind, questions)
    return Point(name, f"{label}{_LINE}{line[1]}" if line else label, found.message, other.remedy)


def _in_order(points: Iterable[Point], questions: Sequence[Question]) -> list[Point]:
    """Return points in the order of the form; what is about the whole comes last."""
    places = {question.label: place for place, question in enumerate(questions)}
    return sorted(points, key=lambda point: places.get(point.label.partition(_LINE)[0], len(places)))


def _label(name: str, kind: RecordKind, questions: Sequence[Question]) -> str:
    """Return the heading for a name in the record, or for the nearest thing around it."""
    labels = {".".join(question.path): question.label for question in questions if question.path}
    groups = {spec.name: spec.label for spec in fields_of(MODELS[kind])}
    while name:
        if name in labels:
            return labels[name]
        if name in groups:
            return groups[name]
        name = name.rpartition(".")[0]
    return "Het geheel"


# The answer


_HELP = "Kom je er niet uit? Schrijf dat hieronder. Het Stagebureau helpt je."
_HOW = "**Zo verbeter je het.** Klik rechts boven je bericht op de drie puntjes en kies **Edit**."
_THEN = "Daarna kijken we het vanzelf opnieuw na."
_EDIT = f"{_HOW} Verbeter je tekst en sla hem op. {_THEN}\n\n{_HELP}"
_MEND = f"""\
{_HOW} Verbeter je antwoord onder het goede kopje en sla het op. Laat de kopjes zelf staan: dat zijn de regels die met \
`###` beginnen. {_THEN}

{_HELP}"""
_AGAIN = f"""\
**Zo kan het wel.** Klik boven aan deze pagina op **Issues**, dan op **New issue**, en kies *{{form}}*. Vul daar je \
antwoorden in. Dit bericht mag je sluiten.

{_HELP}"""
_OURS = "Dat ligt niet aan jou. Het Stagebureau kijkt ernaar, en je hoeft niets te doen."
"""The ways on, after a text of which nothing could be made."""
_NEXT = """\
**Wat gebeurt er nu?**

1. Een beheerder van het Stagebureau leest je tekst. Is alles goed, dan krijgt je bericht het label `akkoord`.
2. Dan wordt het bestand een voorstel. Het Stagebureau beslist of het op het portaal komt. Je krijgt er bericht van.
3. Wil je nog iets veranderen? Klik rechts boven je bericht op de drie puntjes en kies **Edit**."""


def _refused(what: _Kind, sentence: str, way: str) -> Taken:
    return Taken(f"Van je {what.word} is nog geen bestand gemaakt. {sentence}\n\n{way}\n", None)


def _incomplete(what: _Kind, points: Sequence[Point]) -> Taken:
    count = "één ding" if len(points) == 1 else f"{len(points)} dingen"
    verb = "moet" if len(points) == 1 else "moeten"
    head = f"Dank je wel voor je {what.word}. Er {verb} nog {count} anders. Tot dan is er geen bestand van gemaakt."
    return Taken("\n\n".join([head, _list(points), _MEND]) + "\n", None)


def _complete(what: _Kind, file: str, points: Sequence[Point]) -> Taken:
    parts = [f"Dank je wel! Je {what.word} is compleet. Dit bestand is ervan gemaakt: `{file}`."]
    if points:
        parts += ["Dit mag blijven staan, maar kijk er nog even naar:", _list(points)]
    return Taken("\n\n".join([*parts, _NEXT, f"<!-- bestand: {file} -->"]), file)


def _list(points: Sequence[Point]) -> str:
    lines = [f"- **{point.label}.** {told(point.message)} {told(point.remedy)}" for point in points[:_MANY]]
    if len(points) > _MANY:
        lines.append(f"- En nog {len(points) - _MANY} punten. Die noemen we als deze goed zijn.")
    return "\n".join(lines)
