"""All data files and authored pages read, checked and remembered: the first half of a build, and the whole of `check`.

An unchanged file is neither read nor checked again: what came of it is kept, as plain values, under
a stamp of everything that could change the outcome (code, theme, registers, day). A file counts as
unchanged when its time and size are those of the last build and it is older than that build;
otherwise the hash of its bytes decides.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.authored import find_pages, read_page, read_pages
from generator.load.documents import locate, read_bytes
from generator.load.places import DataFile, RecordKind, find_files
from generator.model.offers import Assignment, Vacancy
from generator.model.pages import FrontMatter
from generator.model.problems import Finding, Problem, Severity, has_errors, place
from generator.parallel import run_chunks
from generator.relate.facts import Facts, facts_of
from generator.relate.links import link_assignment, link_records, link_vacancy
from generator.relate.register_links import (
    findings_in_institution,
    findings_in_organisation,
    findings_in_period,
    findings_in_words,
)
from generator.relate.registers import Registers, gather
from generator.validate.messages import suggest
from generator.validate.records import check_file
from generator.validate.shapes import read_valid
from generator.validate.unread import unread_files

Draw = Callable[[DataFile, Any, Registers, date], tuple[str, str, tuple[Any, ...]]]
"""Renders the two card forms, row and small, of one checked offer, and makes its row for the search."""

OFFERS = (RecordKind.ASSIGNMENT, RecordKind.VACANCY)
CHUNK = 256


class Kept(NamedTuple):
    """What came of one offer file, as builtin values that `marshal` can write."""

    mtime: int
    size: int
    digest: str
    problems: tuple[tuple[Any, ...], ...]
    facts: tuple[Any, ...] = ()
    """`Facts` of a vacancy; empty for an assignment and for a file with errors"""
    value: bytes = b""
    """the marshalled raw value; empty when the file has errors"""
    row: str = ""
    small: str = ""
    search: tuple[Any, ...] = ()
    """`VacancyRow` or `AssignmentRow`; empty where no cards were wanted"""


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that the data folders say on one day, and every problem in them."""

    registers: Registers | None
    """None when the registers themselves have errors"""
    vacancies: Mapping[str, Facts]
    assignments: Mapping[str, Assignment]
    files: Mapping[str, str]
    """file of every usable assignment, by its key"""
    kept: Mapping[str, Kept]
    """what came of every offer file, by file"""
    pages: Mapping[str, FrontMatter]
    """what stands above every usable authored page, by file"""
    problems: Sequence[Problem]
    stamp: str
    read: int = 0
    """how many offer files were really read this time"""

    @property
    def has_errors(self) -> bool:
        """Tell whether the build must stop."""
        return has_errors(self.problems)

    def vacancy(self, key: str) -> Vacancy:
        """Return the whole vacancy for a key."""
        vacancy: Vacancy = read_valid(
            RecordKind.VACANCY, marshal.loads(self.kept[self.vacancies[key].file].value)  # noqa: S302
        )  # fmt: skip
        return vacancy

    def cards(self) -> dict[str, tuple[str, str]]:
        """Return both card forms of every vacancy."""
        return {key: _card(self.kept[facts.file]) for key, facts in self.vacancies.items()}

    def assignment_cards(self) -> dict[str, tuple[str, str]]:
        """Return both card forms of every assignment."""
        return {key: _card(self.kept[self.files[key]]) for key in self.assignments}

    def search_rows(self) -> dict[str, tuple[Any, ...]]:
        """Return the row for the search of every vacancy and assignment, by file."""
        return {file: kept.search for file, kept in self.kept.items() if kept.search}

    def assignment_digests(self) -> dict[str, str]:
        """Return the fingerprint of every assignment file by key."""
        return {key: self.kept[self.files[key]].digest for key in self.assignments}


def _card(kept: Kept) -> tuple[str, str]:
    return kept.row, kept.small


def survey(
    root: Path,
    today: date,
    *,
    draw: Draw | None = None,
    base_stamp: str = "",
    known: Mapping[str, Kept] | None = None,
    known_stamp: str = "",
    known_at: int = 0,
    workers: int = 1,
) -> Survey:
    """Read and check all data below `root` as on `today`.

    `draw` renders the two card forms of an offer and its row for the search, where they are wanted.
    `known` is what an earlier survey kept, of use when its stamp is the same; `known_at` is when
    that was written, in nanoseconds.
    """
    files, problems = _found(root)
    pages, page_problems = read_pages(root)
    problems.extend(page_problems)
    registers, register_stamp = _registers(root, files, problems)
    stamp = _digest(f"{base_stamp}\0{today}\0{register_stamp}".encode())
    offers = [item for item in files if item.kind in OFFERS]
    if registers is None:
        kept = {item.file: _Desk(root, today, None).check(item) for item in offers}
        problems.extend(_problems(kept.values()))
        return Survey(None, {}, {}, {}, kept, pages, sorted(problems), stamp, len(offers))
    usable = known if known and known_stamp == stamp else {}
    kept = {}
    stale: list[DataFile] = []
    for item in offers:
        old = usable.get(item.file)
        if old is not None and _untouched(root, item, old, known_at):
            kept[item.file] = old if old.mtime == item.stamp[0] else old._replace(mtime=item.stamp[0])
        else:
            stale.append(item)
    kept.update(_Desk(root, today, registers, draw).check_all(stale, workers))
    vacancies, assignments, paths = _usable(offers, kept)
    problems.extend(_problems(kept.values()))
    problems.extend(_check_links(root, files, vacancies))
    return Survey(registers, vacancies, assignments, paths, kept, pages, sorted(problems), stamp, len(stale))


def check_paths(root: Path, paths: Iterable[str], today: date) -> list[Problem]:
    """Return the problems of some files and folders (paths from the root), checked against the registers.

    A path with neither data nor an authored page gives a problem of its own; "." is everything.
    """
    paths = list(paths)
    if "." in paths:
        return list(survey(root, today).problems)
    files, problems = _found(root)
    pages = find_pages(root)
    wanted: list[DataFile] = []
    result: list[Problem] = []
    for path in paths:
        inside = [item for item in files if _is_in(item.file, path)]
        authored = [file for file in pages if _is_in(file, path)]
        own = [problem for problem in problems if _is_in(problem.file, path)]
        wanted.extend(inside)
        result.extend(own)
        result.extend(problem for file in authored for problem in read_page(root, file).problems)
        if not inside and not authored and not own:
            result.append(_stray(path, suggest(path, [*(item.file for item in files), *pages], limit=0)))
    register_problems: list[Problem] = []
    registers, _ = _registers(root, files, register_problems)
    chosen = {item.file for item in wanted}
    result.extend(problem for problem in register_problems if problem.file in chosen)
    if registers is None and not any(item.kind not in OFFERS for item in wanted):
        result.extend(problem for problem in register_problems if problem.severity is Severity.ERROR)
    desk = _Desk(root, today, registers)
    result.extend(_problems(desk.check(item) for item in wanted if item.kind in OFFERS))
    if registers is not None:
        linked = _check_links(root, files, _facts_for(root, files, chosen))
        result.extend(problem for problem in linked if problem.file in chosen)
    return sorted(set(result))


def _is_in(file: str, path: str) -> bool:
    """Tell whether a file is the one at `path`, or lies in that folder."""
    return file == path or file.startswith(path.rstrip("/") + "/")


def _found(root: Path) -> tuple[list[DataFile], list[Problem]]:
    """Return the data files, and the problems of files that are missing, have a wrong name or are read by nobody."""
    files, problems = find_files(root)
    known = {item.file for item in files}
    return files, [*problems, *unread_files(root, known)]


def _check_links(root: Path, files: Sequence[DataFile], vacancies: Mapping[str, Facts]) -> list[Problem]:
    keys = {kind: {item.key: item.file for item in files if item.kind is kind} for kind in OFFERS}
    return [
        problem
        for file, finding in link_records(vacancies, keys[RecordKind.VACANCY], keys[RecordKind.ASSIGNMENT])
        for problem in _place(root, file, (finding,))
    ]


def _facts_for(root: Path, files: Sequence[DataFile], chosen: set[str]) -> dict[str, Facts]:
    """Return the facts of the chosen vacancies that can be used, and of those they are paired with."""
    by_key = {item.key: item for item in files if item.kind is RecordKind.VACANCY}
    facts: dict[str, Facts] = {}
    waiting = [key for key, item in by_key.items() if item.file in chosen]
    pairs: list[str] = []
    for key in waiting:
        found = _facts(root, by_key[key])
        if found:
            facts[key] = found
            pairs.append(found.paired_with)
    for key in pairs:
        found = _facts(root, by_key[key]) if key in by_key and key not in facts else None
        if found:
            facts[key] = found
    return facts


def _facts(root: Path, item: DataFile) -> Facts | None:
    data = read_bytes(root, item.file)
    checked = None if isinstance(data, Finding) else check_file(item.kind, item.file, data)
    return facts_of(item.key, checked.record, item.file) if checked and checked.record else None


def _stray(path: str, hint: str) -> Problem:
    remedy = hint or "Geef een bestand of map onder vacancies/, assignments/, content/ of handbook/."
    return Problem(path, 1, 1, "", Severity.ERROR, "geen_gegevens", "Dit is geen gegevensbestand.", remedy)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=12).hexdigest()


def _untouched(root: Path, item: DataFile, old: Kept, known_at: int) -> bool:
    if (old.mtime, old.size) == item.stamp and old.mtime < known_at:
        return True
    if old.size != item.stamp[1]:
        return False
    data = read_bytes(root, item.file)
    return not isinstance(data, Finding) and _digest(data) == old.digest


# Registers


def _registers(root: Path, files: Sequence[DataFile], problems: list[Problem]) -> tuple[Registers | None, str]:
    records: dict[RecordKind, dict[str, Any]] = {kind: {} for kind in RecordKind}
    hashed = hashlib.blake2b(digest_size=12)
    broken = False
    paths: dict[tuple[RecordKind, str], str] = {}
    for item in files:
        if item.kind in OFFERS:
            continue
        data = read_bytes(root, item.file)
        if isinstance(data, Finding):
            problems.extend(_unreadable(item.file, data))
            broken = True
            continue
        hashed.update(item.file.encode(errors="surrogateescape") + b"\0" + data + b"\0")
        checked = check_file(item.kind, item.file, data)
        problems.extend(checked.problems)
        broken = broken or checked.record is None
        if checked.record is not None:
            records[item.kind][item.key] = checked.record
            paths[item.kind, item.key] = item.file
    region = records[RecordKind.REGION].get("regio")
    fields = records[RecordKind.FIELDS].get("vakgebieden")
    if broken or region is None or fields is None:
        return None, hashed.hexdigest()
    registers = gather(
        region,
        fields.fields,
        records[RecordKind.ORGANISATION],
        records[RecordKind.INSTITUTION],
        records[RecordKind.WORDS].get("zoekwoorden"),
        records[RecordKind.PERIOD],
    )
    between = [
        problem
        for kind, id_, findings in _between(records, registers)
        for problem in _place(root, paths[kind, id_], tuple(findings))
    ]
    problems.extend(between)
    return (None if has_errors(between) else registers), hashed.hexdigest()


def _between(
    records: Mapping[RecordKind, Mapping[str, Any]], registers: Registers
) -> Iterator[tuple[RecordKind, str, Iterable[Finding]]]:
    """Yield for every register what is wrong between it and the others."""
    institutions = records[RecordKind.INSTITUTION]
    for id_, words in records[RecordKind.WORDS].items():
        yield RecordKind.WORDS, id_, findings_in_words(words, registers)
    for id_, organisation in records[RecordKind.ORGANISATION].items():
        yield RecordKind.ORGANISATION, id_, findings_in_organisation(id_, organisation, registers)
    for id_, institution in institutions.items():
        yield RecordKind.INSTITUTION, id_, findings_in_institution(institution, registers)
    for ref, period in records[RecordKind.PERIOD].items():
        yield RecordKind.PERIOD, ref, findings_in_period(ref, period, institutions)


def _place(root: Path, file: str, findings: Sequence[Finding]) -> list[Problem]:
    if not findings:
        return []
    data = read_bytes(root, file)
    if isinstance(data, Finding):
        return _unreadable(file, data)
    return list(place(findings, locate(file, data)))


def _unreadable(file: str, finding: Finding) -> list[Problem]:
    return [Problem(file, 1, 1, "", finding.severity, finding.code, finding.message, finding.remedy)]


# Offers


@dataclass(frozen=True, slots=True)
class _Desk:
    """What offers are checked with: where their files are, who takes part, which day it is, and who draws them."""

    root: Path
    today: date
    registers: Registers | None
    draw: Draw | None = None

    def check_all(self, items: Sequence[DataFile], workers: int) -> dict[str, Kept]:
        """Return what came of some offer files, by file; the work is divided over `workers` processes."""

        def work(chunk: Sequence[DataFile]) -> bytes:
            return marshal.dumps([(item.file, tuple(self.check(item))) for item in chunk])

        kept: dict[str, Kept] = {}
        for packed in run_chunks(work, items, CHUNK, workers):
            for file, values in marshal.loads(packed):  # noqa: S302 - our own bytes, from our own child
                kept[file] = Kept(*values)
        return kept

    def check(self, item: DataFile) -> Kept:
        """Return what came of one offer file."""
        data = read_bytes(self.root, item.file)
        if isinstance(data, Finding):
            return Kept(*item.stamp, "", _plain(_unreadable(item.file, data)))
        digest = _digest(data)
        checked = check_file(item.kind, item.file, data)
        problems = list(checked.problems)
        if checked.record is None or checked.value is None:
            return Kept(*item.stamp, digest, _plain(problems))
        if self.registers is None:
            return Kept(*item.stamp, digest, _plain(problems), value=marshal.dumps(checked.value))
        findings = tuple(self._links(item, checked.record, self.registers))
        if findings:
            problems.extend(place(findings, locate(item.file, data)))
        if has_errors(problems):
            return Kept(*item.stamp, digest, _plain(problems))
        draw = self.draw
        row, small, search = draw(item, checked.record, self.registers, self.today) if draw else ("", "", ())
        is_vacancy = item.kind is RecordKind.VACANCY
        facts = tuple(facts_of(item.key, checked.record, item.file, digest)) if is_vacancy else ()
        return Kept(*item.stamp, digest, _plain(problems), facts, marshal.dumps(checked.value), row, small, search)

    def _links(self, item: DataFile, record: Any, registers: Registers) -> Iterator[Finding]:
        if item.kind is RecordKind.VACANCY:
            return link_vacancy(item.key, record, registers, self.today)
        return link_assignment(item.key, record, registers)


def _plain(problems: Iterable[Problem]) -> tuple[tuple[Any, ...], ...]:
    return tuple((*problem[:4], problem.severity.value, *problem[5:]) for problem in problems)


def _problems(kept: Iterable[Kept]) -> list[Problem]:
    return [Problem._make((*values[:4], Severity(values[4]), *values[5:])) for item in kept for values in item.problems]


def _usable(
    offers: Sequence[DataFile], kept: Mapping[str, Kept]
) -> tuple[dict[str, Facts], dict[str, Assignment], dict[str, str]]:
    vacancies: dict[str, Facts] = {}
    assignments: dict[str, Assignment] = {}
    paths: dict[str, str] = {}
    for item in offers:
        entry = kept[item.file]
        if not entry.value:
            continue
        if item.kind is RecordKind.VACANCY:
            vacancies[item.key] = Facts(*entry.facts)
        else:
            assignments[item.key] = read_valid(RecordKind.ASSIGNMENT, marshal.loads(entry.value))  # noqa: S302
            paths[item.key] = item.file
    return vacancies, assignments, paths
