"""A reading aid for the texts of one offer: long sentences, hard words, and what students miss. It never blocks.

Everything is pure and looks at the raw value of one file. The numbers, words and sentences stand in tables, so that
the form in the browser can say the same: `reading_data` hands them over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from generator.load import RecordKind
from generator.model.base import walk_texts
from generator.model.problems import FieldPath, field_name


def _all_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


class HintKind(StrEnum):
    """What a hint is about."""

    LONG = "lange_zin"
    HARD = "moeilijk_woord"
    SHORT_FORM = "afkorting"
    PASSIVE = "lijdend"
    MISSING = "mist"
    TITLE = "titel"
    ADDRESS = "aanspreken"
    TASKS = "taken"


class Hint(NamedTuple):
    """One way in which a text can become easier to read or tell more."""

    path: FieldPath
    kind: HintKind
    message: str
    """what could be better, one Dutch sentence"""
    remedy: str
    """what to do, one Dutch sentence"""

    @property
    def field(self) -> str:
        """Return the name of the field as people write it: "taken[2]"."""
        return field_name(self.path)


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

_QUESTIONS = ("titel", "aanpassen")
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

_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
WORD = f"[{_LETTERS}0-9]+(?:['’-][{_LETTERS}0-9]+)*"
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
_THIRD = ("de stagiair", "de stagiaire", "de student", "de kandidaat")
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
    "weinig_taken": ("Er staan maar {aantal} taken.", "Noem er drie of meer. Studenten kiezen op wat ze gaan doen."),
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

_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\([^()\n]{0,300}\)")
"""Bounded, so that a text of sixty thousand brackets takes no longer than another."""
_MARKUP = re.compile(r"[*_`#>]+")
_PARTS = re.compile(r"\n\s*(?:[-*+]|\d+[.)])\s+|\n\s*\n")
_STOP = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“„‘'(]*[A-ZÀ-ÖØ-Þ0-9])")
_WORD = re.compile(WORD)
_CAPITALS = re.compile(rf"(?<![{_LETTERS}0-9-]){CAPITALS}(?![{_LETTERS}0-9-])")
_PARTICIPLE = re.compile(PARTICIPLE)
_SHORT = re.compile(
    rf"(?<![{_LETTERS}.])(?:{'|'.join(re.escape(word) for word in sorted(SHORT_FORMS, key=len, reverse=True))})"
    rf"(?![{_LETTERS}])",
    re.IGNORECASE,
)
_PHRASES = re.compile(f" (?:{'|'.join(re.escape(word) for word in sorted(PLAIN, key=len, reverse=True))})(?= )")


def hints(value: Mapping[str, Any], kind: RecordKind = RecordKind.VACANCY) -> tuple[Hint, ...]:
    """Return what could be better in the texts of a raw value, what is missing first, then in the order of the fields.

    `value` is what `read_document` gives; a value of the wrong shape gives fewer hints, never an error. Each hard
    word and abbreviation is named once.
    """
    return (
        *_missing(value, kind),
        *_title(value),
        *_address(value),
        *_tasks(value),
        *_texts(value),
    )


def reading_data() -> dict[str, Any]:
    """Return the tables and numbers of the reading aid, ready for JSON, for the form in the browser.

    Patterns are in the form that Python and JavaScript read alike; groups of words are matched in a text whose words
    stand in lower case with one blank between them and around it.
    """
    return {
        "grenzen": {
            "woorden": MOST_WORDS,
            "taken": FEWEST_TASKS,
            "taakwoorden": SHORTEST_TASK,
            "gelijk": ALIKE,
            "titelwoorden": TITLE_WORDS,
            "nabij": NEAR,
            "bekeken": LOOKED_AT,
        },
        "velden": list(TEXTS),
        "woorden": dict(PLAIN),
        "afkortingen": dict(SHORT_FORMS),
        "hoofdletters": sorted(KNOWN_CAPITALS),
        "lijdend": list(PASSIVE),
        "geen_deelwoord": sorted(NO_PARTICIPLE),
        "aanspreken": {"je": sorted(YOU), "u": sorted(FORMAL), "derde": list(_THIRD)},
        "titel": {"etiketten": sorted(LABELS), "klein": sorted(SMALL)},
        "mist": {
            name: {"veld": field, "soorten": [kind.value for kind in kinds]} for name, (field, kinds) in MISSING.items()
        },
        "patronen": {
            "woord": WORD,
            "letters": _LETTERS,
            "hoofdletters": CAPITALS,
            "deelwoord": PARTICIPLE,
            "delen": _PARTS.pattern,
            "zinseinde": _STOP.pattern,
            "link": _LINK.pattern,
            "opmaak": _MARKUP.pattern,
        },
        "zinnen": {name: list(pair) for name, pair in MESSAGES.items()},
    }


def _hint(path: FieldPath, kind: HintKind, name: str, **words: Any) -> Hint:
    message, remedy = (text.format(**words) for text in MESSAGES[name])
    return Hint(path, kind, message, remedy)


def _missing(value: Mapping[str, Any], kind: RecordKind) -> Iterator[Hint]:
    for name, (field, kinds) in MISSING.items():
        path = tuple(field.split("."))
        if kind in kinds and not _at(value, path):
            yield _hint((path[0],), HintKind.MISSING, name)


def _at(value: Any, path: Sequence[str]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _title(value: Mapping[str, Any]) -> Iterator[Hint]:
    words = _words(_text(value, "titel"))
    labels = LABELS.intersection(words)
    left = [word for word in words if word not in LABELS and word not in SMALL]
    if labels and len(left) < TITLE_WORDS:
        yield _hint(("titel",), HintKind.TITLE, "titel")


def _address(value: Mapping[str, Any]) -> Iterator[Hint]:
    story = _text(value, "opdracht")
    words = _words(story)
    formal = next((word for word in words if word in FORMAL), "")
    flat = f" {' '.join(words)} "
    third = next((name for name in _THIRD if f" {name} " in flat), "")
    if formal:
        yield _hint(("opdracht",), HintKind.ADDRESS, "u", woord=formal)
    if third:
        yield _hint(("opdracht",), HintKind.ADDRESS, "derde_persoon", woord=third)
    everything = {*words, *(word for line in _lines(value, "taken") for word in _words(line))}
    if story.strip() and not formal and not third and not YOU & everything:
        yield _hint(("opdracht",), HintKind.ADDRESS, "geen_je")


def _tasks(value: Mapping[str, Any]) -> Iterator[Hint]:
    tasks = _lines(value, "taken")
    if 0 < len(tasks) < FEWEST_TASKS:
        yield _hint(("taken",), HintKind.TASKS, "weinig_taken", aantal=len(tasks))
    words = [_words(task) for task in tasks[:LOOKED_AT]]
    for place, mine in enumerate(words):
        if 0 < len(mine) < SHORTEST_TASK:
            yield _hint(("taken", place), HintKind.TASKS, "korte_taak", begin=_start(tasks[place]))
        twin = next((other for other in range(place) if _overlap(mine, words[other]) >= ALIKE), None)
        if twin is not None:
            yield _hint(("taken", place), HintKind.TASKS, "zelfde_taken", aantal=twin + 1)
    first = {next((word for word in mine if word not in YOU), "") for mine in words}
    if len(words) >= FEWEST_TASKS and len(first) == 1 and "" not in first:
        yield _hint(("taken",), HintKind.TASKS, "zelfde_begin", woord=first.pop())


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return which part of the words that say something two texts share."""
    mine, theirs = (set(words) - SMALL - YOU for words in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _texts(value: Mapping[str, Any]) -> Iterator[Hint]:
    named: set[str] = set()
    whole = " ".join(text for name in TEXTS for _, text in walk_texts(value.get(name)))
    for name in TEXTS:
        for path, text in walk_texts(value.get(name), (name,)):
            yield from _sentences_of(path, text)
            yield from _hard_words(path, text, whole, named)


def _sentences_of(path: FieldPath, text: str) -> Iterator[Hint]:
    told = False
    for sentence in sentences(text):
        words = _words(sentence)
        if len(words) > MOST_WORDS:
            yield _hint(path, HintKind.LONG, "lange_zin", aantal=len(words), begin=_start(sentence))
        elif not told and path[0] not in _QUESTIONS and _is_passive(words):
            told = True
            yield _hint(path, HintKind.PASSIVE, "lijdend", begin=_start(sentence))


def _is_passive(words: list[str]) -> bool:
    """Tell whether a sentence has a passive form; "je wordt begeleid" is one that may stay."""
    for place, word in enumerate(words):
        if word not in PASSIVE or YOU & set(words[max(0, place - 1) : place + 2]):
            continue
        around = words[max(0, place - 2) : place] + words[place + 1 : place + 1 + NEAR]
        if any(_PARTICIPLE.fullmatch(other) and other not in NO_PARTICIPLE for other in around):
            return True
    return False


def _hard_words(path: FieldPath, text: str, whole: str, named: set[str]) -> Iterator[Hint]:
    flat = f" {' '.join(_words(text))} "
    for found in _PHRASES.findall(flat):
        word = found.strip()
        if word not in named:
            named.add(word)
            yield _hint(path, HintKind.HARD, "moeilijk_woord", woord=word, gewoon=PLAIN[word])
    for found in _SHORT.findall(text):
        word = found.lower()
        if word not in named:
            named.add(word)
            yield _hint(path, HintKind.SHORT_FORM, "afkorting", woord=word, gewoon=SHORT_FORMS[word])
    if text.isupper():
        return
    for word in _CAPITALS.findall(text):
        explained = f"({word})" in whole or f"{word} (" in whole
        if word.isalpha() and word not in named and word not in KNOWN_CAPITALS and not explained:
            named.add(word)
            yield _hint(path, HintKind.SHORT_FORM, "hoofdletters", woord=word)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text with simple Markdown, without its marks."""
    bare = _MARKUP.sub("", _LINK.sub(r"\1", text))
    parts = (" ".join(part.split()) for part in _PARTS.split(f"\n{bare}"))
    return [sentence for part in parts if part for sentence in _STOP.split(part)]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _text(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _lines(value: Mapping[str, Any], name: str) -> list[str]:
    found = value.get(name)
    return [line for line in found if isinstance(line, str)] if isinstance(found, list) else []


def _start(text: str) -> str:
    """Return how a sentence begins, without what does not fit."""
    words = text.split()
    return " ".join(words[:6])[:60].rstrip(",;:.")
