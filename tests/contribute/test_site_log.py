"""What a failed build said, in our words: the links of pages, and one line of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import RefusedError, build_site

from generator.contribute.site_log import read_log

CHAPTER = "handbook/01-waarom.md"


def said_by_build(region: Path, caplog: pytest.LogCaptureFixture) -> str:
    """Build the region, which must be refused, and return what MkDocs said as its log has it."""
    with pytest.raises(RefusedError):
        build_site(region)
    return "\n".join(f"{record.levelname:<8}-  {record.getMessage()}" for record in caplog.records)


def test_the_words_of_mkdocs_are_understood(region: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Every kind of link that stops a strict build is a problem of its page, with its line and a Dutch remedy."""
    links = ["nope.md", "#nergens", "02-begeleiding.md#weg", "/vacatures/index.md", "../hr/nope.md"]
    first = len((region / CHAPTER).read_text(encoding="utf-8").splitlines()) + 1
    with (region / CHAPTER).open("a", encoding="utf-8") as page:
        page.write("\n".join(f"[x]({link})" for link in links) + "\n")
    with (region / "content/hr/index.md").open("a", encoding="utf-8") as page:
        page.write("\n![plaatje](weg.png)\n")
    log = read_log(region, said_by_build(region, caplog))
    found = {(link.problem.file, link.problem.message.split("`")[1]): link for link in log.links}
    assert set(found) == {(CHAPTER, link) for link in links} | {("content/hr/index.md", "weg.png")}
    for place, link in enumerate(links):
        problem = found[CHAPTER, link].problem
        assert problem.line == first + place
        assert problem.remedy.endswith(".")
    assert found[CHAPTER, "nope.md"].target == "handbook/nope.md"
    assert found[CHAPTER, "02-begeleiding.md#weg"].target == "handbook/02-begeleiding.md"
    assert found[CHAPTER, "../hr/nope.md"].target == "content/hr/nope.md"
    assert found["content/hr/index.md", "weg.png"].target == "content/hr/weg.png"
    assert log.said == ""


def test_the_last_complaint_is_kept(tmp_path: Path) -> None:
    """Of anything that is not a link the last complaint counts, without colours and frames."""
    log = "\x1b[31mERROR   -  Eerst dit\x1b[0m\nTraceback (most recent call last):\n  File x\nValueError: dan dat\n"
    assert read_log(tmp_path, log).said == "ValueError: dan dat"
    assert read_log(tmp_path, "WARNING -  zo\n\nAborted with 1 warnings in strict mode!").said == "zo"
    assert read_log(tmp_path, "").said == ""


@given(st.text(alphabet=st.one_of(st.sampled_from("WARNING -DocfilecontainsalinkERROR'`,/.#\n"), st.characters())))
def test_no_log_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever a build prints, there is an answer."""
    root = tmp_path_factory.getbasetemp()
    read_log(root, text)
    hostile = f"WARNING -  Doc file '{text}' contains a link '{text}', but the target '{text}' is not found."
    assert all("\n" not in link.problem.message for link in read_log(root, hostile).links)
