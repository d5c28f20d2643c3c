"""The small region as a site: every page is whole, every link arrives, and nothing reaches outside."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from support import ParsedPage, build_site, edit, read_page

BASE = "https://proef.example/stages/"
CONFIDANT = "vertrouwenspersoon@proef.example"


def pages(site: Path) -> Iterator[tuple[str, ParsedPage]]:
    """Yield every HTML page of a site with its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), ParsedPage(path.read_text(encoding="utf-8"))


def is_inside(link: str) -> bool:
    """Tell whether a link leads to a file of the site itself."""
    return not urlsplit(link).scheme and not link.startswith("//")


def target_of(page: str, link: str) -> tuple[str, str]:
    """Return the file and the anchor that a relative link on a page leads to."""
    parts = urlsplit(link)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if parts.path.endswith("/") or path == "." or parts.path in (".", ".."):
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path, unquote(parts.fragment)


def broken_links(site: Path) -> list[str]:
    """Return every link on every page whose file or anchor is not there; the 404 page has links of its own."""
    known = {path: page for path, page in pages(site) if path != "404.html"}
    ids = {path: set(page.ids) for path, page in known.items()}
    for path in site.rglob("*.svg"):
        name = path.relative_to(site).as_posix()
        ids[name] = {element.get("id", "") for element in ET.parse(path).iter()}  # noqa: S314 - our own files
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = []
    for path, page in known.items():
        for link in page.links:
            if not is_inside(link):
                continue
            file, anchor = target_of(path, link)
            if file not in files or (anchor and anchor not in ids.get(file, set())):
                broken.append(f"{path}: {link}")
    return broken


def test_every_internal_link_and_anchor_arrives(portal: Path) -> None:
    """On every page each link, image, script, icon and anchor inside the site leads to something that is there."""
    assert broken_links(portal) == []


def test_every_page_is_whole(portal: Path) -> None:
    """Every page is in Dutch, has one title and one first heading, no id twice, and a description."""
    for path, page in pages(portal):
        assert [element.attributes.get("lang") for element in page.all("html")] == ["nl"], path
        assert len(page.all("h1")) == 1, path
        assert page.all("h1")[0].text.strip(), path
        titles = [element.text.strip() for element in page.all("title") if "id" not in element.attributes]
        assert len(titles) == 1, path
        assert len(titles[0]) > 10, path
        assert len(page.ids) == len(set(page.ids)), path
        if path != "404.html":
            descriptions = [element.attributes["content"] for element in page.all("meta", name="description")]
            assert len(descriptions) == 1, path
            assert descriptions[0].strip(), path


def test_titles_are_different(portal: Path) -> None:
    """No two pages have the same title, so that a person with many tabs knows which is which."""
    titles = [page.all("title")[0].text for _, page in pages(portal)]
    assert sorted(titles) == sorted(set(titles))


def test_headings_do_not_skip_a_level(portal: Path) -> None:
    """Headings go down one level at a time, so that a screen reader finds the way."""
    for path, page in pages(portal):
        levels = [int(element.tag[1]) for element in page.elements if re.fullmatch(r"h[1-6]", element.tag)]
        for first, second in itertools.pairwise(levels):
            assert second <= first + 1, (path, levels)


def test_every_page_has_a_strict_policy(portal: Path) -> None:
    """Every page has a policy that forbids inline code in general, and no page holds code that it forbids."""
    for path, page in pages(portal):
        (policy,) = [
            element.attributes["content"]
            for element in page.all("meta")
            if element.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert "unsafe" not in policy, path
        assert "default-src 'self'" in policy, path
        assert "§" not in page.html, path
        inline = [element for element in page.all("script") if "src" not in element.attributes]
        assert policy.count("'sha256-") == len(inline), path
        for element in page.elements:
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"], path
        assert not page.all("style"), path


def test_every_page_names_the_confidant_in_its_footer(portal: Path) -> None:
    """The footer of every page, also of the page for unknown addresses, names the confidant and leads there."""
    for path, page in pages(portal):
        (footer,) = page.all("footer", class_="sp-voet")
        assert "Vertrouwenspersoon" in footer.text, path
        assert "Zit iets je dwars op je stage" in footer.text, path
        assert any(link.endswith("vertrouwenspersoon/") for link in page.links), path


def test_the_page_of_the_confidant_has_the_address(portal: Path) -> None:
    """The page to which every footer leads has the mailbox of the confidant as a link."""
    assert f"mailto:{CONFIDANT}" in list(read_page(portal, "vertrouwenspersoon").links)


def test_no_page_asks_another_host_for_anything(portal: Path) -> None:
    """No link element, script, image, frame or font points at another host; ordinary links may."""
    for path, page in pages(portal):
        for element in page.elements:
            for name in ("src", "srcset", "data", "poster", "xlink:href"):
                assert is_inside(element.attributes.get(name, "")), (path, element)
            if element.tag in ("link", "use") and element.attributes.get("rel") != "canonical":
                assert is_inside(element.attributes["href"]), (path, element)
    for path in portal.rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", path.read_text(encoding="utf-8")):
            assert address.startswith("data:") or is_inside(address), (path, address)
        assert "@import" not in path.read_text(encoding="utf-8"), path


def test_links_are_relative_so_that_any_base_path_serves(portal: Path) -> None:
    """Apart from the page for unknown addresses, no page has a link that starts at the root of a host."""
    for path, page in pages(portal):
        if path != "404.html":
            assert [link for link in page.links if link.startswith("/")] == [], path


def test_the_page_for_unknown_addresses_links_below_the_base_path(portal: Path) -> None:
    """The page for unknown addresses is served at any depth, so its links name the base path."""
    page = ParsedPage((portal / "404.html").read_text(encoding="utf-8"))
    inside = [link for link in page.links if is_inside(link) and not link.startswith("#")]
    assert inside
    assert [link for link in inside if not link.startswith("/stages/")] == []


def test_style_sheets_find_their_files(portal: Path) -> None:
    """Every file that a style sheet names is there."""
    for path in portal.rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", path.read_text(encoding="utf-8")):
            if not address.startswith("data:"):
                assert (path.parent / urlsplit(address).path).exists(), (path, address)


def test_canonical_addresses_are_those_of_the_pages(portal: Path) -> None:
    """Every page but the one for unknown addresses names its own full address."""
    for path, page in pages(portal):
        if path != "404.html":
            (link,) = page.all("link", rel="canonical")
            assert link.attributes["href"] == BASE + path.removesuffix("index.html")


def test_the_edit_links_lead_to_the_files(portal: Path) -> None:
    """A data page has a link to the file that it was made from."""
    edit_base = "https://github.com/voorbeeld/proef/edit/main/"
    for address, file in (
        ("vacatures/breda/onderzoek-wijkkrant", "vacancies/breda/onderzoek-wijkkrant.yml"),
        ("opdrachten/groen/bomen-meten", "assignments/groen/bomen-meten.yml"),
        ("organisaties/breda", "content/registers/organisaties/breda.yml"),
        ("stageperiodes/avans", "content/registers/instellingen/avans.yml"),
    ):
        assert edit_base + file in list(read_page(portal, address).links)


# Vacancies


def mails(page: ParsedPage) -> list[str]:
    """Return the mail addresses on a page that are not those of bureau and confidant in its frame."""
    found = {link.removeprefix("mailto:").split("?")[0] for link in page.links if link.startswith("mailto:")}
    return sorted(found - {CONFIDANT, "bureau@proef.example"})


def test_an_open_vacancy_shows_how_to_react(portal: Path) -> None:
    """An open vacancy has its apply block with the one address, its closing moment and its assignment."""
    page = read_page(portal, "vacatures/breda/onderzoek-wijkkrant")
    assert page.all("section", id="reageren")
    assert mails(page) == ["stages@breda.nl"]
    assert page.all("article", data_sluit="2026-12-19T00:00:00+01:00")
    assert not page.all("meta", name="robots")
    assert "../../../opdrachten/communicatie/bereik-nieuwsbrief/" in list(page.links)
    assert "<strong>wie</strong>" in page.html


def test_a_closed_vacancy_keeps_its_address_and_loses_its_contact(portal: Path) -> None:
    """A closed vacancy still has its page, which says so, offers others, and has no way to apply."""
    for key in ("zundert/meet-bomen-in-de-laan", "tilburg/schrijf-de-nieuwsbrief-opnieuw"):
        page = read_page(portal, f"vacatures/{key}")
        assert page.all("section", class_="sp-banner")
        assert not page.all("section", id="reageren")
        assert mails(page) == []
        assert "stages@" not in page.html
        assert not page.all("article", data_sluit="2026-11-21T00:00:00+01:00")
        assert [element.attributes["content"] for element in page.all("meta", name="robots")] == ["noindex"]
        assert page.all("article", class_="sp-kaart")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("zundert/meet-bomen-in-de-laan", "Je kon reageren tot en met 20 november 2026."),
        ("tilburg/schrijf-de-nieuwsbrief-opnieuw", "Deze stage is vervuld"),
        ("zundert/help-bij-de-bloemencampagne", "Deze stage is ingetrokken"),
        ("tilburg/test-onze-webformulieren", "De organisatie is in gesprek"),
        ("tilburg/leer-werkplekken-beheren", "Deze stage opent op 11 januari 2027"),
    ],
)
def test_the_banner_says_why(portal: Path, key: str, words: str) -> None:
    """What keeps one from reacting stands in plain words above the vacancy."""
    (banner,) = read_page(portal, f"vacatures/{key}").all("section", class_="sp-banner")
    assert words in " ".join(banner.text.split())


def test_a_planned_vacancy_is_listed_and_cannot_be_applied_for(portal: Path) -> None:
    """A planned vacancy stands in its lists with the day on which it opens, without a way to react."""
    page = read_page(portal, "vacatures/tilburg/leer-werkplekken-beheren")
    assert not page.all("section", id="reageren")
    assert "Opent 11 januari" in read_page(portal, "vacatures/soort/bbl").html


def test_samples_say_so_and_are_not_found(portal: Path) -> None:
    """A sample carries its badge, tells that nobody answers, and asks search engines to leave it out."""
    page = read_page(portal, "vacatures/zundert/onderhoud-het-dorpspark")
    assert [element.attributes["content"] for element in page.all("meta", name="robots")] == ["noindex"]
    assert "Dit is een voorbeeld." in page.html
    (article,) = [element for element in page.all("article") if "data-sleutel" in element.attributes][:1]
    assert "Voorbeeld" in article.text
    assert page.all("div", class_="sp-proef")


def test_the_sitemap_holds_what_may_be_found_and_nothing_else(portal: Path) -> None:
    """Closed, planned and sample vacancies are not in the sitemap; every other page is, and exists."""
    addresses = {
        str(element.text).removeprefix(BASE)
        for element in ET.parse(portal / "sitemap.xml").iter()  # noqa: S314 - our own file
        if element.tag.endswith("loc")
    }
    indexed = {
        path.removesuffix("index.html")
        for path, page in pages(portal)
        if path != "404.html" and not page.all("meta", name="robots")
    }
    assert addresses == indexed
    assert "vacatures/breda/onderzoek-wijkkrant/" in addresses
    assert not {"vacatures/zundert/meet-bomen-in-de-laan/", "vacatures/zundert/onderhoud-het-dorpspark/"} & addresses


def test_strange_signs_of_an_author_stay_harmless(portal: Path) -> None:
    """HTML and an ampersand in an assignment arrive as text."""
    page = read_page(portal, "vacatures/tilburg/bouw-een-kaart-van-plannen")
    assert "&lt;b&gt;gewone&lt;/b&gt; techniek &amp; zonder kosten" in page.html


def test_lists_are_split_in_pages_that_hold_everything_once(portal: Path) -> None:
    """The list of all vacancies is split at five, and its pages together hold each listed one once."""
    keys = [
        element.attributes["data-sleutel"]
        for address in ("vacatures", "vacatures/pagina/2")
        for element in read_page(portal, address).all("article", class_="sp-kaart")
        if element.attributes["data-sleutel"] != "-"  # the mould for cards that the browser draws
    ]
    assert len(keys) == 9
    assert len(set(keys)) == 9
    assert not (portal / "vacatures" / "pagina" / "3").exists()


def test_the_period_overview_has_a_table_for_every_drawing(portal: Path) -> None:
    """Each school year has its timeline with a title and the same periods in a table."""
    page = read_page(portal, "stageperiodes")
    drawings = list(page.all("svg", role="img"))
    assert len(drawings) == 2
    assert page.all("table")
    for words in ("1 februari t/m 25 juni 2027", "6 september 2027 t/m 28 januari 2028"):
        assert any(words in table.text for table in page.all("table"))


def test_fit_is_told_for_every_linked_programme(portal: Path) -> None:
    """A vacancy says for each linked programme whether it fits, and that a period is not known."""
    page = read_page(portal, "vacatures/breda/onderzoek-wijkkrant")
    assert "21 van de 21 weken." in page.html
    assert "Van deze opleiding kennen we de stageperiode nog niet." in page.html


def test_the_handbook_has_its_chapters_in_order(portal: Path) -> None:
    """Chapters lose their number in the address, lead to each other, and say when a review is overdue."""
    first, second = read_page(portal, "handboek/waarom"), read_page(portal, "handboek/begeleiding")
    assert "../begeleiding/" in list(first.links)
    assert "../waarom/" in list(second.links)
    assert first.html != second.html


def test_a_bureau_with_only_a_page_can_still_be_reached(region: Path) -> None:
    """When the bureau has a page instead of a mailbox, a vacancy that goes through it leads there."""
    edit(
        region / "content" / "registers" / "regio.yml",
        "email: bureau@proef.example, bereikbaar: elke werkdag, voorbeeld: true}",
        'url: "https://www.bureau.nl/reageren"}',
    )
    page = read_page(build_site(region), "vacatures/breda/werk-mee-in-het-groen")
    (button,) = page.all("a", class_="sp-knop--geel")
    assert button.attributes["href"].startswith("https://www.bureau.nl/reageren")
    assert [link for link in page.links if not link] == []
