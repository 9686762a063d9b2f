"""Text, addresses that can be followed, and level marks in a paragraph of a Word document."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from sendself.document.addresses import addresses
from sendself.document.blocks import LevelMark
from sendself.document.style import INK, LEVEL_COLOURS
from sendself.document.text import is_right_to_left
from sendself.document.word.xml import element, lines, outline_run, set_right_to_left, shade_run

_NO_BREAK_SPACE = "\u00a0"


def add_text(paragraph: Paragraph, text: str, *, links: bool = True) -> None:
    """The text, its lines broken; from right to left where its first letter runs so.

    The addresses in it are `links`, unless it is the text of a link itself.
    """
    written = "\n".join(line.rstrip() for line in lines(text)) if "\n" in text else _on_one_line(text)
    reached = 0
    for address in addresses(written) if links else ():
        _add_run(paragraph, written[reached : address.start])
        _add_link(paragraph, written[address.start : address.end], address.target)
        reached = address.end
    _add_run(paragraph, written[reached:])
    if is_right_to_left(written):
        set_right_to_left(paragraph)


def _add_run(paragraph: Paragraph, text: str) -> None:
    if text:
        paragraph.add_run(text)


def _add_link(paragraph: Paragraph, text: str, target: str) -> None:
    link = element("hyperlink", history=1)
    link.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(paragraph.add_run(text, style="Hyperlink")._r)
    paragraph._p.append(link)


def _on_one_line(text: str) -> str:
    """The writable text, with a space that stands before it."""
    return (" " if text.startswith(" ") else "") + " ".join(lines(text))


def add_mark(paragraph: Paragraph, mark: LevelMark) -> None:
    """A level as a shaded word with its number; a state in a frame."""
    # In a narrow cell the words part at a space, but not the number from its word.
    words = " ".join(lines(mark.text)).replace(" ", _NO_BREAK_SPACE, 0 if mark.level is None else 1)
    run = paragraph.add_run(f"{_NO_BREAK_SPACE}{words}{_NO_BREAK_SPACE}")
    run.bold, run.font.size = True, Pt(9)
    if mark.level in LEVEL_COLOURS:
        fill, ink = LEVEL_COLOURS[mark.level]
        run.font.color.rgb = RGBColor(*ink)
        shade_run(run, fill)
    else:
        outline_run(run, INK)
