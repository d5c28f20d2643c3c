"""Files that look like data and that nobody reads, because their place or their name is not right.

A colleague without git types a path by hand. Without a word about it, a vacancy in the wrong place would simply never
appear, and nobody would know why.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from generator.load.places import DATA_FOLDERS, REGISTERS, RecordKind, folder_of, is_read, place_of
from generator.model.problems import Problem, Severity
from generator.model.vocabulary import slug_of

_LEFT_BEHIND = re.compile(
    r"[.~#].*|.*(?:~|\.(?:bak|orig|rej|swp))|(?:readme|leesmij)(?:\.(?:md|txt))?|thumbs\.db|desktop\.ini", re.IGNORECASE
)
"""What git, editors and Windows leave, and what explains a folder."""
_NO_TEXT = re.compile(
    r"\.(docx?|odt|rtf|pdf|pages|xlsx?|ods|csv|pptx?|png|jpe?g|gif|webp|heic|svg|zip)$", re.IGNORECASE
)
_ENDINGS = re.compile(rf"(\.(ya?ml|txt|md|json)|{_NO_TEXT.pattern.removesuffix('$')})+$", re.IGNORECASE)
_YAML = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
_SETTINGS = re.compile(r"mkdocs[^/]*\.yml")
"""The files at the top that belong to the tools."""
_NEAR = ("content", "registers")
"""Folders at the top in which people look for the data folders."""
_ALIKE = 0.75
_WORDS = {word: kind for kind in DATA_FOLDERS for word in (folder_of(kind).rpartition("/")[2], kind.value)} | {
    "vacatures": RecordKind.VACANCY,
    "stages": RecordKind.VACANCY,
    "opdrachten": RecordKind.ASSIGNMENT,
    "voorbeeldopdrachten": RecordKind.ASSIGNMENT,
    "scholen": RecordKind.INSTITUTION,
}
"""What people call a folder, in small letters, with the kind of record that they mean by it."""


def unread_remedy(path: str) -> str | None:
    """Return what to do with a file that looks like data and is not read, as a Dutch sentence; None for any other.

    `path` leads from the root of the repository to a file, with forward slashes. Only the path is looked at, so the
    file need not exist: a path that is read, one outside the data, and what editors leave behind all give None.
    """
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or any(_LEFT_BEHIND.fullmatch(part) for part in parts):
        return None
    if is_read(path) or not _looks_like_data(parts):
        return None
    kind, homes = _meant(parts)
    return _put_in(kind, homes, parts) if kind else _UNSURE


def unread_files(root: Path, known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for every file below `root` that looks like data and is not read.

    `known` are the paths that were found already; links are left to the reader of files, and never followed.
    """
    for file in _files_below(root):
        remedy = None if file in known else unread_remedy(file)
        if remedy:
            yield Problem(file, 1, 1, "", Severity.ERROR, "verkeerde_plek", _MESSAGE, remedy)


_MESSAGE = "Dit wordt niet gelezen en komt dus niet op de site: de plek of de naam van het bestand klopt niet."
_UNSURE = (
    f"Zet een vacature in `{place_of(RecordKind.VACANCY)}`, een voorbeeldopdracht in "
    f"`{place_of(RecordKind.ASSIGNMENT)}`, een organisatie in `{place_of(RecordKind.ORGANISATION)}` en een school in "
    f"`{place_of(RecordKind.INSTITUTION)}`. Is het iets anders, haal het dan hier weg."
)


def _looks_like_data(parts: tuple[str, ...]) -> bool:
    """Tell whether somebody meant this as data: everything in a data folder is, elsewhere only YAML."""
    path = "/".join(parts)
    if path.startswith((*(f"{folder_of(kind)}/" for kind in DATA_FOLDERS), f"{REGISTERS}/")):
        return True
    if len(parts) == 1:
        return bool(_YAML.search(path)) and not _SETTINGS.fullmatch(path)
    return _named(parts[0]) is not None or (parts[0] in _NEAR and bool(_YAML.search(path)))


def _meant(parts: tuple[str, ...]) -> tuple[RecordKind | None, tuple[str, ...]]:
    """Return the kind of record that the outermost folder with a name of ours says, and the folders below that one."""
    for place, part in enumerate(parts[:-1]):
        kind = _named(part)
        if kind:
            return kind, parts[place + 1 : -1]
    return None, ()


def _named(folder: str) -> RecordKind | None:
    close = difflib.get_close_matches(folder.lower(), _WORDS, n=1, cutoff=_ALIKE)
    return _WORDS[close[0]] if close else None


def _put_in(kind: RecordKind, homes: tuple[str, ...], parts: tuple[str, ...]) -> str:
    """Say where a file belongs, with its own names where they can stay."""
    place = place_of(kind)
    home, name = slug_of(homes[0]) if homes else "", slug_of(_ENDINGS.sub("", parts[-1]))
    if home:
        place = re.sub("<[^>]*>/", f"{home}/", place)
    if name:
        place = place.replace("<naam>", name)
    if _NO_TEXT.search(parts[-1]):
        return f"Hier horen alleen tekstbestanden. Zet de tekst in `{place}` en haal dit bestand weg."
    stays = PurePosixPath(place).parent == PurePosixPath(*parts[:-1])
    return f"{'Noem het' if stays else 'Zet het in'} `{place}`."


# Looking for them


def _files_below(root: Path) -> Iterator[str]:
    """Yield the files in every place where data is looked for or could be put by mistake, in a fixed order."""
    for entry in _entries(root):
        if entry.is_file(follow_symlinks=False):
            yield entry.name
        elif entry.is_dir(follow_symlinks=False) and (entry.name in _NEAR or _named(entry.name)):
            yield from _walk(entry.path, entry.name)


def _walk(folder: str, name: str) -> Iterator[str]:
    """Yield the files in a folder at any depth, without recursion: a stranger decides how deep it goes."""
    waiting = [(folder, name)]
    while waiting:
        here, above = waiting.pop()
        for entry in _entries(Path(here)):
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{above}/{entry.name}"))
            elif entry.is_file(follow_symlinks=False):
                yield f"{above}/{entry.name}"


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
