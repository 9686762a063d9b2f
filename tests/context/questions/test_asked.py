"""Questions the data asks: every shipped rule in both directions, what stays silent, and files that are wrong."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendself.assessment.answers import Answer, State
from sendself.assessment.context import Context, Figure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.context.alike.standing import Among, Standing
from sendself.context.questions.asked import DataQuestion, questions_for
from sendself.context.questions.rules import Rule, shipped_data_questions
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.samples import a_rubric, an_evaluation
from tests.strategies import assessments

RULES = {rule.id: rule for rule in shipped_data_questions()}
SETTINGS = {"mainstream": Setting.MAINSTREAM, "specialist": Setting.SPECIAL}

# A school of 240: 10 EHC plans, 30 with SEN support, 200 others.
SCHOOL: dict[str, float] = {"roll": 240, "ehc_plans": 10, "sen_support": 30, "fsm": 60}
SUSPENDED: dict[str, float] = {**SCHOOL, "suspensions": 16, "suspensions_send": 6}
# Six of 40 and ten of 200 are exactly three times: 15 and 5 per 100.
NOT_SUSPENDED = {**SCHOOL, "suspensions": 17, "suspensions_send": 6}

# By rule: figures with which it asks and figures, one step away, with which it does not.
FIGURES: dict[str, tuple[dict[str, float], dict[str, float]]] = {
    "suspended-more-often": (SUSPENDED, NOT_SUSPENDED),
    "excluded-for-good": ({"exclusions_send": 1}, {"exclusions_send": 0}),
    "needs-behind-suspensions": (
        {**SCHOOL, "suspensions": 21, "suspensions_send": 6},
        {**SCHOOL, "suspensions": 22, "suspensions_send": 6},
    ),
    "absent-more-often": (
        {**SCHOOL, "attendance": 94.6, "attendance_send": 91.6},
        {**SCHOOL, "attendance": 94.6, "attendance_send": 91.7},
    ),
    "attending-as-well": (
        {**SCHOOL, "attendance": 94.6, "attendance_send": 94.6},
        {**SCHOOL, "attendance": 94.6, "attendance_send": 94.5},
    ),
    "suspended-again": (
        {"suspensions_send": 12, "suspended_send": 6},
        {"suspensions_send": 11, "suspended_send": 6},
    ),
    "persistently-absent-more-often": (
        {**SCHOOL, "persistent_absence": 32, "persistent_absence_send": 10},
        {**SCHOOL, "persistent_absence": 36, "persistent_absence_send": 10},
    ),
    "needs-not-assessed": ({**SCHOOL, "need_nsa": 6}, {**SCHOOL, "need_nsa": 5}),
    "often-persistently-absent": ({"roll": 80, "persistent_absence": 40}, {"roll": 80, "persistent_absence": 39}),
    "little-senco-time": ({**SCHOOL, "senco_days": 0.8}, {**SCHOOL, "senco_days": 0.81}),
    "paperwork-in-senco-time": ({**SCHOOL, "senco_days": 0}, {**SCHOOL, "senco_days": 1}),
    "often-suspended": ({"roll": 80, "suspensions": 20}, {"roll": 80, "suspensions": 19}),
    "excluded-from-specialist": ({"exclusions_send": 2}, {"exclusions_send": 0}),
    "absent-more-often-in-specialist": (
        {**SCHOOL, "attendance": 70, "attendance_send": 67},
        {**SCHOOL, "attendance": 70, "attendance_send": 68},
    ),
    "more-pupils-than-places": ({"roll": 110, "places": 100}, {"roll": 109, "places": 100}),
    "fewer-pupils-than-places": ({"roll": 80, "places": 100}, {"roll": 81, "places": 100}),
    "suspended-more-often-in-ap": (
        {**SCHOOL, "suspensions": 21, "suspensions_send": 6},
        {**SCHOOL, "suspensions": 22, "suspensions_send": 6},
    ),
}
# By rule: the schools of a hundred that are below when it asks and when it does not.
BELOW = {
    "many-plans-to-staff": (91, 90),
    "few-plans-here": (9, 10),
    "few-on-support": (9, 10),
    "many-on-support": (91, 90),
    "clubs-and-poverty": (91, 90),
    "pupils-without-a-plan": (9, 10),
}
CASES = [(rule.id, rubric) for rule in RULES.values() for rubric in rule.themes]


def a_standing(measure: str, among: Among, below: int) -> Standing:
    """Where a made school stands among a hundred others."""
    return Standing(
        measure=measure,
        what="pupils counted",
        among=among,
        group="the 100 schools nearest" if among == "nearest" else "schools",
        year="2023/24",
        value=12.5,
        n=100,
        left_out=0,
        below=below,
        equal=0,
        quartiles=(1.0, 2.0, 3.0),
        edges=(0.0, 20.0),
        counts=(100,),
    )


def rated(rule: Rule, rubric: str, rating: Any, figures: dict[str, Any], **changes: Any) -> Assessment:
    """An evaluation with the theme of a rule rated so and these figures, typed for 2025/26."""
    setting = rule.settings[0] if rule.settings else SETTINGS[rubric]
    made = {name: f if isinstance(f, Figure) else Figure(value=f, year="2025/26") for name, f in figures.items()}
    return an_evaluation(
        rubric_for(setting),
        setting=setting,
        context=Context(figures=made),
        answers={rule.themes[rubric]: {AGREED: Answer(rating=rating)}},
        **changes,
    )


def asked(assessment: Assessment, rule: Rule, below: int | None = None, **options: Any) -> list[DataQuestion]:
    """The questions that one rule asks of an evaluation, wherever in it."""
    when = rule.when
    standings = []
    if below is not None:
        assert when.kind == "standing"
        standings = [a_standing(when.measure, when.among, below)]
    every = (
        question
        for area in assessment.rubric.areas
        for question in questions_for(assessment, area.id, standings=standings, **options)
    )
    return [question for question in every if question.reason == rule.reason]


def in_and_out(rule: Rule) -> tuple[int, int]:
    """A level at which the rule asks, and the nearest at which it does not."""
    if rule.rating.at_least is not None:
        return rule.rating.at_least, rule.rating.at_least - 1
    assert rule.rating.at_most is not None
    return rule.rating.at_most, rule.rating.at_most + 1


def a_case(rule: Rule, fires: bool) -> tuple[dict[str, float], int | None]:
    """The figures, and the schools below, of a made case."""
    place = 0 if fires else 1
    if rule.id in BELOW:
        return SCHOOL, BELOW[rule.id][place]
    return FIGURES[rule.id][place], None


@pytest.mark.parametrize(("name", "rubric"), CASES)
def test_rule_asks_where_rating_and_figure_pull_apart(name: str, rubric: str) -> None:
    """One sentence, with a figure in it and its reason, about the theme that was rated."""
    rule = RULES[name]
    figures, below = a_case(rule, fires=True)
    assessment = rated(rule, rubric, in_and_out(rule)[0], figures)
    (question,) = asked(assessment, rule, below)
    assert (question.theme, question.reason) == (rule.themes[rubric], rule.reason)
    assert question.text.endswith("?")
    assert not {"{", "}", "\n"} & set(question.text)
    assert question.text.count(". ") == 0
    assert any(character.isdigit() for character in question.text)


@pytest.mark.parametrize(("name", "rubric"), CASES)
def test_rule_asks_of_a_rubric_of_ones_own_that_kept_the_theme(name: str, rubric: str) -> None:
    """A trust's copy of a shipped rubric, under its own id, is asked the same; without the theme nothing is asked."""
    rule = RULES[name]
    figures, below = a_case(rule, fires=True)
    assessment = rated(rule, rubric, in_and_out(rule)[0], figures)
    own = assessment.rubric.model_copy(update={"id": "our-trust", "title": "Of our trust"})
    (question,) = asked(assessment.changed(rubric=own), rule, below)
    assert question.theme == rule.themes[rubric]
    assert asked(assessment.changed(rubric=a_rubric(), answers={}), rule, below) == []


@pytest.mark.parametrize(("name", "rubric"), CASES)
def test_rule_is_silent_when_its_figure_is_a_step_away(name: str, rubric: str) -> None:
    """The same rating with figures just inside the limit asks nothing."""
    rule = RULES[name]
    figures, below = a_case(rule, fires=False)
    assert asked(rated(rule, rubric, in_and_out(rule)[0], figures), rule, below) == []


@pytest.mark.parametrize(("name", "rubric"), CASES)
def test_rule_is_silent_at_another_rating(name: str, rubric: str) -> None:
    """The same figures with the next level, with a state or without a rating ask nothing."""
    rule = RULES[name]
    figures, below = a_case(rule, fires=True)
    for rating in (in_and_out(rule)[1], *State, None):
        assert asked(rated(rule, rubric, rating, figures), rule, below) == []


@pytest.mark.parametrize(("name", "rubric"), CASES)
def test_rule_is_silent_without_one_of_its_figures(name: str, rubric: str) -> None:
    """A figure that is missing or withheld asks nothing, whichever it is; nor does a standing that is missing."""
    rule = RULES[name]
    figures, below = a_case(rule, fires=True)
    needed = {"roll", rule.when.measure} if rule.when.kind == "standing" else set(figures) & inputs(rule)
    assert needed
    for measure in needed:
        without = {key: value for key, value in figures.items() if key != measure}
        withheld = {**figures, measure: Figure(value=None)}
        for changed in (without, withheld):
            assert asked(rated(rule, rubric, in_and_out(rule)[0], changed), rule, below) == []
    if rule.when.kind == "standing":
        assert asked(rated(rule, rubric, in_and_out(rule)[0], figures), rule) == []


def inputs(rule: Rule) -> set[str]:
    """The measures that a rule reads, spelt out apart from the code."""
    made_of = {
        "send": {"ehc_plans", "sen_support"},
        "others": {"roll", "ehc_plans", "sen_support"},
        "suspensions_others": {"suspensions", "suspensions_send"},
        "persistent_absence_others": {"persistent_absence", "persistent_absence_send"},
    }
    return {measure for name in rule.when.names() for measure in made_of.get(name, {name})}


def test_every_shipped_rule_has_its_cases() -> None:
    """No rule is without a case, and both rubrics have enough of them."""
    assert set(FIGURES) | set(BELOW) == set(RULES)
    assert sum("mainstream" in rule.themes for rule in RULES.values()) >= 8
    assert sum("specialist" in rule.themes for rule in RULES.values()) >= 5


def test_question_says_the_figures() -> None:
    """15 and 5 per 100 are six of 40 and ten of 200; the sentence can be checked by hand."""
    rule = RULES["suspended-more-often"]
    (question,) = asked(rated(rule, "mainstream", 3, SUSPENDED), rule)
    assert question.text == (
        "You chose Established, and there were 15 suspensions per 100 pupils with SEND and 5 per 100 others, "
        "so what would you show a visitor who asks why?"
    )


def test_question_stands_in_the_area_of_its_theme_only() -> None:
    """Outcomes asks about suspensions; teaching, with the same figures, does not; no such area is a KeyError."""
    assessment = rated(RULES["suspended-more-often"], "mainstream", 4, SUSPENDED)
    assert [q.reason for q in questions_for(assessment, "outcomes")] == [RULES["suspended-more-often"].reason]
    assert questions_for(assessment, "teaching") == ()
    with pytest.raises(KeyError):
        questions_for(assessment, "no-such-area")


def test_question_follows_the_perspective() -> None:
    """What the SENCO rated is asked of the SENCO, not of what was agreed."""
    rule = RULES["suspended-more-often"]
    assessment = rated(rule, "mainstream", 2, SUSPENDED)
    both = {rule.themes["mainstream"]: {AGREED: Answer(rating=2), "senco": Answer(rating=4)}}
    assessment = assessment.changed(answers=both)
    assert asked(assessment, rule) == []
    assert len(asked(assessment, rule, perspective="senco")) == 1


def test_no_suspension_of_others_is_endlessly_more() -> None:
    """Six of pupils with SEND and none of others ask, without a division by nought; two events are too few."""
    rule = RULES["suspended-more-often"]
    some, few = ({**SCHOOL, "suspensions": n, "suspensions_send": n} for n in (6, 2))
    (question,) = asked(rated(rule, "mainstream", 3, some), rule)
    assert "15 suspensions per 100 pupils with SEND and 0 per 100 others" in question.text
    assert asked(rated(rule, "mainstream", 3, few), rule) == []


@pytest.mark.parametrize(
    "figures",
    [
        {**SUSPENDED, "roll": 40},
        {**SUSPENDED, "roll": 30},
        {**SUSPENDED, "ehc_plans": 0, "sen_support": 0},
        {**SUSPENDED, "suspensions": 5},
        {**SUSPENDED, "roll": 0},
    ],
)
def test_empty_group_or_contradiction_asks_nothing(figures: dict[str, float]) -> None:
    """Nobody to compare with, or figures that cannot both be right: no question and no error."""
    rule = RULES["suspended-more-often"]
    assert asked(rated(rule, "mainstream", 4, figures), rule) == []


def test_figure_that_contradicts_another_asks_nothing() -> None:
    """More permanent exclusions of pupils with SEND than of all pupils is a mistake to correct, not to ask about."""
    rule = RULES["excluded-for-good"]
    figures = {"exclusions": 5, "exclusions_send": 6}
    assert asked(rated(rule, "mainstream", 3, figures), rule) == []
    assert len(asked(rated(rule, "mainstream", 3, {**figures, "exclusions": 6}), rule)) == 1


def test_rule_for_some_settings_is_silent_in_others() -> None:
    """What is many suspensions for a special school is not asked of a PRU, with which it shares the rubric."""
    rule = RULES["often-suspended"]
    special = rated(rule, "specialist", 3, {"roll": 80, "suspensions": 20})
    assert len(asked(special, rule)) == 1
    assert asked(special.changed(setting=Setting.PRU), rule) == []


@settings(deadline=None, max_examples=50)
@given(assessments(), st.integers(0, 100))
def test_any_evaluation_is_asked_without_error_and_unchanged(assessment: Assessment, below: int) -> None:
    """Nothing that can be entered stops the page; asking changes nothing and asks the same again."""
    before = assessment.model_dump()
    among: tuple[Among, Among] = ("type", "nearest")
    measures = ("ehc_plans", "sen_support", "fsm")
    standings = [a_standing(measure, group, below) for measure in measures for group in among]
    for area in assessment.rubric.areas:
        first = questions_for(assessment, area.id, standings=standings)
        assert first == questions_for(assessment, area.id, standings=standings)
    assert assessment.model_dump() == before
