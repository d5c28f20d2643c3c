"""What a proposal changes, what is wrong in its own files, and what goes wrong elsewhere because of it.

An error elsewhere is the fault of a proposal when it was not there before. So the portal is looked at twice, with and
without the proposal: that holds for every rule there is, also for those that are still to be written. Without a portal
to compare with, nobody is blamed and nothing is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.authored import find_pages
from generator.contribute.pages import PageText, address_of, is_page, new_lines, page_problems, page_remedy, read_text
from generator.contribute.quoting import code
from generator.contribute.site_log import SiteLog, read_log
from generator.load.documents import reason_of
from generator.load.places import is_read
from generator.model.problems import Problem, Severity, has_errors
from generator.survey import Survey, survey

_USUAL = ("vacancies/", "assignments/", "content/", "handbook/")
"""Changes elsewhere touch the portal itself."""
_MOST_LOG = 1024 * 1024


class WrongUsageError(ValueError):
    """What was asked cannot be meant; the text says why, in Dutch."""


class Given(NamedTuple):
    """What is known of a proposal before anything is read."""

    changed: Sequence[str]
    """paths from the root that are new or different; a folder stands for the data and pages in it"""
    gone: Sequence[str] = ()
    """paths from the root that are taken away"""
    before: Path | None = None
    """the root of a portal without the proposal"""
    log: Path | None = None
    """what the build of the site said, when it failed"""


class Elsewhere(NamedTuple):
    """What is wrong outside the files of a proposal."""

    caused: tuple[Problem, ...] = ()
    """what was not there before"""
    older: tuple[Problem, ...] = ()
    """errors that were there before"""
    unclear: tuple[Problem, ...] = ()
    """errors of which nobody can say since when they are there"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal, looked at from all sides."""

    root: Path
    found: Survey
    """the portal with the proposal"""
    data: tuple[str, ...]
    """data files, and files that were meant as data"""
    pages: Mapping[str, PageText]
    fresh: Mapping[str, frozenset[int]]
    """the lines of each page that the proposal writes"""
    gone: tuple[str, ...]
    """data and pages that are taken away"""
    others: tuple[str, ...]
    """other files in the folders that people usually change"""
    portal: tuple[str, ...]
    """everything else: the generator, the theme, the workflows"""
    own: Mapping[str, Sequence[Problem]]
    """what is wrong in the files of the proposal, also in those that are gone, by file"""
    elsewhere: Elsewhere
    unbuilt: str | None
    """what the build of the site said when it failed and no problem explains why; may be empty"""
    help_at: str
    """the mailbox of the bureau, as far as it is known"""

    @property
    def to_mend(self) -> list[Problem]:
        """Return the errors that must be mended before the proposal can go on, here and elsewhere."""
        mine = [problem for problems in self.own.values() for problem in problems]
        every = (*mine, *self.elsewhere.caused)
        return [problem for problem in every if problem.severity is Severity.ERROR]

    @property
    def is_good(self) -> bool:
        """Tell whether nothing in or because of the proposal stands in its way."""
        return not self.to_mend and not self.elsewhere.unclear and self.unbuilt is None


def look_at(root: Path, given: Given, today: date) -> Proposal:
    """Return what can be said of a proposal to the portal below `root`, which holds it already, on `today`.

    Raises WrongUsageError without any path, for a path that is not there and not called gone, or the other way round,
    and for a portal or a log that cannot be read. Nothing in the files makes this raise.
    """
    if not given.changed and not given.gone:
        raise WrongUsageError("noem minstens één bestand.")
    found = survey(root, today)
    before = _portal_before(given.before, today)
    log = read_log(root, _log_text(given.log)) if given.log and not found.has_errors else None
    files = _sorted(root, given, found)
    pages = {file: read_text(root, file) for file in files.pages}
    old = {file: read_text(given.before, file) if given.before else None for file in pages}
    fresh = {file: new_lines(page, old[file]) for file, page in pages.items()}
    own: dict[str, list[Problem]] = {file: [] for file in (*files.data, *files.pages, *files.gone)}
    for problem in (*found.problems, *_of_pages(root, found, pages, fresh, today), *(log.problems if log else ())):
        if problem.file in own:
            own[problem.file].append(problem)
    elsewhere = _elsewhere(found, before, own, {*own, *files.others, *given.gone}, log)
    return Proposal(
        root, found, files.data, pages, fresh, files.gone, files.others, files.portal, own, elsewhere,
        _unexplained(log, own, elsewhere), _mailbox(found) or _mailbox(before),
    )  # fmt: skip


def _mailbox(found: Survey | None) -> str:
    return (found.registers.region.bureau.email or "") if found and found.registers else ""


def _portal_before(before: Path | None, today: date) -> Survey | None:
    if before is None:
        return None
    if not before.is_dir():
        raise WrongUsageError(f"{code(before)} is geen map met het portaal van vóór het voorstel.")
    return survey(before, today)


def _log_text(log: Path) -> str:
    try:
        with open(log, "rb") as handle:
            return handle.read(_MOST_LOG).decode("utf-8", "replace")
    except OSError as error:
        raise WrongUsageError(f"{code(log)} kan niet worden gelezen: {reason_of(error)}.") from None


# Files


class _Files(NamedTuple):
    data: tuple[str, ...]
    pages: tuple[str, ...]
    gone: tuple[str, ...]
    others: tuple[str, ...]
    portal: tuple[str, ...]


def _sorted(root: Path, given: Given, found: Survey) -> _Files:
    known = {*found.kept, *(problem.file for problem in found.problems)}
    parts: dict[str, list[str]] = {name: [] for name in _Files._fields}
    for path in given.gone:
        if _stands(root, path) and not (root / path).is_dir():
            raise WrongUsageError(f"{code(path)} staat er nog. Noem het zonder --weg.")
        parts["gone" if is_read(path) or is_page(path) else _rest(path)].append(path)
    for path in given.changed:
        if not _stands(root, path):
            raise WrongUsageError(
                f"{code(path)} is er niet. Kijk de naam na, of schrijf --weg ervoor als het voorstel het weghaalt."
            )
        for file in _inside(root, path, known):
            kind = "pages" if _is_text(file) else "data" if is_read(file) or file in known else _rest(file)
            parts[kind].append(file)
    return _Files(*(tuple(dict.fromkeys(part)) for part in parts.values()))


def _inside(root: Path, path: str, known: Iterable[str]) -> Iterator[str]:
    """Yield the data and the pages in a folder; a file, or a folder without any, yields itself."""
    folder = root / path
    if not folder.is_dir() or folder.is_symlink():
        yield path
        return
    prefix = "" if path == "." else f"{path.rstrip('/')}/"
    files = sorted(file for file in {*known, *find_pages(root)} if file.startswith(prefix))
    yield from [file for file in files if _stands(root, file)] or [path]


def _is_text(file: str) -> bool:
    return is_page(file) or page_remedy(file) is not None


def _rest(file: str) -> str:
    return "others" if file.startswith(_USUAL) else "portal"


def _stands(root: Path, path: str) -> bool:
    """Tell whether a path stays below the root and something is there."""
    if not path or path.startswith("/") or ".." in PurePosixPath(path).parts:
        return False
    try:
        (root / path).lstat()
    except (OSError, ValueError):
        return False
    return True


# Problems


def _of_pages(
    root: Path, found: Survey, pages: Mapping[str, PageText], fresh: Mapping[str, frozenset[int]], today: date
) -> Iterator[Problem]:
    at: dict[str, list[str]] = {}
    for file in find_pages(root) if pages else ():
        at.setdefault(address_of(file), []).append(file)
    unreadable = {problem.file for problem in found.problems if problem.code == "codering"}
    for file, page in pages.items():
        if file not in unreadable:
            yield from page_problems(page, found.pages.get(file), fresh[file], at.get(address_of(file), ()), today)


def _elsewhere(
    found: Survey, before: Survey | None, own: Mapping[str, object], touched: Collection[str], log: SiteLog | None
) -> Elsewhere:
    """Return what is wrong outside the files `own`, sorted by who can have done it.

    A link of an unchanged page is broken by the proposal when it leads to a file that is `touched`: the other build,
    which could tell, would cost as much as everything else together.
    """
    others = [problem for problem in found.problems if problem.file not in own]
    errors = tuple(problem for problem in others if problem.severity is Severity.ERROR)
    links = [link for link in log.links if link.problem.file not in own] if log else []
    broken = tuple(link.problem for link in links if link.target in touched)
    older = tuple(link.problem for link in links if link.target not in touched)
    if before is None:
        return Elsewhere(broken, older, errors)
    if before.registers is None and found.registers is not None:
        return Elsewhere(broken, older, errors)  # references were not looked at before
    known = {_place_of(problem) for problem in before.problems}
    caused = tuple(problem for problem in others if _place_of(problem) not in known)
    return Elsewhere((*caused, *broken), (*(p for p in errors if _place_of(p) in known), *older))


def _place_of(problem: Problem) -> tuple[object, ...]:
    """Return what stays the same of a problem in a file that nobody touches; its words may name other files."""
    return problem.file, problem.line, problem.column, problem.field, problem.code


def _unexplained(log: SiteLog | None, own: Mapping[str, Sequence[Problem]], elsewhere: Elsewhere) -> str | None:
    if log is None or log.links or has_errors(problem for problems in own.values() for problem in problems):
        return None
    return None if has_errors(elsewhere.older) else log.said
