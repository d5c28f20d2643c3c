"""The one branch and the one pull request of a form: found, compared, made and renewed, never over a person's work."""

from __future__ import annotations

import hashlib

from gh import BOT, GitHubError, call

START_CHECK = (
    "De controle begint hier niet vanzelf, omdat een computer dit maakte. Zie je onderaan een knop om de workflows "
    "goed te keuren, klik daarop. Zie je die niet, sluit dit voorstel dan en open het meteen weer."
)


class RefusedError(Exception):
    """The data are not what they should be, or somebody's work is in the way, and no proposal is made."""


def open_proposal(repository: str, number: int) -> int:
    """Return the number of the open pull request of form `number`; 0 when there is none."""
    owner = repository.split("/", maxsplit=1)[0]
    opened = call(f"repos/{repository}/pulls?state=open&head={owner}:{_branch(number)}")
    return int(opened[0]["number"]) if opened else 0


def holds(repository: str, number: int, path: str, text: str) -> bool:
    """Tell whether the branch of form `number` has this very text at `path`."""
    return bool(path) and _blob_at(repository, _branch(number), path) == _blob_of(text)


def propose(repository: str, start: str, number: int, path: str, text: str) -> int:
    """Make or renew the branch and the pull request of form `number` with one file; return the latter's number.

    `start` is the commit with which the file was made. Raises RefusedError when a file stands there already, or when a
    person changed something on the branch: that would be lost.
    """
    if _blob_at(repository, start, path):
        raise RefusedError("er staat al een bestand met deze naam")
    title = f"Aanmelding {number}: {path}"
    opened = open_proposal(repository, number)
    if opened and _touched(repository, opened):
        raise RefusedError(f"in voorstel #{opened} heeft iemand zelf iets veranderd. Zet de nieuwe tekst daar over")
    _commit(repository, start, _branch(number), title, path, text)
    if opened:
        call(f"repos/{repository}/pulls/{opened}", "PATCH", {"title": title})
        return opened
    body = {
        "title": title,
        "head": _branch(number),
        "base": call(f"repos/{repository}")["default_branch"],
        "body": f"Gemaakt van aanmelding #{number}. Dat bericht sluit vanzelf als je dit overneemt.\n\n"
        f"Closes #{number}\n\n**Voor de beheerder.** {START_CHECK}",
    }
    return int(call(f"repos/{repository}/pulls", "POST", body)["number"])


def _branch(number: int) -> str:
    return f"aanmelding/{number}"


def _blob_at(repository: str, commit: str, path: str) -> str:
    """Return git's id of the file at `path`, or nothing."""
    try:
        return str(call(f"repos/{repository}/contents/{path}?ref={commit}")["sha"])
    except GitHubError as error:
        if error.status == 404:
            return ""
        raise


def _blob_of(text: str) -> str:
    data = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _touched(repository: str, proposal: int) -> bool:
    """Tell whether a commit on the branch is somebody's own; joining the main branch to it changes nothing."""
    commits = call(f"repos/{repository}/pulls/{proposal}/commits?per_page=100", pages=True)
    return any((one["author"] or {}).get("login", BOT) != BOT and len(one["parents"]) == 1 for one in commits)


def _commit(repository: str, start: str, branch: str, title: str, path: str, text: str) -> None:
    """Put one file on a branch in one go, so that an open pull request is never empty in between."""
    git = f"repos/{repository}/git"
    entry = {"path": path, "mode": "100644", "type": "blob", "content": text}
    below = call(f"{git}/commits/{start}")["tree"]["sha"]
    tree = call(f"{git}/trees", "POST", {"base_tree": below, "tree": [entry]})["sha"]
    commit = call(f"{git}/commits", "POST", {"message": title, "tree": tree, "parents": [start]})["sha"]
    try:
        call(f"{git}/refs", "POST", {"ref": f"refs/heads/{branch}", "sha": commit})
    except GitHubError as error:
        if error.status != 422:  # the branch is there from an earlier time
            raise
        call(f"{git}/refs/heads/{branch}", "PATCH", {"sha": commit, "force": True})
