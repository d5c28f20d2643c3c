"""Lists of vacancies and assignments: the words above them, the ways on, and the pages they fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from generator.model.vocabulary import Kind, Level
from generator.relate.registers import Registers
from generator.relate.selections import FACETS, ListSpec
from generator.render import words
from generator.render.views import FacetGroup, FieldRef, Link, ListPage, Pagination

FACET_LABELS = {
    "vakgebied": "Vakgebied",
    "niveau": "Niveau",
    "soort": "Soort stage",
    "organisatie": "Gemeente of organisatie",
    "periode": "Begin",
}


_NOTHING = "Hier staat nu niets open. Kijk naar een ander vakgebied of begin, of stuur een open sollicitatie."


class ListWords(NamedTuple):
    """How a list is called and introduced."""

    title: str
    intro: str
    name: str
    """the value itself, as in a menu"""


def list_words(facet: str, value: str, registers: Registers) -> ListWords:
    """Return title and introduction of the list of one value of a facet."""
    match facet:
        case "vakgebied":
            field = registers.fields[value]
            return ListWords(f"Stages in {_inside(field.name)}", field.about, field.name)
        case "niveau":
            level = Level(value)
            return ListWords(f"Stages op {level.label}", _LEVEL_INTROS[level], level.label)
        case "soort":
            kind = Kind(value)
            return ListWords(_KIND_TITLES[kind], words.KIND_SENTENCES[kind], kind.label)
        case "organisatie":
            organisation = registers.organisations[value]
            return ListWords(f"Stages bij {organisation.name}", organisation.about, organisation.short_name)
        case "periode":
            text = words.half_text(value)
            if value == "doorlopend":
                return ListWords(
                    "Stages die het hele jaar beginnen", "Deze stages hebben geen vaste begindatum.", "Het hele jaar"
                )
            return ListWords(
                f"Stages die beginnen in het {text}",
                f"Alle stages met een begin in het {text}.",
                words.capital(text),
            )
    raise ValueError(facet)


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
            FACET_LABELS[facet],
            tuple(
                Link(
                    list_words(facet, spec.value, registers).name,
                    f"vacatures/{facet}/{spec.value}/",
                    len(spec.items) if counted else None,
                )
                for spec in specs
                if spec.facet == facet
            ),
            facet,
        )
        for facet in FACETS
    )


def with_current(groups: tuple[FacetGroup, ...], facet: str, value: str) -> tuple[FacetGroup, ...]:
    """Return `groups` with the link to one list marked as where we are."""
    address = f"vacatures/{facet}/{value}/"
    return tuple(
        replace(
            group,
            links=tuple(replace(link, current=True) if link.address == address else link for link in group.links),
        )
        if group.kind == facet
        else group
        for group in groups
    )


def page_address(address: str, number: int) -> str:
    """Return the address of page `number` of a list; the first page is the list itself."""
    return address if number == 1 else f"{address}pagina/{number}/"


def page_count(length: int, per_page: int) -> int:
    """Return how many pages a list of `length` fills, at least one."""
    return max(1, -(-length // per_page))


def pagination(address: str, number: int, total: int) -> Pagination | None:
    """Return where page `number` of `total` stands, or None for a list of one page."""
    if total == 1:
        return None

    def to(page: int, text: str) -> Link:
        return Link(text, page_address(address, page), current=page == number)

    return Pagination(
        current=number,
        total=total,
        previous=to(number - 1, "Vorige") if number > 1 else None,
        next=to(number + 1, "Volgende") if number < total else None,
        pages=tuple(to(page, str(page)) for page in _shown_pages(number, total)),
    )


def _shown_pages(number: int, total: int) -> Iterator[int]:
    for page in range(1, total + 1):
        if page in (1, total) or abs(page - number) <= 2:
            yield page


def count_text(live: int, planned: int) -> str:
    """Return "14 stages open, 3 gaan later open"."""
    texts = [words.counted(live, "stage open", "stages open")] if live else []
    if planned:
        texts.append(f"{words.number_text(planned)} {'gaat' if planned == 1 else 'gaan'} later open")
    return ", ".join(texts) or "Nu geen stages"


def facet_list(
    spec: ListSpec,
    number: int,
    live: int,
    registers: Registers,
    cards: Sequence[Markup],
    facets: tuple[FacetGroup, ...],
    related: Sequence[Link],
) -> ListPage:
    """Return page `number` of the list of one value of a facet.

    `cards` are those of this page; `live` counts what one can react to today.
    """
    text = list_words(spec.facet, spec.value, registers)
    address = f"vacatures/{spec.facet}/{spec.value}/"
    total = page_count(len(spec.items), registers.region.thresholds.per_page)
    field = FieldRef(spec.value, text.name) if spec.facet == "vakgebied" else None
    return ListPage(
        address=page_address(address, number),
        title=text.title if number == 1 else f"{text.title}, bladzijde {number}",
        crumbs=(Link("Vacatures", "vacatures/"),),
        intro=text.intro,
        count_text=count_text(live, len(spec.items) - live),
        cards_html=tuple(cards),
        pagination=pagination(address, number, total),
        facets=facets,
        field=field,
        empty_text="" if spec.items else _NOTHING,
        related=tuple(related),
        related_title="Ook een weg naar een stage",
    )  # fmt: skip


def all_vacancies(
    number: int,
    live: int,
    planned: int,
    registers: Registers,
    cards: Sequence[Markup],
    facets: tuple[FacetGroup, ...],
    meta: Mapping[str, str],
) -> ListPage:
    """Return page `number` of the list of all vacancies, with its authored title and introduction."""
    total = page_count(live + planned, registers.region.thresholds.per_page)
    return ListPage(
        address=page_address("vacatures/", number),
        title=meta["title"] if number == 1 else f"{meta['title']}, bladzijde {number}",
        crumbs=(),
        intro=meta.get("intro", ""),
        count_text=count_text(live, planned),
        cards_html=tuple(cards),
        pagination=pagination("vacatures/", number, total),
        facets=facets,
        empty_text="" if cards else "Er staat nu niets open.",
    )
