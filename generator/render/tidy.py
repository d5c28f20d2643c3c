"""White space and escapes that mean nothing, taken out of rendered HTML."""

from __future__ import annotations

import re

_BEFORE_BLOCKS = re.compile(
    r"\n\s*(?=</?(?:article|body|dd|details|div|dl|dt|footer|form|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p|"
    r"script|section|summary|table|tbody|td|th|thead|title|tr|ul)[ >])"
)
_LINE_STARTS = re.compile(r"\n\s+")


def tidy(html: str) -> str:
    """Return `html` without line ends before blocks, where white space means nothing, and without indentation.

    Text inside `pre` is not used on data pages. An apostrophe need not be escaped either: every attribute
    of our templates stands in double quotes, which a house test holds.
    """
    return _LINE_STARTS.sub("\n", _BEFORE_BLOCKS.sub("", html)).strip().replace("&#39;", "'")
