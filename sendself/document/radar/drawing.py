"""The radar as geometry: one drawing for the PDF and for SVG.

Axes stand at equal angles, clockwise from the top; rings are polygons at equal distances from the centre (0). Labels
are placed by angle and then moved apart, so that none covers another or the rings.
"""

import math
from collections.abc import Iterator

from sendself.document.blocks import Radar, Series
from sendself.document.fonts import text_width
from sendself.document.lines import Line, fill
from sendself.document.radar.key import lay_key
from sendself.document.radar.marks import DASHES, marker
from sendself.document.shapes import Box, Drawing, Path, Shape, Text, TextStyle, moved
from sendself.document.style import GRID, INK, MUTED, SERIES_COLOURS, SERIES_FILL, WHITE

AXIS_LABEL = TextStyle("regular", 9.5, 4.1, INK)
RING_LABEL = TextStyle("bold", 7.5, 3.2, MUTED)
_LABEL_DISTANCE = 4.0
_LABEL_GAP = 1.2
Point = tuple[float, float]


def radar_shapes(radar: Radar, size: float = 170.0) -> Drawing:
    """The radar on a sheet `size` millimetres wide; the sheet is as high as the labels and the key need."""
    labels, radius = _fitted_labels(radar.axes, size * radar.width)
    placed = list(_labels(labels, radius, size * radar.width))
    top = min([-radius, *(shape.y - AXIS_LABEL.baseline for shape in placed)])
    bottom = max([radius, *(shape.y - AXIS_LABEL.baseline + AXIS_LABEL.leading for shape in placed)])
    inside = [*_rings(radar, radius), *_series(radar, radius), *_ring_numbers(radar, radius), *placed]
    shapes = [moved(shape, size / 2, 1 - top) for shape in inside]
    key, key_height = lay_key(radar, size, bottom - top + 4)
    return Drawing(size, bottom - top + 4 + key_height, (*shapes, *key))


def _angle(number: int, count: int) -> float:
    return 2 * math.pi * number / count - math.pi / 2


def _point(number: int, count: int, distance: float) -> Point:
    angle = _angle(number, count)
    return distance * math.cos(angle), distance * math.sin(angle)


def _rings(radar: Radar, radius: float) -> Iterator[Shape]:
    count = len(radar.axes)
    for number in range(len(radar.rings), 0, -1):
        distance = radius * number / len(radar.rings)
        yield Path(tuple(_point(axis, count, distance) for axis in range(count)), GRID, closed=True)
    for axis in range(count):
        yield Path(((0, 0), _point(axis, count, radius)), GRID)


def _series(radar: Radar, radius: float) -> Iterator[Shape]:
    """The one filled shape first, so that no line is hidden by it."""
    scale = radius / len(radar.rings)
    filled = next((s for s in radar.series if s.filled and None not in s.values), None)
    if filled:
        yield Path(tuple(_points(filled, scale)[0]), fill=SERIES_FILL, closed=True)
        yield from _rings(radar, radius)
    for place, series in enumerate(radar.series):
        colour = SERIES_COLOURS[place % len(SERIES_COLOURS)]
        runs = _points(series, scale)
        for run in runs:
            closed = len(run) == len(radar.axes)
            if len(run) > 1:
                yield Path(tuple(run), colour, line_width=0.6, dash=DASHES[series.style], closed=closed)
        yield from (marker(place, x, y, colour) for run in runs for x, y in run)


def _points(series: Series, scale: float) -> list[list[Point]]:
    """Points of a series in runs between its gaps; a run may pass the first axis again."""
    count = len(series.values)
    gaps = [number for number, value in enumerate(series.values) if value is None]
    start = gaps[0] if gaps else 0
    runs = list[list[Point]]([[]])
    for step in range(count):
        value = series.values[(start + step) % count]
        if value is None:
            runs.append([])
        else:
            runs[-1].append(_point((start + step) % count, count, value * scale))
    return [run for run in runs if run]


def _ring_numbers(radar: Radar, radius: float) -> Iterator[Shape]:
    """Numbers on the rings, half way between the last axis and the first, where no marker can stand."""
    count = len(radar.axes)
    for number in range(1, len(radar.rings) + 1):
        x, y = _point(-1, 2 * count, radius * number / len(radar.rings) * math.cos(math.pi / count))
        width = text_width(str(number), RING_LABEL)
        yield Box(x - width / 2 - 0.6, y - 1.6, width + 1.2, 3.2, WHITE, radius=0.8)
        yield Text(x - width / 2, y - 1.6 + RING_LABEL.baseline, str(number), RING_LABEL, width)


def _fitted_labels(axes: tuple[str, ...], size: float) -> tuple[list[list[Line]], float]:
    """The labels with as many lines, at most four, as leave room for all on the sheet, and the radius inside them."""
    count, labels, radius = len(axes), list[list[Line]](), size * 0.225
    for most in (4, 3, 2, 1):
        widths = [size * (0.25 if _side(number, count) else 0.45) - 0.5 for number in range(count)]
        labels = [_label_lines(axis, width, most) for axis, width in zip(axes, widths, strict=True)]
        radius = max(size * 0.225, _side_height(labels) / 2 - _LABEL_DISTANCE + 1.5)
        if radius <= size * 0.23:
            break
    return labels, radius


def _label_lines(axis: str, width: float, most: int) -> list[Line]:
    """The label in at most `most` lines; what is left out is in the alternative text and the table beside a radar."""
    lines = fill(axis, AXIS_LABEL, width)
    if len(lines) > most:
        kept = lines[most - 1].text
        while text_width(kept + "…", AXIS_LABEL) > width:
            kept = kept[:-1].rstrip()
        lines = [*lines[: most - 1], Line(kept + "…", text_width(kept + "…", AXIS_LABEL))]
    return lines


def _side(number: int, count: int) -> int:
    """-1 left, 0 above or below, 1 right."""
    across = math.cos(_angle(number, count))
    return 0 if abs(across) < 0.02 else (1 if across > 0 else -1)


def _side_height(labels: list[list[Line]]) -> float:
    """The height that the labels of the fuller side need."""
    heights = {-1: 0.0, 0: 0.0, 1: 0.0}
    for number, lines in enumerate(labels):
        heights[_side(number, len(labels))] += len(lines) * AXIS_LABEL.leading + _LABEL_GAP
    return max(heights[-1], heights[1])


def _labels(labels: list[list[Line]], radius: float, size: float) -> Iterator[Text]:
    reach = radius + _LABEL_DISTANCE
    for side in (-1, 1):
        numbers = [number for number in range(len(labels)) if _side(number, len(labels)) == side]
        numbers.sort(key=lambda number: math.sin(_angle(number, len(labels))))
        tops = _apart([(reach * math.sin(_angle(n, len(labels))), _height(labels[n])) for n in numbers], reach)
        for number, top in zip(numbers, tops, strict=True):
            near = min(abs(top), abs(top + _height(labels[number]))) if top * (top + _height(labels[number])) > 0 else 0
            offset = math.sqrt(max(reach**2 - near**2, 0.0))
            yield from _set(labels[number], side * max(offset, reach * 0.3), top, side)
    for number, lines in enumerate(labels):
        if _side(number, len(labels)) == 0:
            above = math.sin(_angle(number, len(labels))) < 0
            yield from _set(lines, 0, -reach - _height(lines) + 1 if above else reach, 0)


def _height(lines: list[Line]) -> float:
    return len(lines) * AXIS_LABEL.leading


def _apart(wanted: list[tuple[float, float]], reach: float) -> list[float]:
    """Tops of labels from top to bottom, near the wanted middles, none over another, all between the two poles."""
    tops, lowest = list[float](), -reach + 1.5
    for middle, height in wanted:
        tops.append(max(middle - height / 2, lowest))
        lowest = tops[-1] + height + _LABEL_GAP
    limit = reach - 0.7
    for number in range(len(wanted) - 1, -1, -1):
        tops[number] = min(tops[number], limit - wanted[number][1])
        limit = tops[number] - _LABEL_GAP
    return tops


def _set(lines: list[Line], x: float, top: float, side: int) -> Iterator[Text]:
    for number, line in enumerate(lines):
        left = x - line.width / 2 if side == 0 else x if side > 0 else x - line.width
        y = top + number * AXIS_LABEL.leading + AXIS_LABEL.baseline
        yield Text(left, y, line.text + (" " if line.spaced else ""), AXIS_LABEL, line.width)
