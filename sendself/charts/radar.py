"""The radar of the focus areas on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from sendself.assessment.model import Assessment
from sendself.assessment.profile import profile
from sendself.assessment.words import perspective_name
from sendself.charts.colours import CLEAR, grid, ink

_DASHES = ("solid", "dash", "dot", "dashdot")
_MARKERS = ("circle", "square", "diamond", "triangle-up")
_LONG = 13


@dataclass(frozen=True, slots=True)
class Trace:
    """One line on the radar: a mean per focus area, `None` where nothing is rated."""

    name: str
    values: tuple[float | None, ...]


def radar_traces(assessment: Assessment, perspectives: Sequence[str]) -> tuple[Trace, ...]:
    """A trace for each perspective that has rated anything."""
    traces = (
        Trace(perspective_name(who), tuple(area.mean for area in profile(assessment, who))) for who in perspectives
    )
    return tuple(trace for trace in traces if any(value is not None for value in trace.values))


def radar_figure(
    assessment: Assessment, traces: Sequence[Trace], *, large: bool = False, dark: bool = False
) -> go.Figure:
    """The radar of the focus areas: fixed axis order, rings at levels 1 to 4, one filled trace, the others lines.

    An area without a rating is a gap and not a zero, and then nothing is filled.
    """
    names = [_wrapped(area.short) for area in assessment.rubric.areas]
    figure = go.Figure([_scatter(trace, names, number) for number, trace in enumerate(traces)])
    words, rings = ink(dark), grid(dark)
    top = len(assessment.rubric.scale)
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
                "tickfont": {"size": 20 if large else 13, "color": words},
            },
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "gridcolor": rings,
                "linecolor": rings,
                "tickfont": {"size": 22 if large else 14, "color": words},
            },
        },
        paper_bgcolor=CLEAR,
        font={"color": words, "size": 18 if large else 14},
        height=780 if large else 520,
        margin={"l": 90, "r": 90, "t": 70, "b": 70},
        showlegend=len(traces) > 1,
        legend={"orientation": "h", "y": -0.12},
    )
    return figure


def _scatter(trace: Trace, names: list[str], number: int) -> Any:
    whole = all(value is not None for value in trace.values)
    return go.Scatterpolar(
        name=trace.name,
        r=[*trace.values, trace.values[0]],
        theta=[*names, names[0]],
        mode="lines+markers",
        fill="toself" if number == 0 and whole else None,
        line={"dash": _DASHES[number % len(_DASHES)], "width": 3},
        marker={"symbol": _MARKERS[number % len(_MARKERS)], "size": 9},
        connectgaps=False,
        hovertemplate="%{theta}: %{r:.1f}<extra>" + trace.name + "</extra>",
    )


def _wrapped(name: str) -> str:
    return name.replace(" ", "<br>") if len(name) > _LONG else name
