"""The home page: what closes, what is new, when it starts, where, in which field, and what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model.pages import HomeFront
from generator.model.parties import KeyFigure
from generator.model.vocabulary import Kind, Level, OrganisationKind
from generator.relate import facets
from generator.relate.registers import Registers
from generator.relate.selections import ListSpec
from generator.render import addresses, words
from generator.render.pages.parties import tiles
from generator.render.views import FieldRef, HomePage, KeyFigureView, Link, Pair


def home_page(
    registers: Registers,
    specs: Sequence[ListSpec],
    counts: dict[str, int],
    closing: Sequence[Markup],
    newest: Sequence[Markup],
    places: int,
    live_count: int,
    front: HomeFront,
) -> HomePage:
    """Return the view of the home page; `front` holds the authored words of content/index.md.

    `places` counts the interns that can come, `live_count` the vacancies to which one can react today.
    """
    hosts = [id_ for id_, count in counts.items() if count and id_ in registers.organisations]
    towns = sum(1 for id_ in hosts if registers.organisations[id_].kind is OrganisationKind.MUNICIPALITY)
    numbers = {
        "plekken": words.number_text(places),
        "gemeenten": str(towns),
        "regionaal": str(len(hosts) - towns),
    }
    return HomePage(
        title=front.title,
        lead=_filled(front.lead, numbers),
        closing_html=tuple(closing),
        newest_html=tuple(newest),
        all_link=Link(f"Alle {words.counted(live_count, 'vacature', 'vacatures')}", addresses.VACANCIES, live_count),
        starts=_starts(registers, specs),
        tiles=tiles(registers, counts),
        bodies=tuple(
            Link(organisation.name, addresses.vacancies_by("organisatie", id_), counts.get(id_, 0))
            for id_, organisation in registers.organisations.items()
            if organisation.kind is not OrganisationKind.MUNICIPALITY
        ),
        fields=_fields(registers, specs),
        popular=_popular(registers, specs),
        doors=tuple(Pair(door.title, door.text) for door in front.doors),
        door_links=tuple(Link(door.title, door.address) for door in front.doors),
        figures=tuple(_figure(figure) for figure in registers.region.figures),
    )


def _filled(text: str, numbers: Mapping[str, str]) -> str:
    for name, number in numbers.items():
        text = text.replace("{" + name + "}", number)
    return text


def _starts(registers: Registers, specs: Sequence[ListSpec]) -> tuple[Link, ...]:
    links = []
    for spec in specs:
        if spec.facet != "periode" or not spec.items:
            continue
        live = sum(1 for standing in spec.items if standing.state.is_live)
        later = len(spec.items) - live
        note = f"{live} nu, {words.later_text(later)}" if later else "nu reageren"
        name = facets.facet(spec.facet).word_of(spec.value, registers)
        links.append(Link(name, addresses.vacancies_by("periode", spec.value), len(spec.items), note))
    return tuple(links[:5])


def _fields(registers: Registers, specs: Sequence[ListSpec]) -> tuple[tuple[FieldRef, Link], ...]:
    counts = {spec.value: len(spec.items) for spec in specs if spec.facet == "vakgebied"}
    return tuple(
        (FieldRef(id_, field.name), Link(field.name, addresses.vacancies_by("vakgebied", id_), counts.get(id_, 0)))
        for id_, field in registers.fields.items()
    )


def _popular(registers: Registers, specs: Sequence[ListSpec]) -> tuple[Link, ...]:
    wanted = (("niveau", Level.MBO_4.value), ("soort", Kind.GRADUATION.value), ("vakgebied", "ict"))
    links = [
        Link(facets.facet(facet).word_of(value, registers), addresses.vacancies_by(facet, value))
        for facet, value in wanted
        if any(spec.facet == facet and spec.value == value for spec in specs)
    ]
    towns = sorted(
        (spec for spec in specs if spec.facet == "organisatie"), key=lambda spec: (-len(spec.items), spec.value)
    )
    links += [
        Link(f"in {registers.organisations[spec.value].short_name}", addresses.vacancies_by("organisatie", spec.value))
        for spec in towns[:1]
    ]
    return (*links, Link("open sollicitatie", addresses.OPEN_APPLICATION))


def _figure(figure: KeyFigure) -> KeyFigureView:
    parts = [figure.caveat or "", figure.scope or "", f"Bron: {figure.source}"]
    return KeyFigureView(figure.value, figure.sentence, " ".join(words.sentence(part) for part in parts if part))
