"""The day of an evaluation is one day, whoever asks: that of the UK."""

from datetime import UTC, date, datetime

from sendself.assessment.evaluation_day import day_of_its_figures, evaluation_day
from sendself.assessment.over_time.before import last_time_of
from sendself.assessment.participants import Review
from tests.samples import an_evaluation

LATE_IN_JULY = datetime(2026, 7, 31, 23, 30, tzinfo=UTC)


def test_day_that_the_school_gave_counts() -> None:
    """A day that was entered is the day of the evaluation and of its figures."""
    given = an_evaluation(review=Review(evaluated_on=date(2026, 3, 5)), updated_at=LATE_IN_JULY)

    assert evaluation_day(given) == day_of_its_figures(given) == date(2026, 3, 5)


def test_day_of_a_change_is_the_one_on_clocks_in_the_uk() -> None:
    """Half past eleven in UTC is past midnight in a British summer; the next evaluation is told the same day."""
    changed = an_evaluation(updated_at=LATE_IN_JULY)

    assert evaluation_day(changed) == last_time_of(changed).evaluated_on == date(2026, 8, 1)


def test_figures_stay_in_the_year_in_which_the_evaluation_began() -> None:
    """A change in the next school year does not move the figures into it; the day of the beginning is one of the UK."""
    begun = an_evaluation(
        created_at=datetime(2026, 8, 31, 23, 30, tzinfo=UTC), updated_at=datetime(2027, 9, 2, tzinfo=UTC)
    )

    assert day_of_its_figures(begun) == date(2026, 9, 1)
