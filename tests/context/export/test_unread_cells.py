"""A cell that cannot be read is never a quiet no."""

import pytest

from sendself.context.export.columns import guess_mapping
from sendself.context.export.counting import count
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, Split
from tests.context.export.making import Cell, csv_bytes, upn


def counted(heading: str, with_sen: list[str], others: list[str]) -> ExportSummary:
    """The counts where the first pupils have SEN support and the others do not, with one more column."""
    rows: list[list[Cell]] = [[upn(n), "K", text] for n, text in enumerate(with_sen)]
    rows += [[upn(n), "N", text] for n, text in enumerate(others, start=len(with_sen))]
    table = read_table(csv_bytes([["UPN", "SEN status", heading], *rows]))
    return count(table, guess_mapping(table))


def test_cell_that_begins_with_yes_is_a_yes() -> None:
    """Yes with a day, a reason or a word of more is a yes; yes with an end, and no with anything, is none."""
    found = counted("FSM", ["Yes (since Sept 2023)", "Yes - transitional", "No"], ["Yes", "Y - checked", *["No"] * 30])

    assert found.fsm == Split(4, 2, 2)
    assert found.unread == {}

    ended = counted("FSM", ["Yes, until July 2025", "Yes"], [*["Yes"] * 8, *["No"] * 30])
    assert ended.fsm == Split(9, 1, 8)
    assert ended.unread == {"Eligible for free school meals not recognised": 1}


@pytest.mark.parametrize("heading", ["Pupil Premium", "Pupil Premium Type"])
def test_types_of_pupil_premium_are_a_yes(heading: str) -> None:
    """Deprivation, service children and children once looked after are types of the premium, alone and together."""
    types = ["Yes - Deprivation", "Deprivation;Service", "Post-LAC", "Free School Meals Ever 6", "Service Child / LAC"]

    found = counted(heading, [*types[:2], "No"], [*types[2:], *["No"] * 10])

    assert found.pupil_premium == Split(5, 2, 3)


def test_permanent_exclusion_with_its_day_is_one() -> None:
    """Yes with a day, and a mere day, are a permanent exclusion each."""
    found = counted("Permanent exclusions", ["Yes (12/03/2026)", "No"], ["12/03/2026", *["No"] * 20])

    assert found.permanent_exclusions == Split(2, 1, 1)


@pytest.mark.parametrize("said", ["03/11/2025; 04/11/2025", "03/11/2025", "5+", "Yes (3 days)"])
def test_suspensions_that_are_no_number_leave_their_number_open(said: str) -> None:
    """Days and "5+" say that a pupil was suspended, not how often: no number is shown, and that is said."""
    found = counted("Suspensions", [said, "1", "0"], [said, *["0"] * 20])

    assert found.suspensions == Split()
    assert found.pupils_suspended == Split(3, 2, 1)
    assert any(note.startswith("The export says for some pupils only that they were suspended") for note in found.notes)


@pytest.mark.parametrize("heading", ["FSM", "Pupil Premium", "Ever in care", "Suspensions", "Permanent exclusions"])
def test_figure_with_many_unread_cells_is_left_out_and_that_is_said(heading: str) -> None:
    """Of 100 pupils five unread cells are borne beside five yeses; six are not, nor five beside four yeses."""
    borne = counted(heading, ["?"] * 5, [*["Yes"] * 5, *["No"] * 90])
    many = counted(heading, ["?"] * 6, [*["Yes"] * 14, *["No"] * 80])
    outnumbering = counted(heading, ["?"] * 5, [*["Yes"] * 4, *["No"] * 91])

    def figure(found: ExportSummary) -> Split:
        figures = {
            "FSM": found.fsm,
            "Pupil Premium": found.pupil_premium,
            "Ever in care": found.ever_in_care,
            "Suspensions": found.pupils_suspended,
            "Permanent exclusions": found.permanent_exclusions,
        }
        return figures[heading]

    assert figure(borne) == Split(5, 0, 5)
    assert not any("cannot be read, so it is not counted" in note for note in borne.notes)
    for found, pupils in ((many, 6), (outnumbering, 5)):
        assert figure(found) == Split()
        assert any(f": the cells of {pupils} pupils cannot be read" in note for note in found.notes)
        assert found.suspensions == Split()


def test_suppressed_numbers_of_suspensions_are_not_none() -> None:
    """Eight times "<5" beside seven suspensions: their number is not known."""
    found = counted("Suspensions", [*["<5"] * 8, *["1"] * 7], ["0"] * 185)

    assert (found.suspensions, found.pupils_suspended) == (Split(), Split())
