"""Makes the answer to a proposal as data: antwoord.json, which another workflow checks and posts.

Runs with the files of the proposal itself, so without any rights.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from gh import LONGEST, output, shorten
from wijzigingen import Change, around, changes, outside, tree_of

LOG = "bouw.log"
"""What the build of the site said, in the folder for files of one run."""
FAILED = (
    "De computer kon over dit voorstel geen antwoord maken. Dat ligt waarschijnlijk niet aan jou. "
    "Het Stagebureau kijkt ernaar."
)
NOTHING = "In dit voorstel verandert niets."


class Said(NamedTuple):
    """What the generator said of a proposal."""

    text: str
    good: bool
    """whether the check may be green, as far as the answer is concerned"""


def ask(found: Sequence[Change], before: Path, log: Path | None) -> Said:
    """Return the answer of the generator about everything that changes, also what is taken away.

    `before` is the portal without the proposal, `log` what a build that failed has said.
    """
    program = os.environ.get("STAGEPORTAAL", ".venv/bin/stageportaal")
    command = [program, "answer", f"--eerder={before}"]
    if log:
        command.append(f"--bouw={log}")
    command += [f"--weg=./{change.path}" for change in found if change.status == "D"]
    command += [f"./{change.path}" for change in found if change.status != "D"]  # a name is never an option
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    except (OSError, subprocess.TimeoutExpired):
        return Said(FAILED, good=False)
    sys.stderr.write(done.stderr.decode(errors="replace"))
    said = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode not in (0, 1) or not said:
        return Said(FAILED, good=False)
    return Said(shorten(said, LONGEST), good=done.returncode == 0)


def main() -> int:
    """Read NUMMER, BASIS, HOOFD and how the build ended; write antwoord.json into the given folder.

    The steps that follow hear whether the tool itself changes, and whether the check must be red.
    """
    before, after = around(os.environ["BASIS"], os.environ["HOOFD"])
    found = changes(before, after)
    log = Path(os.environ["RUNNER_TEMP"], LOG) if os.environ.get("BOUW") == "failure" else None
    said = Said(NOTHING, good=True)
    if found:
        with tree_of(before) as tree:
            said = ask(found, tree, log if log and log.is_file() else None)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    answer = {"nummer": int(os.environ["NUMMER"]), "hoofd": os.environ["HOOFD"], "tekst": said.text}
    (folder / "antwoord.json").write_text(json.dumps(answer), encoding="utf-8")
    output("gereedschap", "ja" if outside(change.path for change in found) else "nee")
    output("oordeel", "goed" if said.good else "fout")
    return 0


if __name__ == "__main__":
    sys.exit(main())
