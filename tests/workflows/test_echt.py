"""The same steps with the generator itself: what colleagues really read below a proposal and a form."""

from __future__ import annotations

import json
from pathlib import Path

import aanmelding
import pytest
from steps import Runner, read_event
from support import TESTS, TODAY, copy_region

from generator.contribute.intake import KINDS, take_in

GOOD = "vacancies/breda/onderzoek-wijkkrant.yml"


def proposal(tmp_path: Path, name: str, changes: dict[str, str | None]) -> str:
    """Return the text that a proposal gets, made in a copy of the small region; the verdict stands in output.txt."""
    root = copy_region(tmp_path / "werk")
    (root / "theme").unlink()
    begin = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("content", "vacancies", "assignments", "handbook")
        for path in sorted((root / folder).rglob("*.*"))
        if path.is_file()
    }
    runner = Runner(root, read_event(name), real=True, outputs={"steps.bouw.outcome": "success"})
    runner.event["pull_request"]["base"]["sha"] = runner.commit(begin, "begin")
    runner.event["pull_request"]["head"]["sha"] = runner.commit(changes, "voorstel")
    done = runner.run("controle", "controle", "voorstel.py")
    assert done.returncode == 0, done.stderr
    text: str = json.loads((root / "antwoord/antwoord.json").read_text(encoding="utf-8"))["tekst"]
    assert "kon over dit voorstel geen antwoord maken" not in text, done.stderr
    return text


def verdict(tmp_path: Path) -> str:
    """Return the verdict that the last step of the check gets."""
    said = (tmp_path / "werk/output.txt").read_text(encoding="utf-8")
    return said.partition("oordeel=")[2].strip()


def good_text(tmp_path: Path) -> str:
    """Return a vacancy of the small region without faults."""
    return (copy_region(tmp_path / "bron") / GOOD).read_text(encoding="utf-8")


def test_a_good_proposal(tmp_path: Path) -> None:
    """A vacancy without faults gets an answer that names it."""
    changed = good_text(tmp_path).replace("sluit_op: 2026-12-18", "sluit_op: 2026-12-17")
    assert "onderzoek-wijkkrant.yml" in proposal(tmp_path, "voorstel-goed", {GOOD: changed})
    assert verdict(tmp_path) == "goed"


def test_a_bad_proposal(tmp_path: Path) -> None:
    """A date that does not exist is named with its line."""
    changed = good_text(tmp_path).replace("sluit_op: 2026-12-18", "sluit_op: 2026-02-30")
    text = proposal(tmp_path, "voorstel-fout", {GOOD: changed})
    assert "33" in text
    assert "2026-02-30" in text
    assert verdict(tmp_path) == "fout"


def test_a_proposal_that_breaks_something_elsewhere(tmp_path: Path) -> None:
    """An example that goes is missed by the vacancies that were made of it, and the check is red."""
    text = proposal(tmp_path, "voorstel-fout", {"assignments/communicatie/bereik-nieuwsbrief.yml": None})
    assert "Verbeter nog 2 punten in 2 bestanden" in text
    assert f"- `{GOOD}`, regel 34, `gebaseerd_op`: `communicatie/bereik-nieuwsbrief` bestaat niet." in text
    assert verdict(tmp_path) == "fout"


def test_a_chapter_that_goes(tmp_path: Path) -> None:
    """A page that is taken away is named as gone, with its address."""
    text = proposal(tmp_path, "voorstel-goed", {"handbook/02-begeleiding.md": None})
    assert "`/handboek/begeleiding/`" in text
    assert verdict(tmp_path) == "goed"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_still_to_come_is_left_out_when_it_came(region: Path, kind: str) -> None:
    """Once there is a proposal, the answer to a form no longer tells how it becomes one; the rest stays."""
    text = (TESTS / "cases" / f"aanmelding-{kind}.md").read_bytes()
    taken = take_in(region, kind, text, TODAY)
    assert taken.file
    short = aanmelding._without_steps(aanmelding.Report(12, kind, taken.file, taken.answer, "x"))
    assert short.startswith("Dank je wel!")
    assert taken.file in short
    assert "Wat gebeurt er nu" in taken.answer
    assert "Wat gebeurt er nu" not in short
    assert "bestand: " not in short


def test_a_hostile_proposal(tmp_path: Path) -> None:
    """Strange names and contents give an answer, run nothing and call nobody."""
    text = proposal(tmp_path, "voorstel-vijandig", {
        "vacancies/breda/$(touch gehackt).yml": "titel: !!python/object/apply:os.system ['touch gehackt']\n",
        "vacancies/breda/--help.yml": "titel: `touch gehackt` @regio/beheer <script>alert(1)</script>\n",
        "-x.yml": "x\n",
        ".github/workflows/publiceren.yml": "on: push\n",
    })  # fmt: skip
    assert "<script" not in text
    assert "@regio" not in text
    assert not list(tmp_path.rglob("gehackt"))


def test_a_hostile_form(tmp_path: Path) -> None:
    """A form full of tricks gets one answer, no file outside the vacancies, and runs nothing."""
    root = copy_region(tmp_path / "werk")
    runner = Runner(root, read_event("aanmelding-vijandig"), real=True)
    before = {path for path in root.rglob("*") if path.is_file()}
    done = runner.run("aanmelding", "lees", "aanmelding.py")
    assert done.returncode == 0, done.stderr
    data = json.loads((root / "uit/aanmelding/aanmelding.json").read_text(encoding="utf-8"))
    assert data["pad"] == ""
    assert data["antwoord"].strip()
    assert "kon van deze aanmelding niets maken" not in data["antwoord"], done.stderr
    made = {path.relative_to(root).parts[0] for path in root.rglob("*") if path.is_file() and path not in before}
    assert made <= {"uit", "event.json", "replies.json", "output.txt", "gh.log", ".cache"}
    assert not list(tmp_path.rglob("gehackt"))
