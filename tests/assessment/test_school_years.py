"""School years as they are written."""

import pytest

from sendself.assessment.school_years import school_year_in, school_years_in


@pytest.mark.parametrize(
    "text",
    [
        "2023/24",
        "2023-24",
        "2023_24",
        "2023 / 2024",
        "autumn 2023/24",
        "england_2023-2024.csv",
        "2012-2023-24",
        "2023/24 2024/25",
    ],
)
def test_school_year_is_read_however_it_is_written(text: str) -> None:
    """The first that stands there, in one form."""
    assert school_year_in(text) == "2023/24"


@pytest.mark.parametrize("text", ["", "2023", "2023/25", "2023/2025", "12023/24", "2023/245", "1998/99", "2023 24"])
def test_what_is_no_school_year_is_not_read_as_one(text: str) -> None:
    """Two calendar years follow each other, with a sign between them."""
    assert school_year_in(text) is None


def test_other_signs_can_stand_between_the_years() -> None:
    """Where the signs of a text are gone already, a blank is between; every year is given, in order."""
    assert [*school_years_in("to 2024 2025 from 2023 24", between=" ")] == ["2024/25", "2023/24"]
