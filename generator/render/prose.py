"""The HTML of authored pages: only what is harmless stays, and the title stands above it already."""

from __future__ import annotations

import re

import nh3


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Keep the source of a picture only when it lies on this site: no page asks anything of another host."""
    if tag == "img" and attribute == "src" and (":" in value or value.startswith(("/", "\\"))):
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags={*nh3.ALLOWED_TAGS, "input", "label", "details", "summary", "img"},
    attributes={
        "*": {"id", "class"},
        "a": {"href"},
        "img": {"src", "alt", "width", "height", "loading"},
        "input": {"type", "disabled", "checked"},
        "th": {"scope", "colspan", "rowspan"},
        "td": {"colspan", "rowspan"},
        "ol": {"start"},
    },
    url_schemes={"https", "mailto", "tel"},
    attribute_filter=_own_pictures,
    link_rel=None,
)
_TITLE = re.compile(r"^\s*<h1[^>]*>.*?</h1>", re.DOTALL)
_EMPTY_TRUTH = re.compile(r'\b(disabled|checked)=""')


def harmless(html: str) -> str:
    """Return the rendered text of an authored page without scripts, handlers, frames and a title of its own."""
    return _EMPTY_TRUTH.sub(r"\1", _TITLE.sub("", _CLEANER.clean(html), count=1))
