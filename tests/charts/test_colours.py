"""Bars and words stand out from a light and from a dark page."""

import pytest

from sendself.charts.beside_others import beside_others_figure
from sendself.charts.distribution import distribution_figure
from sendself.charts.need_profile import need_profile_figure
from tests.charts.shares import COMPARED, NEEDS, Shares

PAGES = {False: "#FFFFFF", True: "#0F1A1D"}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


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
        assert figure.data
        for bar in figure.data:
            colours = [bar.marker.color] if isinstance(bar.marker.color, str) else bar.marker.color
            # A pattern is drawn on its own ground, not on the bar's colour.
            assert bar.marker.pattern.shape in (None, "") or bar.marker.pattern.bgcolor == bar.marker.color
            assert all(contrast(colour, PAGES[dark]) >= 3 for colour in colours)
