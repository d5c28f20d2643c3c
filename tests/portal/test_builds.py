"""Building the small region again and again: same bytes, few writes, other days, refusals that change nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support import RefusedError, build_site, copy_region, edit, moments, read_page, snapshot

WIJKKRANT = Path("vacancies", "breda", "onderzoek-wijkkrant.yml")
REGION_FILE = Path("content", "registers", "regio.yml")


def written(before: dict[str, int], after: dict[str, int]) -> set[str]:
    """Return the pages and files that a build wrote, by comparing times of change."""
    return {path for path, moment in after.items() if before.get(path) != moment}


def test_two_builds_of_the_same_input_are_byte_identical(portal: Path, tmp_path: Path) -> None:
    """The same input on the same day gives the same bytes, in another folder and without any memory."""
    again = build_site(copy_region(tmp_path / "elders"))
    assert snapshot(again) == snapshot(portal)


def test_a_second_build_writes_nothing(region: Path) -> None:
    """A build without changes leaves every file of the site with its time."""
    site = build_site(region)
    before = moments(site)
    assert build_site(region) == site
    assert moments(site) == before


def test_a_build_without_memory_writes_nothing_new(region: Path) -> None:
    """A build that lost its memory and manifest makes every page again and finds nothing to write."""
    site = build_site(region)
    before = moments(site)
    shutil.rmtree(region / ".cache")
    build_site(region)
    assert moments(site) == before


def test_one_edited_vacancy_rewrites_only_the_pages_that_show_it(region: Path) -> None:
    """An edit of a word in a vacancy changes its own page, those with its card and the search files; nothing else."""
    site = build_site(region)
    before = moments(site)
    edit(region / WIJKKRANT, "titel: Onderzoek wie de wijkkrant leest", "titel: Onderzoek wie de wijkkrant bewaart")
    build_site(region)
    changed = written(before, moments(site))
    showing = {path for path, data in snapshot(site).items() if path.endswith(".html") and b"wijkkrant bewaart" in data}
    assert {path for path in changed if not path.startswith("assets/zoek/")} == showing
    assert "assets/zoek/inhoud.json" in changed
    assert "vacatures/breda/onderzoek-wijkkrant/index.html" in changed
    assert "vacatures/vakgebied/communicatie/index.html" in changed
    assert "vacatures/vakgebied/groen/index.html" not in changed


def test_a_warm_build_equals_a_cold_one(region: Path, tmp_path: Path) -> None:
    """After edits, a new file and a removed one, a build with memory gives the bytes of one without."""
    site = build_site(region)
    edit(region / WIJKKRANT, "sluit_op: 2026-12-18", "sluit_op: 2026-11-20")
    edit(region / "assignments" / "groen" / "bomen-meten.yml", "titel: Meet bomen", "titel: Meet oude bomen")
    edit(region / "content" / "registers" / "instellingen" / "avans.yml", "naam: Afstuderen", "naam: Afstudeerstage")
    (region / "vacancies" / "zundert" / "help-bij-de-bloemencampagne.yml").unlink()
    shutil.copy(
        region / "vacancies" / "breda" / "werk-mee-in-het-groen.yml",
        region / "vacancies" / "zundert" / "werk-ook-mee.yml",
    )
    front = "---\ntitle: Nieuw\ndescription: Iets nieuws.\n---\n"
    (region / "content" / "over" / "nieuw.md").write_text(f"{front}\nTekst.\n", encoding="utf-8")
    build_site(region)
    shutil.copytree(region, tmp_path / "koud", symlinks=True, ignore=shutil.ignore_patterns("site", ".cache"))
    assert snapshot(site) == snapshot(build_site(tmp_path / "koud"))


def test_a_page_of_a_removed_vacancy_is_taken_away(region: Path) -> None:
    """The page of a vacancy whose file is gone does not stay behind."""
    site = build_site(region)
    (region / "vacancies" / "zundert" / "meet-bomen-in-de-laan.yml").unlink()
    build_site(region)
    assert not (site / "vacatures" / "zundert" / "meet-bomen-in-de-laan").exists()
    assert (site / "vacatures" / "zundert" / "onderhoud-het-dorpspark" / "index.html").exists()


# The rule of time


@pytest.mark.parametrize(
    ("day", "badge", "apply", "listed"),
    [
        ("2026-10-11", "Opent 12 oktober", False, True),
        ("2026-10-12", "Nieuw", True, True),
        ("2026-12-17", "Nog 1 dag", True, True),
        ("2026-12-18", "Laatste dag", True, True),
        ("2026-12-19", "Gesloten", False, False),
    ],
)
def test_the_days_around_opening_and_closing(region: Path, day: str, badge: str, apply: bool, listed: bool) -> None:
    """A vacancy opens on its day, is open through its closing day, and is closed the day after."""
    site = build_site(region, day)
    page = read_page(site, "vacatures/breda/onderzoek-wijkkrant")
    assert badge in page.all("article")[0].text
    assert bool(page.all("section", id="reageren")) is apply
    assert ("stages@breda.nl" in page.html) is apply
    in_list = "onderzoek-wijkkrant/" in (site / "vacatures/soort/afstudeer/index.html").read_text(encoding="utf-8")
    assert in_list is listed
    in_sitemap = "onderzoek-wijkkrant/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert in_sitemap is apply


def test_going_through_the_days_with_one_memory(region: Path, tmp_path: Path) -> None:
    """A site that was built day after day equals one that was built on the last day only."""
    for day in ("2026-11-20", "2026-11-21", "2026-12-18", "2026-12-19"):
        site = build_site(region, day)
    assert snapshot(site) == snapshot(build_site(copy_region(tmp_path / "vers"), "2026-12-19"))


@pytest.mark.parametrize(
    ("closes", "moment"),
    [
        ("2026-12-31", "2027-01-01T00:00:00+01:00"),
        ("2027-03-28", "2027-03-29T00:00:00+02:00"),
        ("2027-10-31", "2027-11-01T00:00:00+01:00"),
    ],
)
def test_the_browser_gets_the_closing_moment(region: Path, closes: str, moment: str) -> None:
    """On its closing day, also at new year and at both clock changes, a vacancy is open until midnight here."""
    edit(
        region / WIJKKRANT,
        "publiceren_op: 2026-10-12\nsluit_op: 2026-12-18",
        f"publiceren_op: {closes}\nsluit_op: {closes}",
    )
    page = read_page(build_site(region, closes), "vacatures/breda/onderzoek-wijkkrant")
    assert page.all("section", id="reageren")
    assert page.all("article", data_sluit=moment)


def test_a_closing_day_at_the_end_of_time_is_no_traceback(region: Path) -> None:
    """Dates in the last days of the calendar are refused or shown, but the build does not fall over them."""
    edit(
        region / WIJKKRANT,
        "publiceren_op: 2026-10-12\nsluit_op: 2026-12-18",
        "publiceren_op: 9999-12-30\nsluit_op: 9999-12-31",
    )
    try:
        build_site(region)
    except RefusedError as refusal:
        words = str(refusal)
        assert "sluit_op" in words


def test_a_day_that_is_none_is_refused(region: Path) -> None:
    """PORTAL_TODAY that is no date stops the build with a Dutch sentence."""
    with pytest.raises(RefusedError, match="PORTAL_TODAY is `morgen`, en dat is geen datum"):
        build_site(region, "morgen")


# Refusals


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (WIJKKRANT, "soort: afstudeer", "soort: afstuderen", "Bedoelde je `afstudeer`?"),
        (WIJKKRANT, "titel: Onderzoek", "titel: Stage: onderzoek", "dubbele punt"),
        (WIJKKRANT, "avans/communicatie,", "avans/comunicatie,", "Bedoelde je `avans/communicatie`?"),
        (REGION_FILE, "titel: Stageportaal\n", "", "ontbreekt"),
        (REGION_FILE, "  tekst: Zit iets je dwars op je stage, dan kun je dat hier kwijt.\n", "", "vertrouwenspersoon"),
    ],
)
def test_a_broken_file_stops_the_build_and_leaves_the_old_site(
    region: Path, file: Path, old: str, new: str, message: str
) -> None:
    """An error in the data stops the build with its place and remedy; the old site stays byte for byte."""
    site = build_site(region)
    before, times = snapshot(site), moments(site)
    edit(region / file, old, new)
    with pytest.raises(RefusedError) as caught:
        build_site(region)
    assert file.as_posix() in str(caught.value)
    assert message in str(caught.value)
    assert snapshot(site) == before
    assert moments(site) == times


def test_all_errors_are_told_at_once(region: Path) -> None:
    """A build that is refused lists the errors of every file, not just those of the first."""
    edit(region / WIJKKRANT, "soort: afstudeer", "soort: afstuderen")
    edit(region / "vacancies" / "tilburg" / "kijk-een-week-mee.yml", "aantal: 1", "aantal: nul")
    edit(region / "assignments" / "ict" / "formulieren-testen.yml", "maximaal: 20", "maximaal: 2")
    with pytest.raises(RefusedError) as caught:
        build_site(region)
    told = re.findall(r"(\S+):\d+:\d+ fout: (\w+)", str(caught.value))
    assert told == [
        ("assignments/ict/formulieren-testen.yml", "duur_weken"),
        ("vacancies/breda/onderzoek-wijkkrant.yml", "soort"),
        ("vacancies/tilburg/kijk-een-week-mee.yml", "aantal"),
    ]


def test_a_region_without_a_confidant_is_refused(region: Path) -> None:
    """Without a vertrouwenspersoon there is no site at all."""
    file = region / REGION_FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"vertrouwenspersoon:\n(  .*\n)+", "", text), encoding="utf-8")
    with pytest.raises(RefusedError, match="vertrouwenspersoon"):
        build_site(region)
    assert not (region / "site").exists()


def test_a_broken_link_in_an_authored_page_leaves_the_old_site(region: Path) -> None:
    """A warning of MkDocs in strict mode stops the build before the site is touched."""
    site = build_site(region)
    before = snapshot(site)
    edit(region / "content" / "privacy.md", "We bewaren niets", "We bewaren [niets](weg.md)")
    with pytest.raises(RefusedError):
        build_site(region)
    assert snapshot(site) == before


def test_a_section_without_its_front_page_is_refused(region: Path) -> None:
    """Without the authored page at the top of a section there is no frame for its data pages, and no site."""
    (region / "content" / "opdrachten" / "index.md").unlink()
    with pytest.raises(RefusedError):
        build_site(region)
    assert not (region / "site").exists()


def test_after_a_refusal_the_next_good_build_is_right(region: Path, portal: Path) -> None:
    """A build after a refused one gives what it would have given without the refusal."""
    build_site(region)
    edit(region / WIJKKRANT, "soort: afstudeer", "soort: afstuderen")
    with pytest.raises(RefusedError):
        build_site(region)
    edit(region / WIJKKRANT, "soort: afstuderen", "soort: afstudeer")
    assert snapshot(build_site(region)) == snapshot(portal)


# Settings of the region


def test_without_samples_the_site_shows_none(region: Path) -> None:
    """A region that hides samples builds without them: no page, no card, no banner, no word of an example."""
    edit(region / REGION_FILE, "voorbeelden_tonen: true", "voorbeelden_tonen: false")
    site = build_site(region)
    assert not (site / "vacatures" / "zundert" / "onderhoud-het-dorpspark").exists()
    assert not (site / "opdrachten" / "ict" / "formulieren-testen").exists()
    for path, data in snapshot(site).items():
        if path.endswith(".html"):
            assert b"onderhoud-het-dorpspark" not in data, path
            assert b"formulieren-testen" not in data, path
            assert b"sp-proef" not in data, path


def test_a_script_in_a_vacancy_does_not_reach_the_page(region: Path) -> None:
    """HTML that a stranger writes in any text of a vacancy comes out as text, in page, card and lists."""
    evil = '"<script>alert(1)</script><img src=x onerror=alert(2)> en meer dan veertig tekens tekst"'
    text = (region / WIJKKRANT).read_text(encoding="utf-8")
    text = re.sub(r"(?m)^samenvatting: .*$", f"samenvatting: {evil}", text)
    text = re.sub(r"(?m)^titel: .*$", 'titel: "Onderzoek <script>alert(1)</script>"', text)
    text = text.replace("  - Je maakt een onderzoeksplan.", f"  - {evil}")
    text = text.replace("Bij de kassa ligt", "<script>alert(1)</script><img src=x onerror=alert(2)> Bij de kassa ligt")
    text = text.replace("coach: teamleider", 'coach: "<script>alert(1)</script>"')
    (region / WIJKKRANT).write_text(text, encoding="utf-8")
    site = build_site(region)
    for path, data in snapshot(site).items():
        if path.endswith(".html"):
            assert b"<script>alert" not in data, path
            assert b"<img src=x" not in data, path
    assert "&lt;script&gt;alert(1)" in read_page(site, "vacatures/breda/onderzoek-wijkkrant").html


def test_an_authored_page_keeps_only_harmless_html(region: Path) -> None:
    """Raw HTML in an authored page or a chapter loses its scripts, handlers and frames."""
    for file in (region / "content" / "privacy.md", region / "handbook" / "01-waarom.md"):
        file.write_text(
            file.read_text(encoding="utf-8")
            + '\n<script>alert(1)</script>\n\n<p onclick="alert(2)">Tekst</p>\n\n<iframe src="https://x.example"></iframe>\n'
            "\n[klik](javascript:alert(3))\n"
            "\n![van ver](https://x.example/a.png)\n\n<img src='//x.example/b.png' onerror='alert(4)' alt=''>\n",
            encoding="utf-8",
        )
    site = build_site(region)
    for address in ("privacy", "handboek/waarom"):
        html = read_page(site, address).html
        assert "alert(" not in html
        assert "<iframe" not in html
        assert "x.example" not in html


def test_a_search_engine_address_without_a_slash_still_works(region: Path) -> None:
    """A site_url without a slash at the end gives the same canonical addresses."""
    edit(region / "mkdocs.yml", "site_url: https://proef.example/stages/", "site_url: https://proef.example/stages")
    (link,) = read_page(build_site(region), "vacatures").all("link", rel="canonical")
    assert link.attributes["href"] == "https://proef.example/stages/vacatures/"
