"""Figures over the years: each under its school year, from every evaluation of the school."""

from datetime import date

from sendself.assessment.context import Context, Figure
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.context.national.trend import trend, trend_in_words
from tests.samples import an_evaluation


def evaluated(day: date, year: str = "", **values: float) -> Assessment:
    """An evaluation of a day with these figures, typed for a year."""
    figures = {name: Figure(value=value, year=year) for name, value in values.items()}
    return an_evaluation(review=Review(evaluated_on=day), context=Context(figures=figures))


EARLIER = evaluated(date(2024, 11, 1), roll=400, ehc_plans=10, sen_support=40, suspensions=8)
LATER = evaluated(date(2026, 11, 1), roll=400, ehc_plans=12, sen_support=60, suspensions=12)


def test_one_evaluation_has_no_trend() -> None:
    """Nothing moves in one year, nor where two evaluations share no figure."""
    assert trend([]) is None
    assert trend([LATER]) is None
    assert trend([EARLIER, evaluated(date(2026, 11, 1), attendance_send=90)]) is None


def test_figures_stand_under_their_years_whatever_the_order() -> None:
    """Shares are of each evaluation's own roll; suspensions are of the school year before."""
    for order in ([EARLIER, LATER], [LATER, EARLIER]):
        found = trend(order)
        assert found
        assert found.years == ("2023/24", "2024/25", "2025/26", "2026/27")
        assert {line.what: line.values for line in found.lines} == {
            "Pupils with an EHC plan": (None, 2.5, None, 3.0),
            "Pupils with SEN support": (None, 10.0, None, 15.0),
            "Suspensions per 100 pupils": (2.0, None, 3.0, None),
        }


def test_year_that_was_typed_counts() -> None:
    """A figure that says its year stands there, whenever it was typed."""
    later = evaluated(date(2026, 11, 1), year="2022-23", roll=400, sen_support=60)
    found = trend([EARLIER, later])
    assert found
    assert found.years == ("2022/23", "2024/25")
    assert [line.values for line in found.lines] == [(15.0, 10.0)]


def test_later_of_two_evaluations_counts_for_a_year() -> None:
    """What was corrected in spring stands for the year, in any order."""
    spring = evaluated(date(2027, 3, 1), roll=400, sen_support=50)
    for order in ([EARLIER, LATER, spring], [spring, LATER, EARLIER]):
        found = trend(order)
        assert found
        assert {line.what: line.values for line in found.lines}["Pupils with SEN support"][-1] == 12.5


def test_trend_in_words_says_the_first_and_the_last() -> None:
    """The sentence has the numbers of the table, with their years."""
    found = trend([EARLIER, LATER])
    assert found
    words = trend_in_words(found)
    assert "Pupils with SEN support: 10.0% in 2024/25, 15.0% in 2026/27." in words
    assert "Suspensions per 100 pupils: 2.0 in 2023/24, 3.0 in 2025/26." in words
