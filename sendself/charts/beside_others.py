"""Pupils with SEND beside the others of the school and all pupils nationally."""

from collections.abc import Sequence
from typing import Protocol

import plotly.graph_objects as go

from sendself.charts.bars import Bars, grouped_bars
from sendself.charts.colours import BARS


class Comparison(Protocol):
    """What is compared, the shares (the national ones are `None` where unknown), and how a share is said."""

    @property
    def what(self) -> str: ...  # noqa: D102
    @property
    def send(self) -> float: ...  # noqa: D102
    @property
    def others(self) -> float: ...  # noqa: D102
    @property
    def national(self) -> float | None: ...  # noqa: D102
    @property
    def national_send(self) -> float | None: ...  # noqa: D102
    @property
    def national_others(self) -> float | None: ...  # noqa: D102
    @property
    def apart_year(self) -> str: ...  # noqa: D102
    def in_words(self, share: float | None) -> str: ...  # noqa: D102


def beside_others_figure(lines: Sequence[Comparison], *, dark: bool = False) -> go.Figure:
    """Three bars for each comparison: pupils with SEND, other pupils, all pupils nationally.

    Where what is published nationally tells pupils with SEN from those without for any of them, two more; their year is
    said where it is another.
    """
    quiet, strong = BARS[dark]
    series = [
        _bars("Pupils with SEND", lines, [one.send for one in lines], strong),
        _bars("Other pupils", lines, [one.others for one in lines], quiet),
        _bars("National, all pupils", lines, [one.national for one in lines], quiet, "/"),
        _bars("National, with SEN", lines, [one.national_send for one in lines], strong, "x", apart=True),
        _bars("National, without SEN", lines, [one.national_others for one in lines], quiet, ".", apart=True),
    ]
    known = [bars for bars in series if any(value is not None for value in bars.values)]
    return grouped_bars([one.what.replace(" for ", " for<br>") for one in lines], known, dark=dark)


def _bars(
    name: str,
    lines: Sequence[Comparison],
    shares: Sequence[float | None],
    colour: str,
    pattern: str = "",
    *,
    apart: bool = False,
) -> Bars:
    words = [
        "" if share is None else one.in_words(share) + (f" in {one.apart_year}" if apart and one.apart_year else "")
        for one, share in zip(lines, shares, strict=True)
    ]
    return Bars(name, shares, words, colour, pattern)
