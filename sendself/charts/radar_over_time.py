"""The traces of the radar that are not of today: what was agreed last time, and what is aimed for."""

from sendself.assessment.model import Assessment
from sendself.assessment.over_time import aimed_means, last_day, last_means
from sendself.charts.radar import Trace


def traces_over_time(assessment: Assessment) -> tuple[Trace, ...]:
    """A trace for last time where there was one, and one for the targets where there are any."""
    traces = []
    if any(mean is not None for mean in last_means(assessment)):
        day = last_day(assessment)
        name = f"Last time, {day}" if assessment.last_time.evaluated_on else "Last time"
        traces.append(Trace(name, last_means(assessment)))
    if assessment.targets:
        traces.append(Trace("Aimed for", aimed_means(assessment)))
    return tuple(traces)
