"""Where those who rated apart say the same, where they differ, and what is settled."""

import pytest

from sendself.assessment.agreement import difference, standing, views
from sendself.assessment.model import AGREED, Answer, Assessment, Participant, Rating, State
from tests.samples import a_rubric, a_theme, an_area, an_evaluation

PEOPLE = (Participant(id="a", perspective="senco"), Participant(id="b", perspective="slt"))


def rated(**themes: dict[str, Rating | None]) -> Assessment:
    """An evaluation by SENCO and senior leader with these ratings."""
    rubric = a_rubric([an_area("teaching", *(a_theme(f"teaching.{name}") for name in themes))])
    answers = {
        f"teaching.{name}": {who: Answer(rating=rating) for who, rating in given.items()}
        for name, given in themes.items()
    }
    return an_evaluation(rubric, participants=PEOPLE, answers=answers)


def ids(themes: tuple[object, ...]) -> list[str]:
    """The names of themes without their area."""
    return [str(getattr(theme, "id", "")).removeprefix("teaching.") for theme in themes]


def test_standing_puts_every_theme_in_one_place() -> None:
    """Agreed, the same, different with the largest difference first, or waiting for somebody."""
    seen = standing(
        rated(
            settled={"senco": 1, "slt": 4, AGREED: 2},
            alike={"senco": 3, "slt": 3},
            unsure={"senco": State.DONT_KNOW, "slt": State.DONT_KNOW},
            near={"senco": 2, "slt": 3},
            far={"senco": 1, "slt": 4},
            mixed={"senco": State.NOT_APPLICABLE, "slt": 3},
            half={"senco": 3},
            untouched={},
        )
    )

    assert ids(seen.agreed) == ["settled"]
    assert ids(seen.same) == ["alike", "unsure"]
    assert ids(seen.different) == ["far", "near", "mixed"]
    assert ids(seen.waiting) == ["half", "untouched"]


def test_standing_counts_those_who_take_part_and_no_others() -> None:
    """A rating left by somebody who is no participant any more keeps nothing waiting and changes nothing."""
    seen = standing(rated(alike={"senco": 3, "slt": 3, "governor": 1}))

    assert ids(seen.same) == ["alike"]


def test_views_are_in_the_order_of_the_participants() -> None:
    """Each perspective's answer, an empty one where it has said nothing, never the agreed one."""
    evaluation = rated(one={"slt": 2, AGREED: 3})

    assert views(evaluation, evaluation.rubric.theme("teaching.one")) == {"senco": Answer(), "slt": Answer(rating=2)}
    assert list(views(evaluation, evaluation.rubric.theme("teaching.one"))) == ["senco", "slt"]


@pytest.mark.parametrize(
    ("ratings", "apart"),
    [
        ([1, 4], 3),
        ([2, 3, 2], 1),
        ([3, 3], 0),
        ([State.DONT_KNOW, 3], 1),
        ([State.DONT_KNOW, 1, 4], 3),
        ([State.DONT_KNOW, State.NOT_APPLICABLE], 1),
        ([State.DONT_KNOW, State.DONT_KNOW], 0),
        ([], 0),
    ],
)
def test_difference_is_counted_in_levels(ratings: list[Rating | None], apart: int) -> None:
    """Between the highest and the lowest level; a state against anything else counts as one."""
    assert difference(ratings) == apart
