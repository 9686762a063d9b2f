"""The key under a radar: which line is which, and what the rings mean."""

from sendself.document.blocks import Radar
from sendself.document.lines import Line, fill
from sendself.document.radar.marks import DASHES, marker
from sendself.document.shapes import Path, Shape, Text, TextStyle
from sendself.document.style import INK, MUTED, SERIES_COLOURS

KEY = TextStyle("regular", 9, 4.4, INK)
RING_KEY = TextStyle("regular", 8.5, 4.2, MUTED)
_SAMPLE, _GAP = 9.0, 7.0


def lay_key(radar: Radar, width: float, top: float) -> tuple[list[Shape], float]:
    """The key's shapes from `top` down, centred on `width`, and its height."""
    shapes, y = list[Shape](), top
    # A single line needs no telling apart; its name goes before the rings.
    several = radar.series if len(radar.series) > 1 else ()
    entries = [(place, _one_line(series.name, width / 2)) for place, series in enumerate(several)]
    for row in _rows(entries, width):
        x = (width - sum(_entry_width(line) for _, line in row) + _GAP) / 2
        for place, line in row:
            middle, colour = y + KEY.leading / 2, SERIES_COLOURS[place % len(SERIES_COLOURS)]
            dash = DASHES[radar.series[place].style]
            shapes.append(Path(((x, middle), (x + _SAMPLE - 2, middle)), colour, line_width=0.6, dash=dash))
            shapes.append(marker(place, x + _SAMPLE / 2 - 1, middle, colour))
            shapes.append(Text(x + _SAMPLE, y + KEY.baseline, line.text + " ", KEY, line.width))
            x += _entry_width(line)
        y += KEY.leading + 0.6
    rings = " · ".join(f"{number}\u00a0{name}" for number, name in enumerate(radar.rings, 1))
    drawn = any(value is not None for one in radar.series for value in one.values)
    only = f"Line: {radar.series[0].name}. " if drawn and len(radar.series) == 1 else ""
    for line in fill(f"{only}Rings, from the centre: {rings}", RING_KEY, width):
        text = line.text + (" " if line.spaced else "")
        shapes.append(Text((width - line.width) / 2, y + RING_KEY.baseline, text, RING_KEY, line.width))
        y += RING_KEY.leading
    return shapes, y - top


def _one_line(name: str, width: float) -> Line:
    lines = fill(name, KEY, width) or [Line("", 0)]
    return lines[0]


def _entry_width(line: Line) -> float:
    return _SAMPLE + line.width + _GAP


def _rows(entries: list[tuple[int, Line]], width: float) -> list[list[tuple[int, Line]]]:
    rows, used = list[list[tuple[int, Line]]](), 0.0
    for place, line in entries:
        if not rows or used + _entry_width(line) - _GAP > width:
            rows.append([])
            used = 0.0
        rows[-1].append((place, line))
        used += _entry_width(line)
    return rows
