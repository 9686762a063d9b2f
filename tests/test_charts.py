"""The figures on the screen: what is drawn, what is marked, and that it can be read without seeing it."""

from dataclasses import dataclass

import pytest

from sendself.assessment.answers import Answer
from sendself.assessment.apart import profiles_seen
from sendself.assessment.identifiers import AGREED
from sendself.charts.beside_others import beside_others_figure
from sendself.charts.distribution import distribution_figure, distribution_in_words
from sendself.charts.need_profile import need_profile_figure
from sendself.charts.radar import radar_figure, radar_traces
from sendself.charts.trend import trend_figure
from sendself.context.beside_others import PER_100, PERCENT, BesideOthers
from sendself.context.need_profile import NeedLine
from sendself.context.own_counts import published_counts
from sendself.context.register import load_register
from sendself.context.standing import Standing, standings
from sendself.context.trend import TrendLine
from tests.samples import an_evaluation

NEEDS = (NeedLine("Speech", "15", 75.0, None), NeedLine("Autistic spectrum disorder (ASD)", "withheld", None, 33.0))
COMPARED = (
    BesideOthers("Suspensions", PER_100, 15.0, 5.0, None, ""),
    BesideOthers("Persistently absent", PERCENT, 20.0, 10.0, 14.6, "A publication."),
)
PAGES = {False: "#FFFFFF", True: "#0F1A1D"}


@dataclass(frozen=True)
class Shares:
    """A made distribution of 100 schools."""

    what: str = "pupils with SEN support"
    group: str = "state-funded primaries"
    year: str = "2023/24"
    value: float = 12.5
    n: int = 100
    below: int = 70
    equal: int = 2
    quartiles: tuple[float, float, float] = (8.0, 10.25, 14.0)
    edges: tuple[float, ...] = (0.0, 5.0, 10.0, 15.0)
    counts: tuple[int, ...] = (20, 45, 35)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


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


@pytest.mark.parametrize("dark", [False, True])
def test_bars_and_words_stand_out_from_the_page(dark: bool) -> None:
    """Bars have at least 3:1 against the page and words 4.5:1, in light and in dark."""
    figures = (
        distribution_figure(Shares(), dark=dark),
        need_profile_figure(NEEDS, dark=dark),
        beside_others_figure(COMPARED, dark=dark),
    )
    for figure in figures:
        axes = (figure.layout.xaxis.tickfont, figure.layout.yaxis.tickfont, figure.layout.xaxis.title.font)
        assert all(contrast(font.color, PAGES[dark]) >= 4.5 for font in (figure.layout.font, *axes))
        for bar in figure.data:
            colours = [bar.marker.color] if isinstance(bar.marker.color, str) else bar.marker.color
            # A pattern is drawn on its own ground, not on the bar's colour.
            assert bar.marker.pattern.shape in (None, "") or bar.marker.pattern.bgcolor == bar.marker.color
            assert all(contrast(colour, PAGES[dark]) >= 3 for colour in colours)


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


def test_beside_others_draws_three_groups() -> None:
    """Pupils with SEND, the others and all nationally, each told apart by colour or pattern; none is no nought."""
    figure = beside_others_figure(COMPARED)
    send, others, national = figure.data
    assert [bars.name for bars in figure.data] == ["Pupils with SEND", "Other pupils", "National, all pupils"]
    assert (list(send.x), list(others.x), list(national.x)) == ([15.0, 20.0], [5.0, 10.0], [None, 14.6])
    assert (list(send.text), list(national.text)) == (["15.0 per 100 pupils", "20.0%"], ["", "14.6%"])
    looks = {(bars.marker.color, bars.marker.pattern.shape) for bars in figure.data}
    assert len(looks) == 3


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


def test_radar_leaves_a_gap_where_nothing_is_rated() -> None:
    """An area without a rating is no nought, and then nothing is filled."""
    part = an_evaluation(answers={"teaching.first": {AGREED: Answer(rating=3)}})
    both = part.changed(answers={**part.answers, "families.first": {AGREED: Answer(rating=2)}})
    drawn = {}
    for name, assessment in (("part", part), ("both", both)):
        (drawn[name],) = radar_figure(assessment, radar_traces(profiles_seen(assessment, AGREED))).data
    assert (list(drawn["part"].r), drawn["part"].fill) == ([3.0, None, 3.0], None)
    assert (list(drawn["both"].r), drawn["both"].fill) == ([3.0, 2.0, 3.0], "toself")
