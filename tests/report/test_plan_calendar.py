"""The plan as a calendar: a whole day for each due date, in a form that every calendar program reads."""

from datetime import date

from hypothesis import given, settings

from sendself.assessment.model import Action, ActionStatus, Assessment, FieldVersion
from sendself.report.plan_calendar import FOLD, plan_calendar
from tests.samples import an_evaluation
from tests.strategies import assessments, small_rubrics

SPRING = date(2027, 3, 31)


def planned(*actions: Action) -> Assessment:
    """An evaluation with these actions."""
    return an_evaluation(actions=actions)


def unfolded(assessment: Assessment) -> list[str]:
    """The lines of the calendar, put together again as RFC 5545 says."""
    return plan_calendar(assessment).decode().replace("\r\n ", "").split("\r\n")


def value(lines: list[str], name: str) -> str:
    """The value of a property."""
    return next(line.partition(":")[2] for line in lines if line.startswith(name))


def unescaped(text: str) -> str:
    """A text of the calendar as a program reads it."""
    parts = iter(text)
    return "".join((lambda mark: "\n" if mark == "n" else mark)(next(parts)) if one == "\\" else one for one in parts)


def test_calendar_holds_a_whole_day_for_each_due_date() -> None:
    """The day after the due date ends it; an action without a due date has no place in a calendar."""
    evaluation = planned(Action(id="a", what="Train", due=SPRING, owner="SENCO"), Action(id="b", what="Some day"))

    lines = unfolded(evaluation)

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    assert value(lines, "DTSTART") == "20270331"
    assert value(lines, "DTEND") == "20270401"
    assert value(lines, "SUMMARY") == "Train"
    assert value(lines, "DTSTAMP") == "20261123T143200Z"
    assert unescaped(value(lines, "DESCRIPTION")) == "Who sees to it: SENCO\nStatus: Not started"


def test_later_calendar_replaces_the_earlier_entry() -> None:
    """The UID stays the same for ever, and the sequence rises with every saved change."""
    first = planned(Action(id="a", what="Train", due=SPRING))
    versions = {"action:a|agreed|what": FieldVersion(version=1), "action:a|agreed|due": FieldVersion(version=1)}
    changed = {**versions, "action:a|agreed|due": FieldVersion(version=2)}
    before, after = (unfolded(first.changed(versions=saved)) for saved in (versions, changed))

    assert value(before, "UID") == value(after, "UID") == "a@evaluation-1.sendself"
    assert int(value(after, "SEQUENCE")) > int(value(before, "SEQUENCE"))


def test_what_is_done_or_stopped_says_so() -> None:
    """A stopped action is cancelled in the calendar, a done one stays with its mark."""
    done = unfolded(planned(Action(id="a", what="Train", due=SPRING, status=ActionStatus.DONE)))
    stopped = unfolded(planned(Action(id="a", what="Train", due=SPRING, status=ActionStatus.STOPPED)))

    assert (value(done, "SUMMARY"), value(done, "STATUS")) == ("Done: Train", "CONFIRMED")
    assert (value(stopped, "SUMMARY"), value(stopped, "STATUS")) == ("Train", "CANCELLED")


@settings(max_examples=40, deadline=None)
@given(assessments(small_rubrics()))
def test_calendar_of_any_plan_is_well_formed(assessment: Assessment) -> None:
    """Lines end in CR LF, none is longer than 75 octets, none is torn by a word, and each text comes back whole."""
    made = plan_calendar(assessment)
    lines = unfolded(assessment)
    dated = [action for action in assessment.actions if action.due]

    assert b"\n" not in made.replace(b"\r\n", b"")
    assert max(len(line) for line in made.split(b"\r\n")) <= FOLD
    assert lines.count("BEGIN:VEVENT") == len(dated)
    assert all(line == "" or line.partition(":")[0].partition(";")[0].replace("-", "").isupper() for line in lines)
    said = {unescaped(line.partition(":")[2]) for line in lines if line.startswith("SUMMARY")}
    for action in dated:
        what = " ".join(action.what.split()) or "An action of the SEND plan"
        assert {what, f"Done: {what}"} & said
