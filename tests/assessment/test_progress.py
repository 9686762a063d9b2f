"""How far an evaluation has come, as a task list says it."""

import pytest

from sendself.assessment.answers import Answer, State
from sendself.assessment.identifiers import AGREED
from sendself.assessment.progress import Progress, area_progress, theme_state, whole_progress
from tests.samples import an_evaluation


@pytest.mark.parametrize(
    ("progress", "words", "done"),
    [
        (Progress(0, 8), "not started", False),
        (Progress(7, 8), "7 of 8", False),
        (Progress(8, 8), "done", True),
        (Progress(8, 8, parked=1), "8 of 8, 1 parked", False),
        (Progress(0, 8, parked=2), "0 of 8, 2 parked", False),
    ],
)
def test_progress_in_words(progress: Progress, words: str, done: bool) -> None:
    """Done means that every theme has an answer and none waits for later."""
    assert (progress.words, progress.done) == (words, done)


def test_progress_counts_levels_and_states_of_one_perspective() -> None:
    """Any answer counts, a state as well as a level; words without a rating do not, nor another's rating."""
    evaluation = an_evaluation(
        answers={
            "teaching.first": {AGREED: Answer(rating=1), "senco": Answer(rating=2)},
            "teaching.second": {AGREED: Answer(rating=State.NOT_LOOKED_AT)},
            "families.first": {AGREED: Answer(strengths="Much", parked=True)},
            "families.second": {"senco": Answer(rating=4)},
        }
    )
    teaching, families = evaluation.rubric.areas

    assert area_progress(evaluation, teaching) == Progress(2, 2)
    assert area_progress(evaluation, families) == Progress(0, 2, parked=1)
    assert whole_progress(evaluation) == Progress(2, 4, parked=1)
    assert area_progress(evaluation, families, "senco") == Progress(1, 2)
    assert whole_progress(evaluation, "senco") == Progress(3, 4, agreed=1)
    assert whole_progress(evaluation, "governor") == Progress(2, 4, agreed=2)


def test_progress_ignores_answers_to_themes_of_another_rubric() -> None:
    """What the rubric does not ask cannot make it more than done."""
    evaluation = an_evaluation(answers={"elsewhere.theme": {AGREED: Answer(rating=1)}})

    assert whole_progress(evaluation) == Progress(0, 4)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(), "to do"),
        (Answer(strengths="Words alone."), "to do"),
        (Answer(rating=3), "done"),
        (Answer(rating=State.NOT_LOOKED_AT), "done"),
        (Answer(parked=True), "parked"),
        (Answer(rating=3, parked=True), "parked"),
    ],
)
def test_theme_is_done_to_do_or_parked(answer: Answer, state: str) -> None:
    """What is parked waits, whether it has an answer or not; words without a rating leave it to do."""
    evaluation = an_evaluation(answers={"teaching.first": {"senco": answer}})
    first = next(evaluation.rubric.themes())

    assert theme_state(evaluation, first, "senco") == state
    assert theme_state(evaluation, first) == "to do"


@pytest.mark.parametrize(
    ("agreed", "own", "state"),
    [
        (Answer(rating=3), Answer(), "agreed"),
        (Answer(rating=3), Answer(rating=1, parked=True), "agreed"),
        (Answer(rating=State.NOT_LOOKED_AT), Answer(rating=1), "agreed"),
        (Answer(rating=3, parked=True), Answer(), "to do"),
        (Answer(strengths="Words alone."), Answer(), "to do"),
    ],
)
def test_theme_that_is_agreed_is_nothing_to_do_for_who_rates_alone(agreed: Answer, own: Answer, state: str) -> None:
    """Whatever they said of it themselves; an agreed answer without a rating, or parked, leaves it to do."""
    evaluation = an_evaluation(answers={"teaching.first": {AGREED: agreed, "senco": own}})
    teaching = evaluation.rubric.areas[0]

    assert theme_state(evaluation, teaching.themes[0], "senco") == state
    assert area_progress(evaluation, teaching, "senco").answered == (state == "agreed")
    assert area_progress(evaluation, teaching, "senco").parked == 0
