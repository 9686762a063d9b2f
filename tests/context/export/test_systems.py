"""Exports as the systems that schools have write them, each with an answer worked out by hand."""

from datetime import date

from sendself.context.export.summary import Split
from tests.context.export.making import Cell, Percent, csv_bytes, upn, workbook
from tests.context.export.summaries import summary_of

ARBOR_HEADINGS = [
    "UPN",
    "Name",
    "Year group(s) this academic year",
    "Registration form(s) this academic year",
    "Date of Birth",
    "SEN status",
    "Sen Need",
    "SEN Description",
    "SEN Need Ranking",
    "Start Date",
    "SEN status",
]


def arbor(number: int, year: str, status: str, need: str, rank: str, code: str) -> list[str]:
    """A row of Arbor's SEN export."""
    return [upn(number), f"Pupil {number}", year, "4A", "2017-09-15", status, need, "", rank, "16 Dec 2025", code]


def test_arbor_sen_export_counts_pupils_not_needs_and_gives_no_roll() -> None:
    """Five rows of three pupils, the status twice (label and code), the second need first: the roll is not known."""
    rows = [
        ARBOR_HEADINGS,
        arbor(1, "Year 4", "SEN Support", "Social, Emotional & Mental Health", "2", "K"),
        arbor(1, "Year 4", "SEN Support", "Speech, Language and Communication Needs", "1", "K"),
        arbor(2, "Year 5", "Education, Health and Care Plan", "Autistic Spectrum Disorder", "1", "E"),
        arbor(2, "Year 5", "Education, Health and Care Plan", "Moderate Learning Difficulty", "2", "E"),
        arbor(3, "Year 5", "SEN Support", "Down's Syndrome", "1", "K"),
    ]

    found = summary_of(csv_bytes(rows, encoding="utf-8-sig"))

    assert (found.roll, found.ehc_plans, found.sen_support) == (None, 1, 2)
    assert found.primary_need == {"SLCN": 1, "ASD": 1, "DS": 1}
    assert found.year_groups == {"Year 4": Split(None, 1, None), "Year 5": Split(None, 2, None)}
    assert found.notes[0].startswith("This export holds the pupils with SEN alone, so the number on roll is not known")
    assert "2 pupils have more than one row, such as one for each need: each is counted once." in found.notes
    assert (found.rows_read, found.rows_used, found.counted, found.skipped) == (5, 5, 3, {})


def test_sims_export_with_title_and_totals_in_windows_1252() -> None:
    """A title above, a blank line and totals below; blanks for no SEN; T for a tick; an é of windows-1252."""
    rows: list[list[Cell]] = [
        ["Pupil list: Renée's report, 23/11/2026"],
        [],
        ["Adno", "Surname", "Forename", "Year Group", "Reg Group", "SEN Status", "Eligible for free meals",
         "Pupil Premium Indicator", "Ever in care", "% Attendance"],
        ["000101", "Müller", "Zoë", "7", "7B", "K", "T", "Y", "F", "91.5"],
        ["000102", "Ng", "Li", "7", "7B", "", "F", "N", "F", "97.5"],
        ["000103", "O'Neil", "Sam", "8", "8C", "E", "T", "Y", "T", "80.0"],
        ["000104", "Khan", "Ali", "8", "8C", "", "F", "Y", "F", "98.5"],
        ["000105", "Roe", "Jo", "8", "8C", "N", "T", "Y", "F", "89.9"],
        [],
        ["Total", "", "", "", "", "2", "3", "4", "1", "91.5"],
        ["Printed on 23/11/2026"],
    ]  # fmt: skip

    found = summary_of(csv_bytes(rows, encoding="cp1252"))

    assert (found.roll, found.ehc_plans, found.sen_support) == (5, 1, 1)
    assert found.year_groups == {"Year 7": Split(2, 1, 1), "Year 8": Split(3, 1, 2)}
    assert found.fsm == Split(3, 2, 1)
    assert found.pupil_premium == Split(4, 2, 2)
    assert found.ever_in_care == Split(1, 1, 0)
    # (91.5 + 80) / 2; (97.5 + 98.5 + 89.9) / 3; all five: 457.4 / 5.
    assert found.attendance_percent == Split(91.48, 85.75, 95.3)
    assert found.persistent_absence == Split(2, 1, 1)
    assert found.attendance_known == Split(5, 2, 3)
    assert found.skipped == {"blank row": 1, "total, title or note: no pupil": 2}
    assert (found.rows_read, found.rows_used) == (8, 5)


def test_bromcom_export_with_sessions_in_semicolons() -> None:
    """Semicolons; sessions instead of percentages, so attendance is weighed by them; two columns of needs."""
    rows: list[list[Cell]] = [
        ["UPN", "Full Name", "Year", "SEN Provision", "SEN Need Type 1", "SEN Need Type 2", "Possible Sessions",
         "Sessions Attended", "Suspensions", "Permanent Exclusions"],
        [upn(1), "A, B", "10", "K", "SEMH", "SLCN", 100, 50, 2, 0],
        [upn(2), "C, D", "10", "E", "ASD", "", 300, 297, 1, 1],
        [upn(3), "E, F", "11", "N", "", "", 200, 190, "", ""],
        [upn(4), "G, H", "11", "N", "", "", 200, 180, 3, 0],
    ]  # fmt: skip

    found = summary_of(csv_bytes(rows, delimiter=";"))

    assert (found.roll, found.ehc_plans, found.sen_support) == (4, 1, 1)
    assert found.primary_need == {"SEMH": 1, "ASD": 1}
    # 347 of 400, 370 of 400, 717 of 800. The pupil with 180 of 200 has 90 % and is not under it.
    assert found.attendance_percent == Split(89.62, 86.75, 92.5)
    assert found.persistent_absence == Split(1, 1, 0)
    assert found.suspensions == Split(6, 3, 3)
    assert found.pupils_suspended == Split(3, 2, 1)
    assert found.permanent_exclusions == Split(1, 1, 0)
    assert not any("mean of the pupils' percentages" in note for note in found.notes)


def test_scholarpack_export_in_utf16_with_tabs() -> None:
    """Unicode text from Excel: codes with their words, monitoring, Reception and Nursery."""
    rows: list[list[Cell]] = [
        ["Student Name", "Admission No", "NC Year", "SEN Stage", "Primary SEN Need", "FSM"],
        ["Ada", "A12", "R", "K - SEN Support", "SLCN - Speech, Language and Communication Needs", "Yes"],
        ["Bo", "A13", "N2", "N - No Special Educational Need", "", "No"],
        ["Cy", "A14", "1", "E - Education, Health and Care Plan", "PMLD", "No"],
        ["Di", "A15", "Year 1", "Monitoring", "SLCN", "Yes"],
    ]

    found = summary_of(csv_bytes(rows, "\t", "utf-16"))

    assert (found.roll, found.ehc_plans, found.sen_support) == (4, 1, 1)
    assert found.primary_need == {"SLCN": 1, "PMLD": 1}
    assert list(found.year_groups) == ["Nursery", "Reception", "Year 1"]
    assert found.fsm == Split(2, 1, 1)
    assert any("monitored" in note for note in found.notes)
    assert any("neither an EHC plan nor SEN support: the need is not counted" in note for note in found.notes)


def test_workbook_with_numbers_dates_ticks_and_a_cover_sheet() -> None:
    """Excel's own cells: numbers, percentages, dates, TRUE; the table is on the second sheet below a title."""
    rows: list[list[Cell]] = [
        ["Pupils 2025/26"],
        [],
        ["UPN", "Date of birth", "Year", "SEN status", "Need", "Pupil premium", "Attendance %", "Suspensions"],
        [upn(1), date(2014, 9, 1), 6, "SEN Support", "SPLD", True, Percent(0.942), 0],
        [upn(2), date(2015, 1, 5), 6, "No SEN", None, False, Percent(0.99), None],
        [upn(3), date(2015, 2, 6), 5, "EHC plan", "SEMH", None, Percent(0.8), 2],
        [upn(4), None, 5, "No SEN", None, True, Percent(0.91), 1],
    ]

    found = summary_of(workbook({"Cover": [["Our school"], ["Confidential"]], "Pupils": rows}), "export.xlsx")

    assert (found.roll, found.ehc_plans, found.sen_support) == (4, 1, 1)
    assert found.primary_need == {"SPLD": 1, "SEMH": 1}
    assert found.pupil_premium == Split(2, 1, 1)
    # (94.2 + 80) / 2 and (99 + 91) / 2.
    assert found.attendance_percent == Split(91.05, 87.1, 95)
    assert found.suspensions == Split(3, 2, 1)


def test_hand_made_list_without_numbers_of_pupils() -> None:
    """Two columns of yes and no instead of a status, and no UPN: each row is a pupil, and the page is told."""
    rows = [
        ["Pupil", "Class", "EHCP", "SEN Support", "Main need", "PP", "Absence %"],
        ["Ann", "Oak", "y", "", "autism", "x", "10,5"],
        ["Ben", "Oak", "", "yes", "Speech language & communication needs", "", "3,0"],
        ["Cat", "Elm", "n", "n", "", "", "0,5"],
        ["Dan", "Elm", "n", "y", "dyslexia", "x", "12"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support) == (4, 1, 2)
    assert found.primary_need == {"ASD": 1, "SLCN": 1}
    assert found.need_not_given == 1
    assert found.unread == {"Type of need not recognised": 1}
    assert found.pupil_premium == Split(2, 2, 0)
    # 89.5, 97, 88 with SEN; 99.5 without.
    assert found.attendance_percent == Split(93.5, 91.5, 99.5)
    assert found.persistent_absence == Split(2, 2, 0)
    assert any(note.startswith("No column gives a UPN or admission number") for note in found.notes)
