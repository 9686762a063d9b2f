"""The school's mix of needs beside the national one."""

from collections.abc import Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from sendself.charts.colours import BARS, bar_layout, grid, page


@dataclass(frozen=True, slots=True)
class NeedShare:
    """One type of need: percent of the school's counted pupils and of those nationally; `None` where unknown."""

    need: str
    school: float | None
    national: float | None


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
    quiet, strong = BARS[dark]
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
                marker={"color": colour, "pattern": {"shape": pattern, "fgcolor": page(dark)}},
                text=["" if share is None else f"{share:.1f}%" for share in shares],
                textposition="outside",
                cliponaxis=False,
                hovertemplate="%{y}: %{x:.1f}%<extra>" + name + "</extra>",
            )
            for name, shares, colour, pattern in bars
        ]
    )
    figure.update_layout(
        **bar_layout(dark),
        height=110 + 46 * len(lines),
        barmode="group",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        xaxis={
            "ticksuffix": "%",
            "gridcolor": grid(dark),
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
