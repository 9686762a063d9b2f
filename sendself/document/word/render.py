"""A document as Word: styles, headings and tables that a screen reader knows, to be read and edited.

Each kind of block becomes what Word has for it, so that headings, lists and tables stay what they are when somebody
works on them. The attachment of a document does not travel in Word. The same document always gives the same bytes.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, assert_never

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from sendself.document.blocks import (
    Block,
    Bullets,
    Cell,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    LevelMark,
    Notice,
    PageBreak,
    Paragraph,
    Radar,
    Table,
    TickBox,
    TickBoxes,
    WritingLines,
)
from sendself.document.headings import entries_of, heading_text
from sendself.document.images.png import radar_png
from sendself.document.layout.letterhead import logo_size
from sendself.document.layout.openings import leads_on
from sendself.document.listed import TypedList, parts
from sendself.document.looks import Looks
from sendself.document.text import as_metadata
from sendself.document.word.contents import add_contents, mark_heading
from sendself.document.word.file import packed, set_properties, set_running_lines
from sendself.document.word.styles import TEXT_WIDTH_MM, look_like, new_document
from sendself.document.word.tables import add_table
from sendself.document.word.text import add_mark, add_text
from sendself.document.word.xml import add_tick_box, lines

_STYLES = {"body": "Normal", "lead": "Lead", "note": "Note", "small": "Small print", "label": "Label"}
_LOGO_WIDTH_MM, _LOGO_HEIGHT_MM = 60, 18
_LINE_MM = 8.5


def render_word(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    writer = _Writer(document)
    for number in range(len(document.blocks)):
        writer.write(document.blocks, number)
    return packed(writer.docx)


class _Writer:
    """Writes block after block; `breaks` while what comes next begins on a new page, `headings` counts them."""

    def __init__(self, document: Document) -> None:
        self.looks = document.looks
        self.docx = new_document(as_metadata(document.language) or "en-GB", document.looks)
        self.breaks, self.headings, self.under = False, 0, document.title
        set_properties(self.docx, document)
        set_running_lines(self.docx, document)
        self.letterhead(document.looks)
        if document.watermark:
            self.paragraph("Example mark", document.watermark)
        if not any(isinstance(one, Cover) or (isinstance(one, Heading) and one.level == 1) for one in document.blocks):
            self.paragraph("Heading 1", document.title)

    def write(self, blocks: Sequence[Block], number: int) -> None:
        """Add one of the blocks; what is asked and where it is answered stay on one page."""
        before = len(self.docx.element.body)
        self.add(blocks, number)
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        answered = isinstance(following, TickBoxes) or (isinstance(following, WritingLines) and following.labels)
        if answered and isinstance(blocks[number], Table | TickBoxes | Paragraph | Heading):
            # The last element of the body is the section's properties.
            for added in list(self.docx.element.body)[before - 1 : -1]:
                for paragraph in added.iter(qn("w:p")):
                    paragraph.get_or_add_pPr().get_or_add_keepNext()

    def add(self, blocks: Sequence[Block], number: int) -> None:
        match blocks[number]:
            case Heading() as heading:
                made = self.heading(heading.text, f"Heading {heading.level}", heading.mark)
                if heading.look != heading.level:
                    look_like(made, f"Heading {heading.look}")
            case Paragraph(text=text, style=style):
                self.paragraph(_STYLES[style], text, keep=leads_on(blocks, number))
            case Bullets(items=items, numbered=numbered):
                self.listed(TypedList(items, 1 if numbered else None))
            case Facts(rows=rows):
                self.facts(rows)
            case Table() as table:
                self.table(table)
            case Radar() as radar:
                self.radar(radar)
            case LevelMark() as mark:
                add_mark(self.next("Normal"), mark)
            case Notice(title=title, text=text, tone=tone):
                look = "Act now" if tone == "act" else "Notice"
                self.paragraph(f"{look} title", title)
                self.paragraph(look, text)
            case WritingLines(count=count, labels=labels) if labels:
                self.table(Table(labels, (("",) * len(labels),)), lowest=count * _LINE_MM)
            case WritingLines(count=count):
                for _ in range(count):
                    self.next("Writing line")
            case TickBoxes(options=options, writing=writing):
                self.tick_boxes(options, writing=writing)
            case PageBreak(unless_left=share, together=together) if share < 1 or together:
                pass
            case PageBreak():
                # On an empty page a break changes nothing: the body holds no more than the section's properties.
                self.breaks = len(self.docx.element.body) > 1
            case Contents() as contents:
                self.contents(contents, blocks[number + 1 :])
            case Cover() as cover:
                self.cover(cover)
            case unreachable:
                assert_never(unreachable)

    def letterhead(self, looks: Looks) -> None:
        """Logo and name of whoever sends it, on the first page."""
        if looks.logo:
            width, _ = logo_size(looks.logo, _LOGO_WIDTH_MM, _LOGO_HEIGHT_MM)
            self.picture(self.next("Picture"), looks.logo.png, width, "Logo", looks.name or "Logo")
        self.paragraph("Organisation", looks.name)

    def picture(self, paragraph: WordParagraph, png: bytes, width: float, name: str, alt: str) -> None:
        """A picture `width` millimetres wide with its alternative text."""
        drawn = paragraph.add_run().add_picture(BytesIO(png), width=Mm(width))
        properties: Any = drawn._inline.docPr
        properties.set("name", f"{name} {properties.get('id')}")
        properties.set("descr", as_metadata(alt))

    def next(self, style: str) -> WordParagraph:
        """A new paragraph, at the top of a page where a break was asked for."""
        made = self.docx.add_paragraph(style=style)
        if self.breaks:
            made.paragraph_format.page_break_before, self.breaks = True, False
        return made

    def paragraph(self, style: str, text: str, *, keep: bool = False) -> None:
        """The text, a paragraph for each of its lines and a list for what was typed as one.

        With `keep` they stay on the page on which the next begins.
        """
        for part in parts(lines(text)):
            for made in self.listed(part, style) if isinstance(part, TypedList) else [self.filled(style, part)]:
                if keep:
                    made.paragraph_format.keep_with_next = True

    def heading(self, text: str, style: str, mark: LevelMark | None) -> WordParagraph:
        made = self.next(style)
        add_text(made, " ".join(lines(text)))
        if mark:
            made.add_run("  ")
            add_mark(made, mark)
        if heading_text(Heading(text, 2, mark)):
            self.under = " ".join(lines(text))
            mark_heading(made, self.headings)
            self.headings += 1
        return made

    def contents(self, contents: Contents, following: Sequence[Block]) -> None:
        if self.breaks:
            self.next("Table gap")
        add_contents(self.docx, entries_of(contents, following), self.headings, contents.deepest)

    def filled(self, style: str, text: str) -> WordParagraph:
        made = self.next(style)
        add_text(made, text)
        return made

    def listed(self, listed: TypedList, style: str = "Normal") -> list[WordParagraph]:
        """A list in the style of running text, or in another one that it keeps."""
        look = "List Bullet" if listed.first is None else "List Number"
        made = [self.filled(look if style == "Normal" else style, item) for item in listed.items]
        if listed.first is not None or style != "Normal":
            number = _list_of(self.docx, look, listed.first)
            for paragraph in made:
                numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                numbering.get_or_add_ilvl().val, numbering.get_or_add_numId().val = 0, number
        return made

    def facts(self, rows: tuple[tuple[str, str], ...]) -> None:
        for label, value in rows:
            made = self.next("Fact")
            made.add_run(" ".join(lines(label))).bold = True
            made.add_run("\t")
            if lines(value):
                add_text(made, value)
            else:
                _line_to_write_on(made)

    def table(self, table: Table, *, lowest: float = 0) -> None:
        """The table; its rows are at least `lowest` millimetres high."""
        if table.caption or self.breaks:
            add_text(self.next("Caption" if table.caption else "Table gap"), table.caption)
        add_table(self.docx, table, table.caption or self.under, _fill_cell, lowest)
        # Word joins tables that touch.
        self.next("Table gap")

    def radar(self, radar: Radar) -> None:
        made = self.next("Picture")
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.picture(made, radar_png(radar, TEXT_WIDTH_MM, self.looks), TEXT_WIDTH_MM, "Radar", radar.alt)

    def tick_boxes(self, options: tuple[str, ...], *, writing: bool) -> None:
        for number, option in enumerate(options, 1):
            if words := " ".join(lines(option)):
                made = self.next("Normal")
                made.paragraph_format.space_after = Pt(2)
                add_tick_box(made, words)
                add_text(made, f" {words}")
                if writing and number == len(options):
                    _line_to_write_on(made)

    def cover(self, cover: Cover) -> None:
        self.heading(cover.title, "Heading 1", None)
        self.paragraph("Subtitle", cover.subtitle)
        self.facts(cover.facts)
        self.paragraph("Note", cover.note)


def _line_to_write_on(paragraph: WordParagraph) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run("\t")


def _fill_cell(paragraph: WordParagraph, cell: Cell) -> None:
    if isinstance(cell, LevelMark):
        add_mark(paragraph, cell)
    elif isinstance(cell, TickBox):
        add_tick_box(paragraph, cell.words)
        add_text(paragraph, f" {cell.text}" if cell.text else "")
    else:
        add_text(paragraph, cell)


def _list_of(docx: Any, style: str, first: int | None) -> int:
    """The number of the list that looks as the style says; of a new one where it counts from `first`."""
    numbering, known = docx.part.numbering_part.element, docx.styles[style].element.pPr.numPr.numId.val
    if first is None:
        return int(known)
    made = numbering.add_num(numbering.num_having_numId(known).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(first)
    return int(made.numId)
