"""Markdown of strangers: the fast path equals the slow one, and nothing harmful comes through."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from support import ROOT, ParsedPage

from generator.load.documents import read_document
from generator.render import markdown

PIECES = st.sampled_from(
    [
        "Je leert", "het vak", "in de wijk", ".", ",", " ", " ", "\n", "\n\n", "\n\n\n", "é", "’", "…", "?", ":", ": ",
        "-", " - ", "mbo-4", "(samen)", "(", ")", "2027", "24 uur", "1.", "2)", "1.5", "'", ";", "%", "€ 450", "/",
        "€\u00a0450", "@", "$", "^", "{", "}", "a", "b",
    ]
)  # fmt: skip
PLAIN_TEXTS = st.lists(PIECES, min_size=1, max_size=24).map("".join)


def fast(text: str) -> str:
    """Return the HTML of a text; a space that does not break is written as the character that it is."""
    return str(markdown.to_html(text)).replace("&nbsp;", "\u00a0")


def slow(text: str) -> str:
    """Return what Python-Markdown and nh3 make of a text, without the fast path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_simple", lambda _: None)
        return fast(text)


@settings(max_examples=600)
@given(PLAIN_TEXTS)
@example("Gewone tekst.\n\nTweede alinea.")
@example("Regel een\nregel twee")
@example("2027 is een jaar")
@example("1. geen lijst meer")
@example("mbo-4 en hbo (samen) om 10:30")
@example(": begin met een dubbele punt")
@example("term\n: uitleg")
@example("a\n\n\n\nb\n")
def test_the_fast_path_equals_the_slow_one(text: str) -> None:
    """For any plain text, stripped as a model does, the fast path gives what Python-Markdown and nh3 give."""
    text = text.strip()
    assert fast(text) == slow(text)


MARKED_PIECES = st.sampled_from(
    ["Je leert", " ", "\n", "\n\n", "- een ding", "\n- nog een", "\n\n- los", "**vet**", "**twee woorden**", " en ",
     ".", ", ", "1. een", "*", "**", "mbo-4", "12", "\n  ingesprongen", "_", "# kop", "- **vet** begin", ": ", "(", ")"]
)  # fmt: skip


@settings(max_examples=1500)
@given(st.lists(MARKED_PIECES, min_size=1, max_size=14).map("".join))
@example("Tekst.\n\n- een\n- twee\n\nMeer tekst.")
@example("- een\n\n- twee")
@example("Tekst\n- een")
@example("Hier **vet** en **nog eens**.")
def test_lists_and_bold_words_are_the_same_by_both_paths(text: str) -> None:
    """Short lists and bold words that skip the renderer give what Python-Markdown and nh3 give."""
    text = text.strip()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_simple", lambda _: None)
        slowly = fast(text)
    assert fast(text) == slowly


def test_the_fast_path_equals_the_slow_one_on_all_real_texts() -> None:
    """For every assignment text in the repository both paths give the same HTML."""
    plain = 0
    for path in sorted((ROOT / "vacancies").rglob("*.yml")) + sorted((ROOT / "assignments").rglob("*.yml")):
        document = read_document(path.name, path.read_bytes())
        assert not isinstance(document, list)
        text = document.value["opdracht"].strip()
        assert fast(text) == slow(text), path
        plain += markdown._is_plain(text)
    assert plain > 50


ATTACKS = {
    "a script": "<script>alert(1)</script>",
    "a script in capitals": "<SCRIPT SRC=https://kwaad.example/x.js></SCRIPT>",
    "a style": "<style>body{display:none}</style>",
    "a javascript link": "[klik](javascript:alert(1))",
    "a javascript link in capitals": "[klik](JaVaScRiPt:alert(1))",
    "a javascript link with entities": "[klik](java&#115;cript:alert(1))",
    "a javascript link with a tab": "[klik](java&#9;script:alert(1))",
    "a javascript link with a line end": "[klik](java&NewLine;script:alert(1))",
    "a javascript link as raw HTML": '<a href="javascript:alert(1)">klik</a>',
    "a javascript link in angle brackets": "<javascript:alert(1)>",
    "a data link": "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "a vbscript link": "[klik](vbscript:msgbox)",
    "a link without https": "[klik](http://kwaad.example)",
    "a link to a file": "[klik](file:///etc/passwd)",
    "a reference to a javascript link": "[klik][x]\n\n[x]: javascript:alert(1)",
    "an image that fails": '<img src=x onerror="alert(1)">',
    "a Markdown image": "![foto](https://kwaad.example/volg.png)",
    "an svg that loads": '<svg onload="alert(1)"><circle/></svg>',
    "an svg with a script inside": "<svg><script>alert(1)</script></svg>",
    "an event on a good tag": '<p onclick="alert(1)">tekst</p>',
    "a style on a good tag": '<p style="position:fixed">tekst</p>',
    "a frame": '<iframe src="https://kwaad.example"></iframe>',
    "a form": '<form action="https://kwaad.example"><input name="bsn"></form>',
    "a base tag": '<base href="https://kwaad.example/">',
    "a meta refresh": '<meta http-equiv="refresh" content="0;url=https://kwaad.example">',
    "a math wrapper": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "a comment trick": "<!--><img src=x onerror=alert(1)>-->",
    "an attribute that breaks out": '[klik](https://goed.example/"onmouseover="alert(1))',
    "a title that breaks out": '[klik](https://goed.example "x\\" onmouseover=\\"alert(1)")',
    "an autolink that breaks out": '<https://goed.example/"onmouseover="alert(1)>',
    "an object": '<object data="x.swf"></object>',
    "a template": "<template><script>alert(1)</script></template>",
    "a closing tag of the page": "</div></main></body>",
}
ALLOWED = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "blockquote", "code"}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.parametrize("frame", ["{}", "Gewone tekst.\n\n{}\n\nNog een alinea.", "- {}", "**{}**"])
def test_nothing_harmful_comes_through(attack: str, frame: str) -> None:
    """Only tags of the short list come through, only links with a harmless scheme, and no attribute that acts."""
    page = ParsedPage(str(markdown.to_html(frame.format(attack))))
    for element in page.elements:
        assert element.tag in ALLOWED
        assert set(element.attributes) <= ({"href", "title"} if element.tag == "a" else set())
        href = element.attributes.get("href", "")
        assert ":" not in href.split("/")[0] or href.startswith(("https:", "mailto:", "tel:"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("Kijk:\n- een\n- twee", "<p>Kijk:</p>\n<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>"),
        ("# Groot", "<h3>Groot</h3>"),
        ("## Groot", "<h3>Groot</h3>"),
        ("#### Klein", "<h4>Klein</h4>"),
        ("[site](https://breda.nl)", '<p><a href="https://breda.nl">site</a></p>'),
        ("[mail](mailto:a@breda.nl)", '<p><a href="mailto:a@breda.nl">mail</a></p>'),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
    ],
)
def test_simple_markdown(text: str, html: str) -> None:
    """Paragraphs, lists, emphasis, small headings and safe links become what people expect."""
    assert str(markdown.to_html(text)) == html


def test_blanks_become_marks_and_stay_escaped() -> None:
    """A blank is highlighted, in HTML and in plain text, and what stands in it is escaped once."""
    assert markdown.with_blanks("Bij [[je <b> gemeente]]") == (
        'Bij <mark class="sp-open">[je &lt;b&gt; gemeente]</mark>'
    )
    assert markdown.with_blanks(Markup("<p>[[je gemeente]]</p>")) == (
        '<p><mark class="sp-open">[je gemeente]</mark></p>'
    )


def test_blanks_survive_markdown() -> None:
    """A blank in a Markdown text is still a blank after rendering."""
    html = markdown.with_blanks(markdown.to_html("Hoeveel leest [[naam van je gemeente]] **echt**?"))
    assert '<mark class="sp-open">[naam van je gemeente]</mark>' in html
