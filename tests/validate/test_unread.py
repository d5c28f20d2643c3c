"""Files that look like data and that nobody reads: each is named with its right place, and nothing else is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, TODAY

from generator.cli import main
from generator.load.places import RecordKind, find_files, is_read, place_of
from generator.survey import check_paths, survey
from generator.validate.unread import unread_files, unread_remedy

UNSURE = "Is het iets anders, haal het dan hier weg."


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("vacancies/breda/nieuw", "Noem het `vacancies/breda/nieuw.yml`."),
        ("vacancies/breda/nieuw.txt", "Noem het `vacancies/breda/nieuw.yml`."),
        ("vacancies/breda/nieuw.yml.txt", "Noem het `vacancies/breda/nieuw.yml`."),
        ("vacancies/breda/nieuw.YML", "Noem het `vacancies/breda/nieuw.yml`."),
        ("vacancies/breda/nieuw.yaml", "Noem het `vacancies/breda/nieuw.yml`."),
        ("vacancies/breda/Één plek.md", "Noem het `vacancies/breda/een-plek.yml`."),
        ("vacancies/abg-organisatie/x.txt", "Noem het `vacancies/abg-organisatie/x.yml`."),
        ("vacancies/breda/🎉.txt", "Noem het `vacancies/breda/<naam>.yml`."),
        (
            "vacancies/breda/nieuw.docx",
            "Hier horen alleen tekstbestanden. Zet de tekst in `vacancies/breda/nieuw.yml` en haal dit bestand weg.",
        ),
        ("vacancies/nieuw.yml", "Zet het in `vacancies/<organisatie>/nieuw.yml`."),
        ("vacancies/breda/2027/nieuw.yml", "Zet het in `vacancies/breda/nieuw.yml`."),
        ("assignments/meet.txt", "Zet het in `assignments/<vakgebied>/meet.yml`."),
        ("vacatures/nieuw.yml", "Zet het in `vacancies/<organisatie>/nieuw.yml`."),
        ("vacatures/breda/nieuw.yml", "Zet het in `vacancies/breda/nieuw.yml`."),
        ("Vacancies/Breda/nieuw.yml", "Zet het in `vacancies/breda/nieuw.yml`."),
        ("content/vacatures/breda/nieuw.yml", "Zet het in `vacancies/breda/nieuw.yml`."),
        ("registers/organisaties/breda.yml", "Zet het in `content/registers/organisaties/breda.yml`."),
        ("content/registers/periodes/avans/x.yml", "Zet het in `content/registers/stageperiodes/avans/x.yml`."),
        ("content/registers/organisatie/breda.yml", "Zet het in `content/registers/organisaties/breda.yml`."),
        ("content/registers/organisaties/breda.yaml", "Noem het `content/registers/organisaties/breda.yml`."),
    ],
)
def test_a_misplaced_file_gets_its_place(path: str, remedy: str) -> None:
    """Whoever typed a wrong folder or ending reads the whole path that it should have."""
    assert unread_remedy(path) == remedy


@pytest.mark.parametrize("path", ["nieuw.yml", "nieuw.yaml", "nieuw.yml.txt", "content/registers/x.yml"])
def test_a_file_that_can_be_anything_gets_the_places_there_are(path: str) -> None:
    """At the top and among the registers nobody can know what was meant, so the places are named."""
    remedy = unread_remedy(path)
    assert remedy
    assert place_of(RecordKind.VACANCY) in remedy
    assert remedy.endswith(UNSURE)


@pytest.mark.parametrize(
    "path",
    [
        "vacancies/breda/nieuw.yml",
        "content/registers/regio.yml",
        "content/registers/stageperiodes/avans/x.yml",
        "vacancies/README.md",
        "vacancies/breda/leesmij.txt",
        "vacancies/breda/.gitkeep",
        "vacancies/breda/.x.yml.swp",
        "vacancies/breda/x.yml~",
        "vacancies/breda/x.yml.orig",
        "vacancies/breda/~$nieuw.docx",
        "vacancies/.verborgen/x.yml",
        "vacancies/Thumbs.db",
        "mkdocs.yml",
        ".pre-commit-config.yaml",
        ".github/workflows/x.yml",
        "docs/sjabloon/vacature.yml",
        "tests/region/vacancies/breda/x.txt",
        "content/index.md",
        "content/handboek/beeld/x.png",
        "handbook/nieuw.md",
        "theme/vacatures.txt",
        "README.md",
        "",
        ".",
        "/vacancies/x.txt",
        "../vacancies/x.txt",
        "vacancies/../x.txt",
    ],
)
def test_what_is_read_or_no_data_is_left_alone(path: str) -> None:
    """Good files, files of the tools, explanations and what editors leave behind are nobody's concern."""
    assert unread_remedy(path) is None


def test_nothing_in_this_repository_is_misplaced() -> None:
    """The real folders hold nothing that is not read."""
    known = {item.file for item in find_files(ROOT)[0]}
    assert list(unread_files(ROOT, known)) == []


MISPLACED = (
    "vacancies/breda/nieuw",
    "vacancies/breda/nieuw.docx",
    "vacancies/nieuw.yml",
    "vacatures/breda/nieuw.yml",
    "content/registers/x.yml",
    "content/vacatures/nieuw.yml",
    "nieuw.yml",
)


def test_the_check_names_every_one_of_them(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` fails on files that nobody reads, one problem each, whatever is in them."""
    for file in MISPLACED:
        (region / file).parent.mkdir(parents=True, exist_ok=True)
        (region / file).write_bytes(b"\xff")
    for file in ("vacancies/README.md", "vacancies/breda/.gitkeep", "vacancies/breda/x.yml~"):
        (region / file).write_text("", encoding="utf-8")
    assert main(["--map", str(region), "check", "--format", "json"]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {problem["file"] for problem in told} == set(MISPLACED)
    assert {problem["code"] for problem in told} == {"verkeerde_plek"}
    assert all("Dit wordt niet gelezen" in problem["message"] for problem in told)
    assert check_paths(region, ["vacatures/breda/nieuw.yml"], TODAY)[0].code == "verkeerde_plek"


def test_any_depth_is_looked_at(region: Path) -> None:
    """Folders in folders, deeper than a program likes to go, are a problem like another and no traceback."""
    deep = "vacancies/" + "d/" * 1_500
    subprocess.run(["mkdir", "-p", str(region / deep)], check=True)  # what Python has for this goes no deeper itself
    (region / deep / "x.yml").touch()
    assert [problem.remedy for problem in survey(region, TODAY).problems] == ["Zet het in `vacancies/d/x.yml`."]
    subprocess.run(["rm", "-r", str(region / "vacancies" / "d")], check=True)


def test_links_are_not_followed(region: Path, tmp_path: Path) -> None:
    """A link to a folder elsewhere shows nothing of what lies there."""
    outside = tmp_path / "elders"
    outside.mkdir()
    (outside / "geheim.txt").write_text("x", encoding="utf-8")
    (region / "vacatures").symlink_to(outside, target_is_directory=True)
    (region / "content" / "registers" / "link.txt").symlink_to(outside / "geheim.txt")
    assert survey(region, TODAY).problems == []


@given(st.lists(st.text(max_size=12) | st.sampled_from(["vacancies", "breda", "content", "x.yml"]), max_size=5))
def test_any_path_gets_a_sentence_or_nothing(parts: list[str]) -> None:
    """Whatever the path, there are sentences that end in a full stop, or None; and never sentences for a read one."""
    path = "/".join(parts)
    remedy = unread_remedy(path)
    assert remedy is None or (remedy.endswith(".") and not is_read(path))
