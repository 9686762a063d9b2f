"""The radar of the focus areas on the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from sendself.assessment.model import Assessment
from sendself.assessment.profile import AreaProfile
from sendself.assessment.words import perspective_name
from sendself.charts.colours import CLEAR, grid, ink

# Of different number, so that none of many lines has both dash and marker of another.
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
_MARKERS = ("circle", "square", "diamond", "triangle-up")
_LONG = 13


@dataclass(frozen=True, slots=True)
class _Size:
    """What is drawn how large, in pixels. `sides` has room for the widest name, `ends` for a name of two lines."""

    height: int
    sides: int
    ends: int
    names: int
    words: int
    line: int
    marker: int


# On a phone the height fits the width that is left; where there is room beside it, the page draws the figure higher.
_PAGE = _Size(height=320, sides=68, ends=36, names=14, words=14, line=3, marker=9)
# Read from four metres: on a screen 1.4 metres wide, of 1920 pixels, a capital letter of 28 is 14 mm high.
_ROOM = _Size(height=320, sides=140, ends=68, names=29, words=28, line=5, marker=16)
_LINE = 1.55
"""How high a name in the legend is, in heights of its words. On a phone each has a line of its own."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One line on the radar: a mean per focus area, `None` where nothing is rated."""

    name: str
    values: tuple[float | None, ...]


def radar_traces(profiles: Mapping[str, Sequence[AreaProfile]]) -> tuple[Trace, ...]:
    """A trace for each perspective that has rated anything, from its profile."""
    traces = (Trace(perspective_name(who), tuple(area.mean for area in areas)) for who, areas in profiles.items())
    return tuple(trace for trace in traces if any(value is not None for value in trace.values))


def radar_figure(
    assessment: Assessment, traces: Sequence[Trace], *, large: bool = False, dark: bool = False
) -> go.Figure:
    """The radar of the focus areas: fixed axis order, rings at levels 1 to 4, one filled trace, the others lines.

    An area without a rating is a gap and not a zero, and then nothing is filled. The height is the least that it needs;
    `large` is for a whole room to read.
    """
    names = [_wrapped(area.short) for area in assessment.rubric.areas]
    size = _for_room(names) if large else _PAGE
    figure = go.Figure([_scatter(trace, names, number, size) for number, trace in enumerate(traces)])
    words, rings = ink(dark), grid(dark)
    top = len(assessment.rubric.scale)
    legend = len(traces) > 1
    below = size.ends + (round(_LINE * size.words * len(traces)) if legend else 0)
    figure.update_layout(
        polar={
            "bgcolor": CLEAR,
            "radialaxis": {
                "range": [0, top],
                "tickvals": list(range(1, top + 1)),
                "angle": 90,
                "tickangle": 90,
                "gridcolor": rings,
                "linecolor": rings,
                "tickfont": {"size": size.words, "color": words},
            },
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "gridcolor": rings,
                "linecolor": rings,
                "tickfont": {"size": size.names, "color": words},
            },
        },
        paper_bgcolor=CLEAR,
        font={"color": words, "size": size.words},
        height=size.height - size.ends + below,
        margin={"l": size.sides, "r": size.sides, "t": size.ends, "b": below},
        showlegend=legend,
        legend={
            "orientation": "h",
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "x": 0.5,
            "xanchor": "center",
            "font": {"size": size.words, "color": words},
        },
    )
    return figure


def _scatter(trace: Trace, names: list[str], number: int, size: _Size) -> Any:
    whole = all(value is not None for value in trace.values)
    return go.Scatterpolar(
        name=trace.name,
        r=[*trace.values, trace.values[0]],
        theta=[*names, names[0]],
        mode="lines+markers",
        fill="toself" if number == 0 and whole else None,
        line={"dash": _DASHES[number % len(_DASHES)], "width": size.line},
        marker={"symbol": _MARKERS[number % len(_MARKERS)], "size": size.marker},
        connectgaps=False,
        hovertemplate="%{theta}: %{r:.1f}<extra>" + trace.name + "</extra>",
    )


def _for_room(names: Sequence[str]) -> _Size:
    """The sizes for a room. Where the names over and under the rings have one line, the rings have the other's room."""
    half = len(names) // 2
    ends = (names[0], *names[half : half + 1 + len(names) % 2]) if names else ()
    if any("<br>" in name for name in ends):
        return _ROOM
    return replace(_ROOM, ends=_ROOM.ends - _ROOM.words)


def _wrapped(name: str) -> str:
    return name.replace(" ", "<br>") if len(name) > _LONG else name
