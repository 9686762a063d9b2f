"""The school year that an export says its numbers are of."""

from datetime import date

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.table import RawTable
from sendself.context.export.years import year_of_attendance, year_of_events, year_of_titles

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("headings", "year"),
    [
        (("Suspensions",), None),
        (("Suspensions 2024/25",), "2024/25"),
        (("Suspensions 2024-2025",), "2024/25"),
        (("Suspensions 2024-2026",), None),
        (("Suspensions this academic year",), "2026/27"),
        (("Suspensions YTD",), "2026/27"),
        (("Suspensions last year",), "2025/26"),
        (("Suspensions this year", "Permanent exclusions 2025/26"), None),
        (("Suspensions 2025/26", "Permanent exclusions"), "2025/26"),
        (("Attendance % 2025/26",), None),
    ],
)
def test_headings_say_which_year_the_suspensions_are_of(headings: tuple[str, ...], year: str | None) -> None:
    """By its name or from today; two that differ, and a heading of something else, say nothing."""
    table = RawTable(("UPN", *headings), (("", *("1" for _ in headings)),) * 3)

    assert year_of_events(table, guess_mapping(table), TODAY) == year


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("Attendance %", None),
        ("Attendance 2025-26", "2025/26"),
        ("% Attendance (year to date)", "2026/27"),
        ("Suspensions 2025/26", None),
    ],
)
def test_headings_say_which_year_the_attendance_is_of(heading: str, year: str | None) -> None:
    """By its name or from today; suspensions of another year do not say."""
    table = RawTable(("UPN", heading), (("", "1"),) * 3)

    assert year_of_attendance(table, guess_mapping(table), TODAY) == year


def test_title_names_the_year_of_the_whole_export() -> None:
    """A line above the headings; two lines with different years name none."""
    titles = ("SEN summary", "Academic year 2025/2026")

    assert year_of_titles(RawTable(("UPN",), (), titles)) == "2025/26"
    assert year_of_titles(RawTable(("UPN",), (), (*titles, "Printed in 2024/25"))) is None
    assert year_of_titles(RawTable(("UPN",), ())) is None
