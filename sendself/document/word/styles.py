"""What a Word document is set up with: page, language, fonts, styles, header and footer.

Text is in fonts that Word brings; nothing of the template that python-docx starts from is left that would be seen.
"""

from dataclasses import dataclass, replace

import docx as python_docx
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from sendself.document.looks import Looks
from sendself.document.shapes import Colour
from sendself.document.style import ACCENT, ACT, ACT_TINT, INK, MUTED, RULE, TINT
from sendself.document.word.xml import colour_code, element

TEXT_WIDTH_MM = 170
FACT_INDENT_MM = 45
_MARGIN = Mm(20)
_FONT, _SCRIPTS_FONT = "Calibri", "Arial"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a paragraph style looks: points, colour, points above and below, and what it is based on."""

    size: float
    colour: Colour = INK
    bold: bool = False
    above: float = 0
    below: float = 6
    keep: bool = False
    ground: Colour | None = None
    bar: Colour | None = None
    based_on: str = "Normal"


_NOTICE = _Look(10.5, ground=TINT, bar=ACCENT)
_LOOKS: dict[str, _Look] = {
    "Heading 1": _Look(26, ACCENT, bold=True, below=10, keep=True),
    "Heading 2": _Look(18, ACCENT, bold=True, above=20, below=8, keep=True),
    "Heading 3": _Look(13, bold=True, above=14, below=4, keep=True),
    "Organisation": _Look(12, ACCENT, bold=True, below=10),
    "Subtitle": _Look(16, ACCENT, below=10),
    "Caption": _Look(10, MUTED, above=6, below=4, keep=True),
    "toc 2": _Look(10.5, bold=True, above=5, below=0, keep=True),
    "toc 3": _Look(10, below=0),
    "Lead": _Look(13, ACCENT),
    "Note": _Look(10.5),
    "Small print": _Look(9, MUTED),
    "Label": _Look(10, ACCENT, bold=True, above=4, below=2, keep=True),
    "Fact": _Look(10.5, below=3),
    "Picture": _Look(11),
    "Table header": _Look(9.5, ACCENT, bold=True, below=0, keep=True),
    "Table text": _Look(10, below=0),
    "Table text small": _Look(9, below=0),
    "Table gap": _Look(5, below=2),
    "Notice": _NOTICE,
    "Notice title": replace(_NOTICE, bold=True, above=6, below=0, keep=True),
    "Act now": replace(_NOTICE, ground=ACT_TINT, bar=ACT),
    "Act now title": replace(_NOTICE, colour=ACT, bold=True, above=6, below=0, keep=True, ground=ACT_TINT, bar=ACT),
    "Example mark": _Look(10, ACT, bold=True),
    "Writing line": _Look(11, below=0),
    "List Bullet": _Look(11, below=3),
    "List Number": _Look(11, below=3),
    "Header": _Look(9, MUTED),
    "Footer": _Look(9, MUTED),
}
# The template has styles for every table design of Word: those that are not used are taken out.
_KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid", "Hyperlink"}


def new_document(language: str, looks: Looks) -> Docx:
    """An empty A4 document with our styles in the colours of the looks, in a language such as en-GB."""
    docx = python_docx.Document()
    _leave_template(docx)
    section = docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    _set_language(docx, language)
    for name, look in _LOOKS.items():
        _set_style(docx, name, look, looks)
    _set_link(docx, looks)
    docx.styles["Normal"].font.size = Pt(11)
    docx.styles["Normal"].font.color.rgb = RGBColor(*INK)
    for style in list(docx.styles):
        if style.name not in _KEPT and style.name not in _LOOKS:
            style.delete()
    _set_tabs_and_lines(docx)
    _set_table_grid(docx)
    return docx


def look_like(paragraph: Paragraph, name: str) -> None:
    """Draw a paragraph, which keeps its own style and with it its level, as another style is drawn."""
    look, shape = _LOOKS[name], paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(look.above), Pt(look.below)
    for run in paragraph.runs:
        run.font.size, run.font.bold = run.font.size or Pt(look.size), look.bold
        run.font.color.rgb = run.font.color.rgb or RGBColor(*look.colour)


def _leave_template(docx: Docx) -> None:
    """Drop what the template brings along: its picture, its program's name, a second copy of its styles."""
    body = {"stylesWithEffects", "customXml"}
    for part, unwanted in ((docx.part.package, {"thumbnail", "extended-properties"}), (docx.part, body)):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in unwanted:
                del part.rels[key]
    for level in docx.part.numbering_part.element.iter(qn("w:lvl")):
        for named in level.findall(qn("w:pStyle")):
            if named.get(qn("w:val")) not in ("ListBullet", "ListNumber"):
                level.remove(named)
    settings = docx.settings.element
    for tag in ("w:zoom", "w:proofState", "w:rsids", "w:savePreviewPicture"):
        for found in settings.findall(qn(tag)):
            settings.remove(found)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_language(docx: Docx, language: str) -> None:
    defaults = docx.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    for tag in ("w:lang", "w:rFonts"):
        for found in defaults.findall(qn(tag)):
            defaults.remove(found)
    defaults.insert(0, element("rFonts", ascii=_FONT, hAnsi=_FONT, eastAsia=_FONT, cs=_SCRIPTS_FONT))
    defaults.append(element("lang", val=language, eastAsia=language, bidi="ar-SA"))
    theme = docx.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), language)


def _set_style(docx: Docx, name: str, look: _Look, looks: Looks) -> None:
    known = {style.name for style in docx.styles}
    style = docx.styles[name] if name in known else docx.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    properties = style.element.get_or_add_rPr()
    # The template's own fonts and spacing go before anything of ours; numbering of lists stays.
    for child in list(properties):
        properties.remove(child)
    style.base_style = docx.styles[look.based_on]
    style.font.size, style.font.bold = Pt(look.size), look.bold
    style.font.color.rgb = RGBColor(*looks.colour(look.colour))
    # Scripts from right to left have a size of their own.
    style.element.get_or_add_rPr().append(element("szCs", val=round(2 * look.size)))
    for link in style.element.findall(qn("w:link")):
        style.element.remove(link)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.above), Pt(look.below)
    shape.line_spacing, shape.keep_with_next = 1.1, look.keep
    style.quick_style = True
    if look.ground and look.bar:
        _set_ground(style.element.get_or_add_pPr(), looks.colour(look.ground), looks.colour(look.bar))


def _set_link(docx: Docx, looks: Looks) -> None:
    """An address that can be followed is underlined, so that it is known without its colour."""
    style = docx.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    style.font.color.rgb, style.font.underline = RGBColor(*looks.colour(ACCENT)), True


def _set_ground(properties: BaseOxmlElement, ground: Colour, bar: Colour) -> None:
    borders = element("pBdr")
    borders.append(element("left", val="single", sz=24, space=8, color=colour_code(bar)))
    shading = element("shd", val="clear", color="auto", fill=colour_code(ground))
    later = ("w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
    for made in (borders, shading):
        properties.insert_element_before(made, *later)


def _set_tabs_and_lines(docx: Docx) -> None:
    fact, line = docx.styles["Fact"], docx.styles["Writing line"]
    assert isinstance(fact, ParagraphStyle)
    fact.paragraph_format.left_indent = Mm(FACT_INDENT_MM)
    fact.paragraph_format.first_line_indent = Mm(-FACT_INDENT_MM)
    fact.paragraph_format.tab_stops.add_tab_stop(Mm(FACT_INDENT_MM))
    for name in ("Header", "Footer"):
        style = docx.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.paragraph_format.tab_stops.clear_all()
        style.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    assert isinstance(line, ParagraphStyle)
    line.paragraph_format.line_spacing = Pt(24)
    entry = docx.styles["toc 3"]
    assert isinstance(entry, ParagraphStyle)
    entry.paragraph_format.left_indent = Mm(4)
    borders = element("pBdr")
    for side in ("bottom", "between"):
        borders.append(element(side, val="single", sz=4, space=0, color=colour_code(MUTED)))
    line.element.get_or_add_pPr().insert_element_before(borders, "w:spacing")


def _set_table_grid(docx: Docx) -> None:
    """Lines between rows and none between columns, with a little air around the words."""
    properties = docx.styles["Table Grid"].element.find(qn("w:tblPr"))
    for side in properties.find(qn("w:tblBorders")):
        flat = side.tag in (qn("w:top"), qn("w:bottom"), qn("w:insideH"))
        side.set(qn("w:val"), "single" if flat else "nil")
        side.set(qn("w:color"), colour_code(RULE))
    for side, twips in zip(properties.find(qn("w:tblCellMar")), (50, 60, 50, 100), strict=True):
        side.set(qn("w:w"), str(twips))
