"""How much of the meeting is left: the same on every computer, in plain sentences."""

import pytest

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import MEETING
from sendself.storage.repository import Repository
from sendself.ui.agree.meeting import time_left_in_words
from tests.ui.agree.agreeing import agree, begin, page_words
from tests.ui.conftest import SAM, press, save
from tests.ui.pages import labelled


def test_clock_is_the_same_on_every_computer_until_somebody_stops_it(repository: Repository) -> None:
    """It counts the themes to settle, parked ones too, outlasts a reload, and leaves nothing in the evaluation."""
    later = Answer(rating=2, parked=True)
    evaluation = begin(repository, one={"senco": 1, "slt": 4}, two={"senco": later, "slt": 2}, three={"senco": 2})
    app = agree(evaluation)
    assert labelled(app.button, "Start the clock").disabled
    app.number_input[0].set_value(100).run()
    before = repository.load(SAM, evaluation.id).assessment
    press(app, "Start the clock")

    said = "100 minutes left for 2 themes: about 50 minutes each. Not counted: 48 themes that wait for a rating."
    assert said in page_words(app)
    other = agree(evaluation, you="p2")
    assert "100 minutes left" in page_words(other)
    kept_now = repository.load(SAM, evaluation.id).assessment
    assert kept_now.changed(updated_at=before.updated_at) == before
    press(other, "Stop the clock")
    assert "minutes left" not in page_words(other)
    assert "minutes left" not in page_words(app.run())


def test_clock_that_nobody_stopped_is_gone_at_the_next_meeting(repository: Repository) -> None:
    """What was over yesterday is not said to be over today."""
    evaluation = begin(repository, one={"senco": 1, "slt": 4})
    save(repository, evaluation, MEETING, {"began": "2026-01-12T15:00:00Z", "minutes": 60})

    assert "The time is up" not in page_words(agree(evaluation))


@pytest.mark.parametrize(
    ("seconds", "themes", "words"),
    [
        (2700, 9, "45 minutes left for 9 themes: about 5 minutes each."),
        (2641, 9, "45 minutes left for 9 themes: about 5 minutes each."),
        (60, 1, "1 minute left for 1 theme: about 1 minute."),
        (61, 1, "2 minutes left for 1 theme: about 1 minute."),
        (59, 3, "1 minute left for 3 themes: less than a minute each."),
        (600, 0, "10 minutes left, and no theme is left to settle."),
        (0, 3, "The time is up. 3 themes are left: park the rest and meet again. All is kept."),
        (-900, 1, "The time is up. 1 theme is left: park the rest and meet again. All is kept."),
        (-900, 0, "The time is up."),
    ],
)
def test_time_left_is_said_in_plain_sentences(seconds: float, themes: int, words: str) -> None:
    """Minutes for themes as long as there are both, and a calm sentence when the time is over."""
    assert time_left_in_words(seconds, themes) == words


@pytest.mark.parametrize(
    ("seconds", "themes", "waiting", "words"),
    [
        (
            1800,
            3,
            43,
            "30 minutes left for 3 themes: about 10 minutes each. Not counted: 43 themes that wait for a rating.",
        ),
        (600, 0, 1, "10 minutes left, and no theme is left to settle. Not counted: 1 theme that waits for a rating."),
        (0, 0, 43, "The time is up."),
    ],
)
def test_themes_that_wait_take_no_time_of_the_meeting(seconds: float, themes: int, waiting: int, words: str) -> None:
    """They are named apart from those that the time is divided by."""
    assert time_left_in_words(seconds, themes, waiting) == words
