"""Numbers and days that people type: each is read in one way or in none, and two meanings are never chosen from."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import read_cases

from generator.model.offers import Allowance
from generator.model.vocabulary import MOST_PAY, dutch_date, dutch_numbers
from generator.validate.messages import Shape, words_for

CASES: dict[str, Any] = read_cases("getallen.yml")


@pytest.mark.parametrize(("text", "meanings"), CASES.items(), ids=CASES.keys())
def test_a_number_means_this(text: str, meanings: list[str]) -> None:
    """What somebody types has the meanings of the table that the form in the browser keeps to as well."""
    assert list(dutch_numbers(text)) == meanings


@given(st.text(alphabet="0123456789.,-€ EURO=") | st.text())
def test_every_meaning_is_a_number_that_a_file_may_have(text: str) -> None:
    """Whatever is typed, nothing is advised or taken over that the model itself does not read."""
    for meaning in dutch_numbers(text):
        if 0 < float(meaning) <= MOST_PAY:
            assert Allowance.model_validate({"bedrag": meaning}).amount == float(meaning)


@given(st.integers(1, 999_999), st.integers(0, 99))
def test_an_amount_as_the_dutch_write_it_is_that_amount(euros: int, cents: int) -> None:
    """Points between thousands and a comma before cents give the amount, with or without the signs of money."""
    said = f"{euros:,}".replace(",", ".")
    for text in (f"{said},{cents:02}", f"€ {said},{cents:02}", f"EUR {said},{cents:02}"):
        assert [float(meaning) for meaning in dutch_numbers(text)] == [euros + cents / 100]
    assert dutch_numbers(f"{said},-") == (str(euros),)


@pytest.mark.parametrize("text", ["1" * 60_000, "1.111" * 12_000, "1 " * 30_000, " " * 60_000, ",-" * 30_000])
def test_hostile_numbers_take_no_longer_than_others(text: str) -> None:
    """A text made to trip a pattern is read in linear time, so that this test ends at once."""
    assert dutch_numbers(text) == ()


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from("-/. "))
def test_a_day_as_the_dutch_write_it_is_that_day(day: date, sign: str) -> None:
    """Day, month and year, with any usual sign between, are the day of a file."""
    assert dutch_date(f"{day.day}{sign}{day.month}{sign}{day.year}") == day.isoformat()


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("1.250,50", "Bedoelde je `1250.50`? "),
        ("450,-", "Bedoelde je `450`? "),
        ("1,450", "Bedoelde je `1450` of `1.45`? "),
        ("1,2,3", ""),
        ("veel", ""),
    ],
)
def test_only_numbers_are_advised(text: str, advice: str) -> None:
    """What the checker suggests in the place of a wrong number is itself a right one, or nothing is suggested."""
    said = words_for(Shape("getal", text, {"suggesties": dutch_numbers(text)}, None, ())).remedy
    assert said.startswith(f"{advice}Schrijf alleen cijfers")
