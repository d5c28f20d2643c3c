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

from gh import LONGEST, output, shorten
from wijzigingen import changes, outside

MOST = 300
"""Paths in one answer; more is not a proposal that one person reads."""
FAILED = (
    "De computer kon over dit voorstel geen antwoord maken. Dat ligt waarschijnlijk niet aan jou. "
    "Het Stagebureau kijkt ernaar."
)
NOT_BUILT = (
    "De gegevens kloppen, maar de website kon er niet mee gemaakt worden. "
    "Het Stagebureau zoekt uit waarom. Jij hoeft nu niets te doen."
)


def ask(paths: Sequence[str]) -> str:
    """Return the answer of the generator about everything that changes, also what is taken away."""
    if not paths:
        return "In dit voorstel verandert niets."
    program = os.environ.get("STAGEPORTAAL", ".venv/bin/stageportaal")
    command = [program, "answer", *(f"./{path}" for path in paths[:MOST])]  # a name is never an option
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    except (OSError, subprocess.TimeoutExpired):
        return FAILED
    sys.stderr.write(done.stderr.decode(errors="replace"))
    said = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode or not said:
        return FAILED
    left = len(paths) - MOST
    return said if left <= 0 else f"{said}\n\nIn dit voorstel zitten nog {left} andere bestanden. Die zie je hier niet."


def text_of(answer: str, checked: str, built: str) -> str:
    """Return the whole text: the answer, and a word when only the build went wrong."""
    return shorten(f"{answer}\n\n{NOT_BUILT}" if checked == "success" and built != "success" else answer, LONGEST)


def main() -> int:
    """Read NUMMER, BASIS, HOOFD and how the earlier steps ended; write antwoord.json into the given folder."""
    paths = [change.path for change in changes(os.environ["BASIS"], os.environ["HOOFD"])]
    text = text_of(ask(paths), os.environ.get("CONTROLE", ""), os.environ.get("BOUW", ""))
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    answer = {"nummer": int(os.environ["NUMMER"]), "hoofd": os.environ["HOOFD"], "tekst": text}
    (folder / "antwoord.json").write_text(json.dumps(answer), encoding="utf-8")
    output("gereedschap", "ja" if outside(paths) else "nee")
    return 0


if __name__ == "__main__":
    sys.exit(main())
