"""The parts of a Word document that python-docx has no call for, as XML."""

import re
import unicodedata
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sendself.document.shapes import Colour

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What XML cannot hold, and marks that would reverse or hide what stands beside them.
_LEFT_OUT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def writable(text: str) -> str:
    """The text as XML can hold it: composed, line ends as newlines, no controls; half a character becomes U+FFFD."""
    return unicodedata.normalize("NFC", _HALVES.sub("\ufffd", _LEFT_OUT.sub("", _LINE_ENDS.sub("\n", text))))


def lines(text: str) -> list[str]:
    """The writable text cut at newlines, without empty lines."""
    return [line for line in (part.strip() for part in writable(text).split("\n")) if line]


def colour_code(colour: Colour) -> str:
    """A colour as Word writes it: 0B5C6B."""
    return "{:02X}{:02X}{:02X}".format(*colour)


def element(tag: str, **attributes: str | int) -> BaseOxmlElement:
    """An element of the `w` namespace with attributes of the same."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word works out, such as PAGE; it shows 1 until then."""
    field = element("fldSimple", instr=instruction)
    run = element("r")
    text = element("t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def shade_run(run: Run, fill: Colour) -> None:
    """Set a run on a coloured ground."""
    run._r.get_or_add_rPr().append(element("shd", val="clear", color="auto", fill=colour_code(fill)))


def outline_run(run: Run, colour: Colour) -> None:
    """Set a run in a thin frame."""
    run._r.get_or_add_rPr().append(element("bdr", val="single", sz=4, space=0, color=colour_code(colour)))


def set_right_to_left(paragraph: Paragraph) -> None:
    """A paragraph that begins at the right, with its runs."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr")
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(element("rtl"))


def add_tick_box(paragraph: Paragraph, label: str) -> None:
    """A box that can be ticked in Word, named after its words for screen readers."""
    # The names of the two signs that Word draws; both are in the font it ships for them.
    box: Any = parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_W14}"><w:sdtPr><w:alias/>'
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>'
        "<w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
    )
    # Word refuses names of more than 64 characters.
    box.find(f".//{qn('w:alias')}").set(qn("w:val"), label[:64])
    paragraph._p.append(box)
