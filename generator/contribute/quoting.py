"""Texts of strangers as Markdown that shows them and does nothing: no mention, no link, no mark, no HTML."""

from __future__ import annotations

import re
import unicodedata

_NOTHING = "\u200b"
"""A blank without width: between two signs it keeps GitHub from making a link or a mention of them."""


def safe(text: object, length: int = 200) -> str:
    """Return a text of a stranger as one line of Markdown that shows just that text, shortened to `length` characters.

    Mentions, links, HTML and markup do nothing any more; invisible signs and signs that turn the direction are gone.
    """
    bare = _short(_bare(str(text)), length)
    escaped = re.sub(
        r"([\\`*_\[\]|~!$])", r"\\\1", bare.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
    quiet = re.sub(r"(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)", _NOTHING, escaped, flags=re.IGNORECASE)
    quiet = re.sub(r"\b(?=[0-9a-f]{7,40}\b)([0-9a-f]{3})", rf"\1{_NOTHING}", quiet)
    quiet = re.sub(r"(?i)\b(mailto|xmpp|gh)(?=[:-])", rf"\1{_NOTHING}", quiet)
    return re.sub(r"^([-+=]|\d+(?=[.)]))", r"\\\1" if quiet[:1] in "-+=" else rf"\1{_NOTHING}", quiet)


def code(text: object, length: int = 120) -> str:
    """Return a text of a stranger as inline code, without the sign that would end it."""
    return f"`{_short(_bare(str(text)).replace('`', '′'), length) or ' '}`"


def _bare(text: str) -> str:
    seen = (" " if sign in "\n\r\t" else sign for sign in text)
    kept = "".join(sign for sign in seen if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(kept.split())


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def told(sentence: str) -> str:
    """Return a sentence of ours that quotes texts of strangers between backticks, which become code."""
    parts = _short(sentence, 500).split("`")
    last = len(parts) - 1
    return "".join(code(part) if place % 2 and place < last else _between(part) for place, part in enumerate(parts))


def _between(part: str) -> str:
    """Return a part of a sentence with the blanks at its ends, which `safe` takes away."""
    before = " " if part[:1].isspace() else ""
    after = " " if part[1:] and part[-1].isspace() else ""
    return f"{before}{safe(part, 500)}{after}"
