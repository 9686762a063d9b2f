"""School years, as they are typed and as a day falls into them."""

import re
from datetime import date


def school_year_in(typed: str) -> str | None:
    """The school year in what was typed as one ("2023/24", "2023-24", "autumn 2023/24"), or `None`."""
    found = re.search(r"(20\d\d)[/-](\d\d)(?!\d)", typed, re.ASCII)
    return f"{found[1]}/{found[2]}" if found else None


def school_year_of(day: date, *, before: int = 0) -> str:
    """The school year that a day falls into, or one so many years before it."""
    start = day.year - (1 if day.month < 9 else 0) - before
    # A date that was typed wrongly must not stop a report: the nearest year that can be is taken.
    start = min(max(start, 2000), 2099)
    return f"{start}/{(start + 1) % 100:02d}"
