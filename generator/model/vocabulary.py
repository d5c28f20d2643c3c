"""Closed choices and small value types: every value with its word in Dutch, in the order people expect."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError


class Choice(StrEnum):
    """A closed list of values; each member carries the word that people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from the value in the file and its Dutch word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Level(Choice):
    """Level of education, from entree to university; the order is the order of the site."""

    MBO_1 = "mbo-1", "mbo-1"
    MBO_2 = "mbo-2", "mbo-2"
    MBO_3 = "mbo-3", "mbo-3"
    MBO_4 = "mbo-4", "mbo-4"
    AD = "ad", "ad"
    HBO = "hbo", "hbo"
    WO = "wo", "wo"

    @property
    def is_mbo(self) -> bool:
        """Tell whether a recognised training company is needed (SBB)."""
        return self.value.startswith("mbo")


class Kind(Choice):
    """Kind of internship: what is expected and what comes out of it."""

    SHADOW = "meeloop", "Meelopen"
    WORK_ALONG = "meewerk", "Meewerken"
    RESEARCH = "onderzoek", "Onderzoek"
    GRADUATION = "afstudeer", "Afstuderen"
    BPV = "bpv", "Bpv"
    BBL = "bbl", "Leerbaan (bbl)"
    DUAL = "duaal", "Duaal"
    PROJECT = "project", "Project"


class Form(Choice):
    """The shape an internship takes in the week and in the team."""

    REGULAR = "regulier", "Gewone stage"
    YEAR = "jaarstage", "Jaarstage"
    PROJECT = "projectstage", "Projectstage"
    TEAM = "teamstage", "Teamstage"
    WORKPLACE = "leerwerkplaats", "Leerwerkplaats"


class Route(Choice):
    """Learning route of a programme."""

    BOL = "bol", "bol"
    BBL = "bbl", "bbl"
    FULL_TIME = "voltijd", "voltijd"
    PART_TIME = "deeltijd", "deeltijd"
    DUAL = "duaal", "duaal"


MBO_ROUTES = (Route.BOL, Route.BBL)
"""The routes that a vacancy for mbo can have."""


class WorkMode(Choice):
    """Where the work is done."""

    ON_SITE = "op_locatie", "Op locatie"
    HYBRID = "hybride", "Hybride"
    REMOTE = "op_afstand", "Op afstand"


class Language(Choice):
    """Language at the workplace."""

    DUTCH = "nl", "Nederlands"
    ENGLISH = "en", "Engels"
    BOTH = "beide", "Nederlands of Engels"


class Day(Choice):
    """Day of the week."""

    MONDAY = "ma", "maandag"
    TUESDAY = "di", "dinsdag"
    WEDNESDAY = "wo", "woensdag"
    THURSDAY = "do", "donderdag"
    FRIDAY = "vr", "vrijdag"
    SATURDAY = "za", "zaterdag"
    SUNDAY = "zo", "zondag"


class HandStatus(Choice):
    """What a person sets by hand; everything else follows from the dates."""

    OPEN = "open", "Open"
    TALKS = "in_gesprek", "In gesprek"
    FILLED = "vervuld", "Vervuld"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


class State(Choice):
    """Where a vacancy stands on a given day, worked out from its dates and its hand status."""

    PLANNED = "gepland", "Gepland"
    OPEN = "open", "Open"
    CLOSING = "sluit_binnenkort", "Sluit binnenkort"
    TALKS = "in_gesprek", "In gesprek"
    FILLED = "vervuld", "Vervuld"
    CLOSED = "gesloten", "Gesloten"
    WITHDRAWN = "ingetrokken", "Ingetrokken"

    @property
    def is_live(self) -> bool:
        """Tell whether one can react today."""
        return self in (State.OPEN, State.CLOSING, State.TALKS)

    @property
    def is_listed(self) -> bool:
        """Tell whether the vacancy stands in the lists: it is live or will be."""
        return self.is_live or self is State.PLANNED


class PayKind(Choice):
    """What one knows of the pay of a vacancy before reading it: a choice in the search, no field of a record."""

    WITH = "met", "Met vergoeding"
    SCHEME = "regeling", "Volgens eigen regeling"
    WITHOUT = "zonder", "Zonder vergoeding"


class HoursBand(Choice):
    """Hours a week in bands, a choice in the search; the value of a band is the most hours that belong to it."""

    TO_16 = "16", "Tot en met 16 uur"
    TO_24 = "24", "17 tot en met 24 uur"
    TO_32 = "32", "25 tot en met 32 uur"
    MORE = "40", "33 uur of meer"

    @classmethod
    def of(cls, hours: int) -> Self:
        """Return the band to which a number of hours a week belongs."""
        return next((band for band in cls if hours <= int(band)), cls.MORE)


class SbbStatus(Choice):
    """How far the recognition as a training company is."""

    RECOGNISED = "erkend", "Erkend leerbedrijf"
    REQUESTED = "aangevraagd", "Erkenning is aangevraagd"
    EXPLORING = "in_onderzoek", "Erkenning wordt nog onderzocht"


class ApplyVia(Choice):
    """Who receives the reaction; a vacancy has exactly one of these."""

    BUREAU = "stagebureau", "Regionaal Stagebureau"
    ORGANISATION = "organisatie", "De organisatie zelf"


class Per(Choice):
    """Unit of an amount of money."""

    MONTH = "maand", "per maand"
    HOUR = "uur", "per uur"


MOST_PAY = 4000
"""More euros than this are no allowance, whatever the unit."""


class OrganisationKind(Choice):
    """Legal shape of an organisation that takes interns."""

    MUNICIPALITY = "gemeente", "Gemeente"
    JOINT = "gemeenschappelijke_regeling", "Gemeenschappelijke regeling"
    MERGED = "ambtelijke_fusie", "Ambtelijke fusie"
    WATER = "waterschap", "Waterschap"


class Half(Choice):
    """Half of a calendar year in which an internship starts."""

    SPRING = "voorjaar", "voorjaar"
    AUTUMN = "najaar", "najaar"


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,8})", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,8})(\.\d{1,8})?", re.ASCII)
_MONEY = re.compile(
    r"(?:€|eur(?:o|\.)?)? ?([\d., ]*\d)(?:[.,](?:-{1,2}|–|—|=))? ?(?:€|euro?)?", re.ASCII | re.IGNORECASE
)
"""An amount with the signs of money around it: € 450,- and 450 euro."""
_THOUSANDS = re.compile(r"([1-9]\d{0,2}(?:([. ])\d{3})(?:\2\d{3})*)(?:,(\d{1,8}))?", re.ASCII)
_WITH_COMMA = re.compile(r"(0|[1-9]\d*),(\d{1,8})", re.ASCII)
_UNCLEAR = re.compile(r"([1-9]\d{0,2}),(\d{3})", re.ASCII)


TRUTH_WORDS = {
    **dict.fromkeys(("true", "ja", "j", "yes", "y", "on", "waar", "wel"), "true"),
    **dict.fromkeys(("false", "nee", "n", "no", "off", "onwaar", "niet"), "false"),
}
"""What people type for yes and no, in small letters, with what a file has."""
_YEARS = range(2000, 2101)


def dutch_date(text: str) -> str:
    """Return a day that is written in the Dutch way, 1-2-2027, as a file has it; empty for anything else."""
    found = _DUTCH_DATE.fullmatch(text)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else ""


def dutch_numbers(text: str) -> tuple[str, ...]:
    """Return what a number or an amount can mean that somebody typed, each as a file has it.

    One meaning is sure and none is no number. A point before three digits parts the thousands: nobody writes an
    amount in tenths of a cent. A comma before three digits may do so too, as in English, or begin decimals: then
    both meanings come back, and whoever typed it must say which. `1.450,50`, `EUR 450`, `€ 450` and `450,-` are read.
    """
    line = " ".join(text.split())
    money = _MONEY.fullmatch(line)
    plain = money[1] if money else line
    unclear = _UNCLEAR.fullmatch(plain)
    if unclear:
        return f"{unclear[1]}{unclear[2]}", f"{unclear[1]}.{unclear[2]}".rstrip("0").rstrip(".")
    thousands = _THOUSANDS.fullmatch(plain)
    if thousands:
        whole = re.sub(r"\D", "", thousands[1])
        plain = f"{whole}.{thousands[3]}" if thousands[3] else whole
    with_comma = _WITH_COMMA.fullmatch(plain)
    if with_comma:
        plain = f"{with_comma[1]}.{with_comma[2]}"
    return (plain,) if _NUMBER.fullmatch(plain) else ()


def _read_date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _DATE.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("datum_bestaat_niet", "{datum}", {"datum": value}) from None
        if day.year not in _YEARS:
            raise PydanticCustomError("datum_jaar", "{jaar}", {"jaar": day.year})
        return day
    raise PydanticCustomError("datum_vorm", "{gevonden}", {"gevonden": value, "suggestie": dutch_date(value)})


def _read_truth(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str):
        return value
    if value in ("true", "false"):
        return value == "true"
    guess = TRUTH_WORDS.get(value.lower(), "")
    raise PydanticCustomError("waar_onwaar", "{gevonden}", {"gevonden": value, "suggestie": guess})


def _read_whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _WHOLE.fullmatch(value):
        return int(value)
    raise PydanticCustomError("geheel_getal", "{gevonden}", {"gevonden": value})


def _read_number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _NUMBER.fullmatch(value):
        return float(value)
    raise PydanticCustomError("getal", "{gevonden}", {"gevonden": value, "suggesties": dutch_numbers(value)})


Date = Annotated[date, BeforeValidator(_read_date, json_schema_input_type=date)]
"""A day, written 2027-02-01 and in no other way."""

Truth = Annotated[bool, BeforeValidator(_read_truth, json_schema_input_type=bool)]
"""true or false, written so: "ja" and "no" are words, not truths."""

Whole = Annotated[int, BeforeValidator(_read_whole, json_schema_input_type=int)]
"""A whole number without leading zeros."""

Number = Annotated[float, BeforeValidator(_read_number, json_schema_input_type=float)]
"""A number with a point for decimals."""

LONGEST_SLUG = 60
"""An id is part of an address, and the name of a file."""
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=_SLUG, max_length=LONGEST_SLUG)]
"""An id: lower-case letters, digits and hyphens."""


def is_slug(text: str) -> bool:
    """Tell whether a text can be an id."""
    return len(text) <= LONGEST_SLUG and "\n" not in text and bool(re.match(_SLUG, text))


def slug_of(text: str, longest: int = LONGEST_SLUG) -> str:
    """Return a text as an id of whole words, as many as fit in `longest`; empty when no letter or digit is left.

    The form in the browser names its files in the same way: see `bestandsnaam` in theme/assets/js/formulier.
    """
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text)).lower()
    words = [word for word in re.split(r"[^a-z0-9]+", plain) if word]
    slug = words[0][:longest] if words else ""
    for word in words[1:]:
        if len(slug) + 1 + len(word) > longest:
            break
        slug += f"-{word}"
    return slug


ProgrammeRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A programme as institution/programme."""

RecordRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A vacancy or an assignment as folder/file name without ending."""

BLANK = re.compile(r"\[\[([^\[\]\n]{2,80})\]\]")
"""An open place in the texts of an assignment, which a manager fills in: [[naam van je gemeente]]."""
