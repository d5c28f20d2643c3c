"""From a filled in form to a proposal, in three steps with rising rights: lees, antwoord, voorstel.

`lees` has no rights and turns the text of the issue into data. `antwoord` may write below an issue.
`voorstel` may make a branch and a pull request, and trusts nothing but the shape of the data.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from gh import GitHubError, call, clean, comment, notice, output, read_event, shorten
from tak import START_CHECK, RefusedError, holds, open_proposal, propose

MARKER = "<!-- stageportaal-aanmelding -->"
KINDS = ("vacature", "opdracht", "periode")
"""The labels of the forms, which are the kinds that the generator knows."""
AGREED = "akkoord"
"""The label with which a maintainer says yes to the text as it is at that moment."""
_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
PLACES = {
    "vacature": re.compile(f"vacancies/{_NAME}/{_NAME}\\.yml"),
    "opdracht": re.compile(f"assignments/{_NAME}/{_NAME}\\.yml"),
    "periode": re.compile(f"content/registers/stageperiodes/{_NAME}/{_NAME}\\.yml"),
}
MOST_BYTES = 64 * 1024
_LAST_LINE = re.compile(r"<!-- bestand: (\S{1,200}) -->")
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}")
_STEPS = "**Wat gebeurt er nu?**"
"""How the last part of an answer begins, which tells of a proposal that is still to come."""
NOTHING = "De computer kon van deze aanmelding niets maken. Het Stagebureau kijkt ernaar."


class Report(NamedTuple):
    """What came of one form."""

    number: int
    kind: str
    path: str
    """where the file belongs; empty when none was made"""
    answer: str
    text: str
    """the file itself"""


def kind_of(labels: list[dict[str, Any]]) -> str:
    """Return the kind that the labels of an issue name, or nothing."""
    names = [label.get("name", "") for label in labels]
    return next((name for name in names if name in KINDS), "")


def place_in(kind: str, path: str) -> str:
    """Return `path` when a file of this kind may stand there. Raises RefusedError."""
    if not PLACES[kind].fullmatch(path) or len(path) > 200:
        raise RefusedError("het pad van het bestand klopt niet")
    return path


# lees


def intake(kind: str, text: str, folder: Path) -> tuple[str, str]:
    """Return the answer of the generator, and the path of the file that it made or nothing."""
    file = folder / "tekst.md"
    file.write_text(text, encoding="utf-8", errors="replace")
    program = os.environ.get("STAGEPORTAAL", ".venv/bin/stageportaal")
    command = [program, "intake", "--soort", kind, "--tekst", str(file)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return NOTHING, ""
    sys.stderr.write(done.stderr.decode(errors="replace"))
    said = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode not in (0, 1) or not said:
        return NOTHING, ""
    last = _LAST_LINE.fullmatch(said.splitlines()[-1])
    return said, place_in(kind, last[1]) if last and done.returncode == 0 else ""


def made_file(path: str) -> bytes:
    """Return the bytes of the file that the generator made; nothing for no file. Raises RefusedError."""
    if not path:
        return b""
    file = Path(path)
    if file.is_symlink() or not file.is_file() or not 0 < file.stat().st_size <= MOST_BYTES:
        raise RefusedError("het bestand klopt niet")
    return file.read_bytes()


def lees(target: Path) -> int:
    """Turn the issue of the event into aanmelding.json and, when it could be made, the file."""
    issue = read_event()["issue"]
    kind = kind_of(issue["labels"])
    if not kind:
        notice("Deze aanmelding heeft geen label van een formulier.")
        output("gelezen", "nee")
        return 0
    target.mkdir(parents=True, exist_ok=True)
    work = target.parent / "werk"
    work.mkdir(exist_ok=True)
    try:
        answer, path = intake(kind, issue.get("body") or "", work)
        content = made_file(path)
    except RefusedError as error:
        sys.stderr.write(f"{error}\n")
        answer, path, content = NOTHING, "", b""
    report = {"nummer": issue["number"], "soort": kind, "pad": path, "antwoord": shorten(answer)}
    (target / "aanmelding.json").write_text(json.dumps(report), encoding="utf-8")
    (target / "bestand.yml").write_bytes(content)
    output("gelezen", "ja")
    return 0


# antwoord and voorstel


def read(folder: Path, number: int) -> Report:
    """Return the data of the first job when their shape is right to the letter. Raises RefusedError."""
    for name in ("aanmelding.json", "bestand.yml"):
        file = folder / name
        if file.is_symlink() or not file.is_file() or file.stat().st_size > 5 * MOST_BYTES:
            raise RefusedError(f"{name} ontbreekt of is te groot")
    given = json.loads((folder / "aanmelding.json").read_bytes())
    if not isinstance(given, dict) or set(given) != {"nummer", "soort", "pad", "antwoord"}:
        raise RefusedError("aanmelding.json heeft andere velden")
    if given["nummer"] != number or type(given["nummer"]) is not int:
        raise RefusedError("de gegevens horen bij een andere aanmelding")
    if given["soort"] not in PLACES or not all(isinstance(given[name], str) for name in ("pad", "antwoord")):
        raise RefusedError("aanmelding.json klopt niet")
    data = (folder / "bestand.yml").read_bytes()
    if given["pad"]:
        place_in(given["soort"], given["pad"])
        if not data or len(data) > MOST_BYTES:
            raise RefusedError("het bestand is leeg of te groot")
    return Report(number, given["soort"], given["pad"], given["antwoord"], data.decode("utf-8"))


def antwoord(folder: Path) -> int:
    """Tell at once, below the issue, what is missing; after a yes also what becomes of the text as it was then."""
    issue = read_event()["issue"]
    repository, number = os.environ["GITHUB_REPOSITORY"], int(issue["number"])
    report = read(folder, number)
    agreed = any(label.get("name") == AGREED for label in issue["labels"])
    proposal = open_proposal(repository, number)
    if not proposal and not agreed:
        text = clean(report.answer)
    elif proposal and holds(repository, number, report.path, report.text):
        text = f"Er staat een voorstel klaar: #{proposal}. Daarin staat deze tekst.\n\n{_without_steps(report)}"
    else:
        text = f"{_overtaken(proposal, report)}\n\n{_without_steps(report)}"
        _take_back(repository, number, proposal)
    comment(repository, number, MARKER, text)
    return 0


def _overtaken(proposal: int, report: Report) -> str:
    """Return what happens now with a text that is younger than the yes that somebody gave."""
    head = f"**Voorstel #{proposal} heeft nog je vorige tekst.**" if proposal else "**Je hebt je tekst veranderd.**"
    then = f"Dan krijgt #{proposal} je nieuwe tekst." if proposal else "Dan komt er een voorstel."
    if report.path:
        now = (
            f"Het Stagebureau leest nu je nieuwe tekst en zet het label er opnieuw op. {then} Jij hoeft niets te doen."
        )
    else:
        now = (
            "In je nieuwe tekst moet nog iets anders; dat staat hieronder. Klopt alles, dan zet het Stagebureau het "
            f"label er opnieuw op. {then}"
        )
    return f"{head} Het label `{AGREED}` gold voor die tekst en is er weer af. {now}"


def _take_back(repository: str, number: int, proposal: int) -> None:
    """Take the label away, which was about another text, and say so where people decide on the proposal."""
    try:
        call(f"repos/{repository}/issues/{number}/labels/{AGREED}", "DELETE")
    except GitHubError as error:
        if error.status != 404:  # somebody took it away already
            raise
    if proposal:
        text = (
            f"**Dit voorstel heeft een oude tekst.** De inzender heeft aanmelding #{number} daarna veranderd. Neem het "
            f"nog niet over. Lees #{number} en zet daar het label `{AGREED}` opnieuw op. Dan komt de nieuwe tekst hier."
        )
        comment(repository, proposal, MARKER, text)


def _without_steps(report: Report) -> str:
    """Return the answer without its last part, which tells of a proposal that is still to come."""
    return clean(report.answer).partition(_STEPS)[0].strip()


def may_agree(repository: str, login: str) -> bool:
    """Tell whether somebody who set the label may also write in the repository."""
    if not _LOGIN.fullmatch(login):
        return False
    try:
        said = call(f"repos/{repository}/collaborators/{login}/permission")
    except GitHubError as error:
        if error.status == 404:
            return False
        raise
    return said["permission"] in ("admin", "maintain", "write")


def voorstel(folder: Path) -> int:
    """Make the proposal and say below the issue how it went, good or bad."""
    event = read_event()
    repository, number = os.environ["GITHUB_REPOSITORY"], int(event["issue"]["number"])
    if not may_agree(repository, event["sender"]["login"]):
        notice(f"Het label {AGREED} telt alleen van iemand die in de repository mag schrijven.")
        return 0
    failed = False
    try:
        text = _proposed(repository, read(folder, number))
    except (RefusedError, GitHubError, UnicodeDecodeError, ValueError) as error:
        failed = True
        reason = str(error) if isinstance(error, RefusedError) else "GitHub gaf een fout"
        sys.stderr.write(f"{error}\n")
        text = f"Het voorstel is niet gemaakt: {reason}. Het Stagebureau kijkt in het logboek van de workflow."
    comment(repository, number, MARKER, text)
    return int(failed)


def _proposed(repository: str, report: Report) -> str:
    """Make or renew the proposal of a form when there is a file, and return what to say below the form."""
    before = open_proposal(repository, report.number)
    if not report.path:
        state = f"Voorstel #{before} heeft nog je vorige tekst" if before else "Er is nog geen voorstel gemaakt"
        return (
            f"{state}, want er ontbreekt iets. Pas de aanmelding aan met **Edit**. Daarna zet het Stagebureau het "
            f"label `{AGREED}` er opnieuw op.\n\n{clean(report.answer)}"
        )
    made = propose(repository, os.environ["GITHUB_SHA"], report.number, report.path, report.text)
    if before:
        text = f"Dit voorstel heeft nu de nieuwste tekst van aanmelding #{report.number}. {START_CHECK}"
        comment(repository, made, MARKER, text)
    state = f"Voorstel #{made} heeft nu je nieuwe tekst." if before else f"Er staat een voorstel klaar: #{made}."
    return f"{state}\n\n{_without_steps(report)}"


def main() -> int:
    """Run the step that the first argument names, on the folder that the second names."""
    steps = {"lees": lees, "antwoord": antwoord, "voorstel": voorstel}
    return steps[sys.argv[1]](Path(sys.argv[2]))


if __name__ == "__main__":
    sys.exit(main())
