"""The plan on a line of time."""

from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import shorten, wrap
from typing import Any

import plotly.graph_objects as go

from sendself.assessment.items import Action, ActionStatus
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import ACTION_STATUS_NAMES
from sendself.charts.colours import BARS, bar_layout, grid, ink, page

_PATTERNS = {
    ActionStatus.NOT_STARTED: ".",
    ActionStatus.UNDER_WAY: "/",
    ActionStatus.DONE: "",
    ActionStatus.STOPPED: "x",
}
_DAY_MS = 86_400_000
_WIDE, _LINES = 42, 3
"""So many characters stand in a line above a bar, as a phone has room for, and so many lines."""
_LINE, _BAR, _GAP = 19, 46, 8
"""How high a line of words is, a bar with the room around it, and the room above it, in pixels."""
_POINT_DAYS = 7
"""A point in time is drawn as the week before it, so that it can be seen."""

_DAY_STEPS, _MONTH_STEPS, _MONTH_DAYS = (1, 2, 7), (1, 2, 3, 6, 12, 24, 60), 30
"""How many days or months may lie between two ticks, and how many days a month has about."""
_MOST_TICKS = 6
"""So many ticks have room on a phone."""


def timeline_figure(actions: Sequence[Action], today: date, *, dark: bool = False) -> go.Figure:
    """A bar for each action that has a due date, from its start, the one due first on top; statuses by pattern.

    Its due date and its words stand above it, in lines that fit a phone. Without a start, or with one after the due
    date, the bar is the week that ends on the due date. A line marks today.
    """
    dated = [action for action in actions if action.due]
    words = {action.id: _above(action) for action in dated}
    row = _BAR + _LINE * max(map(len, words.values()), default=1)
    figure = go.Figure([_bars(dated, status, row, dark) for status in ActionStatus if _with(dated, status)])
    figure.add_vline(x=today.isoformat(), line={"color": ink(dark), "width": 2, "dash": "dash"}, layer="below")
    figure.add_annotation(
        text="Today", x=today.isoformat(), y=1, yref="paper", yanchor="bottom", showarrow=False, font={"size": 14}
    )
    for action_id, lines in words.items():
        # Names beside the bars would leave them no room on a phone.
        figure.add_annotation(
            text="<br>".join(lines),
            x=0,
            xref="paper",
            xanchor="left",
            align="left",
            y=action_id,
            yanchor="top",
            yshift=row / 2,
            bgcolor=page(dark),
            showarrow=False,
        )
    figure.update_layout(
        **bar_layout(dark) | {"margin": {"l": 10, "r": 20, "t": 30, "b": 80}},
        height=110 + row * len(dated),
        barmode="overlay",
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom", "x": 0},
        showlegend=True,
        xaxis={
            "type": "date",
            "gridcolor": grid(dark),
            **_ticks(dated, today),
            "tickfont": {"color": ink(dark), "size": 13},
        },
        yaxis={
            "autorange": "reversed",
            "categoryorder": "array",
            "categoryarray": [action.id for action in dated],
            "showticklabels": False,
            "showgrid": False,
        },
    )
    return figure


def timeline_in_words(actions: Sequence[Action]) -> str:
    """The same for those who read: every action with its days and status."""
    lines = (
        f"{_named(action.what)}: {_days(action)}, {ACTION_STATUS_NAMES[action.status].lower()}" for action in actions
    )
    listed = "; ".join(lines)
    return f"Actions by the day on which they are due. {listed}." if listed else "There are no actions yet."


def _bars(actions: Sequence[Action], status: ActionStatus, row: int, dark: bool) -> Any:
    quiet, strong = BARS[dark]
    drawn = _with(actions, status)
    starts = [_from(action) for action in drawn]
    colour = quiet if status is ActionStatus.STOPPED else strong
    return go.Bar(
        name=ACTION_STATUS_NAMES[status],
        orientation="h",
        y=[action.id for action in drawn],
        base=[start.isoformat() for start in starts],
        x=[_DAY_MS * ((action.due or start) - start).days for action, start in zip(drawn, starts, strict=True)],
        marker={
            "color": colour,
            "line": {"color": colour, "width": 1},
            "pattern": {"shape": _PATTERNS[status], "fillmode": "replace", "size": 7},
        },
        width=_BAR / 2 / row,
        offset=[(_LINE * len(_above(action)) + _GAP) / row - 0.5 for action in drawn],
        customdata=[f"{_named(action.what)}: {_days(action)}" for action in drawn],
        hovertemplate="%{customdata}<extra>" + ACTION_STATUS_NAMES[status] + "</extra>",
    )


def _ticks(dated: Sequence[Action], today: date) -> dict[str, Any]:
    """Days where all is within a few weeks, otherwise months, further apart the longer the plan is."""
    days = [today, *(day for action in dated for day in (_from(action), action.due) if day)]
    span = (max(days) - min(days)).days
    if step := next((step for step in _DAY_STEPS if span / step <= _MOST_TICKS), None):
        return {"tickformat": "%-d %b", "dtick": step * _DAY_MS}
    step = next((step for step in _MONTH_STEPS if span / step / _MONTH_DAYS <= _MOST_TICKS), _MONTH_STEPS[-1])
    return {"tickformat": "%b %Y", "dtick": f"M{step}"}


def _with(actions: Sequence[Action], status: ActionStatus) -> list[Action]:
    return [action for action in actions if action.status is status]


def _from(action: Action) -> date:
    assert action.due is not None
    return action.start if action.start and action.start < action.due else action.due - timedelta(days=_POINT_DAYS)


def _days(action: Action) -> str:
    start = f"from {uk_date(action.start)} " if action.start else ""
    return f"{start}to {uk_date(action.due)}" if action.due else f"{start}without a due date"


def _named(what: str) -> str:
    # A tag in it would be drawn, not read.
    line = " ".join(what.split()).replace("<", "‹").replace(">", "›")
    return line or "An action"


def _above(action: Action) -> list[str]:
    """The lines above a bar: the day on which it is due, then what is done."""
    assert action.due is not None
    what = shorten(_named(action.what), _WIDE * _LINES, placeholder="…")
    return [f"<b>Due {uk_date(action.due)}</b>", *wrap(what, _WIDE, max_lines=_LINES, placeholder="…")]
