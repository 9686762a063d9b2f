"""What was taken for what, with the first values of each column: for the eyes of whoever chose the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from sendself.context.export.codes import says_nothing
from sendself.context.export.examples import examples
from sendself.context.export.facts import LABELS, Fact
from sendself.context.export.mapping import ColumnMapping, Confidence
from sendself.context.export.table import RawTable, headings_look_like_data

FIRST_VALUES = 3
_GUESS = Confidence.LIKELY
_HOW_SURE = {
    Confidence.SURE: "sure",
    Confidence.LIKELY: "a guess",
    Confidence.BY_HAND: "chosen by hand",
    Confidence.KEPT: "as you left it before",
}


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One column and what it is taken for. Nothing that stands in the file is in its repr.

    `values` are the first different ones below the heading; a column of names shows none. `how_sure` is for reading,
    with the reason for a guess.
    """

    fact: Fact
    column: int
    heading: str = field(repr=False)
    values: tuple[str, ...] = field(repr=False)
    how_sure: str
    guessed: bool

    @property
    def label(self) -> str:
        """What the column gives."""
        return LABELS[self.fact]


def preview(table: RawTable, mapping: ColumnMapping) -> tuple[PreviewLine, ...]:
    """A line for each column that is taken for something, in the order of the facts."""
    return tuple(
        PreviewLine(
            fact=choice.fact,
            column=choice.column,
            heading=heading_of(table, choice.column),
            values=() if choice.fact is Fact.NAME else first_values(table, choice.column),
            how_sure=_HOW_SURE[choice.confidence] + (f": {choice.why}" if choice.confidence is _GUESS else ""),
            guessed=choice.confidence is _GUESS,
        )
        for choice in mapping.choices
        if choice.column < len(table.header)
    )


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A column that nothing is read from. Nothing that stands in the file is in its repr.

    `values` are its first different ones, or none where it is empty or, `hidden`, where they may tell a pupil.
    """

    column: int
    heading: str = field(repr=False)
    values: tuple[str, ...] = field(repr=False)
    hidden: bool


def left_alone(table: RawTable, mapping: ColumnMapping) -> tuple[LeftAlone, ...]:
    """The columns that nothing is read from, in their order; one without heading and values is none."""
    found = []
    for column, heading in enumerate(table.header):
        there = first_values(table, column)
        if mapping.fact(column) is None and (heading or there):
            shown = examples(table, mapping, column)
            found.append(LeftAlone(column, heading_of(table, column), shown, hidden=bool(there) and not shown))
    return tuple(found)


def headings_left_alone(table: RawTable, mapping: ColumnMapping) -> tuple[str, ...]:
    """The headings of the columns that nothing is read from; by its place a column whose heading may be a pupil's."""
    by_place = headings_look_like_data(table)
    return tuple(
        f"column {one.column + 1}" if by_place or not table.header[one.column] else table.header[one.column]
        for one in left_alone(table, mapping)
    )


def label_of(table: RawTable, mapping: ColumnMapping, column: int) -> str:
    """A column as it is offered for choosing: as `heading_of` names it, with values that may be shown."""
    shown = ", ".join(examples(table, mapping, column))
    return heading_of(table, column) + (f": {shown}" if shown else "")


def heading_of(table: RawTable, column: int) -> str:
    """A column as a person finds it again: its heading and its place from 1."""
    return f"{table.header[column] or 'no heading'} (column {column + 1})"


def first_values(table: RawTable, column: int) -> tuple[str, ...]:
    """The first values of a column, each once, without blanks."""
    found: dict[str, None] = {}
    for row in table.rows:
        if not says_nothing(row[column]):
            found[row[column]] = None
            if len(found) == FIRST_VALUES:
                break
    return tuple(found)
