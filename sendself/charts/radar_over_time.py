"""The traces of the radar that are not of today: what was agreed at earlier times, and what is aimed for."""

from sendself.assessment.model import Assessment
from sendself.assessment.over_time.earlier_means import aimed_means, earlier_means
from sendself.charts.radar import Trace


def traces_over_time(assessment: Assessment) -> tuple[Trace, ...]:
    """A trace for each of up to three earlier evaluations, and one for the targets where there are any."""
    traces = [Trace(earlier.name, earlier.means) for earlier in earlier_means(assessment)]
    if assessment.targets:
        traces.append(Trace("Aimed for", aimed_means(assessment).means))
    return tuple(traces)
