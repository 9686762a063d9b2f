"""Pupils with SEND beside the others and all nationally."""

from dataclasses import replace

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


def test_rates_with_and_without_sen_are_drawn_where_they_are_known() -> None:
    """Two more bars for the comparison that has them, none for the other, each told apart by colour or pattern."""
    apart = replace(COMPARED[1], national_send=25.5, national_others=12.25, apart_year="2022/23")
    figure = beside_others_figure((COMPARED[0], apart))
    send, others = figure.data[3:]
    assert (send.name, others.name) == ("National, with SEN", "National, without SEN")
    assert (list(send.x), list(others.x)) == ([None, 25.5], [None, 12.25])
    assert (list(send.text), list(others.text)) == (["", "25.5% in 2022/23"], ["", "12.2% in 2022/23"])
    assert len({(bars.marker.color, bars.marker.pattern.shape) for bars in figure.data}) == 5


def test_bars_of_a_label_stand_together() -> None:
    """Two of three bars are close to each other, one on each side of the middle of their label; three fill its room."""
    send, others, national = beside_others_figure(COMPARED).data
    assert [round(bars.offset[0] / bars.width, 6) for bars in (send, others)] == [-1, 0]
    assert [round(bars.offset[1] / bars.width, 6) for bars in (send, others, national)] == [-1.5, -0.5, 0.5]
