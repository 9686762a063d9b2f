"""The evaluation before this one: what is kept of it, and what a theme was then."""

from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.earlier_means import times_before
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import rating_in_words


def last_time_of(earlier: Assessment) -> LastTime:
    """What the next evaluation keeps of an earlier one: its id and day, the agreed ratings and the targets."""
    ratings = {theme.id: earlier.answer(theme.id).rating for theme in earlier.rubric.themes()}
    return LastTime(
        evaluation=earlier.id,
        evaluated_on=evaluation_day(earlier),
        ratings={theme: rating for theme, rating in ratings.items() if rating is not None},
        targets={theme: aim.level for theme, aim in earlier.targets.items() if aim.level},
        before=times_before(earlier),
    )


def last_time_in_words(assessment: Assessment, theme_id: str) -> str:
    """A theme's rating last time, such as "Last time (12 March 2025): 2 Developing"; empty where there was none."""
    then = assessment.last_time.ratings.get(theme_id)
    if then is None:
        return ""
    return f"Last time ({last_day(assessment)}): {rating_in_words(assessment.rubric, then)}"


def last_day(assessment: Assessment) -> str:
    """The day of the last evaluation in words, or "last time" where it is not known."""
    day = assessment.last_time.evaluated_on
    return uk_date(day) if day else "last time"
