"""What a document is made of: frozen blocks of plain text, without any decision about looks.

A builder decides words, order and numbers once and returns a `Document`; each renderer shows every kind of block with
one `match` that ends in `assert_never`. All text is plain `str`, never markup: `**stars**` are printed as stars.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sendself.document.looks import USUAL, Looks

ParagraphStyle = Literal["body", "lead", "note", "small", "label"]
Alignment = Literal["left", "right", "centre"]
SeriesStyle = Literal["solid", "dash", "dot"]
Tone = Literal["info", "act"]


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A level as a small rounded box with number and word; `level` None is a state ("Don't know yet"), outlined."""

    level: int | None
    name: str

    @property
    def text(self) -> str:
        """What the mark says in words: "3 Established", or the state alone."""
        return self.name if self.level is None else f"{self.level} {self.name}".rstrip()


@dataclass(frozen=True, slots=True)
class TickBox:
    """An empty box to tick by hand in a cell of a table, with `text` beside it.

    `words` name it where it can be ticked on screen (Word).
    """

    words: str
    text: str = ""


Cell = str | LevelMark | TickBox


def cell_text(cell: Cell) -> str:
    """What a cell says in words."""
    return cell if isinstance(cell, str) else cell.text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the document's title, once), 2 (a chapter) or 3 (a section), with a mark if it has one.

    A `small` chapter is drawn like a section: it stands straight under the title, or is a short one of its own.
    """

    text: str
    level: Literal[1, 2, 3]
    mark: LevelMark | None = None
    small: bool = False

    @property
    def look(self) -> Literal[1, 2, 3]:
        """The level as which it is drawn."""
        return 3 if self.small else self.level


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline begins a new paragraph of the same style."""

    text: str
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items, with bullets or numbers."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, read as a table of two columns whose first column heads each row."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on every page and whose first column heads each row, unless `heads` is False.

    `widths` are shares of the width, one per column (equal when empty). `caption` is printed above it when not empty.
    `align` is one alignment per column (left when empty). Cells of any length flow over pages. A `dense` table has
    smaller type and less air. A ValueError names the row or argument whose length does not fit the header.
    """

    header: tuple[str | TickBox, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    align: tuple[Alignment, ...] = ()
    dense: bool = False
    heads: bool = True

    def __post_init__(self) -> None:
        columns = len(self.header)
        for name, given in (("widths", self.widths), ("align", self.align)):
            if given and len(given) != columns:
                raise ValueError(f"Table.{name} has {len(given)} entries for {columns} columns: give one per column")
        if any(width <= 0 for width in self.widths):
            raise ValueError(f"Table.widths must all be above 0, got {self.widths}")
        for number, row in enumerate(self.rows, 1):
            if len(row) != columns:
                raise ValueError(f"Table row {number} has {len(row)} cells for {columns} columns: give one per column")


@dataclass(frozen=True, slots=True)
class Series:
    """One trace on a radar: a value per axis on the scale 0 (centre) to the number of rings; None is a gap."""

    name: str
    values: tuple[float | None, ...]
    filled: bool = False
    style: SeriesStyle = "solid"


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar: `axes` clockwise from the top, `rings` named from the inside out, `alt` what a sighted reader sees.

    Only the first filled series without a gap is filled; every other one is a line. `width` is the share of the sheet
    that the rings and their labels take; they stand in its middle. Where a page of its own has more room, it may grow
    to the share `widest`.
    """

    axes: tuple[str, ...]
    rings: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    width: float = 1.0
    widest: float = 0.0

    def __post_init__(self) -> None:
        if not 0 < self.width <= 1:
            raise ValueError(f"Radar.width must be above 0 and at most 1, got {self.width}")
        if self.widest > 1:
            raise ValueError(f"Radar.widest must be at most 1, got {self.widest}")
        if len(self.axes) < 3 or not self.rings:
            raise ValueError("Radar needs at least three axes and one ring")
        for series in self.series:
            if len(series.values) != len(self.axes):
                raise ValueError(f"Radar series {series.name!r}: {len(series.values)} values for {len(self.axes)} axes")
            if any(value is not None and not 0 <= value <= len(self.rings) for value in series.values):
                raise ValueError(f"Radar series {series.name!r}: values must lie between 0 and {len(self.rings)}")


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed note: `info` for something to know, `act` for something to do now."""

    title: str
    text: str
    tone: Tone = "info"


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Ruled lines to write on by hand; with `labels` so many under each of them, side by side.

    Lines that grow are as many as reach the foot of a page (PDF) on which nothing else has room; under labels that
    stand one below the other they then have the whole width, `stacked`.
    """

    count: int
    labels: tuple[str, ...] = ()
    grows: bool = False
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """Empty boxes to tick by hand, each with its words; with `writing` a line to write on follows the last."""

    options: tuple[str, ...]
    writing: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page; on a page that is still empty it changes nothing.

    Where a file has pages of its own (PDF), what follows goes on upon the same page when `unless_left`, a share of a
    page, is left, and with `together` where all fits there up to the next break; elsewhere such a break is none.
    """

    unless_left: float = 1.0
    together: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings that follow, down to level `deepest`, each leading to its place.

    Where the file has pages of its own (PDF), each with its page number.
    """

    deepest: Literal[2, 3] = 3


@dataclass(frozen=True, slots=True)
class Cover:
    """The opening of a document: its title (the one heading of level 1), a subtitle, facts, and a note below them."""

    title: str
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    note: str = ""


Block = (
    Heading | Paragraph | Bullets | Facts | Table | Radar | LevelMark | Notice | WritingLines | TickBoxes | PageBreak
    | Contents | Cover
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the document; `name` is a plain file name, `description` says what it is for."""

    name: str
    mime_type: str
    data: bytes
    description: str

    def __post_init__(self) -> None:
        if not self.name or not self.data:
            raise ValueError("Attachment needs a file name and data: leave it out of the document if there is none")


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `made_on` is its only date, so that the same document always gives the same file.

    `running_title` stands at the top of every page, a name before what this is with " · " between; `watermark`
    ("EXAMPLE") beside it in words, when not empty. Exactly one heading of level 1 (a `Heading` of level 1 or a `Cover`)
    is expected; a renderer that needs one and finds none uses `title`. `looks` are those of whoever sends it.
    """

    title: str
    subject: str
    author: str
    made_on: date
    running_title: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    watermark: str = ""
    attachment: Attachment | None = None
    looks: Looks = USUAL
