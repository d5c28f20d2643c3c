"""The parts of the answer to a proposal, each about one file: what is wrong, how it will look, how it reads.

Whatever stands in the files came from strangers. Every text of theirs goes through `quoting` before it stands in the
answer, so that it pings nobody, links nowhere, and shows as plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import IntEnum
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.contribute.pages import address_of, is_page, page_hints
from generator.contribute.period_fit import fit_part
from generator.contribute.previews import assignment_preview, register_preview, vacancy_preview
from generator.contribute.proposal import Proposal
from generator.contribute.quoting import code, told
from generator.contribute.twins import twins_of, twins_table
from generator.load.documents import Document, locate, read_bytes, read_document
from generator.load.places import RecordKind, is_read, kind_of
from generator.model.problems import Finding, Problem, Severity, has_errors
from generator.render import words
from generator.survey import OFFERS
from generator.validate.reading import Hint, HintKind, hints


class Rank(IntEnum):
    """In which order parts stand: what must be mended first, what is fine last."""

    ERRORS = 0
    ELSEWHERE = 1
    GONE = 2
    WARNINGS = 3
    FINE = 4
    REST = 5


class Block(NamedTuple):
    """One part of the answer."""

    rank: Rank
    text: str
    files: tuple[str, ...] = ()
    """what it is about, to be named when the part itself does not fit"""


_MOST_PREVIEWS = 5
"""So many files are shown as they will look; of more, people read what is wrong and nothing else."""
_MOST_COMPARED = 40
"""So many files are compared with all vacancies; a larger proposal is no single place that somebody posts twice."""
_MOST_PROBLEMS = 20
_MOST_LINES = 60
"""So many problems are told of all files together, when many are wrong; a few of each always are."""
_FEWEST = 3
_MOST_HINTS = 8
MOST_NAMES = 20

_KINDS = {
    RecordKind.VACANCY: "Vacature",
    RecordKind.ASSIGNMENT: "Voorbeeldopdracht",
    RecordKind.ORGANISATION: "Organisatie",
    RecordKind.INSTITUTION: "School",
    RecordKind.PERIOD: "Stageperiode",
    RecordKind.REGION: "Gegevens van de regio",
    RecordKind.FIELDS: "Vakgebieden",
    RecordKind.WORDS: "Zoekwoorden",
}


def file_blocks(proposal: Proposal, today: date) -> Iterator[Block]:
    """Yield a part for every file of the proposal; files without anything to say share one when they are many."""
    few = len(proposal.data) + len(proposal.pages) <= _MOST_PREVIEWS
    wrong = sum(has_errors(problems) for problems in proposal.own.values())
    most = min(_MOST_PROBLEMS, max(_FEWEST, _MOST_LINES // max(wrong, 1)))
    fine: list[str] = []
    for file in (*proposal.data, *proposal.pages):
        problems = proposal.own[file]
        more = "\n\n".join(_about(proposal, file, today, few=few))
        if not few and not problems and not more:
            fine.append(file)
            continue
        parts = [_heading(file), *problem_parts(problems, most), more]
        yield Block(_rank(problems), "\n\n".join(part for part in parts if part), (file,))
    if fine:
        yield Block(Rank.FINE, _fine_text(fine), tuple(fine))
    yield from _gone_blocks(proposal, most)


def _gone_blocks(proposal: Proposal, most: int) -> Iterator[Block]:
    """Yield a part for every file that goes; files of one kind without problems share one when they are many."""
    alike: dict[RecordKind | None, list[str]] = {}
    for file in proposal.gone:
        problems = proposal.own[file]
        if len(proposal.gone) > _MOST_PREVIEWS and not problems and not moved_to(proposal, file):
            alike.setdefault(None if is_page(file) else kind_of(file), []).append(file)
            continue
        parts = [_heading(file, "Weg"), *problem_parts(problems, most), _about_gone(proposal, file)]
        yield Block(min(Rank.GONE, _rank(problems)), "\n\n".join(parts), (file,))
    for files in alike.values():
        head = f"### Weg: {words.counted(len(files), 'bestand', 'bestanden')}\n\n{named(files)}."
        lead = "Dit gaat over het eerste bestand; voor de andere geldt hetzelfde."
        yield Block(Rank.GONE, f"{head}\n\n{lead} {_about_gone(proposal, files[0])}", tuple(files))


def problem_parts(problems: Iterable[Problem], most: int, *, with_file: bool = False) -> Iterator[str]:
    """Yield the errors and the warnings as two lists of at most `most` lines, with the names of files when asked."""
    chosen = list(problems)
    for severity, heading in ((Severity.ERROR, "**Dit moet anders**"), (Severity.WARNING, "**Kijk hier nog naar**")):
        lines = [problem_line(problem, with_file=with_file) for problem in chosen if problem.severity is severity]
        if lines:
            yield "\n".join([heading, "", *cut(lines, most)])


def cut(lines: Sequence[str], most: int) -> list[str]:
    """Return at most `most` lines and how many there are besides."""
    left = len(lines) - most
    more = [f"- En nog {words.counted(left, 'punt', 'punten')}. Die zie je als deze zijn opgelost."] if left > 0 else []
    return [*lines[:most], *more]


def problem_line(problem: Problem, *, with_file: bool = False) -> str:
    """Return a problem as one line of a list: where it stands, what is wrong and what to do."""
    field = f", {code(problem.field, 60)}" if problem.field else ""
    where = f"{code(problem.file)}, regel {problem.line}" if with_file else f"Regel {problem.line}"
    remedy = f" *{told(problem.remedy).strip()}*" if problem.remedy else ""
    return f"- {where}{field}: {told(problem.message)}{remedy}"


def named(files: Sequence[str], most: int = MOST_NAMES) -> str:
    """Return the names of files in one line; of more than `most` only how many there are."""
    left = len(files) - most
    names = ", ".join(code(file) for file in files[:most])
    return f"{names} en nog {left}" if left > 0 else names


def _heading(file: str, word: str = "") -> str:
    kind = kind_of(file) if is_read(file) else None
    word = word or (_KINDS[kind] if kind else "Bladzijde" if is_page(file) else "Bestand")
    return f"### {word}: {code(PurePosixPath(file).name)}"


def _rank(problems: Sequence[Problem]) -> Rank:
    if has_errors(problems):
        return Rank.ERRORS
    return Rank.WARNINGS if problems else Rank.FINE


def _fine_text(files: Sequence[str]) -> str:
    return (
        f"### Goed\n\nIn {words.counted(len(files), 'bestand', 'bestanden')} is niets fout: {named(files)}. "
        "Het zijn er te veel om te laten zien hoe ze eruit komen te zien."
    )


def _about(proposal: Proposal, file: str, today: date, *, few: bool) -> Iterator[str]:
    """Yield what can be said of a file besides its problems; of many files only what nobody should miss."""
    kind = kind_of(file) if is_read(file) else None
    problems = proposal.own[file]
    if file in proposal.pages:
        yield from _about_page(proposal, file) if few and is_page(file) else ()
        return
    if kind in OFFERS and not has_errors(problems):
        yield from _about_offer(proposal, file, kind, today, few=few)
    elif kind is not None and kind not in OFFERS and not problems and few and proposal.found.registers:
        yield register_preview(file, kind, proposal.found.registers)
    if kind in OFFERS and few and file in proposal.found.kept:  # else it is no ordinary file, and is never read
        yield from _reading_part(proposal.root, file, kind)


# Offers


def _about_offer(proposal: Proposal, file: str, kind: RecordKind, today: date, *, few: bool) -> Iterator[str]:
    found, key = proposal.found, key_of(file)
    if found.registers is None:
        return
    if kind is RecordKind.ASSIGNMENT:
        if few and key in found.assignments:
            yield assignment_preview(found.assignments[key], found.registers)
        return
    if key not in found.vacancies:
        return
    vacancy = found.vacancy(key)
    if few:
        yield vacancy_preview(key, file, vacancy, found, today)
        yield fit_part(vacancy, found.registers)
    twins = twins_of(key, vacancy, found) if len(proposal.data) <= _MOST_COMPARED else []
    if twins:
        yield twins_table(key, twins, found, today)


# What is gone


def moved_to(proposal: Proposal, file: str) -> str:
    """Return the file of the vacancy that says that it stood in `file` before, or nothing."""
    if kind_of(file) is not RecordKind.VACANCY:
        return ""
    key = key_of(file)
    return next((facts.file for facts in proposal.found.vacancies.values() if key in facts.formerly), "")


def _about_gone(proposal: Proposal, file: str) -> str:
    new = moved_to(proposal, file)
    if new:
        return f"Deze vacature staat nu in {code(new)}. Oude links gaan vanzelf naar het nieuwe adres."
    back = _ONLY_GONE if not (proposal.data or proposal.pages) else _PUT_BACK
    if is_page(file):
        return (
            f"Deze bladzijde verdwijnt, en haar adres {code(address_of(file))} dus ook. Wie een oude link volgt, vindt "
            f"niets meer. Haal ook de links naar deze bladzijde weg. Was dit niet de bedoeling? {back}"
        )
    if kind_of(file) is not RecordKind.VACANCY:
        return f"Dit bestand verdwijnt. Was dit niet de bedoeling? {back}"
    return (
        "Gooi een vacature niet weg: het adres moet blijven, want studenten kunnen haar hebben bewaard. "
        f"{back} Schrijf dan in de vacature `status: vervuld` (er is iemand gevonden) of `status: ingetrokken` (de "
        "plek gaat niet door). Zij gaat daarmee uit alle lijsten. Kreeg het bestand een andere naam? Schrijf dan in "
        f"het nieuwe: {code(f'voorheen: [{key_of(file)}]')}."
    )


_ONLY_GONE = "Klik onderaan op **Close pull request**: dan is er niets gebeurd."
_PUT_BACK = "Zet het bestand terug, of vraag het Stagebureau om dat te doen."


def key_of(file: str) -> str:
    """Return the key of an offer by its file: organisation or field, and name."""
    return file.partition("/")[2].removesuffix(".yml")


# Pages and reading


def _about_page(proposal: Proposal, file: str) -> Iterator[str]:
    page = proposal.pages[file]
    if not proposal.own[file]:
        yield f"Er is niets fout aan de kop van deze bladzijde. Op de site staat zij op {code(address_of(file))}."
    yield from _hints_part(list(page_hints(page, proposal.fresh[file])))


def _reading_part(root: Path, file: str, kind: RecordKind) -> Iterator[str]:
    data = read_bytes(root, file)
    if isinstance(data, Finding):
        return
    document = read_document(file, data)
    if not isinstance(document, Document):
        return
    marks = locate(file, data)
    yield from _hints_part([(marks.mark(hint.path).line, hint) for hint in hints(document.value, kind)], fields=True)


def _hints_part(found: Sequence[tuple[int, Hint]], *, fields: bool = False) -> Iterator[str]:
    if not found:
        return
    loud = {kind: place for place, kind in enumerate(_LOUD)}
    ranked = sorted(found, key=lambda item: loud.get(item[1].kind, len(loud)))
    lines = [
        "**Leest het prettig?**",
        "",
        "Dit zijn tips. Je mag ze laten liggen.",
        "",
        *(_hint_line(hint, line, fields=fields) for line, hint in ranked[:_MOST_HINTS]),
    ]
    left = len(found) - _MOST_HINTS
    if left > 0:
        lines.append(f"- En nog {words.counted(left, 'tip', 'tips')}, vooral over lange zinnen en moeilijke woorden.")
    yield "\n".join(lines)


_LOUD = (HintKind.MISSING, HintKind.TITLE, HintKind.ADDRESS, HintKind.TASKS)
"""What helps a student most is said first."""


def _hint_line(hint: Hint, line: int, *, fields: bool) -> str:
    field = f", {code(hint.field, 60)}" if fields else ""
    where = "" if hint.kind is HintKind.MISSING else f"Regel {line}{field}: "
    return f"- {where}{told(hint.message)} {told(hint.remedy).strip()}"
