"""What stands around every page: navigation, footer and the contacts that are always within reach."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.relate.registers import Registers
from generator.render.pages.parties import contact_view
from generator.render.views import Contact, Link

_MAIN = (
    ("vacatures", "Vacatures", "vacatures/"),
    ("opdrachten", "Opdrachten", "opdrachten/"),
    ("stageperiodes", "Stageperiodes", "stageperiodes/"),
    ("handboek", "Handboek", "handboek/"),
    ("organisaties", "Voor organisaties", "managers/"),
)
_FOOTER = (
    (
        "Voor studenten",
        (
            ("Alle vacatures", "vacatures/"),
            ("Stageperiodes", "stageperiodes/"),
            ("Hulp bij zoeken", "studenten/"),
            ("Open sollicitatie", "studenten/open-sollicitatie/"),
        ),
    ),
    (
        "Voor organisaties",
        (
            ("Voorbeeldopdrachten", "opdrachten/"),
            ("Voor managers", "managers/"),
            ("Een stage aanbieden", "aanbieden/"),
            ("Voor HR", "hr/"),
            ("Handboek", "handboek/"),
            ("Voor scholen", "scholen/"),
        ),
    ),
    (
        "Over ons",
        (
            ("Het Stagebureau", "over/"),
            ("Organisaties", "organisaties/"),
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
    """What header, footer and head of a page know."""

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
    chapters: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    reading_time: str = ""
    reviewed: str = ""
    overdue: bool = field(default=False)


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
