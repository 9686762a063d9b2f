"""How long the school's words may be on a page that is kept to one: as long as the page has room for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sendself.document.blocks import Block, Cover, Document, PageBreak
from sendself.document.layout.pages import lay_out

WHOLE = 300.0
"""The share with which no text is cut: the shortest limit times this is longer than any text."""

SHARES = (WHOLE, 12.0, 8.0, 6.0, 4.5, 3.5, 2.8, 2.3, 1.9, 1.6, 1.4, 1.2, 1.0, 0.8, 0.65, 0.5)
"""What the limits of a page are multiplied by, the longest first; with 1 any text in Latin letters has room, with the
last one also those that are wider, such as Arabic or capitals."""


def longest_share(document: Document, blocks_of: Callable[[float], Iterable[Block]], *, first: bool = False) -> float:
    """The longest share with which `blocks_of` it makes one page of the document: its `first`, or a later one."""
    before: tuple[Block, ...] = () if first else (Cover(document.title), PageBreak())
    limit = 1 if first else 2

    def fits(share: float) -> bool:
        return len(lay_out(replace(document, blocks=(*before, *blocks_of(share)))).pages) <= limit

    return _first_that(fits, SHARES)


def _first_that(fits: Callable[[float], bool], shares: Sequence[float]) -> float:
    """The first share that fits, where all that follow fit too; the last where none does."""
    low, high = 0, len(shares) - 1
    if fits(shares[0]):
        return shares[0]
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(shares[middle]) else (middle + 1, high)
    return shares[high]
