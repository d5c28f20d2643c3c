"""What asks for attention, in words: the report on a terminal, and the page of the site that shows the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support import read_page

from generator.contribute.attention import report_text


def test_the_report_is_the_same_in_words(region: Path) -> None:
    """The report names day, rate, each stale file and each white spot, in Dutch."""
    text = report_text(region, date(2027, 2, 21))
    assert text.startswith("Stand van het portaal op 21 februari 2027")
    assert "Niet bevestigd in de laatste 60 dagen: 3 (75%)." in text
    assert "  - vacancies/breda/maak-beeld-bij-plannen.yml: geplaatst 112 dagen geleden" in text
    assert "  - mbo-1: geen vacature en geen voorbeeldopdracht" in text


def test_a_report_on_broken_registers_is_one_sentence(region: Path, today: date) -> None:
    """Without registers there is nothing to count, and the way to mend that is named."""
    (region / "content/registers/regio.yml").write_text("naam: x\n", encoding="utf-8")
    assert "stageportaal check" in report_text(region, today)


def test_an_empty_portal_has_a_report(region: Path, today: date) -> None:
    """Without any vacancy everything is a white spot and nothing is divided by zero."""
    for file in (region / "vacancies").rglob("*.yml"):
        file.unlink()
    assert "Open vacatures: 0." in report_text(region, today)


def test_the_page_shows_the_same_and_is_in_the_sitemap(portal: Path) -> None:
    """The page with the state stands at /over/status/, with figures, day, tables with headers, and links that work."""
    page = read_page(portal, "over/status")
    main = page.all("main")[0].text
    assert "De stand van het portaal" in main
    assert "Geteld op 21 november 2026" in main
    assert "Sluit binnenkort (2)" in main
    for table in page.all("table"):
        assert "Vacature" in table.text or "School" in table.text or "Opleiding" in table.text
    assert len(page.all("caption")) == len(page.all("table"))
    assert page.all("th", scope="row")
    assert "over/status/" in (portal / "sitemap.xml").read_text(encoding="utf-8")
