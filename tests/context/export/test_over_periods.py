"""Rows of one pupil for several terms or dates are added up; rows that say one thing again are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn, workbook

HEADINGS: list[Cell] = ["UPN", "SEN status", "Term", "Sessions attended", "Possible sessions", "Suspensions"]
TERMS = {"Autumn": (120, 140, 1), "Spring": (110, 130, 0), "Summer": (100, 140, 2)}
"""What a pupil with SEN attended of what was possible, and suspensions; the others attended all and have none."""


def summary_of(data: bytes) -> ExportSummary:
    """The counts of a file as its columns are guessed."""
    table = read_table(data)
    return count(table, guess_mapping(table))


def row(number: int, term: str) -> list[Cell]:
    """The row of one pupil in one term; the first ten have SEN."""
    attended, possible, suspensions = TERMS[term]
    sen = number < 10
    return [upn(number), "K" if sen else "N", term, attended if sen else possible, possible, suspensions if sen else 0]


def no_term(cells: list[Cell]) -> list[Cell]:
    """A row without its term."""
    return [*cells[:2], *cells[3:]]


def blames(found: ExportSummary) -> list[str]:
    """The notes that send somebody to the MIS."""
    return [note for note in found.notes if "in your MIS" in note]


def test_sessions_and_suspensions_of_each_term_are_added_up() -> None:
    """330 of 410 sessions and three suspensions for each of ten pupils with SEN, who are not blamed on the MIS."""
    rows = [row(number, term) for number in range(40) for term in TERMS]

    found = summary_of(csv_bytes([HEADINGS, *rows]))

    assert (found.roll, found.sen_support) == (40, 10)
    # 330 of 410; 410 of 410; 10 x 330 + 30 x 410 of 40 x 410.
    assert found.attendance_percent == Split(95.12, 80.49, 100)
    assert (found.suspensions, found.pupils_suspended) == (Split(30, 30, 0), Split(10, 10, 0))
    assert any(note.startswith("40 pupils have rows for several terms or dates") for note in found.notes)
    assert not blames(found)
    assert summary_of(csv_bytes([HEADINGS, *rows, *rows])).suspensions == found.suspensions


def test_sheets_of_terms_are_added_up() -> None:
    """Autumn and Spring with the same headings are read together: each pupil's sessions of both count."""
    sheets = {
        term: [no_term(HEADINGS), *(no_term(row(number, term)) for number in range(40))]
        for term in ("Autumn", "Summer")
    }

    found = summary_of(workbook(sheets))

    assert (found.roll, found.attendance_percent.sen, found.suspensions.sen) == (40, 78.57, 30)
    assert not blames(found)


def test_rows_without_a_term_are_told_apart_by_their_sessions() -> None:
    """Where both columns of sessions differ the rows are of different terms; where one alone does, the first counts."""
    rows = [no_term(row(number, term)) for number in range(40) for term in ("Autumn", "Spring")]
    found = summary_of(csv_bytes([no_term(HEADINGS), *rows, *rows]))
    # 230 of 270, and the suspension of autumn once.
    assert (found.attendance_percent.sen, found.suspensions.sen) == (85.19, 10)
    assert not blames(found)

    one = [[*cells[:3], 140, *cells[4:]] for cells in rows]
    found = summary_of(csv_bytes([no_term(HEADINGS), *one]))
    assert found.attendance_percent.sen == 85.71
    assert blames(found)


def test_rows_of_needs_are_not_added_up() -> None:
    """One row for each need, with the date of the need and the same totals in each: every total counts once."""
    headings: list[Cell] = [
        "UPN",
        "SEN status",
        "Need",
        "Start date",
        "Sessions attended",
        "Possible sessions",
        "Suspensions",
    ]
    rows: list[list[Cell]] = [
        [upn(n), "K" if n < 20 else "N", need if n < 20 else "", day, 80 + n % 7, 100 if n < 20 else 200, n % 3]
        for n in range(40)
        for need, day in (("SEMH", "01/09/2024"), ("SLCN", "01/02/2025"))
    ]

    found = summary_of(csv_bytes([headings, *rows]))

    assert found.suspensions.all == sum(n % 3 for n in range(40))
    once = summary_of(csv_bytes([headings, *rows[::2]]))
    assert (found.attendance_percent, found.suspensions) == (once.attendance_percent, once.suspensions)
    assert not any("terms or dates" in note for note in found.notes)


@pytest.mark.parametrize("heading", ["Date", "Suspension date", "Date of suspension", "Start date"])
def test_a_row_for_each_suspension_is_one_suspension(heading: str) -> None:
    """Three dates are three suspensions, the same row again is none; the number of all in each row is not added."""
    headings: list[Cell] = ["UPN", "SEN status", heading, "Suspensions", "Sessions attended", "Possible sessions"]
    school: list[list[Cell]] = [[upn(n), "N", "", 0, 90, 100] for n in range(2, 30)]

    def three(number: Cell) -> list[list[Cell]]:
        return [[upn(1), "K", f"0{day}/10/2025", number, 80, 100] for day in (1, 2, 3, 3)]

    for number in (1, 3):
        found = summary_of(csv_bytes([headings, *three(number), *school]))
        assert found.suspensions == Split(3, 3, 0)
        assert found.attendance_percent == Split(89.66, 80, 90)


def test_totals_of_the_year_in_every_term_count_once() -> None:
    """Where sessions are the same in every term for all pupils, they and the suspensions are those of the year."""
    rows: list[list[Cell]] = [
        [upn(n), "K" if n < 5 else "N", term, 300 + n, 380, n % 2] for n in range(20) for term in TERMS
    ]

    found = summary_of(csv_bytes([HEADINGS, *rows]))

    assert found.suspensions.all == 10
    assert found.attendance_percent.sen == round(100 * 302 / 380, 2)


def test_percentages_of_terms_give_their_mean() -> None:
    """80, 90 and 97 percent in three terms are 89, which is persistent absence; nobody is sent to the MIS."""
    terms: list[list[Cell]] = [["Autumn", 80], ["Spring", 90], ["Summer", 97]]
    rows: list[list[Cell]] = [[upn(1), "K", *term] for term in terms]

    found = summary_of(csv_bytes([["UPN", "SEN status", "Half term", "Attendance %"], *rows, [upn(2), "N", "", 95]]))

    assert (found.attendance_percent.sen, found.persistent_absence.sen) == (89, 1)
    assert not blames(found)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(1, 8), st.sampled_from([*TERMS])),
        st.tuples(st.integers(0, 130), st.integers(0, 4)),
        min_size=1,
    ),
    st.integers(1, 3),
    st.randoms(use_true_random=False),
)
def test_terms_agree_with_a_plain_sum(said: dict[tuple[int, str], tuple[int, int]], times: int, order: object) -> None:
    """Any pupils in any terms, every row any number of times and in any order: the sums are those of all terms."""
    possible = {"Autumn": 140, "Spring": 130, "Summer": 150}
    # Two pupils of known terms, so that sessions differ from term to term.
    known = {(n, term): (100 + place, 0) for n in (20, 21) for place, term in enumerate(TERMS)}
    every = known | said
    rows: list[list[Cell]] = [
        [upn(number), "N", term, attended, possible[term], suspensions]
        for (number, term), (attended, suspensions) in every.items()
    ]
    rows *= times
    order.shuffle(rows)  # type: ignore[attr-defined]

    found = summary_of(csv_bytes([HEADINGS, [upn(50), "K", "Autumn", 140, 140, 0], *rows]))

    assert found.suspensions.no_sen == sum(suspensions for _, suspensions in every.values())
    attended = sum(attended for attended, _ in every.values())
    of = sum(possible[term] for _, term in every)
    assert found.attendance_percent.no_sen == pytest.approx(100 * attended / of, abs=0.006)
