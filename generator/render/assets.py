"""Files that belong to the look and not to a page: the joined style sheet, the woven sprite, our scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.model.parties import FieldOfWork
from generator.render.weave import sprite

STYLESHEET = "assets/portaal.css"
SCRIPTS = "assets/js"
_VENDOR = "vendor"
_COMMENT = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n|^[ \t]*//[^\n]*\n", re.MULTILINE)
"""A comment that has its lines to itself."""
_LINE_STARTS = re.compile(r"\n\s+")
"""Lines and their starts mean nothing in our scripts: a test of the modules holds that no text has several lines."""


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
    """Return our own scripts as they are served: as written, without comments (a third of their bytes) and indentation.

    What others wrote is served untouched, with its licence beside it.
    """
    folder = theme / SCRIPTS
    found = (path for path in sorted(folder.rglob("*.js")) if _VENDOR not in path.relative_to(folder).parts)
    return {path.relative_to(theme).as_posix(): without_comments(path.read_text(encoding="utf-8")) for path in found}


def without_comments(script: str) -> str:
    """Return a script without the comments that have their lines to themselves, empty lines and indentation."""
    return _LINE_STARTS.sub("\n", _COMMENT.sub("", script)).lstrip()


def sitemap(addresses: Iterable[str], site_url: str) -> str:
    """Return the sitemap with these addresses, which search engines may list."""
    rows = "".join(f"<url><loc>{site_url}{address}</loc></url>\n" for address in sorted(addresses))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n"
