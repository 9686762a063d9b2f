"""The radar's geometry: labels apart, gaps left open, one filled shape."""

import itertools
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sendself.document.blocks import Radar, Series
from sendself.document.images.svg import radar_svg
from sendself.document.radar.drawing import AXIS_LABEL, radar_shapes
from sendself.document.shapes import Path, Text
from sendself.document.style import SERIES_COLOURS, SERIES_FILL
from tests.document.samples import RADAR

LONG = "Working with pupils and with their parents and carers"
RINGS = ("Not yet in place", "Developing", "Established", "Sustained")


def axis_labels(radar: Radar, size: float = 170) -> list[Text]:
    """The lines of the axis labels."""
    shapes = radar_shapes(radar, size).shapes
    return [shape for shape in shapes if isinstance(shape, Text) and shape.style == AXIS_LABEL]


@pytest.mark.parametrize("count", range(3, 21))
@pytest.mark.parametrize("label", ["Short", LONG, "Unbreakable" * 12])
def test_labels_never_collide_nor_leave_the_sheet(count: int, label: str) -> None:
    """From three to twenty axes, short names and long: no two lines of labels overlap, and all are on the sheet."""
    drawing = radar_shapes(Radar((label,) * count, RINGS, (), ""))
    lines = [shape for shape in drawing.shapes if isinstance(shape, Text) and shape.style == AXIS_LABEL]
    assert len(lines) >= count
    for one, other in itertools.combinations(lines, 2):
        beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
        assert beside or abs(one.y - other.y) >= AXIS_LABEL.leading - 0.5
    for line in lines:
        assert line.x >= -0.5
        assert line.x + line.width <= 170.5
        assert 0 <= line.y <= drawing.height


def test_gap_is_a_gap_and_prevents_the_fill() -> None:
    """An unrated axis is neither 0 nor bridged, and a series with a gap is not filled."""
    gap = Radar(("a", "b", "c", "d"), RINGS, (Series("x", (1, None, 3, 4), filled=True),), "")
    paths = [shape for shape in radar_shapes(gap).shapes if isinstance(shape, Path)]
    traces = [path for path in paths if path.stroke == SERIES_COLOURS[0] and not path.fill and len(path.points) > 2]
    assert [len(path.points) for path in traces] == [3]
    assert not any(path.closed for path in traces)
    assert not any(path.fill == SERIES_FILL for path in paths)


def test_only_one_series_is_filled() -> None:
    """Of two that ask for it, the first is filled; the other is a line."""
    both = Radar(("a", "b", "c"), RINGS, (Series("x", (1, 2, 3), filled=True), Series("y", (3, 2, 1), filled=True)), "")
    fills = [shape for shape in radar_shapes(both).shapes if isinstance(shape, Path) and shape.fill == SERIES_FILL]
    assert len(fills) == 1


def test_value_on_the_outer_ring_stands_on_the_corner_of_the_ring() -> None:
    """The scale runs from the centre to the outermost ring."""
    full = replace(RADAR, series=(Series("x", (4, 4, 4, 4)),))
    paths = [shape for shape in radar_shapes(full).shapes if isinstance(shape, Path)]
    outer = paths[0].points
    trace = next(path for path in paths if path.stroke == SERIES_COLOURS[0] and path.closed and len(path.points) == 4)
    for (x, y), (ring_x, ring_y) in zip(trace.points, outer, strict=True):
        assert (x, y) == pytest.approx((ring_x, ring_y))


def test_key_names_every_series_and_ring() -> None:
    """Number and name of each ring and the name of each series are in words below."""
    text = " ".join(shape.text.strip() for shape in radar_shapes(RADAR).shapes if isinstance(shape, Text))
    for words in ("Agreed", "SENCO", "1\u00a0Not yet in place", "4\u00a0Sustained"):
        assert words in text


def test_key_of_a_radar_without_values_names_no_line() -> None:
    """Where nothing is rated there is no line to be told about."""
    empty = replace(RADAR, series=(Series("Agreed", (None,) * 4, filled=True),))
    text = " ".join(shape.text.strip() for shape in radar_shapes(empty).shapes if isinstance(shape, Text))
    assert "Line:" not in text
    assert "Rings, from the centre" in text


def test_svg_draws_every_shape_and_escapes_text() -> None:
    """The SVG is well formed, has as many elements as shapes, and its title is the alternative text."""
    awkward = replace(RADAR, axes=("A & B", "<b>", '"q"', "d"), alt='Says "<4>" & more')
    root = ElementTree.fromstring(radar_svg(awkward))
    drawn = [element for element in root if not element.tag.endswith("title")]
    assert len(drawn) == len(radar_shapes(awkward).shapes)
    assert root[0].text == 'Says "<4>" & more'
    assert {"A & B", "<b>"} <= {element.text for element in drawn}
