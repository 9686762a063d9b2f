"""What is printed and filled in by hand: the blank form of a rubric, and question sheets for conversations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

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
    Notice,
    PageBreak,
    Paragraph,
    Table,
    TickBox,
    TickBoxes,
    WritingLines,
)
from sendself.report.chapters.wording import scale_blocks
from sendself.rubric.duty import Setting
from sendself.rubric.model import FocusArea, Rubric, Theme

Audience = Literal["parents", "pupils", "assistants"]

AUDIENCES: Mapping[Audience, str] = {
    "parents": "parents and carers",
    "pupils": "pupils",
    "assistants": "teaching assistants",
}
"""Whom a question sheet is for, and what they are called."""

# A form belongs to a rubric and not to a day; the PDF needs one, and the same form must give the same file.
_MADE_ON = date(2026, 11, 23)

_SCHOOL = ("School", "URN", "Kind of school", "Local authority", "Trust", "Date")
_PEOPLE_LINES = 6
# Two themes on a page leave so much room to write; the last page of an area has more.
_THEME_LINES, _AREA_LINES = 2, 6
_ABOUT_LINES, _TEXT_LINES, _CHOSEN_LINES = 3, 4, 4
_FIGURE_WIDTHS = (3, 1, 1)
# What is said of a higher level is longer.
_LEVEL_WIDTHS = (0.85, 0.94, 1.01, 1.2)
_DUTY_WIDTHS = (5.6, 1.0, 0.7, 1.0, 1.4, 1.6)


@dataclass(frozen=True, slots=True)
class _Voice:
    """How a sheet speaks to its audience."""

    lead: str
    confidence: str


_VOICES: Mapping[Audience, _Voice] = {
    "parents": _Voice(
        "We are looking at how well we help children who need something extra. You know your child best: tell us what "
        "you see.",
        "Please write no names of pupils, not even your own child's, and you need not give yours. If you are worried "
        "about a child, tell the school today: do not wait for this sheet.",
    ),
    "pupils": _Voice(
        "We want to know what school is like for you. There are no wrong answers. Somebody can write for you.",
        "Please write no names of pupils, not even your own. If something is wrong and you need help, tell an adult "
        "you trust today.",
    ),
    "assistants": _Voice(
        "You see things that others do not. Say what happens on ordinary days; it will be used to find out what to "
        "change, not to judge you.",
        "Please write no names of pupils or colleagues. A concern about a pupil's safety goes to the designated "
        "safeguarding lead today, not on this sheet.",
    ),
}


def blank_form(rubric: Rubric) -> Document:
    """The whole rubric to fill in by hand: who takes part, then every theme with its levels, boxes and lines."""
    return _document(f"Self-evaluation form: {rubric.title}", tuple(_form(rubric)))


def question_sheet(rubric: Rubric, area_id: str, audience: Audience) -> Document:
    """One page of questions about a focus area, with lines to write on.

    Raises `KeyError` for an area that the rubric does not have, and `ValueError` where it has no questions.
    """
    area = rubric.area(area_id)
    if area.questions is None:
        raise ValueError(f"{rubric.id}: {area_id} has no questions. Add them to the rubric's questions.yaml")
    return _document(
        f"{area.title}: questions for {AUDIENCES[audience]}",
        tuple(_sheet(area, audience, getattr(area.questions, audience))),
    )


def _document(title: str, blocks: tuple[Block, ...]) -> Document:
    return Document(title=title, subject=title, author="sendself", made_on=_MADE_ON, running_title=title, blocks=blocks)


def _sheet(area: FocusArea, audience: Audience, questions: tuple[str, ...]) -> Iterator[Block]:
    voice = _VOICES[audience]
    yield Heading(area.title, 1)
    yield Paragraph(f"For {AUDIENCES[audience]}", "label")
    yield Paragraph(voice.lead)
    for number, question in enumerate(questions, 1):
        yield Paragraph(f"{number}. {question}", "lead")
        yield WritingLines(_lines_each(len(questions)))
    yield Notice("Between us", voice.confidence)


def _lines_each(questions: int) -> int:
    """Lines for each answer, so that everything stays on one page."""
    return max(1, min(4, 14 // questions))


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
        "names its source and how it was checked."
    )
    yield Table(
        header=("Duty", "Source"),
        rows=tuple((duty.duty, duty_source(duty)) for duty in rubric.duties),
        widths=(1, 1.2),
        dense=True,
    )
