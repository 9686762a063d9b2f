"""Days and times as clocks in the UK show them."""

from datetime import UTC, date, datetime

import pytest

from sendself.assessment.uk_clock import uk_date, uk_day, uk_moment, uk_time


@pytest.mark.parametrize(
    ("moment", "day", "time"),
    [
        (datetime(2026, 11, 23, 14, 32, tzinfo=UTC), "23 November 2026", "14:32"),
        (datetime(2026, 7, 1, 9, 5, tzinfo=UTC), "1 July 2026", "10:05"),
        (datetime(2026, 7, 31, 23, 30, tzinfo=UTC), "1 August 2026", "00:30"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "25 October 2026", "01:30"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "25 October 2026", "01:30"),
    ],
)
def test_moment_is_told_as_clocks_in_the_uk_show_it(moment: datetime, day: str, time: str) -> None:
    """Stored in UTC, shown in UK form, summer time included."""
    assert (uk_date(uk_day(moment)), uk_time(moment)) == (day, time)


def test_day_is_written_without_a_leading_nought() -> None:
    """3 September, not 03 September."""
    assert uk_date(date(2026, 9, 3)) == "3 September 2026"


def test_moment_has_its_day_and_the_time_of_the_clocks() -> None:
    """In summer they are an hour ahead, also over midnight."""
    assert uk_moment(datetime(2026, 6, 3, 23, 5, tzinfo=UTC)) == "4 June 2026 at 00:05"
