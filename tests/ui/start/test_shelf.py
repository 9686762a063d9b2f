"""The evaluations listed on Start."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sendself.rubric.duty import Setting
from sendself.storage.kept import Summary
from sendself.ui.start.shelf import titles_of

MORNING = datetime(2026, 11, 5, 9, tzinfo=UTC)
DOWNSIDE = Summary(
    id="a",
    school_name="Downside Primary School",
    urn=109567,
    setting=Setting.MAINSTREAM,
    rubric_id="mainstream",
    example=False,
    created_at=MORNING,
    kept_at=MORNING,
    updated_at=MORNING,
    updated_by="Sam",
    rated=0,
    themes=50,
)


def test_only_evaluation_of_a_school_is_called_by_the_school() -> None:
    """A school that has no name yet is called by its number, and an example says so."""
    unnamed = replace(DOWNSIDE, id="b", school_name="")
    nothing = replace(unnamed, id="c", urn=None, example=True)

    assert titles_of([DOWNSIDE, unnamed, nothing]) == {
        "a": "Downside Primary School",
        "b": "School 109567",
        "c": "School not named yet (EXAMPLE)",
    }


def test_evaluations_of_one_school_are_told_apart_by_their_beginning() -> None:
    """Delete must not mean another one than the reader thinks: the words stay the same whichever was changed last."""
    year_before = replace(DOWNSIDE, id="b", created_at=MORNING - timedelta(days=365))
    same_day = replace(
        DOWNSIDE, id="c", created_at=MORNING + timedelta(hours=1), updated_at=MORNING + timedelta(days=9)
    )
    wanted = {
        "a": "Downside Primary School, begun 5 November 2026 at 09:00",
        "b": "Downside Primary School, begun 5 November 2025 at 09:00",
        "c": "Downside Primary School, begun 5 November 2026 at 10:00",
    }

    assert titles_of([DOWNSIDE, year_before, same_day]) == titles_of([same_day, year_before, DOWNSIDE]) == wanted


def test_copy_is_called_a_copy_and_when_it_was_made() -> None:
    """Beside a Delete that is for ever nobody may wonder which is the first one, whichever was changed last."""
    copy = replace(DOWNSIDE, id="b", kept_at=MORNING + timedelta(days=21, hours=6, minutes=16))
    wanted = {
        "a": "Downside Primary School, begun 5 November 2026 at 09:00",
        "b": "Downside Primary School, copy made 26 November 2026 at 15:16",
    }

    assert titles_of([DOWNSIDE, copy]) == titles_of([copy, DOWNSIDE]) == wanted


def test_copy_of_another_name_needs_no_more() -> None:
    """Who has called the copy otherwise reads that name."""
    copy = replace(DOWNSIDE, id="b", school_name="A trial", kept_at=MORNING + timedelta(days=1))

    assert titles_of([copy, DOWNSIDE]) == {"a": "Downside Primary School", "b": "A trial"}
