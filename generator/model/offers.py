"""What is offered: a `Vacancy` in one organisation, an `Assignment` as an example for all, and their blocks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import (
    Block,
    Email,
    Line,
    MarkdownText,
    Sentence,
    Url,
    key,
    one_line,
)
from generator.model.vocabulary import (
    MOST_PAY,
    ApplyVia,
    Date,
    Day,
    Form,
    HandStatus,
    Kind,
    Language,
    Level,
    Number,
    Per,
    ProgrammeRef,
    RecordRef,
    Route,
    SbbStatus,
    Slug,
    Truth,
    Whole,
    WorkMode,
)

Items = Annotated[tuple[Line, ...], Field(min_length=1, max_length=10)]
"""A list of one to ten lines."""


class Period(Block):
    """When the internship takes place: from and to, or all year round."""

    start: Date | None = key("start", "Begin", "De eerste stagedag.", example="2027-02-01", default=None)
    end: Date | None = key("eind", "Einde", "De laatste stagedag.", example="2027-06-25", default=None)
    flexible: Truth = key(
        "flexibel", "Begin en einde in overleg", "Mag de student eerder of later beginnen?", default=False
    )
    ongoing: Truth = key("doorlopend", "Het hele jaar door", "De stage kan op elk moment beginnen.", default=False)


class Allowance(Block):
    """What the student is paid: an amount, the scheme of the organisation, or nothing with the reason."""

    amount: Number | None = key(
        "bedrag", "Bedrag", "Bruto bedrag in euro.", example=450, default=None, gt=0, le=MOST_PAY
    )
    per: Per | None = key("per", "Per", "Per maand of per uur.", example="maand", default=None)
    at_hours: Whole | None = key(
        "bij_uren", "Bij hoeveel uur", "Bij hoeveel uur per week geldt dit bedrag?", example=36, default=None,
        ge=1, le=40,
    )  # fmt: skip
    none_because: Sentence | None = key("geen", "Geen vergoeding, omdat", "Waarom er geen vergoeding is.", default=None)
    follows: str | None = key(
        "volgens", "Volgens regeling van", "Schrijf `organisatie`: de regeling van je organisatie geldt.",
        example="organisatie", default=None, pattern="^organisatie$",
    )  # fmt: skip


class Supervision(Block):
    """Who helps the student, as functions, with the hours that were set aside."""

    content: Annotated[str, one_line(2, 80)] = key(
        "inhoudelijk", "Inhoudelijke begeleiding", "Functie van wie het werk begeleidt. Geen naam.",
        example="adviseur communicatie",
    )  # fmt: skip
    coach: Annotated[str, one_line(2, 80)] | None = key(
        "coach", "Coach", "Functie van wie vraagt hoe het gaat.", example="teamleider", default=None,
    )  # fmt: skip
    buddy: Annotated[str, one_line(2, 80)] | None = key(
        "buddy", "Buddy", "Collega bij wie de student altijd terechtkan. Functie, geen naam.",
        example="trainee van vorig jaar", default=None,
    )  # fmt: skip
    hours_per_week: Number = key(
        "uren_per_week", "Uren begeleiding per week", "Hoeveel uur per week staat er voor begeleiding?",
        example=2, gt=0, le=20,
    )  # fmt: skip
    workplace: Truth = key("werkplek", "Eigen werkplek", "Heeft de student een eigen werkplek?", example=True)
    present_on: tuple[Day, ...] = key(
        "aanwezig_op", "Begeleider aanwezig op", "Dagen waarop de begeleider er is.", example=["ma", "di"],
        default=(),
    )  # fmt: skip
    background: Line | None = key(
        "opleidingsachtergrond", "Opleiding van de begeleider",
        "Voor hbo en wo: op welk niveau is de begeleider opgeleid?", example="hbo communicatie", default=None,
    )  # fmt: skip


class Sbb(Block):
    """Recognition as a training company, needed for every mbo level."""

    status: SbbStatus = key("status", "Erkenning", "Hoe ver is de erkenning bij SBB?", example="erkend")
    qualifications: tuple[Line, ...] = key(
        "kwalificaties", "Kwalificaties", "Voor welke kwalificaties geldt de erkenning?",
        example=["Juridisch-administratief dienstverlener"], default=(),
    )  # fmt: skip


class Application(Block):
    """The one way to react."""

    via: ApplyVia = key("via", "Reageren via", "Wie ontvangt de reactie? Kies één route.", example="stagebureau")
    email: Email | None = key(
        "email", "Mailbox", "Functionele mailbox van je organisatie, geen adres van een persoon.",
        example="stages@breda.example", default=None,
    )  # fmt: skip
    url: Url | None = key(
        "url", "Webadres", "Pagina waar de student reageert.", default=None,
        example="https://www.example.org/stages",
    )  # fmt: skip
    reply_within: Whole = key(
        "reactie_binnen_werkdagen", "Antwoord binnen (werkdagen)",
        "Binnen hoeveel werkdagen krijgt de student antwoord?", example=5, ge=1, le=20,
    )  # fmt: skip


class Phase(Block):
    """One part of the programme of an internship."""

    when: Annotated[str, one_line(2, 60)] = key("wanneer", "Wanneer", "Week, maand of fase.", example="Week 1 en 2")
    what: Sentence = key("wat", "Wat", "Wat de student dan doet.", example="Je leert het team kennen.")


class Duration(Block):
    """How long an example assignment takes."""

    minimum: Whole = key("minimaal", "Minimaal (weken)", "Het kortste dat werkt.", example=16, ge=1, le=52)
    maximum: Whole = key("maximaal", "Maximaal (weken)", "Het langste dat zin heeft.", example=20, ge=1, le=52)


class Blank(Block):
    """Something in an example assignment that a manager fills in."""

    question: Annotated[str, one_line(2, 120)] = key(
        "vraag", "Vraag", "Wat de manager invult.", example="Welke uitgave?"
    )
    hint: Sentence = key("uitleg", "Uitleg", "Waar de manager aan kan denken.", example="Krant of nieuwsbrief")


class Offer(Block):
    """What a vacancy and an example assignment have in common: the work itself."""

    title: Annotated[str, one_line(8, 80)] = key(
        "titel", "Titel", "Wat de student gaat doen, in een paar woorden.",
        example="Onderzoek wie de wijkkrant leest",
    )  # fmt: skip
    kind: Kind = key("soort", "Soort stage", "Wat voor stage het is.", example="afstudeer")
    field: Slug = key("vakgebied", "Vakgebied", "In welk vakgebied het werk valt.", example="communicatie")
    levels: Annotated[tuple[Level, ...], Field(min_length=1, max_length=4)] = key(
        "niveaus", "Niveau", "Voor welke niveaus het werk past.", example=["hbo"]
    )
    summary: Annotated[str, one_line(40, 200)] = key(
        "samenvatting", "Samenvatting", "Eén zin die in de lijst staat. Anders dan de titel.",
        example="Zoek uit wie de wijkkrant leest en hoe je meer jonge inwoners bereikt.",
    )  # fmt: skip
    assignment: MarkdownText = key(
        "opdracht", "De opdracht", "Waar het om gaat, waarom, en wat er daarna beter is. In gewone taal."
    )
    tasks: Items = key(
        "taken", "Taken", "Wat de student doet, één taak per regel.",
        example=["Je interviewt inwoners op straat en in het buurthuis."],
    )  # fmt: skip
    goals: Items = key(
        "leerdoelen", "Leerdoelen", "Wat de student leert. Iets anders dan de taken.",
        example=["Je leert een onderzoek opzetten."],
    )  # fmt: skip
    deliverable: Sentence | None = key(
        "resultaat", "Resultaat", "Wat er aan het eind ligt. Nodig bij afstuderen en onderzoek.",
        example="Adviesrapport met een getest proefnummer", default=None,
    )  # fmt: skip
    profile: Items = key(
        "profiel", "Wat je meebrengt", "Wat de student meebrengt. Houd het bij wat echt nodig is.",
        example=["Je stapt makkelijk op mensen af."],
    )  # fmt: skip
    hours_per_week: Whole = key("uren_per_week", "Uren per week", "Hoeveel uur per week.", example=32, ge=2, le=40)
    work_mode: WorkMode = key("werkvorm", "Werkvorm", "Waar het werk gebeurt.", example="hybride")
    supervision: Supervision = key(
        "begeleiding", "Begeleiding", "Wie de student helpt, als functies, en hoeveel uur daarvoor is."
    )
    sample: Truth = key("voorbeeld", "Voorbeeld", "Zet dit alleen bij verzonnen gegevens.", default=False)


class Vacancy(Offer):
    """A place for an intern in one organisation: vacancies/<organisatie>/<slug>.yml."""

    programmes: tuple[ProgrammeRef, ...] = key(
        "opleidingen", "Opleidingen", "Voor welke opleidingen, als instelling/opleiding.",
        example=["avans/communicatie"], default=(),
    )  # fmt: skip
    department: Annotated[str, one_line(2, 60)] | None = key(
        "afdeling", "Afdeling", "Het team waar de student komt.", example="Communicatie", default=None,
    )  # fmt: skip
    route: Route | None = key("leerweg", "Leerweg", "Alleen voor mbo: bol of bbl.", example="bol", default=None)
    years: tuple[Annotated[Whole, Field(ge=1, le=6)], ...] = key(
        "leerjaren", "Leerjaren", "Voor welke leerjaren.", example=[3, 4], default=()
    )
    form: Form | None = key("vorm", "Vorm", "De vorm van de stage.", example="regulier", default=None)
    period: Period = key(
        "periode", "Periode", "Begin en einde, of `doorlopend: true`.",
        example={"start": "2027-02-01", "eind": "2027-06-25"},
    )  # fmt: skip
    days: Annotated[tuple[Day, ...], Field(min_length=1, max_length=7)] = key(
        "dagen", "Dagen", "Op welke dagen de student er is.", example=["ma", "di", "do", "vr"]
    )
    location: Annotated[str, one_line(2, 60)] | None = key(
        "standplaats", "Standplaats", "De plaats waar gewerkt wordt, als dat niet het gemeentehuis is.",
        example="Breda", default=None,
    )  # fmt: skip
    places: Whole = key("aantal", "Aantal plekken", "Hoeveel studenten kunnen komen.", example=1, ge=1, le=30)
    allowance: Allowance = key(
        "vergoeding", "Vergoeding", "Een bedrag, `volgens: organisatie`, of `geen` met de reden.",
        example={"bedrag": 450, "per": "maand", "bij_uren": 36},
    )  # fmt: skip
    travel: Sentence | None = key(
        "reiskosten", "Reiskosten", "Wat er met reiskosten gebeurt. Dit is geen vergoeding.", default=None
    )
    language: Language = key("voertaal", "Voertaal", "De taal op de werkvloer.", example="nl")
    language_level: Annotated[str, one_line(2, 20)] | None = key(
        "taalniveau", "Taalniveau", "Welk niveau Nederlands of Engels nodig is.", example="B2", default=None,
    )  # fmt: skip
    conduct_certificate: Truth = key("vog", "VOG", "Is een verklaring omtrent het gedrag nodig?", example=False)
    confidential: Truth = key(
        "geheimhouding", "Geheimhouding", "Ziet de student vertrouwelijke gegevens?", default=False
    )
    sbb: Sbb | None = key(
        "sbb", "Erkend leerbedrijf (SBB)", "Nodig zodra er een mbo-niveau staat.", default=None,
        example={"status": "erkend", "kwalificaties": ["Juridisch-administratief dienstverlener"]},
    )  # fmt: skip
    application: Application = key(
        "solliciteren", "Reageren", "Eén route: het Stagebureau of je eigen mailbox of webpagina.",
        example={"via": "stagebureau", "reactie_binnen_werkdagen": 5},
    )  # fmt: skip
    opens_on: Date = key(
        "publiceren_op", "Open vanaf", "De dag waarop de vacature op de site opengaat.", example="2026-11-23"
    )
    closes_on: Date = key(
        "sluit_op", "Reageren tot en met", "De laatste dag om te reageren, tot middernacht.",
        example="2026-12-18",
    )  # fmt: skip
    based_on: RecordRef | None = key(
        "gebaseerd_op", "Gebaseerd op", "De voorbeeldopdracht waar deze vacature uit komt.",
        example="communicatie/bereik-nieuwsbrief", default=None,
    )  # fmt: skip
    status: HandStatus = key(
        "status", "Status", "Alleen zetten bij in gesprek, vervuld of ingetrokken.", example="open",
        default=HandStatus.OPEN,
    )  # fmt: skip
    confirmed_on: Date | None = key(
        "bevestigd_op", "Bevestigd op", "De dag waarop HR nakeek of de plek er nog is.", example="2026-11-20",
        default=None,
    )  # fmt: skip
    paired_with: RecordRef | None = key(
        "duo_met", "Duo met", "De andere vacature van deze duo-stage, als organisatie/bestand.", default=None,
        example="breda/beeldbank-opnieuw-ingericht",
    )  # fmt: skip
    formerly: tuple[RecordRef, ...] = key(
        "voorheen", "Eerder adres", "Waar deze vacature eerder stond, als organisatie/bestand. Oude links werken dan.",
        example=["breda/bereik-krant"], default=(),
    )  # fmt: skip
    programme: tuple[Phase, ...] = key(
        "programma", "Programma", "Hoe de stage is opgebouwd, in weken of fasen.", default=()
    )
    prospect: Sentence | None = key("perspectief", "Na je stage", "Eerlijk: wat er daarna misschien kan.", default=None)
    side_job: Truth | None = key(
        "bijbaan_mogelijk", "Bijbaan mogelijk", "Kan de student er ook een bijbaan hebben?", default=None
    )
    school_hours: Whole | None = key(
        "ruimte_voor_schoolopdrachten", "Uren voor school", "Uren per week voor schoolopdrachten.",
        example=4, default=None, ge=1, le=20,
    )  # fmt: skip
    extra_support: Sentence | None = key(
        "extra_begeleiding", "Extra begeleiding", "Extra hulp die er is, bijvoorbeeld een jobcoach.",
        default=None,
    )  # fmt: skip
    weekend_work: Truth = key(
        "weekendwerk", "Werk in het weekend", "Werkt de student ook in het weekend?", default=False
    )
    weekend_pay: Sentence | None = key(
        "weekendbeloning", "Beloning voor het weekend", "Hoe werk in het weekend wordt betaald.", default=None
    )


class Assignment(Offer):
    """An example for managers who would like an intern: assignments/<vakgebied>/<slug>.yml."""

    duration: Duration = key(
        "duur_weken", "Duur in weken", "Hoe lang de opdracht duurt.", example={"minimaal": 16, "maximaal": 20}
    )
    asks: Items = key(
        "vraagt", "Dit vraagt het van jou", "Wat de manager moet regelen: tijd, toegang, mensen.",
        example=["Twee uur begeleiding per week."],
    )  # fmt: skip
    gives: Items = key("krijgt", "Dit krijg je terug", "Wat het team eraan heeft.", example=["Een getest voorstel."])
    blanks: Annotated[tuple[Blank, ...], Field(min_length=1, max_length=8)] = key(
        "aanpassen", "Dit vul je zelf in", "Uitleg bij elke [[open plek]] in de tekst.",
        example=[{"vraag": "Welke uitgave?", "uitleg": "Krant of nieuwsbrief"}],
    )  # fmt: skip
    warning: Sentence | None = key("let_op", "Let op", "Waar je op moet letten, bijvoorbeeld privacy.", default=None)
    origin: Sentence = key(
        "herkomst", "Herkomst", "Wie dit schreef, en wanneer.",
        example="Geschreven door het Regionaal Stagebureau, november 2026.",
    )  # fmt: skip
    for_job_carving: Truth = key(
        "geschikt_voor_jobcarving", "Geschikt voor jobcarving",
        "Bestaat het werk uit losse taken die nu bij verschillende mensen liggen?", default=False,
    )  # fmt: skip
    no_prior_training: Truth = key(
        "geen_vooropleiding_nodig", "Geen vooropleiding nodig", "Kan iemand zonder vooropleiding dit doen?",
        default=False,
    )  # fmt: skip
    reviewed_on: Date = key(
        "nagekeken_op", "Nagekeken op", "De dag waarop iemand dit voor het laatst las.", example="2026-11-03"
    )
