"""How facts read in Dutch: dates, money, lists, plurals, sentences about fit; every wording of a view is here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import pyphen
from babel.dates import format_date
from markupsafe import Markup, escape

from generator.model.offers import Allowance, Vacancy
from generator.model.parties import Organisation, Scheme
from generator.model.vocabulary import Day, Kind, Level, Per, State
from generator.relate.attention import Due, Gap
from generator.relate.fit import Fit, FitResult

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_SPACE = "\u00a0"
_LONG_WORD = re.compile(r"[^\W\d_]{15,}")


@lru_cache(maxsize=4096)
def day_text(day: date) -> str:
    """Return "24 november 2026"."""
    return format_date(day, "d MMMM y", locale="nl")


@lru_cache(maxsize=4096)
def short_day_text(day: date) -> str:
    """Return "24 november"."""
    return format_date(day, "d MMMM", locale="nl")


@lru_cache(maxsize=4096)
def weekday_text(day: date) -> str:
    """Return "dinsdag 24 november 2026"."""
    return format_date(day, "EEEE d MMMM y", locale="nl")


def range_text(start: date, end: date) -> str:
    """Return "1 februari t/m 25 juni 2027", with the first year only when it differs."""
    first = short_day_text(start) if start.year == end.year else day_text(start)
    return f"{first} t/m {day_text(end)}"


def weeks_text(start: date, end: date) -> str:
    """Return the length of a span in whole weeks: "20 weken"."""
    return counted(max(1, round(((end - start).days + 1) / 7)), "week", "weken")


def closing_moment(day: date) -> str:
    """Return the first moment after `day` in Amsterdam, with its offset, as the browser reads it."""
    return datetime.combine(day + timedelta(days=1), time(), AMSTERDAM).isoformat()


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 stage", "14 stages"."""
    return f"{number_text(number)} {one if number == 1 else many}"


def number_text(number: int) -> str:
    """Return a whole number with points between thousands."""
    return f"{number:,}".replace(",", ".")


def later_text(planned: int) -> str:
    """Return "3 gaan later open"."""
    return f"{number_text(planned)} {'gaat' if planned == 1 else 'gaan'} later open"


def offer_text(live: int, planned: int) -> str:
    """Return what is on offer: "14 stages open, 3 gaan later open", "Nu geen stages"."""
    texts = [counted(live, "stage open", "stages open")] if live else []
    return ", ".join([*texts, later_text(planned)] if planned else texts) or "Nu geen stages"


def joined(parts: Iterable[str], word: str = "en") -> str:
    """Return "a, b en c"."""
    items = [part for part in parts if part]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def sentence(text: str) -> str:
    """Return `text` with a capital at the start and a full stop at the end."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!…" else text + "."


def capital(text: str) -> str:
    """Return `text` with a capital at the start."""
    return text[:1].upper() + text[1:]


def money(amount: float) -> str:
    """Return "€ 450" or "€ 16,50"."""
    whole = amount == int(amount)
    text = number_text(int(amount)) if whole else f"{amount:.2f}".replace(".", ",")
    return f"€{_SPACE}{text}"


def hours_text(hours: float) -> str:
    """Return "32 uur" or "2,5 uur"."""
    return f"{hours:g} uur".replace(".", ",")


def levels_text(levels: Iterable[Level]) -> str:
    """Return the levels in their order: "mbo-3, mbo-4"."""
    chosen = set(levels)
    return ", ".join(level.label for level in Level if level in chosen)


def level_text(level: Level) -> str:
    """Return a level as it reads beside a programme: "mbo, niveau 4" or "hbo"."""
    return f"mbo, niveau {level.value[-1]}" if level.is_mbo else level.label


def days_text(days: Sequence[Day]) -> str:
    """Return "ma, di, do, vr", or "elke werkdag"."""
    order = [day for day in Day if day in days]
    if [day.value for day in order] == ["ma", "di", "wo", "do", "vr"]:
        return "elke werkdag"
    return ", ".join(day.value for day in order)


KIND_SENTENCES = {
    Kind.SHADOW: "Kort meelopen om te zien of het werk iets voor je is.",
    Kind.WORK_ALONG: "Je draait mee in een team en leert het vak in de praktijk.",
    Kind.RESEARCH: "Je zoekt een vraag uit en schrijft op wat je vindt.",
    Kind.GRADUATION: "Je rondt je opleiding af met een opdracht waar een team op wacht.",
    Kind.BPV: "De praktijk van je mbo-opleiding, via de bol.",
    Kind.BBL: "Een leerbaan: je werkt, krijgt loon en gaat ongeveer een dag per week naar school.",
    Kind.DUAL: "Je werkt en studeert tegelijk, ad of hbo.",
    Kind.PROJECT: "Een opdracht voor een groep of klas, meestal een of twee dagen per week.",
}


def allowance_texts(pay: Allowance, organisation: Organisation, hours: int) -> tuple[str, str]:
    """Return what the allowance is and the small print: ("€ 450 per maand", "bruto, bij 36 uur per week")."""
    if pay.amount and pay.per:
        return f"{money(pay.amount)} {pay.per.label}", _amount_note(pay.amount, pay.per, pay.at_hours, hours)
    if pay.none_because:
        return "Geen vergoeding", sentence(pay.none_because)
    return _scheme_texts(organisation.scheme, hours)


def _scheme_texts(scheme: Scheme | None, hours: int) -> tuple[str, str]:
    if scheme is None:
        return "Volgens de eigen regeling", "Vraag ernaar als je reageert."
    note = _amount_note(scheme.amount, scheme.per, scheme.at_hours, hours)
    example = ", voorbeeldbedrag" if scheme.sample else ""
    return f"{money(scheme.amount)} {scheme.per.label}", f"{note}; regeling van de organisatie{example}"


def _amount_note(amount: float, per: Per, at_hours: int | None, hours: int) -> str:
    if per is Per.HOUR or not at_hours:
        return "bruto"
    note = f"bruto, bij {at_hours} uur per week"
    if hours < at_hours:
        return f"{note}; bij {hours} uur is dat ongeveer {money(round(amount * hours / at_hours))}"
    return note


def allowance_short(pay: Allowance, organisation: Organisation) -> str:
    """Return the allowance for a card: "€ 450 per maand", "Geen vergoeding", "Eigen regeling"."""
    if pay.amount and pay.per:
        return f"{money(pay.amount)} {pay.per.label}"
    if pay.none_because:
        return "Geen vergoeding"
    scheme = organisation.scheme
    return f"{money(scheme.amount)} {scheme.per.label}" if scheme else "Eigen regeling"


def place_text(vacancy: Vacancy, organisation: Organisation) -> str:
    """Return where the work is done: "Breda, hybride"."""
    town = vacancy.location or organisation.town or organisation.short_name
    return f"{town}, {vacancy.work_mode.label.lower()}"


def moment_text(state: State, opens: date, closes: date, ongoing: bool, today: date) -> str:
    """Return the moment on a card: "Sluit 24 november", "Opent 11 januari", "Het hele jaar door"."""
    match state:
        case State.PLANNED:
            return f"Opent {_near(opens, today)}"
        case State.CLOSED:
            return f"Gesloten sinds {_near(closes + timedelta(days=1), today)}"
        case State.FILLED | State.WITHDRAWN:
            return state.label
    return f"Sluit {_near(closes, today)}" if not ongoing else f"Doorlopend, tot {_near(closes, today)}"


def _near(day: date, today: date) -> str:
    return short_day_text(day) if abs((day - today).days) < 180 else day_text(day)


def share_text(rate: float) -> str:
    """Return a part of a whole as people read it: "0%", "3,5%", "12%"."""
    percent = rate * 100
    text = f"{percent:.0f}" if percent == round(percent) or percent >= 10 else f"{percent:.1f}"
    return f"{text.replace('.', ',')}%"


def missing_in(gap: Gap) -> str:
    """Return what is missing, in words: "geen vacature en geen voorbeeldopdracht"."""
    return joined(
        ("" if gap.vacancies else "geen vacature", "" if gap.examples else "geen voorbeeldopdracht"),
    )


def since_text(due: Due) -> str:
    """Return how long ago a vacancy was known to be there: "bevestigd 65 dagen geleden"."""
    word = "bevestigd" if due.facts.confirmed else "geplaatst"
    return f"{word} {counted(due.days, 'dag', 'dagen')} geleden"


def days_left_text(closes: date, today: date) -> str:
    """Return "Nog 3 dagen", "Nog 1 dag" or "Laatste dag"."""
    left = (closes - today).days
    return "Laatste dag" if left == 0 else f"Nog {counted(left, 'dag', 'dagen')}"


def fit_sentence(result: FitResult, flexible: bool, ongoing: bool) -> str:
    """Return why a vacancy fits a period or not: "18 van je 20 weken; start 2 weken na je periode."."""
    if ongoing:
        head = "Je kunt op elk moment beginnen"
    elif result.weeks == 0:
        late = result.shift > 0
        head = (
            f"Start {counted(abs(result.shift), 'week', 'weken')} {'na' if late else 'voor'} het begin van de periode"
        )
    else:
        head = f"{result.weeks} van de {counted(result.of_weeks, 'week', 'weken')}"
        if result.shift:
            when = "na" if result.shift > 0 else "voor"
            head += f"; start {counted(abs(result.shift), 'week', 'weken')} {when} het begin van de periode"
    parts = [head + "."]
    if flexible and result.fit is not Fit.FITS and not ongoing:
        parts.append("Begin en einde zijn in overleg.")
    if result.clash:
        names = [Day(day).label for day in result.clash]
        parts.append(f"{capital(joined(names))} {'is een lesdag' if len(names) == 1 else 'zijn lesdagen'}.")
    elif result.days_short:
        parts.append(f"De stage vraagt {counted(result.days_short, 'dag', 'dagen')} per week meer.")
    return " ".join(parts)


@lru_cache(maxsize=1)
def _hyphens() -> pyphen.Pyphen:
    """Return the Dutch patterns, read at the first long word and not before."""
    return pyphen.Pyphen(lang="nl_NL", left=4, right=4)


@lru_cache(maxsize=8192)
def _hyphenate(word: str) -> str:
    return str(_hyphens().inserted(word, "\u00ad"))


def soft(text: str) -> Markup:
    """Return `text`, escaped, with soft hyphens in words over 14 letters so that narrow boxes can break them."""
    if not _LONG_WORD.search(text):
        return escape(text)
    return escape(_LONG_WORD.sub(lambda found: _hyphenate(found[0]), text))


def reading_minutes(text: str) -> int:
    """Return how many minutes it takes to read `text`, at 220 words a minute, at least one."""
    return max(1, round(len(text.split()) / 220))
