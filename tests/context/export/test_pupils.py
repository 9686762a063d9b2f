"""Several columns of one row, and several rows, come together in one pupil."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendself.context.export.codes import Status
from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.pupils import unread_statuses
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split, gives_figures
from tests.context.export.making import Cell, csv_bytes, upn
from tests.context.export.summaries import summary_of


def counted(headings: list[Cell], rows: list[list[Cell]], **meanings: Status) -> ExportSummary:
    """The counts of these rows as their columns are guessed, with what own words are said to mean."""
    table = read_table(csv_bytes([headings, *rows]))
    return count(table, guess_mapping(table).meaning({word.replace("_", " "): said for word, said in meanings.items()}))


@pytest.mark.parametrize("heading", ["SEN (Y/N)", "SEN", "SEND", "Has SEN?", "SEN register"])
@pytest.mark.parametrize(("yes", "no"), [("Y", "N"), ("Yes", "No"), ("TRUE", "FALSE"), ("1", "0")])
def test_yes_to_sen_without_a_plan_is_sen_support(heading: str, yes: str, no: str) -> None:
    """Of 270 pupils 41 have SEN and 10 of them a plan: 31 have SEN support, and 229 no SEN."""
    rows: list[list[Cell]] = [
        [upn(n), 7 + n % 5, yes if n < 41 else no, yes if n < 10 else no, 95 - n % 2] for n in range(270)
    ]

    found = counted(["UPN", "Year", heading, "EHCP (Y/N)", "Attendance"], rows)

    assert (found.roll, found.ehc_plans, found.sen_support, found.pupils.no_sen) == (270, 10, 31, 229)
    assert found.unread == {}


def test_yes_to_sen_is_no_status_without_a_plan_to_tell_it_from() -> None:
    """Where no column gives plans, its cells are blank, or the cell holds a word, a yes may be either: it is asked."""
    rows: list[list[Cell]] = [[upn(n), "Y" if n < 41 else "N", ""] for n in range(200)]
    dates: list[list[Cell]] = [[*row[:2], "in progress" if at < 20 else "N"] for at, row in enumerate(rows)]

    for headings, given_rows, unknown in ((["UPN", "SEN", "EHCP"], rows, 41), (["UPN", "SEN", "EHCP"], dates, 20)):
        table = read_table(csv_bytes([headings, *given_rows]))
        found = count(table, guess_mapping(table))
        assert (found.ehc_plans, found.sen_support) == (None, None)
        assert unread_statuses(table, guess_mapping(table)) == {"Y": unknown}


def test_no_plan_does_not_answer_for_words_that_are_not_known() -> None:
    """Waves 2 and 3 beside a column of plans are asked about; once they are explained the counts are right."""
    rows: list[list[Cell]] = [
        [upn(n), "N" if n > 40 else "Wave 3" if n < 20 else "Wave 2", "Y" if n < 10 else "N"] for n in range(270)
    ]
    headings: list[Cell] = ["UPN", "SEN Status", "EHCP (Y/N)"]

    found = counted(headings, rows)
    assert (found.roll, found.ehc_plans, found.sen_support) == (270, None, None)
    assert "31 pupils have a SEN status in words that are not known here" in found.notes[0]

    said = counted(headings, rows, Wave_3=Status.SUPPORT, Wave_2=Status.SUPPORT)
    assert (said.roll, said.ehc_plans, said.sen_support) == (270, 10, 31)


def test_no_plan_beside_a_blank_status_leaves_it_blank() -> None:
    """A register with a gap stays a register though the gap has no plan; most blank is the whole school as before."""
    headings: list[Cell] = ["UPN", "SEN status", "EHCP"]
    register: list[list[Cell]] = [[upn(n), "" if n == 7 else "K", "N"] for n in range(20)]
    school: list[list[Cell]] = [[upn(n), "" if n >= 7 else "K", "N"] for n in range(20)]

    assert (counted(headings, register).roll, counted(headings, register).sen_support) == (None, 19)
    assert (counted(headings, school).roll, counted(headings, school).sen_support) == (20, 7)


SAID = {"K": 2, "E": 3, "N": 0, "Y": 2, "": None}


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*SAID]), st.sampled_from(["Y", "N", ""])), min_size=1, max_size=40))
def test_status_and_plan_columns_agree_with_a_table_of_answers(drawn: list[tuple[str, str]]) -> None:
    """Whatever stands in the two columns: a plan is a plan, and no plan takes SEN support from nobody."""
    some: list[tuple[str, str]] = [("K", "N"), ("E", "Y"), *(("N", "N"),) * 60]
    pairs = [*some, *drawn]

    found = counted(["UPN", "SEN status", "EHCP"], [[upn(at), *pair] for at, pair in enumerate(pairs)])

    answers = [3 if plan == "Y" else SAID[status] for status, plan in pairs]
    assert (found.ehc_plans, found.sen_support) == (answers.count(3), answers.count(2))
    assert found.roll == len(pairs)


@pytest.mark.parametrize("headings", [["Initials", "SEN status"], ["Initials", "SEN status", "House", "Set"]])
def test_words_that_are_not_known_are_asked_where_nothing_else_can_be_read(headings: list[Cell]) -> None:
    """Initials and a wave: each row is a pupil's, the words are asked, and once explained they count."""
    every: list[list[Cell]] = [
        [f"P{'abcdefghij'[n % 10]}", "Wave 3" if n < 9 else "Universal", "Elm", "a"] for n in range(40)
    ]
    every += [["Printed by the office", "", "", ""], ["", "40", "", ""]]
    rows = [row[: len(headings)] for row in every]
    table = read_table(csv_bytes([headings, *rows]))

    assert unread_statuses(table, guess_mapping(table)) == {"Wave 3": 9, "Universal": 31}
    found = counted(headings, rows)
    assert (found.roll, found.ehc_plans, found.sen_support) == (None, None, None)
    assert not gives_figures(found)
    said = counted(headings, rows, Wave_3=Status.SUPPORT, Universal=Status.NONE)
    assert (said.roll, said.sen_support) == (40, 9)
    assert gives_figures(said)


def test_note_below_numbered_pupils_is_no_pupil() -> None:
    """Where pupils have numbers, a key below them is not asked about as if it were a status."""
    rows: list[list[Cell]] = [[upn(n), "K" if n < 5 else "N", 7] for n in range(20)]
    table = read_table(csv_bytes([["UPN", "SEN status", "Year"], *rows, ["Key", "K means SEN support", ""]]))

    assert unread_statuses(table, guess_mapping(table)) == {}
    assert count(table, guess_mapping(table)).roll == 20


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
