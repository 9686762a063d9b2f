"""What counts as attendance, and what is said of pupils without any."""

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn
from tests.context.export.summaries import summary_of


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


def test_pupils_without_attendance_are_mentioned_by_why() -> None:
    """No possible sessions, more attended than possible, and nothing that can be read: a sentence each."""
    rows: list[list[Cell]] = [[100, 90], [100, 90], [0, 0], [100, 105], [100, 110], ["", ""], [100, 95]]

    notes = counted(["Possible", "Attended"], rows).notes

    assert "1 pupil has no possible sessions and is not part of the attendance." in notes
    assert (
        "2 pupils have more sessions attended or absent than possible and are not part of the attendance. Check them "
        "in your MIS."
    ) in notes
    assert "1 pupil has no attendance that can be read and is not part of it." in notes


def test_percentages_beside_sessions_that_cannot_be_right_are_the_mean() -> None:
    """A percentage stands in where more sessions are attended than possible, and that it is a mean is said."""
    found = counted(["Possible", "Attended", "Attendance %"], [[100, 105, 80], [100, 90, 90], [100, 95, 95]])

    assert found.attendance_percent == Split(88.33, 85, 95)
    assert any(note.startswith("Attendance is the mean of the pupils' percentages.") for note in found.notes)


def test_attendance_as_shares_and_in_every_notation() -> None:
    """Shares of 1 are percentages; signs, commas and spaces are read; what is over 100 is said and left out."""
    heading = ["UPN", "SEN", "Attendance"]
    shares = [heading, [upn(1), "K", "0.942"], [upn(2), "N", "1"], [upn(3), "N", "0.5"]]
    mixed = [heading, [upn(1), "K", "97.1"], [upn(2), "N", "94,2 %"], [upn(3), "N", "0.942"], [upn(4), "N", "0.9%"],
             [upn(5), "N", "104"], [upn(6), "N", ""]]  # fmt: skip

    assert summary_of(csv_bytes(shares)).attendance_percent == Split(81.4, 94.2, 75)
    found = summary_of(csv_bytes(mixed))
    # (97.1 + 94.2 + 94.2 + 0.9) / 4, and the last three alone: 0.942 is a share, 0.9 % says that it is none.
    assert found.attendance_percent == Split(71.6, 97.1, 63.1)
    assert found.unread == {"Attendance in percent not recognised": 1}
    assert "2 pupils have no attendance that can be read and are not part of it." in found.notes
