"""Tables in Word: header rows that are repeated, rows that stay whole, columns as wide as asked."""

from collections.abc import Callable
from typing import Any

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from sendself.document.blocks import Cell, Table
from sendself.document.word.styles import TEXT_WIDTH_MM
from sendself.document.word.xml import element, lines

FillCell = Callable[[Paragraph, Cell], None]

_ALIGNMENTS = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "centre": WD_ALIGN_PARAGRAPH.CENTER}


def add_table(docx: Docx, table: Table, name: str, fill: FillCell, lowest: float = 0) -> None:
    """Add a table called `name` to the end of the document; `fill` writes a line of a cell into its paragraph.

    Its rows are at least `lowest` millimetres high.
    """
    made = docx.add_table(rows=0, cols=len(table.header), style="Table Grid")
    made.autofit = False
    shares = table.widths or (1.0,) * len(table.header)
    widths = [Mm(TEXT_WIDTH_MM * share / sum(shares)) for share in shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    _describe(made, name, heads=table.heads)
    text = "Table text small" if table.dense else "Table text"
    for number, row in enumerate((table.header, *table.rows)):
        added = made.add_row()
        properties = added._tr.get_or_add_trPr()
        properties.append(element("cantSplit"))
        if not number:
            properties.append(element("tblHeader"))
        elif lowest:
            added.height = Mm(lowest)
        for place, (cell, content, width) in enumerate(zip(added.cells, row, widths, strict=True)):
            cell.width = width
            style = text if number else "Table header"
            _fill(cell, content, style, table.align[place] if table.align else "left", fill)
            if lowest and not number:
                # A label stays with the place for the answer.
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def _describe(made: Any, called: str, *, heads: bool) -> None:
    """Say which cells head others, and what the table is called."""
    properties = made._tbl.tblPr
    for found in list(properties):
        if found.tag.endswith("}tblLook"):
            properties.remove(found)
    look = {"firstRow": 1, "lastRow": 0, "firstColumn": int(heads), "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    properties.append(element("tblLook", val="06A0" if heads else "0620", **look))
    if name := " ".join(lines(called)):
        properties.append(element("tblCaption", val=name))


def _fill(cell: Any, content: Cell, style: str, alignment: str, fill: FillCell) -> None:
    parts: list[Cell] = [*lines(content)] if isinstance(content, str) else [content]
    for number, part in enumerate(parts or [""]):
        paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
        paragraph.style = style
        if alignment in _ALIGNMENTS:
            paragraph.alignment = _ALIGNMENTS[alignment]
        fill(paragraph, part)
