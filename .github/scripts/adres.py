"""Warns when `site_url` in mkdocs.yml is not the address at which GitHub Pages shows the site."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_SITE_URL = re.compile(r"^site_url:\s*['\"]?([^\s'\"#]+)", re.MULTILINE)


def objection(settings: str, address: str) -> str:
    """Return what is wrong with the address in the settings, or nothing."""
    found = _SITE_URL.search(settings)
    if not found:
        return f"In mkdocs.yml staat geen site_url. Zet er: site_url: {address}/"
    if found[1].rstrip("/") != address.rstrip("/"):
        return f"In mkdocs.yml staat site_url {found[1]}, maar de site staat op {address}/. Pas mkdocs.yml aan."
    return ""


def main() -> int:
    """Read ADRES, what GitHub says, and show a warning in the run; never stop it."""
    said = objection(Path("mkdocs.yml").read_text(encoding="utf-8"), os.environ.get("ADRES", ""))
    if said and os.environ.get("ADRES"):
        sys.stdout.write(f"::warning file=mkdocs.yml::{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
