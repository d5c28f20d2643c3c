"""The registers beside each other: what one of them refers to exists in another, and no two claim the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.model.parties import Institution, InternshipPeriod, Organisation, SearchWords
from generator.model.problems import FieldPath, Finding
from generator.relate import facets
from generator.relate.registers import Registers
from generator.validate.messages import suggest
from generator.validate.rules_parties import rule_periods

PAGE = "pagina"
"""Stands in the address of a long list; like the ids of the facets that have lists it cannot be an organisation."""


def findings_in_organisation(id_: str, organisation: Organisation, registers: Registers) -> Iterator[Finding]:
    """Yield what is wrong between one organisation and the rest of the registers."""
    if id_ in {PAGE, *(facet.id for facet in facets.listed())}:
        yield Finding(
            (),
            "gereserveerd",
            f"Een organisatie kan niet `{id_}` heten: dat woord staat al in adressen.",
            "Geef het bestand een andere naam.",
        )
    for name, ids in (
        ("deelnemers", organisation.members),
        ("werkt_voor", organisation.works_for),
        ("omgeving", organisation.neighbours),
    ):
        for position, other in enumerate(ids):
            if other not in registers.organisations:
                yield unknown((name, position), "onbekende_organisatie", other, registers.organisations)
    if organisation.tile:
        for other_id, other_organisation in registers.organisations.items():
            if other_id < id_ and other_organisation.tile == organisation.tile:
                yield Finding(
                    ("kaart",),
                    "kaart_dubbel",
                    f"Op deze plek op de kaart staat al {other_organisation.short_name}.",
                    "Kies een andere kolom of rij.",
                )


def findings_in_institution(institution: Institution, registers: Registers) -> Iterator[Finding]:
    """Yield what is wrong between one institution and the rest of the registers."""
    for position, programme in enumerate(institution.programmes):
        for place, field in enumerate(programme.fields):
            if field not in registers.fields:
                yield unknown(
                    ("opleidingen", position, "vakgebieden", place), "onbekend_vakgebied", field, registers.fields
                )


def findings_in_period(
    ref: str, period: InternshipPeriod, institutions: Mapping[str, Institution]
) -> Iterator[Finding]:
    """Yield what is wrong with a period in a file of its own, by institution/id, beside the files of the schools."""
    institution_id, _, name = ref.partition("/")
    if period.id != name:
        yield Finding(
            ("id",),
            "periode_naam",
            f"De id is `{period.id}`, maar het bestand heet `{name}.yml`.",
            "Geef het bestand de naam van de id, of andersom.",
        )
    institution = institutions.get(institution_id)
    if institution is None:
        yield Finding(
            (),
            "onbekende_school",
            f"De map `{institution_id}` is geen school in dit portaal.",
            suggest(institution_id, institutions, limit=20)
            + " Een nieuwe school meldt zich eerst bij het Stagebureau.",
        )
        return
    if any(other.id == period.id for other in institution.periods):
        yield Finding(
            ("id",),
            "id_dubbel",
            f"De id `{period.id}` komt twee keer voor: ook in het bestand van de school.",
            "Maak ze verschillend.",
        )
    # What holds for a period is written once, for those in the file of a school.
    for finding in rule_periods(institution.model_copy(update={"periods": (period,)})):
        yield finding._replace(path=finding.path[2:])


def findings_in_words(words: SearchWords, registers: Registers) -> Iterator[Finding]:
    """Yield the targets of search words that no record can ever answer to."""
    known = facets.search_values(registers)
    for position, concept in enumerate(words.concepts):
        for place, target in enumerate(concept.means):
            facet, _, value = target.partition(":")
            if target == "*" or target.startswith("="):
                continue
            path: FieldPath = ("begrippen", position, "betekent", place)
            if facet not in known:
                yield unknown(path, "onbekend_facet", facet, known)
            elif value not in known[facet]:
                yield unknown(path, "onbekende_waarde", value, known[facet])


def unknown(path: FieldPath, code: str, found: str, known: Collection[str]) -> Finding:
    """Return the finding for an id that does not exist, with the one that was probably meant."""
    return Finding(path, code, f"`{found}` bestaat niet.", suggest(found, known, limit=20))
