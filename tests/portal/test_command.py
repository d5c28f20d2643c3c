"""The command `stageportaal check`: exit codes, formats and paths, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import ROOT, copy_region, edit

from generator.cli import main

WIJKKRANT = "vacancies/breda/onderzoek-wijkkrant.yml"
FIELDS = {"file", "line", "column", "field", "severity", "code", "message", "remedy"}


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-21")


def check(region: Path, *arguments: str) -> int:
    """Run the check on a region and return its exit code."""
    return main(["--map", str(region), "check", *arguments])


def test_a_clean_region_gives_zero(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without problems the check says so and gives zero."""
    assert check(region) == 0
    assert capsys.readouterr().out == "Alles in orde.\n"


def test_warnings_give_zero(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning is told and does not make the check fail."""
    edit(region / WIJKKRANT, "buddy: trainee, ", "")
    assert check(region) == 0
    assert "waarschuwing: begeleiding: Er is geen buddy." in capsys.readouterr().out


def test_errors_give_one(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error gives one, with its place, its sentence, its remedy and the count at the end."""
    edit(region / WIJKKRANT, "soort: afstudeer", "soort: afstuderen")
    assert check(region) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{WIJKKRANT}:2:1 fout: soort: `afstuderen` is hier geen keuze.",
        "    Bedoelde je `afstudeer`? Kies uit: meeloop, meewerk, onderzoek, afstudeer, bpv, bbl, duaal, project.",
        "1 fout, 0 waarschuwingen.",
    ]


@pytest.mark.parametrize(
    "arguments", [["onzin"], [], ["check", "--format", "xml"], ["check", "--onzin"], ["--map"]], ids=str
)
def test_wrong_usage_gives_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A command that does not exist or misses something gives two and a Dutch word about it."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "verkeerd gebruik" in capsys.readouterr().err


def test_no_portal_gives_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder without a portal the check gives two and says where to go."""
    assert check(tmp_path) == 2
    assert "hier staat geen portaal" in capsys.readouterr().err


def test_a_day_that_is_none_gives_two(
    region: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """PORTAL_TODAY that is no date is wrong usage."""
    monkeypatch.setenv("PORTAL_TODAY", "gisteren")
    assert check(region) == 2
    assert "PORTAL_TODAY is `gisteren`" in capsys.readouterr().err


def test_json_prints_one_object_a_line(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The json format prints nothing but one object a line with all eight fields."""
    edit(region / WIJKKRANT, "soort: afstudeer", "soort: afstuderen")
    edit(region / WIJKKRANT, "vog: false", "vog: nee")
    assert check(region, "--format", "json") == 1
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(item) for item in objects] == [FIELDS, FIELDS]
    assert [(item["line"], item["field"], item["severity"]) for item in objects] == [
        (2, "soort", "fout"),
        (30, "vog", "fout"),
    ]


def test_github_prints_commands(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The github format prints one command a line, as an error or as a warning."""
    edit(region / WIJKKRANT, "soort: afstudeer", "soort: afstuderen")
    assert check(region, "--format", "github") == 1
    assert capsys.readouterr().out.startswith(f"::error file={WIJKKRANT},line=2,col=1,title=soort::`afstuderen` is")
    edit(region / WIJKKRANT, "soort: afstuderen", "soort: afstudeer")
    edit(region / WIJKKRANT, "buddy: trainee, ", "")
    assert check(region, "--format", "github") == 0
    assert capsys.readouterr().out.startswith(f"::warning file={WIJKKRANT},line=28,col=1,title=begeleiding::")


def test_a_clean_region_prints_nothing_for_machines(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For machines no problem means no line."""
    for form in ("json", "github"):
        assert check(region, "--format", form) == 0
        assert capsys.readouterr().out == ""


def test_one_file_or_folder_is_checked_alone(
    region: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given paths, absolute or from where one stands, only problems of those files are told."""
    edit(region / WIJKKRANT, "soort: afstudeer", "soort: afstuderen")
    monkeypatch.chdir(region)
    assert main(["check", "vacancies/tilburg"]) == 0
    assert main(["check", "vacancies/breda/"]) == 1
    assert main(["check", WIJKKRANT]) == 1
    assert main(["check", str(region / WIJKKRANT)]) == 1
    monkeypatch.chdir(region / "vacancies" / "breda")
    capsys.readouterr()
    assert main(["--map", "../..", "check", "onderzoek-wijkkrant.yml"]) == 1
    assert capsys.readouterr().out.startswith(f"{WIJKKRANT}:2:1 fout")


def test_one_file_is_checked_against_the_registers(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A single file is checked for what it refers to as well."""
    edit(region / WIJKKRANT, "communicatie/bereik-nieuwsbrief", "communicatie/bereik-nieuwsbrieven")
    edit(region / WIJKKRANT, "avans/communicatie,", "avans/comunicatie,")
    assert check(region, "--format", "json", str(region / WIJKKRANT)) == 1
    codes = [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]
    assert codes == ["onbekende_opleiding", "onbekende_opdracht"]


@pytest.mark.parametrize(
    "path", ["weg.yml", "/etc/passwd", "../../buiten.yml", "mkdocs.yml", "", "vacancies/breda/weg.yml", "a\nb"]
)
def test_a_path_that_is_no_data_file_is_a_problem(region: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that does not lead to data gives a Dutch problem, never a traceback nor silence."""
    assert check(region, "--format", "json", path) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[0])["code"] == "geen_gegevens"


def test_a_file_name_that_is_no_text_gives_a_problem(region: Path) -> None:
    """A file whose name is not UTF-8 is reported like any other, in every format, without a traceback."""
    name = os.fsencode(region / "vacancies" / "breda") + b"/caf\xe9.yml"
    with open(name, "wb") as handle:
        handle.write(b"titel: Iets\n")
    for form in ("text", "json", "github"):
        done = _run(region, "--format", form)
        assert done.returncode == 1, done.stderr
        assert "Traceback" not in done.stderr


def test_a_terminal_of_another_encoding_gets_no_traceback(region: Path) -> None:
    """On a terminal that cannot show every letter the check still gives its answer."""
    edit(region / WIJKKRANT, "soort: afstudeer", "soort: één")
    done = _run(region, encoding="ascii")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_who_stops_early_gets_no_traceback(region: Path) -> None:
    """What stops reading, as `head` does, ends the command quietly."""
    command = [sys.executable, "-m", "generator.cli", "--map", str(region), "report"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def _run(region: Path, *arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", "--map", str(region), "check", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of the command is in Dutch."""
    with pytest.raises(SystemExit) as caught:
        main(["check", "--help"])
    assert caught.value.code == 0
    assert "toon deze hulp" in capsys.readouterr().out


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one copy of the small region for tests that write the same file again and again."""
    return copy_region(tmp_path_factory.mktemp("willekeur") / "regio")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_random_bytes_in_a_file_never_give_a_traceback(
    shared: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    """Three hundred times: a vacancy of random bytes is refused with a place and a remedy."""
    file = shared / "vacancies" / "tilburg" / "willekeur.yml"
    file.write_bytes(data)
    assert check(shared, "--format", "json", str(file)) == 1
    for line in capsys.readouterr().out.splitlines():
        problem = json.loads(line)
        assert problem["file"] == "vacancies/tilburg/willekeur.yml"
        assert problem["line"] >= 1
        assert problem["remedy"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mutated_register_never_gives_a_traceback(
    shared: Path, capsys: pytest.CaptureFixture[str], data: st.DataObject
) -> None:
    """A register with a line taken out or a word changed is accepted or refused, and the rest is checked still."""
    files = sorted((shared / "content" / "registers").rglob("*.yml"))
    file = data.draw(st.sampled_from(files))
    good = file.read_bytes()
    lines = good.splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    put = data.draw(st.sampled_from([b"", b"ja: nee\n", b"  - [\n", b"\xff\n", b"naam:\n", b"? x\n", b"- {}\n"]))
    try:
        file.write_bytes(b"".join([*lines[:place], put, *lines[place + 1 :]]))
        assert check(shared, "--format", "json") in (0, 1)
        for line in capsys.readouterr().out.splitlines():
            assert set(json.loads(line)) == FIELDS
    finally:
        file.write_bytes(good)
