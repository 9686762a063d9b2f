"""What an accessible PDF must hold, each as a check that gives its complaints; tests also show that each can fail."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

import pikepdf

from sendself.document.blocks import Radar
from sendself.document.text import needs_shaping
from tests.document.pdf_reading import Node, marked_content, signs_on, structure

NOTHING: Any = pikepdf.Dictionary()
NOWHERE: Any = pikepdf.Array([0, 0, 0, 0])

Check = Callable[[pikepdf.Pdf], Iterator[str]]


def one_title(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Exactly one H1, and it is the first heading."""
    headings = [node.tag for node in structure(pdf).all("H1", "H2", "H3")]
    if headings.count("H1") != 1 or headings[0] != "H1":
        yield f"headings start {headings[:3]} with {headings.count('H1')} H1"


def heading_order(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No heading is more than one level below the one before."""
    levels = [int(node.tag[1]) for node in structure(pdf).all("H1", "H2", "H3")]
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"H{after} after H{before}"


def tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A table holds rows of as many cells; a row of headers heads its columns, and the first cell of others its row.

    In a table of nothing but columns no cell heads a row.
    """
    for table in structure(pdf).all("Table"):
        rows = [kid for kid in table.kids if kid.tag != "Caption"]
        if {row.tag for row in rows} != {"TR"}:
            yield f"table holds {[row.tag for row in rows]}"
        if len({len(row.kids) for row in rows}) != 1:
            yield "rows of different lengths"
        columns_alone = all(cell.tag == "TD" for row in rows[1:] for cell in row.kids)
        for number, row in enumerate(rows):
            heads = number == 0 and max(len(rows), len(row.kids)) > 1 and {cell.tag for cell in row.kids} == {"TH"}
            expected = ["TH Column"] * len(row.kids) if heads else ["TH Row", *["TD"] * (len(row.kids) - 1)]
            if number and columns_alone:
                expected = ["TD"] * len(row.kids)
            found = [_role(cell) for cell in row.kids]
            if found != expected:
                yield f"row {number} of a table is {found}"


def _role(cell: Node) -> str:
    scope = str(cell.entry.get("/A", NOTHING).get("/Scope", ""))[1:]
    return f"{cell.tag} {scope}".strip()


def lists(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A list holds items, and says how they are numbered where they have labels."""
    for whole in structure(pdf).all("L"):
        if {kid.tag for kid in whole.kids} != {"LI"}:
            yield f"list holds {[kid.tag for kid in whole.kids]}"
        attribute = whole.entry.get("/A", NOTHING)
        numbering = str(attribute.get("/ListNumbering", "")) if attribute.get("/O") == pikepdf.Name.List else ""
        if whole.all("Lbl") and numbering not in ("/Decimal", "/Disc"):
            yield f"list with labels is numbered {numbering!r}"


def reading_order(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is read later stands later: on its page, and from page to page wherever an element begins."""
    reached = dict[int, int]()
    for page, content in structure(pdf).reads:
        if content <= reached.get(page, -1):
            yield f"page {page}: content {content} is read after {reached[page]}"
        reached[page] = max(content, reached.get(page, -1))
    begins = [whole.reads[0] for whole in structure(pdf).kids if whole.reads]
    if begins != sorted(begins):
        yield "an element is read before one that stands above it"


def figures(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A figure has an alternative text and a box inside the page."""
    for figure in structure(pdf).all("Figure"):
        if not str(figure.entry.get("/Alt", "")):
            yield "Figure without Alt"
        left, bottom, right, top = (float(value) for value in figure.entry.get("/A", NOTHING).get("/BBox", NOWHERE))
        if not (0 <= left < right <= 596 and 0 <= bottom < top <= 842):
            yield f"Figure box {left, bottom, right, top}"


def everything_marked(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Whatever is painted stands in marked content, and each stretch belongs to one element of the same tag."""
    owned = {place: node.tag for node in structure(pdf).walk() for place in node.content}
    for number, page in enumerate(pdf.pages):
        marked, outside = marked_content(page)
        if outside:
            yield f"page {number}: {len(outside)} unmarked operators"
        for tag, content in marked:
            if owned.pop((number, content), None) != tag:
                yield f"page {number}: content {content} is not owned by a {tag}"
    if owned:
        yield f"owned but not painted: {owned}"


def parent_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    """From every marked content the parent tree leads back to the element that owns it."""
    root: Any = pdf.Root
    numbers = list(root.StructTreeRoot.ParentTree.Nums)
    by_key = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for node in structure(pdf).walk():
        for page, content in node.content:
            holder: Any = pdf.pages[page].obj
            key = holder.get("/StructParents")
            owners = by_key.get(int(key) if key is not None else -1, pikepdf.Array())
            if content >= len(owners) or owners[content].objgen != node.entry.objgen:
                yield f"page {page}: content {content} leads elsewhere"


def contents(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A table of contents holds entries and tables of its own, an entry a reference, a reference one link."""
    for tag, allowed in (("TOC", {"TOC", "TOCI"}), ("TOCI", {"Reference"}), ("Reference", {"Link"})):
        for node in structure(pdf).all(tag):
            if not node.kids or {kid.tag for kid in node.kids} - allowed or node.content:
                yield f"{tag} holds {[kid.tag for kid in node.kids]}"
            if tag != "TOC" and len(node.kids) != 1:
                yield f"{tag} holds {len(node.kids)} elements"
    inside = [link.entry.objgen for whole in structure(pdf).all("Reference") for link in whole.all("Link")]
    for link in structure(pdf).all("Link"):
        within = any("/Dest" in annotation for annotation in link.annotations)
        if within != (link.entry.objgen in inside):
            yield "Link within the document outside a Reference, or out of it inside one"


def links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Each link on a page belongs to one Link with words, says where it leads, is printed, and leads there.

    That is one page of the document, or one web or e-mail address; a Link can be pressed on each page on which it is.
    """
    root: Any = pdf.Root
    numbers = list(root.StructTreeRoot.ParentTree.Nums)
    by_key = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    owners = {link.objgen: node for node in structure(pdf).all("Link") for link in node.annotations}
    pages = {page.obj.objgen for page in pdf.pages}
    held = [{link.objgen for link in links_on(page)} for page in pdf.pages]
    for node in structure(pdf).all("Link"):
        if not node.annotations or not node.content:
            yield f"Link with {len(node.annotations)} annotations and {len(node.content)} stretches of content"
        if len({_leads(link, pages) for link in node.annotations}) > 1:
            yield "a Link that leads to more than one place"
        for place in {place for place, _ in node.content}:
            if held[place].isdisjoint(link.objgen for link in node.annotations):
                yield f"page {place}: a Link that cannot be pressed there"
    for number, page in enumerate(pdf.pages):
        for link in links_on(page):
            owner: Any = owners.pop(link.objgen, None)
            if owner is None or number not in {place for place, _ in owner.content}:
                yield f"page {number}: a link without its Link"
                continue
            key = link.get("/StructParent")
            if key is None or by_key.get(int(key), NOTHING).objgen != owner.entry.objgen:
                yield f"page {number}: a link's parent is another"
            if not str(link.get("/Contents", "")) or not int(link.get("/F", 0)) & 4:
                yield f"page {number}: a link without words, or not printed"
            if not _leads(link, pages):
                yield f"page {number}: a link that leads nowhere, or where none may"
            left, bottom, right, top = (float(value) for value in link.Rect)
            if not (0 <= left < right <= 596 and 0 <= bottom < top <= 842):
                yield f"page {number}: link box {left, bottom, right, top}"
    if owners:
        yield f"{len(owners)} links that are on no page"


def links_on(page: pikepdf.Page) -> list[Any]:
    """The annotations of a page."""
    annotations: Any = page.obj.get("/Annots", pikepdf.Array())
    return list(annotations)


def _leads(link: Any, pages: set[tuple[int, int]]) -> str:
    """Where a link leads: a place on a page, or an address of a kind that may be followed; nothing otherwise."""
    if link.get("/Subtype") != pikepdf.Name.Link or ("/Dest" in link) == ("/A" in link):
        return ""
    if "/Dest" in link:
        return str(link.Dest[0].objgen) if link.Dest[0].objgen in pages else ""
    address = str(link.A.get("/URI", ""))
    followed = address.isascii() and address.startswith(("http://", "https://", "mailto:"))
    return address if followed and link.A.get("/S") == pikepdf.Name.URI else ""


def signs(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every replacement sign on a page is in a Span that says what it stands for, to those who listen and who copy."""
    said = dict[tuple[int, int], str]()
    for node in structure(pdf).walk():
        said |= dict.fromkeys(node.content, str(node.entry.get("/ActualText", "")))
    for number, page in enumerate(pdf.pages):
        for place, copied, count in signs_on(page):
            actual = said.get((number, place), "")
            if len(actual) < count or (copied != actual and not needs_shaping(actual)):
                yield f"page {number}: {count} signs are read as {actual!r} and copied as {copied!r}"


def document_settings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Language, marked, title shown, tab order by structure."""
    root: Any = pdf.Root
    if str(root.get("/Lang", "")) != "en-GB":
        yield "no language"
    if not root.get("/MarkInfo", NOTHING).get("/Marked"):
        yield "not marked"
    if not root.get("/ViewerPreferences", NOTHING).get("/DisplayDocTitle"):
        yield "title not shown"
    if any(page.obj.get("/Tabs") != pikepdf.Name.S for page in pdf.pages):
        yield "tab order"


def metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The XMP says PDF/UA-1 and PDF/A-3A, and the same title as the older information does."""
    root: Any = pdf.Root
    info: Any = pdf.docinfo
    said = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    title = escape(str(info.get("/Title", "")))
    for words in ("<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<", f">{title}<"):
        if words not in said:
            yield f"the XMP does not say {words}"


def attachments(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every file inside is named as one that belongs to the document, with what it is to it."""
    root: Any = pdf.Root
    inside = {one.obj.objgen for one in pdf.attachments.values()}
    named = {one.objgen for one in root.get("/AF", [])}
    if inside != named:
        yield f"{len(inside)} files inside, {len(inside & named)} of them associated"
    if any("/AFRelationship" not in one for one in root.get("/AF", [])):
        yield "an associated file without a relationship"


def alternatives(pdf: pikepdf.Pdf, radars: Sequence[Radar]) -> Iterator[str]:
    """The alternative text of each radar names every axis, so that none is for those alone who see it."""
    figures = [str(figure.entry.get("/Alt", "")) for figure in structure(pdf).all("Figure")]
    if len(figures) != len(radars):
        yield f"{len(figures)} figures for {len(radars)} radars"
    for said, radar in zip(figures, radars, strict=False):
        if missing := [axis for axis in radar.axes if axis.casefold() not in said.casefold()]:
            yield f"the alternative text leaves out {missing}"


def glyph_texts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every font is embedded and says what its glyphs read as, which is never U+0000."""
    for page in pdf.pages:
        resources: Any = page.obj.Resources
        for _, font in resources.get("/Font", NOTHING).items():
            if "/ToUnicode" not in font or "/FontFile2" not in font.DescendantFonts[0].FontDescriptor:
                yield f"font {font.BaseFont}"
            elif b"> <0000>" in font.ToUnicode.read_bytes():
                yield f"a glyph of {font.BaseFont} reads as U+0000"


CHECKS: tuple[Check, ...] = (
    one_title, heading_order, tables, lists, figures, reading_order, everything_marked, parent_tree, contents, links,
    signs, document_settings, metadata, attachments, glyph_texts,
)  # fmt: skip


def complaints(pdf: pikepdf.Pdf) -> list[str]:
    """What all checks complain of."""
    return [complaint for check in CHECKS for complaint in check(pdf)]


def first(pdf: pikepdf.Pdf, tag: str) -> Node:
    """The first element of a tag."""
    return structure(pdf).all(tag)[0]
