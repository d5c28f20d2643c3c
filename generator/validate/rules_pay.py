"""The rule for an amount of money: whether somebody can have meant it, in a vacancy and in a scheme alike."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.offers import Allowance, Vacancy
from generator.model.parties import Organisation, Scheme
from generator.model.problems import Finding
from generator.model.vocabulary import MOST_PAY, Per
from generator.validate.rules_base import warn

_PATH = ("vergoeding", "bedrag")
_MOST_PER_HOUR = 60
_LEAST = {Per.MONTH: 20, Per.HOUR: 1}


def rule_pay_can_be_meant(record: Vacancy | Organisation) -> Iterator[Finding]:
    """Een bedrag is hooguit 60 euro per uur, en zelden lager dan 20 euro per maand of 1 euro per uur.

    Lager is bijna altijd een tikfout: 1.450 met een punt is voor de computer 1,45. Een klein blijk van waardering mag,
    en daarom is dat een waarschuwing.
    """
    pay: Allowance | Scheme | None = record.allowance if isinstance(record, Vacancy) else record.scheme
    if pay is None or not pay.amount or pay.per is None:
        return
    said = f"{pay.amount:g} euro {pay.per.label} is".replace(".", ",")
    if pay.per is Per.HOUR and pay.amount > _MOST_PER_HOUR:
        yield Finding(_PATH, "vergoeding_hoog", f"{said} erg veel.", "Bedoel je per maand?")
    elif pay.amount < _LEAST[pay.per]:
        yield warn(_PATH, "vergoeding_laag", f"{said} wel erg weinig.", _low_remedy(pay.amount, pay.per))


def _low_remedy(amount: float, per: Per) -> str:
    if per is Per.HOUR:
        return "Kijk het bedrag na."
    meant = round(amount * 1000)
    return f"Bedoel je {meant}? Schrijf dat zonder punt." if meant <= MOST_PAY else "Bedoel je per uur?"
