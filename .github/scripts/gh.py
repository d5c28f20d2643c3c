"""GitHub's interface through its own command `gh`, and texts that are safe to post; standard library only."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"
LONGEST = 60_000
"""Characters in one comment; GitHub refuses more than 65,536."""
_STATUS = re.compile(r"HTTP (\d{3})")
_COMMENT = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)
_CALL = re.compile(r"(?<![\w.@/])@(?=\w)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class GitHubError(Exception):
    """GitHub said no; `status` is the HTTP status, or 0 when there was no answer."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


def call(path: str, method: str = "GET", body: object = None, *, pages: bool = False) -> Any:
    """Return what GitHub answers for `path`; with `pages` all lists joined. Raises GitHubError."""
    found = _decode(raw(path, method, body, pages=pages))
    if not pages:
        return found[0] if found else None
    return [item for page in found for item in page]


def raw(path: str, method: str = "GET", body: object = None, *, pages: bool = False) -> bytes:
    """Return the bytes that GitHub answers for `path`. Raises GitHubError."""
    command = ["gh", "api", "--method", method, path]
    if pages:
        command.append("--paginate")
    if body is not None:
        command += ["--input", "-"]
    done = subprocess.run(
        command,
        input=json.dumps(body).encode() if body is not None else b"",
        capture_output=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        status = _STATUS.search(said)
        raise GitHubError(said or f"gh stopte met {done.returncode}", int(status[1]) if status else 0)
    return done.stdout


def _decode(data: bytes) -> list[Any]:
    """Return the JSON values that stand one after the other, as `gh` prints pages."""
    text, place, values = data.decode().strip(), 0, []
    reader = json.JSONDecoder()
    while place < len(text):
        value, place = reader.raw_decode(text, place)
        values.append(value)
        while place < len(text) and text[place].isspace():
            place += 1
    return values


def clean(text: str) -> str:
    """Return a text of somebody else as we may post it: nobody is called by name, and nothing is hidden."""
    text = _COMMENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _CONTROL.sub("", text.replace("<!--", "&lt;!--"))
    return shorten(_CALL.sub("@\u200b", text)).strip()


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return at most `longest` characters, cut at the end of a line, with a remark when something is left out."""
    if len(text) <= longest:
        return text
    remark = "\n\n*De rest van dit antwoord past hier niet. Je vindt het in het logboek van de controle.*"
    kept = text[: longest - len(remark)]
    return kept[: kept.rfind("\n") if "\n" in kept else len(kept)] + remark


def comment(repository: str, number: int, marker: str, text: str) -> None:
    """Write the one comment of ours that begins with `marker` below issue or pull request `number`."""
    body = {"body": f"{marker}\n{text}"}
    for old in call(f"repos/{repository}/issues/{number}/comments?per_page=100", pages=True):
        if old["user"]["login"] == BOT and old["body"].startswith(marker):
            if old["body"].replace("\r\n", "\n") != body["body"]:
                call(f"repos/{repository}/issues/comments/{old['id']}", "PATCH", body)
            return
    call(f"repos/{repository}/issues/{number}/comments", "POST", body)


def read_event() -> dict[str, Any]:
    """Return the event that started this run, from the file that GitHub wrote."""
    event: dict[str, Any] = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    return event


def output(name: str, value: str) -> None:
    """Give a value to the later steps of the job; names and values are ours, on one line."""
    if "\n" in name + value:
        raise ValueError("een uitkomst staat op een regel")
    with Path(os.environ.get("GITHUB_OUTPUT", os.devnull)).open("a", encoding="utf-8") as file:
        file.write(f"{name}={value}\n")


def notice(text: str) -> None:
    """Show one line in the log of the run; a text of somebody else cannot become a command."""
    sys.stdout.write("::notice::" + text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A") + "\n")
