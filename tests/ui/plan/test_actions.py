"""Actions of the plan on screen: added, dated and kept; by a session without a browser."""

from datetime import date

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.conftest import Session, press, save
from tests.ui.pages import labelled, says
from tests.ui.plan.planning import now


def test_action_is_added_and_open_to_be_written(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """It belongs to its priority, and its fields are on the page at once; one action is open at a time."""
    app = press(session("plan"), "Add an action to priority 1")
    app = labelled(app.text_area, "What is done: action 2 of priority 1").input("Ask parents").run()

    kept = now(repository, with_priority).actions
    assert [(action.what, action.priority) for action in kept] == [("Train the team", "p"), ("Ask parents", "p")]
    app = press(app, "Change action 1 of priority 1")
    assert "What is done: action 2 of priority 1" not in [box.label for box in app.text_area]


def test_date_is_read_and_shown_as_people_write_it(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """Typed in figures, kept as a day."""
    app = press(session("plan"), "Change action 1 of priority 1")
    app = labelled(app.text_input, "Due: action 1 of priority 1").input("31/3/2027").run()

    assert now(repository, with_priority).actions[0].due == date(2027, 3, 31)
    app = press(app, "Close action 1 of priority 1")
    assert "Nobody yet, due 31 March 2027\\. Not started\\." in says(app.markdown)


def test_what_is_no_date_is_explained_and_not_saved(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """The box keeps what was typed, and the page says what to enter."""
    app = press(session("plan"), "Change action 1 of priority 1")
    app = labelled(app.text_input, "Due: action 1 of priority 1").input("after Easter").run()

    assert says(app.error) == ["Enter the date as day, month and year, such as 31 March 2027 or 31/3/2027."]
    assert labelled(app.text_input, "Due: action 1 of priority 1").value == "after Easter"
    assert now(repository, with_priority).actions[0].due is None


def test_due_before_start_is_explained(session: Session, repository: Repository, with_priority: Assessment) -> None:
    """Both dates are kept, since either may be the wrong one; plan, timetable and check say so."""
    save(repository, with_priority, EntryKey("action:00a", AGREED, "start"), "2027-03-01")
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), "2027-01-08")
    words = "It is due on 8 January 2027, before it starts on 1 March 2027. Correct one of the dates."

    assert says(session("plan").error) == [words]
    assert len(session("timetable").error) == 1
    assert any("before it starts on" in text for text in says(session("send").markdown))


def test_actions_of_a_priority_that_was_taken_away_stay(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """They stand among the other actions, and can be given to another priority."""
    app = press(session("plan"), "Take priority 1 away")

    assert "Other actions" in says(app.header)
    press(app, "Change other action 1")
    assert [action.what for action in now(repository, with_priority).actions] == ["Train the team"]
