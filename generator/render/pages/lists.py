"""Lists of vacancies and assignments: the words above them, the ways on, and the pages they fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from generator.model.pages import FrontMatter
from generator.model.vocabulary import Kind, Level
from generator.relate import facets
from generator.relate.facts import ALL_YEAR
from generator.relate.registers import Registers
from generator.relate.selections import ListSpec
from generator.render import addresses, words
from generator.render.views import FacetGroup, FieldRef, Link, ListPage, Pagination, Section

Item = TypeVar("Item")

_NOTHING = "Hier staat nu niets open. Kijk naar een ander vakgebied of begin, of stuur een open sollicitatie."


class ListWords(NamedTuple):
    """How a list is called and introduced."""

    title: str
    intro: str
    name: str
    """the value itself, as in a menu"""


def list_words(facet: str, value: str, registers: Registers) -> ListWords:
    """Return title and introduction of the list of one value of a facet; one without words here gets plain ones."""
    name = facets.facet(facet).word_of(value, registers)
    match facet:
        case "vakgebied":
            return ListWords(f"Stages in {_inside(name)}", registers.fields[value].about, name)
        case "niveau":
            return ListWords(f"Stages op {name}", _LEVEL_INTROS[Level(value)], name)
        case "soort":
            return ListWords(_KIND_TITLES[Kind(value)], words.KIND_SENTENCES[Kind(value)], name)
        case "organisatie":
            organisation = registers.organisations[value]
            return ListWords(f"Stages bij {organisation.name}", organisation.about, name)
        case "periode" if value == ALL_YEAR:
            return ListWords("Stages die het hele jaar beginnen", "Deze stages hebben geen vaste begindatum.", name)
        case "periode":
            moment = f"in het {_inside(name)}"
            return ListWords(f"Stages die beginnen {moment}", f"Alle stages met een begin {moment}.", name)
    return ListWords(f"Stages: {_inside(name)}", "", name)


def _inside(name: str) -> str:
    return name if name[:2].isupper() else name[0].lower() + name[1:]


_LEVEL_INTROS = {
    Level.MBO_1: "Praktisch werk, een vaste begeleider en tijd om het vak te leren. Je hoeft nog niets te kunnen.",
    Level.MBO_2: "Werk dat je ziet en voelt: buiten, aan de balie of achter de schermen.",
    Level.MBO_3: "Je werkt zelfstandig in een team en krijgt steeds meer verantwoordelijkheid.",
    Level.MBO_4: "Je denkt mee, regelt en werkt uit. Gemeenten zoeken precies de vakmensen die jij wordt.",
    Level.AD: "Twee jaar studie, veel praktijk: opdrachten tussen plan en uitvoering.",
    Level.HBO: "Meewerken, onderzoeken of afstuderen, met een team dat op je antwoord wacht.",
    Level.WO: "Onderzoek dat niet in een la verdwijnt, en stages om te zien wat er na je studie kan.",
}
_KIND_TITLES = {
    Kind.SHADOW: "Stages om mee te lopen",
    Kind.WORK_ALONG: "Meewerkstages",
    Kind.RESEARCH: "Onderzoeksstages",
    Kind.GRADUATION: "Afstudeerstages",
    Kind.BPV: "Bpv-plekken voor mbo",
    Kind.BBL: "Leerbanen (bbl)",
    Kind.DUAL: "Duale plekken",
    Kind.PROJECT: "Projecten voor groepen",
}


def facet_groups(specs: Sequence[ListSpec], registers: Registers, counted: bool) -> tuple[FacetGroup, ...]:
    """Return every facet with links to its lists; counts only where a page may depend on all vacancies."""
    return tuple(
        FacetGroup(
            facet.label,
            tuple(
                Link(
                    facet.word_of(spec.value, registers),
                    addresses.vacancies_by(facet.id, spec.value),
                    len(spec.items) if counted else None,
                )
                for spec in specs
                if spec.facet == facet.id
            ),
            facet.id,
        )
        for facet in facets.listed()
    )


def with_current(groups: tuple[FacetGroup, ...], facet: str, value: str) -> tuple[FacetGroup, ...]:
    """Return `groups` with the link to one list marked as where we are."""
    address = addresses.vacancies_by(facet, value)
    return tuple(
        replace(
            group,
            links=tuple(replace(link, current=True) if link.address == address else link for link in group.links),
        )
        if group.kind == facet
        else group
        for group in groups
    )


def page_count(length: int, per_page: int) -> int:
    """Return how many pages a list of `length` fills, at least one."""
    return max(1, -(-length // per_page))


def page_of(items: Sequence[Item], number: int, per_page: int) -> Sequence[Item]:
    """Return the part of a list that stands on page `number`."""
    return items[(number - 1) * per_page : number * per_page]


def pages_of(items: Sequence[Item], per_page: int) -> Iterator[tuple[int, Sequence[Item]]]:
    """Yield the number and the part of every page that a list fills."""
    for number in range(1, page_count(len(items), per_page) + 1):
        yield number, page_of(items, number, per_page)


def pagination(address: str, number: int, total: int) -> Pagination | None:
    """Return where page `number` of `total` stands, or None for a list of one page."""
    if total == 1:
        return None

    def to(page: int, text: str) -> Link:
        return Link(text, addresses.page(address, page), current=page == number)

    return Pagination(
        current=number,
        previous=to(number - 1, "Vorige") if number > 1 else None,
        next=to(number + 1, "Volgende") if number < total else None,
        pages=tuple(to(page, str(page)) for page in _shown_pages(number, total)),
    )


def _shown_pages(number: int, total: int) -> Iterator[int]:
    for page in range(1, total + 1):
        if page in (1, total) or abs(page - number) <= 2:
            yield page


def facet_list(
    spec: ListSpec,
    number: int,
    live: int,
    registers: Registers,
    cards: Sequence[Markup],
    groups: tuple[FacetGroup, ...],
) -> ListPage:
    """Return page `number` of the list of one value of a facet.

    `cards` are those of this page; `live` counts what one can react to today.
    """
    text = list_words(spec.facet, spec.value, registers)
    address = addresses.vacancies_by(spec.facet, spec.value)
    total = page_count(len(spec.items), registers.region.thresholds.per_page)
    field = FieldRef(spec.value, text.name) if spec.facet == "vakgebied" else None
    return ListPage(
        address=addresses.page(address, number),
        title=_numbered(text.title, number),
        crumbs=(Link("Vacatures", addresses.VACANCIES),),
        intro=text.intro,
        count_text=words.offer_text(live, len(spec.items) - live),
        cards_html=tuple(cards),
        pagination=pagination(address, number, total),
        facets=groups,
        field=field,
        empty_text="" if spec.items else _NOTHING,
        related=_related(spec, registers),
        related_title="Ook een weg naar een stage",
    )  # fmt: skip


def _numbered(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, bladzijde {number}"


def _related(spec: ListSpec, registers: Registers) -> tuple[Link, ...]:
    """Return other ways to an internship, first what belongs to this very list."""
    links = [
        Link("Stageperiodes per school", addresses.PERIODS),
        Link("Open sollicitatie", addresses.OPEN_APPLICATION),
    ]
    if spec.facet == "vakgebied":
        name = registers.fields[spec.value].name
        links.insert(0, Link(f"Voorbeeldopdrachten: {name}", addresses.assignments_in(spec.value)))
    if spec.facet == "organisatie":
        links.insert(0, Link("Over deze organisatie", addresses.organisation(spec.value)))
    return tuple(links)


def all_vacancies(
    number: int,
    live: int,
    planned: int,
    registers: Registers,
    cards: Sequence[Markup],
    groups: tuple[FacetGroup, ...],
    front: FrontMatter,
) -> ListPage:
    """Return page `number` of the list of all vacancies, with its authored title and introduction."""
    total = page_count(live + planned, registers.region.thresholds.per_page)
    return ListPage(
        address=addresses.page(addresses.VACANCIES, number),
        title=_numbered(front.title, number),
        crumbs=(),
        intro=front.intro or "",
        count_text=words.offer_text(live, planned),
        cards_html=tuple(cards),
        pagination=pagination(addresses.VACANCIES, number, total),
        facets=groups,
        empty_text="" if cards else "Er staat nu niets open.",
    )


_FIRST = 4
"""So many assignments of a field stand on the page of all; the others are one link away."""


def all_assignments(rows: Mapping[str, Sequence[Markup]], registers: Registers, front: FrontMatter) -> ListPage:
    """Return the page with the first assignments of every field; `rows` are the cards of all, by field."""
    total = sum(map(len, rows.values()))
    return ListPage(
        address=addresses.ASSIGNMENTS,
        title=front.title,
        crumbs=(),
        intro=front.intro or "",
        count_text=_assignments_text(total),
        cards_html=(),
        pagination=None,
        facets=(),
        empty_text="" if total else "Er zijn nog geen opdrachten.",
        kind="opdracht",
        sections=tuple(_section(field, cards, registers) for field, cards in rows.items() if cards),
    )


def _section(field: str, cards: Sequence[Markup], registers: Registers) -> Section:
    all_of_them = Link(f"Alle {len(cards)} in dit vakgebied", addresses.assignments_in(field))
    ref = FieldRef(field, registers.fields[field].name)
    return Section(ref, tuple(cards[:_FIRST]), all_of_them if len(cards) > _FIRST else None)


def field_assignments(field: str, number: int, rows: Sequence[Markup], registers: Registers) -> ListPage:
    """Return page `number` of the list of the assignments in one field; `rows` are the cards of all of them."""
    per_page = registers.region.thresholds.per_page
    name = registers.fields[field].name
    address = addresses.assignments_in(field)
    return ListPage(
        address=addresses.page(address, number),
        title=_numbered(f"Opdrachten: {name}", number),
        crumbs=(Link("Opdrachten", addresses.ASSIGNMENTS),),
        intro=registers.fields[field].about,
        count_text=_assignments_text(len(rows)),
        cards_html=tuple(page_of(rows, number, per_page)),
        pagination=pagination(address, number, page_count(len(rows), per_page)),
        facets=(),
        field=FieldRef(field, name),
        empty_text="" if rows else "In dit vakgebied is nog geen opdracht. Weet jij er een?",
        related=(Link(f"Stages: {name}", addresses.vacancies_by("vakgebied", field)),),
        related_title="Al vacature geworden",
        kind="opdracht",
    )


def _assignments_text(count: int) -> str:
    return words.counted(count, "voorbeeldopdracht", "voorbeeldopdrachten")
