"""The school year that a figure of the context is of."""

from sendself.assessment.evaluation_day import day_of_its_figures
from sendself.assessment.measure import Time
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.assessment.school_years import school_year_in, school_year_of


def year_of_figure(assessment: Assessment, measure: str) -> str:
    """The year that came with a figure, as it stands there; otherwise that of all figures of its kind that are typed.

    A figure that is not given has the year that it would have if it were typed.
    """
    figure = assessment.context.figures.get(measure)
    return (figure.year if figure else "") or year_typed(assessment, BY_ID[measure].time)


def as_school_year(assessment: Assessment, measure: str) -> str:
    """The same in the form 2023/24, also where the year came in other words."""
    return school_year_in(year_of_figure(assessment, measure)) or year_typed(assessment, BY_ID[measure].time)


def year_typed(assessment: Assessment, time: Time) -> str:
    """The school year of the figures that are typed: as chosen, otherwise as it begins."""
    return assessment.context.years.get(time) or year_to_begin_with(assessment, time)


def year_to_begin_with(assessment: Assessment, time: Time) -> str:
    """Counts are of the school year of the evaluation, what happens over a year of the last one that is full."""
    return school_year_of(day_of_its_figures(assessment), before=int(time == "over_a_year"))


def is_not_over(assessment: Assessment, measure: str) -> bool:
    """Whether a figure is counted over a school year that had not ended on the day of the evaluation."""
    over_a_year = BY_ID[measure].time == "over_a_year"
    return over_a_year and as_school_year(assessment, measure) >= school_year_of(day_of_its_figures(assessment))
