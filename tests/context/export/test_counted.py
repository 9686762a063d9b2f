"""What was counted, as lines to read before it is taken over."""

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counted import CountedLine, beside_each_other, by_year_group
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary
from tests.context.export.making import Cell, csv_bytes, upn

HEADINGS: list[Cell] = ["UPN", "Year", "SEN status", "Ever in care", "Attendance %", "Permanent exclusions"]
PUPILS: list[list[Cell]] = [
    [upn(1), "7", "K", "Y", "80", "0"],
    [upn(2), "7", "E", "N", "95", "1"],
    [upn(3), "7", "N", "N", "", "0"],
    [upn(4), "8", "N", "Y", "97.5", "0"],
    [upn(5), "8", "N", "N", "88.5", "0"],
]


def counted(rows: list[list[Cell]]) -> ExportSummary:
    """The counts of these pupils."""
    table = read_table(csv_bytes([HEADINGS, *rows]))
    return count(table, guess_mapping(table))


def test_pupils_with_send_stand_beside_the_others() -> None:
    """All, those with SEND, the others; nothing for which there is no column."""
    assert beside_each_other(counted(PUPILS)) == (
        CountedLine("Pupils", "5", "2", "3"),
        CountedLine("Ever in care", "2", "1", "1"),
        CountedLine("Attendance known", "4", "2", "2"),
        CountedLine("Attendance", "90.25%", "87.5%", "93%"),
        CountedLine("Persistently absent, under 90%", "2", "1", "1"),
        CountedLine("Permanent exclusions", "1", "1", "0"),
    )


def test_year_groups_have_their_pupils() -> None:
    """Each year group with its pupils with SEND and the others, youngest first."""
    assert by_year_group(counted(PUPILS)) == (
        CountedLine("Year 7", "3", "2", "1"),
        CountedLine("Year 8", "2", "0", "2"),
    )


def test_register_alone_says_nothing_of_others() -> None:
    """Where the export holds pupils with SEND alone, the others and all pupils are not known."""
    assert beside_each_other(counted(PUPILS[:2]))[0] == CountedLine("Pupils", "not known", "2", "not known")
