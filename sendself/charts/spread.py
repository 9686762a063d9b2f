"""Where people see the school differently: a dot for each perspective on the levels, and a line between the outer."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sendself.assessment.perspectives.spread import Spread
from sendself.assessment.words import perspective_name
from sendself.charts.colours import bar_layout, grid, ink, page, ticks

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star", "x", "pentagon")
_MARK, _NAME, _BELOW = 16, 22, 96
"""In pixels: what a mark takes with the room around it, the name of a row, and levels and legend below the rows."""
_NEAR = 0.05
"""In levels: what nobody sees."""
_NO_LEVEL = 0
"""Where a rating without a level stands: left of the first."""


def spread_figure(lines: Sequence[Spread], perspectives: Sequence[str], *, dark: bool = False) -> go.Figure:
    """A row for each line, the first on top, with a mark of its own for each perspective and the way between them.

    Marks at one level stand below each other. The name of a row stands above it: a phone has no room beside it.
    """
    rated = [who for who in perspectives if any(who in line.places for line in lines)]
    most = max((len(together) for line in lines for together in _together(line).values()), default=1)
    row, name = most * _MARK + _NAME + 6, (most * _MARK + _NAME) / 2
    figure = go.Figure([_marks(lines, who, rated.index(who), _MARK / row, dark) for who in rated])
    for number, line in enumerate(lines):
        _way(figure, number, line, dark)
        figure.add_annotation(
            text=f"<b>{line.title.replace('<', '‹').replace('>', '›')}</b>",
            x=0,
            xref="paper",
            xanchor="left",
            y=number,
            yshift=name,
            bgcolor=page(dark),
            showarrow=False,
            font={"size": 14, "color": ink(dark)},
        )
    above, under = (name + _NAME / 2) / row, (most * _MARK / 2 + 6) / row
    below = _BELOW + _NAME * ((len(rated) - 1) // 2)
    figure.update_layout(
        **bar_layout(dark) | {"margin": {"l": 14, "r": 14, "t": 8, "b": below}},
        height=round(8 + row * (len(lines) - 1 + above + under) + below),
        legend={"orientation": "h", "yref": "container", "y": 0, "yanchor": "bottom", "x": 0},
        showlegend=True,
        xaxis=_levels(lines, dark),
        yaxis={
            "range": [len(lines) - 1 + under, -above],
            "showticklabels": False,
            "showgrid": False,
            "zeroline": False,
        },
    )
    figure.update_layout(xaxis_title_text="Level", legend_font={"size": 14, "color": ink(dark)})
    return figure


def spread_in_words(lines: Sequence[Spread]) -> str:
    """The same for those who read: each row with what everybody says."""
    said = (
        f"{line.title}: {', '.join(f'{perspective_name(who)} {words}' for who, words in line.words.items())}"
        for line in lines
    )
    return f"What each says, the largest difference first. {'; '.join(said)}."


def _levels(lines: Sequence[Spread], dark: bool) -> dict[str, Any]:
    without = any(place is None for line in lines for place in line.places.values())
    levels = {**({_NO_LEVEL: "No<br>level"} if without else {}), 1: "1", 2: "2", 3: "3", 4: "4"}
    return {
        **ticks(dark),
        "range": [min(levels) - 0.3, 4.3],
        "tickvals": list(levels),
        "ticktext": list(levels.values()),
        "showgrid": True,
        "gridcolor": grid(dark),
        "zeroline": False,
    }


def _together(line: Spread) -> dict[float, list[str]]:
    """Who stands at which place of a row: what is nearer than a tenth of a level would be drawn over one another."""
    found: dict[float, list[str]] = {}
    for who, place in line.places.items():
        found.setdefault(_NO_LEVEL if place is None else round(place, 1), []).append(who)
    return found


def _way(figure: go.Figure, number: int, line: Spread, dark: bool) -> None:
    """From the lowest to the highest, unless it would be longer than they are apart: means of different themes."""
    places = [place for place in line.places.values() if place is not None]
    if places and line.apart is not None and max(places) - min(places) < line.apart + _NEAR:
        way = {"color": grid(dark), "width": 5}
        figure.add_shape(type="line", x0=min(places), x1=max(places), y0=number, y1=number, line=way, layer="below")


def _marks(lines: Sequence[Spread], who: str, number: int, step: float, dark: bool) -> Any:
    x, y, said = [], [], []
    for row, line in enumerate(lines):
        for place, together in _together(line).items():
            if who in together:
                x.append(line.places[who] or place)
                y.append(row + step * (together.index(who) - (len(together) - 1) / 2))
                said.append(f"{line.title}: {line.words[who]}".replace("<", "‹").replace(">", "›"))
    return go.Scatter(
        name=perspective_name(who),
        x=x,
        y=y,
        mode="markers",
        marker={"symbol": SYMBOLS[number % len(SYMBOLS)], "size": 13, "line": {"width": 1, "color": page(dark)}},
        customdata=said,
        hovertemplate="%{customdata}<extra>" + perspective_name(who) + "</extra>",
    )
