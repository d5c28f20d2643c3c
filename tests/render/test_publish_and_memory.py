"""Files to disk and what is remembered: only changed bytes, nothing half, nothing lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from support import ROOT, TODAY, edit, moments, snapshot

from generator import memory
from generator.memory import EMPTY, base_stamp, recall, remember
from generator.model.problems import Problem, Severity
from generator.parallel import run_chunks
from generator.pipeline import Places, look
from generator.publish import Publication
from generator.report import github_lines, json_lines, report_lines, summary
from generator.survey import Kept


def publish(folder: Path, files: dict[str, str]) -> tuple[int, int, int]:
    """Publish texts by path below `folder`, stamped by themselves; return written, kept and removed."""
    publication = Publication.begin(folder / "site", folder / "stapel", folder / "manifest.json")
    for path, text in files.items():
        if not publication.keep(path, text):
            publication.promise(path, text)
            publication.stage_text(path, text)
    tally = publication.finish()
    return tally.written, tally.kept, tally.removed


def test_only_changed_bytes_are_written(tmp_path: Path) -> None:
    """A second publication writes the page that changed and leaves the time of every other file."""
    assert publish(tmp_path, {"index.html": "a", "x/index.html": "b"}) == (2, 0, 0)
    before = moments(tmp_path / "site")
    assert publish(tmp_path, {"index.html": "a", "x/index.html": "c"}) == (1, 1, 0)
    after = moments(tmp_path / "site")
    assert after["index.html"] == before["index.html"]
    assert snapshot(tmp_path / "site") == {"index.html": b"a", "x/index.html": b"c"}
    assert not (tmp_path / "stapel").exists()


def test_the_same_bytes_under_another_stamp_are_not_written(tmp_path: Path) -> None:
    """A page that is made again and comes out the same keeps its file."""
    publish(tmp_path, {"index.html": "a"})
    before = moments(tmp_path / "site")
    publication = Publication.begin(tmp_path / "site", tmp_path / "stapel", tmp_path / "manifest.json")
    assert not publication.keep("index.html", "ander stempel")
    publication.promise("index.html", "ander stempel")
    publication.stage_text("index.html", "a")
    assert publication.finish().written == 0
    assert moments(tmp_path / "site") == before


def test_what_is_no_longer_made_is_taken_away_with_its_empty_folders(tmp_path: Path) -> None:
    """A page that is gone leaves neither file nor empty folder, and its neighbours stay."""
    publish(tmp_path, {"a/b/index.html": "1", "a/index.html": "2", "index.html": "3"})
    assert publish(tmp_path, {"a/index.html": "2", "index.html": "3"}) == (0, 2, 1)
    assert not (tmp_path / "site" / "a" / "b").exists()
    assert (tmp_path / "site" / "a" / "index.html").exists()


def test_a_file_that_was_changed_by_hand_is_put_right(tmp_path: Path) -> None:
    """A file of the site that somebody changed or removed comes back as it should be."""
    publish(tmp_path, {"index.html": "a", "x/index.html": "b"})
    (tmp_path / "site" / "index.html").write_text("gehackt", encoding="utf-8")
    (tmp_path / "site" / "x" / "index.html").unlink()
    publish(tmp_path, {"index.html": "a", "x/index.html": "b"})
    assert snapshot(tmp_path / "site") == {"index.html": b"a", "x/index.html": b"b"}


def test_after_an_interrupted_publication_every_file_is_looked_at(tmp_path: Path) -> None:
    """Without a manifest nothing is trusted: wrong files are put right, foreign ones cleared, good ones kept."""
    publish(tmp_path, {"index.html": "a", "x/index.html": "b"})
    (tmp_path / "manifest.json").unlink()
    (tmp_path / "site" / "x" / "index.html").write_text("half", encoding="utf-8")
    (tmp_path / "site" / "vreemd.txt").write_text("weg", encoding="utf-8")
    before = moments(tmp_path / "site")
    assert publish(tmp_path, {"index.html": "a", "x/index.html": "b"}) == (1, 1, 1)
    assert snapshot(tmp_path / "site") == {"index.html": b"a", "x/index.html": b"b"}
    assert moments(tmp_path / "site")["index.html"] == before["index.html"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"index.html": 1}', '{"index.html": ["a"]}', "\x00", '"x"', '{"target": 1}', '{"files": {}}'],
)
def test_a_damaged_manifest_is_ignored(tmp_path: Path, text: str) -> None:
    """A manifest that cannot be read counts as none, whatever is in it."""
    publish(tmp_path, {"index.html": "a"})
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert publish(tmp_path, {"index.html": "a"}) == (0, 1, 0)


def test_a_manifest_of_other_bytes_is_ignored(tmp_path: Path) -> None:
    """A manifest that is not even text counts as none."""
    publish(tmp_path, {"index.html": "a"})
    (tmp_path / "manifest.json").write_bytes(b"\xff\xfe\x00")
    assert publish(tmp_path, {"index.html": "a"}) == (0, 1, 0)


def test_nothing_reaches_the_site_when_rendering_raises(tmp_path: Path) -> None:
    """Everything is staged beside the site, so an exception before the end changes not one byte."""
    publish(tmp_path, {"index.html": "a"})
    before = snapshot(tmp_path)
    publication = Publication.begin(tmp_path / "site", tmp_path / "stapel", tmp_path / "manifest.json")
    publication.promise("index.html", "nieuw")
    publication.stage_text("index.html", "nieuw")
    after = {path: data for path, data in snapshot(tmp_path).items() if not path.startswith("stapel/")}
    assert after == before
    assert publish(tmp_path, {"index.html": "a"}) == (0, 1, 0)


def test_a_tree_is_staged_without_what_is_refused(tmp_path: Path) -> None:
    """Files that somebody else made come along, except those that are refused by their path."""
    (tmp_path / "bron" / "x").mkdir(parents=True)
    (tmp_path / "bron" / "x" / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "bron" / "b.txt").write_text("b", encoding="utf-8")
    publication = Publication.begin(tmp_path / "site", tmp_path / "stapel", tmp_path / "manifest.json")
    publication.stage_tree(tmp_path / "bron", lambda path: path == "b.txt")
    publication.finish()
    assert snapshot(tmp_path / "site") == {"x/a.txt": b"a"}


# Memory


def places(region: Path) -> Places:
    """Return where a build of the small region reads and writes."""
    return Places(region, ROOT / "theme", region / ".cache")


def test_memory_comes_back_as_it_was(tmp_path: Path) -> None:
    """What was remembered is recalled whole; without a file there is no memory."""
    assert recall(tmp_path / "geheugen") == EMPTY
    remember(tmp_path / "geheugen", "stempel", 7, {})
    memory = recall(tmp_path / "geheugen")
    assert (memory.stamp, memory.written_at, memory.kept) == ("stempel", 7, {})


def test_an_unchanged_region_is_not_read_again(region: Path) -> None:
    """A second look reads no offer and finds the same records and problems."""
    first = look(places(region), TODAY)
    _make_old(region)
    look(places(region), TODAY)
    second = look(places(region), TODAY)
    assert first.read == 15
    assert second.read == 0
    assert second.vacancies == first.vacancies
    assert second.problems == first.problems
    assert second.cards() == first.cards()


def _make_old(region: Path) -> None:
    for path in region.rglob("*.yml"):
        os.utime(path, ns=(10**18, 10**18))


def test_a_changed_file_is_noticed_even_with_the_same_size_and_time(region: Path) -> None:
    """A file that changed just before the last look, with the same size and time, is read again."""
    file = region / "vacancies" / "breda" / "onderzoek-wijkkrant.yml"
    look(places(region), TODAY)
    status = file.stat()
    edit(file, "titel: Onderzoek wie de wijkkrant leest", "titel: Onderzoek wie de wijkkrant LEEST")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 10**12))
    found = look(places(region), TODAY)
    assert found.vacancies["breda/onderzoek-wijkkrant"].title == "Onderzoek wie de wijkkrant LEEST"
    assert found.read == 1


def test_only_the_changed_file_is_read_again(region: Path) -> None:
    """After one edit one file is read, and its card is the new one."""
    look(places(region), TODAY)
    edit(region / "vacancies" / "breda" / "onderzoek-wijkkrant.yml", "wijkkrant leest\n", "wijkkrant graag leest\n")
    found = look(places(region), TODAY)
    assert found.read == 1
    assert "wijkkrant graag leest" in found.cards()["breda/onderzoek-wijkkrant"][0]


def test_another_day_or_another_register_makes_everything_new(region: Path) -> None:
    """What was found on one day or with other registers is not used on another."""
    look(places(region), TODAY)
    assert look(places(region), TODAY.replace(day=22)).read == 15
    edit(region / "content" / "registers" / "organisaties" / "breda.yml", "korte_naam: Breda", "korte_naam: Bredaa")
    assert look(places(region), TODAY.replace(day=22)).read == 15


def test_a_file_that_is_gone_is_forgotten(region: Path) -> None:
    """A vacancy that was removed is in neither the survey nor the memory."""
    look(places(region), TODAY)
    (region / "vacancies" / "zundert" / "meet-bomen-in-de-laan.yml").unlink()
    found = look(places(region), TODAY)
    assert "zundert/meet-bomen-in-de-laan" not in found.vacancies
    assert "vacancies/zundert/meet-bomen-in-de-laan.yml" not in recall(places(region).memory).kept


@pytest.mark.parametrize("damage", ["empty", "short", "flipped", "random"])
def test_a_damaged_memory_is_ignored(region: Path, damage: str) -> None:
    """A memory that was cut off or changed on disk counts as none, and the next look mends it."""
    first = look(places(region), TODAY)
    file = places(region).memory
    data = file.read_bytes()
    middle = len(data) // 2
    file.write_bytes(
        {
            "empty": b"",
            "short": data[:middle],
            "flipped": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "random": bytes(range(256)) * 8,
        }[damage]
    )
    assert recall(file) == EMPTY
    again = look(places(region), TODAY)
    assert again.read == 15
    assert again.vacancies == first.vacancies
    assert recall(file) != EMPTY


def test_a_problem_is_remembered_too(region: Path) -> None:
    """A warning of a file that is not read again is still told."""
    edit(region / "vacancies" / "breda" / "onderzoek-wijkkrant.yml", "buddy: trainee, ", "")
    first = look(places(region), TODAY)
    second = look(places(region), TODAY)
    assert [problem.code for problem in first.problems] == ["geen_buddy"]
    assert second.problems == first.problems
    assert second.read == 0


def test_the_stamp_changes_with_a_template(tmp_path: Path) -> None:
    """Another template gives another stamp, so that no page in an old look is kept."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    before = base_stamp(tmp_path / "theme")
    template = tmp_path / "theme" / "pages" / "vacature.html"
    template.write_text(template.read_text(encoding="utf-8") + "<!-- -->", encoding="utf-8")
    assert base_stamp(tmp_path / "theme") != before
    assert base_stamp(ROOT / "theme") == before


# Work over the cores, and reports


def test_chunks_give_the_same_answers_on_one_core_and_on_two() -> None:
    """Answers come in the order of the items, however many processes did the work."""

    def work(chunk: object) -> list[int]:
        return [number * number for number in chunk]  # type: ignore[attr-defined]

    alone = list(run_chunks(work, range(50), 7, 1))
    assert alone == list(run_chunks(work, range(50), 7, 2))
    assert [number for chunk in alone for number in chunk] == [number**2 for number in range(50)]


def test_what_a_chunk_raises_is_raised() -> None:
    """An exception in the work reaches whoever asked for it, also out of another process."""

    def work(chunk: object) -> int:
        raise ValueError(f"kapot {len(chunk)}")  # type: ignore[arg-type]

    for workers in (1, 2):
        with pytest.raises(ValueError, match="kapot"):
            list(run_chunks(work, range(20), 5, workers))


PROBLEM = Problem("vacancies/a,b.yml", 3, 9, "begeleiding.coach", Severity.ERROR, "naam", "100% mis:\nja", "Doe, dit.")


def test_reports_say_the_same_in_three_forms() -> None:
    """People get two lines, machines one object with every field, GitHub a command that nothing can end early."""
    assert list(report_lines([PROBLEM])) == [
        "vacancies/a,b.yml:3:9 fout: begeleiding.coach: 100% mis:\nja",
        "    Doe, dit.",
    ]
    (line,) = json_lines([PROBLEM])
    assert '"code": "naam"' in line
    assert "\n" not in line
    (command,) = github_lines([PROBLEM])
    assert command == (
        "::error file=vacancies/a%2Cb.yml,line=3,col=9,title=begeleiding.coach::100%25 mis:%0Aja Doe, dit."
    )


def test_the_summary_counts_in_dutch() -> None:
    """The last line counts in singular and plural, and says so when nothing is wrong."""
    warning = PROBLEM._replace(severity=Severity.WARNING)
    assert summary([]) == "Alles in orde."
    assert summary([PROBLEM]) == "1 fout, 0 waarschuwingen."
    assert summary([PROBLEM, PROBLEM, warning]) == "2 fouten, 1 waarschuwing."


def test_a_small_change_is_remembered_beside_the_large_memory(tmp_path: Path) -> None:
    """A changed and a removed entry go to the second file, the first stays as it is, and both are read back as one."""
    file = tmp_path / "geheugen"
    old = {name: _kept(name) for name in ("a.yml", "b.yml", "c.yml")}
    memory.remember(file, "stempel", 1, old)
    first = file.read_bytes()
    known = memory.recall(file)
    fresh = {"a.yml": known.kept["a.yml"], "b.yml": _kept("anders"), "d.yml": _kept("nieuw")}
    memory.remember(file, "stempel", 2, fresh, known)
    assert file.read_bytes() == first
    again = memory.recall(file)
    assert (again.written_at, dict(again.kept)) == (2, fresh)


def test_a_second_memory_of_another_first_is_ignored(tmp_path: Path) -> None:
    """What was written beside an older memory says nothing about a newer one."""
    file = tmp_path / "geheugen"
    memory.remember(file, "stempel", 1, {"a.yml": _kept("a")})
    memory.remember(file, "stempel", 2, {"a.yml": _kept("b")}, memory.recall(file))
    beside = file.with_name("geheugen-erbij").read_bytes()
    memory.remember(file, "ander", 3, {"a.yml": _kept("c")}, memory.recall(file))
    file.with_name("geheugen-erbij").write_bytes(beside)
    assert memory.recall(file).kept == {"a.yml": _kept("c")}


def _kept(name: str) -> Kept:
    return Kept(1, 2, name, (), (), b"", "", "", ())
