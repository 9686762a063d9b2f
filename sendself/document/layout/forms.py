"""What is filled in by hand: lines to write on and boxes to tick."""

from collections.abc import Sequence
from dataclasses import replace

from sendself.document.blocks import TickBoxes, WritingLines
from sendself.document.layout.flow import Flow
from sendself.document.layout.prose import rule
from sendself.document.lines import Line, break_lines, fill
from sendself.document.shapes import Box
from sendself.document.style import BLOCK_GAP, BODY, LABEL, MARGIN, MUTED, TEXT_WIDTH
from sendself.document.text import paragraphs

LINE_DISTANCE = 8.5
TICK_SIDE = 3.8
TICK_INDENT = TICK_SIDE + 2
_GAP, _SHORTEST_LINE = 7.0, 30.0
_NARROW_LINE_DISTANCE, _BETWEEN_COLUMNS = 7.0, 5.0
_BETWEEN_LABELS, _LEAST_STACKED = 4.0, 2


def lay_writing_lines(flow: Flow, lines: WritingLines) -> None:
    """Ruled lines, over as many pages as they need; under labels they stay on one."""
    if lines.labels and lines.stacked:
        _lay_stacked(flow, lines)
        return
    if lines.labels:
        _lay_columns(flow, lines)
        return
    for _ in range(lines.count):
        flow.need(LINE_DISTANCE)
        flow.y += LINE_DISTANCE
        flow.paint(rule(flow.y))
    flow.y += BLOCK_GAP


def grown(lines: WritingLines, room: float) -> WritingLines:
    """As many of the lines as `room` millimetres hold, across the page where each label has two; never fewer."""
    if not lines.labels:
        return replace(lines, count=max(lines.count, int(room / LINE_DISTANCE)))
    each = (room + _BETWEEN_LABELS) / len(lines.labels) - LABEL.leading - _BETWEEN_LABELS
    if (count := int(each / LINE_DISTANCE)) >= _LEAST_STACKED:
        return replace(lines, count=count, stacked=True)
    below = room - _labels_height(_labels(lines))
    return replace(lines, count=max(lines.count, int(below / _NARROW_LINE_DISTANCE)))


def writing_height(lines: WritingLines) -> float:
    """The height that lines need where they begin; under labels all of it."""
    if lines.labels:
        return _labels_height(_labels(lines)) + lines.count * _NARROW_LINE_DISTANCE
    return min(lines.count, 3) * LINE_DISTANCE


def _labels(lines: WritingLines) -> list[list[Line]]:
    return [fill(label, LABEL, _column_width(lines)) for label in lines.labels]


def _labels_height(labels: Sequence[Sequence[Line]]) -> float:
    return max(len(label) for label in labels) * LABEL.leading


def _column_width(lines: WritingLines) -> float:
    return (TEXT_WIDTH - (len(lines.labels) - 1) * _BETWEEN_COLUMNS) / len(lines.labels)


def _lay_columns(flow: Flow, lines: WritingLines) -> None:
    width, labels = _column_width(lines), _labels(lines)
    flow.need(writing_height(lines))
    top = flow.y
    for number, label in enumerate(labels):
        x, flow.y = MARGIN + number * (width + _BETWEEN_COLUMNS), top
        if label:
            flow.lines(label, LABEL, flow.root.add("P"), x, width)
        for line in range(1, lines.count + 1):
            flow.paint(rule(top + _labels_height(labels) + line * _NARROW_LINE_DISTANCE, x, width))
    flow.y = top + writing_height(lines) + BLOCK_GAP


def _lay_stacked(flow: Flow, lines: WritingLines) -> None:
    """The labels one below the other, each with lines across the page."""
    for number, text in enumerate(lines.labels):
        flow.y += _BETWEEN_LABELS if number else 0
        label = fill(text, LABEL, TEXT_WIDTH)
        if label:
            flow.lines(label, LABEL, flow.root.add("P"), MARGIN, TEXT_WIDTH)
        for _ in range(lines.count):
            flow.y += LINE_DISTANCE
            flow.paint(rule(flow.y))
    flow.y += BLOCK_GAP


def tick_box(x: float, top: float) -> Box:
    """An empty box with its upper left corner there."""
    return Box(x, top, TICK_SIDE, TICK_SIDE, stroke=MUTED, line_width=0.35, radius=0.5)


def lay_tick_boxes(flow: Flow, boxes: TickBoxes) -> None:
    """Boxes side by side with their words; a new line begins when one is full."""
    options = [" ".join(paragraphs(option)) for option in boxes.options]
    options = [option for option in options if option]
    if not options:
        return
    whole, x, room = flow.root.add("L"), MARGIN, TEXT_WIDTH - TICK_INDENT
    flow.need(BODY.leading + 1)
    for option in options:
        lines = break_lines(option, BODY, room)
        needed = TICK_INDENT + max(line.width for line in lines)
        if x > MARGIN and (x + needed > MARGIN + TEXT_WIDTH or len(lines) > 1):
            flow.y, x = flow.y + BODY.leading + 1.2, MARGIN
            flow.need(BODY.leading + 1)
        flow.paint(tick_box(x, flow.y + (BODY.leading - TICK_SIDE) / 2))
        body = whole.add("LI").add("LBody")
        if len(lines) > 1:
            flow.lines(lines[:-1], BODY, body, x + TICK_INDENT, room)
            flow.need(BODY.leading)
        flow.line(lines[-1], BODY, body, x + TICK_INDENT, room)
        x += needed + _GAP
    if boxes.writing:
        x = x - _GAP + 2
        if x > MARGIN + TEXT_WIDTH - _SHORTEST_LINE:
            flow.y, x = flow.y + LINE_DISTANCE, MARGIN
            flow.need(BODY.leading)
        flow.paint(rule(flow.y + BODY.leading, x, MARGIN + TEXT_WIDTH - x))
    flow.y += BODY.leading + BLOCK_GAP
