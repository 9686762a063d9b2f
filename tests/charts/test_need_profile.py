"""The mix of needs beside the national one."""

from sendself.charts.need_profile import need_profile_figure
from tests.charts.shares import NEEDS


def test_need_profile_sets_the_school_beside_the_nation() -> None:
    """Two named rows of bars in the order given, told apart by pattern too; what is unknown has no bar and no words."""
    figure = need_profile_figure(NEEDS)
    school, national = figure.data
    assert (school.name, national.name) == ("This school", "National")
    assert list(school.y) == list(national.y) == ["Speech", "Autistic spectrum disorder<br>(ASD)"]
    assert (list(school.x), list(national.x)) == ([75.0, None], [None, 33.0])
    assert (list(school.text), list(national.text)) == (["75.0%", ""], ["", "33.0%"])
    assert school.marker.pattern.shape != national.marker.pattern.shape
    assert (school.orientation, figure.layout.yaxis.autorange) == ("h", "reversed")
