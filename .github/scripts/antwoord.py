"""Posts the answer to a proposal: checks data that a stranger's code made, then writes one comment.

Runs with the files of the main branch only. It never unpacks the artifact: one file is read from it, in memory.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import zipfile
from typing import Any, NamedTuple

from gh import LONGEST, GitHubError, call, clean, comment, notice, raw, read_event
from wijzigingen import note

MARKER = "<!-- stageportaal-antwoord -->"
MOST_BYTES = 512 * 1024
_SHA = re.compile(r"[0-9a-f]{40}")


class RefusedError(Exception):
    """The data are not what they should be, and nothing is posted."""


class Answer(NamedTuple):
    """A checked answer: for which proposal, for which commit, in which words."""

    number: int
    head: str
    text: str


def unpack(packed: bytes) -> bytes:
    """Return antwoord.json from an artifact. Raises RefusedError."""
    if len(packed) > MOST_BYTES:
        raise RefusedError("het pakket is te groot")
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as package:
            if package.namelist() != ["antwoord.json"]:
                raise RefusedError("het pakket hoort precies antwoord.json te bevatten")
            with package.open("antwoord.json") as file:
                data = file.read(MOST_BYTES + 1)
    # zipfile's own words: RuntimeError for a locked package, NotImplementedError for a packing that it does not know.
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise RefusedError(f"het pakket is niet te lezen: {error}") from None
    if len(data) > MOST_BYTES:
        raise RefusedError("antwoord.json is te groot")
    return data


def read(data: bytes) -> Answer:
    """Return the answer when its shape is right to the letter. Raises RefusedError."""
    try:
        given = json.loads(data)
    except (ValueError, RecursionError):
        raise RefusedError("antwoord.json is geen JSON") from None
    if not isinstance(given, dict) or set(given) != {"nummer", "hoofd", "tekst"}:
        raise RefusedError("antwoord.json heeft andere velden dan nummer, hoofd en tekst")
    number, head, text = given["nummer"], given["hoofd"], given["tekst"]
    if type(number) is not int or not 0 < number < 10**9:
        raise RefusedError("nummer is geen nummer van een voorstel")
    if not isinstance(head, str) or not _SHA.fullmatch(head):
        raise RefusedError("hoofd is geen commit")
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        raise RefusedError(f"tekst is leeg of langer dan {LONGEST} tekens")
    return Answer(number, head, text)


def belongs(answer: Answer, run: dict[str, Any], proposal: dict[str, Any], repository: str) -> None:
    """Check that run, answer and proposal are about the same commit of the same branch. Raises RefusedError."""
    head, base = proposal["head"], proposal["base"]
    owner = (head["repo"] or {}).get("full_name")  # a fork may be gone
    if base["repo"]["full_name"] != repository or proposal["state"] != "open":
        raise RefusedError(f"voorstel {answer.number} is niet open in deze repository")
    if not answer.head == run["head_sha"] == head["sha"]:
        raise RefusedError("het antwoord gaat over een andere versie van het voorstel")
    if head["ref"] != run["head_branch"] or owner != (run["head_repository"] or {}).get("full_name"):
        raise RefusedError(f"voorstel {answer.number} hoort niet bij deze controle")


def text_for(answer: Answer, paths: list[str], pictures: str) -> str:
    """Return the text to post; the note for the maintainer is made here, whatever the proposal says."""
    text = clean(answer.text)
    ours = note(paths)
    if ours and ours not in text:
        text = f"{ours}\n\n{text}"
    if pictures:
        text += f"\n\nZo komt het eruit te zien: [download de beelden]({pictures})."
    return text


def fetch(repository: str, run: dict[str, Any], artifacts: dict[str, Any]) -> Answer:
    """Return the answer of a run after every check. Raises RefusedError."""
    if "antwoord" not in artifacts:
        raise RefusedError("deze controle maakte geen antwoord")
    if artifacts["antwoord"]["size_in_bytes"] > MOST_BYTES:
        raise RefusedError("het pakket is te groot")
    answer = read(unpack(raw(f"repos/{repository}/actions/artifacts/{int(artifacts['antwoord']['id'])}/zip")))
    try:
        proposal = call(f"repos/{repository}/pulls/{answer.number}")
    except GitHubError as error:
        if error.status == 404:
            raise RefusedError("dat voorstel bestaat niet") from None
        raise
    belongs(answer, run, proposal, repository)
    return answer


def main() -> int:
    """Post the answer that belongs to the run of the event; refuse, without a comment, what does not fit."""
    run = read_event()["workflow_run"]
    repository, run_id = os.environ["GITHUB_REPOSITORY"], int(run["id"])
    listed = call(f"repos/{repository}/actions/runs/{run_id}/artifacts?per_page=100")["artifacts"]
    artifacts = {item["name"]: item for item in listed if not item["expired"]}
    try:
        answer = fetch(repository, run, artifacts)
    except RefusedError as error:
        notice(f"Geen antwoord geplaatst: {error}.")
        return 0
    files = call(f"repos/{repository}/pulls/{answer.number}/files?per_page=100", pages=True)
    paths = [file[name] for file in files for name in ("filename", "previous_filename") if file.get(name)]
    pictures = ""
    if "beelden" in artifacts:
        made = int(artifacts["beelden"]["id"])
        pictures = f"https://github.com/{repository}/actions/runs/{run_id}/artifacts/{made}"
    comment(repository, answer.number, MARKER, text_for(answer, paths, pictures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
