"""Pupils with SEND beside the others of the school and all pupils nationally."""

from collections.abc import Sequence
from typing import Protocol

import plotly.graph_objects as go

from sendself.charts.bars import Bars, grouped_bars
from sendself.charts.colours import BARS


class Comparison(Protocol):
    """What is compared, the three shares (`national` is `None` where unknown), and how a share is said."""

    @property
    def what(self) -> str: ...  # noqa: D102
    @property
    def send(self) -> float: ...  # noqa: D102
    @property
    def others(self) -> float: ...  # noqa: D102
    @property
    def national(self) -> float | None: ...  # noqa: D102
    def in_words(self, share: float | None) -> str: ...  # noqa: D102


def beside_others_figure(lines: Sequence[Comparison], *, dark: bool = False) -> go.Figure:
    """Three bars for each comparison: pupils with SEND, other pupils, all pupils nationally."""
    quiet, strong = BARS[dark]
    national = [one.national for one in lines]
    return grouped_bars(
        [one.what.replace(" for ", " for<br>") for one in lines],
        [
            Bars("Pupils with SEND", [one.send for one in lines], [one.in_words(one.send) for one in lines], strong),
            Bars("Other pupils", [one.others for one in lines], [one.in_words(one.others) for one in lines], quiet),
            Bars(
                "National, all pupils",
                national,
                ["" if one.national is None else one.in_words(one.national) for one in lines],
                quiet,
                "/",
            ),
        ],
        dark=dark,
    )
