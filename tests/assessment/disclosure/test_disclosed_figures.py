"""No figure that leaves points to a few pupils, alone or together with another."""

from itertools import product
from typing import Any, Literal

import pytest

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure.small_counts import SMALL, hidden_figures
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.figures import figure_in_words
from sendself.assessment.identifiers import AGREED
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from tests.assessment.disclosure.told import OPEN
from tests.samples import an_evaluation

Source = Literal["typed", "published", "imported"]


def figures(**values: float | tuple[float, Source] | None) -> Assessment:
    """An evaluation of these figures; a pair names the source, otherwise it was typed."""
    made = {
        name: Figure(value=value[0], source=value[1]) if isinstance(value, tuple) else Figure(value=value)
        for name, value in values.items()
    }
    return an_evaluation(context=Context(figures=made))


def hidden(assessment: Assessment) -> set[str]:
    """The figures that do not leave."""
    shared = shared_record(assessment, OPEN.model_copy(update={"small_counts": "hide"})).assessment
    assert shared.context.figures.keys() == assessment.context.figures.keys()
    return {name for name, figure in shared.context.figures.items() if figure.value is None}


@pytest.mark.parametrize("source", ["typed", "imported"])
@pytest.mark.parametrize(("count", "hides"), [(0, False), *((n, True) for n in SMALL), (5, False), (36, False)])
def test_small_counts_are_hidden(source: Source, count: int, hides: bool) -> None:
    """Counts of one to four pupils that the school typed or imported are hidden; none and five are not."""
    assert hidden(figures(roll=428, ehc_plans=(count, source))) == ({"ehc_plans"} if hides else set())


@pytest.mark.parametrize(
    ("most", "count", "hides"), [(1, 1, True), (1, 2, False), (4, 5, False), (5, 5, True), (9, 9, True), (9, 10, False)]
)
def test_school_chooses_which_counts_are_small(most: int, count: int, hides: bool) -> None:
    """From one alone to one to nine: up to the chosen number a count is hidden, and what would give it away."""
    chosen = Disclosure(small_up_to=most)
    few, all_but_few = (shared_record(figures(roll=428, ehc_plans=n), chosen).assessment for n in (count, 428 - count))

    for shared in (few, all_but_few):
        assert (shared.figure("ehc_plans") is None) is hides
        assert shared.disclosure.small_up_to == most


@pytest.mark.parametrize("most", [0, 10, 4.5, "many", None])
def test_limit_that_is_none_is_refused(most: Any) -> None:
    """Nought would hide nothing, and more than nine hides what points to nobody."""
    with pytest.raises(ValueError, match="small_up_to"):
        checked_value(EntryKey("evaluation", AGREED, "disclosure.small_up_to"), most)


@pytest.mark.parametrize("count", SMALL)
def test_small_counts_that_are_published_stay(count: int) -> None:
    """What anybody can read on the DfE's pages is not hidden."""
    assert hidden(figures(roll=(428, "published"), ehc_plans=(count, "published"))) == set()


@pytest.mark.parametrize(("part", "whole", "hides"), [(96, 96, False), (95, 96, True), (92, 96, True), (91, 96, False)])
def test_counts_that_leave_out_few_are_hidden(part: int, whole: int, hides: bool) -> None:
    """92 of 96 with a plan tells of the four without: the complement counts as the count itself."""
    assert hidden(figures(roll=whole, ehc_plans=part)) == ({"ehc_plans"} if hides else set())


def test_counts_that_leave_out_few_of_a_published_roll_are_hidden() -> None:
    """The whole may be published: a typed part would still give the few away."""
    assert hidden(figures(roll=(96, "published"), ehc_plans=94)) == {"ehc_plans"}


def test_counts_of_suspensions_hide_part_and_whole() -> None:
    """A small whole and a small part are each hidden; figures that count no pupils are not."""
    assessment = figures(suspensions=4, suspensions_send=2, exclusions=9, exclusions_send=7, senco_days=2, roll=3)

    assert hidden(assessment) == {"suspensions", "suspensions_send", "exclusions_send"}


@pytest.mark.parametrize("source", ["typed", "imported"])
@pytest.mark.parametrize(
    ("plans", "support", "hides"),
    [
        (0, 0, set()),
        (0, 5, set()),
        (6, 30, set()),
        (0, 3, {"sen_support", "attendance_send"}),
        (2, 0, {"ehc_plans", "attendance_send"}),
        (1, 2, {"ehc_plans", "sen_support", "attendance_send"}),
        # Both counts are hidden, so nobody who reads can tell that the group has eight.
        (4, 4, {"ehc_plans", "sen_support", "attendance_send"}),
        # One is hidden, but the other says that the group is not small.
        (3, 5, {"ehc_plans"}),
        (3, 40, {"ehc_plans"}),
    ],
)
def test_attendance_of_few_pupils_is_hidden(source: Source, plans: int, support: int, hides: set[str]) -> None:
    """An average over one to four pupils with SEND tells of them; so may one over pupils whose number is hidden."""
    said = figures(
        roll=428,
        ehc_plans=(plans, source),
        sen_support=(support, source),
        attendance=(94.6, source),
        attendance_send=(81.2, source),
    )

    assert hidden(said) == hides


def test_attendance_of_few_pupils_is_hidden_where_their_counts_are_published() -> None:
    """The DfE publishes how many they are and not how often these few come."""
    said = figures(
        roll=(60, "published"), ehc_plans=(1, "published"), sen_support=(2, "published"), attendance_send=80.5
    )

    assert hidden(said) == {"attendance_send"}


@pytest.mark.parametrize(
    ("counts", "hides"),
    [
        ({}, True),
        ({"ehc_plans": 0}, True),
        ({"ehc_plans": 4}, True),
        ({"ehc_plans": None, "sen_support": None}, True),
        ({"ehc_plans": None, "sen_support": 0}, True),
        ({"ehc_plans": None, "sen_support": 5}, False),
        ({"ehc_plans": 12}, False),
    ],
)
def test_attendance_of_pupils_nobody_counted_is_hidden(counts: dict[str, float | None], hides: bool) -> None:
    """A count that is not given or was withheld may be small: the one that is there has to be enough by itself."""
    assert ("attendance_send" in hidden(figures(attendance_send=88.0, **counts))) is hides


@pytest.mark.parametrize(("roll", "hides"), [(40, False), (41, True), (44, True), (45, False)])
def test_attendance_that_gives_away_the_few_others_is_hidden(roll: int, hides: bool) -> None:
    """From the attendance of all and of 40 with SEND that of the one to four others could be worked out."""
    said = figures(
        roll=(roll, "published"),
        ehc_plans=(10, "published"),
        sen_support=(30, "published"),
        attendance=95,
        attendance_send=94,
    )

    assert hidden(said) == ({"attendance_send"} if hides else set())


@pytest.mark.parametrize(("roll", "hides"), [(None, True), (3, True), (5, False), (428, False)])
def test_attendance_of_a_handful_on_roll_is_hidden(roll: int | None, hides: bool) -> None:
    """Where one to four pupils are on roll, or nobody says how many, the attendance of all is that of a few."""
    said = figures(attendance=91.5) if roll is None else figures(attendance=91.5, roll=roll)

    assert hidden(said) == ({"attendance"} if hides else set())


def test_hidden_percentage_says_that_it_may_be_about_few() -> None:
    """The reader is not told that a percentage is a count."""
    said = shared_record(figures(roll=60, sen_support=3, ehc_plans=0, attendance_send=80.5)).assessment

    assert figure_in_words(said, BY_ID["attendance_send"]) == "withheld: it may be about few pupils"
    assert figure_in_words(said, BY_ID["sen_support"]) == "withheld: it could point to a child"


@pytest.mark.parametrize(
    ("roll", "plans", "support", "hides"),
    [
        (50, 10, 37, {"ehc_plans", "sen_support"}),
        (50, 10, (37, "published"), {"ehc_plans"}),
        (50, (10, "published"), 37, {"sen_support"}),
        (50, 10, 40, set()),
        (50, 10, 35, set()),
    ],
)
def test_counts_that_together_leave_out_few_are_hidden(
    roll: int, plans: float | tuple[float, Source], support: float | tuple[float, Source], hides: set[str]
) -> None:
    """Roll less both counts are the pupils without SEND: of one to four of them the two counts may not both tell."""
    assert hidden(figures(roll=roll, ehc_plans=plans, sen_support=support)) == hides


@pytest.mark.parametrize("rolls", [range(16), pytest.param(range(16, 30), marks=pytest.mark.prove)], ids=str)
def test_no_group_of_one_to_four_can_be_worked_out(rolls: range) -> None:
    """Whatever a small school types, adding and taking away what leaves never gives one to four pupils."""
    for roll, plans, support in product(rolls, range(rolls.stop), range(rolls.stop)):
        if plans + support > roll:
            continue
        said = figures(roll=roll, ehc_plans=plans, sen_support=support, attendance=90, attendance_send=80)
        given_figures = said.context.figures
        leaves = set(given_figures) - hidden_figures(given_figures)
        send, others = plans + support, roll - plans - support
        groups = (
            (plans, {"ehc_plans"}),
            (support, {"sen_support"}),
            (roll - plans, {"ehc_plans"}),
            (roll - support, {"sen_support"}),
            *((count, {"ehc_plans", "sen_support"}) for count in (send, others)),
            *((count, {"attendance_send"}) for count in (send, others)),
        )
        assert not [(said, names) for count, names in groups if count in SMALL and names <= leaves]


def test_hidden_count_leaves_its_year_and_source() -> None:
    """The reader learns that there was a figure, from where and when, and not which."""
    assessment = an_evaluation(context=Context(figures={"fsm": Figure(value=2, source="imported", year="2025/26")}))

    shared = shared_record(assessment).assessment

    assert shared.context.figures == {"fsm": Figure(value=None, source="imported", year="2025/26")}
    assert shared.withheld == ("counts that could point to a child",)
