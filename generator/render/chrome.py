"""What stands around every page: head, navigation, footer and the contacts that are always within reach."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.pages import Chapter, FrontMatter, HandbookPage
from generator.relate.registers import Registers
from generator.render import addresses
from generator.render.assets import STYLESHEET
from generator.render.pages.parties import contact_view
from generator.render.shell import slot
from generator.render.views import Contact, Link
from generator.render.words import day_text, reading_minutes

_MAIN = (
    ("vacatures", "Vacatures", addresses.VACANCIES),
    ("opdrachten", "Opdrachten", addresses.ASSIGNMENTS),
    ("stageperiodes", "Stageperiodes", addresses.PERIODS),
    ("handboek", "Handboek", addresses.HANDBOOK),
    ("organisaties", "Voor organisaties", "managers/"),
)
_FOOTER = (
    (
        "Voor studenten",
        (
            ("Alle vacatures", addresses.VACANCIES),
            ("Stageperiodes", addresses.PERIODS),
            ("Hulp bij zoeken", addresses.STUDENTS),
            ("Open sollicitatie", addresses.OPEN_APPLICATION),
        ),
    ),
    (
        "Voor organisaties",
        (
            ("Voorbeeldopdrachten", addresses.ASSIGNMENTS),
            ("Voor managers", "managers/"),
            ("Een stage aanbieden", "aanbieden/"),
            ("Voor HR", "hr/"),
            ("Handboek", addresses.HANDBOOK),
            ("Voor scholen", "scholen/"),
        ),
    ),
    (
        "Over ons",
        (
            ("Het Stagebureau", addresses.ABOUT),
            ("Organisaties", addresses.ORGANISATIONS),
            ("Contact", "contact/"),
            ("Toegankelijkheid", "toegankelijkheid/"),
            ("Privacy", "privacy/"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class NamedContact(Contact):
    """A contact with the words that stand beside it."""

    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What header, footer and head of a page know (`portaal` in the templates of the theme)."""

    region_name: str
    title: str
    bureau: NamedContact
    confidant: NamedContact
    sample: bool
    nav: tuple[Link, ...]
    footer: tuple[tuple[str, tuple[Link, ...]], ...]
    stylesheet: str
    material_css: str
    build_day: str
    build_date: str
    chapters: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    reading_time: str
    reviewed: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class Doc:
    """What the frame knows of the document in it (`doc` in the templates of the theme); every text is HTML."""

    title: str
    description: str
    canonical: str
    head: str
    content: str
    section: str


class Leaf(NamedTuple):
    """An authored page: where it stands, what stands above it, and its text in Markdown."""

    address: str
    front: FrontMatter
    text: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What the frames of all pages have in common."""

    registers: Registers
    today: date
    sample: bool
    """whether the site shows invented vacancies"""
    material_css: str = ""
    chapters: tuple[Leaf, ...] = ()
    """the handbook in the order of its numbers"""


def chrome(site: Site, section: str, leaf: Leaf | None) -> Chrome:
    """Return what stands around an authored page of a section, or around a page that nobody wrote (None)."""
    region = site.registers.region
    previous, following = _neighbours(site.chapters, leaf)
    kept = leaf.front if leaf and isinstance(leaf.front, HandbookPage) else None
    return Chrome(
        region_name=region.name,
        title=region.title,
        bureau=bureau_contact(site.registers),
        confidant=confidant_contact(site.registers),
        sample=site.sample,
        nav=navigation(section),
        footer=footer(),
        stylesheet=STYLESHEET,
        material_css=site.material_css,
        build_day=day_text(site.today),
        build_date=site.today.isoformat(),
        chapters=tuple(_chapter_link(chapter, leaf) for chapter in site.chapters),
        previous=previous,
        next=following,
        reading_time=f"{reading_minutes(leaf.text)} minuten lezen" if leaf else "",
        reviewed=day_text(kept.reviewed_on) if kept and kept.reviewed_on else "",
        overdue=bool(kept and kept.review_by and kept.review_by < site.today),
    )


def _neighbours(chapters: Sequence[Leaf], leaf: Leaf | None) -> tuple[Link | None, Link | None]:
    """Return the chapters before and behind the one that we are in."""
    place = next((place for place, chapter in enumerate(chapters) if leaf and chapter.address == leaf.address), None)
    if place is None:
        return None, None
    before, behind = chapters[:place][-1:], chapters[place + 1 :][:1]
    links = [_chapter_link(found[0], None) if found else None for found in (before, behind)]
    return links[0], links[1]


def _chapter_link(chapter: Leaf, here: Leaf | None) -> Link:
    number = str(chapter.front.number) if isinstance(chapter.front, Chapter) else ""
    current = here is not None and here.address == chapter.address
    return Link(chapter.front.title, chapter.address, note=number, current=current)


def doc(site: Site, section: str, title: str, description: str = "", canonical: str = "") -> Doc:
    """Return what the frame must know of a document with this title (plain text)."""
    return Doc(
        title=html.escape(f"{title} · {site.registers.region.title}", quote=False),
        description=html.escape(description, quote=True),
        canonical=canonical,
        head="",
        content="",
        section=section,
    )


def open_doc(section: str) -> Doc:
    """Return a document of which everything is left open: the frame becomes a shell."""
    return Doc(
        title=slot("titel"),
        description=slot("omschrijving"),
        canonical=slot("canoniek"),
        head=slot("kop"),
        content=slot("inhoud"),
        section=section,
    )


def navigation(section: str) -> tuple[Link, ...]:
    """Return the links of the header with the current section marked."""
    return tuple(Link(text, address, current=id_ == section) for id_, text, address in _MAIN)


def footer() -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Return the lists of the footer."""
    return tuple((heading, tuple(Link(text, address) for text, address in links)) for heading, links in _FOOTER)


def named(view: Contact, name: str = "", text: str = "") -> NamedContact:
    """Return a contact with a name or a text beside it."""
    return NamedContact(view.role, view.href, view.shown, view.hours, view.sample, name, text)


def bureau_contact(registers: Registers) -> NamedContact:
    """Return the regional bureau."""
    bureau = registers.region.bureau
    return named(contact_view(bureau, bureau), name=bureau.name)


def confidant_contact(registers: Registers) -> NamedContact:
    """Return the confidant, whom every page names."""
    confidant = registers.region.confidant
    return named(contact_view(confidant, registers.region.bureau), text=confidant.text)


def with_contacts(markdown: str, registers: Registers) -> str:
    """Return the text of an authored page with the contacts of the region where it asks for them: {{ bureau }}."""
    for name, contact in (("bureau", bureau_contact(registers)), ("vertrouwenspersoon", confidant_contact(registers))):
        block = contact_markdown(contact)
        markdown = re.sub(r"(?m)^\{\{ *" + name + r" *\}\}$", block.replace("\\", r"\\"), markdown)
    return markdown


def contact_markdown(contact: NamedContact) -> str:
    """Return a contact as a Markdown note, for authored pages."""
    lines = [f"**{contact.role}**", ""]
    if contact.shown:
        lines += [f"[{contact.shown}]({contact.href})", ""]
    if contact.hours:
        lines += [f"Bereikbaar: {contact.hours}.", ""]
    if contact.sample:
        lines += ["Dit is een voorbeeldadres. Het echte adres komt hier zodra het portaal in gebruik is.", ""]
    title = contact.name or "Vertrouwenspersoon"
    return f'!!! info "{title}"\n\n' + "\n".join(f"    {line}".rstrip() for line in lines)
