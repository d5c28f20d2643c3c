"""New files: the templates hold every field, and a conversation on the terminal ends in a file or in a draft."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import ROOT

from generator.contribute.forms import FORMS, order_of
from generator.contribute.new import new_record
from generator.contribute.templates import TEMPLATES, template_files, template_text
from generator.load import Document, RecordKind, read_document
from generator.model.fields import leaves
from generator.survey import check_paths
from generator.validate.shapes import read_shape


class Keyboard:
    """Types prepared lines, one for every question; a line that is an exception is raised."""

    def __init__(self, lines: Iterable[str | type[BaseException]]) -> None:
        """Take the lines in the order of the questions."""
        self.lines = list(lines)

    def __call__(self, _prompt: str = "") -> str:
        """Give the next line; the end of the lines is the end of input."""
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        if isinstance(line, str):
            return line
        raise line


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a function that lets a person type these lines."""

    def typed(*lines: str | type[BaseException], terminal: bool = True) -> Keyboard:
        keyboard = Keyboard(lines)
        monkeypatch.setattr("builtins.input", keyboard)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal, raising=False)
        return keyboard

    return typed


# Templates


@pytest.mark.parametrize("kind", FORMS)
def test_a_template_names_every_field(kind: RecordKind) -> None:
    """Every field of the model stands in the template with its label and help, and only once at its depth."""
    text = template_text(kind)
    for path, spec in leaves(order_of(kind)):
        indent = "  " * (len(path) - 1)
        assert re.search(rf"(?m)^{indent}#?{spec.name}:", text), spec.name
        assert f"# {spec.label}" in text
    assert max(len(line) for line in text.splitlines()) <= 130


@pytest.mark.parametrize("kind", FORMS)
def test_the_templates_in_the_repository_are_in_step(kind: RecordKind) -> None:
    """The files that people copy are those that the model gives; the remedy is `stageportaal schema`."""
    assert (ROOT / TEMPLATES[kind]).read_text(encoding="utf-8") == template_files()[TEMPLATES[kind]]


@pytest.mark.parametrize("kind", FORMS)
def test_a_template_misses_only_answers(kind: RecordKind) -> None:
    """An untouched template can be read, and the only thing wrong with it is that required answers are not there."""
    document = read_document("x.yml", template_text(kind).encode())
    assert isinstance(document, Document)
    _, findings = read_shape(kind, document.value)
    assert {finding.code for finding in findings} <= {"leeg_veld", "ontbreekt"}
    assert {str(finding.path[0]) for finding in findings} <= {spec.name for spec in order_of(kind) if spec.required}


@pytest.mark.parametrize("kind", FORMS)
def test_every_hidden_field_works_when_its_hash_mark_is_gone(kind: RecordKind) -> None:
    """Taking one hash mark away gives a field with a good example, or one that waits for its answer."""
    text = template_text(kind)
    for line in {line for line in text.splitlines() if re.match(r"#\w+: .", line)}:
        document = read_document("x.yml", text.replace(f"\n{line}", f"\n{line[1:]}", 1).encode())
        assert isinstance(document, Document)
        name = line[1:].partition(":")[0]
        _, findings = read_shape(kind, {name: document.value[name]})
        assert not [finding for finding in findings if finding.path[0] == name], line


# A conversation

VACANCY = (
    "?",  # help, then the question again
    "breda",
    "Tel", "Tel de fietsen bij de school",  # too short, then right
    "4", "groen", "hbo", "", "", "9, x", "3, 4",
    "Tel in vier weken hoeveel kinderen met de fiets naar school komen.",
    "Je telt elke ochtend de fietsen bij de school, en je praat met ouders.", "",
    "Daarna maak je een kaart van de drukste straten.", "", "",
    "Je telt fietsen.", "Je praat met ouders.", "Je maakt een kaart.", "",
    "Je leert tellen.", "",
    "Een kaart met advies",
    "Je bent op tijd.", "",
    "1", "1-2-2027", "2027-06-25", "ja",
    "32", "ma, di, do, vr", "hybride", "", "1", "",
    "2", "450", "maand", "36", "Die krijg je terug.",
    "adviseur verkeer", "", "trainee", "2,5", "j", "", "hbo verkeer", "", "", "", "",
    "nl", "", "nee", "",
    "1", "5",
    "2026-11-23", "2026-12-18", "",
)  # fmt: skip


def test_a_conversation_ends_in_a_good_file(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answers as people give them (numbers, words, Dutch dates, ja) make a file that the checker accepts."""
    keyboard = types(*VACANCY)
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 0, capsys.readouterr().out
    assert keyboard.lines == []
    file = "vacancies/breda/tel-de-fietsen-bij-de-school.yml"
    told = capsys.readouterr().out
    assert "8 nodig" in told
    assert file in told
    text = (region / file).read_text(encoding="utf-8")
    assert text.startswith("# Gemaakt op 2026-11-21")
    assert "niveaus: [hbo]" in text
    assert "  flexibel: true" in text
    assert "  uren_per_week: 2.5" in text
    assert f"bevestigd_op: {today}" in text
    assert [problem for problem in check_paths(region, [file], today) if problem.severity == "fout"] == []


def test_the_same_title_again_gets_its_own_file(region: Path, today: date, types: Any) -> None:
    """A file that is there is never written over."""
    for _ in range(2):
        types(*VACANCY)
        new_record(region, RecordKind.VACANCY, today, questions=True)
    names = {path.name for path in (region / "vacancies/breda").glob("tel-de-fietsen*")}
    assert names == {"tel-de-fietsen-bij-de-school.yml", "tel-de-fietsen-bij-de-school-2.yml"}


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
def test_who_stops_halfway_loses_nothing(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str], end: type[BaseException]
) -> None:
    """Ctrl-C and the end of input keep the answers in a draft outside the data, and say where."""
    types("breda", "Tel de fietsen bij de school", end)
    before = sorted((region / "vacancies").rglob("*.yml"))
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 1
    assert sorted((region / "vacancies").rglob("*.yml")) == before
    drafts = list((region / ".cache/concepten").iterdir())
    assert len(drafts) == 1
    assert "titel: Tel de fietsen bij de school" in drafts[0].read_text(encoding="utf-8")
    assert drafts[0].name in capsys.readouterr().out


def test_who_stops_at_once_leaves_nothing(region: Path, today: date, types: Any) -> None:
    """Without any answer there is no draft."""
    types(KeyboardInterrupt)
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 1
    assert not (region / ".cache").exists()


def test_what_points_at_a_person_is_refused_at_once(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """A private mail address in an answer is refused with the sentence of the checker."""
    types("breda", "Mail naar jan.jansen@gmail.com", "Meet bomen in de laan")
    new_record(region, RecordKind.VACANCY, today, questions=True)
    assert "privé-mailadres" in capsys.readouterr().out
    assert "gmail" not in next((region / ".cache/concepten").iterdir()).read_text(encoding="utf-8")


def test_an_assignment_stands_in_the_folder_of_its_field(region: Path, today: date, types: Any) -> None:
    """The template of an assignment asks for its field and title, and stands where it belongs."""
    types("groen", "Meet de bomen in de laan")
    assert new_record(region, RecordKind.ASSIGNMENT, today, questions=False) == 0
    text = (region / "assignments/groen/meet-de-bomen-in-de-laan.yml").read_text(encoding="utf-8")
    assert "\nvakgebied: groen\n" in text
    assert "\ntitel: Meet de bomen in de laan\n" in text
    assert "# Taken (verplicht)" in text


def test_the_template_without_a_terminal_says_what_to_copy(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing can be asked, nothing is written and the way to go is named."""
    types(terminal=False)
    assert new_record(region, RecordKind.VACANCY, today, questions=False) == 2
    assert "docs/sjabloon/vacature.yml" in capsys.readouterr().err


def test_broken_registers_are_named(region: Path, today: date, capsys: pytest.CaptureFixture[str]) -> None:
    """Without registers there are no choices, and that is what is said."""
    (region / "content/registers/regio.yml").write_text("naam: x\n", encoding="utf-8")
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 1
    assert "registers" in capsys.readouterr().out


def test_an_address_that_once_was_is_not_given_away(region: Path, today: date, types: Any) -> None:
    """A file name under which another vacancy once stood is passed over: old links lead there."""
    with (region / "vacancies/breda/onderzoek-wijkkrant.yml").open("a", encoding="utf-8") as file:
        file.write("voorheen: [breda/meet-de-bomen]\n")
    types("breda", "Meet de bomen")
    assert new_record(region, RecordKind.VACANCY, today, questions=False) == 0
    assert (region / "vacancies/breda/meet-de-bomen-2.yml").is_file()


def test_a_title_cannot_lead_out_of_the_folder(region: Path, today: date, types: Any) -> None:
    """A title full of dots and slashes gives an ordinary file name."""
    types("breda", "../../../etc/passwd")
    assert new_record(region, RecordKind.VACANCY, today, questions=False) == 0
    assert (region / "vacancies/breda/etc-passwd.yml").is_file()
