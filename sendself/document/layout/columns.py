"""The columns of a table: where each stands, how wide it is and how its cells are set."""

from collections.abc import Sequence
from dataclasses import dataclass

from sendself.document.blocks import Alignment, Facts, Table
from sendself.document.lines import fill
from sendself.document.shapes import TextStyle
from sendself.document.style import (
    CELL,
    CELL_HEAD,
    DENSE_CELL,
    DENSE_CELL_HEAD,
    FACT_LABEL,
    FACT_VALUE,
    MARGIN,
    TEXT_WIDTH,
)

PAD_X, PAD_Y, DENSE_PAD_Y = 1.8, 1.5, 0.7


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands and how its cells are set."""

    x: float
    width: float
    align: Alignment
    style: TextStyle
    header: bool = False
    air: float = PAD_Y


def table_columns(table: Table) -> list[Column]:
    """The columns of a table by their shares of the width; the first heads each row."""
    return _placed(table, DENSE_CELL if table.dense else CELL)


def header_columns(table: Table) -> list[Column]:
    """The same columns as the header is set in them."""
    return _placed(table, DENSE_CELL_HEAD if table.dense else CELL_HEAD)


def _placed(table: Table, style: TextStyle) -> list[Column]:
    air = DENSE_PAD_Y if table.dense else PAD_Y
    shares = table.widths or (1.0,) * len(table.header)
    aligns: Sequence[Alignment] = table.align or ["left"] * len(table.header)
    columns, x = [], MARGIN
    for number, (share, align) in enumerate(zip(shares, aligns, strict=True)):
        width = TEXT_WIDTH * share / sum(shares)
        columns.append(Column(x, width, align, style, header=table.heads and number == 0, air=air))
        x += width
    return columns


def fact_columns(facts: Facts) -> list[Column]:
    """The label column as wide as its longest label, between a fifth and two fifths of the page."""
    widest = max((line.width for label, _ in facts.rows for line in fill(label, FACT_LABEL, 66)), default=0)
    label = min(max(widest + 2 * PAD_X + 2, TEXT_WIDTH / 5), TEXT_WIDTH * 2 / 5)
    return [
        Column(MARGIN, label, "left", FACT_LABEL, header=True),
        Column(MARGIN + label, TEXT_WIDTH - label, "left", FACT_VALUE),
    ]
