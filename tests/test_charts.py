"""The figures on the screen: what is drawn, what is marked, and that it can be read without seeing it."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.assessment.model import AGREED, Answer
from sendself.charts.distribution import distribution_figure, distribution_in_words
from sendself.charts.need_profile import NeedShare, need_profile_figure, need_profile_in_words, need_shares
from sendself.charts.radar import radar_figure, radar_traces
from sendself.context.own_counts import published_counts
from sendself.context.register import load_register
from sendself.context.standing import Standing, standings
from tests.samples import an_evaluation

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
    figures = (distribution_figure(Shares(), dark=dark), need_profile_figure({"ASD": 3}, {"ASD": 30}, dark=dark))
    for figure in figures:
        assert contrast(figure.layout.font.color, PAGES[dark]) >= 4.5
        for bar in figure.data:
            colours = [bar.marker.color] if isinstance(bar.marker.color, str) else bar.marker.color
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
    assert len(made) == 6
    for standing in made:
        (bar,) = distribution_figure(standing).data
        assert sum(bar.y) == standing.n
        assert f"This school: {standing.value:.1f}%" in distribution_in_words(standing)


def test_need_shares_are_of_the_pupils_counted() -> None:
    """Largest in school first; what only the country has stays, what nobody has goes, what is unknown is no nought."""
    assert need_shares({"ASD": 5, "SLCN": 15, "VI": 0, "DS": 0}, {"ASD": 33.0, "VI": 1.0, "NSA": 0.0}) == (
        NeedShare("SLCN", 75.0, None),
        NeedShare("ASD", 25.0, 33.0),
        NeedShare("VI", 0.0, 1.0),
    )


@given(
    st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 400)),
    st.dictionaries(st.sampled_from("ABCDE"), st.floats(0, 100)),
)
def test_need_shares_add_up(pupils: dict[str, int], national: dict[str, float]) -> None:
    """The school's shares make 100 or, where nobody is counted, are unknown; each need is there once."""
    lines = need_shares(pupils, national)
    assert len({line.need for line in lines}) == len(lines)
    if any(pupils.values()):
        assert sum(line.school or 0 for line in lines) == pytest.approx(100)
    else:
        assert all(line.school is None for line in lines)


def test_need_profile_sets_the_school_beside_the_nation() -> None:
    """Two named rows of bars, told apart by pattern too, with numbers at their ends, the largest need on top."""
    figure = need_profile_figure({"ASD": 5, "SLCN": 15}, {"ASD": 33.0}, names={"ASD": "Autism"})
    school, national = figure.data
    assert (school.name, national.name) == ("This school", "National")
    assert list(school.y) == list(national.y) == ["SLCN", "Autism"]
    assert (list(school.x), list(national.x)) == ([75.0, 25.0], [None, 33.0])
    assert (list(school.text), list(national.text)) == (["75.0%", "25.0%"], ["", "33.0%"])
    assert school.marker.pattern.shape != national.marker.pattern.shape
    assert (school.orientation, figure.layout.yaxis.autorange) == ("h", "reversed")


def test_need_profile_in_words() -> None:
    """Every need with both shares; without any, a sentence that says so."""
    words = need_profile_in_words({"ASD": 5, "SLCN": 15}, {"ASD": 33.0}, names={"ASD": "Autism"})
    assert words == ("Main needs, share of pupils: SLCN 75.0% (national not known); Autism 25.0% (national 33.0%).")
    assert need_profile_in_words({}, {}) == "No main needs are counted."


def test_radar_leaves_a_gap_where_nothing_is_rated() -> None:
    """An area without a rating is no nought, and then nothing is filled."""
    part = an_evaluation(answers={"teaching.first": {AGREED: Answer(rating=3)}})
    both = part.changed(answers={**part.answers, "families.first": {AGREED: Answer(rating=2)}})
    drawn = {}
    for name, assessment in (("part", part), ("both", both)):
        (drawn[name],) = radar_figure(assessment, radar_traces(assessment, [AGREED])).data
    assert (list(drawn["part"].r), drawn["part"].fill) == ([3.0, None, 3.0], None)
    assert (list(drawn["both"].r), drawn["both"].fill) == ([3.0, 2.0, 3.0], "toself")
