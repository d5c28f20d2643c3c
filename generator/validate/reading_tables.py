"""The tables of the reading aid: limits, hard words with plain ones, abbreviations, patterns, and its sentences."""

from __future__ import annotations

from generator.load.places import RecordKind


def _all_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


MOST_WORDS = 20
"""A sentence with more words is hard to follow for many readers."""
FEWEST_TASKS = 3
SHORTEST_TASK = 3
"""A task of fewer words says too little."""
ALIKE = 0.6
"""Two tasks that share this part of their words are nearly the same."""
TITLE_WORDS = 3
"""So many words must be left of a title without its labels."""
NEAR = 8
"""So many words may stand between the two parts of a passive form."""
LOOKED_AT = 12
"""So many entries of a list are compared with each other."""

TEXTS = (
    "titel", "samenvatting", "opdracht", "taken", "leerdoelen", "resultaat", "profiel", "programma", "vergoeding",
    "reiskosten", "perspectief", "extra_begeleiding", "weekendbeloning", "vraagt", "krijgt", "aanpassen", "let_op",
)  # fmt: skip
"""The fields that students and managers read as text."""

QUESTIONS = ("titel", "aanpassen")
"""Here a passive form is often the shortest way to ask or to name."""

PLAIN = {
    "aangaande": "over",
    "aangezien": "omdat",
    "aanvang": "begin",
    "aanvangen": "beginnen",
    "accorderen": "goedkeuren",
    "additioneel": "extra",
    "additionele": "extra",
    "adequaat": "goed",
    "adequate": "goede",
    "affiniteit met": "belangstelling voor",
    "alsmede": "en ook",
    "alvorens": "voordat",
    "ambtshalve": "uit onszelf",
    "anderszins": "op een andere manier",
    "behoudens": "behalve",
    "benodigde": "nodige",
    "bewerkstelligen": "zorgen voor",
    "bewerkstelligt": "zorgt voor",
    "borgen": "zorgen dat het zo blijft",
    "communiceren": "vertellen",
    "conceptueel": "in grote lijnen",
    "conform": "volgens",
    "creëren": "maken",
    "derhalve": "daarom",
    "desgewenst": "als je wilt",
    "destijds": "toen",
    "dient te": "moet",
    "dienen te": "moeten",
    "dientengevolge": "daardoor",
    "doch": "maar",
    "doelstelling": "doel",
    "doelstellingen": "doelen",
    "doorgaans": "meestal",
    "echter": "maar",
    "eenieder": "iedereen",
    "eveneens": "ook",
    "evalueren": "nagaan wat goed ging",
    "expertise": "kennis",
    "faciliteren": "helpen",
    "faciliteert": "helpt",
    "fungeren als": "werken als",
    "gedurende": "tijdens",
    "gelieve": "wil je",
    "genereren": "maken",
    "geraadpleegd": "gevraagd",
    "heden": "nu",
    "hetgeen": "wat",
    "hiertoe": "daarvoor",
    "implementatie": "invoering",
    "implementeren": "invoeren",
    "implementeert": "voert in",
    "in het kader van": "voor",
    "in verband met": "door",
    "in casu": "hier",
    "indien": "als",
    "initiëren": "beginnen met",
    "inzake": "over",
    "inzichtelijk maken": "laten zien",
    "jegens": "tegenover",
    "jongstleden": "vorige",
    "ketenpartners": "organisaties waar we mee werken",
    "met betrekking tot": "over",
    "met ingang van": "vanaf",
    "middels": "met",
    "momenteel": "nu",
    "monitoren": "volgen",
    "monitort": "volgt",
    "naar aanleiding van": "na",
    "niettemin": "toch",
    "noodzakelijk": "nodig",
    "omtrent": "over",
    "onderhavige": "deze",
    "operationele": "dagelijkse",
    "opteren voor": "kiezen voor",
    "optimaliseren": "beter maken",
    "optimaliseert": "maakt beter",
    "participeren": "meedoen",
    "participeert": "doet mee",
    "proactief": "uit jezelf",
    "proactieve": "actieve",
    "realiseren": "maken",
    "realiseert": "maakt",
    "reeds": "al",
    "significant": "duidelijk",
    "stakeholders": "mensen die ermee te maken hebben",
    "stakeholder": "iemand die ermee te maken heeft",
    "substantieel": "flink",
    "tal van": "veel",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "ten gevolge van": "door",
    "ten tijde van": "toen",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "tot op heden": "tot nu toe",
    "uitsluitend": "alleen",
    "veelal": "meestal",
    "vervaardigen": "maken",
    "voornoemde": "deze",
    "voorts": "verder",
    "waarborgen": "zorgen voor",
    "wederom": "weer",
    "wenselijk": "fijn",
    "zodoende": "zo",
    "zulks": "dat",
}
"""Office words with a plainer one; several words are matched as a group."""

SHORT_FORMS = {
    "a.s.": "komende",
    "bv.": "bijvoorbeeld",
    "bijv.": "bijvoorbeeld",
    "c.q.": "of",
    "d.d.": "van",
    "d.m.v.": "door",
    "d.w.z.": "dat betekent",
    "e.a.": "en andere",
    "e.d.": "en zo meer",
    "e.e.a.": "dit",
    "enz.": "enzovoort",
    "etc.": "enzovoort",
    "evt.": "misschien",
    "excl.": "zonder",
    "i.c.m.": "samen met",
    "i.h.k.v.": "voor",
    "i.o.m.": "samen met",
    "i.p.v.": "in plaats van",
    "i.s.m.": "samen met",
    "i.v.m.": "door",
    "incl.": "met",
    "m.b.t.": "over",
    "m.b.v.": "met",
    "m.i.v.": "vanaf",
    "m.n.": "vooral",
    "n.a.v.": "na",
    "n.v.t.": "niet nodig",
    "o.a.": "onder andere",
    "o.b.v.": "op basis van",
    "o.i.d.": "of iets anders",
    "resp.": "en",
    "t.a.v.": "over",
    "t.b.v.": "voor",
    "t.g.v.": "door",
    "t.o.v.": "vergeleken met",
    "z.o.z.": "kijk op de achterkant",
    "z.s.m.": "zo snel mogelijk",
}
"""Abbreviations with what they stand for."""

KNOWN_CAPITALS = _all_of(
    "AD AI API ARBO BBL BOL BPV CAO CSS CV EHBO EU GGD GIS HBO HR HTML ICT IT JS KNMI MBO NL NS OV PDF PR QR SBB SQL "
    "TV UI UK USA UX VIDEO VNG VOG VWO VR WC WIFI WMO WO WOZ CAD HRM BOA"
)
"""Abbreviations in capitals that students know, or that the portal explains."""

LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
WORD = f"[{LETTERS}0-9]+(?:['’-][{LETTERS}0-9]+)*"
"""A word, in a form that Python and the browser read alike."""
CAPITALS = "[A-Z][A-Z0-9]{1,5}"
PASSIVE = ("worden", "wordt", "werd", "werden")
_BEFORE = "(?:aan|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)?"
PARTICIPLE = f"{_BEFORE}ge(?:[a-z]{{3,}}[dt]|[a-z]{{4,}}en)|(?:be|ver|ont|her)[a-z]{{4,}}[dt]"
"""What a past participle looks like. Infinitives after be-, ver- and ont- look the same, so those on -en are left."""
NO_PARTICIPLE = _all_of(
    "gebied besluit beleid bericht gesprekken gevallen gedeelten geheugen gebieden gegeven gewesten gezinnen gebouwen "
    "gelden gedichten geluiden gebeurtenissen genoten getallen gevolgen gezicht gezond gerust gerecht gewicht gedicht "
    "geluid geheel geduld gevoelens gemeenten gemeentes begint beweegt verband verkeersveiligheid bewust bekend "
    "verstand ontwikkelt verandert vertelt vergelijkt verzamelt verwerkt bespreekt bedenkt begrijpt bezoekt beheert "
    "begeleidt ontwerpt ontmoet onderzoekt bekijkt bereidt besteedt bestaat betekent biedt herkent hergebruikt "
    "verbetert verdient vertaalt vertrouwt verwacht verdiept geeft gebruikt gemiddeld gericht geschikt gewoonten "
    "gereedschappen"
)
"""Words that only look like a participle, or are as often a verb in the present."""
YOU = frozenset(("je", "jij", "jou", "jouw", "jullie"))
FORMAL = frozenset(("u", "uw"))
THIRD = ("de stagiair", "de stagiaire", "de student", "de kandidaat")
LABELS = _all_of(
    "stage stages stageplek stageplaats stageopdracht stagiair stagiaire stagiairs afstudeerstage afstudeeropdracht "
    "afstudeerder afstudeerplek meewerkstage meeloopstage onderzoeksstage onderzoekstage snuffelstage vacature student "
    "studenten medewerker bpv bbl leerbaan hbo mbo wo ad"
)
"""Words in a title that say what kind of place it is, and not what the work is."""
SMALL = _all_of(
    "de het een en of in op bij van voor met aan te tot om naar uit over onze ons je afdeling team gemeente domein "
    "cluster niveau"
)

MESSAGES: dict[str, tuple[str, str]] = {
    "lange_zin": ("Deze zin heeft {aantal} woorden: „{begin}…”", "Maak er twee zinnen van."),
    "moeilijk_woord": ("„{woord}” is een moeilijk woord.", "Schrijf liever: {gewoon}."),
    "afkorting": ("„{woord}” is een afkorting.", "Schrijf liever: {gewoon}."),
    "hoofdletters": ("Niet elke student kent de afkorting „{woord}”.", "Schrijf één keer voluit wat het is."),
    "lijdend": ("Hier staat niet wie iets doet: „{begin}…”", "Zeg wie het doet, bijvoorbeeld: Je maakt een plan."),
    "titel": ("De titel zegt niet welk werk het is.", "Begin met wat de student doet: Onderzoek wie de krant leest."),
    "geen_je": ("Je spreekt de student nergens aan.", "Schrijf „je”: Je praat met inwoners en je schrijft een advies."),
    "u": ("Hier staat „{woord}”.", "Schrijf „je” of „jouw”, zoals overal op het portaal."),
    "derde_persoon": ("Hier staat „{woord}”.", "Schrijf „je”: dan leest een student dat het over haar of hem gaat."),
    "korte_taak": ("Deze taak zegt weinig: „{begin}”.", "Schrijf wat de student doet, en waarmee of voor wie."),
    "zelfde_taken": ("Deze taak lijkt erg op taak {aantal}.", "Noem iets anders, of voeg ze samen."),
    "zelfde_begin": ("Alle taken beginnen met „{woord}”.", "Laat zien dat het werk afwisselt."),
    "vergoeding": (
        "Er staat niets over de vergoeding.",
        "Studenten vragen hier het meest naar: noem een bedrag, de regeling, of waarom er geen is.",
    ),
    "begeleiding": (
        "Er staat niet hoeveel uur per week er voor begeleiding is.",
        "Schrijf bij `begeleiding` hoeveel uur: uren_per_week: 2.",
    ),
    "reiskosten": (
        "Er staat niets over reiskosten.",
        "Schrijf bij `reiskosten` wat de student terugkrijgt, ook als dat niets is.",
    ),
    "resultaat": (
        "Er staat niet wat er aan het eind ligt.",
        "Schrijf bij `resultaat` wat de student oplevert, hoe klein ook.",
    ),
}
"""What is said, with places for words between braces; the names are also those of `MISSING`."""

MISSING: dict[str, tuple[str, tuple[RecordKind, ...]]] = {
    "vergoeding": ("vergoeding", (RecordKind.VACANCY,)),
    "begeleiding": ("begeleiding.uren_per_week", (RecordKind.VACANCY, RecordKind.ASSIGNMENT)),
    "reiskosten": ("reiskosten", (RecordKind.VACANCY,)),
    "resultaat": ("resultaat", (RecordKind.VACANCY, RecordKind.ASSIGNMENT)),
}
"""What students ask for most: the message, the field where the answer stands, and the records that have it."""
