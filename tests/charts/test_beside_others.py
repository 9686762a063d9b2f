"""Pupils with SEND beside the others and all nationally."""

from sendself.charts.beside_others import beside_others_figure
from tests.charts.shares import COMPARED


def test_beside_others_draws_three_groups() -> None:
    """Pupils with SEND, the others and all nationally, each told apart by colour or pattern; none is no nought."""
    figure = beside_others_figure(COMPARED)
    send, others, national = figure.data
    assert [bars.name for bars in figure.data] == ["Pupils with SEND", "Other pupils", "National, all pupils"]
    assert (list(send.x), list(others.x), list(national.x)) == ([15.0, 20.0], [5.0, 10.0], [None, 14.6])
    assert (list(send.text), list(national.text)) == (["15.0 per 100 pupils", "20.0%"], ["", "14.6%"])
    looks = {(bars.marker.color, bars.marker.pattern.shape) for bars in figure.data}
    assert len(looks) == 3
