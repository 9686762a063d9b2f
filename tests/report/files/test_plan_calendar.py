"""The plan as a calendar: a whole day for each due date, in a form that every calendar program reads."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings

from sendself.assessment.begin import evaluated_again
from sendself.assessment.items import Action, ActionStatus
from sendself.assessment.model import Assessment
from sendself.report.files.plan_calendar import plan_calendar
from tests.report.calendar_reading import BadCalendarError, Event, read_calendar
from tests.samples import CHANGED, a_rubric, an_evaluation
from tests.strategies import assessments, small_rubrics

SPRING = date(2027, 3, 31)


def planned(*actions: Action, changed: datetime = CHANGED) -> Assessment:
    """An evaluation with these actions, changed last at a moment."""
    return an_evaluation(actions=actions, updated_at=changed)


def events(assessment: Assessment, *withdrawn: Action) -> list[Event]:
    """What a strict calendar program reads."""
    made = plan_calendar(assessment, withdrawn)
    return read_calendar(made) if made else []


def test_calendar_holds_a_whole_day_for_each_due_date() -> None:
    """The day after the due date ends it; an action without a due date has no place in a calendar."""
    train = Action(id="a", what="Train", due=SPRING, owner="SENCO")

    (event,) = events(planned(train, Action(id="b", what="Some day")))

    assert (event["DTSTART"], event["DTEND"], event["SUMMARY"]) == ("20270331", "20270401", "Train")
    assert event["DTSTAMP"] == "20261123T143200Z"
    assert event["DESCRIPTION"] == "Who sees to it: SENCO\nStatus: Not started"


def test_plan_without_a_due_date_makes_no_file() -> None:
    """A calendar without an event is not allowed: there is nothing to take away."""
    assert plan_calendar(planned(Action(id="a", what="Some day"))) is None
    assert plan_calendar(planned()) is None


def test_later_calendar_replaces_the_earlier_entry() -> None:
    """The UID stays the same for ever, and the sequence rises with every saved change."""
    action = Action(id="a", what="Train", due=SPRING)
    (before,), (after,) = (
        events(planned(action, changed=moment)) for moment in (CHANGED, CHANGED + timedelta(seconds=1))
    )

    assert before["UID"] == after["UID"] == "a@evaluation-1.sendself"
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_action_keeps_its_entry_in_the_next_evaluations() -> None:
    """Carried on once or twice, it is the same entry of the calendar, and the later file counts."""
    first = planned(Action(id="a", what="Train", due=SPRING))
    second = evaluated_again(first, a_rubric())
    third = evaluated_again(second, a_rubric())
    (one,), (two,), (three,) = (events(evaluation) for evaluation in (first, second, third))

    assert one["UID"] == two["UID"] == three["UID"]
    assert int(one["SEQUENCE"]) < int(two["SEQUENCE"]) <= int(three["SEQUENCE"])


def test_what_is_done_or_stopped_says_so() -> None:
    """A stopped action is cancelled in the calendar, a done one stays with its mark."""
    (done,), (stopped,) = (
        events(planned(Action(id="a", what="Train", due=SPRING, status=status)))
        for status in (ActionStatus.DONE, ActionStatus.STOPPED)
    )

    assert (done["SUMMARY"], done["STATUS"]) == ("Done: Train", "CONFIRMED")
    assert (stopped["SUMMARY"], stopped["STATUS"]) == ("Train", "CANCELLED")


def test_what_is_due_no_more_is_cancelled() -> None:
    """On the day on which it stood in the calendar, with a sequence that is higher; it alone makes a file.

    Its words, which nobody sees in the plan any more, do not leave.
    """
    action = Action(id="a", what="Train Amir's assistant", owner="Mrs Bell", due=SPRING)
    (before,) = events(planned(action))

    (after,) = events(planned(changed=CHANGED + timedelta(seconds=1)), action)

    assert (after["UID"], after["DTSTART"], after["STATUS"]) == (before["UID"], before["DTSTART"], "CANCELLED")
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["SUMMARY"] == "Taken out of the SEND plan"
    assert "DESCRIPTION" not in after


@pytest.mark.parametrize("year", [1999, 2026, 2150])
def test_sequence_fits_at_any_time(year: int) -> None:
    """It is never below zero, and not too large for those who keep it in four bytes."""
    assert len(events(planned(Action(id="a", due=SPRING), changed=datetime(year, 5, 1, tzinfo=UTC)))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\r\n", b"\n"),
        (b"UID:", b"X-UID:"),
        (b"SEQUENCE:", b"UID:2\r\nSEQUENCE:"),
        (b"BEGIN:VEVENT", b"METHOD:PUBLISH\r\nBEGIN:VEVENT"),
        (b"VERSION:2.0\r\n", b""),
        (b"SUMMARY:Train", b"SUMMARY:Train, ask"),
        (b"SUMMARY:Train", b"SUMMARY:" + b"Train" * 20),
        (b"DTSTART;VALUE=DATE:20270331", b"DTSTART:20270331"),
        (b"DTEND;VALUE=DATE:20270401", b"DTEND;VALUE=DATE:20270331"),
        (b"STATUS:CONFIRMED", b"STATUS:STOPPED"),
        (b"END:VEVENT\r\n", b""),
    ],
)
def test_strict_reader_refuses(old: bytes, new: bytes) -> None:
    """What the reader of these tests lets pass is a calendar: each of these is none."""
    made = plan_calendar(planned(Action(id="a", what="Train", due=SPRING)))
    assert made is not None
    assert old in made
    with pytest.raises(BadCalendarError):
        read_calendar(made.replace(old, new))


@settings(max_examples=40, deadline=None)
@given(assessments(small_rubrics()))
def test_calendar_of_any_plan_is_well_formed(assessment: Assessment) -> None:
    """A strict reader finds an event for each due date, and each text comes back whole."""
    dated = [action for action in assessment.actions if action.due]
    found = events(assessment)

    assert len(found) == len(dated)
    said = {event["SUMMARY"] for event in found}
    for action in dated:
        what = " ".join(action.what.split()) or "An action of the SEND plan"
        assert {what, f"Done: {what}"} & said
