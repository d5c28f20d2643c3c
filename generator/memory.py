"""What the last build knew, on disk: read back only when it is whole and of this version."""

from __future__ import annotations

import hashlib
import importlib.metadata
import marshal
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.survey import Kept

_LIBRARIES = ("pydantic", "pyyaml", "jinja2", "markdown", "nh3", "babel", "pyphen", "markupsafe")


class Memory(NamedTuple):
    """The kept outcomes with the stamp under which they hold and the moment they were written."""

    stamp: str
    written_at: int
    """nanoseconds; 0 when there is no memory"""
    kept: Mapping[str, Kept]


EMPTY = Memory("", 0, {})


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
        data = file.read_bytes()
        digest, body = data[:16], data[16:]
        if hashlib.blake2b(body, digest_size=16).digest() != digest:
            return EMPTY
        stamp, written_at, rows = marshal.loads(body)  # noqa: S302 - our own file, its hash checked
        return Memory(stamp, written_at, {name: Kept(*row) for name, row in rows.items()})
    except (OSError, ValueError, EOFError, TypeError):
        return EMPTY


def remember(file: Path, stamp: str, written_at: int, kept: Mapping[str, Kept]) -> None:
    """Write what a survey kept; a build that is cut off leaves the old memory in place."""
    body = marshal.dumps((stamp, written_at, {name: tuple(entry) for name, entry in kept.items()}))
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".nieuw")
    fresh.write_bytes(hashlib.blake2b(body, digest_size=16).digest() + body)
    os.replace(fresh, file)
