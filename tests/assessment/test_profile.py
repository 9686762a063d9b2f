"""The profile: counts first, a mean of rated themes only, and what must not be averaged away."""

import pytest

from sendself.assessment.answers import Answer, DutyAnswer, DutyState, Rating, State
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import (
    area_duties,
    area_profile,
    binding_duties,
    duties_in_state,
    duties_progress,
    other_duties,
    place_of_duty,
    profile,
    theme_duties,
)
from sendself.assessment.school import School
from sendself.rubric.duty import SchoolKind, Setting
from sendself.rubric.model import Rubric
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation

FIVE = ("one", "two", "three", "four", "five")


def evaluated(*ratings: Rating | None, perspective: str = AGREED) -> Assessment:
    """An evaluation of one area with a theme for each rating."""
    themes = [a_theme(f"teaching.{name}") for name, _ in zip(FIVE, ratings, strict=False)]
    answers = {theme.id: {perspective: Answer(rating=rating)} for theme, rating in zip(themes, ratings, strict=True)}
    return an_evaluation(a_rubric([an_area("teaching", *themes)]), answers=answers)


def with_duties() -> Rubric:
    """Two areas: `registers` binds every school, `careers` secondary academies, `hours` specialist settings."""
    return a_rubric(
        [
            an_area("teaching", a_theme("teaching.first", "careers", "registers"), a_theme("teaching.second", "hours")),
            an_area("families", a_theme("families.first", "registers")),
        ],
        [
            a_duty("registers"),
            a_duty("careers", applies_to=(SchoolKind.ACADEMY,), phases=("secondary",)),
            a_duty("hours", settings=(Setting.SPECIAL, Setting.RESOURCED_PROVISION)),
        ],
    )


def test_area_profile_counts_every_theme_once() -> None:
    """Levels, the three states and what has no answer add up to the themes of the area."""
    evaluation = evaluated(3, State.DONT_KNOW, None, State.NOT_APPLICABLE, State.NOT_LOOKED_AT)
    seen = area_profile(evaluation, evaluation.rubric.areas[0])

    assert seen.counts == (0, 0, 1, 0)
    assert (seen.dont_know, seen.unanswered, seen.not_applicable, seen.not_looked_at) == (1, 1, 1, 1)
    assert (seen.rated, seen.total) == (1, 5)


@pytest.mark.parametrize(
    ("ratings", "mean", "counts"),
    [
        ((1, 2, 3, 4), 2.5, (1, 1, 1, 1)),
        ((2, 2, 3), 7 / 3, (0, 2, 1, 0)),
        ((4, State.DONT_KNOW, None), 4.0, (0, 0, 0, 1)),
        ((1, State.NOT_APPLICABLE, State.NOT_LOOKED_AT, 2), 1.5, (1, 1, 0, 0)),
        ((State.DONT_KNOW, State.NOT_APPLICABLE), None, (0, 0, 0, 0)),
        ((None, None), None, (0, 0, 0, 0)),
    ],
)
def test_mean_is_of_rated_themes_only(
    ratings: tuple[Rating | None, ...], mean: float | None, counts: tuple[int, int, int, int]
) -> None:
    """A theme without a level pulls no mean, up or down; with none rated there is no mean, and no zero."""
    (seen,) = profile(evaluated(*ratings))

    assert seen.mean == (None if mean is None else pytest.approx(mean))
    assert seen.counts == counts


def test_lowest_names_every_theme_at_the_lowest_level() -> None:
    """Two themes share the lowest level: both are named; states and empty answers never are."""
    (seen,) = profile(evaluated(3, 2, State.DONT_KNOW, 2, None))

    assert [theme.id for theme in seen.lowest] == ["teaching.two", "teaching.four"]


def test_lowest_is_nobody_where_nothing_is_rated() -> None:
    """An area without a level has no lowest theme."""
    (seen,) = profile(evaluated(None, State.NOT_LOOKED_AT))

    assert seen.lowest == ()


def test_profile_of_a_perspective_is_its_own() -> None:
    """The radar overlays perspectives: each has the counts of its own ratings."""
    evaluation = evaluated(1, 4, perspective="slt")

    assert profile(evaluation, "slt")[0].counts == (1, 0, 0, 1)
    assert profile(evaluation)[0].rated == profile(evaluation, "senco")[0].rated == 0


def test_profile_has_every_area_in_order() -> None:
    """The axes of the radar are the areas of the rubric, rated or not."""
    evaluation = an_evaluation()

    assert [seen.area for seen in profile(evaluation)] == list(evaluation.rubric.areas)


def test_duties_not_met_stand_beside_a_good_mean() -> None:
    """A duty not met is named with its areas however high they are rated; any other answer is not."""
    evaluation = an_evaluation(
        with_duties(),
        answers={"families.first": {AGREED: Answer(rating=4)}},
        duties={
            "registers": DutyAnswer(state=DutyState.NOT_MET),
            "careers": DutyAnswer(state=DutyState.NOT_CHECKED),
        },
    )
    teaching, families = profile(evaluation)

    assert families.mean == 4
    assert [duty.id for duty in families.duties_not_met] == ["registers"]
    assert [duty.id for duty in teaching.duties_not_met] == ["registers"]


def test_duties_that_do_not_bind_the_school_are_not_held_against_it() -> None:
    """An answer left from before the kind of school was corrected counts no longer."""
    evaluation = an_evaluation(
        with_duties(),
        school=School(kind=SchoolKind.MAINTAINED),
        duties={"careers": DutyAnswer(state=DutyState.NOT_MET)},
    )

    assert [duty for seen in profile(evaluation) for duty in seen.duties_not_met] == []


@pytest.mark.parametrize(
    ("kind", "setting", "age_high", "duties"),
    [
        (SchoolKind.ACADEMY, Setting.MAINSTREAM, 16, ["careers", "registers"]),
        (SchoolKind.ACADEMY, Setting.MAINSTREAM, 11, ["registers"]),
        (SchoolKind.ACADEMY, Setting.MAINSTREAM, None, ["careers", "registers"]),
        (SchoolKind.MAINTAINED, Setting.MAINSTREAM, 16, ["registers"]),
        (None, Setting.MAINSTREAM, None, ["careers", "registers"]),
        (SchoolKind.MAINTAINED_SPECIAL, Setting.SPECIAL, 16, ["registers", "hours"]),
        (SchoolKind.PRU, Setting.PRU, 16, ["registers"]),
        (SchoolKind.ACADEMY, Setting.RESOURCED_PROVISION, 16, ["careers", "registers", "hours"]),
    ],
)
def test_binding_duties_by_kind_setting_and_age(
    kind: SchoolKind | None, setting: Setting, age_high: int | None, duties: list[str]
) -> None:
    """Each duty that concerns the school once, in the order of the themes; what is not known rules nothing out."""
    evaluation = an_evaluation(with_duties(), setting=setting, school=School(kind=kind, age_high=age_high))

    assert [duty.id for duty in binding_duties(evaluation)] == duties


def test_duties_in_a_state_are_those_that_bind() -> None:
    """Not met, not checked and without an answer are told apart; a duty on other schools is in no state."""
    evaluation = an_evaluation(
        with_duties(),
        school=School(kind=SchoolKind.ACADEMY, age_high=16),
        duties={
            "registers": DutyAnswer(state=DutyState.NOT_MET),
            "hours": DutyAnswer(state=DutyState.NOT_MET),
            "careers": DutyAnswer(note="Ask the head of year"),
        },
    )

    assert [duty.id for duty in duties_in_state(evaluation, DutyState.NOT_MET)] == ["registers"]
    assert [duty.id for duty in duties_in_state(evaluation, None)] == ["careers"]
    assert duties_in_state(evaluation, DutyState.MET) == ()


def test_duties_of_an_area_and_of_a_theme() -> None:
    """A duty shared by two areas belongs to both; within one area it stands once."""
    evaluation = an_evaluation(with_duties(), school=School(kind=SchoolKind.ACADEMY, age_high=16))
    teaching, families = evaluation.rubric.areas

    assert [duty.id for duty in area_duties(evaluation, teaching)] == ["careers", "registers"]
    assert [duty.id for duty in area_duties(evaluation, families)] == ["registers"]
    assert [duty.id for duty in theme_duties(evaluation, teaching.themes[0])] == ["careers", "registers"]
    assert theme_duties(evaluation, teaching.themes[1]) == ()


def test_duty_that_no_theme_names_has_no_place() -> None:
    """Whoever asks for its place is told which duty of which rubric it is; it binds nobody, and so is never asked."""
    rubric = with_duties()
    unnamed = rubric.duty("hours").model_copy(update={"id": "unnamed"})

    with pytest.raises(ValueError, match=f"No theme of the rubric {rubric.id} names the duty unnamed"):
        place_of_duty(rubric, unnamed)


def test_duties_are_placed_counted_and_told_from_those_of_others() -> None:
    """A duty belongs to the first theme that names it; what does not bind the school is listed apart, in order."""
    evaluation = an_evaluation(
        with_duties(),
        school=School(kind=SchoolKind.MAINTAINED),
        duties={"registers": DutyAnswer(state=DutyState.MET), "careers": DutyAnswer(state=DutyState.MET)},
    )
    area, theme = place_of_duty(evaluation.rubric, evaluation.rubric.duty("registers"))

    assert (area.id, theme.id) == ("teaching", "teaching.first")
    assert [duty.id for duty in other_duties(evaluation)] == ["careers", "hours"]
    assert (duties_progress(evaluation).answered, duties_progress(evaluation).total) == (1, 1)
