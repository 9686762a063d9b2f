"""How a share is distributed among schools, with this school marked."""

from itertools import pairwise
from typing import Protocol

import plotly.graph_objects as go

from sendself.charts.colours import BARS, bar_layout, grid, ink, page, ticks


class Distribution(Protocol):
    """What a distribution is drawn from: shares in percent of `n` schools, counted between `edges`, and the school's.

    The first and the last count also hold the schools beyond their edge.
    """

    @property
    def what(self) -> str: ...  # noqa: D102 - the pupils whose share it is
    @property
    def group(self) -> str: ...  # noqa: D102 - the schools, in words
    @property
    def year(self) -> str: ...  # noqa: D102 - of the census
    @property
    def value(self) -> float: ...  # noqa: D102 - the school's own share
    @property
    def n(self) -> int: ...  # noqa: D102
    @property
    def below(self) -> int: ...  # noqa: D102 - schools with a smaller share
    @property
    def equal(self) -> int: ...  # noqa: D102 - schools with the same
    @property
    def quartiles(self) -> tuple[float, float, float]: ...  # noqa: D102
    @property
    def edges(self) -> tuple[float, ...]: ...  # noqa: D102
    @property
    def counts(self) -> tuple[int, ...]: ...  # noqa: D102


def distribution_figure(standing: Distribution, *, dark: bool = False) -> go.Figure:
    """How many schools have which share, as a small histogram; a line with the words "This school" marks the school."""
    quiet, strong = BARS[dark]
    edges, last = standing.edges, len(standing.counts) - 1
    own = next((place for place in range(last) if standing.value < edges[place + 1]), last)
    names = [f"{low:g}% to {high:g}%" for low, high in pairwise(edges)]
    if last:
        names[0], names[-1] = f"under {edges[1]:g}%", f"{edges[-2]:g}% and over"
    figure = go.Figure(
        go.Bar(
            x=[(low + high) / 2 for low, high in pairwise(edges)],
            y=list(standing.counts),
            width=edges[1] - edges[0],
            marker={
                "color": [strong if place == own else quiet for place in range(last + 1)],
                "line": {"width": 1, "color": page(dark)},
            },
            customdata=names,
            hovertemplate="%{customdata}: %{y:,} schools<extra></extra>",
        )
    )
    figure.add_vline(x=standing.value, line={"color": ink(dark), "width": 2, "dash": "dash"})
    figure.add_annotation(
        text=f"This school {standing.value:.1f}%",
        x=standing.value,
        y=1,
        yref="paper",
        yanchor="bottom",
        # Near an edge the words would be cut off: they stand on the side with room.
        xanchor="left" if own <= last / 3 else "right" if own >= 2 * last / 3 else "center",
        showarrow=False,
        font={"size": 14, "color": ink(dark)},
    )
    figure.update_layout(
        **bar_layout(dark),
        height=240,
        showlegend=False,
        bargap=0,
        xaxis={**ticks(dark), "ticksuffix": "%", "showgrid": False},
        yaxis={**ticks(dark), "gridcolor": grid(dark), "rangemode": "tozero", "zeroline": False},
    )
    # The outer bars also hold what lies beyond them, and would look like a peak.
    beyond = f" (last bar: {names[-1]})" if last else ""
    figure.update_layout(xaxis_title_text=f"Share of {standing.what}{beyond}", yaxis_title_text="Schools")
    return figure


def distribution_in_words(standing: Distribution) -> str:
    """The same for those who read: the group, where its middle half lies, the school, and how many are below it."""
    first, middle, third = standing.quartiles
    same = f" and {standing.equal:,} the same" if standing.equal else ""
    return (
        f"Share of {standing.what} among {standing.group} ({standing.n:,} schools with published counts, "
        f"{standing.year}): half of the schools lie between {first:.1f}% and {third:.1f}%, the middle one at "
        f"{middle:.1f}%. This school: {standing.value:.1f}%; {standing.below:,} schools have a smaller share{same}."
    )
