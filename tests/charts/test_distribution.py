"""The distribution of a share among schools: every bin once, the school marked, and all of it in words."""

import pytest

from sendself.charts.distribution import distribution_figure, distribution_in_words
from sendself.context.alike.own_counts import published_counts
from sendself.context.alike.standing import Standing, standings
from sendself.context.schools.register import load_register
from tests.charts.shares import Shares


def test_distribution_draws_every_bin_once() -> None:
    """One bar per count, as wide as the bin, in its middle, with the outer bins named as open."""
    (bar,) = distribution_figure(Shares()).data
    assert (list(bar.x), list(bar.y), bar.width) == ([2.5, 7.5, 12.5], [20, 45, 35], 5)
    assert list(bar.customdata) == ["under 5%", "5% to 10%", "10% and over"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("value", "place"), [(0.0, 0), (4.9, 0), (5.0, 1), (9.9, 1), (10.0, 2), (15.0, 2), (40.0, 2)])
def test_distribution_marks_the_school_by_line_words_and_colour(value: float, place: int, dark: bool) -> None:
    """The line stands at the value, the words beside it say it, and only the school's own bar has another colour."""
    figure = distribution_figure(Shares(value=value), dark=dark)
    (line,), (words,), (bar,) = figure.layout.shapes, figure.layout.annotations, figure.data
    assert (line.x0, line.x1, words.x) == (value, value, value)
    assert words.text == f"This school {value:.1f}%"
    colours = list(bar.marker.color)
    assert colours.count(colours[place]) == 1
    assert len(set(colours)) == 2
    assert figure.layout.showlegend is False


def test_distribution_of_one_bin_is_drawn() -> None:
    """Schools that are all alike make one bar, with the school in it."""
    (bar,) = distribution_figure(Shares(value=100, edges=(100.0, 110.0), counts=(100,))).data
    assert (list(bar.y), list(bar.customdata)) == ([100], ["100% to 110%"])


def test_distribution_in_words_says_what_is_drawn() -> None:
    """Group, how many, year, the middle half, the school, and how many are below it."""
    assert distribution_in_words(Shares()) == (
        "Share of pupils with SEN support among state-funded primaries (100 schools with published counts, 2023/24): "
        "half of the schools lie between 8.0% and 14.0%, the middle one at 10.2%. "
        "This school: 12.5%; 70 schools have a smaller share and 2 the same."
    )


def test_distribution_of_a_real_school() -> None:
    """Every standing of Downside, Luton can be drawn: all schools are in the bars, and its value within the axis."""
    entry = load_register().find(109567)
    assert entry
    own = published_counts(entry)
    assert own
    made = [s for s in standings(own, load_register()) if isinstance(s, Standing)]
    assert len(made) == 5  # free school meals are compared among all schools of the type alone
    for standing in made:
        (bar,) = distribution_figure(standing).data
        assert sum(bar.y) == standing.n
        assert f"This school: {standing.value:.1f}%" in distribution_in_words(standing)
