"""Lines of totals that do not say that they are: a row without a name where all have one, or one of sums alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sendself.context.export.codes import percent_parts, whole_number, year_label
from sendself.context.export.facts import Fact
from sendself.context.export.table import RawTable

_NEARLY_ALL = 0.9
_FEWEST = 3
"""Of fewer rows nobody makes a total."""
_LARGEST = 100_000_000

Columns = Mapping[Fact, tuple[int, ...]]
Row = Sequence[str]


def rows_without_name(table: RawTable, columns: Columns) -> frozenset[int]:
    """The places of the rows without a name, where nearly all have one. With a number or a status it is a pupil's."""
    names = columns.get(Fact.NAME, ())
    without = [at for at, row in enumerate(table.rows) if not any(row[name] for name in names)]
    few = len(without) <= max(1, (1 - _NEARLY_ALL) * len(table.rows))
    return frozenset(without if names and few and len(table.rows) > _FEWEST else [])


def rows_of_sums(table: RawTable, columns: Columns) -> frozenset[int]:
    """The places of the rows of numbers alone that sum up the rows above: all, or those since the last sums.

    In the last rows a number of rows may stand among the sums. A row that gives a UPN or a SEN status is a pupil's.
    """
    years = columns.get(Fact.YEAR_GROUP, ())
    alone = {at for at, row in enumerate(table.rows) if _is_of_numbers(row, years)}
    shares = {at for fact in (Fact.ATTENDANCE, Fact.ABSENCE) for at in columns.get(fact, ())}
    every, since = _Sums(), _Sums()
    found = []
    for at, row in enumerate(table.rows[: max(alone, default=-1) + 1]):
        counts = {
            column: number
            for column, text in enumerate(row)
            if text and column not in shares and (number := _number(text)) is not None
        }
        at_foot = at >= len(table.rows) - _FEWEST
        if at in alone and (every.make(counts) or since.make(counts) or (at_foot and every.count(counts))):
            found.append(at)
            since = _Sums()
        else:
            every.add(counts)
            since.add(counts)
    return frozenset(found)


def _is_of_numbers(row: Row, years: tuple[int, ...]) -> bool:
    """Whether a row has numbers alone and is not of a year group."""
    return all(_number(text) is not None for text in row if text) and not any(year_label(row[year]) for year in years)


def _number(text: str) -> float | None:
    number = whole_number(text, _LARGEST)
    if number is not None:
        return number
    parts = percent_parts(text)
    return parts[0] if parts else None


class _Sums:
    """What the numbers of some rows come to, column by column."""

    def __init__(self) -> None:
        self._rows = 0
        self._total: defaultdict[int, float] = defaultdict(float)
        self._largest: defaultdict[int, float] = defaultdict(float)

    def add(self, numbers: Mapping[int, float]) -> None:
        self._rows += 1
        for column, number in numbers.items():
            self._total[column] += number
            self._largest[column] = max(self._largest[column], number)

    def count(self, numbers: Mapping[int, float]) -> bool:
        """Whether one number is that of the rows, and each other the sum of its column, or one of rows with words."""
        rows = next((column for column, number in numbers.items() if number == self._rows), None)
        if self._rows < _FEWEST or rows is None or len(numbers) < 2:
            return False
        others = [(column, number) for column, number in numbers.items() if column != rows]
        return all(
            number == round(self._total[column], 6) if column in self._largest else number <= self._rows
            for column, number in others
        )

    def make(self, numbers: Mapping[int, float]) -> bool:
        """Whether every number is the sum of its column, and one of them of several rows."""
        if self._rows < _FEWEST or not numbers:
            return False
        summed = all(number == round(self._total[column], 6) for column, number in numbers.items())
        return summed and any(number > self._largest[column] for column, number in numbers.items())
