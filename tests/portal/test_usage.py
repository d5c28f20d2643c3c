"""The command line speaks Dutch in every word, whatever the language of the computer, and never ends in a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, edit

from generator.cli import main
from generator.contribute.forms import FORMS
from generator.contribute.intake import KINDS

COMMANDS = ("", "check", "new", "schema", "intake", "answer", "report")
ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments?|required|following|invalid|choice|choose|from|expected|unrecognized|"
    r"ambiguous|could|match|ignored|explicit|show|this|help message|exit|default|error|No such file|directory|denied|"
    r"the|and|are)\b",
    re.IGNORECASE,
)


def said(*arguments: str, locale: str = "en_US.UTF-8") -> tuple[int, str]:
    """Return the exit code and everything that the command says, on a computer that speaks English."""
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=ROOT,
        env={**os.environ, "LANG": locale, "LC_ALL": locale, "LANGUAGE": "en", "COLUMNS": "100"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_no_english_word(command: str) -> None:
    """The help of the command and of each of its parts is Dutch from heading to foot."""
    code, told = said(*command.split(), "--help")
    assert code == 0
    assert told.startswith("gebruik: stageportaal")
    assert "opties:" in told
    assert not ENGLISH.search(told), told


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("", "er ontbreekt iets: OPDRACHT."),
        ("onzin", "OPDRACHT kan geen `onzin` zijn. Kies uit: check, new, schema, intake, answer, report."),
        ("check --format xml", "--format kan geen `xml` zijn. Kies uit: text, json, github."),
        ("check --format", "achter --format hoort iets te staan."),
        ("check --onzin", "dit ken ik niet: --onzin."),
        ("schema --kijk=ja", "achter --kijk hoort niets te staan."),
        ("new", "er ontbreekt iets: SOORT."),
        ("new boek", "SOORT kan geen `boek` zijn. Kies uit: vacature, opdracht."),
        ("new vacature --t --v", "achter --titel hoort iets te staan."),
        ("intake", "er ontbreekt iets: --tekst."),
        ("intake --soort mens --tekst -", "--soort kan geen `mens` zijn. Kies uit: vacature, opdracht, periode."),
    ],
)
def test_wrong_usage_is_told_in_dutch(arguments: str, sentence: str) -> None:
    """Whatever is wrong with what was typed, two Dutch sentences say what, and where the help is."""
    code, told = said(*arguments.split())
    assert code == 2
    assert f"stageportaal: verkeerd gebruik: {sentence} Hulp: stageportaal" in told
    assert not ENGLISH.search(told), told


@pytest.mark.parametrize(
    ("place", "reason"), [("weg.md", "het bestaat niet"), (".", "het is een map"), ("a" * 300, "de naam is te lang")]
)
def test_what_cannot_be_read_is_told_in_dutch(tmp_path: Path, place: str, reason: str) -> None:
    """Why a file cannot be read is said in Dutch, not in the words of the computer."""
    code, told = said("intake", "--tekst", str(tmp_path / place))
    assert code == 2
    assert told.endswith(f"kan niet worden gelezen: {reason}.\n")


def test_a_full_disk_gives_no_traceback(region: Path) -> None:
    """What cannot be printed ends in two and a Dutch sentence, also at the very end of the program."""
    edit(region / "vacancies/breda/onderzoek-wijkkrant.yml", "soort: afstudeer", "soort: afstuderen")
    for command in ("check", "report"):
        line = f'exec "$0" -m generator.cli --map "$1" {command} >/dev/full'
        done = subprocess.run(
            ["sh", "-c", line, sys.executable, str(region)],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 2
        assert done.stderr == "stageportaal: dat lukt niet: er is geen plaats meer op de schijf.\n"


def test_who_breaks_off_gets_no_traceback(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends a command quietly, with the code that a shell expects."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.survey", stop)
    assert main(["--map", str(region), "check"]) == 130


def test_the_command_line_knows_every_kind() -> None:
    """The kinds that can be typed are those that there are; the command line names them itself, to start quickly."""
    assert f"Kies uit: {', '.join(KINDS)}." in said("intake", "--soort", "x", "--tekst", "-")[1]
    assert f"Kies uit: {', '.join(FORMS)}." in said("new", "x")[1]


def test_an_empty_file_is_made_without_a_question(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command for an empty file takes the organisation and the title, and asks nothing."""
    command = [
        "--map",
        str(region),
        "new",
        "vacature",
        "--leeg",
        "--voor",
        "breda",
        "--titel",
        "Tel de fietsen in de wijk",
    ]
    assert main(command) == 0
    file = "vacancies/breda/tel-de-fietsen-in-de-wijk.yml"
    assert file in capsys.readouterr().out
    assert "\ntitel: Tel de fietsen in de wijk\n" in (region / file).read_text(encoding="utf-8")
