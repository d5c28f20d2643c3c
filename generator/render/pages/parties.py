"""The pages of organisations and institutions: who they are, what they offer, how to reach them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from generator.load.places import RecordKind, folder_of
from generator.model import parties
from generator.model.pages import FrontMatter
from generator.model.vocabulary import Level, OrganisationKind
from generator.relate.registers import Course, Registers
from generator.render import addresses, words
from generator.render.pages.periods import period_row, period_years
from generator.render.views import (
    Contact,
    Fact,
    InstitutionPage,
    Link,
    OrganisationPage,
    OrganisationsPage,
    ProgrammeBlock,
    Tile,
)


def contact_view(contact: parties.Contact, bureau: parties.Contact) -> Contact:
    """Return how to reach a function; one that goes through the bureau gets the bureau's address."""
    if contact.url:
        shown = contact.url.removeprefix("https://").rstrip("/")
        return Contact(contact.role, contact.url, shown, contact.hours or "", contact.sample)
    mail = contact.email or bureau.email or ""
    role = contact.role if contact.email else f"{contact.role}, via het Stagebureau"
    sample = contact.sample if contact.email else bureau.sample
    return Contact(role, f"mailto:{mail}" if mail else "", mail, contact.hours or "", sample)


def organisation_page(
    id_: str, registers: Registers, cards: Sequence[Markup], live: int, planned: int
) -> OrganisationPage:
    """Return the view of one organisation with the cards of its listed vacancies, at most fifty."""
    organisation = registers.organisations[id_]
    members = organisation.works_for or organisation.members
    return OrganisationPage(
        address=addresses.organisation(id_),
        title=organisation.name,
        crumbs=(Link("Organisaties", addresses.ORGANISATIONS),),
        kind=organisation.kind.label,
        about=organisation.about,
        facts=_organisation_facts(organisation),
        website=organisation.website or "",
        contact=contact_view(organisation.coordinator, registers.region.bureau) if organisation.coordinator else None,
        cards_html=tuple(cards[:50]),
        count_text=words.offer_text(live, planned),
        all_link=Link("Alle stages in een lijst", addresses.vacancies_by("organisatie", id_)) if cards else None,
        members=tuple(Link(registers.organisations[member].name, addresses.organisation(member)) for member in members),
        members_title="Werkgever voor" if organisation.works_for else "Werkt samen met",
        source=f"Bron: {words.sentence(organisation.source)} Peildatum {words.day_text(organisation.checked_on)}.",
        edit_href=addresses.edit_href(registers, f"{folder_of(RecordKind.ORGANISATION)}/{id_}.yml"),
    )  # fmt: skip


def _organisation_facts(organisation: parties.Organisation) -> tuple[Fact, ...]:
    facts = [Fact("organisatie", "Soort", organisation.kind.label)]
    if organisation.population:
        facts.append(
            Fact(
                "mensen",
                "Inwoners",
                f"ongeveer {words.number_text(organisation.population.about)}",
                f"in {organisation.population.year}",
            )
        )
    if organisation.province:
        facts.append(Fact("plaats", "Provincie", organisation.province))
    scheme = organisation.scheme
    if scheme:
        note = f"bruto, bij {scheme.at_hours} uur; hetzelfde voor elk niveau" if scheme.at_hours else "bruto"
        sample = "; voorbeeldbedrag" if scheme.sample else ""
        facts.append(
            Fact("vergoeding", "Vergoeding", f"{words.money(scheme.amount)} {scheme.per.label}", note + sample)
        )
    else:
        facts.append(Fact("vergoeding", "Vergoeding", "Staat bij elke stage"))
    return tuple(facts)


def tile_of(id_: str, registers: Registers, count: int) -> Tile | None:
    """Return a municipality on the map with its number of places, or None for what has no tile."""
    organisation = registers.organisations[id_]
    if organisation.tile is None:
        return None
    return Tile(
        name=organisation.short_name,
        short=organisation.map_name or organisation.short_name[:3],
        count=count,
        count_text=words.counted(count, "stage", "stages"),
        step=0 if not count else 1 if count < 5 else 2 if count < 10 else 3,
        column=organisation.tile.column,
        row=organisation.tile.row,
        address=addresses.vacancies_by("organisatie", id_),
    )


def organisations_page(registers: Registers, counts: dict[str, int], front: FrontMatter) -> OrganisationsPage:
    """Return the overview of all organisations with their number of listed vacancies."""
    links = {
        id_: Link(organisation.name, addresses.organisation(id_), counts.get(id_, 0), organisation.kind.label)
        for id_, organisation in registers.organisations.items()
    }
    is_town = {
        id_: organisation.kind is OrganisationKind.MUNICIPALITY for id_, organisation in registers.organisations.items()
    }
    return OrganisationsPage(
        title=front.title,
        intro=front.intro or "",
        tiles=tiles(registers, counts),
        municipalities=tuple(link for id_, link in links.items() if is_town[id_]),
        bodies=tuple(link for id_, link in links.items() if not is_town[id_]),
    )


def tiles(registers: Registers, counts: dict[str, int]) -> tuple[Tile, ...]:
    """Return the map in reading order, north to south and west to east."""
    found = [tile_of(id_, registers, counts.get(id_, 0)) for id_ in registers.organisations]
    return tuple(sorted((tile for tile in found if tile), key=lambda tile: (tile.row, tile.column)))


def institution_page(
    id_: str,
    registers: Registers,
    today: date,
    cards: Sequence[Markup],
    offers: dict[str, int],
) -> InstitutionPage:
    """Return the view of one school; `offers` counts the listed vacancies per programme reference."""
    institution = registers.institutions[id_]
    courses = [course for course in registers.courses.values() if course.institution_id == id_]
    return InstitutionPage(
        address=addresses.school(id_),
        title=institution.name,
        crumbs=(Link("Stageperiodes", addresses.PERIODS),),
        about=institution.about,
        facts=(
            Fact("school", "Soort", {"mbo": "Mbo", "hbo": "Hogeschool", "wo": "Universiteit"}[institution.kind]),
            Fact("plaats", "In de regio", words.joined(institution.towns)),
            Fact("lijst", "Opleidingen hier", str(len(institution.programmes)), "die passen bij gemeenten"),
        ),
        contact=contact_view(institution.contact, registers.region.bureau),
        website=institution.website or "",
        years=period_years(registers, (id_,), today),
        programmes=tuple(_programme(course, registers, offers.get(course.ref, 0)) for course in courses),
        cards_html=tuple(cards),
        sample=any(period.sample for period in institution.periods),
        source=f"Bron: {words.sentence(institution.source)} Peildatum {words.day_text(institution.checked_on)}.",
        edit_href=addresses.edit_href(registers, f"{folder_of(RecordKind.INSTITUTION)}/{id_}.yml"),
    )


def _programme(course: Course, registers: Registers, offers: int) -> ProgrammeBlock:
    programme = course.programme
    facts = [Fact("niveau", "Niveau", words.level_text(programme.level))]
    if programme.routes:
        facts.append(Fact("soort", "Leerweg", words.joined((route.label for route in programme.routes), "of")))
    if programme.towns:
        facts.append(Fact("plaats", "Plaats", words.joined(programme.towns)))
    if programme.code:
        facts.append(Fact("document", "Code", programme.code, "crebo" if programme.level.is_mbo else "isat"))
    return ProgrammeBlock(
        id=programme.id,
        name=programme.name,
        level_text=words.level_text(programme.level),
        facts=tuple(facts),
        fields=tuple(
            Link(registers.fields[field].name, addresses.vacancies_by("vakgebied", field))
            for field in programme.fields
            if field in registers.fields
        ),
        brings=programme.brings,
        learns=programme.learns,
        requirements=programme.requirements,
        periods=tuple(period_row(course.institution, period, programme) for period in course.periods),
        vacancies=_offers(programme.level, offers),
        contact=contact_view(programme.contact, registers.region.bureau) if programme.contact else None,
        sample=programme.sample,
    )  # fmt: skip


def _offers(level: Level, count: int) -> Link | None:
    """Return the way to what is on offer for a programme: the list of its level, in which that stands."""
    text = f"{words.counted(count, 'stage', 'stages')} voor deze opleiding"
    return Link(text, addresses.vacancies_by("niveau", level.value), count) if count else None
