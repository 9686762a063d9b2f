"""Measures, colours and text styles of the printed document, in one place."""

from sendself.document.shapes import Colour, TextStyle

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
MARGIN = 20.0
TOP, BOTTOM = 25.0, 274.0
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

INK: Colour = (31, 41, 51)
MUTED: Colour = (75, 85, 99)
ACCENT: Colour = (11, 92, 107)
RULE: Colour = (203, 213, 225)
GRID: Colour = (172, 187, 198)
TINT: Colour = (236, 243, 245)
WHITE: Colour = (255, 255, 255)
ACT: Colour = (140, 45, 4)
ACT_TINT: Colour = (253, 241, 231)

# Fill and text of each level, distinct for colour-blind readers; in grey the middle two are light and the others dark.
# The contrast of the text is at least 7:1.
LEVEL_COLOURS: dict[int, tuple[Colour, Colour]] = {
    1: ((140, 45, 4), WHITE),
    2: ((253, 184, 99), INK),
    3: ((158, 202, 225), INK),
    4: ((8, 81, 156), WHITE),
}
SERIES_COLOURS: tuple[Colour, ...] = (ACCENT, (140, 45, 4), (8, 81, 156), (91, 58, 130), (75, 85, 99))
SERIES_FILL: Colour = (206, 226, 230)

BODY = TextStyle("regular", 11, 5.4, INK)
LEAD = TextStyle("regular", 13, 6.4, ACCENT)
NOTE = TextStyle("regular", 10.5, 5.1, INK)
SMALL = TextStyle("regular", 9, 4.3, MUTED)
LABEL = TextStyle("bold", 10, 4.9, ACCENT)
PARAGRAPH_STYLES = {"body": BODY, "lead": LEAD, "note": NOTE, "small": SMALL, "label": LABEL}

TITLE = TextStyle("bold", 27, 11.4, ACCENT)
CHAPTER = TextStyle("bold", 19, 8.2, ACCENT)
SECTION = TextStyle("bold", 13, 6.0, INK)
HEADING_STYLES = {1: TITLE, 2: CHAPTER, 3: SECTION}
SPACE_ABOVE_HEADING = {1: 0.0, 2: 11.0, 3: 8.0}
SPACE_BELOW_HEADING = {1: 4.0, 2: 3.2, 3: 1.6}

COVER_TITLE = TextStyle("bold", 27, 11.4, WHITE)
COVER_SUBTITLE = TextStyle("regular", 16, 7.4, WHITE)

CELL = TextStyle("regular", 10, 4.7, INK)
CELL_HEAD = TextStyle("bold", 9.5, 4.7, ACCENT)
DENSE_CELL = TextStyle("regular", 9, 4.2, INK)
DENSE_CELL_HEAD = TextStyle("bold", 9, 4.2, ACCENT)
FACT_LABEL = TextStyle("bold", 10, 4.9, MUTED)
FACT_VALUE = TextStyle("regular", 10.5, 4.9, INK)
CAPTION = TextStyle("italic", 10, 4.7, MUTED)
CONTENTS_CHAPTER = TextStyle("bold", 10.5, 5.3, INK)
CONTENTS_SECTION = TextStyle("regular", 10, 5.0, INK)
MARK = TextStyle("bold", 9, 4.4, INK)
RUNNING = TextStyle("regular", 9, 4.4, MUTED)
WATERMARK = TextStyle("bold", 9, 4.4, ACT)

PARAGRAPH_GAP = 2.2
BLOCK_GAP = 3.6
