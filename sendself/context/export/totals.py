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


def rows_of_totals(table: RawTable, columns: Columns) -> frozenset[int]:
    """The places of the rows that seem to be totals. One that gives a UPN or a SEN status is none all the same."""
    return frozenset([*_without_name(table, columns), *_of_sums(table, columns)])


def _without_name(table: RawTable, columns: Columns) -> list[int]:
    """The rows without a name, where nearly all have one."""
    names = columns.get(Fact.NAME, ())
    without = [at for at, row in enumerate(table.rows) if not any(row[name] for name in names)]
    few = len(without) <= max(1, (1 - _NEARLY_ALL) * len(table.rows))
    return without if names and few and len(table.rows) > _FEWEST else []


def _of_sums(table: RawTable, columns: Columns) -> list[int]:
    """The rows of numbers alone that are the sums of the rows above: of all, or of those since the last sums."""
    shares = {at for fact in (Fact.ATTENDANCE, Fact.ABSENCE) for at in columns.get(fact, ())}
    years = columns.get(Fact.YEAR_GROUP, ())
    every, since = _Sums(), _Sums()
    found = []
    for at, row in enumerate(table.rows):
        numbers = _numbers(row)
        counts = {column: number for column, number in numbers.items() if column not in shares}
        alone = len(numbers) == sum(map(bool, row)) and not any(year_label(row[year]) for year in years)
        if alone and (every.make(counts) or since.make(counts)):
            found.append(at)
            since = _Sums()
        else:
            every.add(counts)
            since.add(counts)
    return found


def _numbers(row: Row) -> dict[int, float]:
    """The cells of a row that are numbers, by column."""
    found: dict[int, float] = {}
    for at, text in enumerate(row):
        number = whole_number(text, _LARGEST) if text else None
        if number is not None:
            found[at] = number
        elif text and (parts := percent_parts(text)):
            found[at] = parts[0]
    return found


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

    def make(self, numbers: Mapping[int, float]) -> bool:
        """Whether every number is the sum of its column, and one of them of several rows."""
        if self._rows < _FEWEST or not numbers:
            return False
        summed = all(number == round(self._total[column], 6) for column, number in numbers.items())
        return summed and any(number > self._largest[column] for column, number in numbers.items())
