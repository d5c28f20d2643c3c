"""The one answer to a proposal on GitHub: Dutch Markdown that says what is wrong, how it will look, and what is next.

Whatever stands in the files came from strangers. Every text of theirs goes through `safe` or `code` before it stands in
the answer, so that it pings nobody, links nowhere, and shows as plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.contribute.quoting import code, safe, told
from generator.contribute.twins import twins_of, twins_table
from generator.load import Document, RecordKind, kind_of, locate, read_bytes, read_document
from generator.model.offers import Assignment, Vacancy
from generator.model.parties import Institution, Organisation
from generator.model.problems import Finding, Problem, Severity
from generator.relate.fit import Fit, best
from generator.relate.links import span_of
from generator.relate.registers import Course, Registers
from generator.render import words
from generator.render.pages.cards import duration_text, supervision_hours
from generator.render.pages.vacancy import vacancy_page
from generator.survey import OFFERS, Survey, survey
from generator.validate.reading import Hint, HintKind, hints

MARKER = "<!-- stageportaal-antwoord -->"
"""The first line, by which the workflow finds its own comment again."""
MOST = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""
_ROOM = 1_500
"""Kept free for the last paragraph, which is always there."""
_MOST_PROBLEMS = 20
_MOST_HINTS = 8
_MOST_FITS = 5
_MOST_COMPARED = 40
"""So many files are compared with all vacancies; a larger proposal is no single place that somebody posts twice."""
_MOST_OTHERS = 20
_DATA = ("vacancies/", "assignments/", "content/registers/")
_USUAL = ("vacancies/", "assignments/", "content/", "handbook/")
"""Changes elsewhere touch the portal itself."""

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


class _Change(NamedTuple):
    """The paths of a proposal, sorted by what can be said of them."""

    data: tuple[str, ...]
    moved: tuple[str, ...]
    """data files that are no longer there, and moved with their old address"""
    lost: tuple[str, ...]
    """data files that are no longer there, and whose address dies"""
    content: tuple[str, ...]
    """other files in the folders that people usually change"""
    portal: tuple[str, ...]
    """everything else: the generator, the theme, the workflows"""


def answer_to(root: Path, paths: Iterable[str], today: date) -> str:
    """Return the answer to a proposal that changes `paths` (from `root`), as Markdown of at most 60,000 characters.

    Nothing in the files makes this raise; a path that does not exist counts as taken away.
    """
    found = survey(root, today)
    change = _sorted(root, paths, found)
    by_file: dict[str, list[Problem]] = {file: [] for file in change.data}
    for problem in found.problems:
        if problem.file in by_file:
            by_file[problem.file].append(problem)
    compare = len(change.data) <= _MOST_COMPARED
    blocks = [
        *(_about_file(root, file, by_file[file], found, today, compare=compare) for file in change.data),
        *(_about_moved(file, found) for file in change.moved),
        *(_about_lost(file) for file in change.lost),
        *_about_others(change),
    ]
    if found.registers is None:
        blocks.append(_about_registers(found, by_file))
    verdict = _verdict(change, by_file, complete=found.registers is not None)
    return _joined([MARKER, verdict], blocks, _onward(change, by_file, found))


# Sorting


def _sorted(root: Path, paths: Iterable[str], found: Survey) -> _Change:
    known = {*found.kept, *(problem.file for problem in found.problems)}
    former = {key for facts in found.vacancies.values() for key in facts.formerly}
    data: list[str] = []
    moved: list[str] = []
    lost: list[str] = []
    content: list[str] = []
    portal: list[str] = []
    for path in dict.fromkeys(paths):
        folder = path.rstrip("/") + "/"
        inside = [] if path.endswith(".yml") else [file for file in known if file.startswith(folder)]
        if inside and _is_clean(path):
            data.extend(sorted(file for file in inside if _exists(root, file)))
        elif _is_data(path) and _is_clean(path) and not _exists(root, path):
            (moved if _key_of(path) in former else lost).append(path)
        elif _is_clean(path) and (path in known or _is_data(path)) and path.startswith(_DATA):
            data.append(path)
        else:
            (content if path.startswith(_USUAL) and _is_clean(path) else portal).append(path)
    return _Change(*(tuple(dict.fromkeys(part)) for part in (data, moved, lost, content, portal)))


def _is_data(path: str) -> bool:
    return path.endswith(".yml") and kind_of(path) is not None


def _is_clean(path: str) -> bool:
    """Tell whether a path stays below the root and can be a path at all."""
    return "\0" not in path and not path.startswith("/") and ".." not in PurePosixPath(path).parts and bool(path)


def _exists(root: Path, path: str) -> bool:
    try:
        (root / path).lstat()
    except (OSError, ValueError):
        return False
    return True


# The frame


def _verdict(change: _Change, by_file: Mapping[str, Sequence[Problem]], *, complete: bool) -> str:
    severities = [problem.severity for problems in by_file.values() for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    if errors:
        files = sum(any(p.severity is Severity.ERROR for p in problems) for problems in by_file.values())
        where = f" in {files} bestanden" if files > 1 else ""
        points = words.counted(errors, "punt", "punten")
        return f"**Bedankt voor je voorstel. Verbeter nog {points}{where}, dan kan het verder.**"
    if change.lost:
        return "**Bedankt voor je voorstel. Er verdwijnt een bestand, en dat kan meestal beter anders.**"
    if not change.data:
        return "**Bedankt voor je voorstel. Er veranderen geen vacatures of gegevens; iemand van het team leest het.**"
    if not complete:
        return "**Bedankt voor je voorstel. Nog niet alles kon worden nagekeken; hieronder staat waarom.**"
    if warnings:
        return (
            "**Bedankt voor je voorstel. Er is niets fout; denk nog wel even na over "
            f"{words.counted(warnings, 'punt', 'punten')}.**"
        )
    return "**Bedankt voor je voorstel. Alles klopt; het Stagebureau leest nu mee.**"


def _onward(change: _Change, by_file: Mapping[str, Sequence[Problem]], found: Survey) -> str:
    lines = ["### Hoe gaat het verder?", ""]
    broken = any(p.severity is Severity.ERROR for problems in by_file.values() for p in problems)
    if broken:
        lines.append(
            "1. Open hierboven het tabblad **Files changed**, klik bij het bestand op de drie puntjes en kies "
            "**Edit file**. Maak geen nieuw voorstel. De controle begint vanzelf opnieuw en deze tekst past zich aan."
        )
    lines.append(
        f"{len(lines) - 1}. Het Stagebureau leest mee en beslist of dit op het portaal komt. "
        "Is er een vraag, dan staat die hieronder en krijg je een mail."
    )
    if any(kind_of(file) is RecordKind.VACANCY for file in change.data):
        lines.append(
            f"{len(lines) - 1}. Over de plek, de tekst, de vergoeding en de kandidaat beslist je eigen organisatie. "
            "Of de stage meetelt, beslist de school."
        )
    bureau = found.registers.region.bureau if found.registers else None
    if bureau and bureau.email:
        lines += ["", f"Kom je er niet uit? Mail {code(bureau.email)}. Wij helpen je."]
    return "\n".join(lines)


def _joined(head: Sequence[str], blocks: Sequence[str], tail: str) -> str:
    """Return the whole answer; blocks that do not fit are counted."""
    text = "\n\n".join(head)
    for place, block in enumerate(blocks):
        if len(text) + len(block) + len(tail) > MOST - _ROOM:
            left = len(blocks) - place
            text += (
                "\n\nHet voorstel is te groot om alles hier te laten zien. Er ontbreken nog "
                f"{words.counted(left, 'deel', 'delen')}; alle meldingen staan bij de controle zelf, onder *Details*."
            )
            break
        text += f"\n\n{block}"
    return f"{text}\n\n{tail}\n"


def _about_others(change: _Change) -> Iterator[str]:
    if change.content:
        yield f"### Teksten\n\nDeze bladzijden leest iemand van het team na: {_named(change.content)}."
    if change.portal:
        yield (
            "### Voor de beheerder\n\n> [!IMPORTANT]\n> Iemand van het team kijkt hier extra naar. Dit voorstel "
            f"verandert het portaal zelf: {_named(change.portal)}."
        )


def _named(files: Sequence[str]) -> str:
    left = len(files) - _MOST_OTHERS
    names = ", ".join(code(file) for file in files[:_MOST_OTHERS])
    return f"{names} en nog {left}" if left > 0 else names


def _about_registers(found: Survey, by_file: Mapping[str, Sequence[Problem]]) -> str:
    own = any(kind_of(file) not in OFFERS for file in by_file)
    cause = "dat komt door dit voorstel" if own else "dat komt niet door dit voorstel"
    broken = sorted(
        {p.file for p in found.problems if p.severity is Severity.ERROR and kind_of(p.file) not in OFFERS}
        - set(by_file)
    )
    names = f" Het gaat om {_named(broken)}." if broken else ""
    return (
        f"### Niet alles is nagekeken\n\nDe gegevens van de regio hebben fouten ({cause}).{names} Daarom kon hier niet "
        "worden gekeken naar stageperiodes en naar dubbele vacatures."
    )


# One file


def _about_file(
    root: Path, file: str, problems: Sequence[Problem], found: Survey, today: date, *, compare: bool
) -> str:
    kind = kind_of(file)
    stem = PurePosixPath(file).name
    parts = [f"### {_KINDS[kind] if kind else 'Bestand'}: {code(stem)}"]
    parts += _problem_parts(problems)
    if kind in OFFERS and not any(problem.severity is Severity.ERROR for problem in problems):
        parts += _about_offer(file, kind, found, today, compare=compare)
    elif kind is not None and kind not in OFFERS and not problems:
        parts += _about_register(file, kind, found)
    if kind in OFFERS and file in found.kept:  # what is not there is no ordinary file, and is never read
        parts += _reading_part(root, file, kind)
    return "\n\n".join(parts)


def _problem_parts(problems: Sequence[Problem]) -> Iterator[str]:
    for severity, heading in ((Severity.ERROR, "**Dit moet anders**"), (Severity.WARNING, "**Kijk hier nog naar**")):
        chosen = [problem for problem in problems if problem.severity is severity]
        if not chosen:
            continue
        lines = [heading, "", *(_problem_line(problem) for problem in chosen[:_MOST_PROBLEMS])]
        left = len(chosen) - _MOST_PROBLEMS
        if left > 0:
            lines.append(f"- En nog {words.counted(left, 'punt', 'punten')}. Die zie je als deze zijn opgelost.")
        yield "\n".join(lines)


def _problem_line(problem: Problem) -> str:
    field = f", {code(problem.field, 60)}" if problem.field else ""
    return f"- Regel {problem.line}{field}: {told(problem.message)} *{told(problem.remedy).strip()}*"


def _about_offer(file: str, kind: RecordKind, found: Survey, today: date, *, compare: bool) -> Iterator[str]:
    if found.registers is None:
        return
    key = _key_of(file)
    if kind is RecordKind.ASSIGNMENT:
        if key in found.assignments:
            yield _assignment_preview(found.assignments[key], found.registers)
        return
    if key not in found.vacancies:
        return
    vacancy = found.vacancy(key)
    yield _preview(key, file, vacancy, found, today)
    if vacancy.sample:
        yield (
            "Er staat `voorbeeld: true` in: op het portaal heet dit dan een verzonnen stage, en reageren kan niet. "
            "Is het een echte plek? Haal die regel dan weg."
        )
    yield _fit_part(vacancy, found.registers)
    twins = twins_of(key, vacancy, found) if compare else []
    if twins:
        yield twins_table(key, twins, found, today)


def _preview(key: str, file: str, vacancy: Vacancy, found: Survey, today: date) -> str:
    registers = found.registers
    assert registers is not None  # noqa: S101 - for mypy: the caller asked before
    based_on = found.assignments.get(vacancy.based_on or "")
    duo = found.vacancies.get(vacancy.paired_with or "")
    view = vacancy_page(
        key,
        file,
        vacancy,
        registers,
        today,
        similar=(),
        based_on=based_on.title if based_on else "",
        duo=duo.title if duo else "",
    )
    badges = f" ({safe(', '.join(badge.text for badge in view.badges))})" if view.badges else ""
    byline = " · ".join(part for part in (view.organisation.text, view.department, view.place) if part)
    lines = [
        "**Zo komt de vacature eruit te zien**",
        "",
        f"> **{safe(view.title)}**{badges}",
        f"> {safe(byline)}",
        ">",
        f"> {safe(view.summary, 220)}",
        "",
        "| | |",
        "|---|---|",
        *(f"| {safe(fact.label)} | {_cell(fact.value, fact.note)} |" for fact in (*view.facts, *view.practical)),
        f"| Begeleiding | {_cell(*view.supervision[:2])} |",
    ]
    if view.closing_text:
        lines.append(f"| Reageren | {safe(view.closing_text)} |")
    elif view.banner:
        lines.append(f"| Nu | {safe(view.banner.title)} |")
    picture = "Kon de site worden gemaakt, dan zit er bij de controle een afbeelding van de pagina."
    return "\n".join([*lines, "", f"Het adres wordt {code('/' + view.address)}. {picture}"])


def _cell(value: str, note: str = "") -> str:
    return safe(f"{value.removesuffix('.')} ({note.removesuffix('.')})" if note else value.removesuffix("."), 260)


def _assignment_preview(assignment: Assignment, registers: Registers) -> str:
    rows = (
        ("Vakgebied", registers.fields[assignment.field].name),
        ("Niveau", words.levels_text(assignment.levels)),
        ("Soort stage", assignment.kind.label),
        ("Duur", duration_text(assignment)),
        ("Begeleiding", supervision_hours(assignment.supervision.hours_per_week)),
        ("Zelf in te vullen", words.counted(len(assignment.blanks), "plek", "plekken")),
    )
    lines = [
        "**Zo komt de opdracht eruit te zien**",
        "",
        f"> **{safe(assignment.title)}**",
        ">",
        f"> {safe(assignment.summary, 220)}",
        "",
        "| | |",
        "|---|---|",
        *(f"| {label} | {safe(text)} |" for label, text in rows),
    ]
    return "\n".join(lines)


def _about_register(file: str, kind: RecordKind, found: Survey) -> Iterator[str]:
    registers = found.registers
    if registers is None:
        return
    id_ = PurePosixPath(file).stem
    if kind is RecordKind.INSTITUTION and id_ in registers.institutions:
        yield _institution_part(registers.institutions[id_])
    elif kind is RecordKind.PERIOD and PurePosixPath(file).parent.name in registers.institutions:
        yield _institution_part(registers.institutions[PurePosixPath(file).parent.name])
    elif kind is RecordKind.ORGANISATION and id_ in registers.organisations:
        yield _organisation_part(registers.organisations[id_])
    else:
        yield "Er is niets fout. Deze gegevens gelden voor het hele portaal, dus het Stagebureau kijkt ze goed na."


def _institution_part(institution: Institution) -> str:
    confirmed = sum(period.confirmed_on is not None for period in institution.periods)
    return (
        f"Er is niets fout. **{safe(institution.name)}** heeft nu "
        f"{words.counted(len(institution.programmes), 'opleiding', 'opleidingen')} en "
        f"{words.counted(len(institution.periods), 'stageperiode', 'stageperiodes')}; "
        f"{confirmed} daarvan {'is' if confirmed == 1 else 'zijn'} door de school bevestigd. "
        "Over de periodes beslist de school."
    )


def _organisation_part(organisation: Organisation) -> str:
    domains = words.joined(code(domain) for domain in organisation.domains[:5])
    mail = f" Vacatures mogen een mailadres hebben op {domains}." if domains else " Er staat nog geen maildomein bij."
    return f"Er is niets fout. Dit zijn de gegevens van **{safe(organisation.name)}**.{mail}"


def _about_moved(file: str, found: Survey) -> str:
    key = _key_of(file)
    new = next(facts.file for facts in found.vacancies.values() if key in facts.formerly)
    return f"{_gone(file)}\n\nDeze vacature staat nu in {code(new)}. Oude links gaan vanzelf naar het nieuwe adres."


def _about_lost(file: str) -> str:
    if kind_of(file) is not RecordKind.VACANCY:
        return f"{_gone(file)}\n\nDit bestand verdwijnt. Het Stagebureau kijkt na of niets er nog naar verwijst."
    return (
        f"{_gone(file)}\n\nGooi een vacature niet weg: het adres moet blijven, want studenten kunnen haar hebben "
        "bewaard. Zet het bestand terug en schrijf erin `status: vervuld` (er is iemand gevonden) of "
        "`status: ingetrokken` (de plek gaat niet door). De vacature gaat dan uit alle lijsten. "
        f"Kreeg het bestand een andere naam? Schrijf dan in het nieuwe: {code(f'voorheen: [{_key_of(file)}]')}."
    )


def _gone(file: str) -> str:
    return f"### Weg: {code(PurePosixPath(file).name)}"


def _key_of(file: str) -> str:
    return file.partition("/")[2].removesuffix(".yml")


# Periods


def _fit_part(vacancy: Vacancy, registers: Registers) -> str:
    heading = "**Past het in een stageperiode?**"
    named = [registers.courses[ref] for ref in vacancy.programmes if ref in registers.courses]
    if named:
        courses, intro = named, "Dit zijn de opleidingen die je noemt."
    else:
        courses = [
            course
            for course in registers.courses.values()
            if course.programme.level in vacancy.levels and vacancy.field in course.programme.fields
        ]
        intro = "Je noemt geen opleiding. Dit zijn opleidingen met dit niveau en dit vakgebied."
    if not courses:
        return f"{heading}\n\nWe kennen nog geen opleiding met dit niveau en dit vakgebied."
    judged = sorted((_judged(vacancy, course) for course in courses), key=lambda item: list(Fit).index(item[0]))
    shown = _spread(judged)
    lines = [heading, "", intro, "", *(line for _, line in shown)]
    left = len(judged) - len(shown)
    if left:
        counts = ", ".join(
            f"{fit.word.lower()}: {count}" for fit in Fit if (count := sum(other is fit for other, _ in judged))
        )
        lines += ["", f"Van alle {len(judged)} opleidingen: {counts}."]
    return "\n".join(lines)


def _spread(judged: Sequence[tuple[Fit, str]]) -> list[tuple[Fit, str]]:
    """Return a handful, so that every answer that occurs is shown at least once."""
    if len(judged) <= _MOST_FITS:
        return list(judged)
    first = {fit: next(place for place, item in enumerate(judged) if item[0] is fit) for fit, _ in judged}
    places = dict.fromkeys([*first.values(), *range(len(judged))])
    return [judged[place] for place in sorted(list(places)[:_MOST_FITS])]


def _judged(vacancy: Vacancy, course: Course) -> tuple[Fit, str]:
    name = safe(f"{course.programme.name}, {course.institution.short_name}")
    found = best(span_of(vacancy), course.slots)
    if found is None:
        return Fit.UNKNOWN, f"- **{Fit.UNKNOWN.word}**: {name}. Van deze opleiding kennen we de stageperiode nog niet."
    result, place = found
    period = course.periods[place]
    reason = words.fit_sentence(result, vacancy.period.flexible, vacancy.period.ongoing)
    dates = words.range_text(period.start, period.end)
    sample = " Deze periode is een voorbeeld." if period.sample else ""
    return result.fit, f"- **{result.fit.word}**: {name}. {safe(reason)} {safe(period.name)}: {dates}.{sample}"


# Reading


def _reading_part(root: Path, file: str, kind: RecordKind) -> Iterator[str]:
    data = read_bytes(root, file)
    if isinstance(data, Finding):
        return
    document = read_document(file, data)
    if not isinstance(document, Document):
        return
    found = hints(document.value, kind)
    if not found:
        return
    marks = locate(file, data)
    ranked = sorted(found, key=lambda hint: list(HintKind).index(hint.kind) if hint.kind in _LOUD else len(HintKind))
    lines = [
        "**Leest het prettig?**",
        "",
        "Dit zijn tips. Je mag ze laten liggen.",
        "",
        *(_hint_line(hint, marks.mark(hint.path).line) for hint in ranked[:_MOST_HINTS]),
    ]
    left = len(found) - _MOST_HINTS
    if left > 0:
        lines.append(f"- En nog {words.counted(left, 'tip', 'tips')}, vooral over lange zinnen en moeilijke woorden.")
    yield "\n".join(lines)


_LOUD = (HintKind.MISSING, HintKind.TITLE, HintKind.ADDRESS, HintKind.TASKS)
"""What helps a student most is said first."""


def _hint_line(hint: Hint, line: int) -> str:
    where = "" if hint.kind is HintKind.MISSING else f"Regel {line}, {code(hint.field, 60)}: "
    return f"- {where}{told(hint.message)} {told(hint.remedy).strip()}"
