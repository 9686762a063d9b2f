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


_FILLED = 0.8
"""How much of the room of a label its bars take when it has all of them."""


def grouped_bars(labels: Sequence[str], series: Sequence[Bars], *, suffix: str = "", dark: bool = False) -> go.Figure:
    """The series under each label, the first on top, told apart by pattern as well as colour.

    What a series does not have for a label leaves no gap: the bars of each label stand together about its words.
    """
    thick = _FILLED / max(1, len(series))
    offsets = zip(*(_offsets([bars.values[at] for bars in series], thick) for at in range(len(labels))), strict=True)
    figure = go.Figure(
        [
            go.Bar(
                name=bars.name,
                y=list(labels),
                x=list(bars.values),
                orientation="h",
                width=thick,
                offset=list(offset),
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
            for bars, offset in zip(series, offsets, strict=True)
        ]
    )
    figure.update_layout(
        **bar_layout(dark),
        height=110 + 23 * len(series) * len(labels),
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        xaxis={**ticks(dark), "ticksuffix": suffix, "gridcolor": grid(dark), "rangemode": "tozero", "zeroline": False},
        yaxis={**ticks(dark), "autorange": "reversed", "automargin": True},
    )
    return figure


def _offsets(values: Sequence[float | None], thick: float) -> list[float]:
    """Where each bar of a label begins, counted from the label: those that there are stand close, one below another."""
    there = [value is not None for value in values]
    return [thick * (sum(there[:at]) - sum(there) / 2) for at in range(len(values))]
