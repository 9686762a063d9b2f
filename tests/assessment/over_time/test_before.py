"""This evaluation beside the last one: what moved, in order, in words and as points of the radar."""

from datetime import date

from sendself.assessment.answers import State
from sendself.assessment.begin import evaluated_again
from sendself.assessment.items import Target
from sendself.assessment.last_time import EarlierTime, LastTime, RestsOn
from sendself.assessment.over_time.before import last_time_in_words, last_time_of
from sendself.assessment.over_time.earlier_means import Means, aimed_means, earlier_means, last_means, mean_in_words
from sendself.assessment.over_time.moves import (
    move_in_words,
    moves,
    moves_at_a_glance,
    moves_in_words,
    reached_in_words,
    what_moved,
)
from sendself.assessment.participants import Review
from sendself.assessment.record import from_json, to_json
from tests.samples import a_rubric, a_theme, an_area, an_evaluation, answered

THEMES = [f"teaching.t{number}" for number in range(6)]
RUBRIC = a_rubric([an_area("teaching", *(a_theme(theme) for theme in THEMES)), an_area("calm", a_theme("calm.one"))])
THEN = LastTime(
    evaluation="evaluation-0",
    evaluated_on=date(2025, 3, 12),
    ratings=dict(zip(THEMES, (2, 3, 1, State.DONT_KNOW, 4, 2), strict=True)) | {"teaching.of-old": 1},
    targets={THEMES[0]: 3, THEMES[1]: 4},
)
NOW = an_evaluation(
    RUBRIC,
    last_time=THEN,
    answers=dict(zip(THEMES, map(answered, (3, 2, 1, 2, State.NOT_LOOKED_AT)), strict=False)),
)


def test_every_theme_of_last_time_moved_in_one_way() -> None:
    """Up, down, not at all, from not known to a level, or to none; a theme that is no more is left out."""
    found = moves(NOW)

    assert [[move.theme.id[-2:] for move in some] for some in (found.rose, found.fell, found.stayed)] == [
        ["t0"],
        ["t1"],
        ["t2"],
    ]
    assert [move.theme.id[-2:] for move in found.now_known] == ["t3"]
    assert [(move.theme.id[-2:], move.now) for move in found.no_level_now] == [
        ("t4", State.NOT_LOOKED_AT),
        ("t5", None),
    ]


def test_what_moved_is_said_in_words() -> None:
    """With the day of the last evaluation, and nothing where there was none."""
    assert moves_in_words(NOW) == (
        "Since 12 March 2025: 1 theme rose, 1 theme fell, 1 theme stayed where it was, 1 theme not known then has a "
        "level now and 2 themes have no level yet this time."
    )
    assert moves_in_words(an_evaluation()) == ""
    same = an_evaluation(last_time=LastTime(ratings={"teaching.first": 2, "teaching.second": 2}))
    same = same.changed(answers={theme: answered(2) for theme in ("teaching.first", "teaching.second")})
    assert moves_in_words(same) == "Since last time: 2 themes stayed where they were."


def test_theme_then_and_now_with_what_was_aimed_for() -> None:
    """One sentence; the target of last time is reached or not."""
    rose, fell = moves(NOW).rose[0], moves(NOW).fell[0]

    assert move_in_words(NOW, rose) == (
        "Title of teaching.t0: 2 Developing, now 3 Established. Aimed for 3 Established: reached."
    )
    assert move_in_words(NOW, fell).endswith("Aimed for 4 Sustained: not reached yet.")
    assert move_in_words(NOW, moves(NOW).stayed[0]).endswith("now 1 Not yet in place.")


def test_last_time_is_shown_beside_its_theme() -> None:
    """Level and day, also for a state; nothing where the theme was not answered."""
    assert last_time_in_words(NOW, THEMES[0]) == "Last time (12 March 2025): 2 Developing"
    assert last_time_in_words(NOW, THEMES[3]) == "Last time (12 March 2025): Don't know yet"
    assert last_time_in_words(NOW, "calm.one") == ""


def test_points_of_last_time_are_means_of_what_had_a_level() -> None:
    """An area without a level last time is a gap."""
    assert last_means(NOW) == (2.4, None)


def test_points_aimed_for_never_lie_below_today() -> None:
    """A target counts in place of the level, where it is higher or there is none; other themes stay where they are."""
    evaluation = an_evaluation(
        answers={"teaching.first": answered(2), "teaching.second": answered(4)},
        targets={
            "teaching.first": Target(level=3),
            "teaching.second": Target(level=3),
            "families.first": Target(level=2),
        },
    )

    assert aimed_means(evaluation).means == (3.5, 2.0)
    assert aimed_means(an_evaluation()).means == (None, None)


def test_what_is_carried_on_is_what_was_agreed() -> None:
    """Agreed ratings and targets with the id and the day; what one perspective said stays behind."""
    earlier = an_evaluation(
        answers={"teaching.first": answered(2) | answered(4, "slt"), "families.first": answered(1, "senco")},
        targets={"teaching.first": Target(level=3)},
    )

    assert last_time_of(earlier) == LastTime(
        evaluation="evaluation-1",
        evaluated_on=date(2026, 11, 23),
        ratings={"teaching.first": 2},
        targets={"teaching.first": 3},
    )


def test_three_earlier_times_stand_beside_this_one() -> None:
    """Each evaluation carries on what the one before it knew; the fourth before this one is let go."""
    evaluation = an_evaluation(review=Review(evaluated_on=date(2022, 3, 1)), answers={"teaching.first": answered(1)})
    for year in (2023, 2024, 2025, 2026):
        evaluation = evaluated_again(evaluation, a_rubric(), today=date(year, 3, 1)).changed(
            answers={"teaching.first": answered(year - 2022), "families.first": answered(2)}
        )

    assert [(one.name, one.means) for one in earlier_means(evaluation)] == [
        ("Last time, 1 March 2025", (3.0, 2.0)),
        ("Earlier, 1 March 2024", (2.0, 2.0)),
        ("Earlier, 1 March 2023", (1.0, 2.0)),
    ]
    assert [one.rests_on[0] for one in earlier_means(evaluation)] == [RestsOn(rated=1, themes=2)] * 3
    assert from_json(to_json(evaluation)) == evaluation


def test_mean_says_how_many_themes_it_rests_on() -> None:
    """Also one of an earlier time; where that was not kept it says so, and such an old record opens."""
    old = EarlierTime.model_validate({"evaluated_on": None, "means": {"families": 1.5}})
    evaluation = an_evaluation(
        last_time=LastTime(ratings={"teaching.first": 2}, before=(old,)),
        targets={"teaching.first": Target(level=3)},
    )
    last, earlier = earlier_means(evaluation)
    aimed = aimed_means(evaluation)

    assert [mean_in_words(*one) for one in zip(last.means, last.rests_on, strict=True)] == ["2.0 (1 of 2)", "–"]
    assert mean_in_words(aimed.means[0], aimed.rests_on[0]) == "3.0 (1 of 2)"
    assert mean_in_words(earlier.means[1], earlier.rests_on[1]) == "1.5 (of how many: not kept)"


def test_theme_that_was_not_rated_last_time_and_is_now_is_said() -> None:
    """In the sentence for the page, in the one at a glance, and among what moved; one that is still open is not."""
    now = NOW.changed(answers={**NOW.answers, "calm.one": answered(3)})

    assert [move.theme.id for move in moves(now).newly_rated] == ["calm.one"]
    assert "1 theme not rated last time has a level now" in moves_in_words(now)
    assert "1 not rated then has a level" in moves_at_a_glance(now, 1000)
    assert "calm.one" in [move.theme.id for move in what_moved(now)]
    assert moves(NOW).newly_rated == moves(an_evaluation(answers=now.answers)).newly_rated == ()


def test_earlier_time_without_a_level_is_no_line() -> None:
    """Neither one in which nothing was agreed nor one whose areas are no more; without a day it has its place alone."""
    before = (
        EarlierTime(evaluated_on=None, means={"of-old": 2.0}, rests_on={}),
        EarlierTime(evaluated_on=None, means={"families": 1.5}, rests_on={}),
    )

    assert earlier_means(an_evaluation(last_time=LastTime(before=before))) == (
        Means("Earlier", (None, 1.5), (None, None)),
    )
    assert earlier_means(an_evaluation()) == ()
    assert last_time_of(an_evaluation(last_time=LastTime(before=before))).before == before


def test_what_moved_has_every_theme_that_was_to_move() -> None:
    """Also one that stayed where it was, or had no level then; one that was not to move and has no level yet is not."""
    last = THEN.model_copy(update={"targets": {**THEN.targets, THEMES[2]: 2, "calm.one": 1}})
    found = what_moved(NOW.changed(last_time=last))

    assert [(move.theme.id[-2:], reached_in_words(move)) for move in found] == [
        ("t0", "reached"),
        ("t1", "not reached yet"),
        ("t2", "not reached yet"),
        ("t3", "no level was named"),
        ("ne", "not reached yet"),
    ]
    assert "t2" not in [move.theme.id[-2:] for move in what_moved(NOW)]


def test_moves_at_a_glance_name_themes_as_far_as_there_is_room() -> None:
    """The themes that rose and fell, fewer where there is less room, and none where there is none."""
    whole = moves_at_a_glance(NOW, 1000)
    rose = moves(NOW).rose[0].theme.title

    assert rose in whole
    assert moves_at_a_glance(NOW, len(whole) - 1) == moves_in_words(NOW)
    assert moves_at_a_glance(an_evaluation(), 1000) == ""
