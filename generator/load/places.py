"""Which data files there are: the folders of every kind of record, and what their paths mean."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from generator.model.problems import Problem, Severity
from generator.model.vocabulary import LONGEST_SLUG, is_slug


class RecordKind(StrEnum):
    """What a data file holds."""

    REGION = "regio"
    FIELDS = "vakgebieden"
    WORDS = "zoekwoorden"
    ORGANISATION = "organisatie"
    INSTITUTION = "instelling"
    PERIOD = "stageperiode"
    ASSIGNMENT = "opdracht"
    VACANCY = "vacature"


class DataFile(NamedTuple):
    """A file in one of the data folders, not read yet."""

    kind: RecordKind
    file: str
    """path from the root of the repository, with forward slashes"""
    key: str
    """the id of the record: file name without ending, with its folder where folders have a meaning"""
    stamp: tuple[int, int]
    """time of change in nanoseconds and size in bytes"""


REGISTERS = "content/registers"
"""The folder of everything that is known about the region."""
_FOLDERS = (
    (RecordKind.ORGANISATION, f"{REGISTERS}/organisaties", ""),
    (RecordKind.INSTITUTION, f"{REGISTERS}/instellingen", ""),
    (RecordKind.PERIOD, f"{REGISTERS}/stageperiodes", "instelling"),
    (RecordKind.ASSIGNMENT, "assignments", "vakgebied"),
    (RecordKind.VACANCY, "vacancies", "organisatie"),
)
"""Where each kind of record has its files, and what the folders in there are named after, if there are any."""
DATA_FOLDERS = tuple(kind for kind, _, _ in _FOLDERS)
"""The kinds of record that have a folder of files."""
_FILES = (
    (RecordKind.REGION, f"{REGISTERS}/regio.yml"),
    (RecordKind.FIELDS, f"{REGISTERS}/vakgebieden.yml"),
    (RecordKind.WORDS, f"{REGISTERS}/zoekwoorden.yml"),
)
_OPTIONAL = frozenset({RecordKind.WORDS})
"""A region may do without these files."""
ENDING = ".yml"


def find_files(root: Path) -> tuple[list[DataFile], list[Problem]]:
    """List the data files below `root` in a fixed order, and the files that stand in the wrong place."""
    files: list[DataFile] = []
    problems: list[Problem] = []
    for kind, name in _FILES:
        path = root / name
        if path.is_symlink() or not path.is_file():
            if kind in _OPTIONAL and not path.is_symlink():
                continue
            problems.append(_misplaced(name, "bestand_ontbreekt", "Dit bestand ontbreekt.", "Maak het aan."))
            continue
        files.append(DataFile(kind, name, path.stem, _stamp(path.stat())))
    for kind, folder, home in _FOLDERS:
        _scan(root, kind, folder, "", bool(home), files, problems)
    return files, problems


def kind_of(file: str) -> RecordKind | None:
    """Tell what kind of record a path from the root of the repository holds, or None."""
    for kind, name in _FILES:
        if file == name:
            return kind
    for kind, folder, home in _FOLDERS:
        if file.startswith(folder + "/") and file[len(folder) + 1 :].count("/") == bool(home):
            return kind
    return None


def is_read(file: str) -> bool:
    """Tell whether a file with this path from the root is read as data, if it is there."""
    return file.endswith(ENDING) and kind_of(file) is not None


def folder_of(kind: RecordKind) -> str:
    """Return the folder below which the files of `kind` stand; raises KeyError for a kind of one file."""
    return {known: folder for known, folder, _ in _FOLDERS}[kind]


def place_of(kind: RecordKind) -> str:
    """Return the path of a file of `kind` with words for what differs: `vacancies/<organisatie>/<naam>.yml`."""
    names = dict(_FILES)
    names |= {known: f"{folder}/{f'<{home}>/' * bool(home)}<naam>{ENDING}" for known, folder, home in _FOLDERS}
    return names[kind]


def pattern_of(kind: RecordKind) -> str:
    """Return where the files of `kind` stand, from the root of the repository, as editors write it: `a/*/*.yml`."""
    return re.sub("<[a-z]+>", "*", place_of(kind))


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_mtime_ns, status.st_size


def _scan(
    root: Path,
    kind: RecordKind,
    folder: str,
    prefix: str,
    inner: bool,
    files: list[DataFile],
    problems: list[Problem],
) -> None:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        file = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            problems.append(
                _misplaced(
                    file,
                    "verwijzing",
                    "Dit is een verwijzing naar een ander bestand.",
                    "Zet hier een gewoon bestand neer.",
                )
            )
        elif inner and entry.is_dir(follow_symlinks=False):
            _scan(root, kind, file, f"{prefix}{entry.name}/", False, files, problems)
        elif not inner and entry.name.endswith(ENDING) and entry.is_file(follow_symlinks=False):
            stem = entry.name.removesuffix(ENDING)
            files.append(DataFile(kind, file, prefix + stem, _stamp(entry.stat(follow_symlinks=False))))
            if not is_slug(stem):
                problems.append(_misplaced(file, "bestandsnaam", _NAME_RULE, "Geef het bestand een andere naam."))


_NAME_RULE = (
    "De bestandsnaam wordt het adres van de pagina en mag alleen kleine letters, cijfers en streepjes hebben, "
    f"hooguit {LONGEST_SLUG} tekens."
)


def _misplaced(file: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(file, 1, 1, "", Severity.ERROR, code, message, remedy)
