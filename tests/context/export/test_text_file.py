"""Text files: which sign parts their columns."""

import pytest

from tests.context.export.making import csv_bytes, upn
from tests.context.export.summaries import summary_of


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_every_delimiter_gives_the_same_counts(delimiter: str) -> None:
    """Commas, semicolons, tabs and upright lines, also where the first heading has a comma in it."""
    rows = [["UPN", "Surname, forename", "SEN status"], *([upn(n), "Ash, Al", "K" if n < 2 else "N"] for n in range(5))]

    found = summary_of(csv_bytes(rows, delimiter))

    assert (found.roll, found.sen_support) == (5, 2)
