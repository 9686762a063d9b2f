"""Exports of the shapes that schools have, each with an answer worked out by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sendself.context.export.codes import Status
from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.facts import Fact
from sendself.context.export.pupils import unread_statuses
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split, figures, json_of
from tests.context.export.making import Cell, Percent, csv_bytes, upn, workbook


def summary_of(data: bytes, name: str = "export.csv") -> ExportSummary:
    """The counts of a file as its columns are guessed."""
    table = read_table(data, name)
    return count(table, guess_mapping(table))


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
    assert (found.rows_read, found.counted, found.skipped) == (5, 3, {})


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
    assert found.rows_read == 8


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


def test_rows_that_disagree_are_counted_once_and_named_by_number_only() -> None:
    """K in one row and E in the next, two years, yes and no: the rules are kept, and each is said."""
    rows = [
        ["UPN", "Year group", "SEN status", "FSM", "Suspensions"],
        [upn(1), "7", "K", "N", "1"],
        [upn(1), "8", "E", "Y", "3"],
        [upn(2).lower(), "7", "N", "N", ""],
        [f" {upn(2)[:5]} {upn(2)[5:]}", "7", "N", "N", ""],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support) == (2, 1, 0)
    assert found.year_groups == {"Year 7": Split(2, 1, 1)}
    assert found.fsm == Split(1, 1, 0)
    assert found.suspensions == Split(3, 3, 0)
    disagreements = [note for note in found.notes if "disagree" in note]
    assert len(disagreements) == 4
    assert (
        "The cells of 1 pupil disagree about SEN status: the one with more support counts. Check them in your MIS."
        in (disagreements)
    )


def test_statuses_that_are_not_known_stay_on_roll_only() -> None:
    """An old code and a plain yes among fifty are on roll, in neither group, and given as not recognised."""
    rows = [["UPN", "SEN status"], [upn(1), "S"], [upn(2), "Yes"], [upn(3), "N"], [upn(4), "K"], [upn(5), "E"]]
    rows += [[upn(number), "N"] for number in range(6, 51)]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support) == (50, 1, 1)
    assert found.unread == {"SEN status not recognised": 2}
    assert json_of(found)["skipped"] == {"SEN status not recognised": 2}
    assert any(note.startswith("2 pupils have a SEN status other than E, K or N") for note in found.notes)


@pytest.mark.parametrize("others", ["N", "Universal"])
def test_many_statuses_that_are_not_known_leave_both_groups_open(others: str) -> None:
    """Where one in five has a status in own words nothing is said of either group, and nothing false of the roll."""
    rows = [["UPN", "SEN status", "Need", "FSM"]]
    rows += [[upn(number), "Wave 3" if number < 4 else "K", "SEMH", "Y"] for number in range(5)]
    rows += [[upn(number), others, "", "N"] for number in range(5, 20)]
    table = read_table(csv_bytes(rows))
    mapping = guess_mapping(table)

    found = count(table, mapping)

    whole = others == "N"
    assert (found.roll, found.ehc_plans, found.sen_support) == (20 if whole else None, None, None)
    assert (found.primary_need, found.fsm) == ({}, Split(5 if whole else None, None, None))
    assert set(figures(found, "2025/26", "2024/25")) == ({"roll", "fsm"} if whole else set())
    assert "a SEN status in words that are not known here" in found.notes[0]
    assert not any("pupils with SEN alone, so" in note for note in found.notes)
    unread = {"Wave 3": 4} if whole else {"Wave 3": 4, "Universal": 15}
    assert unread_statuses(table, mapping) == unread

    said = count(table, mapping.meaning({"wave 3": Status.EHC_PLAN, "Universal": Status.NONE}))
    assert (said.roll, said.ehc_plans, said.sen_support) == (20, 4, 1)
    assert (said.primary_need, said.unread) == ({"SEMH": 5}, {})


def test_signs_for_no_status_count_as_without_sen() -> None:
    """A dash, a dot or the word of a pivot table where no status is: as for a blank, the whole school is there."""
    signs = ["-", "--", ".", "(blank)", "NULL", "0", "No status", "None", "No SEN need"]
    rows = [["UPN", "SEN status", "Need"], [upn(50), "K", "SpLD (Dyslexia)"], [upn(51), "E", "ASD"]]
    rows += [[upn(number), sign, sign] for number, sign in enumerate(signs)]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support, found.unread) == (11, 1, 1, {})
    assert found.primary_need == {"SPLD": 1, "ASD": 1}


def test_column_of_own_words_is_the_status_by_its_heading() -> None:
    """Below "SEN status" a few words again and again are statuses, though none is known; notes are not."""
    words = [["UPN", "SEN status"], *([upn(number), f"Wave {number % 3}"] for number in range(12))]
    notes = [["UPN", "SEN status"], *([upn(number), f"spoke with {number}"] for number in range(12))]

    assert guess_mapping(read_table(csv_bytes(words))).column(Fact.SEN_STATUS) == 1
    assert guess_mapping(read_table(csv_bytes(notes))).column(Fact.SEN_STATUS) is None


def test_headings_repeated_and_a_need_that_goes_on_below() -> None:
    """A report with page breaks: its headings come again, and a second need stands alone in the next row."""
    headings = ["UPN", "Name", "Year", "SEN status", "Need type", "Notes"]
    rows = [
        headings,
        [upn(1), "Ann", "7", "K", "SEMH", ""],
        ["", "", "", "", "SLCN", "since May"],
        headings,
        ["", "Ben", "7", "N", "", "no UPN yet"],
        ["Year 7 total", "", "", "", "", "2"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.sen_support, found.primary_need) == (2, 1, {"SEMH": 1})
    assert found.skipped == {
        "headings repeated": 1,
        "no UPN or admission number, and nothing else of a pupil": 1,
        "total, title or note: no pupil": 1,
    }
    assert "1 pupil has no UPN or admission number: each such row counts as one pupil." in found.notes


def test_register_that_calls_itself_one_leaves_out_pupils_without_status() -> None:
    """Under the title "SEN register" a blank status is a gap, not a pupil without SEN."""
    rows = [
        ["SEN register autumn 2026", "", ""],
        ["UPN", "SEN status", "FSM"],
        [upn(1), "K", "Y"],
        [upn(2), "E", "N"],
        [upn(3), "", "Y"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.ehc_plans, found.sen_support, found.counted) == (None, 1, 1, 2)
    assert found.fsm == Split(None, 1, None)
    assert found.skipped == {"no SEN status: not counted": 1}


def test_suspensions_given_as_days_or_as_yes_count_pupils_alone() -> None:
    """Where the number of suspensions is not given it is not guessed: pupils suspended are counted."""
    days = [["UPN", "SEN", "Days suspended"], [upn(1), "K", "2.5"], [upn(2), "N", "0"], [upn(3), "N", "1"]]
    yes = [["UPN", "SEN", "Suspended"], [upn(1), "K", "Yes"], [upn(2), "N", "No"], [upn(3), "N", ""]]

    for rows, expected in ((days, Split(2, 1, 1)), (yes, Split(1, 1, 0))):
        found = summary_of(csv_bytes(rows))
        assert found.suspensions == Split()
        assert found.pupils_suspended == expected
        assert any("suspensions are not." in note for note in found.notes)


def test_columns_that_are_empty_give_no_figure() -> None:
    """A column without a single value is not "none": its figures are unknown, and the page is told."""
    rows = [["UPN", "SEN", "FSM", "Suspensions"], [upn(1), "K", "", ""], [upn(2), "N", "", ""]]

    found = summary_of(csv_bytes(rows))

    assert found.fsm == found.suspensions == Split()
    assert (
        "The column for eligible for free school meals is empty, so it says nothing: check that it was exported."
        in (found.notes)
    )


def test_json_has_the_shape_that_the_command_prints() -> None:
    """Names and nesting of the JSON, with numbers that JSON can hold."""
    rows = [
        ["UPN", "SEN", "Need", "Attendance %", "Suspensions"],
        [upn(1), "K", "HI", "95", "1"],
        [upn(2), "N", "", "97", "0"],
    ]

    said: dict[str, Any] = json_of(summary_of(csv_bytes(rows)))

    assert (said["roll"], said["ehc_plans"], said["sen_support"]) == (2, 0, 1)
    assert said["primary_need"] == {"HI": 1}
    assert said["attendance_percent"] == {"sen": 95, "no_sen": 97}
    assert said["suspensions"] == {"sen": 1, "no_sen": 0}
    assert said["persistent_absence"]["sen"] == {"pupils": 0, "of": 1}
    assert said["skipped"] == {}


def test_upn_and_admission_number_join_rows_of_one_pupil() -> None:
    """A row without the UPN belongs to the pupil with the same admission number."""
    rows = [
        ["UPN", "Admission number", "SEN"],
        ["", "17", "K"],
        [upn(1), "17", "K"],
        [upn(2), "18", "N"],
        [upn(2), "", "N"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.sen_support) == (2, 1)


def test_headings_found_in_either_order_of_two_status_columns() -> None:
    """Two columns of one name are both read; one that holds own words does not make the row unread."""
    rows = [
        ["UPN", "SEN status", "SEN status"],
        [upn(1), "Wave 3", "K"],
        [upn(2), "Universal", "N"],
        [upn(3), "EHCP", "E"],
    ]
    table = read_table(csv_bytes(rows))

    mapping = guess_mapping(table)
    found = count(table, mapping)

    assert mapping.columns(Fact.SEN_STATUS) == (1, 2)
    assert (found.roll, found.ehc_plans, found.sen_support, found.unread) == (3, 1, 1, {})


TWO_HEADINGS: list[list[list[Cell]]] = [
    [
        ["Pupil", "", "", "SEN", "", "Attendance", "", "Suspensions"],
        ["UPN", "Surname", "Year", "Status", "Primary need", "Attended", "Possible", "Sessions"],
    ],
    [
        ["UPN", "Surname", "Year", "SEN", "", "Attendance", "", "Suspensions"],
        ["", "", "", "Status", "Primary need", "Attended", "Possible", "Sessions"],
    ],
    [
        ["SEN summary", "Exampleton School"],
        ["UPN", "Surname", "Year", "SEN", "SEN", "Attendance", "Attendance", "Suspensions"],
        ["", "", "", "Status", "Primary need", "Sessions attended", "Possible sessions", "Sessions"],
    ],
]


@pytest.mark.parametrize("headings", TWO_HEADINGS)
@pytest.mark.parametrize("make", [csv_bytes, lambda rows: workbook({"Pupils": rows})])
def test_headings_on_two_rows_are_read_together(
    headings: list[list[Cell]], make: Callable[[list[list[Cell]]], bytes]
) -> None:
    """A group above and what it holds below: 8 of 10, 10 of 10 and 9 of 10 sessions; two sessions suspended."""
    rows: list[list[Cell]] = [
        [upn(1), "Aspen", "7", "K", "SEMH", 80, 100, 2],
        [upn(2), "Birch", "7", "N", "", 100, 100, 0],
        [upn(3), "Cedar", "8", "N", "", 90, 100, 0],
    ]

    found = summary_of(make([*headings, *rows]))

    assert (found.roll, found.sen_support, found.primary_need) == (3, 1, {"SEMH": 1})
    assert found.attendance_percent == Split(90, 80, 95)
    assert (found.suspensions, found.pupils_suspended) == (Split(), Split(1, 1, 0))
    assert list(found.year_groups) == ["Year 7", "Year 8"]


def test_group_above_says_what_its_columns_are_not() -> None:
    """Attendance of last week under its own group is left alone; that of the year counts."""
    rows: list[list[Cell]] = [[upn(number), "K" if number < 2 else "N", 50, 96] for number in range(5)]
    rows.insert(0, ["UPN", "SEN status", "Attendance %", "Attendance %"])
    rows.insert(0, ["", "", "Attendance last week", "Attendance this year"])

    assert summary_of(csv_bytes(rows)).attendance_percent == Split(96, 96, 96)


def test_title_of_two_cells_is_no_group_of_headings() -> None:
    """What stands over the first columns alone says nothing of those to the right, though it speaks of last year."""
    rows: list[list[Cell]] = [[upn(n), "K" if n < 2 else "N", "Y", 90, "Elm"] for n in range(5)]
    headings: list[Cell] = ["UPN", "SEN status", "FSM", "Attendance %", "House"]

    found = summary_of(csv_bytes([["Pupils", "Not those who left last year"], headings, *rows]))

    assert (found.sen_support, found.fsm.all, found.attendance_percent.all) == (2, 5, 90)


def test_first_pupil_is_no_second_row_of_headings() -> None:
    """Words alone in the first row of pupils do not make it headings, whatever they say."""
    rows: list[list[Cell]] = [
        ["Surname", "Class", "SEN", "", "FSM"],
        ["Aspen", "Elm", "SEN support", "", "Yes"],
        ["Birch", "Elm", "No SEN", "", "No"],
        ["Cedar", "Oak", "No SEN", "", "No"],
    ]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.sen_support, found.fsm) == (3, 1, Split(1, 1, 0))


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_every_delimiter_gives_the_same_counts(delimiter: str) -> None:
    """Commas, semicolons, tabs and upright lines, also where the first heading has a comma in it."""
    rows = [["UPN", "Surname, forename", "SEN status"], *([upn(n), "Ash, Al", "K" if n < 2 else "N"] for n in range(5))]

    found = summary_of(csv_bytes(rows, delimiter))

    assert (found.roll, found.sen_support) == (5, 2)


def test_totals_without_a_label_are_no_pupils() -> None:
    """A last row of sums, sums for each year with sums of all below, a row without a name: none is a pupil."""
    pupils: list[list[Cell]] = [["K" if n < 2 else "N", 7 + n // 4, n % 3, 190 - n, 190] for n in range(8)]
    headings: list[Cell] = ["SEN status", "Year", "Suspensions", "Attended", "Possible"]
    first: list[Cell] = ["", "", 3, 754, 760]
    second: list[Cell] = ["", "", 4, 738, 760]
    every: list[Cell] = ["", "", 7, 1492, 1520]

    for rows in ([*pupils, every], [*pupils[:4], first, *pupils[4:], second, every]):
        found = summary_of(csv_bytes([headings, *rows]))
        assert (found.roll, found.suspensions.all) == (8, 7)
        assert found.skipped == {"total, title or note: no pupil": len(rows) - 8}

    named: list[list[Cell]] = [["Aspen", *pupils[0]], *(["Birch", *row] for row in pupils[1:]), ["", "", 60, 7, 94, ""]]
    found = summary_of(csv_bytes([["Surname", *headings], *named]))
    assert (found.roll, sum(found.skipped.values())) == (8, 1)


def test_pupil_whose_number_is_a_sum_by_chance_counts() -> None:
    """Three suspensions after one, one and one are a pupil's: a status, a year or a name says so."""
    rows: list[list[Cell]] = [["SEN status", "Year", "Suspensions"], ["K", 7, 1], ["N", 7, 1], ["N", 7, 1]]
    lasts: list[list[Cell]] = [["N", "", 3], ["", 8, 3]]
    for last in lasts:
        assert summary_of(csv_bytes([*rows, last])).roll == 4


ENDED = ["UPN", "SEN status", "Start date", "End date", "SEN need"]


def test_status_that_has_ended_does_not_count() -> None:
    """K until 2024, then E; K that ended and nothing since; K that ends next year; an end that is no date."""
    rows = [
        ENDED,
        [upn(1), "SEN Support", "01/09/2022", "31/08/2024", "MLD"],
        [upn(1), "Education, Health and Care Plan", "01/09/2024", "", "ASD"],
        [upn(2), "SEN Support", "2023-09-01", "2026-07-20 00:00:00", "SLCN"],
        [upn(3), "SEN Support", "1 Sep 2025", "31 Aug 2027", "SEMH"],
        [upn(4), "SEN Support", "1 Sep 2025", "ongoing", "SEMH"],
        *([upn(number), "No SEN", "", "", ""] for number in range(5, 15)),
    ]
    table = read_table(csv_bytes(rows))

    found = count(table, guess_mapping(table), date(2026, 7, 21))

    assert (found.roll, found.ehc_plans, found.sen_support) == (14, 1, 2)
    assert found.primary_need == {"SEMH": 2, "ASD": 1}
    assert any(note.startswith("2 rows give a SEN status whose end date is past") for note in found.notes)
    assert found.unread == {"SEN status ended on not recognised": 1}
    # On its last day it still counts.
    assert count(table, guess_mapping(table), date(2026, 7, 20)).sen_support == 3


def test_ended_statuses_do_not_make_a_register_the_whole_school() -> None:
    """Half of a register left it: they are not counted, and neither is a roll."""
    rows = [ENDED, *([upn(n), "SEN Support", "", "31/08/2024" if n % 2 else "", "MLD"] for n in range(20))]

    found = summary_of(csv_bytes(rows))

    assert (found.roll, found.sen_support, found.counted) == (None, 10, 10)
    assert found.skipped == {"no SEN status: not counted": 10}


def test_end_date_beside_suspensions_is_not_that_of_a_status() -> None:
    """Where suspensions stand in the export, a mere "End date" may be theirs."""
    rows: list[list[Cell]] = [[upn(n), "KN"[n % 2], 1, "1/5/2020"] for n in range(6)]

    assert summary_of(csv_bytes([["UPN", "SEN status", "Suspensions", "End date"], *rows])).sen_support == 3


@pytest.mark.parametrize("ended", [45858, "45858", "45858.0", "2025-07-20", "20/07/2025 00:00"])
def test_end_of_a_status_may_be_the_bare_number_of_a_day(ended: Cell) -> None:
    """45858 is 20 July 2025 in Excel: that SEN support has ended, and one until 2099 has not."""
    rows: list[list[Cell]] = [[upn(n), "K" if n < 3 else "N", {0: ended, 1: 73050}.get(n, "")] for n in range(12)]

    found = summary_of(csv_bytes([["UPN", "SEN status", "SEN end date"], *rows]))

    assert (found.roll, found.sen_support) == (12, 2)
    assert found.unread == {}


def test_end_of_a_status_that_cannot_be_read_is_mentioned() -> None:
    """Words in a column named SEN end date leave the status as it is, and the page says that the column is not read."""
    rows: list[list[Cell]] = [[upn(n), "K" if n < 3 else "N", "ended" if n < 3 else ""] for n in range(12)]

    found = summary_of(csv_bytes([["UPN", "SEN status", "SEN end date"], *rows]))

    assert found.sen_support == 3
    assert any(
        note.startswith("A column that seems to give the day on which a SEN status ended") for note in found.notes
    )
    empty = summary_of(csv_bytes([["UPN", "SEN status", "SEN end date"], *([*row[:2], ""] for row in rows)]))
    assert not any("ended" in note for note in empty.notes)
