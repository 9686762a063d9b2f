"""The school's mix of needs beside the national one."""

from collections.abc import Sequence
from typing import Protocol

import plotly.graph_objects as go

from sendself.charts.bars import Bars, grouped_bars
from sendself.charts.colours import BARS


class Need(Protocol):
    """One type of need: its name, and percent of the school's pupils and of those nationally; `None` if unknown."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def share(self) -> float | None: ...  # noqa: D102
    @property
    def national(self) -> float | None: ...  # noqa: D102


_LONG = 26


def need_profile_figure(needs: Sequence[Need], *, dark: bool = False) -> go.Figure:
    """Horizontal bars in the order given, the school's above the national."""
    quiet, strong = BARS[dark]
    shares, national = [need.share for need in needs], [need.national for need in needs]
    return grouped_bars(
        [_wrapped(need.name) for need in needs],
        [
            Bars("This school", shares, [_percent(share) for share in shares], strong),
            Bars("National", national, [_percent(share) for share in national], quiet, "/"),
        ],
        suffix="%",
        dark=dark,
    )


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1f}%"


def _wrapped(name: str) -> str:
    """A long name on two or three lines, so that the bars keep their room on a telephone."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(f"{lines[-1]} {word}") > _LONG:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
