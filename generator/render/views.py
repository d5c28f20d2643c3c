"""What a page template may know: frozen views with finished words, made in `pages/`, read by `theme/`.

A template loops, includes and prints; it never selects, sorts, counts or words anything.
Addresses are relative to the root of the site, without a leading slash ("vacatures/breda/x/");
the filter `url` of the template environment turns one into a link from the current page.
Attributes that end in `_html` hold sanitised HTML; every other text is plain and gets escaped.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere inside the site, with an optional count or remark beside it."""

    text: str
    address: str
    count: int | None = None
    note: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A status in one or two words; `kind` picks icon and colour in the badge component."""

    kind: str
    """nieuw · sluit · gesprek · vervuld · gesloten · opent · voorbeeld"""
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """One short fact with an icon, as on a card."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a facts block: icon, label, value and a note in small print."""

    icon: str
    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A field of work as shown: its id picks the woven swatch, its name always stands near it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Card:
    """A vacancy or an assignment in a list."""

    key: str
    """stable id, "breda/bereik-wijkkrant"; used by saved lists in the browser"""
    address: str
    title: str
    byline: str
    """"Gemeente Breda · Communicatie" """
    field: FieldRef
    summary: str
    badges: tuple[Badge, ...]
    tags: tuple[Tag, ...]
    moment: str
    """"Sluit 24 november", "Opent 11 januari", "Het hele jaar"; empty for an assignment"""
    closes_at: str = ""
    """ISO moment after which the browser closes the card; empty when it never closes"""
    kind: str = "vacature"
    """vacature · opdracht"""


@dataclass(frozen=True, slots=True)
class Similar:
    """A card that resembles the page it stands on, with the reason in words."""

    card_html: Markup
    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together: a role and who has it, a moment and what happens then."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ProgrammeFit:
    """How the dates of a vacancy lie in the internship period of one linked programme."""

    state: str
    """past · bijna · niet · onbekend"""
    word: str
    """"Past", "Past bijna", "Past niet", "Nog niet bekend" """
    programme: Link
    institution: str
    sentence: str
    requirements: tuple[str, ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class Banner:
    """Why one cannot react (any more, or yet), and what to do instead."""

    kind: str
    """gesloten · vervuld · ingetrokken · opent · gesprek"""
    title: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Apply:
    """The one way to react."""

    button: str
    href: str
    """a mailto: or https: address, already checked"""
    shown: str
    """the address in full, for print and for people without a mail program"""
    steps: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class VacancyPage:
    """Everything on the page of one vacancy (template pages/vacature.html)."""

    key: str
    address: str
    title: str
    crumbs: tuple[Link, ...]
    badges: tuple[Badge, ...]
    organisation: Link
    department: str
    place: str
    field: FieldRef
    summary: str
    state: str
    """gepland · open · sluit_binnenkort · in_gesprek · vervuld · gesloten · ingetrokken"""
    closes_at: str
    closing_text: str
    """"Reageer tot en met dinsdag 24 november 2026"; empty when one cannot react any more"""
    banner: Banner | None
    facts: tuple[Fact, ...]
    assignment_html: Markup
    tasks: tuple[str, ...]
    goals: tuple[str, ...]
    deliverable: str
    profile: tuple[str, ...]
    schedule: tuple[Pair, ...]
    """optional weeks or phases of the internship"""
    practical: tuple[Fact, ...]
    roles: tuple[Pair, ...]
    supervision: tuple[str, ...]
    fits: tuple[ProgrammeFit, ...]
    fit_intro: str
    apply: Apply | None
    confirmed: str
    report_href: str
    edit_href: str
    based_on: Link | None
    duo: Link | None
    similar: tuple[Similar, ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class AssignmentPage:
    """Everything on the page of one example assignment (template pages/opdracht.html)."""

    key: str
    address: str
    title: str
    crumbs: tuple[Link, ...]
    field: FieldRef
    summary: str
    tags: tuple[Tag, ...]
    asks: tuple[str, ...]
    gives: tuple[str, ...]
    assignment_html: Markup
    tasks_html: tuple[Markup, ...]
    goals_html: tuple[Markup, ...]
    deliverable_html: Markup
    profile_html: tuple[Markup, ...]
    roles: tuple[Pair, ...]
    blanks: tuple[Pair, ...]
    warning: str
    facts: tuple[Fact, ...]
    others: tuple[Link, ...]
    """other assignments in the same field; `note` holds their levels"""
    vacancies_html: tuple[Markup, ...]
    """cards of vacancies that came from this assignment"""
    made_by: str
    edit_href: str


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a function (never a person)."""

    role: str
    href: str
    shown: str
    hours: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Everything on the page of one organisation (template pages/organisatie.html)."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    kind: str
    about: str
    facts: tuple[Fact, ...]
    website: str
    contact: Contact | None
    cards_html: tuple[Markup, ...]
    count_text: str
    """"14 stages open, 3 gaan later open", "Nu geen stages" """
    all_link: Link | None
    members: tuple[Link, ...]
    members_title: str
    source: str
    edit_href: str


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One internship period of one programme (or of all programmes of an institution)."""

    programme: str
    level: str
    """mbo-1 … wo, or empty for all levels"""
    level_text: str
    name: str
    dates: str
    weeks: str
    days: str
    search_from: str
    sample: bool
    source: str
    bar_html: Markup
    """a small SVG bar for narrow screens, hidden from assistive technology"""
    levels: str = ""
    """the level ids this row belongs to, space separated, for the filter"""
    names: str = ""
    """all its programmes, when `programme` only says that they are all"""


@dataclass(frozen=True, slots=True)
class PeriodGroup:
    """The periods of one institution in one school year."""

    institution: Link
    rows: tuple[PeriodRow, ...]


@dataclass(frozen=True, slots=True)
class PeriodYear:
    """One school year of the period overview: a drawn timeline and the same in a table."""

    id: str
    label: str
    """"2026-2027" """
    current: bool
    timeline_html: Markup
    """one SVG for wide screens, role=img, titled"""
    groups: tuple[PeriodGroup, ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class PeriodsPage:
    """The period overview (template pages/stageperiodes.html)."""

    title: str
    intro: str
    years: tuple[PeriodYear, ...]
    levels: tuple[Link, ...]
    """levels that occur; `address` holds the level id"""
    legend: tuple[Pair, ...]
    """label = css modifier (mbo, hbo, wo, lint, vakantie, vandaag), text = words"""


@dataclass(frozen=True, slots=True)
class ProgrammeBlock:
    """One programme on the page of its institution; `id` is its anchor."""

    id: str
    name: str
    level_text: str
    facts: tuple[Fact, ...]
    fields: tuple[Link, ...]
    brings: tuple[str, ...]
    learns: tuple[str, ...]
    requirements: tuple[str, ...]
    periods: tuple[PeriodRow, ...]
    vacancies: Link | None
    contact: Contact | None
    sample: bool


@dataclass(frozen=True, slots=True)
class InstitutionPage:
    """Everything on the page of one school (template pages/instelling.html)."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    about: str
    facts: tuple[Fact, ...]
    contact: Contact
    website: str
    years: tuple[PeriodYear, ...]
    programmes: tuple[ProgrammeBlock, ...]
    cards_html: tuple[Markup, ...]
    sample: bool
    source: str
    edit_href: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where we are in a list that is too long for one page."""

    current: int
    previous: Link | None
    next: Link | None
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The values of one facet as links to complete lists, with counts."""

    label: str
    links: tuple[Link, ...]
    kind: str
    """vakgebied · niveau · soort · organisatie · periode"""


@dataclass(frozen=True, slots=True)
class Section:
    """Some cards of one field under its name; `more` leads to the rest."""

    field: FieldRef
    cards_html: tuple[Markup, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class ListPage:
    """A complete list of vacancies or assignments (template pages/lijst.html)."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    intro: str
    count_text: str
    cards_html: tuple[Markup, ...]
    pagination: Pagination | None
    facets: tuple[FacetGroup, ...]
    field: FieldRef | None = None
    empty_text: str = ""
    related: tuple[Link, ...] = ()
    """other ways on: assignments in this field, the open application, upcoming periods"""
    related_title: str = ""
    kind: str = "vacature"
    sections: tuple[Section, ...] = ()
    """the cards under headings instead of in one row; then `cards_html` is empty"""


@dataclass(frozen=True, slots=True)
class Tile:
    """One municipality on the schematic map."""

    name: str
    short: str
    count: int
    count_text: str
    """"14 stages" """
    step: int
    """0 none · 1 one to four · 2 five to nine · 3 ten or more"""
    column: int
    row: int
    address: str


@dataclass(frozen=True, slots=True)
class KeyFigureView:
    """A number with its sentence and where it comes from."""

    value: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that data brings to the home page (template pages/home.html).

    The authored words (title, lead, doors) come from the front matter of content/index.md.
    """

    title: str
    lead: str
    closing_html: tuple[Markup, ...]
    newest_html: tuple[Markup, ...]
    all_link: Link
    starts: tuple[Link, ...]
    tiles: tuple[Tile, ...]
    bodies: tuple[Link, ...]
    fields: tuple[tuple[FieldRef, Link], ...]
    popular: tuple[Link, ...]
    doors: tuple[Pair, ...] = ()
    door_links: tuple[Link, ...] = ()
    figures: tuple[KeyFigureView, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class OrganisationsPage:
    """All organisations (template pages/organisaties.html): municipalities first, then bodies."""

    title: str
    intro: str
    tiles: tuple[Tile, ...]
    municipalities: tuple[Link, ...]
    bodies: tuple[Link, ...]
