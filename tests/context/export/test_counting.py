"""The counts agree with themselves and with a slow, plain reference, whatever the table."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendself.assessment.context import Context
from sendself.assessment.figures import impossible_figures
from sendself.assessment.measures import BY_ID
from sendself.assessment.needs import need_measure
from sendself.context.export.codes import NEED_CODES
from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import Fact
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split, counts_events, figures, json_of
from tests.context.export.making import csv_bytes, upn, with_part, workbook
from tests.context.export.summaries import summary_of

HEADINGS = ["UPN", "Year group", "SEN status", "Need", "FSM", "Attendance %", "Suspensions"]

STATUSES = {"E": 3, "EHC plan": 3, "K": 2, "SEN Support": 2, "Monitoring": 1, "N": 0, "No SEN": 0}
NEEDS = {"SEMH": "SEMH", "Autism": "ASD", "speech, language and communication needs": "SLCN", "": None}

ROW = st.tuples(
    st.integers(1, 12).map(upn),
    st.sampled_from(["7", "Year 8", "R"]),
    st.sampled_from([*STATUSES]),
    st.sampled_from([*NEEDS]),
    st.sampled_from(["Y", "N", ""]),
    st.integers(0, 1000).map(lambda tenths: f"{tenths / 10:.1f}"),
    st.sampled_from(["", "0", "1", "3"]),
)
CELL = st.one_of(
    st.sampled_from(
        [
            "",
            "E",
            "K",
            "N",
            "SEN Support",
            "SEMH",
            "ASD; SLCN",
            "Y",
            "TRUE",
            "1",
            "7",
            "Total",
            "94.2",
            "0.942",
            "94,2",
            "101%",
            "2026-09-01",
            upn(1),
            upn(2),
            "UPN",
            "SEN status",
            "Need",
            "=1+1",
            "-",
            "1e999",
            "nan",
            "٣",
        ]
    ),
    st.text(max_size=12),
)
HEADING = st.one_of(
    st.sampled_from(
        [*HEADINGS, "SEN status", "EHCP", "SEN support", "Need rank", "Sessions attended", "Possible sessions"]
    ),
    CELL,
)


def slow_reference(rows: list[tuple[str, ...]]) -> dict[str, Any]:
    """The same counts by sorting rows into pupils and asking each question of each pupil."""
    pupils = [[row for row in rows if row[0] == number] for number in sorted({row[0] for row in rows})]
    status = {id(pupil): max(STATUSES[row[2]] for row in pupil) for pupil in pupils}
    sen = [pupil for pupil in pupils if status[id(pupil)] >= 2]
    whole = 4 * sum(status[id(pupil)] == 0 for pupil in pupils) >= len(pupils)
    others = [pupil for pupil in pupils if status[id(pupil)] < 2] if whole else []
    needs = [next((NEEDS[row[3]] for row in pupil if NEEDS[row[3]]), None) for pupil in sen]
    attendance = {id(pupil): float(pupil[0][5]) for pupil in pupils}

    def suspensions(group: list[list[tuple[str, ...]]]) -> int:
        return sum(max(int(row[6] or 0) for row in pupil) for pupil in group)

    return {
        "roll": len(pupils) if whole else None,
        "ehc_plans": sum(status[id(pupil)] == 3 for pupil in pupils),
        "sen_support": sum(status[id(pupil)] == 2 for pupil in pupils),
        "primary_need": {code: needs.count(code) for code in set(needs) if code},
        "fsm_send": sum(any(row[4] == "Y" for row in pupil) for pupil in sen),
        "absent_send": sum(attendance[id(pupil)] < 90 for pupil in sen),
        "absent_others": sum(attendance[id(pupil)] < 90 for pupil in others) if whole else None,
        "suspensions_send": suspensions(sen),
        "suspensions_others": suspensions(others) if whole else None,
        "attendance_send": sum(attendance[id(pupil)] for pupil in sen) / len(sen) if sen else None,
    }


@settings(deadline=None)
@given(st.lists(ROW, min_size=1, max_size=40))
def test_counts_agree_with_a_slow_reference(drawn: list[tuple[str, ...]]) -> None:
    """Rows of known meaning in any number and order: every count is the reference's."""
    # One row that gives every column a value and one decimal, so that the whole columns are read alike.
    rows = [(upn(50), "7", "K", "SEMH", "N", "95.0", "0"), *drawn]
    found, expected = summary_of(csv_bytes([HEADINGS, *rows])), slow_reference(rows)

    assert (found.roll, found.ehc_plans, found.sen_support) == tuple(
        expected[name] for name in ("roll", "ehc_plans", "sen_support")
    )
    assert found.primary_need == expected["primary_need"]
    assert found.fsm.sen == expected["fsm_send"]
    assert (found.persistent_absence.sen, found.persistent_absence.no_sen) == (
        expected["absent_send"],
        expected["absent_others"],
    )
    assert (found.suspensions.sen, found.suspensions.no_sen) == (
        expected["suspensions_send"],
        expected["suspensions_others"],
    )
    assert found.attendance_percent.sen == pytest.approx(expected["attendance_send"], abs=0.006)


def consistent(found: ExportSummary) -> None:
    """What is true of every summary."""
    assert (found.sen or 0) <= found.counted
    assert found.roll in (None, found.counted)
    assert sum(found.primary_need.values()) + found.need_not_given == (found.sen or 0)
    assert found.rows_read == found.rows_used + sum(found.skipped.values())
    assert found.counted <= found.rows_used
    if found.year_groups:
        assert sum(split.sen or 0 for split in found.year_groups.values()) == (found.sen or 0)
    for split in (found.fsm, found.pupil_premium, found.ever_in_care, found.persistent_absence, found.pupils_suspended):
        assert (split.sen or 0) <= (found.sen or 0)
        if found.roll is not None and split.all is not None:
            assert (split.sen or 0) + (split.no_sen or 0) <= split.all <= found.roll
    for percent in (found.attendance_percent.all, found.attendance_percent.sen, found.attendance_percent.no_sen):
        assert percent is None or 0 <= percent <= 100
    assert not impossible_figures(Context(figures=figures(found, "2025/26", "2024/25")))
    assert json_of(found)["roll"] == found.roll


def consistent_or_refused(data: bytes) -> None:
    """Counts that fit together, or one whole sentence."""
    sentence = "."
    try:
        consistent(summary_of(data))
    except ExportError as error:
        sentence = str(error)
    assert sentence.endswith(".")


@settings(deadline=None, max_examples=300)
@given(
    st.lists(HEADING, min_size=1, max_size=8),
    st.lists(st.lists(CELL, max_size=9), max_size=12),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
@example(["UPN", "SEN status"], [["Total", "K"], [upn(1), "K"]], ",", "utf-8")
@example(["UPN"], [["", "0"], ["", "0"]], ",", "utf-8")
def test_messy_tables_give_consistent_counts_or_a_sentence(
    headings: list[str], rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    """Any cells under any headings: the counts fit together, or there is one sentence that ends."""
    lines = csv_bytes([headings, *rows], delimiter, "utf-8").decode() if encoding != "cp1252" else ""
    data = (
        lines.encode(encoding)
        if lines
        else csv_bytes([headings, *rows], delimiter).decode().encode("cp1252", "replace")
    )
    consistent_or_refused(data)


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_table_or_a_sentence(data: bytes) -> None:
    """No bytes at all raise anything but ExportError."""
    consistent_or_refused(data)


BOOK = workbook({"Pupils": [HEADINGS, [upn(1), "7", "K", "SEMH", True, 94.2, 1], [upn(2), 7, "N", None, None, 97, 0]]})


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(BOOK) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_damaged_workbooks_end_in_a_table_or_a_sentence(changes: list[tuple[int, int]]) -> None:
    """Bytes of a workbook changed anywhere: a table, or one sentence."""
    data = bytearray(BOOK)
    for place, value in changes:
        data[place] = value
    consistent_or_refused(bytes(data))


XML = st.lists(
    st.sampled_from(
        [
            "<row>",
            "</row>",
            "<row r='3'>",
            "<row r='-1'>",
            "<c>",
            "<c t='s'>",
            "<c t='b' r='B2'>",
            "<c r='ZZZ9'>",
            "<c s='1'>",
            "<c s='99'>",
            "<c t='inlineStr'>",
            "</c>",
            "<v>",
            "</v>",
            "<is><t>",
            "</t></is>",
            "0",
            "1",
            "-1",
            "1e308",
            "1e999",
            "K",
            "nan",
            "46000",
            "UPN",
            "<sheetData>",
            "</sheetData>",
            "<f>",
            "</f>",
        ]
    ),
    max_size=30,
)


@settings(deadline=None, max_examples=300)
@given(XML)
def test_odd_sheets_end_in_a_table_or_a_sentence(pieces: list[str]) -> None:
    """Elements of a sheet in any order and number: a table, or one sentence."""
    from_pieces = f"<worksheet><sheetData>{''.join(pieces)}</sheetData></worksheet>"
    consistent_or_refused(with_part(BOOK, "xl/worksheets/sheet1.xml", from_pieces))


def test_figures_are_known_measures_marked_as_imported() -> None:
    """Every figure has a measure of the record, the year that was given, and says where it comes from."""
    rows = [[upn(1), "7", "K", "SEMH", "Y", "94.0", "2"], [upn(2), "7", "N", "", "N", "97.0", "1"]]

    found = figures(summary_of(csv_bytes([HEADINGS, *rows])), "2025/26", "2024/25")

    assert set(found) <= set(BY_ID)
    assert {figure.source for figure in found.values()} == {"imported"}
    of_last_year = {name for name, figure in found.items() if figure.year == "2024/25"}
    assert of_last_year == {"suspensions", "suspensions_send", "suspended", "suspended_send"}
    assert {figure.year for name, figure in found.items() if name not in of_last_year} == {"2025/26"}
    assert {name: figure.value for name, figure in found.items()} == {
        "roll": 2,
        "ehc_plans": 0,
        "sen_support": 1,
        "fsm": 1,
        "fsm_send": 1,
        "attendance": 95.5,
        "attendance_send": 94,
        "persistent_absence": 0,
        "persistent_absence_send": 0,
        "suspensions": 3,
        "suspensions_send": 2,
        "suspended": 2,
        "suspended_send": 1,
        **{need_measure(code): int(code == "SEMH") for code in NEED_CODES},
    }


def test_events_of_no_known_year_are_left_out() -> None:
    """While nobody says which school year the suspensions are of, they are no figures; the rest is."""
    summary = summary_of(csv_bytes([HEADINGS, [upn(1), "7", "K", "", "Y", "94.0", "2"]]))

    found = figures(summary, "2025/26", None)

    assert counts_events(summary)
    assert "attendance_send" in found
    assert not [name for name in found if name.startswith(("suspen", "exclu"))]


def test_figures_without_any_need_say_nothing_of_needs() -> None:
    """Where the column of needs is empty no need is said to be nought."""
    found = figures(summary_of(csv_bytes([HEADINGS, [upn(1), "7", "K", "", "Y", "94.0", "2"]])), "2025/26", "2024/25")
    assert "attendance_send" in found
    assert not [name for name in found if name.startswith("need_")]


def test_persistent_absence_is_left_out_where_attendance_is_known_of_few() -> None:
    """One pupil absent of one known among three is no figure of the three."""
    rows = [[upn(place), "7", "N", "", "N", "80.0" if place == 1 else "", ""] for place in range(1, 4)]
    found = figures(
        summary_of(csv_bytes([HEADINGS, *rows, [upn(4), "7", "K", "", "", "85.0", ""]])), "2025/26", "2024/25"
    )
    assert "persistent_absence" not in found
    assert found["persistent_absence_send"].value == 1


def test_figures_of_a_register_leave_out_what_it_cannot_say() -> None:
    """Without the other pupils there is no roll and nothing for all pupils."""
    rows = [[upn(1), "7", "K", "SEMH", "Y", "94.0", "2"], [upn(2), "7", "E", "ASD", "N", "97.0", "1"]]

    found = figures(summary_of(csv_bytes([HEADINGS, *rows])), "2025/26", "2024/25")

    assert set(found) == {
        "ehc_plans",
        "sen_support",
        "fsm_send",
        "attendance_send",
        "persistent_absence_send",
        "suspensions_send",
        "suspended_send",
        *(need_measure(code) for code in NEED_CODES),
    }


def test_count_needs_a_status_and_a_pupil() -> None:
    """Without the column, or without a single pupil under it, there is a sentence with what to do."""
    table = read_table(csv_bytes([HEADINGS, [upn(1), "7", "K", "", "", "", ""]]))
    with pytest.raises(ExportError, match="Choose the column with E, K and N"):
        count(table, guess_mapping(table).chosen(Fact.SEN_STATUS))

    empty = read_table(csv_bytes([HEADINGS, ["Total", "", "", "", "", "", "3"]]))
    with pytest.raises(ExportError, match="No row of this file is a pupil's"):
        count(empty, guess_mapping(empty))


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
