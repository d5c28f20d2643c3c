"""What the last build knew, on disk: read back only when it is whole and of this version."""

from __future__ import annotations

import hashlib
import importlib.metadata
import marshal
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from generator.survey import Kept

_LIBRARIES = ("pydantic", "pyyaml", "jinja2", "markdown", "nh3", "babel", "pyphen", "markupsafe")


class Memory(NamedTuple):
    """The kept outcomes with the stamp under which they hold and the moment they were written."""

    stamp: str
    written_at: int
    """nanoseconds; 0 when there is no memory"""
    kept: Mapping[str, Kept]
    later: Mapping[str, Kept | None]
    """what stands in the second file because it came after the first; None for what is gone"""


EMPTY = Memory("", 0, {}, {})
_FEW = 500
"""So many changes may stand in the small second file before the large first one is written again."""


def base_stamp(theme: Path) -> str:
    """Return a stamp of all code and templates that make pages, and of the libraries they use."""
    hashed = hashlib.blake2b(f"{sys.version}{marshal.version}".encode(), digest_size=12)
    for library in _LIBRARIES:
        hashed.update(f"{library}={importlib.metadata.version(library)}\0".encode())
    generator = Path(__file__).parent
    for folder, pattern in ((generator, "**/*.py"), (theme, "pages/*.html"), (theme, "components/**/*.html")):
        for path in sorted(folder.glob(pattern)):
            hashed.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return hashed.hexdigest()


def recall(file: Path) -> Memory:
    """Return what `remember` wrote, or an empty memory when it is missing or damaged."""
    try:
        stamp, written_at, rows = _read(file)
        kept: dict[str, Kept] = {name: Kept(*row) for name, row in rows.items()}
    except (OSError, ValueError, EOFError, TypeError):
        return EMPTY
    try:
        later_stamp, base_at, later_at, rows = _read(_second(file))
    except (OSError, ValueError, EOFError, TypeError):
        return Memory(stamp, written_at, kept, {})
    if (later_stamp, base_at) != (stamp, written_at):
        return Memory(stamp, written_at, kept, {})
    later = {name: Kept(*row) if row else None for name, row in rows.items()}
    kept.update((name, entry) for name, entry in later.items() if entry)
    for name, entry in later.items():
        if entry is None:
            kept.pop(name, None)
    return Memory(stamp, later_at, kept, later)


def remember(file: Path, stamp: str, written_at: int, kept: Mapping[str, Kept], before: Memory = EMPTY) -> None:
    """Write what a survey kept; a build that is cut off leaves the old memory in place.

    `before` is the memory that this survey started from. When little has changed since, only that is
    written, into a second file: the first holds tens of megabytes in a large region.
    """
    if before.stamp == stamp and _remember_later(file, written_at, kept, before):
        return
    _write(file, (stamp, written_at, {name: tuple(entry) for name, entry in kept.items()}))
    _second(file).unlink(missing_ok=True)


def _remember_later(file: Path, written_at: int, kept: Mapping[str, Kept], before: Memory) -> bool:
    later: dict[str, Kept | None] = dict(before.later)
    later.update((name, entry) for name, entry in kept.items() if before.kept.get(name) is not entry)
    later.update((name, None) for name in before.kept if name not in kept)
    if len(later) > _FEW:
        return False
    try:
        stamp, base_at = _read_head(file)
    except (OSError, ValueError, EOFError, TypeError):
        return False
    if stamp != before.stamp:
        return False
    rows = {name: tuple(entry) if entry else () for name, entry in later.items()}
    _write(_second(file), (stamp, base_at, written_at, rows))
    return True


def _second(file: Path) -> Path:
    return file.with_name(f"{file.name}-erbij")


def _write(file: Path, values: tuple[Any, ...]) -> None:
    """Write a head that can be read by itself, then everything, each behind its hash."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}-nieuw")
    with open(fresh, "wb") as handle:
        for part in (values[:2], values):
            body = marshal.dumps(part)
            handle.write(len(body).to_bytes(8, "big") + hashlib.blake2b(body, digest_size=16).digest() + body)
    os.replace(fresh, file)


def _read(file: Path) -> Any:
    with open(file, "rb") as handle:
        _part(handle)
        return _part(handle)


def _read_head(file: Path) -> tuple[str, int]:
    with open(file, "rb") as handle:
        stamp, written_at = _part(handle)
        return stamp, written_at


def _part(handle: BinaryIO) -> Any:
    length = int.from_bytes(handle.read(8), "big")
    if length > os.fstat(handle.fileno()).st_size:
        raise ValueError("damaged memory")
    digest = handle.read(16)
    body = handle.read(length)
    if len(body) != length or hashlib.blake2b(body, digest_size=16).digest() != digest:
        raise ValueError("damaged memory")
    return marshal.loads(body)  # noqa: S302 - our own file, its hash checked
