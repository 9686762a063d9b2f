"""What is filled in by hand: lines to write on and boxes to tick."""

from sendself.document.blocks import TickBoxes, WritingLines
from sendself.document.flow import Flow
from sendself.document.prose import rule
from sendself.document.shapes import Box
from sendself.document.style import BLOCK_GAP, BODY, MARGIN, MUTED, TEXT_WIDTH
from sendself.document.text import break_lines, paragraphs

LINE_DISTANCE = 8.5
_BOX, _GAP = 3.8, 7.0


def lay_writing_lines(flow: Flow, lines: WritingLines) -> None:
    """Ruled lines, over as many pages as they need."""
    for _ in range(lines.count):
        flow.need(LINE_DISTANCE)
        flow.y += LINE_DISTANCE
        flow.paint(rule(flow.y))
    flow.y += BLOCK_GAP


def lay_tick_boxes(flow: Flow, boxes: TickBoxes) -> None:
    """Boxes side by side with their words; a new line begins when one is full."""
    options = [" ".join(paragraphs(option)) for option in boxes.options]
    options = [option for option in options if option]
    if not options:
        return
    whole, x, room = flow.root.add("L"), MARGIN, TEXT_WIDTH - _BOX - 2
    flow.need(BODY.leading + 1)
    for option in options:
        lines = break_lines(option, BODY, room)
        needed = _BOX + 2 + max(line.width for line in lines)
        if x > MARGIN and (x + needed > MARGIN + TEXT_WIDTH or len(lines) > 1):
            flow.y, x = flow.y + BODY.leading + 1.2, MARGIN
            flow.need(BODY.leading + 1)
        flow.paint(Box(x, flow.y + (BODY.leading - _BOX) / 2, _BOX, _BOX, stroke=MUTED, line_width=0.35, radius=0.5))
        body = whole.add("LI").add("LBody")
        if len(lines) > 1:
            flow.lines(lines[:-1], BODY, body, x + _BOX + 2, room)
            flow.need(BODY.leading)
        flow.line(lines[-1], BODY, body, x + _BOX + 2, room)
        x += needed + _GAP
    flow.y += BODY.leading + BLOCK_GAP
