"""Days and times as clocks in the UK show them, whatever the zone of the computer, and as they are written there."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")


def uk_date(day: date) -> str:
    """A day as it is written in the UK: 23 November 2026."""
    return f"{day.day} {day:%B %Y}"


def uk_day(moment: datetime) -> date:
    """The day of a moment as clocks in the UK show it."""
    return moment.astimezone(UK).date()


def uk_today() -> date:
    """The day that it is in the UK."""
    return uk_day(datetime.now(UTC))


def uk_time(moment: datetime) -> str:
    """A moment as clocks in the UK show it: 14:32."""
    return f"{moment.astimezone(UK):%H:%M}"


def uk_moment(moment: datetime) -> str:
    """A moment with its day: 23 November 2026 at 14:32."""
    return f"{uk_date(uk_day(moment))} at {uk_time(moment)}"
