"""Shells, policies, templates, the weave and charts: texts that go around or into pages."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from support import ROOT, TESTS, TODAY

from generator.load.places import RecordKind
from generator.render import charts
from generator.render.assets import made_assets, sitemap, style_files, without_comments
from generator.render.pages import lists
from generator.render.shell import ROOT as ROOT_MARK
from generator.render.shell import SLOTS, Shell, depth_of, slot, with_policy
from generator.render.templates import environment, url
from generator.render.tidy import tidy
from generator.render.weave import sprite
from generator.validate.records import check_file

PAGE = (
    '<html><head><title>§titel§</title><meta name="d" content="§omschrijving§"><link rel="canonical" '
    f'href="§canoniek§">§kop§<link href="{ROOT_MARK}assets/x.css"></head><body><a href="{ROOT_MARK}over/">Over</a>'
    f'<img src="{ROOT_MARK}assets/a.svg"><a href="{ROOT_MARK}">Begin</a><a href="#inhoud">Naar</a>'
    "§inhoud§</body></html>"
)
VALUES = {"titel": "T", "omschrijving": "O", "canoniek": "C", "kop": "K", "inhoud": f'<a href="{ROOT_MARK}x/">x</a>'}


@pytest.mark.parametrize(
    ("address", "root"),
    [("", "./"), ("vacatures/", "../"), ("vacatures/breda/x/", "../../../"), ("a/b/c/d/e/", "../../../../../")],
)
def test_a_shell_fits_pages_at_any_depth(address: str, root: str) -> None:
    """One frame gives right links on pages at any depth, in the frame and in its content."""
    html = Shell.read(PAGE).fill(VALUES, depth_of(address))
    assert f'href="{root}assets/x.css"' in html
    assert f'href="{root}over/"' in html
    assert f'src="{root}assets/a.svg"' in html
    assert f'<a href="{root}">Begin' in html
    assert f'<a href="{root}x/">' in html
    assert 'href="#inhoud"' in html
    assert ROOT_MARK not in html
    assert "§" not in html


def test_what_is_filled_in_is_not_filled_again() -> None:
    """A value that looks like a slot stays text, so that no vacancy can reach into the frame."""
    html = Shell.read(PAGE).fill({**VALUES, "titel": "§inhoud§"}, 1)
    assert "<title>§inhoud§</title>" in html


@pytest.mark.parametrize("name", [name for name in SLOTS if name != "canoniek"])
def test_a_shell_without_a_slot_is_refused(name: str) -> None:
    """A frame that lacks a slot raises with its name, so that no page loses something silently."""
    with pytest.raises(ValueError, match=name):
        Shell.read(PAGE.replace(f"§{name}§", ""))


def test_an_unknown_slot_is_refused() -> None:
    """A provider of shells cannot ask for a slot that nobody fills."""
    with pytest.raises(ValueError, match="onzin"):
        slot("onzin")
    assert slot("titel") == "§titel§"


def test_the_digest_of_a_shell_changes_with_its_html() -> None:
    """Another frame has another fingerprint, so that pages in it are made again."""
    assert Shell.read(PAGE).digest != Shell.read(PAGE.replace("Over", "Anders")).digest
    assert Shell.read(PAGE).digest == Shell.read(PAGE).digest


def test_the_policy_allows_its_own_inline_scripts_and_no_other() -> None:
    """The policy holds the hash of each inline script and never allows inline code in general."""
    script = "document.title='ja'"
    html = with_policy(
        f'<meta content="§csp§"><script>{script}</script><script src="x.js"></script>'
        '<script type="application/ld+json">{}</script>'
    )
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert html.count("'sha256-") == 1
    assert f"script-src 'self' 'sha256-{digest}'" in html
    assert "unsafe" not in html
    assert "default-src 'self'" in html


def test_without_inline_scripts_the_policy_leaves_scripts_to_the_site_itself() -> None:
    """With nothing inline there is no line for scripts: they fall under what holds for all, the site and no other."""
    html = with_policy('<meta content="§csp§"><script src="x.js"></script>')
    assert html.startswith("<meta content=\"default-src 'self';")
    assert "script-src" not in html


def test_html_without_a_policy_mark_stays_as_it_is() -> None:
    """A page that asks for no policy is not touched."""
    assert with_policy("<p>tekst</p>") == "<p>tekst</p>"


def test_links_wait_for_their_depth_and_are_escaped() -> None:
    """An address of the site gets the mark of the root, an outside one stays, and neither can break out."""
    assert url("vacatures/") == f"{ROOT_MARK}vacatures/"
    assert url("https://breda.nl/?a=1&b=2") == "https://breda.nl/?a=1&amp;b=2"
    assert url("#reageren") == "#reageren"
    assert '"' not in url('x" onclick="')
    assert url("javascript:alert(1)").startswith(ROOT_MARK)


def test_templates_escape_and_refuse_unknown_names() -> None:
    """Every text in a template is escaped, and a misspelt name is an error instead of an empty place."""
    templates = environment(ROOT / "theme")
    assert templates.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        templates.from_string("{{ y }}").render(x="")


def test_tidy_takes_indentation_only() -> None:
    """Indentation of templates goes, the words stay apart."""
    assert tidy("<p>\n    een\n\n  twee</p>") == "<p>\neen\ntwee</p>"


# Assets


def fields() -> dict[str, object]:
    """Return the fields of the small region."""
    file = "content/registers/vakgebieden.yml"
    record = check_file(RecordKind.FIELDS, file, (TESTS / "region" / file).read_bytes()).record
    return {field.id: field for field in record.fields}


def test_the_sprite_is_valid_and_has_a_swatch_and_a_band_for_each_field() -> None:
    """The woven sprite is well-formed SVG in which every field and section has its symbol, each once."""
    root = ET.fromstring(sprite(fields()))  # noqa: S314 - our own text
    ids = [symbol.get("id") for symbol in root]
    assert len(ids) == len(set(ids))
    assert {"communicatie", "band-communicatie", "ict", "groen", "band-home", "band-handboek"} <= set(ids)


def test_a_swatch_weaves_columns_and_rows_in_turn() -> None:
    """A swatch has four full columns, and a row on top of a column exactly where their numbers add up to even."""
    root = ET.fromstring(sprite(fields()))  # noqa: S314 - our own text
    swatch = next(symbol for symbol in root if symbol.get("id") == "communicatie")
    fills = [rect.get("fill") for rect in swatch]
    assert len(fills) == 4 + 8 * 2
    assert fills[:4] == [f"var(--sp-d-{name})" for name in ("paars", "paars", "geel", "paars")]
    assert fills[5:9:2] == ["var(--sp-d-vlas)"] * 2
    assert fills[4::2] == ["var(--sp-weefgrond,transparent)"] * 8


def test_the_sprite_holds_no_colour_of_its_own() -> None:
    """Threads name a token; a colour value in the sprite would escape the dark scheme."""
    assert not re.search(r"#[0-9a-fA-F]{3}|rgb", sprite(fields()))


def test_the_style_sheet_joins_every_file_in_the_order_of_the_ladder() -> None:
    """Tokens come first, print last, and every component of the theme is in between."""
    files = list(style_files(ROOT / "theme"))
    assert files[0].name == "tokens.css"
    assert files[-1].name == "print.css"
    assert set(files) == set((ROOT / "theme").rglob("*.css"))
    text = made_assets(ROOT / "theme", fields())["assets/portaal.css"]
    assert [file for file in files if file.read_text(encoding="utf-8").rstrip() not in text] == []


def test_the_sitemap_holds_every_address_in_order() -> None:
    """The addresses are in the sitemap, sorted, with the address of the site."""
    text = sitemap(["b/", "a/"], "https://proef.example/")
    locations = [element.text for element in ET.fromstring(text).iter() if element.tag.endswith("loc")]  # noqa: S314
    assert locations == ["https://proef.example/a/", "https://proef.example/b/"]


# Charts


def test_a_timeline_is_valid_and_named() -> None:
    """A timeline is well-formed SVG with a title for assistive technology and a line for today."""
    bar = charts.Bar(date(2027, 2, 1), date(2027, 6, 25), "hbo", "21 weken")
    section = charts.Section("School & zo", (charts.Lane("<b>", "hbo", "hbo", (bar,)),))
    svg = charts.timeline([section], 2026, [], TODAY, "Tijdlijn", "tijd")
    root = ET.fromstring(str(svg))  # noqa: S314 - our own text
    assert root.get("role") == "img"
    assert root[0].text == "Tijdlijn"
    assert root.get("aria-labelledby") == root[0].get("id")
    assert "Vandaag" in svg
    assert "&lt;b&gt;" in svg


def test_today_is_drawn_in_its_own_school_year_only() -> None:
    """The line for today stands in the year that it falls in and in no other."""
    assert "Vandaag" not in charts.timeline([], 2027, [], TODAY, "t", "n")


@given(
    st.lists(
        st.tuples(st.dates(date(2026, 8, 1), date(2027, 7, 1)), st.dates(date(2026, 8, 1), date(2027, 7, 1))),
        max_size=12,
    )
)
def test_bars_that_overlap_lie_on_rows_of_their_own(spans: list[tuple[date, date]]) -> None:
    """No two bars of one row overlap, and no bar gets lost."""
    bars = [charts.Bar(min(span), max(span), "hbo", "") for span in spans]
    rows = charts.lanes_of("t", "n", "hbo", bars)
    assert sorted(bar.start for row in rows for bar in row.bars) == sorted(bar.start for bar in bars)
    for row in rows:
        for first, second in zip(row.bars, row.bars[1:], strict=False):
            assert first.end < second.start


# Pages of lists


def test_pagination_leads_everywhere_near() -> None:
    """A list of one page has no pagination; in a long one the ends and the neighbours are within reach."""
    assert lists.pagination("x/", 1, 1) is None
    found = lists.pagination("x/", 5, 9)
    assert found is not None
    assert [link.address for link in found.pages] == [
        "x/", "x/pagina/3/", "x/pagina/4/", "x/pagina/5/", "x/pagina/6/", "x/pagina/7/", "x/pagina/9/",
    ]  # fmt: skip
    assert found.previous is not None
    assert found.previous.address == "x/pagina/4/"
    assert [link.text for link in found.pages if link.current] == ["5"]
    last = lists.pagination("x/", 9, 9)
    assert last is not None
    assert last.next is None


@pytest.mark.parametrize(("length", "pages"), [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
def test_page_count_around_full_pages(length: int, pages: int) -> None:
    """A full page does not start an empty one, and an empty list still has its page."""
    assert lists.page_count(length, 50) == pages


# Scripts


def test_scripts_lose_their_comments_and_nothing_else() -> None:
    """Comments with lines of their own go, and indentation; code, and what looks like a comment in a line, stays."""
    script = '/** What. */\n\nconst a = "/* b */"; // why\n  // alone\n  /**\n   * @param {string} b\n   */\n  f(a);\n'
    assert without_comments(script) == 'const a = "/* b */"; // why\nf(a);\n'


def test_what_others_wrote_is_as_they_wrote_it() -> None:
    """Every file that came from elsewhere has the checksum that stands beside it."""
    for note in sorted((ROOT / "theme/assets").rglob("HERKOMST.md")):
        for name, checksum in re.findall(r"(?m)^\| ([\w.-]+\.js) \|.*\| ([0-9a-f]{64}) \|$", note.read_text("utf-8")):
            assert hashlib.sha256((note.parent / name).read_bytes()).hexdigest() == checksum
            assert "MIT" in note.read_text("utf-8")
    assert (ROOT / "theme/assets/js/vendor/HERKOMST.md").exists()
