"""The command `stageportaal answer`: what it takes, what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import copy_region, edit

from generator.cli import main

FILE = "vacancies/breda/onderzoek-wijkkrant.yml"
EXAMPLE = "assignments/communicatie/bereik-nieuwsbrief.yml"


@pytest.fixture(autouse=True)
def _in_the_region(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-21")
    monkeypatch.chdir(region)


def test_a_good_proposal_ends_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    """Without anything to mend the answer is printed and the code is zero."""
    assert main(["answer", f"./{FILE}"]) == 0
    assert "Alles klopt" in capsys.readouterr().out


def test_a_proposal_with_something_to_mend_ends_with_one(
    region: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error in a file of the proposal, or elsewhere because of it, gives one."""
    edit(region / FILE, "soort: afstudeer", "soort: x")
    assert main(["answer", FILE]) == 1
    before = copy_region(tmp_path / "eerder")
    edit(region / FILE, "soort: x", "soort: afstudeer")
    (region / EXAMPLE).unlink()
    capsys.readouterr()
    assert main(["answer", f"--eerder={before}", f"--weg=./{EXAMPLE}"]) == 1
    assert "Elders gaat iets stuk door dit voorstel" in capsys.readouterr().out


def test_the_words_of_a_build_are_taken_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the build said when it failed is part of the answer."""
    log = tmp_path / "bouw.log"
    log.write_text("ERROR   -  Er is iets.\n", encoding="utf-8")
    assert main(["answer", FILE, "--bouw", str(log)]) == 1
    assert "De computer zei: `Er is iets.`" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["vacancies/nope/nope.yml"], "`vacancies/nope/nope.yml` is er niet"),
        (["--weg", FILE], "staat er nog"),
        (["/etc/passwd"], "`/etc/passwd` is er niet"),
        ([], "minstens één bestand"),
        ([FILE, "--eerder", "weg"], "geen map"),
        ([FILE, "--bouw", "weg"], "kan niet worden gelezen"),
    ],
    ids=str,
)
def test_wrong_usage_ends_with_two(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is not there, or one that should be gone and is not, gives two and a Dutch sentence."""
    assert main(["answer", *arguments]) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.out == ""
