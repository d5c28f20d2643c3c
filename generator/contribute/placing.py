"""Where a new file may stand: below its folder, named after its title, and never over anything else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path

from generator.load.places import ENDING, RecordKind, folder_of
from generator.model.vocabulary import LONGEST_SLUG, slug_of
from generator.survey import Survey


def places_for(kind: RecordKind, home: str, title: str, found: Survey) -> Iterator[str]:
    """Yield the paths that a new file in the folder `home` may get, from the root, the best first, without end.

    A path at whose address another vacancy once stood is passed over: old links still lead there.
    """
    claimed = _claimed(kind, found)
    for name in _names(slug_of(title) or kind.value):
        if f"{home}/{name}" not in claimed:
            yield f"{folder_of(kind)}/{home}/{name}{ENDING}"


def drafts_of(kind: RecordKind, name: str) -> Iterator[str]:
    """Yield the paths that an unfinished file may get: outside the data, so that nobody reads it yet."""
    return (f".cache/concepten/{kind.value}-{numbered}{ENDING}" for numbered in _names(name))


def create_file(path: Path, text: str) -> bool:
    """Write a new file whole, or tell that something of that name is there already: a file, a folder or a link.

    Raises OSError when that is impossible; then nothing is left of it.
    """
    try:
        with open(path, "xb") as handle:
            try:
                handle.write(text.encode())
                handle.flush()
            except OSError:
                path.unlink()
                raise
    except FileExistsError:
        return False
    return True


def _names(base: str) -> Iterator[str]:
    yield base
    for number in count(2):
        end = f"-{number}"
        yield slug_of(base, LONGEST_SLUG - len(end)) + end


def _claimed(kind: RecordKind, found: Survey) -> Collection[str]:
    if kind is not RecordKind.VACANCY:
        return ()
    return {former for facts in found.vacancies.values() for former in facts.formerly}
