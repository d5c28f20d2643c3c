"""White space that means nothing, taken out of rendered HTML."""

from __future__ import annotations

import re

_LINE_STARTS = re.compile(r"\n\s+")
_BETWEEN_BLOCKS = re.compile(
    r"(</?(?:article|dd|details|div|dl|dt|footer|form|h[1-6]|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)"
    r"(?: [^<>]*)?>)\n(?=<)"
)


def tidy(html: str) -> str:
    """Return `html` without indentation, and without line ends beside blocks, where white space means nothing.

    Text inside `pre` is not used on data pages. An apostrophe need not be escaped either: every attribute
    of our templates stands in double quotes, which a house test holds.
    """
    return _BETWEEN_BLOCKS.sub(r"\1", _LINE_STARTS.sub("\n", html).strip()).replace("&#39;", "'")
