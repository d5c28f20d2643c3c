"""Texts of strangers in our answers: shown as they are, and without any effect."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contribute.quoting import code, safe, told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een @naam", "een @\u200bnaam"),
        ("a_b*c", r"a\_b\*c"),
        ("<b>", "&lt;b&gt;"),
        ("![x](y)", r"\!\[x\](y)"),
        ("a | b", r"a \| b"),
        ("tekst\u202emet\u200bonzichtbaar", "tekstmetonzichtbaar"),
        ("regel een\nregel twee", "regel een regel twee"),
        ("- lijst", r"\- lijst"),
        ("1. lijst", "1\u200b. lijst"),
        ("a" * 300, "a" * 199 + "…"),
        ("\ud800half", "half"),
    ],
)
def test_safe_keeps_a_text_as_text(text: str, shown: str) -> None:
    """One text of a stranger becomes one line of Markdown that shows just that text."""
    assert safe(text) == shown


def test_code_cannot_be_ended() -> None:
    """A backtick inside inline code becomes another sign."""
    assert code("a`b\nc") == "`a′b c`"
    assert code("") == "` `"


@given(st.text())
def test_no_text_of_a_stranger_gets_out(text: str) -> None:
    """Whatever the text, it stays on one line, without HTML, mention or the end of a code span."""
    shown = safe(text)
    assert "\n" not in shown
    assert "<" not in shown
    assert not re.search(r"@(?!\u200b)", shown)
    assert code(text).count("`") == 2


@given(st.text(alphabet=st.one_of(st.sampled_from("`@#*_<>[]()\\$!~|& \n./:w"), st.characters(codec="utf-8"))))
def test_a_sentence_with_a_quote_does_nothing(text: str) -> None:
    """Whatever stands in a sentence, outside code there is no mention, reference, link, mark or HTML."""
    shown = told(text)
    assert "\n" not in shown
    assert len(re.findall(r"(?<!\\)`", shown)) % 2 == 0
    outside = re.sub(r"(?<!\\)`[^`]*`", "", shown)
    assert not re.search(r"[@#](?!\u200b|$)|://|www\.", outside)
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_\[\]<>|~$!]", outside)
