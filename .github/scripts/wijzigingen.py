"""Which files a proposal changes, and the note for the maintainer when that is more than content."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

CONTENT = ("vacancies/", "assignments/", "content/", "handbook/")
"""Folders in which colleagues and schools work; anything else is the tool itself."""
DATA = ("vacancies/", "assignments/", "content/registers/")
_SHA = re.compile(r"[0-9a-f]{40}")
_STRANGE = re.compile(r"[^A-Za-z0-9 ._/+-]")
MOST_SHOWN = 20


class Change(NamedTuple):
    """One file that differs; the path is a text of a stranger."""

    status: str
    """a letter of git: A added, M changed, D gone, T of another type"""
    path: str


def around(base: str, head: str) -> tuple[str, str]:
    """Return the commits before and after a proposal of `head` to `base`, both full commit ids.

    GitHub checks out a trial merge. Its first parent is what the proposal is really added to, and that may be younger
    than `base`; what lies between the two is what the proposal changes, also when a file was renamed meanwhile.
    Without a trial merge it is counted from where `head` left `base`. Raises ValueError for something else than ids.
    """
    for commit in (base, head):
        if not _SHA.fullmatch(commit):
            raise ValueError(f"geen commit: {commit!r}")
    here, *parents = _git("rev-list", "--parents", "--max-count=1", "HEAD").decode().split()
    if len(parents) == 2 and parents[1] == head:
        return parents[0], here
    return _git("merge-base", base, head).decode().strip(), head


def changes(before: str, after: str) -> list[Change]:
    """Return what differs between two commits, as `around` gives them."""
    said = _git("diff", "--name-status", "--no-renames", "-z", before, after, "--")
    parts = said.decode("utf-8", "surrogateescape").split("\0")
    return [Change(status[:1], path) for status, path in zip(parts[::2], parts[1::2], strict=False)]


@contextmanager
def tree_of(commit: str) -> Iterator[Path]:
    """Give a folder with all files of a commit, for as long as it is used."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "portaal")
        _git("worktree", "add", "--quiet", "--detach", str(tree), commit)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*command: str) -> bytes:
    return subprocess.run(["git", *command], capture_output=True, check=True, timeout=120).stdout


def data_files(found: Iterable[Change]) -> list[str]:
    """Return the data files that still exist after the proposal."""
    return [change.path for change in found if change.status != "D" and change.path.startswith(DATA)]


def outside(paths: Iterable[str]) -> list[str]:
    """Return the paths that are not content, sorted."""
    return sorted({path for path in paths if not path.startswith(CONTENT)})


def shown(path: str) -> str:
    """Return a path as code on a page; what could end the code or the line is a question mark."""
    return f"`{_STRANGE.sub('?', path)[:120]}`"


def note(paths: Iterable[str]) -> str:
    """Return the note for the maintainer, or nothing when the proposal changes content only."""
    found = outside(paths)
    if not found:
        return ""
    listed = "\n".join(f"> - {shown(path)}" for path in found[:MOST_SHOWN])
    rest = f"\n> - en nog {len(found) - MOST_SHOWN}" if len(found) > MOST_SHOWN else ""
    return (
        "> **Voor de beheerder.** Dit voorstel verandert ook bestanden buiten de gegevens en teksten. "
        "De controle en dit antwoord zijn gemaakt met de bestanden uit het voorstel zelf. "
        "Lees ze na voor je iets overneemt:\n>\n" + listed + rest
    )
