"""What the DfE writes in cells and in names of files: both styles of number, its symbols, days and years."""

from datetime import date

import pytest

from sendself.context.schools.dfe_values import academic_year, is_suppressed, read_count, read_day, year_in_names
from sendself.context.schools.register import RegisterError


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("37", 37), (" 1,038 ", 1038), ("1038.0", 1038)])
def test_read_count_reads_whole_numbers(text: str, count: int) -> None:
    """Counts with spaces, commas or an empty decimal part are read."""
    assert read_count(text) == count


@pytest.mark.parametrize("text", ["", " ", "SUPP", "supp", "NE", "c", "z", "x", "low", "LOW"])
def test_read_count_of_a_suppressed_cell_is_none(text: str) -> None:
    """Every symbol of the DfE, in either case, and a blank are no figure."""
    assert is_suppressed(text)
    assert read_count(text) is None


@pytest.mark.parametrize("text", ["8.4%", "0.084", "-3", "1,03", "12 pupils", "1e3", "٣"])
def test_read_count_refuses_what_is_not_a_count(text: str) -> None:
    """Shares, negative numbers and words are never taken for a count."""
    with pytest.raises(ValueError, match="is not a count"):
        read_count(text)


@pytest.mark.parametrize("text", ["12-06-2024", " 12/06/2024 ", "2024-06-12"])
def test_read_day_reads_the_ways_of_writing_it(text: str) -> None:
    """The day comes before the month, as in England, unless the year stands first."""
    assert read_day(text) == date(2024, 6, 12)


@pytest.mark.parametrize("text", ["", "NE", "31-02-2024", "06-2024", "12-06-24", "soon"])
def test_read_day_of_anything_else_is_none(text: str) -> None:
    """A blank, a symbol and a day that never was are no day."""
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("names", "year"),
    [
        (("england_census_2023-24.csv.gz",), "2023/24"),
        (("england_census.csv", "2023-2024"), "2023/24"),
        (("2024-2025_england_census.csv", "2023-2024"), "2024/25"),
        (("england_census_2099_00.csv",), "2099/00"),
        (("england_census.csv", "england_school_information.csv"), None),
        (("report-2024-01-31.csv", "downloads"), None),
        ((), None),
    ],
)
def test_year_in_names_reads_the_ways_it_is_written(names: tuple[str, ...], year: str | None) -> None:
    """The DfE's own folder names and common file names give the year, and a date does not."""
    assert year_in_names(*names) == year


@pytest.mark.parametrize("text", ["2023", "2023/25", "23/24", "2024-01-31", "next year", ""])
def test_academic_year_refuses_anything_else(text: str) -> None:
    """A year that is not two following years is an error that shows the form."""
    with pytest.raises(RegisterError, match="in the form 2023/24"):
        academic_year(text)
