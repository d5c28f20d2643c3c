"""Authored pages: what stands above each is read as data is, told by the check, and used by the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import RefusedError, build_site, case_bytes, edit, read_cases, read_page, rows, snapshot

from generator.authored import find_pages, model_of, read_pages
from generator.authored import read_page as read_front
from generator.cli import main
from generator.model.pages import Chapter, HandbookPage, HomeFront, SectionPage, TextPage
from generator.model.problems import Severity

CASES = read_cases("bladzijden.yml")
CHAPTER = Path("handbook", "02-begeleiding.md")
STATUS = Path("content", "over", "status.md")


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-21")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_case(region: Path, case: dict[str, Any]) -> None:
    """Each mistake above a page gives exactly the problems of its case, with place, sentence and remedy."""
    (region / case["base"]).write_bytes(case_bytes(case))
    read = read_front(region, case["base"])
    assert rows(sorted(read.problems), Severity.ERROR) == case["problems"]
    assert read.front is None


def test_every_page_is_read_as_what_it_is(region: Path) -> None:
    """The folder of a page says what stands above it; hidden files and the registers are no pages."""
    for name in (".weg.md", "registers/uitleg.md", ".verborgen/x.md"):
        file = region / "content" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    pages, problems = read_pages(region)
    assert problems == []
    assert list(pages) == find_pages(region)
    assert len(pages) == 22
    assert {file: type(front) for file, front in pages.items() if type(front) is not TextPage} == {
        "content/index.md": HomeFront,
        "content/opdrachten/index.md": SectionPage,
        "content/organisaties/index.md": SectionPage,
        "content/over/status.md": SectionPage,
        "content/stageperiodes/index.md": SectionPage,
        "content/vacatures/index.md": SectionPage,
        "handbook/01-waarom.md": Chapter,
        "handbook/02-begeleiding.md": Chapter,
        "handbook/index.md": HandbookPage,
    }


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "with mark"])
def test_a_page_from_any_editor_and_of_any_length_is_read(region: Path, ends: bytes, start: bytes) -> None:
    """Line ends, a byte order mark and a text of hundreds of kilobytes make no difference to what stands above it."""
    text = (region / CHAPTER).read_bytes() + b"Nog een zin.\n" * 30_000
    (region / CHAPTER).write_bytes(start + text.replace(b"\n", ends))
    read = read_front(region, CHAPTER.as_posix())
    assert read.problems == []
    assert isinstance(read.front, Chapter)
    assert (read.front.number, read.front.title) == (2, "Goede begeleiding")


def test_a_page_that_is_no_utf8_is_told_where_it_is_not(region: Path) -> None:
    """A page from an old editor has its problem at the first letter that cannot be read, also far below its title."""
    file = region / "content" / "contact.md"
    file.write_bytes(file.read_bytes() + b"\nE\xe9n vraag?\n")
    read = read_front(region, "content/contact.md")
    assert [(problem.line, problem.column, problem.code) for problem in read.problems] == [(11, 2, "codering")]
    assert isinstance(read.front, TextPage)
    with pytest.raises(RefusedError, match=r"content/contact.md:11:2"):
        build_site(region)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one folder for a page that is written again and again."""
    return tmp_path_factory.mktemp("willekeur")


@given(data=st.binary(max_size=200))
def test_random_bytes_above_a_page_give_problems(folder: Path, data: bytes) -> None:
    """Whatever stands between the dashes, the answer is an object or a problem with a remedy."""
    (folder / "x.md").write_bytes(b"---\n" + data + b"\n---\n")
    read = read_front(folder, "x.md")
    assert read.front or read.problems
    assert all(problem.line >= 1 and problem.remedy for problem in read.problems)


def test_a_page_that_is_not_there_is_a_problem(region: Path) -> None:
    """Asked about a file that does not exist, the answer is a problem."""
    assert [problem.code for problem in read_front(region, "content/weg.md").problems] == ["onleesbaar"]
    assert model_of("content/weg.md") is TextPage


# The check


def check(region: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Run the check and return its exit code and the first lines of what it says."""
    code = main(["--map", str(region), "check", *(str(region / path) for path in arguments)])
    return code, [line.split(" fout:")[0] for line in capsys.readouterr().out.splitlines() if " fout:" in line]


def test_the_check_tells_of_pages_as_of_data(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything, a folder and one page by itself: the check names the page and the line, and nothing of others."""
    edit(region / CHAPTER, "nummer: 2", "nummer: twee")
    edit(region / STATUS, "title: De stand van het portaal\n", "")
    both = [f"{STATUS}:1:1", f"{CHAPTER}:4:1"]
    assert check(region, capsys) == (1, both)
    assert check(region, capsys, ".") == (1, both)
    assert check(region, capsys, "content") == (1, both[:1])
    assert check(region, capsys, "handbook/") == (1, both[1:])
    assert check(region, capsys, str(CHAPTER)) == (1, both[1:])
    assert check(region, capsys, "content/contact.md") == (0, [])
    assert check(region, capsys, "vacancies") == (0, [])


def test_the_folder_where_one_stands_is_everything(
    region: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`check .` says of a clean portal that all is well, and of another one what a check without a path says."""
    monkeypatch.chdir(region)
    assert main(["check", "."]) == 0
    assert capsys.readouterr().out == "Alles in orde.\n"
    edit(region / CHAPTER, "nummer: 2", "nummer: twee")
    edit(region / "vacancies/tilburg/kijk-een-week-mee.yml", "aantal: 1", "aantal: nul")
    assert main(["check", "."]) == main(["check"]) == 1
    everything = capsys.readouterr().out
    half = len(everything) // 2
    assert everything[:half] == everything[half:]


# The site


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CHAPTER, "nummer: 2", "nummer: een"),
        (STATUS, "title: De stand van het portaal\n", ""),
        (Path("content", "stageperiodes", "index.md"), "title: Stageperiodes\n", ""),
        (Path("content", "index.md"), "    adres: managers/", "    adress: managers/"),
    ],
    ids=["number of a chapter", "title of the state", "title of a section", "address of a door"],
)
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "not strict"])
def test_a_mistake_above_a_page_refuses_the_site(region: Path, file: Path, old: str, new: str, strict: bool) -> None:
    """The build stops with the file in its answer, never with a traceback, and the old site stays as it was."""
    edit(region / "mkdocs.yml", "  - stageportaal", f"  - stageportaal:\n      strikt: {str(strict).lower()}")
    before = snapshot(build_site(region))
    edit(region / file, old, new)
    with pytest.raises(RefusedError, match=file.name):
        build_site(region)
    assert snapshot(region / "site") == before


@pytest.mark.parametrize("day", ["2026-06-01", "'2026-06-01'", '"2026-06-01"'])
def test_a_chapter_past_its_review_says_so(region: Path, day: str) -> None:
    """A day in quotes is a day all the same: the chapter warns who reads it; before that day it does not."""
    edit(region / CHAPTER, "herzien_voor: 2026-06-01", f"herzien_voor: {day}")
    assert "had al nagekeken moeten zijn" in read_page(build_site(region, "2026-06-02"), "handboek/begeleiding").html
    assert "had al nagekeken moeten zijn" not in read_page(
        build_site(region, "2026-06-01"), "handboek/begeleiding"
    ).html  # fmt: skip


def test_chapters_stand_in_the_order_of_their_numbers(region: Path) -> None:
    """The numbers decide, not the names of the files; each chapter leads to the one before and behind it."""
    edit(region / "handbook/01-waarom.md", "nummer: 1\n", "nummer: 10\n")
    page = read_page(build_site(region), "handboek/begeleiding")
    (current,) = {element.text for element in page.all("a", aria_current="page") if "Goede" in element.text}
    assert current == "2Goede begeleiding"
    assert not page.all("a", rel="prev")
    (onward,) = page.all("a", rel="next")
    assert onward.attributes["href"] == "../waarom/"
    assert "hoofdstuk 10" in onward.text


def test_a_page_can_stay_out_of_the_search(region: Path) -> None:
    """A page that says so is on the site and in no search file."""
    edit(region / "content/privacy.md", "title: Privacy\n", "title: Bedoeld voor niemand\nniet_zoeken: true\n")
    site = build_site(region)
    assert "Bedoeld voor niemand" in read_page(site, "privacy").html
    (found,) = (site / "assets/zoek").glob("verder-*.json")
    assert "Bedoeld voor niemand" not in found.read_text(encoding="utf-8")
    assert "Toegankelijkheid" in found.read_text(encoding="utf-8")
