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

MARKER = "<!-- stageportaal-aanmelding -->"
KINDS = ("vacature", "opdracht", "periode")
"""The labels of the forms, which are the kinds that the generator knows."""
_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
PLACES = {
    "vacature": re.compile(f"vacancies/{_NAME}/{_NAME}\\.yml"),
    "opdracht": re.compile(f"assignments/{_NAME}/{_NAME}\\.yml"),
    "periode": re.compile(f"content/registers/stageperiodes/{_NAME}/{_NAME}\\.yml"),
}
MOST_BYTES = 64 * 1024
_LAST_LINE = re.compile(r"<!-- bestand: (\S{1,200}) -->")
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}")
NOTHING = "De computer kon van deze aanmelding niets maken. Het Stagebureau kijkt ernaar."


class RefusedError(Exception):
    """The data are not what they should be, and no proposal is made."""


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
    """Tell at once, below the issue, what is missing."""
    number = int(read_event()["issue"]["number"])
    report = read(folder, number)
    text = clean(report.answer)
    if report.path:
        text += "\n\nZodra het Stagebureau akkoord is, maken wij er een voorstel van. Jij hoeft niets meer te doen."
    comment(os.environ["GITHUB_REPOSITORY"], number, MARKER, text)
    return 0


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


def propose(repository: str, start: str, report: Report) -> int:
    """Make or renew the branch and the pull request of one form; return the number of the pull request.

    `start` is the commit with which the first job made the file.
    """
    main_branch = call(f"repos/{repository}")["default_branch"]
    if _stands(repository, start, report.path):
        raise RefusedError("er staat al een bestand met deze naam")
    branch = f"aanmelding/{report.number}"
    title = f"Aanmelding {report.number}: {report.path}"
    _commit(repository, start, branch, title, report)
    owner = repository.split("/", maxsplit=1)[0]
    opened = call(f"repos/{repository}/pulls?state=open&head={owner}:{branch}&base={main_branch}")
    if opened:
        return int(opened[0]["number"])
    text = (
        f"Gemaakt van aanmelding #{report.number}. Dat bericht sluit vanzelf als je dit overneemt.\n\n"
        f"Closes #{report.number}\n\n"
        "**Voor de beheerder.** De controle begint hier niet vanzelf, omdat een computer dit voorstel maakte. "
        "Zie je onderaan een knop om de workflows goed te keuren, klik daarop. "
        "Zie je die niet, sluit dit voorstel dan en open het meteen weer."
    )
    body = {"title": title, "head": branch, "base": main_branch, "body": text}
    return int(call(f"repos/{repository}/pulls", "POST", body)["number"])


def _stands(repository: str, start: str, path: str) -> bool:
    try:
        call(f"repos/{repository}/contents/{path}?ref={start}")
    except GitHubError as error:
        if error.status == 404:
            return False
        raise
    return True


def _commit(repository: str, start: str, branch: str, title: str, report: Report) -> None:
    """Put one file on a branch in one go, so that an open pull request is never empty in between."""
    git = f"repos/{repository}/git"
    entry = {"path": report.path, "mode": "100644", "type": "blob", "content": report.text}
    below = call(f"{git}/commits/{start}")["tree"]["sha"]
    tree = call(f"{git}/trees", "POST", {"base_tree": below, "tree": [entry]})["sha"]
    commit = call(f"{git}/commits", "POST", {"message": title, "tree": tree, "parents": [start]})["sha"]
    try:
        call(f"{git}/refs", "POST", {"ref": f"refs/heads/{branch}", "sha": commit})
    except GitHubError as error:
        if error.status != 422:  # the branch is there from an earlier time
            raise
        call(f"{git}/refs/heads/{branch}", "PATCH", {"sha": commit, "force": True})


def voorstel(folder: Path) -> int:
    """Make the proposal and say below the issue how it went, good or bad."""
    event = read_event()
    repository, number = os.environ["GITHUB_REPOSITORY"], int(event["issue"]["number"])
    if not may_agree(repository, event["sender"]["login"]):
        notice("Het label akkoord telt alleen van iemand die in de repository mag schrijven.")
        return 0
    failed = False
    try:
        report = read(folder, number)
        if report.path:
            made = propose(repository, os.environ["GITHUB_SHA"], report)
            text = f"Er staat een voorstel klaar: #{made}.\n\n{clean(report.answer)}"
        else:
            text = (
                "Er is nog geen voorstel gemaakt, want er ontbreekt iets. "
                "Pas de aanmelding aan met **Edit**. Haal daarna het label `akkoord` weg en zet het er opnieuw bij.\n\n"
                + clean(report.answer)
            )
    except (RefusedError, GitHubError, UnicodeDecodeError, ValueError) as error:
        failed = True
        reason = str(error) if isinstance(error, RefusedError) else "GitHub gaf een fout"
        sys.stderr.write(f"{error}\n")
        text = f"Het voorstel is niet gemaakt: {reason}. Het Stagebureau kijkt in het logboek van de workflow."
    comment(repository, number, MARKER, text)
    return int(failed)


def main() -> int:
    """Run the step that the first argument names, on the folder that the second names."""
    steps = {"lees": lees, "antwoord": antwoord, "voorstel": voorstel}
    return steps[sys.argv[1]](Path(sys.argv[2]))


if __name__ == "__main__":
    sys.exit(main())
