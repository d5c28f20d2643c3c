"""Pages to disk: rendered beside the site, moved in only when all of them are there and only when changed.

What is in place is remembered in a manifest with the stamp, size and time of every file. The manifest
is taken away while files move in and written back at the end: a build that was cut off
in that moment is followed by one that looks at every file again.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of the site as it was put in place."""

    stamp: str
    size: int
    mtime: int


@dataclass(slots=True)
class Tally:
    """What a publication did, for the last line of a build."""

    written: int = 0
    kept: int = 0
    removed: int = 0
    bytes: int = 0


@dataclass(slots=True)
class Publication:
    """One replacement of a site: stage files, then `finish`."""

    target: Path
    stage: Path
    manifest_file: Path
    known: dict[str, Placed] = field(default_factory=dict)
    wanted: dict[str, str] = field(default_factory=dict)
    """stamp by path of every file that the site will hold"""

    @classmethod
    def begin(cls, target: Path, stage: Path, manifest_file: Path) -> Publication:
        """Start from what the manifest knows; `stage` must lie on the same disk as `target` to be quick."""
        if stage.exists():
            shutil.rmtree(stage)
        stage.mkdir(parents=True)
        return cls(target, stage, manifest_file, _read_manifest(manifest_file, target))

    def keep(self, path: str, stamp: str) -> bool:
        """Tell whether the file at `path` is in place with this `stamp`, so that nothing need be made."""
        placed = self.known.get(path)
        if placed is None or placed.stamp != stamp:
            return False
        try:
            status = os.stat(f"{self.target}/{path}")
        except OSError:
            return False
        if (status.st_size, status.st_mtime_ns) != (placed.size, placed.mtime):
            return False
        self.wanted[path] = stamp
        return True

    def promise(self, path: str, stamp: str) -> None:
        """Say that a file at `path` will be staged, possibly by another process."""
        self.wanted[path] = stamp

    def stage_text(self, path: str, text: str) -> None:
        """Stage the file at `path`, unless the site already holds these very bytes."""
        self.stage_bytes(path, text.encode())

    def stage_bytes(self, path: str, data: bytes) -> None:
        """Stage the file at `path`, unless the site already holds these very bytes."""
        if self._holds(f"{self.target}/{path}", data):
            return
        destination = f"{self.stage}/{path}"
        folder = os.path.dirname(destination)
        try:
            os.mkdir(folder)  # most pages have a folder of their own in one that is there
        except OSError:
            os.makedirs(folder, exist_ok=True)
        with open(destination, "wb") as file:
            file.write(data)

    @staticmethod
    def _holds(file: str, data: bytes) -> bool:
        try:
            if os.stat(file).st_size != len(data):
                return False
            with open(file, "rb") as existing:
                return existing.read() == data
        except OSError:
            return False

    def stage_tree(self, folder: Path, skip: Callable[[str], bool]) -> None:
        """Stage every file below `folder` that `skip` does not refuse by its path."""
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not skip(name):
                self.promise(name, "")
                self.stage_bytes(name, path.read_bytes())

    def finish(self) -> Tally:
        """Move everything in, take away what no longer belongs, remember what is there."""
        tally = Tally()
        self.manifest_file.unlink(missing_ok=True)
        self.target.mkdir(parents=True, exist_ok=True)
        tally.written = self._move_in()
        tally.removed = self._clear_out()
        placed = {path: self._placed(path, stamp) for path, stamp in self.wanted.items()}
        tally.kept = len(placed) - tally.written
        tally.bytes = sum(item.size for item in placed.values())
        _write_manifest(self.manifest_file, self.target, placed)
        shutil.rmtree(self.stage, ignore_errors=True)
        return tally

    def _move_in(self) -> int:
        if not any(self.target.iterdir()):
            count = sum(len(names) for _, _, names in os.walk(self.stage))
            with contextlib.suppress(OSError):  # another disk, or a folder that may not be replaced
                os.replace(self.stage, self.target)
                return count
        count = 0
        for folder, _, names in os.walk(self.stage):
            inside = self.target / os.path.relpath(folder, self.stage)
            if names:
                inside.mkdir(parents=True, exist_ok=True)
            for name in names:
                _move(Path(folder, name), inside / name)
                count += 1
        return count

    def _clear_out(self) -> int:
        old: Iterable[str] = self.known or (
            path.relative_to(self.target).as_posix() for path in list(self.target.rglob("*")) if path.is_file()
        )
        gone = [path for path in old if path not in self.wanted]
        for path in gone:
            file = self.target / path
            file.unlink(missing_ok=True)
            for folder in file.parents:
                if folder == self.target or not folder.exists() or any(folder.iterdir()):
                    break
                folder.rmdir()
        return len(gone)

    def _placed(self, path: str, stamp: str) -> Placed:
        old = self.known.get(path)
        status = os.stat(f"{self.target}/{path}")
        if old and (old.stamp, old.size, old.mtime) == (stamp, status.st_size, status.st_mtime_ns):
            return old
        return Placed(stamp, status.st_size, status.st_mtime_ns)


def _move(source: Path, destination: Path) -> None:
    try:
        os.replace(source, destination)
    except OSError:
        shutil.copyfile(source, destination)
        source.unlink()


def _read_manifest(file: Path, target: Path) -> dict[str, Placed]:
    """Return what the manifest says of `target`; nothing when it is missing, damaged or of another folder."""
    try:
        manifest = json.loads(file.read_text(encoding="utf-8"))
        if manifest["target"] != str(target.resolve()):
            return {}
        rows: Mapping[str, list[object]] = manifest["files"]
        return {path: Placed(str(row[0]), int(str(row[1])), int(str(row[2]))) for path, row in rows.items()}
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError):
        return {}


def _write_manifest(file: Path, target: Path, placed: Mapping[str, Placed]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = {path: (item.stamp, item.size, item.mtime) for path, item in placed.items()}
    file.write_text(json.dumps({"target": str(target.resolve()), "files": rows}), encoding="utf-8")
