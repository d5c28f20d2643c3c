"""What needs a human hand from time to time: places nobody confirmed, chapters past review, periods that are missing.

Also finds every outgoing link in the files and says what an answer to it means. Asks the network for nothing:
whoever calls this does that, and hands over what came back. What others wrote, also a website about where it went, goes
through `quoting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.contribute.quoting import code, told
from generator.load.places import ENDING, RecordKind, folder_of
from generator.model.pages import HandbookPage
from generator.model.problems import Severity
from generator.model.vocabulary import HandStatus
from generator.relate.freshness import courses_without
from generator.render.words import day_text
from generator.survey import Survey, survey

UNCONFIRMED = "niet_bevestigd"
"""Code of the warning about a place that nobody confirmed lately."""
_FOLDERS = ("vacancies", "assignments", "content", "handbook")
_LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]+")
_LATE_IN_YEAR = 8
"""A school year begins in August."""
MOST_PLACES = 3


class Task(NamedTuple):
    """One thing to do."""

    where: str
    """file from the root of the repository"""
    what: str
    """a Dutch sentence"""


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind, with what to do about them."""

    title: str
    advice: str
    tasks: Sequence[Task]


class Verdict(StrEnum):
    """What an outgoing link turned out to be; in doubt it is never called gone."""

    OK = "ok"
    MOVED = "verhuisd"
    GONE = "weg"
    UNSURE = "onzeker"


class Reply(NamedTuple):
    """What asking for one address came to, redirects followed."""

    status: int
    """HTTP status at the end; 0 when there was no answer"""
    address: str
    """where the last answer came from"""
    lasting: bool
    """every redirect on the way said that it is for good"""
    reason: str = ""
    """why there was no answer, in a few Dutch words"""


class Link(NamedTuple):
    """An outgoing link after it was asked for."""

    address: str
    places: Sequence[str]
    verdict: Verdict
    reply: Reply


# The files


def sections(root: Path, today: date) -> list[Section]:
    """Return what asks for attention below `root` on `today`; samples do not count."""
    found = survey(root, today)
    return [
        Section(
            "Fouten in de gegevens",
            "Met een fout kan de site niet opnieuw gemaakt worden. Los dit als eerste op.",
            [
                Task(f"{problem.file}:{problem.line}", f"{problem.message} {problem.remedy}")
                for problem in found.problems
                if problem.severity is Severity.ERROR
            ],
        ),
        Section(
            "Vacatures die niemand onlangs bevestigde",
            "Vraag de organisatie of de plek er nog is en zet de datum bij `bevestigd_op`.",
            list(_unconfirmed(found)),
        ),
        Section(
            "Vacatures die blijven hangen",
            "Vraag hoe het staat en zet `status: vervuld` of `status: ingetrokken`.",
            list(_stuck(found, today)),
        ),
        Section(
            "Hoofdstukken van het handboek die nagekeken moeten worden",
            "Lees het hoofdstuk, pas aan wat niet meer klopt en zet nieuwe datums bovenaan.",
            list(_past_review(found, today)),
        ),
        Section(
            f"Stageperiodes die ontbreken voor {next_school_year(today)}",
            "Vraag de school om haar periodes, of zoek ze op haar website. Noteer de bron.",
            list(_without_periods(found, next_school_year(today))),
        ),
    ]


def next_school_year(today: date) -> str:
    """Return the school year after the one in which `today` lies: "2027-2028"."""
    start = today.year + (1 if today.month >= _LATE_IN_YEAR else 0)
    return f"{start}-{start + 1}"


def _unconfirmed(found: Survey) -> Iterator[Task]:
    samples = {facts.file for facts in found.vacancies.values() if facts.sample}
    for problem in found.problems:
        if problem.code == UNCONFIRMED and problem.file not in samples:
            yield Task(problem.file, problem.message)


def _stuck(found: Survey, today: date) -> Iterator[Task]:
    day = today.toordinal()
    for facts in found.vacancies.values():
        if facts.sample or facts.status not in (HandStatus.OPEN, HandStatus.TALKS):
            continue
        if facts.status == HandStatus.TALKS and facts.closes < day:
            yield Task(facts.file, "Staat op in gesprek, terwijl de sluitdatum voorbij is.")
        elif facts.start and facts.start < day and facts.closes >= day:
            start = day_text(date.fromordinal(facts.start))
            yield Task(facts.file, f"Is nog open, terwijl de stage al begon op {start}.")


def _past_review(found: Survey, today: date) -> Iterator[Task]:
    """Yield the chapters that wait for a reader; one with a date that is none stands among the errors."""
    for file, front in found.pages.items():
        if not isinstance(front, HandbookPage):
            continue
        if front.review_by is None:
            yield Task(file, "Er staat geen datum bij `herzien_voor`.")
        elif front.review_by < today:
            yield Task(file, f"Moest nagekeken zijn voor {day_text(front.review_by)}.")


def _without_periods(found: Survey, year: str) -> Iterator[Task]:
    if found.registers is None:
        return
    for id_, missing in courses_without(year, found.registers, samples=False).items():
        institution = found.registers.institutions[id_]
        all_of_them = len(institution.programmes)
        said = f"{len(missing)} van de {all_of_them} opleidingen hebben nog geen periode"
        if len(missing) == all_of_them:
            said = "geen enkele opleiding heeft al een periode"
        file = f"{folder_of(RecordKind.INSTITUTION)}/{id_}{ENDING}"
        yield Task(file, f"{institution.name}: {said} voor {year}.")


# Outgoing links


def outgoing_links(root: Path) -> dict[str, list[str]]:
    """Return every address outside the site that a file names, with the places (file:line) where it stands."""
    found: dict[str, list[str]] = {}
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".yml", ".md") or path.is_symlink() or not path.is_file():
                continue
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            for number, line in enumerate(lines, start=1):
                for address in _addresses(line):
                    found.setdefault(address, []).append(f"{path.relative_to(root).as_posix()}:{number}")
    return found


def _addresses(line: str) -> Iterator[str]:
    if line.startswith("edit_basis:"):
        return
    for match in _LINK.finditer(line):
        address = match[0].split("#", maxsplit=1)[0].rstrip(".,;:!?*_")
        while address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1].rstrip(".,;:!?*_")
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            continue
        if "." in host and not host.endswith((".example", ".invalid", ".test")):
            yield address


def judge(asked: str, reply: Reply) -> Verdict:
    """Return what a reply says about the address that was asked for.

    Only a clear 404 or 410 means that a page is gone. Blocked, busy, slow, unknown and broken connections are
    unsure: a person must look.
    """
    if reply.status in (404, 410):
        return Verdict.GONE
    if not 200 <= reply.status < 300:
        return Verdict.UNSURE
    return Verdict.MOVED if reply.lasting and _differs(asked, reply.address) else Verdict.OK


def _differs(asked: str, found: str) -> bool:
    """Tell whether two addresses are more than a slash or a letter case of the host apart."""
    one, other = urlsplit(asked), urlsplit(found)
    return (one.scheme, one.netloc.lower(), one.path.rstrip("/"), one.query) != (
        other.scheme,
        other.netloc.lower(),
        other.path.rstrip("/"),
        other.query,
    )


# The report


def report(found: Iterable[Section], links: Sequence[Link], today: date) -> str:
    """Return one Dutch text in Markdown about everything that asks for attention."""
    parts = [f"Nagekeken op {day_text(today)}. Dit bericht wordt elke week vernieuwd."]
    parts.extend(_section_text(section) for section in found if section.tasks)
    parts.extend(_links_text(links))
    if len(parts) == 1:
        parts.append("Er is nu niets te doen.")
    return "\n\n".join(parts) + "\n"


def needs_work(found: Iterable[Section], links: Iterable[Link]) -> bool:
    """Tell whether there is anything to do; a link that is unsure is not enough."""
    return any(section.tasks for section in found) or any(
        link.verdict in (Verdict.GONE, Verdict.MOVED) for link in links
    )


def _section_text(section: Section) -> str:
    rows = "\n".join(f"- [ ] {code(task.where, 200)} {told(task.what)}" for task in section.tasks)
    return f"## {section.title}\n\n{section.advice}\n\n{rows}"


def _links_text(links: Sequence[Link]) -> Iterator[str]:
    by: Mapping[Verdict, list[Link]] = {verdict: [] for verdict in Verdict}
    for link in links:
        by[link.verdict].append(link)
    if by[Verdict.GONE]:
        rows = "\n".join(f"- [ ] <{link.address}> {_at(link)}" for link in by[Verdict.GONE])
        yield f"## Links naar pagina's die weg zijn\n\nZoek een nieuwe pagina of haal de link weg.\n\n{rows}"
    if by[Verdict.MOVED]:
        rows = "\n".join(
            f"- [ ] <{link.address}> staat nu op {code(link.reply.address, 300)} {_at(link)}"
            for link in by[Verdict.MOVED]
        )
        yield f"## Links naar pagina's die verhuisd zijn\n\nVervang het oude adres door het nieuwe.\n\n{rows}"
    if by[Verdict.UNSURE]:
        rows = "\n".join(f"- <{link.address}> {_why(link.reply)} {_at(link)}" for link in by[Verdict.UNSURE])
        yield (
            "## Links waarvan we het niet zeker weten\n\n"
            "De computer kreeg geen duidelijk antwoord. Vaak werkt de link gewoon. Kijk zelf als hij hier lang staat."
            f"\n\n<details><summary>{len(by[Verdict.UNSURE])} links</summary>\n\n{rows}\n\n</details>"
        )
    if links:
        yield f"Van de {len(links)} links naar andere websites werken er {len(by[Verdict.OK])}."


def _at(link: Link) -> str:
    more = len(link.places) - MOST_PLACES
    shown = ", ".join(code(place, 200) for place in link.places[:MOST_PLACES])
    return f"({shown}{f' en nog {more}' if more > 0 else ''})"


def _why(reply: Reply) -> str:
    return reply.reason or f"antwoordde met code {reply.status}"
