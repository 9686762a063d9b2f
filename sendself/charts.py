"""Plotly figures for the screen. Every figure stands beside a table with the same numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import plotly.graph_objects as go

from sendself.assessment.model import Assessment
from sendself.assessment.profile import profile
from sendself.assessment.words import perspective_name

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
    ink, grid = ("#E9F1F3", "#4B5D62") if dark else ("#12262B", "#B8C4C8")
    top = len(assessment.rubric.scale)
    figure.update_layout(
        polar={
            "bgcolor": "rgba(0,0,0,0)",
            "radialaxis": {
                "range": [0, top],
                "tickvals": list(range(1, top + 1)),
                "angle": 90,
                "tickangle": 90,
                "gridcolor": grid,
                "linecolor": grid,
                "tickfont": {"size": 20 if large else 13, "color": ink},
            },
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "gridcolor": grid,
                "linecolor": grid,
                "tickfont": {"size": 22 if large else 14, "color": ink},
            },
        },
        paper_bgcolor="rgba(0,0,0,0)",
        font={"color": ink, "size": 18 if large else 14},
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


# Bars of others and of this school; each at least 3:1 against its page.
_BARS = {False: ("#7F9197", "#0B5C6B"), True: ("#7C9098", "#5CC8DA")}


@dataclass(frozen=True, slots=True)
class NeedShare:
    """One type of need: percent of the school's counted pupils and of those nationally; `None` where unknown."""

    need: str
    school: float | None
    national: float | None


def distribution_figure(standing: Distribution, *, dark: bool = False) -> go.Figure:
    """How many schools have which share, as a small histogram; a line with the words "This school" marks the school."""
    quiet, strong = _BARS[dark]
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
                "line": {"width": 1, "color": _page(dark)},
            },
            customdata=names,
            hovertemplate="%{customdata}: %{y:,} schools<extra></extra>",
        )
    )
    figure.add_vline(x=standing.value, line={"color": _ink(dark), "width": 2, "dash": "dash"})
    figure.add_annotation(
        text=f"This school {standing.value:.1f}%",
        x=standing.value,
        y=1,
        yref="paper",
        yanchor="bottom",
        # Near an edge the words would be cut off: they stand on the side with room.
        xanchor="left" if own <= last / 3 else "right" if own >= 2 * last / 3 else "center",
        showarrow=False,
        font={"size": 14, "color": _ink(dark)},
    )
    figure.update_layout(
        **_layout(dark),
        height=240,
        showlegend=False,
        bargap=0,
        xaxis={"title": f"Share of {standing.what}", "ticksuffix": "%", "showgrid": False},
        yaxis={
            "title": "Schools",
            "gridcolor": "#4B5D62" if dark else "#B8C4C8",
            "rangemode": "tozero",
            "zeroline": False,
        },
    )
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


def need_shares(pupils: Mapping[str, int], national: Mapping[str, float]) -> tuple[NeedShare, ...]:
    """The school's mix of needs beside the national one, largest in school first; a need that nobody has is left out.

    `pupils` is by need; `national` is in percent. Without any pupil counted the school's shares are `None`.
    """
    total = sum(pupils.values())
    needs = [need for need in {**pupils, **national} if pupils.get(need) or national.get(need)]
    lines = (NeedShare(n, 100 * pupils.get(n, 0) / total if total else None, national.get(n)) for n in needs)
    return tuple(sorted(lines, key=lambda line: (-(line.school or 0), -(line.national or 0), line.need)))


def need_profile_figure(
    pupils: Mapping[str, int],
    national: Mapping[str, float],
    *,
    names: Mapping[str, str] | None = None,
    dark: bool = False,
) -> go.Figure:
    """Horizontal bars of `need_shares`, the school's above the national; `names` gives the words for a code."""
    quiet, strong = _BARS[dark]
    lines = need_shares(pupils, national)
    labels = [(names or {}).get(line.need, line.need) for line in lines]
    bars = (
        ("This school", [line.school for line in lines], strong, ""),
        ("National", [line.national for line in lines], quiet, "/"),
    )
    figure = go.Figure(
        [
            go.Bar(
                name=name,
                y=labels,
                x=shares,
                orientation="h",
                marker={"color": colour, "pattern": {"shape": pattern, "fgcolor": _page(dark)}},
                text=["" if share is None else f"{share:.1f}%" for share in shares],
                textposition="outside",
                cliponaxis=False,
                hovertemplate="%{y}: %{x:.1f}%<extra>" + name + "</extra>",
            )
            for name, shares, colour, pattern in bars
        ]
    )
    figure.update_layout(
        **_layout(dark),
        height=110 + 46 * len(lines),
        barmode="group",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        xaxis={
            "ticksuffix": "%",
            "gridcolor": "#4B5D62" if dark else "#B8C4C8",
            "rangemode": "tozero",
            "zeroline": False,
        },
        yaxis={"autorange": "reversed", "automargin": True},
    )
    return figure


def need_profile_in_words(
    pupils: Mapping[str, int], national: Mapping[str, float], *, names: Mapping[str, str] | None = None
) -> str:
    """The same for those who read: every need with the school's share and the national one."""
    lines = (
        f"{(names or {}).get(line.need, line.need)} {_percent(line.school)} (national {_percent(line.national)})"
        for line in need_shares(pupils, national)
    )
    listed = "; ".join(lines)
    return f"Main needs, share of pupils: {listed}." if listed else "No main needs are counted."


def _percent(share: float | None) -> str:
    return "not known" if share is None else f"{share:.1f}%"


def _ink(dark: bool) -> str:
    return "#E9F1F3" if dark else "#12262B"


def _page(dark: bool) -> str:
    return "#0F1A1D" if dark else "#FFFFFF"


def _layout(dark: bool) -> dict[str, Any]:
    clear, ink = "rgba(0,0,0,0)", _ink(dark)
    margin = {"l": 60, "r": 50, "t": 40, "b": 50}
    return {"paper_bgcolor": clear, "plot_bgcolor": clear, "font": {"color": ink, "size": 14}, "margin": margin}
