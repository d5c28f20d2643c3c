"""Rules for a vacancy: its texts are finished; its days, its pay, what mbo asks for and the way to react agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model.base import all_texts, walk_texts
from generator.model.offers import Vacancy
from generator.model.problems import Finding
from generator.model.vocabulary import BLANK, ApplyVia, Day, Kind, Per, Route
from generator.validate.rules_base import SAMPLE_DOMAIN, warn


def rule_no_open_places(value: Any) -> Iterator[Finding]:
    """Elke open plek van een voorbeeldopdracht is ingevuld: er staan geen dubbele blokhaken meer in een vacature."""
    if not any("[[" in text for text in all_texts(value)):
        return
    for path, text in walk_texts(value):
        if "[[" in text:
            found = BLANK.search(text)
            yield Finding(
                path,
                "open_plek",
                f"Hier moet je nog iets invullen: `{found[0] if found else '[['}`.",
                "Schrijf wat er hoort, en haal de haken weg.",
            )


def rule_period(vacancy: Vacancy) -> Iterator[Finding]:
    """Een stage heeft een begin en een einde, of loopt het hele jaar door; het einde ligt na het begin."""
    period = vacancy.period
    if period.ongoing:
        if period.start or period.end:
            yield Finding(
                ("periode",),
                "periode_dubbel",
                "Er staat `doorlopend` en ook een datum.",
                "Houd één van de twee over.",
            )
        return
    if not period.start or not period.end:
        yield Finding(
            ("periode",),
            "periode_onvolledig",
            "Een periode heeft een begin en een einde.",
            "Schrijf {start: 2027-02-01, eind: 2027-06-25} of {doorlopend: true}.",
        )
    elif period.end <= period.start:
        yield Finding(
            ("periode", "eind"),
            "einde_voor_begin",
            f"Het einde ({period.end}) ligt niet na het begin ({period.start}).",
            "Draai de datums om of verbeter het jaar.",
        )


def rule_closing_day(vacancy: Vacancy) -> Iterator[Finding]:
    """Reageren kan tot en met een dag die niet vóór de publicatie ligt, en niet na het begin van de stage."""
    if vacancy.closes_on < vacancy.opens_on:
        yield Finding(
            ("sluit_op",),
            "sluit_voor_open",
            f"De sluitdag ({vacancy.closes_on}) ligt vóór de dag van publicatie ({vacancy.opens_on}).",
            "Verbeter een van de twee datums.",
        )
    start = vacancy.period.start
    if start and vacancy.closes_on > start and not (vacancy.period.flexible or vacancy.period.ongoing):
        yield Finding(
            ("sluit_op",),
            "sluit_na_begin",
            f"Reageren kan tot {vacancy.closes_on}, maar de stage begint al op {start}.",
            "Kies een eerdere sluitdag, of zet `flexibel: true` bij de periode.",
        )
    if (vacancy.closes_on - vacancy.opens_on).days > 400:
        yield Finding(
            ("sluit_op",),
            "te_lang_open",
            "Deze vacature zou langer dan een jaar openstaan.",
            "Kies een sluitdag binnen een jaar en plaats haar daarna opnieuw.",
        )


def rule_sbb(vacancy: Vacancy) -> Iterator[Finding]:
    """Zodra een mbo-niveau gevraagd wordt, staat erbij of de organisatie een erkend leerbedrijf is (SBB)."""
    if any(level.is_mbo for level in vacancy.levels):
        if vacancy.sbb is None:
            yield Finding(
                ("sbb",),
                "sbb_ontbreekt",
                "Voor mbo moet bekend zijn of jullie een erkend leerbedrijf zijn.",
                "Voeg toe: sbb: {status: erkend, kwalificaties: [naam van de opleiding]}.",
            )
        elif vacancy.sbb.status == "erkend" and not vacancy.sbb.qualifications:
            yield warn(
                ("sbb",),
                "sbb_zonder_kwalificatie",
                "Er staat niet voor welke opleiding de erkenning geldt.",
                "Schrijf de namen bij `kwalificaties`.",
            )


def rule_mbo_kinds(vacancy: Vacancy) -> Iterator[Finding]:
    """Bpv en bbl zijn voor mbo, duaal is voor ad, hbo en wo; een leerweg hoort alleen bij mbo."""
    mbo = [level for level in vacancy.levels if level.is_mbo]
    if vacancy.kind in (Kind.BPV, Kind.BBL) and len(mbo) < len(vacancy.levels):
        yield Finding(
            ("soort",),
            "soort_past_niet",
            f"`{vacancy.kind}` is alleen voor mbo, maar er staat ook een ander niveau.",
            "Kies een ander soort stage of haal het niveau weg.",
        )
    if vacancy.kind is Kind.DUAL and mbo:
        yield Finding(
            ("soort",), "soort_past_niet", "`duaal` is niet voor mbo.", "Kies bbl, of haal het mbo-niveau weg."
        )
    if vacancy.route and not mbo:
        yield Finding(("leerweg",), "leerweg_past_niet", "Een leerweg hoort alleen bij mbo.", "Haal deze regel weg.")
    if vacancy.kind is Kind.BBL and vacancy.route not in (None, Route.BBL):
        yield Finding(
            ("leerweg",), "leerweg_past_niet", "Bij soort `bbl` hoort leerweg `bbl`.", "Schrijf leerweg: bbl."
        )


def rule_allowance(vacancy: Vacancy) -> Iterator[Finding]:
    """De vergoeding staat er altijd bij: een bedrag, de regeling van de organisatie, of geen met de reden."""
    pay = vacancy.allowance
    answers = {"bedrag": pay.amount, "geen": pay.none_because, "volgens": pay.follows}
    ways = [name for name, answer in answers.items() if answer]
    if len(ways) != 1:
        yield Finding(
            ("vergoeding",),
            "vergoeding_onduidelijk",
            "Er staat geen vergoeding." if not ways else f"Er staan twee antwoorden: {' en '.join(ways)}.",
            'Kies er één: {bedrag: 450, per: maand, bij_uren: 36}, {volgens: organisatie} of {geen: "de reden"}.',
        )
    if pay.amount and not pay.per:
        yield Finding(
            ("vergoeding",), "vergoeding_per", "Er staat een bedrag, maar niet waarvoor.", "Voeg toe: per: maand."
        )
    if pay.amount and pay.per is Per.MONTH and not pay.at_hours:
        yield Finding(
            ("vergoeding",),
            "vergoeding_uren",
            "Er staat niet bij hoeveel uur per week dit bedrag geldt.",
            "Voeg toe: bij_uren: 36.",
        )


def rule_one_route(vacancy: Vacancy) -> Iterator[Finding]:
    """Er is precies één manier om te reageren, zodat niemand twee keer of nergens terechtkomt."""
    route = vacancy.application
    if route.via is ApplyVia.BUREAU and (route.email or route.url):
        yield Finding(
            ("solliciteren",),
            "twee_routes",
            "Reacties gaan naar het Stagebureau, maar er staat ook een eigen adres.",
            "Haal het adres weg, of kies via: organisatie.",
        )
    if route.via is ApplyVia.ORGANISATION and bool(route.email) == bool(route.url):
        both = bool(route.email)
        yield Finding(
            ("solliciteren",),
            "twee_routes" if both else "geen_route",
            "Er staan twee manieren om te reageren." if both else "Er staat niet waar de student kan reageren.",
            "Houd `email` of `url` over." if both else "Voeg `email` of `url` toe, of kies via: stagebureau.",
        )


def rule_days_and_hours(vacancy: Vacancy) -> Iterator[Finding]:
    """De uren passen in de dagen: hooguit tien uur op een dag en minstens twee."""
    days, hours = len(set(vacancy.days)), vacancy.hours_per_week
    if len(vacancy.days) > days:
        yield Finding(("dagen",), "dag_dubbel", "Een dag staat er twee keer.", "Houd er één over.")
    if hours > days * 10 or hours < days * 2:
        yield Finding(
            ("uren_per_week",),
            "uren_en_dagen",
            f"{hours} uur past niet in {days} {'dag' if days == 1 else 'dagen'}.",
            "Verbeter de uren of de dagen.",
        )
    elif hours > days * 8.5 or hours < days * 4:
        yield warn(
            ("uren_per_week",),
            "uren_en_dagen_krap",
            f"{hours} uur op {days} {'dag' if days == 1 else 'dagen'} is {hours / days:.1f} uur per dag.".replace(
                ".", ",", 1
            ),
            "Klopt dat? Zo niet, verbeter de uren of de dagen.",
        )


def rule_supervisor_is_there(vacancy: Vacancy) -> Iterator[Finding]:
    """De begeleider is er op minstens één dag dat de student er is."""
    present = set(vacancy.supervision.present_on)
    if present and not present.intersection(vacancy.days):
        yield warn(
            ("begeleiding", "aanwezig_op"),
            "begeleider_afwezig",
            "De begeleider is er op geen enkele dag dat de student er is.",
            "Kies andere dagen, of laat een collega begeleiden.",
        )


def rule_weekend(vacancy: Vacancy) -> Iterator[Finding]:
    """Wie in het weekend werkt, krijgt dat werk betaald; dat staat erbij."""
    at_weekend = {Day.SATURDAY, Day.SUNDAY}.intersection(vacancy.days)
    if at_weekend and not vacancy.weekend_work:
        yield Finding(
            ("dagen",),
            "weekend",
            "Er staat een weekenddag, maar werk in het weekend staat niet aan.",
            "Zet `weekendwerk: true` met een `weekendbeloning`, of haal de dag weg.",
        )
    if vacancy.weekend_work and not vacancy.weekend_pay:
        yield Finding(
            ("weekendwerk",),
            "weekend_onbetaald",
            "Bij werk in het weekend hoort hoe het betaald wordt.",
            "Schrijf het bij `weekendbeloning`.",
        )


def rule_mail_is_for_show(vacancy: Vacancy) -> Iterator[Finding]:
    """Een verzonnen vacature heeft een mailadres dat niet kan bestaan, eindigend op .example."""
    email = vacancy.application.email
    if email and vacancy.sample != email.endswith(SAMPLE_DOMAIN):
        yield Finding(
            ("solliciteren", "email"),
            "voorbeeld_mail",
            "Een voorbeeld mag geen mailadres hebben dat echt kan bestaan."
            if vacancy.sample
            else "Een adres op .example bestaat niet.",
            "Gebruik bijvoorbeeld stages@breda.example."
            if vacancy.sample
            else "Schrijf de functionele mailbox van je organisatie.",
        )


def rule_title_is_work(vacancy: Vacancy) -> Iterator[Finding]:
    """De titel zegt wat je gaat doen, niet dat het een vacature is."""
    if re.search(r"\b(vacature|stagevacature|gezocht|stagiair gezocht)\b", vacancy.title, re.IGNORECASE):
        yield warn(
            ("titel",),
            "titel_is_etiket",
            "De titel zegt dat het een vacature is, niet wat je gaat doen.",
            "Begin met een werkwoord: Onderzoek wie de wijkkrant leest.",
        )
