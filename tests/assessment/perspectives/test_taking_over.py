"""What was said apart becomes agreed words: whole, never in the place of others, never before it may be seen."""

from typing import Any

from sendself.assessment.answers import Answer, EvidenceKind, State
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from sendself.assessment.perspectives.taking_over import (
    agreed_from,
    settled_along,
    taken_over,
    too_long,
    without_what_was_taken_over,
    words_left_behind,
)
from sendself.assessment.text import NOTE_LIMIT
from tests.samples import a_rubric, a_theme, an_area, an_evaluation

THEME = a_theme("teaching.one")
PEOPLE = tuple(Participant(id=who, perspective=who) for who in ("senco", "slt"))


def said(**views: Answer) -> Assessment:
    """An evaluation with these views on its one theme; `agreed` is what is agreed."""
    answers = {THEME.id: {AGREED if who == "agreed" else who: answer for who, answer in views.items()}}
    return an_evaluation(a_rubric([an_area("teaching", THEME)]), participants=PEOPLE, answers=answers)


def by_field(values: Any) -> dict[str, Any]:
    """Values of the agreed answer by the name of their field."""
    return {key.field: value for key, value in values.items()}


HERS = Answer(rating=3, strengths="Hers.", evidence_kinds=(EvidenceKind.WORK, EvidenceKind.DOCUMENT))
HIS = Answer(rating=1, strengths="His.", evidence="Books.")


def test_views_become_an_agreed_answer() -> None:
    """The rating of the first, each text whole and once; kinds in the order in which they are kept."""
    assert by_field(agreed_from(said(senco=HERS, slt=HIS), THEME)) == {
        "rating": 3,
        "strengths": "Hers.\n\nHis.",
        "evidence": "Books.",
        "evidence_kinds": ["work", "document"],
    }
    assert by_field(agreed_from(said(senco=HERS, slt=HERS), THEME))["strengths"] == "Hers."


def test_level_is_saved_with_words_only_where_none_are_agreed() -> None:
    """A field that is agreed stays out, and of a theme that has its level already nothing is filled in."""
    begun = said(senco=HERS, slt=HIS, agreed=Answer(strengths="Ours."))

    assert by_field(settled_along(THEME, "senco", begun, 2)) == {
        "evidence": "Books.",
        "evidence_kinds": ["work", "document"],
    }
    assert settled_along(THEME, "senco", begun, None) == {}
    assert settled_along(THEME, "senco", said(senco=HERS, agreed=Answer(rating=1)), 2) == {}


def test_level_parks_a_theme_no_longer() -> None:
    """Also one that had a level, and for whoever may not see the views; clearing the level changes nothing."""
    parked = said(slt=HIS, agreed=Answer(rating=1, parked=True))

    assert by_field(settled_along(THEME, "senco", parked, 2)) == {"parked": False}
    assert settled_along(THEME, "senco", parked, None) == {}


def test_nothing_is_taken_over_for_who_may_not_see_it() -> None:
    """Neither for a perspective that has not rated the theme nor for who has not said who they are."""
    assert settled_along(THEME, "senco", said(slt=HIS), 2) == {}
    assert settled_along(THEME, AGREED, said(slt=HIS), 2) == {}


def test_text_too_long_for_its_box_is_left_out_and_named() -> None:
    """Never cut; the other texts are taken over."""
    half = NOTE_LIMIT // 2
    seen = said(
        senco=HERS.model_copy(update={"strengths": "a" * half}), slt=HIS.model_copy(update={"strengths": "b" * half})
    )

    assert set(by_field(agreed_from(seen, THEME))) == {"rating", "evidence", "evidence_kinds"}
    assert too_long(seen, THEME) == ("Strengths",)
    assert too_long(said(senco=HERS, slt=HIS), THEME) == ()


def test_reason_is_taken_over_with_not_applicable_alone() -> None:
    """Why a theme does not apply says nothing of why it has a level."""
    seen = said(senco=Answer(rating=State.NOT_APPLICABLE, reason="No sixth form."), slt=HIS)

    assert "reason" not in by_field(agreed_from(seen, THEME, 2))
    assert by_field(settled_along(THEME, "slt", seen, "not_applicable"))["reason"] == "No sixth form."


def test_what_was_taken_over_can_be_taken_out() -> None:
    """Of the fields that stand as they were said: one that the meeting has changed is its own."""
    over = said(senco=HERS, slt=HIS, agreed=Answer(rating=2, strengths="Hers.\n\nHis.", evidence="Ours."))

    assert list(taken_over(over, THEME).values()) == ["strengths"]
    assert by_field(without_what_was_taken_over(over, THEME)) == {"strengths": ""}
    assert taken_over(said(senco=HERS, agreed=Answer(rating=2)), THEME) == {}


def test_words_are_left_behind_where_none_are_agreed() -> None:
    """Until the theme is agreed there is nothing to miss."""
    assert words_left_behind(said(senco=HERS, slt=HIS, agreed=Answer(rating=2)), THEME) == (
        "Strengths",
        "What this rests on",
    )
    assert words_left_behind(said(senco=HERS, slt=HIS), THEME) == ()
    assert words_left_behind(said(senco=HERS, agreed=Answer(rating=2, development="Ours.")), THEME) == ()
