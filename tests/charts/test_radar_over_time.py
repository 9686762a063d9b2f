"""The traces of the radar that are not of today."""

from datetime import date

from sendself.assessment.items import Target
from sendself.assessment.last_time import EarlierTime, LastTime
from sendself.charts.radar_over_time import traces_over_time
from tests.samples import an_evaluation, answered


def test_radar_shows_earlier_times_and_what_is_aimed_for() -> None:
    """Named by the day, each with a point where there is one."""
    evaluation = an_evaluation(
        answers={"teaching.first": answered(2)},
        targets={"teaching.first": Target(level=4)},
        last_time=LastTime(
            evaluated_on=date(2025, 3, 12),
            ratings={"families.first": 1},
            before=(EarlierTime(evaluated_on=date(2024, 3, 12), means={"teaching": 1.5}, rests_on={}),),
        ),
    )

    assert [(trace.name, trace.values) for trace in traces_over_time(evaluation)] == [
        ("Last time, 12 March 2025", (None, 1.0)),
        ("Earlier, 12 March 2024", (1.5, None)),
        ("Aimed for", (4.0, None)),
    ]
    assert traces_over_time(an_evaluation()) == ()
