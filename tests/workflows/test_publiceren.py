"""Publishing goes on when the data are no longer only samples: what stops it is a mistake, not a first real vacancy."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from steps import read_workflow
from support import ROOT, replace_once


def quick_tests() -> list[str]:
    """Return what the publishing workflow hands to pytest."""
    steps = read_workflow("publiceren")["jobs"]["bouw"]["steps"]
    (command,) = [step["run"] for step in steps if "make unit" in step.get("run", "")]
    found = re.fullmatch(r'make unit PYTEST="(.*)"', command)
    assert found
    return shlex.split(found[1])


def own_copy(folder: Path) -> Path:
    """Copy what a bureau changes, and link the tool beside it."""
    for name in ("content", "vacancies", "assignments", "handbook", "docs", ".github"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    for name in ("generator", "theme", "mkdocs.yml", "pyproject.toml", ".vscode", "README.md", "BIJDRAGEN.md"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def test_a_vacancy_that_is_no_sample_does_not_stop_publishing(tmp_path: Path) -> None:
    """With one vacancy that is no sample, and the samples hidden, every test on the real folders passes."""
    root = own_copy(tmp_path / "regio")
    vacancy, text = next(
        (path, text)
        for path in sorted((root / "vacancies").rglob("*.yml"))
        if "via: stagebureau" in (text := path.read_text(encoding="utf-8")) and "voorbeeld: true" in text
    )
    vacancy.write_text(replace_once(text, {"voorbeeld: true\n": ""}), encoding="utf-8")
    region = root / "content/registers/regio.yml"
    hidden = {"voorbeelden_tonen: true": "voorbeelden_tonen: false"}
    region.write_text(replace_once(region.read_text(encoding="utf-8"), hidden), encoding="utf-8")
    # The tests of the folders that a bureau changes have one of these words in their names.
    options = [*quick_tests(), "--ignore=tests/workflows", "-k", "real or sample", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    assert "passed" in done.stdout
