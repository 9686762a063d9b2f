"""Horizontal bars side by side: what need profile and comparison of groups have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from sendself.charts.colours import bar_layout, grid, page, ticks


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar for each label: their name in the legend, values and the words at their ends, colour and pattern."""

    name: str
    values: Sequence[float | None]
    words: Sequence[str]
    colour: str
    pattern: str = ""


def grouped_bars(labels: Sequence[str], series: Sequence[Bars], *, suffix: str = "", dark: bool = False) -> go.Figure:
    """The series under each label, the first on top, told apart by pattern as well as colour."""
    figure = go.Figure(
        [
            go.Bar(
                name=bars.name,
                y=list(labels),
                x=list(bars.values),
                orientation="h",
                # Without a bgcolor the lines of the pattern stand on nothing, in the colour of the page.
                marker={
                    "color": bars.colour,
                    "pattern": {"shape": bars.pattern, "bgcolor": bars.colour, "fgcolor": page(dark)},
                },
                text=list(bars.words),
                textposition="outside",
                cliponaxis=False,
                hovertemplate="%{y}: %{text}<extra>" + bars.name + "</extra>",
            )
            for bars in series
        ]
    )
    figure.update_layout(
        **bar_layout(dark),
        height=110 + 23 * len(series) * len(labels),
        barmode="group",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        xaxis={**ticks(dark), "ticksuffix": suffix, "gridcolor": grid(dark), "rangemode": "tozero", "zeroline": False},
        yaxis={**ticks(dark), "autorange": "reversed", "automargin": True},
    )
    return figure
