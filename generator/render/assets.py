"""Files that belong to the look and not to a page: the joined style sheet, the woven sprite, our scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.parties import FieldOfWork
from generator.render.weave import sprite

STYLESHEET = "assets/portaal.css"
SCRIPTS = "assets/js"
_VENDOR = "vendor"
_COMMENT = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n|^[ \t]*//[^\n]*\n", re.MULTILINE)
"""A comment that has its lines to itself; a house test holds that no text of several lines looks like one."""


def style_files(theme: Path) -> Iterator[Path]:
    """Yield the style sheets in the order of the ladder: tokens, page, components, print."""
    yield theme / "assets" / "tokens.css"
    yield theme / "assets" / "page.css"
    yield from sorted((theme / "components").glob("*/*.css"))
    yield theme / "assets" / "print.css"


def made_assets(theme: Path, fields: Mapping[str, FieldOfWork]) -> dict[str, str]:
    """Return the text of every asset that is made, by its address."""
    sheets = (path.read_text(encoding="utf-8").rstrip() for path in style_files(theme) if path.exists())
    return {STYLESHEET: "\n".join(sheets) + "\n", "assets/weefsel.svg": sprite(fields), **scripts(theme)}


def scripts(theme: Path) -> dict[str, str]:
    """Return our own scripts as they are served: as written, without the comments (a third of their bytes).

    What others wrote is served untouched, with its licence beside it.
    """
    folder = theme / SCRIPTS
    found = (path for path in sorted(folder.rglob("*.js")) if _VENDOR not in path.relative_to(folder).parts)
    return {path.relative_to(theme).as_posix(): without_comments(path.read_text(encoding="utf-8")) for path in found}


def without_comments(script: str) -> str:
    """Return a script without the comments that have their lines to themselves; all other lines stay as they are."""
    return _COMMENT.sub("", script)


def sitemap(addresses: Mapping[str, bool], site_url: str) -> str:
    """Return the sitemap with every address that search engines may list (value true)."""
    rows = "".join(
        f"<url><loc>{site_url}{address}</loc></url>\n" for address, listed in sorted(addresses.items()) if listed
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n"
