"""Lists with bullets or numbers, and which of their items do not part."""

from collections.abc import Sequence
from dataclasses import dataclass

from sendself.document.blocks import Bullets
from sendself.document.layout.flow import Flow
from sendself.document.lines import Line, break_lines
from sendself.document.listed import TypedList
from sendself.document.shapes import TextStyle
from sendself.document.style import BODY, MARGIN, PARAGRAPH_GAP, TEXT_WIDTH
from sendself.document.text import paragraphs

_ITEM_GAP = 1.0
# Two items of a list that are no higher than this together do not part where a page ends.
_TWO_ITEMS = 42.0


@dataclass(frozen=True, slots=True)
class _Item:
    """An item with its sign, broken into lines."""

    sign: str
    lines: tuple[Line, ...]
    height: float


def bullets_opening(bullets: Bullets) -> float:
    """The height that a list needs where it begins: two low items stay together."""
    return items_opening(_listed(bullets, 4))


def items_opening(listed: TypedList, style: TextStyle = BODY, width: float = TEXT_WIDTH) -> float:
    """The same of a list in a style, on a width."""
    heights = [item.height for item in _items(listed, style, width, 4)]
    return max(held_together(heights, _TWO_ITEMS), 2 * style.leading + 3)


def lay_bullets(flow: Flow, bullets: Bullets) -> None:
    """A list with hanging bullets or numbers; neither its first nor its last item stands alone where both are low."""
    listed = _listed(bullets)
    if listed.items:
        lay_items(flow, listed)
        flow.y += PARAGRAPH_GAP


def lay_items(
    flow: Flow, listed: TypedList, style: TextStyle = BODY, x: float = MARGIN, width: float = TEXT_WIDTH
) -> None:
    """The items of a list from `x`, without space after the last."""
    items, indent, numbered = _items(listed, style, width), _indent(listed), listed.first is not None
    whole = flow.root.add("L", numbering="Decimal" if numbered else "Disc")
    for number, item in enumerate(items, 1):
        entry = whole.add("LI")
        if number in (1, len(items) - 1):
            flow.need(held_together([one.height for one in items[number - 1 :]], _TWO_ITEMS))
        flow.need(min(len(item.lines), 2) * style.leading)
        flow.line(Line(item.sign, 0, spaced=True), style, entry.add("Lbl"), x + (0 if numbered else 1), indent)
        flow.lines(item.lines, style, entry.add("LBody"), x + indent, width - indent)
        flow.y += _ITEM_GAP


def _listed(bullets: Bullets, most: int | None = None) -> TypedList:
    """The items that have words, or the first `most` of them."""
    texts = (text for text in (" ".join(paragraphs(item)) for item in bullets.items) if text)
    return TypedList(tuple(texts)[:most], 1 if bullets.numbered else None)


def _indent(listed: TypedList) -> float:
    return 7.5 if listed.first is not None and listed.first + len(listed.items) > 10 else 5.5


def _items(listed: TypedList, style: TextStyle, width: float, most: int | None = None) -> list[_Item]:
    items = list[_Item]()
    for number, text in enumerate(listed.items[:most], listed.first or 0):
        lines = tuple(break_lines(text, style, width - _indent(listed)))
        sign = "•" if listed.first is None else f"{number}."
        items.append(_Item(sign, lines, len(lines) * style.leading + _ITEM_GAP))
    return items


def held_together(heights: Sequence[float], limit: float) -> float:
    """The height of the first two parts of a list or table, or of all three, where it is at most `limit`; else 0."""
    first = sum(heights[: 3 if len(heights) == 3 else 2])
    return first if first <= limit else 0.0
