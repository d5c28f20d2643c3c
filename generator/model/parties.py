"""Who takes part: the region, its organisations, and the schools with their programmes and periods."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Block, Email, Line, LongText, Sentence, Url, key, one_line
from generator.model.vocabulary import (
    MOST_PAY,
    Date,
    Day,
    Level,
    Number,
    OrganisationKind,
    Per,
    Route,
    Slug,
    Truth,
    Whole,
)

Words = tuple[Line, ...]
"""Words that people type when they look for something."""


class Contact(Block):
    """How to reach a function; never a person."""

    role: Line = key("functie", "Functie", "De functie, geen naam.", example="Stagecoördinator")
    email: Email | None = key("email", "Mailbox", "Functionele mailbox.", example="stages@breda.example", default=None)
    url: Url | None = key("url", "Webadres", "Pagina met de weg naar deze functie.", default=None)
    via: str | None = key(
        "via", "Via", "Schrijf `stagebureau` als het Stagebureau de weg wijst.", default=None,
        pattern="^stagebureau$",
    )  # fmt: skip
    hours: Line | None = key("bereikbaar", "Bereikbaar", "Wanneer je antwoord krijgt.", default=None)
    sample: Truth = key("voorbeeld", "Voorbeeld", "Is dit adres verzonnen?", default=False)


class Bureau(Contact):
    """The regional internship bureau."""

    name: Line = key("naam", "Naam", "Naam van het bureau.", example="Regionaal Stagebureau")


class Confidant(Contact):
    """The independent person to whom every intern in the region can turn."""

    text: Sentence = key("tekst", "Tekst", "Waarvoor je bij de vertrouwenspersoon terechtkunt.")


class Weave(Block):
    """The four warp and four weft threads of a woven swatch, as letters m r b y g v p."""

    columns: Annotated[str, Field(pattern="^[mrbygvp]{4}$")] = key(
        "kolommen", "Kolommen", "Vier draden van boven naar beneden.", example="mmym"
    )
    rows: Annotated[str, Field(pattern="^[mrbygvp]{4}$")] = key(
        "rijen", "Rijen", "Vier draden van links naar rechts.", example="vmvv"
    )


class FieldOfWork(Block):
    """One of the fields of work in which a municipality takes interns."""

    id: Slug = key("id", "Id", "Vaste korte naam.", example="communicatie")
    name: Line = key("naam", "Naam", "Naam op de site.", example="Communicatie en participatie")
    about: LongText = key("uitleg", "Uitleg", "Wat je in dit vakgebied doet.")
    words: Words = key("zoektermen", "Zoektermen", "Woorden die studenten typen.", default=())
    iv3: tuple[Annotated[str, Field(pattern="^[0-8]$")], ...] = key(
        "iv3", "Iv3", "Hoofdstukken van de gemeentelijke boekhouding.", example=["5"], default=()
    )
    departments: Words = key("afdelingen", "Afdelingen", "Afdelingen waar dit werk zit.", default=())
    weave: Weave = key("weefsel", "Weefsel", "De draden van het stofje bij dit vakgebied.")


class Fields(Block):
    """The file vakgebieden.yml."""

    fields: Annotated[tuple[FieldOfWork, ...], Field(min_length=1)] = key(
        "vakgebieden", "Vakgebieden", "Alle vakgebieden, in de volgorde van de site."
    )


SearchTarget = Annotated[str, Field(pattern=r"^(\*|=[^=*:]{2,40}|[a-z]+:[a-z0-9_/-]+)$")]
"""What a word means: `*` (every record), `=word` (another word) or `facet:value`."""


class SearchConcept(Block):
    """Words that people type for one thing."""

    words: Annotated[Words, Field(min_length=1)] = key("woorden", "Woorden", "Wat mensen typen.", example=["scriptie"])
    means: Annotated[tuple[SearchTarget, ...], Field(min_length=1)] = key(
        "betekent", "Betekent", "`*`, `=woord` of `facet:waarde`.", example=["soort:afstudeer"]
    )


class SearchHint(Block):
    """Words for what is no internship, with a page that helps."""

    words: Annotated[Words, Field(min_length=1)] = key("woorden", "Woorden", "Wat mensen typen.", example=["bijbaan"])
    text: Sentence = key("tekst", "Tekst", "Wat de zoeker dan zegt.")
    address: Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+$")] = key(
        "adres", "Adres", "Een pagina van deze site.", example="studenten/open-sollicitatie/"
    )


class SearchWords(Block):
    """The file zoekwoorden.yml: vocabulary of the search that no other register holds."""

    concepts: tuple[SearchConcept, ...] = key("begrippen", "Begrippen", "Woorden met hun betekenis.", default=())
    hints: tuple[SearchHint, ...] = key("wenken", "Wenken", "Wat geen stage is.", default=())


class Thresholds(Block):
    """Numbers that a region may set itself."""

    new_days: Whole = key("nieuw_dagen", "Nieuw", "Zo veel dagen heet een vacature nieuw.", default=7, ge=0)
    closing_days: Whole = key(
        "sluit_binnenkort_dagen", "Sluit binnenkort", "Vanaf zo veel dagen voor sluiting.", default=7, ge=0
    )
    confirmed_days: Whole = key(
        "bevestigd_dagen", "Bevestigd", "Zo veel dagen is een bevestiging vers.", default=60, ge=1
    )
    per_page: Whole = key("per_pagina", "Per pagina", "Zo veel vacatures op een bladzijde.", default=50, ge=1)
    long_part_time_weeks: Whole = key(
        "lang_parttime_weken", "Lang parttime", "Vanaf zo veel weken heet parttime lang.", default=20, ge=1
    )


class Cycle(Block):
    """A moment in the year at which many internships start."""

    id: Slug = key("id", "Id", "Vaste korte naam.", example="september")
    name: Line = key("naam", "Naam", "Naam op de site.", example="Start in september")
    month: Whole = key("maand", "Maand", "De maand van de start.", example=9, ge=1, le=12)
    publish_from: Whole = key("publiceren_van", "Publiceren van", "Eerste maand.", example=3, ge=1, le=12)
    publish_to: Whole = key("publiceren_tot", "Publiceren tot", "Laatste maand.", example=6, ge=1, le=12)


class Holiday(Block):
    """A school holiday, shown behind the period overview."""

    name: Line = key("naam", "Naam", "Naam van de vakantie.", example="Herfstvakantie")
    start: Date = key("start", "Begin", "Eerste dag.", example="2026-10-17")
    end: Date = key("eind", "Einde", "Laatste dag.", example="2026-10-25")
    source: Sentence = key("bron", "Bron", "Waar dit staat.")


class KeyFigure(Block):
    """A figure that may be shown, with all that belongs to it."""

    value: Line = key("waarde", "Waarde", "Het getal of de telling.", example="6 van de 10")
    sentence: Sentence = key("zin", "Zin", "Wat het getal zegt.")
    source: Line = key("bron", "Bron", "Titel en jaar.", example="RSB 2025")
    scope: Line | None = key("n", "Aantal", "Hoeveel mensen of zaken geteld zijn.", default=None)
    year: Line | None = key("jaar", "Jaar", "Jaar van meten.", default=None)
    caveat: Sentence | None = key("kanttekening", "Kanttekening", "Wat je erbij moet weten.", default=None)


SchoolYear = Annotated[str, Field(pattern=r"^20\d\d-20\d\d$")]
"""A school year, written 2026-2027."""


Owner = Annotated[
    str, Field(pattern=r"^@[A-Za-z0-9]+(-[A-Za-z0-9]+)*(/[A-Za-z0-9]+([._-][A-Za-z0-9]+)*)?$", max_length=120)
]
"""A user or a team on GitHub, as GitHub writes it: @name or @organisation/team."""


class Region(Block):
    """The file regio.yml: everything that differs from one region to the next."""

    name: Line = key("naam", "Naam", "Naam van de regio.", example="West- en Midden-Brabant")
    title: Line = key("titel", "Titel", "Naam van het portaal.", example="Stageportaal")
    bureau: Bureau = key("bureau", "Bureau", "Het Regionaal Stagebureau.")
    confidant: Confidant = key(
        "vertrouwenspersoon", "Vertrouwenspersoon", "Bij wie elke stagiair in de regio terechtkan. Verplicht."
    )
    campaign: Line | None = key("campagne", "Campagne", "De regel van de campagne.", default=None)
    thresholds: Thresholds = key("drempels", "Drempels", "Aantallen die de regio zelf kiest.")
    cycles: tuple[Cycle, ...] = key("cycli", "Cycli", "Vaste startmomenten.", default=())
    holidays: tuple[Holiday, ...] = key("schoolvakanties", "Schoolvakanties", "Per schooljaar.", default=())
    school_years: Annotated[tuple[SchoolYear, ...], Field(min_length=1)] = key(
        "schooljaren", "Schooljaren", "De schooljaren in het overzicht.", example=["2026-2027"]
    )
    show_samples: Truth = key(
        "voorbeelden_tonen", "Voorbeelden tonen", "Staan verzonnen gegevens op de site?", default=True
    )
    edit_base: Url | None = key(
        "edit_basis", "Wijzigen", "Webadres waar een bestand gewijzigd wordt, eindigt op een schuine streep.",
        default=None,
    )  # fmt: skip
    owners: tuple[Owner, ...] = key(
        "beheerders", "Beheerders op GitHub", "Wie op GitHub elk voorstel beoordeelt dat van niemand anders is.",
        example=["@regionaal-stagebureau/beheer"], default=(),
    )  # fmt: skip
    figures: tuple[KeyFigure, ...] = key("kerncijfers", "Kerncijfers", "Cijfers voor de voorkant.", default=())


class Population(Block):
    """About how many people live somewhere."""

    about: Whole = key("ongeveer", "Ongeveer", "Afgerond aantal inwoners.", example=185000, ge=1)
    year: Whole = key("jaar", "Jaar", "Jaar van de telling.", example=2022, ge=2000, le=2100)
    source: Sentence = key("bron", "Bron", "Waar dit staat.")


class TilePlace(Block):
    """Where a municipality stands on the schematic map."""

    column: Whole = key("kolom", "Kolom", "Van west naar oost.", example=4, ge=1, le=12)
    row: Whole = key("rij", "Rij", "Van noord naar zuid.", example=3, ge=1, le=12)


class Scheme(Block):
    """The allowance scheme of an organisation, the same for every level."""

    amount: Number = key("bedrag", "Bedrag", "Bruto bedrag in euro.", example=450, gt=0, le=MOST_PAY)
    per: Per = key("per", "Per", "Per maand of per uur.", example="maand")
    at_hours: Whole | None = key(
        "bij_uren", "Bij hoeveel uur", "Bij hoeveel uur per week.", example=36, default=None, ge=1, le=40
    )
    sample: Truth = key("voorbeeld", "Voorbeeld", "Is dit bedrag verzonnen?", default=False)
    source: Sentence | None = key("bron", "Bron", "Waar de regeling staat.", default=None)


class Organisation(Block):
    """A municipality or joint body: content/registers/organisaties/<id>.yml."""

    name: Line = key("naam", "Naam", "Volledige naam.", example="Gemeente Breda")
    short_name: Annotated[str, one_line(2, 60)] = key("korte_naam", "Korte naam", "Naam in lijsten.", example="Breda")
    map_name: Annotated[str, one_line(1, 4)] | None = key(
        "kaartnaam", "Kaartnaam", "Heel korte naam op de kaart.", example="Bre", default=None
    )
    kind: OrganisationKind = key("soort", "Soort", "Wat voor organisatie het is.", example="gemeente")
    code: Annotated[str, Field(pattern=r"^GM\d{4}$")] | None = key(
        "gemeentecode", "Gemeentecode", "Code van het CBS.", example="GM0758", default=None
    )
    province: Line | None = key("provincie", "Provincie", "Provincie.", default=None)
    town: Line | None = key("plaats", "Plaats", "Waar de organisatie zit.", example="Breda", default=None)
    latitude: Number | None = key("breedte", "Breedtegraad", "WGS84.", default=None, ge=50, le=54)
    longitude: Number | None = key("lengte", "Lengtegraad", "WGS84.", default=None, ge=3, le=8)
    population: Population | None = key("inwoners", "Inwoners", "Ongeveer hoeveel.", default=None)
    tile: TilePlace | None = key("kaart", "Plek op de kaart", "Kolom en rij.", default=None)
    domains: tuple[Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")], ...] = key(
        "domeinen", "Maildomeinen", "Domeinen van mailadressen van deze organisatie.", example=["breda.nl"]
    )
    domains_confirmed: Truth = key(
        "domeinen_bevestigd", "Domeinen bevestigd", "Is het domein nagekeken bij een bron?", default=False
    )
    website: Url | None = key("website", "Website", "Webadres.", default=None)
    members: tuple[Slug, ...] = key("deelnemers", "Deelnemers", "Organisaties die hierin samenwerken.", default=())
    works_for: tuple[Slug, ...] = key(
        "werkt_voor", "Werkt voor", "Gemeenten waarvoor deze organisatie de werkgever is.", default=()
    )
    words: Words = key("zoektermen", "Zoektermen", "Wat mensen typen.", default=())
    about: LongText = key("over", "Over", "Deze organisatie als plek voor stagiairs.")
    coordinator: Contact | None = key(
        "stagecoordinator", "Stagecoördinator", "Vast aanspreekpunt: functie en mailbox.", default=None
    )
    scheme: Scheme | None = key("vergoeding", "Vergoeding", "De regeling voor stagiairs.", default=None)
    neighbours: tuple[Slug, ...] = key("omgeving", "Omgeving", "Organisaties dichtbij.", default=())
    owners: tuple[Owner, ...] = key(
        "beheerders", "Beheerders op GitHub", "Wie op GitHub meekijkt met vacatures van deze organisatie.",
        example=["@gemeente-breda/stages"], default=(),
    )  # fmt: skip
    source: Sentence = key("bron", "Bron", "Waar de feiten staan.")
    checked_on: Date = key("peildatum", "Peildatum", "De dag waarop dit klopte.", example="2026-11-21")
    sample: Truth = key("voorbeeld", "Voorbeeld", "Is deze organisatie verzonnen?", default=False)


class Programme(Block):
    """A programme of study at an institution."""

    id: Slug = key("id", "Id", "Vaste korte naam.", example="communicatie")
    name: Line = key("naam", "Naam", "Naam van de opleiding.", example="Communicatie")
    level: Level = key("niveau", "Niveau", "Niveau van de opleiding.", example="hbo")
    code: Annotated[str, Field(pattern=r"^\d{5}$")] | None = key(
        "code", "Code", "Crebo of isat, vijf cijfers.", example="34405", default=None
    )
    routes: tuple[Route, ...] = key("leerweg", "Leerweg", "Leerwegen.", example=["voltijd"], default=())
    towns: Words = key("plaatsen", "Plaatsen", "Waar de opleiding wordt gegeven.", default=())
    fields: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=3)] = key(
        "vakgebieden", "Vakgebieden", "Eén tot drie vakgebieden.", example=["communicatie"]
    )
    brings: Words = key("kan_inbrengen", "Kan inbrengen", "Wat een student al kan.", default=())
    learns: Words = key("leertaken", "Moet leren", "Wat de student in de stage leert.", default=())
    requirements: Words = key("eisen", "Eisen", "Wat de opleiding van de plek vraagt.", default=())
    contact: Contact | None = key("contact", "Contact", "Als het anders is dan bij de school.", default=None)
    words: Words = key("zoektermen", "Zoektermen", "Wat mensen typen.", default=())
    source: Sentence = key("bron", "Bron", "Waar dit staat.")
    sample: Truth = key("voorbeeld", "Voorbeeld", "Is het aanbod niet bevestigd?", default=False)


class InternshipPeriod(Block):
    """When the students of some programmes of an institution can come."""

    id: Slug = key("id", "Id", "Vaste korte naam.", example="2627-voorjaar-stage")
    name: Line = key("naam", "Naam", "Naam van de periode.", example="Stage jaar 3, voorjaar")
    school_year: SchoolYear = key("schooljaar", "Schooljaar", "Het schooljaar.", example="2026-2027")
    programmes: tuple[Slug, ...] | Annotated[str, Field(pattern="^alle$")] = key(
        "opleidingen", "Opleidingen", "Voor welke opleidingen van de school, of `alle`.", example=["communicatie"]
    )
    start: Date = key("start", "Begin", "Eerste stagedag.", example="2027-02-08")
    end: Date = key("eind", "Einde", "Laatste stagedag.", example="2027-06-25")
    days_per_week: Whole = key(
        "dagen_per_week", "Dagen per week", "Hoeveel dagen op de stageplek.", example=4, ge=1, le=5
    )
    school_days: tuple[Day, ...] = key("lesdagen", "Lesdagen", "Vaste dagen op school.", example=["di"], default=())
    hours: Whole | None = key("uren", "Uren", "Uren in totaal.", example=640, default=None, ge=1, le=2000)
    search_from: Date | None = key("zoeken_vanaf", "Zoeken vanaf", "Wanneer studenten gaan zoeken.", default=None)
    source: Sentence = key("bron", "Bron", "Waar dit staat.")
    confirmed_on: Date | None = key(
        "bevestigd_op", "Bevestigd op", "De dag waarop de school dit bevestigde.", default=None
    )
    sample: Truth = key("voorbeeld", "Voorbeeld", "Nog niet bevestigd door de school?", default=False)


class Partnership(Block):
    """An agreement between an institution and the region."""

    form: Line = key("vorm", "Vorm", "Convenant, afspraak of overleg.")
    since: Date | None = key("sinds", "Sinds", "Begin.", default=None)
    review_on: Date | None = key("herzien_op", "Herzien op", "Wanneer het opnieuw bekeken wordt.", default=None)
    url: Url | None = key("url", "Webadres", "Waar het staat.", default=None)


class Institution(Block):
    """A school: content/registers/instellingen/<id>.yml."""

    name: Line = key("naam", "Naam", "Volledige naam.", example="Avans Hogeschool")
    short_name: Annotated[str, one_line(2, 60)] = key("korte_naam", "Korte naam", "Naam in lijsten.", example="Avans")
    kind: Annotated[str, Field(pattern="^(mbo|hbo|wo)$")] = key("soort", "Soort", "mbo, hbo of wo.", example="hbo")
    towns: Annotated[Words, Field(min_length=1)] = key("plaatsen", "Plaatsen", "Waar de school zit.")
    website: Url | None = key("website", "Website", "Webadres.", default=None)
    words: Words = key("zoektermen", "Zoektermen", "Wat mensen typen.", default=())
    about: LongText = key("over", "Over", "De school in een paar zinnen.")
    contact: Contact = key("contact", "Contact", "Wie je benadert met een stageplek.")
    partnership: Partnership | None = key("samenwerking", "Samenwerking", "Afspraken.", default=None)
    source: Sentence = key("bron", "Bron", "Waar de feiten staan.")
    checked_on: Date = key("peildatum", "Peildatum", "De dag waarop dit klopte.", example="2026-11-21")
    programmes: Annotated[tuple[Programme, ...], Field(min_length=1)] = key(
        "opleidingen", "Opleidingen", "De opleidingen die bij gemeenten passen."
    )
    periods: tuple[InternshipPeriod, ...] = key(
        "periodes", "Stageperiodes", "Wanneer studenten kunnen komen.", default=()
    )
    sample: Truth = key("voorbeeld", "Voorbeeld", "Is deze school verzonnen?", default=False)
