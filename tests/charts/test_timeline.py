"""The plan on a line of time, drawn and in words."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from sendself.assessment.items import Action, ActionStatus
from sendself.assessment.model import Assessment
from sendself.charts.timeline import timeline_figure, timeline_in_words
from tests.strategies import assessments, small_rubrics

TODAY = date(2026, 11, 24)


DAY_MS = 86_400_000


def test_bar_lies_between_start_and_due_date() -> None:
    """In time from the start, as long as the days between."""
    action = Action(id="a", what="Train", start=date(2027, 1, 4), due=date(2027, 1, 14))

    (bar,) = timeline_figure([action], TODAY).data

    assert (list(bar.base), list(bar.x), list(bar.y)) == (["2027-01-04"], [10 * DAY_MS], ["a"])


@pytest.mark.parametrize("start", [None, date(2027, 1, 14), date(2027, 2, 1)])
def test_action_without_a_possible_start_is_the_week_before_its_due_date(start: date | None) -> None:
    """It can be seen, and nothing runs backwards."""
    (bar,) = timeline_figure([Action(id="a", start=start, due=date(2027, 1, 14))], TODAY).data

    assert (list(bar.base), list(bar.x)) == (["2027-01-07"], [7 * DAY_MS])


def test_statuses_are_told_apart_without_colour() -> None:
    """Each has its own name and pattern; an action without a due date is not drawn."""
    actions = [Action(id=f"a{n}", due=TODAY, status=status) for n, status in enumerate(ActionStatus)]

    bars = timeline_figure([*actions, Action(id="b")], TODAY).data

    assert [bar.name for bar in bars] == ["Not started", "Under way", "Done", "Stopped"]
    assert len({bar.marker.pattern.shape for bar in bars}) == 4
    assert [place for bar in bars for place in bar.y] == ["a0", "a1", "a2", "a3"]


def test_timeline_in_words_says_every_action() -> None:
    """With its days and status, also those that are not drawn."""
    actions = [
        Action(id="a", what="Train\nassistants", start=date(2027, 1, 4), due=date(2027, 1, 14)),
        Action(id="b", status=ActionStatus.DONE),
    ]

    assert timeline_in_words(actions) == (
        "Actions by the day on which they are due. Train assistants: from 4 January 2027 to 14 January 2027, not "
        "started; An action: without a due date, done."
    )
    assert timeline_in_words([]) == "There are no actions yet."


@settings(max_examples=20, deadline=None)
@given(assessments(small_rubrics()))
def test_any_plan_can_be_drawn(assessment: Assessment) -> None:
    """Whatever dates and words it has, each dated action is one bar of at least a day, and no word is a tag."""
    figure = timeline_figure(assessment.actions, TODAY)

    assert sum(len(bar.x) for bar in figure.data) == sum(action.due is not None for action in assessment.actions)
    assert all(length >= DAY_MS for bar in figure.data for length in bar.x)
    written = [re.sub("</?b>|<br>", "", note.text) for note in figure.layout.annotations]
    assert not [text for text in written if "<" in text]


def test_words_above_a_bar_are_whole_in_lines_that_fit_a_phone() -> None:
    """An action of a hundred characters is read in full, with the day on which it is due, right above its bar."""
    what = "Screen language and communication within two weeks of every suspension, and tell parents what was found"
    short = Action(id="a", what="Train", due=date(2027, 1, 14))
    long = Action(id="b", what=what, due=date(2027, 7, 16))
    figure = timeline_figure([short, long], TODAY)
    _, first, second = (note.text.split("<br>") for note in figure.layout.annotations)

    assert first == ["<b>Due 14 January 2027</b>", "Train"]
    assert (second[0], " ".join(second[1:])) == ("<b>Due 16 July 2027</b>", what)
    assert max(len(line) for line in second[1:]) <= 42
    above, below = figure.data[0].offset
    assert -0.5 < above < below < 0.5


def test_words_without_end_take_no_more_room_than_three_lines() -> None:
    """They end with an ellipsis; the table beside the figure has them whole."""
    figure = timeline_figure([Action(id="a", what="word " * 200, due=TODAY)], TODAY)
    lines = figure.layout.annotations[1].text.split("<br>")

    assert len(lines) == 4
    assert lines[-1].endswith("…")


@pytest.mark.parametrize(
    ("due", "ticks"),
    [
        (TODAY + timedelta(days=3), ("%-d %b", 2 * DAY_MS)),
        (TODAY + timedelta(days=30), ("%-d %b", 7 * DAY_MS)),
        (TODAY + timedelta(days=100), ("%b %Y", "M1")),
        (TODAY + timedelta(days=800), ("%b %Y", "M6")),
    ],
)
def test_axis_says_nothing_twice(due: date, ticks: tuple[str, object]) -> None:
    """Days for a plan of weeks, otherwise each month once or fewer; never more than a phone has room for."""
    axis = timeline_figure([Action(id="a", what="Train", due=due)], TODAY).layout.xaxis

    assert (axis.tickformat, axis.dtick) == ticks
