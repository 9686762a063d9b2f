"""Rating apart: what each may see and send, and which ratings a change would put out of sight."""

from typing import Any

import pytest

from sendself.assessment.answers import Answer, AreaNote, Rating
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import Difference, FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.assessment.perspectives.apart import (
    OTHERS_ALONE,
    as_kept_by,
    as_sent_by,
    may_send_private,
    out_of_sight_without,
    profiles_seen,
    rated_apart,
    unseen_themes,
)
from tests.samples import a_rubric, a_theme, an_area, an_evaluation

PEOPLE = tuple(
    Participant(id=one, perspective=who) for one, who in (("a", "senco"), ("b", "slt"), ("c", "slt"), ("d", "governor"))
)
RUBRIC = a_rubric(
    [
        an_area("outcomes", a_theme("outcomes.one"), a_theme("outcomes.two")),
        an_area("teaching", a_theme("teaching.one")),
    ]
)


def means(assessment: Assessment, viewer: str) -> dict[str, tuple[float | None, ...]]:
    """The means that a viewer may see on the radar, by perspective."""
    seen = profiles_seen(assessment, viewer)
    return {who: tuple(area.mean for area in areas) for who, areas in seen.items()}


def rated(*, sent: bool = False, way: Way = Way.APART, **themes: dict[str, Rating]) -> Assessment:
    """These ratings of `<area>_<theme>`; with `sent` the school sends what each rated alone."""
    answers: dict[str, Any] = {
        name.replace("_", "."): {who: Answer(rating=rating, strengths=f"By {who}.") for who, rating in said.items()}
        for name, said in themes.items()
    }
    chosen = Disclosure(private_ratings=sent)
    return an_evaluation(RUBRIC, way=way, participants=PEOPLE, answers=answers, disclosure=chosen)


@pytest.mark.parametrize(("viewer", "may"), [("senco", True), ("slt", False), ("governor", False), (AGREED, False)])
def test_private_ratings_are_sent_by_whoever_may_see_all_of_them(viewer: str, may: bool) -> None:
    """The SENCO has rated whatever the others have; the others would read words that they may not see yet."""
    seen = rated(sent=True, outcomes_one={"senco": 2, "slt": 3}, outcomes_two={"senco": 1})

    assert may_send_private(seen, viewer) is may
    assert ("By senco." in shared_record(as_sent_by(seen, viewer)).assessment.model_dump_json()) is may
    assert [theme.id for theme in unseen_themes(seen, "slt")] == ["outcomes.two"]


def test_own_view_is_in_what_somebody_reads_who_may_not_see_all() -> None:
    """Of the senior leader's ratings and area notes all is there, of the SENCO's nothing, and that is named."""
    seen = rated(sent=True, outcomes_one={"senco": 2, "slt": 3, AGREED: 2}, outcomes_two={"senco": 1}).changed(
        area_notes={"outcomes": {who: AreaNote(strengths=f"Area by {who}.") for who in ("senco", "slt", AGREED)}}
    )
    shared = shared_record(as_sent_by(seen, "slt")).assessment

    assert shared.answers == {"outcomes.one": {who: seen.answer("outcomes.one", who) for who in (AGREED, "slt")}}
    assert set(shared.area_notes["outcomes"]) == {AGREED, "slt"}
    assert shared.withheld == (OTHERS_ALONE,)
    assert "senco." not in shared.model_dump_json(include={"answers", "area_notes"})
    assert as_sent_by(as_sent_by(seen, "slt"), "slt") == as_sent_by(seen, "slt")


def test_whoever_has_not_said_who_they_are_reads_what_is_agreed() -> None:
    """No view of anybody goes to a reader without a name."""
    seen = rated(sent=True, outcomes_one={"senco": 2, "slt": 3, AGREED: 2})

    assert as_sent_by(seen, AGREED).disclosure.private_ratings is False
    assert shared_record(as_sent_by(seen, AGREED)).assessment.answers == {
        "outcomes.one": {AGREED: seen.answer("outcomes.one")}
    }


@pytest.mark.parametrize("viewer", ["governor", AGREED])
def test_once_all_is_agreed_everybody_may_send(viewer: str) -> None:
    """After the meeting there is nothing to keep apart; one theme that is not agreed keeps it closed."""
    whole = {name: {"senco": 2, AGREED: 2} for name in ("outcomes_one", "outcomes_two", "teaching_one")}

    assert may_send_private(rated(**whole), viewer)  # type: ignore[arg-type]
    assert not may_send_private(rated(**{**whole, "teaching_one": {"senco": 2}}), viewer)  # type: ignore[arg-type]


def test_nothing_to_hide_is_offered_to_all() -> None:
    """Where nobody else has said anything, or people rate together, the tick is there."""
    assert may_send_private(rated(outcomes_one={"senco": 2}), "senco")
    assert may_send_private(rated(way=Way.TOGETHER, outcomes_one={AGREED: 2}), AGREED)


def test_radar_shows_of_others_the_means_of_what_both_have_rated() -> None:
    """The governor has rated one theme of two: of the others' lines just that one counts, and no other area."""
    seen = rated(
        outcomes_one={"senco": 1, "slt": 4, "governor": 2, AGREED: 3},
        outcomes_two={"senco": 3, "slt": 2},
        teaching_one={"senco": 4},
    )

    assert means(seen, "governor") == {
        AGREED: (3, None),
        "governor": (2, None),
        "senco": (1, None),
        "slt": (4, None),
    }
    assert means(seen, "senco") == {AGREED: (3, None), "senco": (2, 4), "slt": (3, None), "governor": (2, None)}
    assert means(seen, "slt")["senco"] == (2, None)
    assert list(means(seen, AGREED)) == [AGREED]
    assert list(means(seen.changed(way=Way.TOGETHER), AGREED)) == [AGREED]


def test_parked_theme_closes_nothing() -> None:
    """A theme that the reader rated and parked is a rated theme."""
    answers = {"outcomes.one": {"senco": Answer(rating=1, parked=True), "slt": Answer(rating=4)}}

    assert means(rated().changed(answers=answers), "senco")["slt"] == (4, None)


def test_ratings_go_out_of_sight_with_the_last_who_rates_so() -> None:
    """Two share the senior leader's view: without one of them it is still answered for."""
    seen = rated(outcomes_one={"senco": 2, "slt": 3, AGREED: 2}, outcomes_two={"senco": 2})

    assert [out_of_sight_without(seen, one) for one in ("a", "b", "c", "d", "nobody")] == [2, 0, 0, 0, 0]
    assert out_of_sight_without(seen.changed(way=Way.TOGETHER), "a") == 0
    assert rated_apart(seen) == 3


def test_kept_copy_holds_what_its_keeper_may_see() -> None:
    """Its own views, or all once nothing is hidden from it; whoever has not said who they are keeps what is agreed."""
    seen = rated(outcomes_one={"senco": 2, "slt": 3, AGREED: 2}, outcomes_two={"senco": 1}).changed(
        area_notes={"outcomes": {who: AreaNote(strengths=f"Area by {who}.") for who in ("senco", "slt")}}
    )

    assert as_kept_by(seen, "senco") == seen
    assert "senco." not in as_kept_by(seen, "slt").model_dump_json()
    assert as_kept_by(seen, "slt").answers == {
        "outcomes.one": {who: seen.answer("outcomes.one", who) for who in (AGREED, "slt")}
    }
    assert "slt." not in as_kept_by(seen, AGREED).model_dump_json()
    together = seen.changed(way=Way.TOGETHER)
    assert as_kept_by(together, "governor") == together


def test_kept_copy_holds_no_question_about_what_another_rated_alone() -> None:
    """What a joined copy said in a field of the SENCO's is the SENCO's too, and so is what joining knows of it."""
    keys = {who: EntryKey("theme:outcomes.one", who, "strengths") for who in ("senco", "slt")}
    seen = rated(outcomes_one={"senco": 2}).changed(
        differences=tuple(Difference(id=who, key=key.text, theirs=f"Elsewhere {who}.") for who, key in keys.items()),
        versions={key.text: FieldVersion(version=1) for key in keys.values()}
        | {EntryKey(f"difference:{who}", AGREED, "theirs").text: FieldVersion(version=1) for who in keys},
    )
    kept = as_kept_by(seen, "slt")

    assert [one.theirs for one in kept.differences] == ["Elsewhere slt."]
    assert set(kept.versions) == {keys["slt"].text, "difference:slt|agreed|theirs"}
