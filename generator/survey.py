"""All data files read, checked and remembered: the first half of a build, and the whole of `check`.

An unchanged file is neither read nor checked again: what came of it is kept, as plain values, under
a stamp of everything that could change the outcome (code, theme, registers, day). A file counts as
unchanged when its time and size are those of the last build and it is older than that build;
otherwise the hash of its bytes decides.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.load import DataFile, RecordKind, find_files, locate, read_bytes
from generator.model.offers import Assignment, Vacancy
from generator.model.parties import Institution, InternshipPeriod, Organisation, SearchWords
from generator.model.problems import Finding, Problem, Severity, has_errors, place
from generator.parallel import run_chunks
from generator.relate.facts import Facts, facts_of
from generator.relate.links import link_assignment, link_records, link_vacancy
from generator.relate.registers import (
    Registers,
    findings_in_institution,
    findings_in_organisation,
    findings_in_period,
    findings_in_words,
    gather,
)
from generator.validate.messages import suggest
from generator.validate.records import check_file
from generator.validate.shapes import read_valid

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
    facts: tuple[Any, ...]
    """`Facts` of a vacancy; empty for an assignment and for a file with errors"""
    value: bytes
    """the marshalled raw value; empty when the file has errors"""
    row: str
    small: str
    search: tuple[Any, ...]
    """`VacancyRow` or `AssignmentRow`; empty where no cards were wanted"""


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that the data folders say on one day, and every problem in them."""

    registers: Registers | None
    """None when the registers themselves have errors"""
    vacancies: Mapping[str, Facts]
    assignments: Mapping[str, Assignment]
    files: Mapping[str, str]
    """file of every usable offer by kind and key"""
    kept: Mapping[str, Kept]
    """what came of every offer file, by file"""
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
    files, problems = find_files(root)
    registers, register_stamp = _registers(root, files, problems)
    stamp = _digest(f"{base_stamp}\0{today}\0{register_stamp}".encode())
    offers = [item for item in files if item.kind in OFFERS]
    if registers is None:
        kept = {item.file: _check_offer(root, item, None, today, None) for item in offers}
        problems.extend(_problems(kept.values()))
        return Survey(None, {}, {}, {}, kept, sorted(problems), stamp, len(offers))
    usable = known if known and known_stamp == stamp else {}
    kept = {}
    stale: list[DataFile] = []
    for item in offers:
        old = usable.get(item.file)
        if old is not None and _untouched(root, item, old, known_at):
            kept[item.file] = old if old.mtime == item.stamp[0] else old._replace(mtime=item.stamp[0])
        else:
            stale.append(item)
    kept.update(_check_offers(root, stale, registers, today, draw, workers))
    vacancies, assignments, paths = _usable(offers, kept)
    problems.extend(_problems(kept.values()))
    problems.extend(_check_links(root, files, vacancies))
    return Survey(registers, vacancies, assignments, paths, kept, sorted(problems), stamp, len(stale))


def check_paths(root: Path, paths: Iterable[str], today: date) -> list[Problem]:
    """Return the problems of some files (paths from the root), checked against the registers.

    A path that is not a data file gives a problem of its own.
    """
    files, problems = find_files(root)
    by_path = {item.file: item for item in files}
    wanted: list[DataFile] = []
    result: list[Problem] = []
    for path in paths:
        inside = [item for file, item in by_path.items() if file == path or file.startswith(path.rstrip("/") + "/")]
        wanted.extend(inside)
        own = [
            problem for problem in problems if problem.file == path or problem.file.startswith(path.rstrip("/") + "/")
        ]
        result.extend(own)
        if not inside and not own:
            known = suggest(path, by_path, limit=0)
            result.append(_stray(path, known))
    register_problems: list[Problem] = []
    registers, _ = _registers(root, files, register_problems)
    chosen = {item.file for item in wanted}
    result.extend(problem for problem in register_problems if problem.file in chosen)
    if registers is None and not any(item.kind not in OFFERS for item in wanted):
        result.extend(problem for problem in register_problems if problem.severity is Severity.ERROR)
    for item in wanted:
        if item.kind in OFFERS:
            result.extend(_problems([_check_offer(root, item, registers, today, None)]))
    if registers is not None:
        linked = _check_links(root, files, _facts_for(root, files, chosen))
        result.extend(problem for problem in linked if problem.file in chosen)
    return sorted(set(result))


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
    return facts_of(item.key, item.file, "", checked.record) if checked and checked.record else None


def _stray(path: str, hint: str) -> Problem:
    remedy = hint or "Geef een bestand of map onder vacancies/, assignments/ of content/registers/."
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
    organisations: dict[str, Organisation] = records[RecordKind.ORGANISATION]
    institutions: dict[str, Institution] = records[RecordKind.INSTITUTION]
    words: dict[str, SearchWords] = records[RecordKind.WORDS]
    periods: dict[str, InternshipPeriod] = records[RecordKind.PERIOD]
    registers = gather(region, fields.fields, organisations, institutions, words.get("zoekwoorden"), periods)
    between: list[Problem] = []
    for id_, register in words.items():
        between.extend(_place(root, paths[RecordKind.WORDS, id_], tuple(findings_in_words(register, registers))))
    for id_, organisation in organisations.items():
        found = tuple(findings_in_organisation(id_, organisation, registers))
        between.extend(_place(root, paths[RecordKind.ORGANISATION, id_], found))
    for id_, institution in institutions.items():
        found = tuple(findings_in_institution(institution, registers))
        between.extend(_place(root, paths[RecordKind.INSTITUTION, id_], found))
    for ref, period in periods.items():
        own = tuple(findings_in_period(ref, period, institutions))
        between.extend(_place(root, paths[RecordKind.PERIOD, ref], own))
    problems.extend(between)
    return (None if has_errors(between) else registers), hashed.hexdigest()


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


def _check_offers(
    root: Path,
    items: Sequence[DataFile],
    registers: Registers,
    today: date,
    draw: Draw | None,
    workers: int,
) -> dict[str, Kept]:
    def work(chunk: Sequence[DataFile]) -> bytes:
        return marshal.dumps([(item.file, tuple(_check_offer(root, item, registers, today, draw))) for item in chunk])

    kept: dict[str, Kept] = {}
    for packed in run_chunks(work, items, CHUNK, workers):
        for file, values in marshal.loads(packed):  # noqa: S302 - our own bytes, from our own child
            kept[file] = Kept(*values)
    return kept


def _check_offer(root: Path, item: DataFile, registers: Registers | None, today: date, draw: Draw | None) -> Kept:
    data = read_bytes(root, item.file)
    if isinstance(data, Finding):
        return Kept(*item.stamp, "", _plain(_unreadable(item.file, data)), (), b"", "", "", ())
    digest = _digest(data)
    checked = check_file(item.kind, item.file, data)
    problems = list(checked.problems)
    if checked.record is None or checked.value is None:
        return Kept(*item.stamp, digest, _plain(problems), (), b"", "", "", ())
    if registers is None:
        return Kept(*item.stamp, digest, _plain(problems), (), marshal.dumps(checked.value), "", "", ())
    if item.kind is RecordKind.VACANCY:
        findings = tuple(link_vacancy(item.key, checked.record, registers, today))
    else:
        findings = tuple(link_assignment(item.key, checked.record, registers))
    if findings:
        problems.extend(place(findings, locate(item.file, data)))
    if has_errors(problems):
        return Kept(*item.stamp, digest, _plain(problems), (), b"", "", "", ())
    row, small, search = draw(item, checked.record, registers, today) if draw else ("", "", ())
    facts = facts_of(item.key, item.file, digest, checked.record) if item.kind is RecordKind.VACANCY else ()
    return Kept(*item.stamp, digest, _plain(problems), tuple(facts), marshal.dumps(checked.value), row, small, search)


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
