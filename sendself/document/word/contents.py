"""The table of contents in Word: a field that Word can work out again, with its entries in it from the start.

The entries are links and bear no page numbers: only Word knows its pages, and a number that was put there without it
would be wrong, or Word would have to ask whoever opens the file whether it may be put right.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from sendself.document.headings import Entry
from sendself.document.word.text import add_text
from sendself.document.word.xml import element

_INSTRUCTION = ' TOC \\o "2-{deepest}" \\h \\z \\n '
# More entries than these stand in two columns.
_ONE_COLUMN = 24
_BETWEEN_COLUMNS = 567


def add_contents(docx: Docx, entries: Sequence[Entry], first: int, deepest: int) -> None:
    """Add the entries at the end; `first` is the number of the first heading that will follow."""
    if not entries:
        return
    columns = 2 if len(entries) > _ONE_COLUMN else 1
    if columns > 1:
        _end_section(docx)
    for number, entry in enumerate(entries):
        paragraph = docx.add_paragraph(style="toc 2" if entry.chapter else "toc 3")
        if not number:
            _field(paragraph, "begin")
            paragraph.add_run()._r.append(_instruction(deepest))
            _field(paragraph, "separate")
        _link(paragraph, entry.text, _anchor(first + entry.place))
    last = docx.add_paragraph(style="Table gap")
    _field(last, "end")
    if columns > 1:
        _end_section(docx, columns)


def mark_heading(paragraph: Paragraph, number: int) -> None:
    """Make a heading the place that the contents lead to; `number` counts the headings of the document."""
    paragraph._p.get_or_add_pPr().addnext(element("bookmarkStart", id=number, name=_anchor(number)))
    paragraph._p.append(element("bookmarkEnd", id=number))


def _anchor(number: int) -> str:
    return f"_Toc{number:08}"


def _instruction(deepest: int) -> Any:
    made = element("instrText")
    made.set(qn("xml:space"), "preserve")
    made.text = _INSTRUCTION.format(deepest=deepest)
    return made


def _field(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(element("fldChar", fldCharType=kind))


def _link(paragraph: Paragraph, text: str, anchor: str) -> None:
    before = len(paragraph.runs)
    add_text(paragraph, text, links=False)
    link = element("hyperlink", anchor=anchor, history=1)
    for run in paragraph.runs[before:]:
        link.append(run._r)
    paragraph._p.append(link)


def _end_section(docx: Docx, columns: int = 1) -> None:
    """End a section after the last paragraph; what follows goes on below it on the same page, in one column."""
    following: Any = docx.element.body.sectPr
    ended = deepcopy(following)
    ended.find(qn("w:cols")).set(qn("w:num"), str(columns))
    ended.find(qn("w:cols")).set(qn("w:space"), str(_BETWEEN_COLUMNS))
    paragraph: Any = docx.paragraphs[-1]._p if docx.paragraphs else docx.add_paragraph(style="Table gap")._p
    paragraph.set_sectPr(ended)
    for tag in ("w:headerReference", "w:footerReference", "w:titlePg", "w:type"):
        for found in following.findall(qn(tag)):
            following.remove(found)
    following.insert(0, element("type", val="continuous"))
