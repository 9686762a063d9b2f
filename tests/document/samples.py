"""Documents that the tests of this folder share."""

from datetime import date

from sendself.document.blocks import (
    Attachment,
    Block,
    Bullets,
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
    Series,
    Table,
    TickBoxes,
    WritingLines,
)

ESTABLISHED = LevelMark(3, "Established")
RECORD = Attachment("record.json", "application/json", b'{"themes": [1, 2, 3]}' * 50, "The record in figures")

RADAR = Radar(
    axes=("Outcomes", "Leadership", "Teaching", "Families"),
    rings=("Not yet in place", "Developing", "Established", "Sustained"),
    series=(Series("Agreed", (1, 2.5, 3, 4), filled=True), Series("SENCO", (2, None, 3, 3), style="dash")),
    alt="Families stand highest at 4, outcomes lowest at 1.",
)

EVERY_BLOCK: tuple[Block, ...] = (
    Cover("Self-evaluation", "Meadowbank School", (("URN", "999001"), ("Date", "23 November 2026")), "A cover note."),
    Heading("Profile", 2),
    Paragraph("Leading words.", "lead"),
    RADAR,
    Table(("Area", "Level"), (("Outcomes", ESTABLISHED), ("Families", "none")), caption="Levels by area"),
    Heading("Suspensions", 3, ESTABLISHED),
    Paragraph("First paragraph.\n\nSecond paragraph."),
    Paragraph("Strengths", "label"),
    Paragraph("A note by the school.", "note"),
    Paragraph("Small print.", "small"),
    Bullets(("apple", "pear")),
    Bullets(("first", "second"), numbered=True),
    Facts((("Lead", "the SENCO"),)),
    LevelMark(None, "Don’t know yet"),
    Notice("Act now", "Record the suspension.", "act"),
    Contents(),
    PageBreak(),
    Heading("Blank form", 2),
    TickBoxes(("1 Not yet in place", "2 Developing")),
    WritingLines(3),
)


def document(*blocks: Block, watermark: str = "", attachment: Attachment | None = None) -> Document:
    """A document of these blocks."""
    return Document(
        title="Self-evaluation of Meadowbank School",
        subject="Provision for pupils with SEND",
        author="Meadowbank School",
        made_on=date(2026, 11, 23),
        running_title="Meadowbank School · self-evaluation",
        blocks=blocks,
        watermark=watermark,
        attachment=attachment,
    )


LONG_ADDRESS = "https://www.meadowbank.example/send/" + "policy-of-the-year/" * 40
"""Longer than several lines of any column."""


def long_document() -> Document:
    """Some ten pages with every kind of block, a table and notes that flow over pages."""
    words = "Staff review the provision map each term with pupils and parents. " * 12
    rows = tuple((f"Action {number}", words if number % 5 else words * 9, ESTABLISHED) for number in range(12))
    themes: list[Block] = []
    for number in range(12):
        themes += [Heading(f"Theme {number}", 3, ESTABLISHED), Paragraph(words), Paragraph(words * 2, "note")]
        themes.append(Paragraph(f"{words}\nSee {LONG_ADDRESS} or ask senco@meadowbank.example."))
    themes.append(Paragraph("Families write 你好 世界 or नमस्ते to us ✅, and ask at www.meadowbank.example about 학교."))
    blocks = (*EVERY_BLOCK, *themes, Heading("Plan", 2), Table(("Action", "What", "Level"), rows, (2, 5, 2)))
    return document(*blocks, watermark="EXAMPLE", attachment=RECORD)
