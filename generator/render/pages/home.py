"""The home page: what closes, what is new, when it starts, where, in which field, and what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.model.parties import KeyFigure
from generator.model.vocabulary import OrganisationKind
from generator.relate.registers import Registers
from generator.relate.selections import ListSpec
from generator.render import words
from generator.render.pages.lists import list_words
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
    meta: Mapping[str, Any],
) -> HomePage:
    """Return the view of the home page; `meta` holds the authored words of content/index.md.

    `places` counts the interns that can come, `live_count` the vacancies to which one can react today.
    """
    hosts = [id_ for id_, count in counts.items() if count and id_ in registers.organisations]
    towns = sum(1 for id_ in hosts if registers.organisations[id_].kind is OrganisationKind.MUNICIPALITY)
    numbers = {
        "plekken": words.number_text(places),
        "gemeenten": str(towns),
        "regionaal": str(len(hosts) - towns),
    }
    doors = meta.get("doors", [])
    return HomePage(
        title=str(meta.get("title", registers.region.title)),
        lead=_filled(str(meta.get("lead", "")), numbers),
        closing_html=tuple(closing),
        newest_html=tuple(newest),
        all_link=Link(f"Alle {words.counted(live_count, 'vacature', 'vacatures')}", "vacatures/", live_count),
        starts=_starts(registers, specs),
        tiles=tiles(registers, counts),
        bodies=tuple(
            Link(organisation.name, f"vacatures/organisatie/{id_}/", counts.get(id_, 0))
            for id_, organisation in registers.organisations.items()
            if organisation.kind is not OrganisationKind.MUNICIPALITY
        ),
        fields=_fields(registers, specs),
        popular=_popular(registers, specs),
        doors=tuple(Pair(str(door["titel"]), str(door["tekst"])) for door in doors),
        door_links=tuple(Link(str(door["titel"]), str(door["adres"])) for door in doors),
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
        note = "nu reageren" if not later else f"{live} nu, {later} {'gaat' if later == 1 else 'gaan'} later open"
        name = list_words("periode", spec.value, registers).name
        links.append(Link(name, f"vacatures/periode/{spec.value}/", len(spec.items), note))
    return tuple(links[:5])


def _fields(registers: Registers, specs: Sequence[ListSpec]) -> tuple[tuple[FieldRef, Link], ...]:
    counts = {spec.value: len(spec.items) for spec in specs if spec.facet == "vakgebied"}
    return tuple(
        (FieldRef(id_, field.name), Link(field.name, f"vacatures/vakgebied/{id_}/", counts.get(id_, 0)))
        for id_, field in registers.fields.items()
    )


def _popular(registers: Registers, specs: Sequence[ListSpec]) -> tuple[Link, ...]:
    wanted = (("niveau", "mbo-4"), ("soort", "afstudeer"), ("vakgebied", "ict"))
    links = [
        Link(list_words(facet, value, registers).name, f"vacatures/{facet}/{value}/")
        for facet, value in wanted
        if any(spec.facet == facet and spec.value == value for spec in specs)
    ]
    towns = sorted(
        (spec for spec in specs if spec.facet == "organisatie"), key=lambda spec: (-len(spec.items), spec.value)
    )
    links += [
        Link(f"in {registers.organisations[spec.value].short_name}", f"vacatures/organisatie/{spec.value}/")
        for spec in towns[:1]
    ]
    return (*links, Link("open sollicitatie", "studenten/open-sollicitatie/"))


def _figure(figure: KeyFigure) -> KeyFigureView:
    parts = [figure.caveat or "", figure.scope or "", f"Bron: {figure.source}"]
    return KeyFigureView(figure.value, figure.sentence, " ".join(words.sentence(part) for part in parts if part))
