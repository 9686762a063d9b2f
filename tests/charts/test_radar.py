"""The radar on the screen: gaps where nothing is rated, and lines that are told apart."""

from sendself.assessment.answers import Answer
from sendself.assessment.identifiers import AGREED
from sendself.assessment.perspectives.apart import profiles_seen
from sendself.charts.radar import Trace, radar_figure, radar_traces
from tests.samples import an_evaluation


def test_radar_leaves_a_gap_where_nothing_is_rated() -> None:
    """An area without a rating is no nought, and then nothing is filled."""
    part = an_evaluation(answers={"teaching.first": {AGREED: Answer(rating=3)}})
    both = part.changed(answers={**part.answers, "families.first": {AGREED: Answer(rating=2)}})
    drawn = {}
    for name, assessment in (("part", part), ("both", both)):
        (drawn[name],) = radar_figure(assessment, radar_traces(profiles_seen(assessment, AGREED))).data
    assert (list(drawn["part"].r), drawn["part"].fill) == ([3.0, None, 3.0], None)
    assert (list(drawn["both"].r), drawn["both"].fill) == ([3.0, 2.0, 3.0], "toself")


def test_no_two_of_many_lines_look_alike() -> None:
    """Agreed, three views, three earlier times and the targets differ in dash or marker, not in colour alone."""
    evaluation = an_evaluation()
    traces = [Trace(str(number), (1.0, 2.0)) for number in range(8)]
    drawn = {(line.line.dash, line.marker.symbol) for line in radar_figure(evaluation, traces).data}

    assert len(drawn) == len(traces)
