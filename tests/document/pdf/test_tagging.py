"""The structure tree itself, not a flag that says there is one."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Name

from sendself.document.blocks import Facts, Heading, Paragraph, Table
from sendself.document.pdf.render import render_pdf
from tests.document import structure_checks as checks
from tests.document.pdf_reading import open_pdf, signs_on, structure
from tests.document.samples import ESTABLISHED, EVERY_BLOCK, RADAR, document, long_document


@pytest.fixture(scope="module")
def long_pdf() -> bytes:
    """A document of every kind of block over many pages."""
    return render_pdf(long_document())


def test_structure_of_a_long_document_is_complete(long_pdf: bytes) -> None:
    """Every check passes on a document with every kind of block."""
    with open_pdf(long_pdf) as pdf:
        assert checks.complaints(pdf) == []


def _change_heading(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "H2").entry.S = Name.H3


def _second_title(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "H2").entry.S = Name.H1


def _header_without_scope(pdf: pikepdf.Pdf) -> None:
    del checks.first(pdf, "TH").entry["/A"]


def _cell_lost(pdf: pikepdf.Pdf) -> None:
    row = checks.first(pdf, "TR").entry
    row.K = Array(list(row.K)[:-1])


def _figure_without_alt(pdf: pikepdf.Pdf) -> None:
    del checks.first(pdf, "Figure").entry["/Alt"]


def _unmarked_line(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 m 9 9 l S")


def _content_renumbered(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "P").entry.K[0].MCID = 999


def _parents_swapped(pdf: pikepdf.Pdf) -> None:
    root: Any = pdf.Root
    parents = root.StructTreeRoot.ParentTree.Nums[1]
    parents[0], parents[1] = parents[1], parents[0]


def _entry_without_reference(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "Reference").entry.S = Name.Span


def _contents_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "TOCI").entry.S = Name.P


def _link_of_no_element(pdf: pikepdf.Pdf) -> None:
    link = checks.first(pdf, "Link").entry
    link.K = Array([kid for kid in link.K if kid.Type != Name.OBJR])


def _link_taken_from_its_page(pdf: pikepdf.Pdf) -> None:
    page: Any = next(page.obj for page in pdf.pages if "/Annots" in page.obj)
    del page["/Annots"]


def _link_of_another_parent(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "Link").annotations[0].StructParent = 0


def _link_without_words(pdf: pikepdf.Pdf) -> None:
    del checks.first(pdf, "Link").annotations[0]["/Contents"]


def _link_not_printed(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "Link").annotations[0].F = 0


def _link_to_a_lost_page(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "Link").annotations[0].Dest[0] = pdf.make_indirect(pikepdf.Dictionary(Type=Name.Page))


def _web_link(pdf: pikepdf.Pdf) -> Any:
    return next(node for node in structure(pdf).all("Link") if "/A" in node.annotations[0])


def _link_to_a_script(pdf: pikepdf.Pdf) -> None:
    _web_link(pdf).annotations[0].A.URI = pikepdf.String("javascript:alert(1)")


def _link_that_starts_a_program(pdf: pikepdf.Pdf) -> None:
    _web_link(pdf).annotations[0].A.S = Name.Launch


def _link_with_a_line_to_elsewhere(pdf: pikepdf.Pdf) -> None:
    _web_link(pdf).annotations[1].A.URI = pikepdf.String("https://elsewhere.example")


def _web_link_without_words(pdf: pikepdf.Pdf) -> None:
    del _web_link(pdf).annotations[-1]["/Contents"]


def _web_link_in_the_contents(pdf: pikepdf.Pdf) -> None:
    link = checks.first(pdf, "Link").annotations[0]
    del link["/Dest"]
    link.A = pikepdf.Dictionary(S=Name.URI, URI=pikepdf.String("https://a.example"))


def _link_not_pressed_on_its_next_page(pdf: pikepdf.Pdf) -> None:
    """Of a Link over two pages only the links on the first are left."""
    over_pages = next(node for node in structure(pdf).all("Link") if len({page for page, _ in node.content}) > 1)
    page: Any = pdf.pages[over_pages.content[-1][0]].obj
    gone = {link.objgen for link in page.Annots} & {link.objgen for link in over_pages.annotations}
    page.Annots = Array([link for link in page.Annots if link.objgen not in gone])
    kept = (kid for kid in over_pages.entry.K if kid.Type != Name.OBJR or kid.Obj.objgen not in gone)
    over_pages.entry.K = Array(list(kept))


def _language_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _title_hidden(pdf: pikepdf.Pdf) -> None:
    root: Any = pdf.Root
    root.ViewerPreferences.DisplayDocTitle = False


def _signs_that_read_as_signs(pdf: pikepdf.Pdf) -> None:
    for span in structure(pdf).all("Span"):
        if "/ActualText" in span.entry:
            del span.entry["/ActualText"]


def _signs_that_copy_as_signs(pdf: pikepdf.Pdf) -> None:
    page = next(page for page in pdf.pages if signs_on(page))
    page.contents_coalesce()
    contents: Any = page.obj.Contents
    contents.write(re.sub(rb" ?/ActualText ?<[0-9A-Fa-f]+>", b"", contents.read_bytes()))


def _glyphs_without_text(pdf: pikepdf.Pdf) -> None:
    resources: Any = pdf.pages[0].obj.Resources
    del next(font for _, font in resources.Font.items())["/ToUnicode"]


def _glyph_that_reads_as_zero(pdf: pikepdf.Pdf) -> None:
    resources: Any = pdf.pages[0].obj.Resources
    cmap = next(font for _, font in resources.Font.items()).ToUnicode
    cmap.write(cmap.read_bytes().replace(b"<0000> <2060>", b"<0000> <0000>"))


def _every_header_of_a_row(pdf: pikepdf.Pdf) -> None:
    for header in structure(pdf).all("TH"):
        header.entry.A.Scope = Name.Row


def _row_without_header(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "Table").kids[-1].kids[0].entry.S = Name.TD


def _list_without_numbering(pdf: pikepdf.Pdf) -> None:
    del checks.first(pdf, "L").entry["/A"]


def _list_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    checks.first(pdf, "LI").entry.S = Name.P


def _elements_swapped(pdf: pikepdf.Pdf) -> None:
    kids = list(structure(pdf).entry.K)
    kids[4], kids[5] = kids[5], kids[4]
    structure(pdf).entry.K = Array(kids)


def _pages_swapped(pdf: pikepdf.Pdf) -> None:
    """Everything that begins on the first page is read after everything that begins on others."""
    whole = structure(pdf)
    first = [kid for kid in whole.kids if {page for node in kid.walk() for page, _ in node.content} == {0}]
    others = [kid for kid in whole.kids if kid not in first]
    whole.entry.K = Array([kid.entry for kid in (*others, *first)])


def _xmp_replaced(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x/>")


def _other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo[Name.Title] = "Another"


def _file_not_associated(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/AF"]


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        (_every_header_of_a_row, checks.tables),
        (_row_without_header, checks.tables),
        (_list_without_numbering, checks.lists),
        (_list_of_paragraphs, checks.lists),
        (_elements_swapped, checks.reading_order),
        (_pages_swapped, checks.reading_order),
        (_xmp_replaced, checks.metadata),
        (_other_title, checks.metadata),
        (_file_not_associated, checks.attachments),
        (_change_heading, checks.heading_order),
        (_second_title, checks.one_title),
        (_header_without_scope, checks.tables),
        (_cell_lost, checks.tables),
        (_figure_without_alt, checks.figures),
        (_unmarked_line, checks.everything_marked),
        (_content_renumbered, checks.everything_marked),
        (_parents_swapped, checks.parent_tree),
        (_entry_without_reference, checks.contents),
        (_contents_of_paragraphs, checks.contents),
        (_link_of_no_element, checks.links),
        (_link_taken_from_its_page, checks.links),
        (_link_of_another_parent, checks.links),
        (_link_without_words, checks.links),
        (_link_not_printed, checks.links),
        (_link_to_a_lost_page, checks.links),
        (_link_to_a_script, checks.links),
        (_link_that_starts_a_program, checks.links),
        (_link_with_a_line_to_elsewhere, checks.links),
        (_web_link_without_words, checks.links),
        (_web_link_in_the_contents, checks.contents),
        (_link_not_pressed_on_its_next_page, checks.links),
        (_signs_that_read_as_signs, checks.signs),
        (_signs_that_copy_as_signs, checks.signs),
        (_language_lost, checks.document_settings),
        (_title_hidden, checks.document_settings),
        (_glyphs_without_text, checks.glyph_texts),
        (_glyph_that_reads_as_zero, checks.glyph_texts),
    ],
)
def test_check_fails_on_a_damaged_document(
    long_pdf: bytes, damage: Callable[[pikepdf.Pdf], None], check: checks.Check
) -> None:
    """Each check notices the damage that it is there for."""
    with open_pdf(long_pdf) as pdf:
        assert list(check(pdf)) == []
        damage(pdf)
        assert list(check(pdf)) != []


def test_reading_order_is_the_order_of_the_blocks() -> None:
    """Elements follow each other as the blocks do, with the title first."""
    with open_pdf(render_pdf(document(*EVERY_BLOCK))) as pdf:
        tags = [node.tag for node in structure(pdf).kids]
    expected = "H1 P Table P H2 P Figure Table H3 P P P P P L L Table P Div TOC H2 L"
    assert " ".join(tags) == expected


def test_title_missing_is_printed_from_the_document() -> None:
    """Without a heading of level 1 the document's own title becomes it."""
    with open_pdf(render_pdf(document(Paragraph("Only text.")))) as pdf:
        assert [node.tag for node in structure(pdf).kids] == ["H1", "P"]


def test_second_title_becomes_a_chapter_and_no_level_is_skipped() -> None:
    """A second heading of level 1 steps down, and a section without a chapter moves up."""
    blocks = (Heading("One", 1), Heading("Deep", 3), Heading("Two", 1), Heading("Deeper", 3))
    with open_pdf(render_pdf(document(*blocks))) as pdf:
        assert [node.tag for node in structure(pdf).kids] == ["H1", "H2", "H2", "H3"]


def test_chapter_before_the_title_puts_the_title_of_the_document_first() -> None:
    """Whatever the blocks begin with, the first heading read is of level 1."""
    with open_pdf(render_pdf(document(Heading("Deep", 3), Heading("Title", 1)))) as pdf:
        assert [node.tag for node in structure(pdf).kids] == ["H1", "H2", "H2"]


def test_header_repeated_on_the_next_page_is_an_artifact() -> None:
    """A table over several pages is one Table with one header row."""
    rows = tuple((f"Row {number}", "words " * 60) for number in range(30))
    with open_pdf(render_pdf(document(Table(("Name", "Text"), rows)))) as pdf:
        assert len(pdf.pages) > 2
        (table,) = structure(pdf).all("Table")
    assert len(table.kids) == 31
    assert [cell.tag for cell in table.kids[0].kids] == ["TH", "TH"]
    assert [cell.tag for cell in table.kids[1].kids] == ["TH", "TD"]


def test_facts_are_a_table_with_row_headers() -> None:
    """The label of a fact heads its row."""
    with open_pdf(render_pdf(document(Facts((("URN", "999001"),))))) as pdf:
        (row,) = structure(pdf).all("TR")
        assert [cell.tag for cell in row.kids] == ["TH", "TD"]
        assert row.kids[0].entry.A.Scope == Name.Row


def test_mark_of_a_heading_is_read_within_the_heading() -> None:
    """Whoever moves from heading to heading hears the level too."""
    with open_pdf(render_pdf(document(Heading("Attendance", 2, ESTABLISHED)))) as pdf:
        (heading,) = structure(pdf).all("H2")
    assert [kid.tag for kid in heading.kids] == ["Span"]
    assert len(heading.content) == 1


def test_figure_has_the_alternative_text_of_the_radar() -> None:
    """What a sighted reader sees is said in words."""
    with open_pdf(render_pdf(document(RADAR))) as pdf:
        assert str(checks.first(pdf, "Figure").entry.Alt) == RADAR.alt


def test_list_says_how_it_is_numbered() -> None:
    """Numbers and bullets are told apart for those who hear the list; boxes to tick have neither."""
    with open_pdf(render_pdf(document(*EVERY_BLOCK))) as pdf:
        said = [str(whole.entry.get("/A", {}).get("/ListNumbering", "")) for whole in structure(pdf).all("L")]
    assert said == ["/Disc", "/Decimal", ""]


def test_alternative_text_that_says_nothing_is_noticed() -> None:
    """The check of it wants every axis named."""
    told = replace(RADAR, alt="Outcomes 1, leadership 2.5, teaching 3, families 4.")
    with open_pdf(render_pdf(document(told))) as pdf:
        assert list(checks.alternatives(pdf, [told])) == []
        checks.first(pdf, "Figure").entry.Alt = pikepdf.String("Radar")
        assert list(checks.alternatives(pdf, [told])) != []
