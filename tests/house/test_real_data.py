"""The real data folders, whoever keeps them: no errors, and every page has what a page needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT

from generator.model.problems import Severity
from generator.relate.registers import Registers
from generator.render.shell import SLOTS
from generator.survey import Survey


def test_the_data_folders_have_no_errors(real: Survey) -> None:
    """No file in the repository has a problem that stops a build."""
    assert [problem for problem in real.problems if problem.severity is Severity.ERROR] == []


def test_periods_that_nobody_confirmed_are_marked(real_registers: Registers) -> None:
    """A period without a day of confirmation is marked as an example."""
    for id_, institution in real_registers.institutions.items():
        for period in institution.periods:
            assert period.sample or period.confirmed_on, f"{id_}: {period.id}"


def authored() -> list[Path]:
    """Return every authored page and chapter."""
    return sorted((ROOT / "content").rglob("*.md")) + sorted((ROOT / "handbook").glob("*.md"))


@pytest.mark.parametrize("path", authored(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_authored_pages_have_title_and_description(path: Path) -> None:
    """Each authored page begins with front matter that has a title and a description, and no slot of a shell."""
    text = path.read_text(encoding="utf-8")
    head = text.split("---")[1]
    assert "title:" in head
    assert "description:" in head
    assert not [name for name in SLOTS if f"§{name}§" in text]
