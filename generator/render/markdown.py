"""Markdown of strangers to safe HTML: Python-Markdown renders, nh3 keeps only what is on a short list."""

from __future__ import annotations

import html
import re

import markdown
import nh3
from markupsafe import Markup

from generator.model.vocabulary import BLANK

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "blockquote", "code"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"https", "mailto", "tel"}
_PLAIN = re.compile(r"[^*_`\[\]()<>#&!\\|=+~:\d\-\"]*")
_TIGHT_LIST = re.compile(r"(?m)^(?![ ]*(?:[-*+]|\d+[.)])[ ])(.*\S.*)\n(?=(?:[-*+]|1[.)])[ ])")
"""A list right below a line of text: people mean a list, Python-Markdown wants an empty line first."""
_PARAGRAPHS = re.compile(r"\n[ ]*\n+")


def _make_renderer() -> markdown.Markdown:
    """Return a renderer that knows paragraphs, lists, quotes, headings, emphasis, code and links, and no HTML.

    What is left out costs time and gives strangers more than they need: raw HTML, images, references.
    """
    made = markdown.Markdown(extensions=["sane_lists"], output_format="html")
    made.preprocessors.deregister("html_block")
    for name in ("code", "setextheader", "reference"):
        made.parser.blockprocessors.deregister(name)
    for name in (
        "reference", "short_reference", "image_link", "image_reference", "short_image_ref", "autolink",
        "automail", "linebreak", "html", "entity",
    ):  # fmt: skip
        made.inlinePatterns.deregister(name)
    return made


_renderer = _make_renderer()
_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    link_rel=None,
    clean_content_tags={"script", "style"},
)


def to_html(text: str) -> Markup:
    """Return `text` as HTML with paragraphs, lists, emphasis, small headings and safe links.

    Links go to https:, mailto:, tel: or inside the site. Headings start at level three, below the
    headings of the page. Plain paragraphs, and short lists and bold words inside plain text, skip the
    renderer, which is slow; a test holds that this gives the same HTML.
    """
    blocks = _PARAGRAPHS.split(text.strip("\n"))
    simple = [_simple(block) for block in blocks]
    parts: list[str] = []
    marked: list[str] = []
    for place, block in enumerate(blocks):
        html = simple[place]
        if html and html.startswith("<ul>") and not _stands_alone(simple, place):
            html = None
        if html is None:
            marked.append(block)
            continue
        if marked:
            parts.append(_rendered("\n\n".join(marked)))
            marked = []
        parts.append(html)
    if marked:
        parts.append(_rendered("\n\n".join(marked)))
    return Markup("\n".join(part for part in parts if part))


def _stands_alone(simple: list[str | None], place: int) -> bool:
    """Tell whether a list has a paragraph or nothing before and behind it; lists in a row become one."""
    around = [simple[at] for at in (place - 1, place + 1) if 0 <= at < len(simple)]
    return all(html is not None and html.startswith("<p>") for html in around)


def _simple(block: str) -> str | None:
    """Return the HTML of a block that needs no renderer, or None."""
    if block.startswith("- "):
        items = [_inline(line[2:]) if line.startswith("- ") else None for line in block.split("\n")]
        if all(items):
            rows = "\n".join(f"<li>{item}</li>" for item in items)
            return f"<ul>\n{rows}\n</ul>"
        return None
    html = _inline(block)
    return None if html is None else f"<p>{html}</p>" if html else ""


def _inline(text: str) -> str | None:
    if "*" not in text:
        return text.strip() if _is_plain(text) else None
    bare = _BOLD.sub(r"\1", text)
    return _BOLD.sub(r"<strong>\1</strong>", text).strip() if _is_plain(bare) else None


def _rendered(text: str) -> str:
    _renderer.reset()
    spaced = _TIGHT_LIST.sub(r"\1\n\n", text)
    return _cleaner.clean(_lower_headings(_renderer.convert(spaced))).strip()


def with_blanks(text: Markup | str) -> Markup:
    """Return HTML (or plain text, escaped first) in which every [[blank]] is a highlighted mark."""
    safe = str(text) if isinstance(text, Markup) else html.escape(text, quote=False)
    return Markup(BLANK.sub(r'<mark class="sp-open">[\1]</mark>', safe))


def _is_plain(text: str) -> bool:
    if text.endswith(" ") or " \n" in text or "\n " in text or text.startswith(" ") or "\t" in text:
        return False
    rest = _PLAIN_SAFE.sub("", text)
    return _PLAIN.fullmatch(rest) is not None


_PLAIN_SAFE = re.compile(r"(?<=[^\n\d])\d+(?!\d*[.)])|(?<=\w)-(?=\w)|(?<=\w)[:](?= )|(?<=[\w ])[()](?=[\w .,;?!])")
"""Characters that Markdown reads only elsewhere: digits inside a line, hyphens inside words, and the like."""


_BOLD = re.compile(r"(?<![*\w])\*\*([^\W_](?:[^*\n]*[^\W_])?)\*\*(?![*\w])")
_HEADING = re.compile(r"<(/?)h([1-6])>")


def _lower_headings(text: str) -> str:
    return _HEADING.sub(lambda found: f"<{found[1]}h{3 if int(found[2]) < 3 else 4}>", text)
