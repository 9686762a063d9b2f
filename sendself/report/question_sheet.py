"""Question sheets for conversations about a focus area: a page for each of those who are asked, to fill in by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sendself.document.blocks import Block, Document, Heading, Notice, Paragraph, WritingLines
from sendself.report.paper import paper_document
from sendself.rubric.model import FocusArea, Rubric

Audience = Literal["parents", "pupils", "assistants"]

AUDIENCES: Mapping[Audience, str] = {
    "parents": "parents and carers",
    "pupils": "pupils",
    "assistants": "teaching assistants",
}
"""Whom a question sheet is for, and what they are called."""


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


def question_sheet(rubric: Rubric, area_id: str, audience: Audience) -> Document:
    """One page of questions about a focus area, with lines to write on.

    Raises `KeyError` for an area that the rubric does not have, and `ValueError` where it has no questions.
    """
    area = rubric.area(area_id)
    if area.questions is None:
        raise ValueError(f"{rubric.id}: {area_id} has no questions. Add them to the rubric's questions.yaml")
    return paper_document(
        f"{area.title}: questions for {AUDIENCES[audience]}",
        tuple(_sheet(area, audience, getattr(area.questions, audience))),
    )


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
