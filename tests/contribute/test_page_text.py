"""The text of authored pages: where it will stand, what is new in it, and how it reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import TODAY

from generator.authored import find_pages, read_pages
from generator.contribute.pages import (
    PageText,
    address_of,
    is_page,
    new_lines,
    page_hints,
    page_problems,
    page_remedy,
    read_text,
)
from generator.model.problems import Severity

CHAPTER = "handbook/02-begeleiding.md"


def test_each_page_stands_where_we_say(region: Path, portal: Path) -> None:
    """The address that an answer names is the one at which the site has the page."""
    pages = find_pages(region)
    assert all(is_page(page) for page in pages)
    for page in pages:
        assert (portal / address_of(page).strip("/") / "index.html").is_file(), page


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("handbook/diep/x.md", "`handbook/x.md`"),
        ("handbook/Mijn stuk.TXT", "`handbook/mijn-stuk.md`"),
        ("handbook/foto.PNG", "`content/handboek/beeld/`"),
        ("content/hr/uitleg.docx", "`content/hr/uitleg.md`"),
        ("content/hr/uitleg.MD", "`content/hr/uitleg.md`"),
    ],
)
def test_a_text_in_the_wrong_form_has_a_remedy(path: str, remedy: str) -> None:
    """A file that was meant as a page and becomes none is told apart by its path alone."""
    assert not is_page(path)
    assert remedy in (page_remedy(path) or "")


@pytest.mark.parametrize(
    "path",
    ["content/hr/index.md", "content/hr/foto.png", "content/registers/x.md", "vacancies/breda/x.txt", "README.md"],
)
def test_pages_pictures_and_data_have_none(path: str) -> None:
    """A page, a picture among the pages and what is no page at all are left to others."""
    assert page_remedy(path) is None


def test_lines_that_stood_there_are_not_new() -> None:
    """A line that was moved or left alone is old; without a former page every line is new."""
    old, page = PageText("x.md", ("a", "b", "c"), 0), PageText("x.md", ("c", "b", "nieuw"), 0)
    assert new_lines(page, old) == {3}
    assert new_lines(page, None) == {1, 2, 3}


def test_hints_look_at_sentences_only(region: Path) -> None:
    """Tables, headings, code and old paragraphs are passed over; the rest is named with its first line, once."""
    lines = ["## Reeds", "", "| reeds |", "", "```", "reeds", "```", "", "Dit is", "reeds zo.", "- Dat is reeds zo."]
    with (region / CHAPTER).open("a", encoding="utf-8") as file:
        file.write("\n".join(["", *lines, ""]))
    page = read_text(region, CHAPTER)
    first = page.lines.index("Dit is") + 1
    found = list(page_hints(page, range(1, len(page.lines) + 1)))
    assert [line for line, hint in found if "reeds" in hint.message] == [first]
    assert not list(page_hints(page, [first - 1]))
    assert [line for line, _ in page_hints(page, [first + 1])] == [first]


def test_a_twin_a_late_and_an_unreadable_page_are_told(region: Path) -> None:
    """Two chapters of one address, a review that is late, and letters in a wrong form each have a sentence."""
    twin = "handbook/09-begeleiding.md"
    (region / twin).write_bytes((region / CHAPTER).read_bytes() + b"\xe9\n")
    front = read_pages(region)[0][twin]
    found = list(page_problems(read_text(region, twin), front, (), [CHAPTER, twin], TODAY))
    assert [problem.code for problem in found] == ["bladzijde", "adres_dubbel", "nakijken"]
    assert found[0].line == 13
    assert found[2].severity is Severity.WARNING
    assert found[2].line == 1, "without its lines the place of a field is not known"


def test_good_pages_ask_for_nothing(region: Path) -> None:
    """The pages of the small region have no error, and only the chapter past its review has a warning."""
    fronts, _ = read_pages(region)
    warned = set()
    for file in find_pages(region):
        page = read_text(region, file)
        found = list(page_problems(page, fronts[file], new_lines(page, None), [file], TODAY))
        assert not [problem for problem in found if problem.severity is Severity.ERROR], file
        warned |= {problem.file for problem in found}
    assert warned == {CHAPTER}


@given(st.binary(max_size=400))
def test_whatever_the_bytes_a_page_is_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Any bytes give lines or a problem, and hints never fail."""
    root = tmp_path_factory.getbasetemp()
    (root / "handbook").mkdir(exist_ok=True)
    (root / "handbook/x.md").write_bytes(data)
    page = read_text(root, "handbook/x.md")
    assert bool(page.lines) != bool(page.problem)
    list(page_hints(page, new_lines(page, None)))
