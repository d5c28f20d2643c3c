"""How facts read in Dutch, and the moments that the browser gets."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.offers import Allowance
from generator.model.parties import Organisation, Scheme
from generator.model.vocabulary import Day, Level, Per, State
from generator.relate.fit import Fit, FitResult
from generator.render import words


@pytest.mark.parametrize(
    ("closes", "moment"),
    [
        (date(2026, 12, 18), "2026-12-19T00:00:00+01:00"),
        (date(2026, 12, 31), "2027-01-01T00:00:00+01:00"),
        (date(2027, 3, 27), "2027-03-28T00:00:00+01:00"),
        (date(2027, 3, 28), "2027-03-29T00:00:00+02:00"),
        (date(2027, 3, 29), "2027-03-30T00:00:00+02:00"),
        (date(2027, 10, 30), "2027-10-31T00:00:00+02:00"),
        (date(2027, 10, 31), "2027-11-01T00:00:00+01:00"),
        (date(2028, 2, 28), "2028-02-29T00:00:00+01:00"),
    ],
)
def test_closing_moment(closes: date, moment: str) -> None:
    """A vacancy closes at the first midnight after its day in Amsterdam, around clock changes and new year too."""
    assert words.closing_moment(closes) == moment


@given(st.dates(date(2000, 1, 1), date(2037, 12, 31)))
def test_closing_moment_is_after_the_whole_closing_day(day: date) -> None:
    """The closing moment is midnight of the next day, whatever the day, with an offset of one or two hours."""
    moment = datetime.fromisoformat(words.closing_moment(day))
    assert moment.date() == day + timedelta(days=1)
    assert moment.utcoffset() in (timedelta(hours=1), timedelta(hours=2))


def test_the_last_day_that_data_may_name_does_not_break_a_page() -> None:
    """A closing day on the last day of the last year that the model accepts gives a moment and no exception."""
    assert words.closing_moment(date(2100, 12, 31)) == "2101-01-01T00:00:00+01:00"


def test_days_and_ranges() -> None:
    """Days are written out, and a range repeats the year only when it differs."""
    assert words.day_text(date(2026, 11, 24)) == "24 november 2026"
    assert words.short_day_text(date(2026, 11, 24)) == "24 november"
    assert words.weekday_text(date(2026, 11, 24)) == "dinsdag 24 november 2026"
    assert words.range_text(date(2027, 2, 1), date(2027, 6, 25)) == "1 februari t/m 25 juni 2027"
    assert words.range_text(date(2026, 12, 28), date(2027, 1, 8)) == "28 december 2026 t/m 8 januari 2027"
    assert words.weeks_text(date(2027, 2, 1), date(2027, 6, 25)) == "21 weken"
    assert words.weeks_text(date(2027, 3, 1), date(2027, 3, 2)) == "1 week"


def test_numbers_and_money() -> None:
    """Thousands get a point, cents a comma, and the sign stays on the line of its number."""
    assert words.number_text(185000) == "185.000"
    assert words.money(450) == "€\u00a0450"
    assert words.money(16.5) == "€\u00a016,50"
    assert words.money(1800) == "€\u00a01.800"
    assert words.counted(1, "stage", "stages") == "1 stage"
    assert words.counted(0, "stage", "stages") == "0 stages"
    assert words.hours_text(32) == "32 uur"
    assert words.hours_text(2.5) == "2,5 uur"


def test_joined_and_sentence() -> None:
    """Lists get one "en", empty parts vanish, and a sentence ends once."""
    assert words.joined([]) == ""
    assert words.joined(["a"]) == "a"
    assert words.joined(["a", "", "b"]) == "a en b"
    assert words.joined(["a", "b", "c"], "of") == "a, b of c"
    assert words.sentence(" je leert veel ") == "Je leert veel."
    assert words.sentence("Echt?") == "Echt?"
    assert words.sentence("") == ""


def test_levels_and_days_come_in_their_own_order() -> None:
    """Levels and days are read from low to high and from Monday on, however the file lists them."""
    assert words.levels_text([Level.WO, Level.MBO_4]) == "mbo-4, wo"
    assert words.days_text([Day.FRIDAY, Day.MONDAY]) == "ma, vr"
    assert words.days_text([Day.FRIDAY, Day.MONDAY, Day.TUESDAY, Day.THURSDAY, Day.WEDNESDAY]) == "elke werkdag"
    assert words.level_text(Level.MBO_3) == "mbo, niveau 3"
    assert words.level_text(Level.AD) == "ad"


@pytest.mark.parametrize(
    ("state", "ongoing", "text"),
    [
        (State.PLANNED, False, "Opent 11 januari"),
        (State.OPEN, False, "Sluit 28 mei 2027"),
        (State.OPEN, True, "Doorlopend, tot 28 mei 2027"),
        (State.FILLED, False, "Vervuld"),
        (State.WITHDRAWN, False, "Ingetrokken"),
    ],
)
def test_moment_on_a_card(state: State, ongoing: bool, text: str) -> None:
    """The moment on a card says what comes next, with the year when it is far away."""
    assert words.moment_text(state, date(2027, 1, 11), date(2027, 5, 28), ongoing, date(2026, 11, 21)) == text


def test_moment_of_a_closed_card_is_the_day_after() -> None:
    """A closed card says since when, and that is the day after the closing day."""
    text = words.moment_text(State.CLOSED, date(2026, 10, 1), date(2026, 11, 20), False, date(2026, 11, 21))
    assert text == "Gesloten sinds 21 november"


def test_days_left() -> None:
    """The days that are left are counted to the closing day itself."""
    today = date(2026, 12, 30)
    assert words.days_left_text(date(2027, 1, 2), today) == "Nog 3 dagen"
    assert words.days_left_text(date(2026, 12, 31), today) == "Nog 1 dag"
    assert words.days_left_text(today, today) == "Laatste dag"


ORGANISATION = Organisation.model_construct(
    name="Gemeente Breda", scheme=Scheme.model_construct(amount=450.0, per=Per.MONTH, at_hours=36, sample=True)
)
POOR = Organisation.model_construct(name="Werkplein", scheme=None)


@pytest.mark.parametrize(
    ("pay", "organisation", "hours", "texts"),
    [
        (
            {"amount": 450.0, "per": Per.MONTH, "at_hours": 36},
            POOR,
            36,
            ("€\u00a0450 per maand", "bruto, bij 36 uur per week"),
        ),
        (
            {"amount": 450.0, "per": Per.MONTH, "at_hours": 36},
            POOR,
            32,
            ("€\u00a0450 per maand", "bruto, bij 36 uur per week; bij 32 uur is dat ongeveer €\u00a0400"),
        ),
        ({"amount": 16.5, "per": Per.HOUR}, POOR, 32, ("€\u00a016,50 per uur", "bruto")),
        ({"none_because": "het is een schoolproject"}, POOR, 8, ("Geen vergoeding", "Het is een schoolproject.")),
        ({"follows": "organisatie"}, POOR, 8, ("Volgens de eigen regeling", "Vraag ernaar als je reageert.")),
        (
            {"follows": "organisatie"},
            ORGANISATION,
            36,
            ("€\u00a0450 per maand", "bruto, bij 36 uur per week; regeling van de organisatie, voorbeeldbedrag"),
        ),
    ],
)
def test_allowance(pay: dict[str, object], organisation: Organisation, hours: int, texts: tuple[str, str]) -> None:
    """An allowance says the amount, for how many hours it is, and what that makes for this internship."""
    defaults = dict.fromkeys(("amount", "per", "at_hours", "none_because", "follows"))
    allowance = Allowance.model_construct(**{**defaults, **pay})
    assert words.allowance_texts(allowance, organisation, hours) == texts


def test_a_scheme_per_month_without_hours_names_no_hours() -> None:
    """A scheme that names no hours is shown without them, never as a number that nobody gave."""
    scheme = Scheme.model_construct(amount=450.0, per=Per.MONTH, at_hours=None, sample=False)
    organisation = Organisation.model_construct(name="Gemeente Breda", scheme=scheme)
    pay = Allowance.model_construct(amount=None, per=None, at_hours=None, none_because=None, follows="organisatie")
    assert "None" not in words.allowance_texts(pay, organisation, 32)[1]


@pytest.mark.parametrize(
    ("result", "flexible", "ongoing", "text"),
    [
        (FitResult(Fit.FITS, 20, 20, 0, (), 0), False, False, "20 van de 20 weken."),
        (
            FitResult(Fit.NEARLY, 18, 20, 2, (), 0),
            True,
            False,
            "18 van de 20 weken; start 2 weken na het begin van de periode. Begin en einde zijn in overleg.",
        ),
        (FitResult(Fit.NOT, 0, 20, -21, (), 0), False, False, "Start 21 weken voor het begin van de periode."),
        (FitResult(Fit.NOT, 0, 20, 1, (), 0), False, False, "Start 1 week na het begin van de periode."),
        (
            FitResult(Fit.NEARLY, 20, 20, 0, ("di",), 0),
            False,
            False,
            "20 van de 20 weken. Dinsdag is een lesdag.",
        ),
        (
            FitResult(Fit.NEARLY, 20, 20, 0, ("ma", "di"), 0),
            False,
            True,
            "Je kunt op elk moment beginnen. Maandag en dinsdag zijn lesdagen.",
        ),
        (
            FitResult(Fit.NEARLY, 20, 20, 0, (), 1),
            False,
            False,
            "20 van de 20 weken. De stage vraagt 1 dag per week meer.",
        ),
    ],
)
def test_fit_sentence(result: FitResult, flexible: bool, ongoing: bool, text: str) -> None:
    """The sentence about fit explains the answer with the numbers behind it."""
    assert words.fit_sentence(result, flexible, ongoing) == text


def test_soft_hyphens_stand_in_long_words_only_and_escape_the_rest() -> None:
    """Long words can break in narrow boxes; short ones stay whole; nothing gets through unescaped."""
    assert "\u00ad" in words.soft("subsidieaanvragen")
    assert words.soft("subsidieaanvragen").replace("\u00ad", "") == "subsidieaanvragen"
    assert words.soft("wijkkrant") == "wijkkrant"
    assert words.soft("<b>subsidieaanvragen</b>").startswith("&lt;b&gt;")


def test_reading_time_is_at_least_a_minute() -> None:
    """Reading time is counted at 220 words a minute and never zero."""
    assert words.reading_minutes("") == 1
    assert words.reading_minutes("woord " * 660) == 3


def test_an_offer_reads_as_a_sentence_part() -> None:
    """Counts say what is open and what opens later, in singular and plural."""
    assert words.offer_text(0, 0) == "Nu geen stages"
    assert words.offer_text(1, 1) == "1 stage open, 1 gaat later open"
    assert words.offer_text(14, 3) == "14 stages open, 3 gaan later open"
    assert words.offer_text(0, 1200) == "1.200 gaan later open"


@pytest.mark.parametrize(("rate", "text"), [(0, "0%"), (1, "100%"), (0.75, "75%"), (1 / 30, "3,3%"), (1 / 3, "33%")])
def test_a_rate_reads_as_people_write_it(rate: float, text: str) -> None:
    """Small parts have one decimal with a comma, large ones none."""
    assert words.share_text(rate) == text
