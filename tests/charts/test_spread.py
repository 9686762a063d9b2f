"""The spread of views: where each mark stands, that none hides another, and that it can be read without colour."""

import pytest

from sendself.assessment.perspectives.spread import Spread
from sendself.charts.spread import SYMBOLS, spread_figure, spread_in_words

FAR = Spread("Clubs & trips", {"senco": 1.0, "slt": 4.0}, {"senco": "1 Not yet in place", "slt": "4 Sustained"}, 3)
NEAR = Spread(
    "Vision",
    {"slt": 2.0, "senco": 2.0, "governor": 3.0},
    {"slt": "2 Developing", "senco": "2 Developing", "governor": "3 Established"},
    1,
)
UNSURE = Spread("Law", {"senco": None, "slt": 3.0}, {"senco": "Don't know yet", "slt": "3 Established"}, 1)
WHO = ("senco", "slt", "governor", "parent-forum")


def test_each_perspective_has_a_symbol_of_its_own() -> None:
    """In the order of the participants, without those who rated nothing; the same symbols whatever is shown."""
    marks = spread_figure((FAR, NEAR), WHO).data

    assert [mark.name for mark in marks] == ["SENCO", "Senior leader", "Governor"]
    assert len({mark.marker.symbol for mark in marks}) == 3
    assert len(set(SYMBOLS)) == len(SYMBOLS) >= 7


def test_marks_stand_at_their_levels_in_their_rows() -> None:
    """The first line is row 0; a mark alone at its level stands on the way, two at one level beside each other."""
    senco, leader, governor = spread_figure((FAR, NEAR), WHO).data

    assert (list(senco.x), list(leader.x), list(governor.x)) == ([1, 2], [4, 2], [3])
    assert (senco.y[0], leader.y[0], governor.y[0]) == (0, 0, 1)
    assert leader.y[1] < 1 < senco.y[1]
    assert senco.y[1] - leader.y[1] < 0.5


def test_way_leads_from_the_lowest_to_the_highest_level() -> None:
    """A rating without a level stands apart, with no way to it."""
    figure = spread_figure((FAR, NEAR, UNSURE), WHO)

    assert [(way.x0, way.x1, way.y0, way.layer) for way in figure.layout.shapes] == [
        (1, 4, 0, "below"),
        (2, 3, 1, "below"),
        (3, 3, 2, "below"),
    ]
    assert figure.data[0].x[2] == 0
    assert figure.layout.xaxis.ticktext[0] == "No<br>level"


def test_no_way_leads_between_means_that_cannot_be_compared() -> None:
    """Means of different themes are marks alone, also where those that all have rated lie nearer to each other."""
    places, words = {"senco": 1.0, "slt": 3.0}, {"senco": "1.0 (1 theme)", "slt": "3.0 (1 theme)"}
    lines = (Spread("Area", places, words, None, 0), Spread("Other area", places, words, 1.5))

    assert not spread_figure(lines, WHO).layout.shapes


def test_levels_have_no_place_without_level_unless_somebody_stands_there() -> None:
    """The axis begins at the first level."""
    assert list(spread_figure((FAR,), WHO).layout.xaxis.ticktext) == ["1", "2", "3", "4"]


def test_nearly_equal_means_are_drawn_side_by_side() -> None:
    """A mean of 2.61 does not hide one of 2.6, and both stand where they are."""
    near = Spread("Area", {"senco": 2.6, "slt": 2.61}, {"senco": "2.6", "slt": "2.6"}, 0.01)
    senco, leader = spread_figure((near,), WHO).data

    assert (senco.x[0], leader.x[0]) == (2.6, 2.61)
    assert senco.y[0] < leader.y[0]


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_height_grows_with_the_rows(rows: int) -> None:
    """Every row has the same room, however many there are, and its name stands above it."""
    one, many = spread_figure((NEAR,), WHO), spread_figure((NEAR,) * rows, WHO)
    names = [note.text for note in many.layout.annotations]

    assert names == ["<b>Vision</b>"] * rows
    assert many.layout.height - one.layout.height == 60 * (rows - 1)


def test_words_of_a_rubric_are_not_read_as_markup() -> None:
    """A title with an angle bracket is drawn as it is."""
    odd = Spread("<i>Odd", FAR.places, FAR.words, 3)

    assert spread_figure((odd,), WHO).layout.annotations[0].text == "<b>‹i›Odd</b>"


def test_spread_can_be_read_without_seeing_it() -> None:
    """Every line with what each says."""
    assert spread_in_words((FAR, UNSURE)) == (
        "What each says, the largest difference first. "
        "Clubs & trips: SENCO 1 Not yet in place, Senior leader 4 Sustained; "
        "Law: SENCO Don't know yet, Senior leader 3 Established."
    )
