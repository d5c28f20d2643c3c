"""What stands above an authored page, its front matter: a page of text, the front of a section, a chapter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Block, Line, Sentence, key
from generator.model.vocabulary import Choice, Date, Truth, Whole


class Template(Choice):
    """A template that one authored page asks for by name; all others get theirs by their folder."""

    OFFER_FORM = "pages/aanbieden.html", "Het formulier om een stage aan te bieden"


class FrontMatter(Block):
    """What every authored page begins with; MkDocs reads the first two as well, hence their English keys."""

    title: Line = key("title", "Titel", "Wat boven de bladzijde staat.", example="Een stage aanbieden")
    description: Sentence = key(
        "description", "Omschrijving", "Wat een zoekmachine over deze bladzijde laat zien.",
        example="Zo vind je in vijf stappen een stage bij een gemeente in de regio.",
    )  # fmt: skip
    intro: Sentence | None = key(
        "intro", "Inleiding", "De zin onder de titel.", example="Van je rooster naar je eerste gesprek.", default=None
    )


class TextPage(FrontMatter):
    """A page of text: content/**/*.md."""

    template: Template | None = key(
        "template", "Sjabloon", "Alleen nodig voor de bladzijde met het formulier.",
        example="pages/aanbieden.html", default=None,
    )  # fmt: skip
    unsearched: Truth = key(
        "niet_zoeken", "Niet in het zoeken", "Zet dit bij een bladzijde die niemand hoeft te vinden.",
        example=True, default=False,
    )  # fmt: skip


class SectionPage(FrontMatter):
    """The front of a section whose other pages are made from data, as content/vacatures/index.md."""


class Door(Block):
    """A way in for people who do not look for an internship."""

    title: Line = key("titel", "Titel", "Wat iemand hier komt doen.", example="Ik wil een stagiair in mijn team")
    text: Sentence = key(
        "tekst", "Tekst", "Wat er achter deze deur is.", example="Kies een voorbeeldopdracht en vul de open plekken in."
    )
    address: Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+$")] = key(
        "adres", "Adres", "Een bladzijde van deze site.", example="managers/"
    )


class HomeFront(SectionPage):
    """The front of the site: content/index.md."""

    lead: Sentence = key(
        "lead", "Eerste zin", "De zin onder de titel. Hierin worden {plekken}, {gemeenten} en {regionaal} getallen.",
        example="{plekken} plekken bij {gemeenten} gemeenten en {regionaal} regionale organisaties.",
    )  # fmt: skip
    doors: tuple[Door, ...] = key("doors", "Deuren", "De wegen voor wie een stage aanbiedt.", default=())


class HandbookPage(FrontMatter):
    """A page of the handbook: handbook/index.md, and with more to it every chapter."""

    keeper: Line | None = key(
        "beheer", "Beheer", "De functie die deze bladzijde bijhoudt. Geen naam.",
        example="coördinator Stagebureau", default=None,
    )  # fmt: skip
    reviewed_on: Date | None = key(
        "nagekeken", "Nagekeken", "De dag waarop iemand dit voor het laatst las.", example="2026-11-03", default=None
    )
    review_by: Date | None = key(
        "herzien_voor", "Herzien voor", "De dag waarvoor het opnieuw is nagekeken.", example="2027-11-03", default=None
    )


class Chapter(HandbookPage):
    """A chapter of the handbook: handbook/*.md."""

    number: Whole = key("nummer", "Nummer", "Het hoeveelste hoofdstuk dit is.", example=1, ge=1, le=99)
    in_short: tuple[Sentence, ...] = key(
        "kort", "In het kort", "Wat je onthoudt als je verder niets leest, één zin per regel.",
        example=["Zonder vaste begeleiding werkt het niet."], default=(),
    )  # fmt: skip
