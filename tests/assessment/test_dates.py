"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.assessment.dates import FIRST, LAST, DayError, parse_day, year_before
from sendself.assessment.uk_clock import uk_date


@pytest.mark.parametrize(
    "typed",
    [
        "31 March 2027",
        "31/3/2027",
        "31.03.27",
        "31-3-27",
        " 31st  Mar 2027 ",
        "31 MARCH 2027",
        "2027-03-31",
        "31march27",
    ],
)
def test_day_is_read_as_people_write_it(typed: str) -> None:
    """In figures or with the month by name, day first as in the UK."""
    assert parse_day(typed) == date(2027, 3, 31)


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_nothing_is_no_day(typed: str) -> None:
    """An empty box is an answer: there is no date."""
    assert parse_day(typed) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("soon", "Enter the date as day, month and year"),
        ("31 March", "Enter the date as day, month and year"),
        ("March 2027", "Enter the date as day, month and year"),
        ("31 Smarch 2027", "Enter the date as day, month and year"),
        ("31/2/2027", "There is no such day"),
        ("3/31/2027", "There is no such day"),
        ("31/3/1927", "Check the year"),
        ("31/3/0027", "Check the year"),
        ("9" * 400, "Enter the date"),
    ],
)
def test_what_is_no_day_says_what_to_enter(typed: str, words: str) -> None:
    """Each refusal is a sentence that says what to do."""
    with pytest.raises(DayError, match=words):
        parse_day(typed)


@given(st.dates(FIRST, LAST))
def test_day_in_words_is_read_back(day: date) -> None:
    """Whatever the page shows as a day can be typed as a day."""
    assert parse_day(uk_date(day)) == day
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.day}/{day.month}/{day:%y}") == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_sentence(typed: str) -> None:
    """Nothing that can be typed ends in another error."""
    try:
        parsed = parse_day(typed)
    except DayError:
        return
    assert parsed is None or FIRST <= parsed <= LAST


def test_year_before_a_leap_day_is_a_day() -> None:
    """29 February has no day a year earlier: the day before stands for it."""
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)
    assert year_before(date(2026, 11, 23)) == date(2025, 11, 23)
    assert year_before(date(1, 5, 1)) == date.min
