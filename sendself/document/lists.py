"""Lists with bullets or numbers, and which of their items do not part."""

from collections.abc import Sequence

from sendself.document.blocks import Bullets
from sendself.document.flow import Flow
from sendself.document.style import BODY, MARGIN, PARAGRAPH_GAP, TEXT_WIDTH
from sendself.document.text import Line, break_lines, paragraphs

_ITEM_GAP = 1.0
# Two items of a list that are no higher than this together do not part where a page ends.
_TWO_ITEMS = 42.0


def bullets_opening(bullets: Bullets) -> float:
    """The height that a list needs where it begins: two low items stay together."""
    heights = [len(lines) * BODY.leading + _ITEM_GAP for _, lines in _items(bullets, 4)]
    return max(held_together(heights, _TWO_ITEMS), 2 * BODY.leading + 3)


def lay_bullets(flow: Flow, bullets: Bullets) -> None:
    """A list with hanging bullets or numbers; neither its first nor its last item stands alone where both are low."""
    items = _items(bullets)
    if not items:
        return
    indent = _indent(bullets)
    whole = flow.root.add("L", numbering="Decimal" if bullets.numbered else "Disc")
    for number, (text, lines) in enumerate(items, 1):
        entry = whole.add("LI")
        if number in (1, len(items) - 1):
            heights = [len(one) * BODY.leading + _ITEM_GAP for _, one in items[number - 1 :]]
            flow.need(held_together(heights, _TWO_ITEMS))
        flow.need(min(len(lines), 2) * BODY.leading)
        flow.line(Line(text, 0, spaced=True), BODY, entry.add("Lbl"), MARGIN + (0 if bullets.numbered else 1), indent)
        flow.lines(lines, BODY, entry.add("LBody"), MARGIN + indent, TEXT_WIDTH - indent)
        flow.y += _ITEM_GAP
    flow.y += PARAGRAPH_GAP


def _indent(bullets: Bullets) -> float:
    return 7.5 if bullets.numbered and len(bullets.items) > 9 else 5.5


def _items(bullets: Bullets, most: int | None = None) -> list[tuple[str, list[Line]]]:
    """Each item that has words, or the first `most` of them, as its sign and its lines."""
    texts = [text for text in (" ".join(paragraphs(item)) for item in bullets.items) if text][:most]
    return [
        (f"{number}." if bullets.numbered else "•", break_lines(text, BODY, TEXT_WIDTH - _indent(bullets)))
        for number, text in enumerate(texts, 1)
    ]


def held_together(heights: Sequence[float], limit: float) -> float:
    """The height of the first two parts of a list or table, or of all three, where it is at most `limit`; else 0."""
    first = sum(heights[: 3 if len(heights) == 3 else 2])
    return first if first <= limit else 0.0
