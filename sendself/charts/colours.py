"""The colours that the figures share, each for a light and for a dark page, and the frame of a bar chart."""

from collections.abc import Mapping
from typing import Any

CLEAR = "rgba(0,0,0,0)"
# Bars of others and of this school; each at least 3:1 against its page.
BARS: Mapping[bool, tuple[str, str]] = {False: ("#7F9197", "#0B5C6B"), True: ("#7C9098", "#5CC8DA")}


def ink(dark: bool) -> str:
    """Words and marks."""
    return "#E9F1F3" if dark else "#12262B"


def page(dark: bool) -> str:
    """What the figure stands on."""
    return "#0F1A1D" if dark else "#FFFFFF"


def grid(dark: bool) -> str:
    """Lines that are to be seen and not looked at."""
    return "#4B5D62" if dark else "#B8C4C8"


def ticks(dark: bool) -> dict[str, Any]:
    """The words at an axis: said outright, since the page would draw them too pale to be read."""
    return {"tickfont": {"color": ink(dark), "size": 13}, "title": {"font": {"color": ink(dark), "size": 14}}}


def bar_layout(dark: bool) -> dict[str, Any]:
    """The layout that every bar chart has."""
    margin = {"l": 60, "r": 50, "t": 40, "b": 50}
    return {"paper_bgcolor": CLEAR, "plot_bgcolor": CLEAR, "font": {"color": ink(dark), "size": 14}, "margin": margin}
