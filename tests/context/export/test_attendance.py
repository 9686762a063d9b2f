"""What counts as attendance, and what is said of pupils without any."""

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn


def counted(headings: list[Cell], rows: list[list[Cell]]) -> ExportSummary:
    """The counts of pupils with these cells after UPN and SEN status, of whom the first two have SEN support."""
    table = read_table(
        csv_bytes(
            [["UPN", "SEN status", *headings], *([upn(n), "K" if n < 2 else "N", *row] for n, row in enumerate(rows))]
        )
    )
    return count(table, guess_mapping(table))


def test_pupils_without_possible_sessions_have_no_attendance() -> None:
    """Of two pupils with SEN one starts next week: 0 of 0 sessions and 0 % are no attendance, 90 of 100 are."""
    rows: list[list[Cell]] = [[0, 0, 0], [100, 90, 90], [100, 95, 95], [0, 0, 0]]

    found = counted(["Possible", "Attended", "Attendance %"], rows)

    assert found.attendance_percent == Split(92.5, 90, 95)
    assert found.persistent_absence == Split(0, 0, 0)
    assert found.attendance_known == Split(2, 1, 1)
