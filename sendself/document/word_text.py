"""Text and level marks in a paragraph of a Word document."""

from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from sendself.document.blocks import LevelMark
from sendself.document.style import INK, LEVEL_COLOURS
from sendself.document.text import is_right_to_left
from sendself.document.word_xml import lines, outline_run, set_right_to_left, shade_run

_NO_BREAK_SPACE = "\u00a0"


def add_text(paragraph: Paragraph, text: str) -> None:
    """The text in one run, its lines broken; from right to left where its first letter runs so."""
    written = "\n".join(line.rstrip() for line in lines(text)) if "\n" in text else _on_one_line(text)
    if written:
        paragraph.add_run(written)
    if is_right_to_left(written):
        set_right_to_left(paragraph)


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
