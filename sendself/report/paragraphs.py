"""Paragraphs to paste: per focus area where the school stands, what works, what comes next and who does it."""

from collections.abc import Iterator

from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.english import counted, listed
from sendself.assessment.items import Action
from sendself.assessment.model import Assessment
from sendself.assessment.plan import by_due_date
from sendself.assessment.profile import area_profile
from sendself.assessment.uk_clock import uk_date
from sendself.document.blocks import Block, Document, Heading, Paragraph
from sendself.document.listed import begins_with_list
from sendself.report.chapters.opening import opening, short_document
from sendself.report.chapters.wording import left_out, sentence
from sendself.rubric.model import FocusArea

NAME = "SEND paragraphs to paste"

_ABOUT = (
    "These paragraphs are for your SEND development plan or the inclusion strategy that you publish. Copy what you "
    "need, and change it so that it speaks to those who will read it. They are in your own words and carry no data."
)


def build_paragraphs(shared: SharedRecord) -> Document:
    """A heading and a few paragraphs per focus area, without tables or marks; without a record inside."""
    return short_document(shared.assessment, NAME, tuple(_blocks(shared.assessment)))


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield from opening(assessment, NAME, _ABOUT)
    for area in assessment.rubric.areas:
        yield Heading(area.title, 2)
        yield Paragraph(_where_we_stand(assessment, area))
        yield from _said(assessment, area, "What works", "strengths")
        yield from _said(assessment, area, "What we will develop", "development")
        if planned := _planned(assessment, area):
            yield Heading("What we will do", 3)
            yield from (Paragraph(_in_a_sentence(action)) for action in planned)
    yield from left_out(assessment)


def _where_we_stand(assessment: Assessment, area: FocusArea) -> str:
    found = area_profile(assessment, area)
    if not found.rated:
        return "We have not rated this area yet."
    levels = [
        f"{count} as {step.name}"
        for step, count in reversed(list(zip(assessment.rubric.scale, found.counts, strict=True)))
        if count
    ]
    return f"Of {counted(found.total, 'theme')} we see {listed(levels)}."


def _said(assessment: Assessment, area: FocusArea, title: str, field: str) -> Iterator[Block]:
    """The words about the area as a whole, then those about each theme, led in by the theme's title."""
    whole = getattr(assessment.area_note(area.id), field)
    said = {theme.title: getattr(assessment.answer(theme.id), field) for theme in area.themes}
    paragraphs = [whole] if whole else []
    paragraphs += [f"{theme}:{_after(words)}{sentence(words)}" for theme, words in said.items() if words]
    if paragraphs:
        yield Heading(title, 3)
        yield from (Paragraph(words) for words in paragraphs)


def _after(words: str) -> str:
    """What parts a theme from the words about it: a list begins a line of its own."""
    return "\n" if begins_with_list(words) else " "


def _planned(assessment: Assessment, area: FocusArea) -> tuple[Action, ...]:
    """The actions that move a theme of the area, or whose priority does, the one due first at the top."""
    themes = {theme.id for theme in area.themes}
    of_priority = {one.id for one in assessment.priorities if themes & set(one.themes)}
    return tuple(
        action
        for action in by_due_date(assessment)
        if action.what and (themes & set(action.themes) or (not action.themes and action.priority in of_priority))
    )


def _in_a_sentence(action: Action) -> str:
    who = f" Seen to by: {action.owner}." if action.owner else ""
    when = f" By {uk_date(action.due)}." if action.due else ""
    success = f" We will see that it worked: {sentence(action.success)}" if action.success else ""
    return f"{sentence(action.what)}{who}{when}{success}"
