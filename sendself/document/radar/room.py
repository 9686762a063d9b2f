"""Room that a page would leave white is given to its radar."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sendself.document.blocks import Block, PageBreak, Radar
from sendself.document.radar.drawing import radar_shapes
from sendself.document.style import TEXT_WIDTH

_LEFT_OVER = 3.0
_TRIES = 6

RoomLeft = Callable[[Sequence[Block], bool], float]
"""The millimetres that blocks leave on a page of their own, the first page where so said; 0 where they need more."""


def with_grown_radars(blocks: Sequence[Block], room_left: RoomLeft) -> tuple[Block, ...]:
    """The blocks with each radar that may grow as wide as the page that it stands on lets it."""
    grown = list[Block]()
    for number, section in enumerate(_pages_of(blocks)):
        radars = [block for block in section if isinstance(block, Radar) and block.widest > block.width]
        if len(radars) == 1 and (room := room_left(section, number == 0) - _LEFT_OVER) > 0:
            wider = _grown(radars[0], room)
            section = [wider if block is radars[0] else block for block in section]
        grown += section
    return tuple(grown)


def _pages_of(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks cut where a page begins whatever room is left; such a break is the last of its section."""
    sections = list[list[Block]]([[]])
    for block in blocks:
        sections[-1].append(block)
        if isinstance(block, PageBreak) and block.unless_left >= 1:
            sections.append([])
    return sections


def _grown(radar: Radar, room: float) -> Radar:
    least = radar_shapes(radar, TEXT_WIDTH).height
    fits, wider = radar, replace(radar, width=radar.widest)
    low, high = radar.width, radar.widest
    for _ in range(_TRIES):
        if radar_shapes(wider, TEXT_WIDTH).height - least <= room:
            fits, low = wider, wider.width
        else:
            high = wider.width
        if low == high:
            break
        wider = replace(radar, width=(low + high) / 2)
    return fits
