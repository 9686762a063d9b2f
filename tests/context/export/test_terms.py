"""The terms, months and school years that an export names, and which comes after which."""

import pytest

from sendself.context.export.terms import period_named


@pytest.mark.parametrize(
    "order",
    [
        ["Autumn", "Spring", "Summer"],
        ["Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"],
        ["Autumn Term", "Autumn + Spring", "Year to date"],
        ["HT1", "HT2", "HT6"],
        ["Half term 1", "Half term 5"],
        ["September 2025", "December 2025", "January 2026", "July 2026"],
        ["08/09/2025", "15/09/2025", "2026-01-05"],
        ["Michaelmas", "Lent", "Trinity"],
    ],
)
def test_periods_stand_in_the_order_of_the_school_year(order: list[str]) -> None:
    """Each period comes after the one before it."""
    places = [period_named(text).place for text in order]

    assert None not in places
    assert places == sorted(set(places), key=lambda place: place or 0)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024/25", "2024/25"),
        ("Academic Year 2024/2025", "2024/25"),
        ("Autumn 2025", "2025/26"),
        ("Spring Term 2026", "2025/26"),
        ("Summer 2026 (2025/26)", "2025/26"),
        ("December 2025", "2025/26"),
        ("03/02/2026", "2025/26"),
        ("2024/26", ""),
        ("Autumn", ""),
        ("Year 7", ""),
        ("", ""),
    ],
)
def test_school_year_that_a_period_names(text: str, year: str) -> None:
    """Autumn is of the year that begins, spring and summer of the one that began the year before."""
    assert period_named(text).year == year


@pytest.mark.parametrize("text", ["Year to date", "Cumulative", "Autumn + Spring", "Autumn and Spring terms", "YTD"])
def test_periods_that_hold_those_before_them(text: str) -> None:
    """The year so far, and two terms named together, are no term of their own."""
    assert period_named(text).to_date


@pytest.mark.parametrize("text", ["Autumn", "Spring 2026", "HT3", "01/09/2025"])
def test_periods_of_their_own(text: str) -> None:
    """A mere term, half term or day is of its own."""
    assert not period_named(text).to_date
