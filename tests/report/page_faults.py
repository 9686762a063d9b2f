"""What makes pages look unfinished: headings left behind, a row or bullet alone, a last page that is almost empty."""

from collections.abc import Iterator

from sendself.document.layout.flow import Item
from sendself.document.layout.pages import Layout
from sendself.document.layout.structure import Content, Element
from sendself.document.shapes import Text
from sendself.document.style import BOTTOM, LABEL, LEAD, NOTE, TOP

LEAST_ON_LAST_PAGE = 0.15
_LOW = 14.0
_HEADINGS = ("H1", "H2", "H3")


def lines_of(page: tuple[Item, ...]) -> list[tuple[Text, Element]]:
    """The lines of a page that belong to the structure, from top to bottom."""
    lines = [(item.shape, item.content.element) for item in page if item.content and isinstance(item.shape, Text)]
    return sorted(lines, key=lambda line: line[0].y)


def filled(page: tuple[Item, ...]) -> float:
    """Which share of a page its lines reach down to."""
    lines = lines_of(page)
    return (lines[-1][0].y - TOP) / (BOTTOM - TOP) if lines else 0.0


def left_behind(layout: Layout) -> Iterator[str]:
    """Headings, and the words that lead to something, at the foot of a page without what they lead to."""
    order = [element for element in _walk(layout.root) if any(isinstance(kid, Content) for kid in element.kids)]
    for number, (page, following) in enumerate(zip(layout.pages, layout.pages[1:], strict=False), 1):
        lines = lines_of(page)
        if not lines:
            continue
        last, element = lines[-1]
        goes_on = any(owner is element for _, owner in lines_of(following))
        after = order[order.index(element) + 1] if order.index(element) + 1 < len(order) else None
        leads = last.style in (LABEL, LEAD, NOTE) and after is not None and after.tag not in _HEADINGS
        if element.tag in _HEADINGS or (leads and not goes_on):
            yield f"page {number} ends with {last.text!r}"


def alone(layout: Layout) -> Iterator[str]:
    """A low row of a table, or an item of a list, that stands on a page without another."""
    pages = [lines_of(page) for page in layout.pages]
    for whole in (element for element in layout.root.kids if isinstance(element, Element)):
        parts = [kid for kid in whole.kids if isinstance(kid, Element) and kid.tag in ("TR", "LI")]
        if whole.tag not in ("Table", "L") or len(parts) < 2:
            continue
        parts = parts[1:] if whole.tag == "Table" and _heads_columns(parts[0]) else parts
        owner = {id(element): number for number, part in enumerate(parts) for element in _walk(part)}
        for number, lines in enumerate(pages, 1):
            here = [(text, owner[id(element)]) for text, element in lines if id(element) in owner]
            if len(parts) > 1 and len({part for _, part in here}) == 1 and here[-1][0].y - here[0][0].y < _LOW:
                yield f"page {number} has one row alone: {here[0][0].text!r}"


def thin_end(layout: Layout) -> Iterator[str]:
    """A last page that is almost empty."""
    if len(layout.pages) > 1 and filled(layout.pages[-1]) < LEAST_ON_LAST_PAGE:
        yield f"the last page, {len(layout.pages)}, is filled to {filled(layout.pages[-1]):.0%}"


def page_faults(layout: Layout) -> list[str]:
    """All of them."""
    return [*left_behind(layout), *alone(layout), *thin_end(layout)]


def _heads_columns(row: Element) -> bool:
    return all(isinstance(cell, Element) and cell.scope == "Column" for cell in row.kids)


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)
