"""Figures over school years, each in a picture of its own."""

from sendself.charts.trend import trend_figure
from sendself.context.national.trend import TrendLine


def test_trend_has_a_picture_for_each_figure() -> None:
    """Each figure under its name with its years and numbers; a year without one is a gap."""
    lines = (
        TrendLine("Pupils with SEN support", "%", (10.0, None, 12.5)),
        TrendLine("Suspensions per 100 pupils", "", (4.0, 4.0, 4.0)),
    )
    figure = trend_figure(("2022/23", "2023/24", "2024/25"), lines)
    support, suspensions = figure.data
    assert [title.text for title in figure.layout.annotations] == [line.what for line in lines]
    assert list(support.x) == ["2022/23", "2023/24", "2024/25"]
    assert (list(support.y), list(support.text)) == ([10.0, None, 12.5], ["10.0%", "", "12.5%"])
    assert (support.connectgaps, figure.layout.xaxis.type) == (False, "category")
    low, high = figure.layout.yaxis2.range
    assert low < 4 < high
    assert suspensions.yaxis == "y2"


def test_trend_does_not_make_much_of_little() -> None:
    """A step from 19.3 to 19.4 takes less than a twentieth of the picture's height."""
    figure = trend_figure(("2022/23", "2023/24"), [TrendLine("Persistently absent", "%", (19.3, 19.4))])
    low, high = figure.layout.yaxis.range
    assert 0.1 / (high - low) < 0.05
