"""Tagged PDF on top of fpdf2: every stroke is marked content of a structure element, or an artifact.

fpdf2 writes the pages, `TaggedPdf` brackets what is painted, and `add_structure` lets pikepdf write what fpdf2 has no
means for: the structure tree, the parent tree, language, XMP and viewer settings. pikepdf only ever opens the bytes
that fpdf2 has just made.

This stands on two inner parts of fpdf2 2.8.9: `FPDF._out(text)` appends to the content stream of the current page, and
`TTFFont.subset` lists the glyphs used with their text. `writing` uses two more: it sets `current_font_is_set_on_page`
to False after a shaped text, and asks `fpdf.bidi` for the direction of each character. Everything else is its public
interface. It also relies on two habits of that version: setting a font or a colour paints nothing, so that such
operators may stand outside marked content; and pages are written in their order.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from fpdf import FPDF
from fpdf.fonts import TTFFont
from pikepdf import Array, Dictionary, Name, String

from sendself.document.layout.flow import ArtifactKind
from sendself.document.layout.structure import Content, Element, Place, Spot
from sendself.document.shapes import MM_PER_POINT
from sendself.document.style import PAGE_HEIGHT
from sendself.document.text import needs_shaping

_WORD_JOINER = 0x2060
_NO_TEXT = ((), (0,))
# The flag of a note or link that is printed with its page, as PDF/A asks.
_PRINTED = 4
_KEPT_WHEN_EMPTY = ("TH", "TD", "LBody")


class TaggedPdf(FPDF):
    """A PDF whose content is painted inside `content` or `artifact`."""

    def __init__(self) -> None:
        super().__init__(format="A4", unit="mm", enforce_compliance="PDF/A-3U")
        self._next_number = 0

    def add_blank_page(self) -> None:
        """A new page, on which marked content is numbered from 0 again."""
        self.add_page()
        self._next_number = 0

    @contextmanager
    def content(self, content: Content) -> Iterator[None]:
        """What is painted inside belongs to the content's element, which learns page and number.

        What signs stand for is said here too: that is where programs look which copy text or search it. A line from
        right to left they order themselves.
        """
        content.page, content.number = self.page - 1, self._next_number
        self._next_number += 1
        actual = "" if needs_shaping(content.element.actual) else content.element.actual
        said = f" /ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>" if actual else ""
        self._out(f"/{content.element.tag} <</MCID {content.number}{said}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def artifact(self, kind: ArtifactKind) -> Iterator[None]:
        """What is painted inside is decoration, which assistive technology skips."""
        self._out(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact BMC")
        yield
        self._out("EMC")

    def written(self) -> bytes:
        """The PDF without its structure; nothing can be painted afterwards.

        Every glyph gets a text, as PDF/UA asks: a mark that the shaper set apart from its letter, whose text already
        has both, reads as nothing (U+2060), and so does the glyph that fpdf2 keeps for what is missing.
        """
        fonts = [font for font in self.fonts.values() if isinstance(font, TTFFont)]
        for glyph in (glyph for font in fonts for glyph, _ in font.subset.items()):
            if glyph is not None and glyph.unicode in _NO_TEXT:
                glyph.unicode = (_WORD_JOINER,)
        data = bytes(self.output())
        for font in fonts:
            font.ttfont.close()
        return data


@dataclass(slots=True)
class _TreeWriter:
    """Writes elements as PDF objects and notes, page by page, which element owns which marked content."""

    pdf: pikepdf.Pdf
    pages: list[pikepdf.Page]
    owners: dict[int, dict[int, pikepdf.Object]] = field(default_factory=dict)
    links: list[pikepdf.Object] = field(default_factory=list)

    def write(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object | None:
        """The element with everything below it, or None when there is nothing in it."""
        entry = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent))
        kids = [written for kid in element.kids if (written := self._kid(kid, entry)) is not None]
        if not kids and element.tag not in _KEPT_WHEN_EMPTY:
            return None
        kids += [self._annotation(spot, entry) for spot in element.spots]
        entry.K = Array(kids)
        if element.alt:
            entry.Alt = String(element.alt)
        if element.actual:
            entry.ActualText = String(element.actual)
        if element.scope:
            entry.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
        if element.numbering:
            entry.A = Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
        if element.box:
            entry.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(_points(element.box)))
        return entry

    def _kid(self, kid: Element | Content, entry: pikepdf.Object) -> pikepdf.Object | None:
        if isinstance(kid, Element):
            return self.write(kid, entry)
        self.owners.setdefault(kid.page, {})[kid.number] = entry
        return Dictionary(Type=Name.MCR, Pg=self.pages[kid.page].obj, MCID=kid.number)

    def _annotation(self, spot: Spot, entry: pikepdf.Object) -> Dictionary:
        """The link on its page, as a kid of its element."""
        page = self.pages[spot.page].obj
        link = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, F=_PRINTED, Border=Array([0, 0, 0]), Rect=Array(_points(spot.box)),
                Contents=String(spot.words), StructParent=len(self.pages) + len(self.links),
            )
        )  # fmt: skip
        if isinstance(spot.leads, Place):
            height = round((PAGE_HEIGHT - spot.leads.y) / MM_PER_POINT, 2)
            link.Dest = Array([self.pages[spot.leads.page].obj, Name.XYZ, 0, height, 0])
        else:
            link.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(spot.leads))
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(link)
        self.links.append(entry)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=link)

    def parent_tree(self) -> Dictionary:
        """Per page, the owner of each stretch of marked content by its number; then the owner of each link."""
        numbers = Array()
        for page, owners in sorted(self.owners.items()):
            self.pages[page].obj.StructParents = page
            numbers.append(page)
            numbers.append(self.pdf.make_indirect(Array([owners[number] for number in range(len(owners))])))
        for key, entry in enumerate(self.links, len(self.pages)):
            numbers.append(key)
            numbers.append(entry)
        return Dictionary(Nums=numbers)


def _points(box: tuple[float, float, float, float]) -> list[float]:
    left, top, right, bottom = box
    corners = (left, PAGE_HEIGHT - bottom, right, PAGE_HEIGHT - top)
    return [round(value / MM_PER_POINT, 2) for value in corners]


def add_structure(data: bytes, root: Element, language: str, xmp: bytes, info: dict[str, str]) -> bytes:
    """The PDF with its structure tree, language, XMP and viewer settings; the same input gives the same bytes.

    `info` repeats the XMP for readers that only know the older information dictionary ("Title": ...).
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        writer = _TreeWriter(pdf, list(pdf.pages))
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        written = writer.write(root, tree)
        tree.K = written if written is not None else Array()
        tree.ParentTree = pdf.make_indirect(writer.parent_tree())
        tree.ParentTreeNextKey = len(writer.pages) + len(writer.links)
        for page in writer.pages:
            page.obj.Tabs = Name.S
        catalogue = pdf.Root
        catalogue.StructTreeRoot = tree
        catalogue.MarkInfo = Dictionary(Marked=True)
        catalogue.Lang = String(language)
        catalogue.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        metadata = pikepdf.Stream(pdf, xmp)
        metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
        catalogue.Metadata = pdf.make_indirect(metadata)
        for key, value in info.items():
            pdf.docinfo[Name("/" + key)] = String(value)
        # The identifier that came with the pages holds the time; without it one is made from the content.
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        output = BytesIO()
        pdf.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()
