"""The day that an evaluation speaks of. Days are those of the UK, whatever the zone of the computer."""

from datetime import date

from sendself.assessment.model import Assessment
from sendself.assessment.uk_clock import uk_day


def evaluation_day(assessment: Assessment) -> date:
    """The day the evaluation is dated: as the school gave it, otherwise the day of the last change."""
    return assessment.review.evaluated_on or uk_day(assessment.updated_at)


def day_of_its_figures(assessment: Assessment) -> date:
    """The day from which the school years of typed figures are told: as the school gave it, otherwise the first day.

    Not the day of the last change: a figure stays in its year when something else is changed later.
    """
    return assessment.review.evaluated_on or uk_day(assessment.created_at)
