"""The pipeline by itself: frames that MkDocs never saw, and files that somebody else made."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import TODAY, copy_region, edit

from generator.pipeline import Places, build, look, portal_of, prepare
from generator.render.shell import ROOT, SLOTS, Shell
from generator.render.site import Frame, Renderer
from generator.survey import Survey

FRAME = f'<html><a href="{ROOT}">Begin</a>{"".join(f"<p>§{name}§</p>" for name in SLOTS)}</html>'


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Give the small region with the real theme and a cache of its own."""
    region = copy_region(tmp_path / "regio")
    return Places(region, region / "theme", tmp_path / "cache")


def made(places: Places) -> tuple[Survey, Renderer]:
    """Return what a region says, and what makes its pages, in frames of one line."""
    found = look(places, TODAY)
    shell = Shell.read(FRAME)
    frames = {
        name: Frame(shell, found.pages[file])
        for name, file in (
            ("home", "content/index.md"),
            ("vacatures", "content/vacatures/index.md"),
            ("opdrachten", "content/opdrachten/index.md"),
            ("stageperiodes", "content/stageperiodes/index.md"),
            ("organisaties", "content/organisaties/index.md"),
            ("status", "content/over/status.md"),
        )
    }
    return found, prepare(found, portal_of(found, TODAY), frames, places, "https://proef.example/")


def authored(folder: Path) -> Path:
    """Write two pages that somebody else made, and return their folder."""
    for name in ("contact", "vacatures"):
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(f"van een ander: {name}", encoding="utf-8")
    return folder


def test_a_site_needs_no_mkdocs(places: Places, tmp_path: Path) -> None:
    """Any frame with the slots will do: the pages made from data are in it, with links for their depth."""
    build(*made(places), places, tmp_path / "site")
    html = (tmp_path / "site/vacatures/breda/onderzoek-wijkkrant/index.html").read_text(encoding="utf-8")
    assert html.startswith('<html><a href="../../../">Begin</a><p>Onderzoek wie de wijkkrant leest')
    assert "<h1>Een stage die past bij jouw periode</h1>" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_what_somebody_else_made_is_published_with_the_rest(places: Places, tmp_path: Path) -> None:
    """Without a word about what to leave out everything comes along, but never in the place of a page of ours."""
    build(*made(places), places, tmp_path / "site", authored(tmp_path / "anders"))
    assert (tmp_path / "site/contact/index.html").read_text(encoding="utf-8") == "van een ander: contact"
    assert "van een ander" not in (tmp_path / "site/vacatures/index.html").read_text(encoding="utf-8")
    assert "https://proef.example/contact/" in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


def test_what_is_to_be_left_out_is_left_out(places: Places, tmp_path: Path) -> None:
    """A page that is refused by its path is neither published nor in the sitemap."""
    skip = "contact/index.html".__eq__
    build(*made(places), places, tmp_path / "site", authored(tmp_path / "anders"), skip)
    assert not (tmp_path / "site/contact").exists()
    assert "/contact/" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


def test_the_sitemap_and_the_pages_agree_on_what_may_be_found(places: Places, tmp_path: Path) -> None:
    """A page asks not to be listed exactly when the sitemap leaves it out: closed, planned, invented and moved ones."""
    file = places.root / "vacancies/breda/onderzoek-wijkkrant.yml"
    edit(file, "bevestigd_op: 2026-11-20", "bevestigd_op: 2026-11-20\nvoorheen: [breda/oude-naam]")
    found, maker = made(places)
    build(found, maker, places, tmp_path / "site")
    sitemap = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    left_out = []
    for job in maker.jobs():
        html = (tmp_path / "site" / job.address / "index.html").read_text(encoding="utf-8")
        inside = f"<loc>https://proef.example/{job.address}</loc>" in sitemap
        assert ('content="noindex"' in html) is not inside, job.address
        left_out += [] if inside else [job.address.removeprefix("vacatures/")]
    assert sorted(left_out) == [
        "breda/oude-naam/",
        "tilburg/leer-werkplekken-beheren/",
        "tilburg/schrijf-de-nieuwsbrief-opnieuw/",
        "zundert/help-bij-de-bloemencampagne/",
        "zundert/meet-bomen-in-de-laan/",
        "zundert/onderhoud-het-dorpspark/",
    ]
