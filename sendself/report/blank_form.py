"""The blank form of a rubric, which is printed and filled in by hand."""

from collections.abc import Iterator

from sendself.assessment.answers import State
from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.highlights import PRIORITIES_SHOWN, STRENGTHS_SHOWN
from sendself.assessment.measures import MEASURES
from sendself.assessment.words import DUTY_STATE_NAMES, STATE_NAMES, duty_label, duty_source
from sendself.document.blocks import (
    Block,
    Cell,
    Cover,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TickBox,
    TickBoxes,
    WritingLines,
)
from sendself.report.chapters.duties import FROM_MEMORY, on_memory
from sendself.report.chapters.wording import scale_blocks
from sendself.report.paper import paper_document
from sendself.rubric.duty import Setting
from sendself.rubric.model import FocusArea, Rubric, Theme

_SCHOOL = ("School", "URN", "Kind of school", "Local authority", "Trust", "Date")
_PEOPLE_LINES = 6
# Two themes on a page leave so much room to write; the last page of an area has more.
_THEME_LINES, _AREA_LINES = 2, 6
_ABOUT_LINES, _TEXT_LINES, _CHOSEN_LINES = 3, 4, 4
_FIGURE_WIDTHS = (3, 1, 1)
# What is said of a higher level is longer.
_LEVEL_WIDTHS = (0.85, 0.94, 1.01, 1.2)
_DUTY_WIDTHS = (5.6, 1.0, 0.7, 1.0, 1.4, 1.6)


def blank_form(rubric: Rubric) -> Document:
    """The whole rubric to fill in by hand: who takes part, then every theme with its levels, boxes and lines."""
    return paper_document(f"Self-evaluation form: {rubric.title}", tuple(_form(rubric)))


def _form(rubric: Rubric) -> Iterator[Block]:
    yield Cover(
        title="Self-evaluation form",
        subtitle=rubric.title,
        note=(
            "Fill this in together: the SENCO and a senior leader, with others who know. What is written here can be "
            "typed into sendself later."
        ),
    )
    yield Facts(tuple((label, "") for label in _SCHOOL))
    yield Heading("Who takes part", 2)
    yield Paragraph("Name and role of each, and whether they could be there.")
    yield WritingLines(_PEOPLE_LINES, grows=True)
    yield PageBreak()
    yield from _about_and_context(rubric)
    yield PageBreak()
    yield from scale_blocks(rubric)
    yield Paragraph(rubric.introduction)
    yield Paragraph("Write no names of pupils anywhere on this form.")
    asked: set[str] = set()
    for area in rubric.areas:
        yield PageBreak()
        yield from _form_area(rubric, area, asked)
    yield PageBreak()
    yield from _strengths_and_priorities()
    if rubric.duties:
        yield PageBreak()
        yield from _sources(rubric)


def _about_and_context(rubric: Rubric) -> Iterator[Block]:
    """Why the school evaluates, its figures with their year, and what it says of itself."""
    yield Heading("About and context", 2)
    for asked in ("Why you evaluate now", "What you want the reviewer to test"):
        yield Paragraph(asked, "label")
        yield WritingLines(_ABOUT_LINES)
    yield Table(
        ("The school in figures", "Number", "School year"),
        tuple((one.label, "", "") for one in MEASURES if one.group != "needs" and _is_asked(one.settings, rubric)),
        widths=_FIGURE_WIDTHS,
        dense=True,
    )
    yield PageBreak()
    yield Heading("The school in its own words", 3)
    texts = tuple(text.label for text in CONTEXT_TEXTS if _is_asked(text.settings, rubric))
    yield WritingLines(_TEXT_LINES, texts, grows=True)


def _is_asked(settings: tuple[Setting, ...], rubric: Rubric) -> bool:
    return bool(set(settings) & set(rubric.settings))


def _strengths_and_priorities() -> Iterator[Block]:
    yield Heading("Strengths and priorities", 2)
    yield Paragraph("Choose these last: what to be proud of, and what to do first.")
    yield WritingLines(_CHOSEN_LINES, tuple(f"Strength {number}" for number in range(1, STRENGTHS_SHOWN + 1)))
    yield Paragraph("Up to five priorities, the first of them first. Who leads it, and by when?")
    priorities = tuple(f"Priority {number}" for number in range(1, PRIORITIES_SHOWN + 1))
    yield WritingLines(_CHOSEN_LINES, priorities, grows=True)


def _form_area(rubric: Rubric, area: FocusArea, asked: set[str]) -> Iterator[Block]:
    """The themes, two on a page where they fit, the area as a whole, and its duties but those `asked` already."""
    yield Heading(area.title, 2)
    yield Paragraph(area.intro)
    for number, theme in enumerate(area.themes, 1):
        if number > 1:
            yield PageBreak(together=True)
        yield from _form_theme(rubric, theme, number)
    yield PageBreak(together=True)
    rows = tuple(_duty_rows(rubric, area, asked))
    if rows:
        yield Heading(f"{area.title}: duties", 3)
        yield Table(("Duty", "Theme", *DUTY_STATE_NAMES.values()), rows, widths=_DUTY_WIDTHS, dense=True)
    yield from _area_as_a_whole(area)


def _form_theme(rubric: Rubric, theme: Theme, number: int) -> Iterator[Block]:
    yield Heading(f"{number}. {theme.title}", 3)
    yield Paragraph(theme.statement, "note")
    yield Paragraph(f"Reviewers look at: {'; '.join(theme.look_for)}. Ask: {theme.ask}", "small")
    levels = [f"{step.level} {step.name}" for step in rubric.scale]
    yield Table(
        header=tuple(TickBox(f"{level}: {theme.title}", level) for level in levels),
        rows=(theme.levels,),
        widths=_LEVEL_WIDTHS,
        dense=True,
        heads=False,
    )
    yield TickBoxes(
        (
            STATE_NAMES[State.DONT_KNOW],
            STATE_NAMES[State.NOT_LOOKED_AT],
            f"{STATE_NAMES[State.NOT_APPLICABLE]}, because",
        ),
        writing=True,
    )
    yield WritingLines(_THEME_LINES, ("Strengths", "Areas for development", "Evidence"), grows=True)


def _area_as_a_whole(area: FocusArea) -> Iterator[Block]:
    yield Heading(f"{area.title}: the area as a whole", 3)
    yield WritingLines(_AREA_LINES, ("Strengths of this area", "Areas for development"), grows=True)


def _duty_rows(rubric: Rubric, area: FocusArea, asked: set[str]) -> Iterator[tuple[Cell, ...]]:
    """Each duty that the area's themes name with the number of its theme and boxes to tick; `asked` grows by them."""
    for number, theme in enumerate(area.themes, 1):
        for duty in map(rubric.duty, theme.duties):
            if duty.id not in asked:
                asked.add(duty.id)
                boxes = (TickBox(f"{name}: {duty.duty}") for name in DUTY_STATE_NAMES.values())
                yield (duty_label(duty), str(number), *boxes)


def _sources(rubric: Rubric) -> Iterator[Block]:
    yield Heading("Where the duties come from", 2)
    yield Paragraph(
        "Not every duty binds every kind of school: sendself shows those of yours. This is not legal advice. Each line "
        f"names its source and how it was checked.{on_memory(rubric.duties)}"
    )
    yield Table(
        header=("Duty", "Source"),
        rows=tuple((duty.duty, duty_source(duty, FROM_MEMORY)) for duty in rubric.duties),
        widths=(1, 1.2),
        dense=True,
    )
