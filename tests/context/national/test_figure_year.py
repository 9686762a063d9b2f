"""The school year of a figure: its own, the one chosen for what is typed, or the one to begin with."""

from datetime import UTC, date, datetime

import pytest

from sendself.assessment.context import Context, Figure
from sendself.assessment.measures import MEASURES
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.context.national.figure_year import as_school_year, year_of_figure, year_to_begin_with
from tests.samples import an_evaluation

ROLL = Figure(value=400)


def on(day: date, **context: object) -> Assessment:
    """An evaluation of a day with this context."""
    return an_evaluation(review=Review(evaluated_on=day), context=Context.model_validate(context))


@pytest.mark.parametrize(
    ("day", "counts", "events"),
    [
        (date(2026, 8, 31), "2025/26", "2024/25"),
        (date(2026, 9, 1), "2026/27", "2025/26"),
        (date(2027, 1, 15), "2026/27", "2025/26"),
    ],
)
def test_year_to_begin_with_turns_in_september(day: date, counts: str, events: str) -> None:
    """Counts are of the school year of the day, what happens over a year of the full one before."""
    evaluation = on(day)
    assert (year_to_begin_with(evaluation, "on_roll"), year_to_begin_with(evaluation, "over_a_year")) == (
        counts,
        events,
    )


def test_year_to_begin_with_does_not_move_with_later_changes() -> None:
    """An evaluation without a day is of the day it was begun, not of its last change a year later."""
    later = an_evaluation(
        created_at=datetime(2025, 10, 1, tzinfo=UTC), updated_at=datetime(2026, 11, 1, tzinfo=UTC), review=Review()
    )
    assert year_to_begin_with(later, "on_roll") == "2025/26"


def test_every_figure_of_attendance_suspension_and_exclusion_is_over_a_year() -> None:
    """What happens over a year, and nothing else, has the year before to begin with."""
    words = ("attendance", "absence", "suspen", "exclusions")
    over = {measure.id for measure in MEASURES if measure.time == "over_a_year"}
    assert over == {measure.id for measure in MEASURES if any(word in measure.id for word in words)}


def test_own_year_comes_before_the_chosen_one() -> None:
    """A figure that brought its year keeps it; the others have the one that was chosen for their kind."""
    figures = {"roll": Figure(value=400, source="imported", year="2024/25"), "ehc_plans": ROLL, "suspensions": ROLL}
    evaluation = on(date(2026, 11, 1), figures=figures, years={"on_roll": "2023/24"})
    years = {name: year_of_figure(evaluation, name) for name in (*figures, "fsm")}
    assert years == {"roll": "2024/25", "ehc_plans": "2023/24", "suspensions": "2025/26", "fsm": "2023/24"}


@pytest.mark.parametrize(
    ("typed", "year"),
    [("2023-24", "2023/24"), ("autumn 2023/24", "2023/24"), ("last year", "2026/27"), ("", "2026/27")],
)
def test_year_in_other_words_is_read_where_it_can_be(typed: str, year: str) -> None:
    """What an export was said to be of is looked up in the form of the national figures, or as what is typed."""
    evaluation = on(date(2026, 11, 1), figures={"roll": Figure(value=400, source="imported", year=typed)})
    assert as_school_year(evaluation, "roll") == year
    assert year_of_figure(evaluation, "roll") == (typed or year)


@pytest.mark.parametrize("wrong", ["2023", "2023/25", "1999/00", "2023-24", "２０２３/24"])
def test_chosen_year_that_is_none_is_refused(wrong: str) -> None:
    """A school year is two years in a row."""
    with pytest.raises(ValueError, match="years"):
        Context(years={"on_roll": wrong})
