"""The one answer to a proposal on GitHub: Dutch Markdown that says what is wrong, how it will look, and what is next.

What must be mended comes first, here and elsewhere; the first sentence counts all of it. Whatever stands in the files
came from strangers: see `answer_blocks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.contribute.answer_blocks import (
    Block,
    Rank,
    cut,
    file_blocks,
    moved_to,
    named,
    problem_line,
    problem_parts,
)
from generator.contribute.proposal import Given, Proposal, look_at
from generator.contribute.quoting import code
from generator.load.places import RecordKind, is_read, kind_of
from generator.model.problems import Problem, Severity, has_errors
from generator.render import words

MARKER = "<!-- stageportaal-antwoord -->"
"""The first line, by which the workflow finds its own comment again."""
MOST = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""
_ROOM = 1_500
"""Kept free for the last paragraph, which is always there."""
_ROOM_FOR_NAMES = 6_000
"""Kept free to name the files whose part did not fit."""
_MOST_ELSEWHERE = 20
_MOST_OLDER = 5
_MISNAMED = frozenset({"verkeerde_plek", "bestandsnaam", "geen_bladzijde"})
"""Codes of problems that another name or folder mends."""


class Answer(NamedTuple):
    """What is said to the person who made a proposal."""

    text: str
    """Markdown of at most 60,000 characters"""
    is_good: bool
    """whether nothing stands in the way of the proposal, so that the check may be green"""


def answer_to(root: Path, given: Given, today: date) -> Answer:
    """Return the answer to a proposal to the portal below `root`, which holds it already, on `today`.

    Raises WrongUsageError as `look_at` does. Nothing in the files makes this raise.
    """
    proposal = look_at(root, given, today)
    blocks = sorted([*file_blocks(proposal, today), *_other_blocks(proposal)], key=lambda block: block.rank)
    text = _joined([MARKER, f"**Bedankt voor je voorstel. {_verdict(proposal)}**"], blocks, _onward(proposal))
    return Answer(text, proposal.is_good)


# The frame


def _verdict(proposal: Proposal) -> str:
    """Return the first sentence: the worst that is the case, and never that all is well below a red check."""
    errors, elsewhere = proposal.to_mend, proposal.elsewhere
    if errors:
        files = len({problem.file for problem in errors})
        where = f" in {files} bestanden" if files > 1 else ""
        return f"Verbeter nog {words.counted(len(errors), 'punt', 'punten')}{where}, dan kan het verder."
    if proposal.unbuilt is not None:
        return "De website kon er nog niet mee gemaakt worden; hieronder staat hoe het verder gaat."
    if elsewhere.unclear:
        return "In deze bestanden is niets fout, maar elders wel; kijk of dat hierdoor komt."
    lost = [file for file in proposal.gone if not moved_to(proposal, file)]
    if lost:
        return f"Er {'verdwijnt een bestand' if len(lost) == 1 else f'verdwijnen {len(lost)} bestanden'}; {_BETTER}"
    if has_errors(elsewhere.older):
        return "Hier is niets fout. De controle is toch rood, door een fout die er al was; die is niet van jou."
    warnings = sum(len(problems) for problems in (*proposal.own.values(), elsewhere.caused))
    if warnings:
        return f"Er is niets fout; denk nog wel even na over {words.counted(warnings, 'punt', 'punten')}."
    if not proposal.data:
        return "Er veranderen geen vacatures of gegevens; iemand van het team leest het."
    return "Alles klopt; het Stagebureau leest nu mee."


_BETTER = "dat kan meestal beter anders."


def _onward(proposal: Proposal) -> str:
    steps = [*_mending(proposal), _DECIDES]
    if any(is_read(file) and kind_of(file) is RecordKind.VACANCY for file in proposal.data):
        steps.append(
            "Over de plek, de tekst, de vergoeding en de kandidaat beslist je eigen organisatie. "
            "Of de stage meetelt, beslist de school."
        )
    lines = ["### Hoe gaat het verder?", "", *(f"{place}. {step}" for place, step in enumerate(steps, 1))]
    if proposal.help_at:
        lines += ["", f"Kom je er niet uit? Mail {code(proposal.help_at)}. Wij helpen je."]
    return "\n".join(lines)


_DECIDES = (
    "Het Stagebureau leest mee en beslist of dit op het portaal komt. Is er een vraag, dan staat die hieronder en "
    "krijg je een mail."
)


def _mending(proposal: Proposal) -> Iterator[str]:
    """Yield how to mend a file of the proposal on the pages of GitHub."""
    standing = [p for file in (*proposal.data, *proposal.pages) for p in proposal.own[file]]
    if has_errors(standing):
        yield (
            "Open hierboven het tabblad **Files changed**, klik bij het bestand op de drie puntjes en kies "
            "**Edit file**. Maak geen nieuw voorstel. De controle begint vanzelf opnieuw en deze tekst past zich aan."
        )
    if any(problem.code in _MISNAMED for problem in standing):
        yield (
            "De naam en de map verander je daar in het vak boven de tekst. Zet de cursor vooraan in het vak; "
            "met de toets Backspace ga je een map terug."
        )


def _joined(head: Sequence[str], blocks: Sequence[Block], tail: str) -> str:
    """Return the whole answer; of the parts that do not fit, the files with errors are named."""
    text = "\n\n".join(head)
    full = MOST - _ROOM - len(tail)
    for place, block in enumerate(blocks):
        room = full if place == len(blocks) - 1 else full - _ROOM_FOR_NAMES
        if len(text) + len(block.text) > room:
            text += f"\n\n{_left_out(blocks[place:])}"
            break
        text += f"\n\n{block.text}"
    return f"{text}\n\n{tail}\n"


def _left_out(blocks: Sequence[Block]) -> str:
    text = "### Niet alles past hier\n\nHet voorstel is te groot om alles hier te laten zien. "
    wrong = [file for block in blocks if block.rank is Rank.ERRORS for file in block.files]
    if wrong:
        most = next((most for most in (100, 50, 25) if len(named(wrong, most)) < _ROOM_FOR_NAMES - len(text) - 200), 10)
        text += f"Ook in deze bestanden moet nog iets anders: {named(wrong, most)}. "
    return f"{text}Alle meldingen staan bij de controle zelf, onder *Details*."


# What is about no single file


def _other_blocks(proposal: Proposal) -> Iterator[Block]:
    yield from _elsewhere_blocks(proposal)
    if proposal.unbuilt is not None:
        yield Block(Rank.ELSEWHERE, f"### De website\n\n{_unbuilt_text(proposal, proposal.unbuilt)}")
    if proposal.found.registers is None:
        yield Block(
            Rank.WARNINGS,
            "### Niet alles is nagekeken\n\nEr zit een fout in de gegevens van de regio. Zolang die er is, kan de "
            "computer niet kijken naar verwijzingen, stageperiodes en dubbele vacatures.",
        )
    if proposal.others:
        yield Block(Rank.REST, f"### Andere bestanden\n\nDeze leest iemand van het team na: {named(proposal.others)}.")
    if proposal.portal:
        yield Block(
            Rank.REST,
            "### Het portaal zelf\n\nDit voorstel verandert ook hoe het portaal werkt. Daar kijkt iemand van het team "
            f"extra naar: {named(proposal.portal)}.",
        )


def _elsewhere_blocks(proposal: Proposal) -> Iterator[Block]:
    caused, older, unclear = proposal.elsewhere
    broken = [problem for problem in caused if problem.severity is Severity.ERROR]
    weaker = [problem for problem in caused if problem.severity is Severity.WARNING]
    if broken:
        yield _elsewhere_block(Rank.ELSEWHERE, "Elders gaat iets stuk door dit voorstel", _BROKEN, broken)
    if unclear:
        yield _elsewhere_block(Rank.ELSEWHERE, "Elders staat iets fout", _UNCLEAR, unclear)
    if weaker:
        yield _elsewhere_block(Rank.WARNINGS, "Elders verandert er iets door dit voorstel", _WEAKER, weaker)
    if older:
        lines = [problem_line(problem, with_file=True) for problem in older]
        shown = "\n".join(cut(lines, _MOST_OLDER))
        yield Block(Rank.WARNINGS, f"### Dit was al fout\n\n{_OLDER}\n\n{shown}")


_BROKEN = (
    "Deze bestanden zitten niet in je voorstel, maar ze kloppen niet meer door wat jij verandert. Zet de oude naam of "
    "het oude bestand terug. Of verander deze bestanden mee, in hetzelfde voorstel."
)
_UNCLEAR = (
    "Deze bestanden zitten niet in dit voorstel. Kijk of ze fout zijn door wat je verandert. Zo ja, zet dan de oude "
    "naam of het oude bestand terug, of verander deze bestanden mee."
)
_WEAKER = "Deze bestanden zitten niet in je voorstel. Door wat jij verandert, staat er nu iets bij om na te kijken."
_OLDER = (
    "Deze fouten stonden er al en komen niet door jou. Het Stagebureau lost ze op. Zolang ze er staan, blijft de "
    "controle rood."
)


def _elsewhere_block(rank: Rank, title: str, lead: str, problems: Sequence[Problem]) -> Block:
    lists = "\n\n".join(problem_parts(map(_without_guess, problems), _MOST_ELSEWHERE, with_file=True))
    return Block(rank, f"### {title}\n\n{lead}\n\n{lists}", tuple(dict.fromkeys(problem.file for problem in problems)))


def _without_guess(problem: Problem) -> Problem:
    """Return a problem without what to write instead of an id: what is right is the one that was taken away."""
    return problem._replace(remedy="") if problem.code.startswith("onbekend") else problem


def _unbuilt_text(proposal: Proposal, said: str) -> str:
    quoted = f" De computer zei: {code(said, 300)}." if said else ""
    if proposal.portal:
        return f"De website kon er niet mee gemaakt worden.{quoted} De rest staat in het logboek van de controle."
    if proposal.data:
        return (
            f"De gegevens kloppen, maar de website kon er niet mee gemaakt worden.{quoted} Het Stagebureau zoekt uit "
            "waarom. Jij hoeft nu niets te doen."
        )
    return (
        "De website kon niet gemaakt worden. Waarschijnlijk komt dat door een bladzijde in dit voorstel."
        f"{quoted} Kijk je bladzijde daarop na, of vraag het aan het Stagebureau."
    )
