"""Rules across the fields of one record; each rule is a generator, and its Dutch docstring is the rule.

The docstrings are Dutch because colleagues will read them: they are the text for a handbook page of checks.
A rule looks at one valid object and nothing else; what needs other records or
today's date is in `relate/links.py`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.load import RecordKind
from generator.model.base import all_texts, walk_texts
from generator.model.offers import Assignment, Offer, Vacancy
from generator.model.parties import Contact, Institution, Organisation, Region
from generator.model.problems import FieldPath, Finding, Severity
from generator.model.vocabulary import ApplyVia, Day, Kind, Level, Per, Route

Rule = Callable[[Any], Iterator[Finding]]

SAMPLE_DOMAIN = ".example"
"""Mailboxes of invented records end in this reserved name (RFC 2606), so that nobody gets their mail."""

_PRIVATE_MAIL = frozenset(
    [
        "gmail.com",
        "hotmail.com",
        "hotmail.nl",
        "outlook.com",
        "live.nl",
        "live.com",
        "icloud.com",
        "yahoo.com",
        "ziggo.nl",
        "kpnmail.nl",
        "planet.nl",
        "xs4all.nl",
        "home.nl",
        "hetnet.nl",
        "casema.nl",
        "telfort.nl",
        "proton.me",
        "protonmail.com",
        "gmx.net",
        "msn.com",
    ]
)
_MAIL = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
_MOBILE = re.compile(r"(?<!\d)(?:(?:\+|00)31[ -]?(?:\(0\))?|0)6(?:[ .-]?\d){8}(?!\d)")
_NINE = re.compile(r"(?<!\d)(?<!\d\.)\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d|\.\d)")
_PERSON = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Dd]hr\.|[Mm]w\.|[Mm]evr\.)\s+"
    r"(?:(?:van|de|der|den|ten|ter)\s+)*[A-Z][a-z]+"
)
_DIGITS = re.compile(r"\d[\d .()-]{8,}")
_MANY = 9
"""So many digits has the shortest number that points at a person; a date has eight."""
_FORMS_OF_ADDRESS = ("evrouw ", "eneer ", "e heer ", "hr. ", "Mw. ", "mw. ", "evr. ")


def _warn(path: FieldPath, code: str, message: str, remedy: str) -> Finding:
    return Finding(path, code, message, remedy, Severity.WARNING)


# Every kind of record


def rule_no_personal_data(value: Any) -> Iterator[Finding]:
    """Er staat niets in over personen: geen privé-mailadres, geen mobiel nummer, geen bsn, geen naam met aanhef."""
    if not _is_suspect("\n".join(all_texts(value))):
        return
    for path, text in walk_texts(value):
        if _is_suspect(text):
            yield from _personal(path, text)


def _is_suspect(text: str) -> bool:
    """Tell quickly whether a closer look is needed: every pattern below needs one of these."""
    return (
        "@" in text
        or any(_digits(run) >= _MANY for run in _DIGITS.findall(text))
        or any(form in text for form in _FORMS_OF_ADDRESS)
    )


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _personal(path: FieldPath, text: str) -> Iterator[Finding]:
    for found in _MAIL.finditer(text):
        if found[1].lower() in _PRIVATE_MAIL:
            yield Finding(
                path,
                "prive_mail",
                f"Hier staat een privé-mailadres ({found[1]}).",
                "Gebruik een functionele mailbox van de organisatie.",
            )
    if _MOBILE.search(text):
        yield Finding(
            path,
            "mobiel_nummer",
            "Hier staat een mobiel telefoonnummer.",
            "Haal het weg: contact loopt via een functionele mailbox.",
        )
    for found in _NINE.finditer(text):
        if _is_bsn(re.sub(r"\D", "", found[0])):
            yield Finding(
                path,
                "bsn",
                "Hier staat een getal dat een burgerservicenummer kan zijn.",
                "Haal het weg; zulke nummers horen nergens in dit portaal.",
            )
    if _PERSON.search(text):
        yield Finding(
            path,
            "naam",
            "Hier staat de naam van een persoon.",
            "Schrijf de functie, bijvoorbeeld `de teamleider`.",
        )


def _is_bsn(digits: str) -> bool:
    """Apply the eleven test of the Dutch citizen service number (weights 9 to 2, then -1)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return total % 11 == 0 and digits != "000000000"


# Vacancies and assignments


def rule_goals_are_not_tasks(offer: Offer) -> Iterator[Finding]:
    """Leerdoelen zijn iets anders dan taken: wat je leert, niet wat je doet."""
    tasks = {task.casefold() for task in offer.tasks}
    for position, goal in enumerate(offer.goals):
        if goal.casefold() in tasks:
            yield _warn(
                ("leerdoelen", position),
                "leerdoel_is_taak",
                "Dit leerdoel is hetzelfde als een taak.",
                "Schrijf wat de student ervan leert.",
            )


_ALIKE = 0.92


def rule_summary_adds_something(offer: Offer) -> Iterator[Finding]:
    """De samenvatting zegt meer dan de titel."""
    title, summary = offer.title.casefold(), offer.summary.casefold()
    shorter, longer = sorted((len(title), len(summary)))
    could_be = 2 * shorter / (shorter + longer) > _ALIKE  # the most that any two texts of these lengths can reach
    if could_be and difflib.SequenceMatcher(None, title, summary).quick_ratio() > _ALIKE:
        yield _warn(
            ("samenvatting",),
            "samenvatting_is_titel",
            "De samenvatting zegt hetzelfde als de titel.",
            "Schrijf in één zin wat de student doet en waarom.",
        )


def rule_deliverable(offer: Offer) -> Iterator[Finding]:
    """Bij afstuderen en onderzoek staat wat er aan het eind ligt."""
    if offer.kind in (Kind.GRADUATION, Kind.RESEARCH) and not offer.deliverable:
        yield Finding(
            ("resultaat",),
            "resultaat_ontbreekt",
            f"Bij soort `{offer.kind}` hoort een resultaat.",
            "Schrijf wat de student oplevert, bijvoorbeeld: Adviesrapport met een getest voorstel.",
        )


def rule_tasks_for_working_along(offer: Offer) -> Iterator[Finding]:
    """Een meewerkstage noemt minstens drie taken; elke andere stage liefst ook."""
    if len(offer.tasks) >= 3:
        return
    if offer.kind is Kind.WORK_ALONG:
        yield Finding(
            ("taken",),
            "te_weinig_taken",
            f"Bij meewerken horen minstens drie taken; dit zijn er {len(offer.tasks)}.",
            "Schrijf wat de student in een gewone week doet.",
        )
    else:
        yield _warn(
            ("taken",),
            "weinig_taken",
            f"Er staan maar {len(offer.tasks)} taken.",
            "Studenten kiezen op wat ze gaan doen: noem er drie of meer.",
        )


def rule_buddy(offer: Offer) -> Iterator[Finding]:
    """Er is een buddy bij wie de student altijd terechtkan."""
    if not offer.supervision.buddy:
        yield _warn(
            ("begeleiding",),
            "geen_buddy",
            "Er is geen buddy.",
            "Vraag een collega die er vaak is, en schrijf de functie bij `buddy`.",
        )


def rule_workplace(offer: Offer) -> Iterator[Finding]:
    """De student heeft een eigen werkplek."""
    if not offer.supervision.workplace:
        yield _warn(
            ("begeleiding", "werkplek"),
            "geen_werkplek",
            "De student heeft geen eigen werkplek.",
            "Regel een plek, of leg in de opdracht uit waar de student werkt.",
        )


def rule_background(offer: Offer) -> Iterator[Finding]:
    """Voor hbo en wo staat op welk niveau de begeleider is opgeleid: veel opleidingen vragen daarom."""
    if {Level.HBO, Level.WO}.intersection(offer.levels) and not offer.supervision.background:
        yield _warn(
            ("begeleiding",),
            "achtergrond_onbekend",
            "Er staat niet op welk niveau de begeleider is opgeleid.",
            "Schrijf bij `opleidingsachtergrond` bijvoorbeeld: hbo communicatie.",
        )


def rule_levels_lie_together(offer: Offer) -> Iterator[Finding]:
    """De niveaus liggen bij elkaar: één tekst kan niet tegelijk voor mbo-1 en voor wo zijn."""
    order = list(Level)
    places = sorted(order.index(level) for level in offer.levels)
    if len(set(places)) < len(places):
        yield Finding(("niveaus",), "niveau_dubbel", "Een niveau staat er twee keer.", "Houd er één over.")
    elif places[-1] - places[0] > 3:
        yield _warn(
            ("niveaus",),
            "niveaus_ver_uiteen",
            "Deze niveaus liggen ver uit elkaar.",
            "Maak er twee vacatures van, of een duo-stage.",
        )


# Vacancies


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
            yield _warn(
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
    if pay.amount and pay.per is Per.HOUR and pay.amount > 60:
        yield Finding(
            ("vergoeding", "bedrag"),
            "vergoeding_hoog",
            f"{pay.amount:g} euro per uur is erg veel.".replace(".", ",", f"{pay.amount:g}".count(".")),
            "Bedoel je per maand?",
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
        yield _warn(
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
        yield _warn(
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
            "Er staat een weekenddag, maar niet `weekendwerk: true`.",
            "Voeg dat toe, met `weekendbeloning`, of haal de dag weg.",
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
        yield _warn(
            ("titel",),
            "titel_is_etiket",
            "De titel zegt dat het een vacature is, niet wat je gaat doen.",
            "Begin met een werkwoord: Onderzoek wie de wijkkrant leest.",
        )


# Assignments

BLANK = re.compile(r"\[\[([^\[\]\n]{2,80})\]\]")


def rule_blanks(assignment: Assignment) -> Iterator[Finding]:
    """Elke open plek staat tussen dubbele blokhaken en wordt uitgelegd bij `aanpassen`."""
    texts = [assignment.assignment, *assignment.tasks, *assignment.goals, *assignment.profile]
    texts += [assignment.deliverable or "", assignment.title, assignment.summary]
    whole = "\n".join(texts)
    blanks = set(BLANK.findall(whole))
    if whole.count("[[") != len(BLANK.findall(whole)) or whole.count("]]") != whole.count("[["):
        yield Finding(
            ("opdracht",),
            "open_plek_kapot",
            "Een open plek gaat open en niet dicht.",
            "Schrijf [[naam van je gemeente]], op één regel.",
        )
    if not blanks:
        yield Finding(
            ("opdracht",),
            "geen_open_plek",
            "Er staat geen open plek in de tekst.",
            "Zet tussen [[dubbele blokhaken]] wat een manager zelf invult.",
        )
    elif len(blanks) > len(assignment.blanks) + 3:
        yield _warn(
            ("aanpassen",),
            "open_plek_zonder_uitleg",
            f"Er zijn {len(blanks)} open plekken en maar {len(assignment.blanks)} keer uitleg.",
            "Leg elke open plek uit.",
        )


def rule_duration(assignment: Assignment) -> Iterator[Finding]:
    """De langste duur is niet korter dan de kortste."""
    if assignment.duration.maximum < assignment.duration.minimum:
        yield Finding(("duur_weken",), "duur_omgekeerd", "De langste duur is korter dan de kortste.", "Draai ze om.")


# Parties


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
            yield _warn(
                (name,),
                "voorbeeld_contact",
                "Voorbeelden staan uit, maar dit adres is nog een voorbeeld.",
                "Vul het echte adres in en haal `voorbeeld` weg.",
            )


def rule_municipality(organisation: Organisation) -> Iterator[Finding]:
    """Een gemeente heeft een gemeentecode, coördinaten en een plek op de kaart."""
    if organisation.kind != "gemeente":
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
        yield _warn(
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


_OFFER: tuple[Rule, ...] = (
    rule_goals_are_not_tasks,
    rule_summary_adds_something,
    rule_deliverable,
    rule_tasks_for_working_along,
    rule_buddy,
    rule_workplace,
    rule_background,
    rule_levels_lie_together,
)
RULES: dict[RecordKind, tuple[Rule, ...]] = {
    RecordKind.VACANCY: (
        *_OFFER,
        rule_period,
        rule_closing_day,
        rule_sbb,
        rule_mbo_kinds,
        rule_allowance,
        rule_one_route,
        rule_days_and_hours,
        rule_supervisor_is_there,
        rule_weekend,
        rule_mail_is_for_show,
        rule_title_is_work,
    ),
    RecordKind.ASSIGNMENT: (*_OFFER, rule_blanks, rule_duration),
    RecordKind.ORGANISATION: (rule_contact_can_be_reached, rule_municipality, rule_scheme, rule_coordinator),
    RecordKind.INSTITUTION: (rule_contact_can_be_reached, rule_unique_programmes, rule_periods),
    RecordKind.REGION: (rule_contact_can_be_reached, rule_real_contacts),
    RecordKind.FIELDS: (),
    RecordKind.WORDS: (),
}


def findings_for(kind: RecordKind, value: dict[str, Any], record: Any) -> Iterable[Finding]:
    """Yield what every rule says of one record: on its raw texts and on its object (None when it has none)."""
    yield from rule_no_personal_data(value)
    if record is not None:
        for rule in RULES[kind]:
            yield from rule(record)
