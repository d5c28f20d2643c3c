"""Rules across the fields of those who take part: the region, an organisation, a school."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.model.parties import Contact, Institution, Organisation, Region
from generator.model.problems import FieldPath, Finding
from generator.model.vocabulary import OrganisationKind, Per
from generator.validate.rules_base import SAMPLE_DOMAIN, warn


def rule_contact_can_be_reached(record: Organisation | Institution | Region) -> Iterator[Finding]:
    """Elk contact heeft precies één weg: een mailbox, een webadres of het Stagebureau."""
    for path, contact in _contacts(record):
        ways = [way for way in (contact.email, contact.url, contact.via) if way]
        if len(ways) != 1:
            yield Finding(
                path,
                "contact_weg",
                "Dit contact heeft geen adres." if not ways else "Dit contact heeft meer dan één adres.",
                "Geef `email`, `url` of `via: stagebureau`.",
            )
        if contact.email and contact.sample != contact.email.endswith(SAMPLE_DOMAIN):
            yield Finding(
                (*path, "email"),
                "voorbeeld_mail",
                "Een mailadres eindigt op .example als het verzonnen is, en alleen dan.",
                "Zet `voorbeeld: true` erbij, of schrijf het echte adres.",
            )


def _contacts(record: Organisation | Institution | Region) -> Iterator[tuple[FieldPath, Contact]]:
    if isinstance(record, Region):
        yield ("bureau",), record.bureau
        yield ("vertrouwenspersoon",), record.confidant
    elif isinstance(record, Organisation):
        if record.coordinator:
            yield ("stagecoordinator",), record.coordinator
    else:
        yield ("contact",), record.contact
        for position, programme in enumerate(record.programmes):
            if programme.contact:
                yield ("opleidingen", position, "contact"), programme.contact


def rule_real_contacts(region: Region) -> Iterator[Finding]:
    """Een site zonder voorbeelden heeft een echte vertrouwenspersoon en een echt bureau."""
    if region.show_samples:
        return
    for name, contact in (("bureau", region.bureau), ("vertrouwenspersoon", region.confidant)):
        if contact.sample:
            yield warn(
                (name,),
                "voorbeeld_contact",
                "Voorbeelden staan uit, maar dit adres is nog een voorbeeld.",
                "Vul het echte adres in en haal `voorbeeld` weg.",
            )


def rule_municipality(organisation: Organisation) -> Iterator[Finding]:
    """Een gemeente heeft een gemeentecode, coördinaten en een plek op de kaart."""
    if organisation.kind is not OrganisationKind.MUNICIPALITY:
        return
    for name, value in (
        ("gemeentecode", organisation.code),
        ("kaart", organisation.tile),
        ("kaartnaam", organisation.map_name),
        ("breedte", organisation.latitude),
        ("lengte", organisation.longitude),
    ):
        if value is None:
            yield Finding((name,), "gemeente_onvolledig", f"Bij een gemeente hoort `{name}`.", "Vul het in.")


def rule_scheme(organisation: Organisation) -> Iterator[Finding]:
    """Bij een regeling per maand staat bij hoeveel uur per week het bedrag geldt."""
    scheme = organisation.scheme
    if scheme and scheme.per is Per.MONTH and not scheme.at_hours:
        yield Finding(
            ("vergoeding",),
            "vergoeding_uren",
            "Er staat niet bij hoeveel uur per week dit bedrag geldt.",
            "Voeg toe: bij_uren: 36.",
        )


def rule_coordinator(organisation: Organisation) -> Iterator[Finding]:
    """Elke organisatie heeft één stagecoördinator als vast aanspreekpunt."""
    if organisation.coordinator is None:
        yield warn(
            ("stagecoordinator",),
            "geen_coordinator",
            "Deze organisatie heeft geen stagecoördinator.",
            "Schrijf de functie en de functionele mailbox.",
        )


def rule_unique_programmes(institution: Institution) -> Iterator[Finding]:
    """Elke opleiding en elke periode van een school heeft een eigen id."""
    for name, ids in (
        ("opleidingen", [programme.id for programme in institution.programmes]),
        ("periodes", [period.id for period in institution.periods]),
    ):
        for position, id_ in enumerate(ids):
            if id_ in ids[:position]:
                yield Finding(
                    (name, position, "id"), "id_dubbel", f"De id `{id_}` komt twee keer voor.", "Maak ze verschillend."
                )  # fmt: skip


def rule_periods(institution: Institution) -> Iterator[Finding]:
    """Een stageperiode eindigt na het begin, valt in haar schooljaar en noemt bestaande opleidingen."""
    ids = {programme.id for programme in institution.programmes}
    for position, period in enumerate(institution.periods):
        path: FieldPath = ("periodes", position)
        if period.end <= period.start:
            yield Finding(
                (*path, "eind"),
                "einde_voor_begin",
                f"Het einde ({period.end}) ligt niet na het begin ({period.start}).",
                "Draai de datums om of verbeter het jaar.",
            )
        first = int(period.school_year[:4])
        if int(period.school_year[5:]) != first + 1:
            yield Finding(
                (*path, "schooljaar"), "schooljaar", "Een schooljaar beslaat twee jaren.", "Schrijf 2026-2027."
            )
        elif not (f"{first}-07-01" <= period.start.isoformat() <= f"{first + 1}-07-31"):
            yield Finding(
                (*path, "start"),
                "buiten_schooljaar",
                f"Deze periode begint niet in schooljaar {period.school_year}.",
                "Verbeter de datum of het schooljaar.",
            )
        if isinstance(period.programmes, str):
            continue
        for place, id_ in enumerate(period.programmes):
            if id_ not in ids:
                close = difflib.get_close_matches(id_, ids, n=1)
                yield Finding(
                    (*path, "opleidingen", place),
                    "onbekende_opleiding",
                    f"De opleiding `{id_}` staat niet bij deze school.",
                    f"Bedoelde je `{close[0]}`?" if close else "Voeg de opleiding toe of verbeter de id.",
                )
