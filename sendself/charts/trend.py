"""Figures over school years, one small picture each: their scales have nothing in common."""

from collections.abc import Sequence
from typing import Protocol

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from sendself.charts.colours import BARS, bar_layout, ticks


class Line(Protocol):
    """What moved, its value for each year (`None` where there is none), and how a value is said."""

    @property
    def what(self) -> str: ...  # noqa: D102
    @property
    def values(self) -> Sequence[float | None]: ...  # noqa: D102
    def in_words(self, value: float | None) -> str: ...  # noqa: D102


def trend_figure(years: Sequence[str], lines: Sequence[Line], *, dark: bool = False) -> go.Figure:
    """A line for each figure under its name, with the numbers at its points; a year without one is not bridged."""
    strong = BARS[dark][1]
    figure = make_subplots(rows=len(lines), cols=1, subplot_titles=[line.what for line in lines])
    for row, line in enumerate(lines, start=1):
        points = go.Scatter(
            name=line.what,
            x=list(years),
            y=list(line.values),
            mode="lines+markers+text",
            text=["" if value is None else line.in_words(value) for value in line.values],
            textposition="top center",
            cliponaxis=False,
            line={"color": strong, "width": 3},
            marker={"size": 9},
            connectgaps=False,
            hovertemplate="%{x}: %{text}<extra></extra>",
        )
        figure.add_trace(points, row=row, col=1)
    figure.update_layout(**bar_layout(dark), height=60 + 190 * len(lines), showlegend=False)
    # As words: plotly would take 2023/24 for a date.
    figure.update_xaxes(**ticks(dark), type="category", showgrid=False, range=[-0.5, len(years) - 0.5])
    figure.update_yaxes(showticklabels=False, showgrid=False, zeroline=False)
    for number, line in enumerate(lines, start=1):
        known = [value for value in line.values if value is not None]
        # Room for a tenth of the largest, so that a small step does not look like a large one.
        room = max((max(known) - min(known)) * 0.4, max(known) * 0.1, 1)
        figure.update_yaxes(range=[min(known) - room, max(known) + room], row=number, col=1)
    return figure
