"""Looks: a contrast that can be read, and colours that follow the accent where they may."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendself.document.looks import (
    LEAST_CONTRAST,
    USUAL,
    Looks,
    accent_contrast,
    contrast,
    readable_accent,
    tint_of,
)
from sendself.document.shapes import Colour
from sendself.document.style import ACCENT, ACT, INK, LEVEL_COLOURS, SERIES_COLOURS, SERIES_FILL, TINT, WHITE

BLACK: Colour = (0, 0, 0)
LEAST_OF_A_LINE = 3.0
"""Of what is drawn: WCAG 2.2, success criterion 1.4.11."""
COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        ((119, 119, 119), WHITE, 4.48),
        ((118, 118, 118), WHITE, 4.54),
        ((255, 0, 0), WHITE, 4.0),
        ((0, 0, 255), WHITE, 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: Colour, other: Colour, ratio: float) -> None:
    """The ratios that are well known come out, whichever colour is named first."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS)
@example((255, 255, 255))
@example((255, 255, 0))
@example(BLACK)
def test_readable_accent_is_readable_and_the_nearest(accent: Colour) -> None:
    """Whatever the colour, the shade offered has enough contrast; one that has enough is offered itself."""
    offered = readable_accent(accent)

    assert accent_contrast(offered) >= LEAST_CONTRAST
    assert all(new <= old for new, old in zip(offered, accent, strict=True))
    assert (offered == accent) == (accent_contrast(accent) >= LEAST_CONTRAST)


def test_usual_accent_is_readable_on_its_tint() -> None:
    """Our own colours keep the rule that those of others have to keep; our tint is nearly what the rule makes of it."""
    assert accent_contrast(ACCENT) >= LEAST_CONTRAST
    assert max(abs(made - usual) for made, usual in zip(tint_of(ACCENT), TINT, strict=True)) <= 2


def test_only_accent_and_tint_follow() -> None:
    """Ink, warnings and the colours of levels mean something and stay."""
    looks = Looks(accent=(122, 31, 92))

    assert looks.colour(ACCENT) == (122, 31, 92)
    assert looks.colour(TINT) == tint_of((122, 31, 92))
    kept = [INK, ACT, WHITE, *(colour for pair in LEVEL_COLOURS.values() for colour in pair)]
    assert [looks.colour(colour) for colour in kept] == kept
    assert USUAL.colour(ACCENT) == ACCENT


@given(COLOURS)
@example(SERIES_COLOURS[1])
@example(SERIES_COLOURS[2])
@example((50, 70, 143))
@example((0, 118, 118))
@example(BLACK)
def test_lines_of_a_radar_are_told_apart_in_any_accent(chosen: Colour) -> None:
    """The first has the accent; all can be seen on white and on the shape that is filled, and no two are alike."""
    looks = Looks(accent=readable_accent(chosen))
    drawn = [looks.figure_colour(colour) for colour in SERIES_COLOURS]

    assert drawn[0] == looks.accent
    assert len(set(drawn)) == len(drawn)
    grounds = (WHITE, looks.figure_colour(SERIES_FILL))
    assert min(contrast(colour, ground) for colour in drawn for ground in grounds) >= LEAST_OF_A_LINE
    assert looks.figure_colour(INK) == INK


def test_line_near_the_accent_takes_the_one_that_is_free() -> None:
    """A blue school's own line is blue, and the line that is blue elsewhere is ours then."""
    looks = Looks(accent=(0, 70, 150))

    assert [looks.figure_colour(colour) for colour in SERIES_COLOURS[:3]] == [(0, 70, 150), SERIES_COLOURS[1], ACCENT]
    assert [USUAL.figure_colour(colour) for colour in SERIES_COLOURS] == list(SERIES_COLOURS)
