"""What percentages of attendance say of how many pupils there are, each pupil taken to be expected as often as another.

Whoever is persistently absent comes less than 90% of the time, and nobody more than all of it. So of 20 pupils who come
99% of the time, two at most are persistently absent.
"""

from collections.abc import Iterable, Mapping, Set
from decimal import Decimal
from math import ceil, floor

from sendself.assessment.disclosure.pupil_groups import OTHERS, all_send
from sendself.assessment.disclosure.sums import Sum, less, plus

_ALL, _WITH_SEND = "attendance", "attendance_send"
_ABSENT = "persistent_absence"
_PARTS = 10**5
"""So many parts of one percent are counted with: percentages have four decimals at most, and are rounded."""

PERSISTENT, _ALWAYS = 90 * _PARTS, 100 * _PARTS

Span = tuple[int, int]
"""The least and the greatest that a percentage can have been before it was rounded, in parts."""


def attendance_told(values: Mapping[str, float], hidden: Set[str]) -> Iterable[tuple[Sum, Sum]]:
    """Pairs of sums of which the first is no less than the second, by the percentages that are told."""
    told = {name: _span(values[name]) for name in (_ALL, _WITH_SEND) if name in values and name not in hidden}
    send, others = all_send(), {OTHERS: 1}
    absent_send, absent_others = {f"{_ABSENT}_send": 1}, {f"{_ABSENT} {OTHERS}": 1}
    everybody = plus(send, others)
    if _ALL in told:
        yield from _neither_more_nor_less(everybody, plus(absent_send, absent_others), *_came(everybody, told[_ALL]))
    if _WITH_SEND in told:
        yield from _neither_more_nor_less(send, absent_send, *_came(send, told[_WITH_SEND]))
    if told.keys() == {_ALL, _WITH_SEND}:
        least, most = _came(everybody, told[_ALL])
        least_send, most_send = _came(send, told[_WITH_SEND])
        yield from _neither_more_nor_less(others, absent_others, less(least, most_send), less(most, least_send))


def _neither_more_nor_less(pupils: Sum, absent: Sum, least: Sum, most: Sum) -> Iterable[tuple[Sum, Sum]]:
    """What `pupils` came to in all is between the two; some are persistently absent, all others are not."""
    yield plus(plus({}, pupils, _ALWAYS), absent, PERSISTENT - _ALWAYS), least
    yield most, plus(plus({}, pupils, PERSISTENT), absent, -PERSISTENT)


def _came(pupils: Sum, percent: Span) -> tuple[Sum, Sum]:
    return plus({}, pupils, percent[0]), plus({}, pupils, percent[1])


def _span(percent: float) -> Span:
    """A percentage rounded to as many decimals as it is told with."""
    exact = Decimal(repr(percent)).normalize()
    half = Decimal(5).scaleb(min(0, int(exact.as_tuple().exponent)) - 1)
    return floor((exact - half) * _PARTS), ceil((exact + half) * _PARTS)
