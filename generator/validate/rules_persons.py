"""The rule for every text of every record: nothing in it points at a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model.base import all_texts, walk_texts
from generator.model.problems import FieldPath, Finding

PRIVATE_MAIL = frozenset(
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
        if found[1].lower() in PRIVATE_MAIL:
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
