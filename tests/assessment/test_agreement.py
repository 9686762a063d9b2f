"""Where those who rated apart say the same, where they differ, and what is settled."""

import pytest

from sendself.assessment.agreement import difference, may_see_views, missing, silent, standing, views, waited_for
from sendself.assessment.answers import Answer, Rating, State
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from tests.samples import a_rubric, a_theme, an_area, an_evaluation

PEOPLE = (Participant(id="a", perspective="senco"), Participant(id="b", perspective="slt"))
GOVERNOR = Participant(id="c", perspective="governor")
PARENTS = Participant(id="d", perspective="parent-forum")


def rated(*others: Participant, **themes: dict[str, Rating | None]) -> Assessment:
    """An evaluation by SENCO, senior leader and these others with these ratings."""
    rubric = a_rubric([an_area("teaching", *(a_theme(f"teaching.{name}") for name in themes))])
    answers = {
        f"teaching.{name}": {who: Answer(rating=rating) for who, rating in given.items()}
        for name, given in themes.items()
    }
    return an_evaluation(rubric, participants=(*PEOPLE, *others), answers=answers)


def ids(themes: tuple[object, ...]) -> list[str]:
    """The names of themes without their area."""
    return [str(getattr(theme, "id", "")).removeprefix("teaching.") for theme in themes]


def test_standing_puts_every_theme_in_one_place() -> None:
    """Agreed, the same, different with the largest difference first, parked, or waiting for somebody."""
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
    assert ids(seen.parked) == []


@pytest.mark.parametrize("who", ["senco", "slt", AGREED])
def test_theme_is_parked_by_anybody(who: str) -> None:
    """Whoever parks a theme keeps it from being accepted with the others; the meeting may park an agreed one again."""
    begun = rated(alike={"senco": 3, "slt": 3, AGREED: 2 if who == AGREED else None}, other={"senco": 1, "slt": 1})
    theme = begun.answers["teaching.alike"]
    parked = begun.changed(
        answers={
            **begun.answers,
            "teaching.alike": {**theme, who: begun.answer("teaching.alike", who).model_copy(update={"parked": True})},
        }
    )
    seen = standing(parked)

    assert (ids(seen.parked), ids(seen.same), ids(seen.agreed)) == (["alike"], ["other"], [])


def test_theme_that_somebody_parked_is_settled_by_agreeing() -> None:
    """A level that was agreed ends the wish to come back to a theme."""
    begun = rated(alike={"senco": 3, AGREED: 2})
    said = {"senco": Answer(rating=3, parked=True), AGREED: Answer(rating=2)}

    assert ids(standing(begun.changed(answers={"teaching.alike": said})).agreed) == ["alike"]


def test_who_rates_nothing_blocks_nothing() -> None:
    """Governor and parent forum on the list: themes that SENCO and senior leader have rated are ready all the same."""
    seen = rated(GOVERNOR, PARENTS, alike={"senco": 3, "slt": 3}, far={"senco": 1, "slt": 4}, half={"senco": 3})
    now = standing(seen)

    assert (ids(now.same), ids(now.different), ids(now.waiting)) == (["alike"], ["far"], ["half"])
    assert silent(seen) == ("governor", "parent-forum")
    assert waited_for(seen) == ("senco", "slt")


def test_who_rates_some_themes_is_heard_on_them() -> None:
    """A governor's rating makes a difference where there is one, and the rest is settled without it."""
    now = standing(rated(GOVERNOR, heard={"senco": 3, "slt": 3, "governor": 1}, alike={"senco": 2, "slt": 2}))

    assert (ids(now.different), ids(now.same), ids(now.waiting)) == (["heard"], ["alike"], [])


def test_everybody_is_waited_for_where_the_two_are_not_both_there() -> None:
    """A SENCO with a governor alone waits for the governor, until the meeting goes on without."""
    alone = rated(one={"senco": 3}).changed(participants=(PEOPLE[0], GOVERNOR))
    theme = alone.rubric.theme("teaching.one")

    assert missing(alone, theme) == ("governor",)
    assert missing(alone, theme, without={"governor"}) == ()
    assert ids(standing(alone).waiting) == ids(standing(alone, {"governor"}).same) == ["one"]


def test_meeting_goes_on_without_a_senior_leader() -> None:
    """Without one of the two, everybody else on the list is waited for; what the absent one rated still counts."""
    seen = rated(
        GOVERNOR, one={"senco": 3, "governor": 3}, both={"senco": 3, "slt": 1, "governor": 3}, two={"senco": 3}
    )
    now = standing(seen, {"slt"})

    assert (ids(now.same), ids(now.different), ids(now.waiting)) == (["one"], ["both"], ["two"])
    assert missing(seen, seen.rubric.theme("teaching.two"), {"slt"}) == ("governor",)


def test_nobody_waits_for_who_did_not_take_part() -> None:
    """A senior leader who did not take part keeps no theme waiting."""
    absent = (PEOPLE[0], PEOPLE[1].model_copy(update={"took_part": False}))
    seen = rated(one={"senco": 3}).changed(participants=absent)

    assert (waited_for(seen), ids(standing(seen).same)) == (("senco",), ["one"])


def test_evaluation_without_ratings_has_nothing_to_accept() -> None:
    """With nobody to wait for, a theme that nobody has rated still waits."""
    empty = rated(one={})

    for seen in (empty, empty.changed(participants=())):
        assert ids(standing(seen).waiting) == ["one"]


def test_views_are_seen_by_those_who_have_rated_the_theme() -> None:
    """Not by a perspective that has rated other themes or parked this one, and not by one that rates nothing."""
    seen = rated(GOVERNOR, one={"senco": 3, "slt": 3}, two={"governor": 1})
    one, two = seen.rubric.themes()

    assert [may_see_views(seen, one, who) for who in ("senco", "slt", "governor", AGREED)] == [True, True, False, False]
    assert [may_see_views(seen, two, who) for who in ("senco", "slt", "governor")] == [False, False, True]


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
def test_difference_is_counted_in_levels(ratings: list[Rating], apart: int) -> None:
    """Between the highest and the lowest level; a state against anything else counts as one."""
    assert difference(ratings) == apart
