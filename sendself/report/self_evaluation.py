"""The school's self-evaluation as a document for the reviewer: every decision about words, order and numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.model import Assessment
from sendself.document.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
)
from sendself.report.action_plan import plan_blocks
from sendself.report.area_chapter import area_blocks
from sendself.report.chapters.context import context_blocks
from sendself.report.chapters.duties import duties_blocks
from sendself.report.chapters.first_page import TITLE, first_page_blocks, first_page_in_full
from sendself.report.chapters.fitting import WHOLE, longest_share
from sendself.report.chapters.prepared import prepared_blocks
from sendself.report.chapters.since_last_time import since_last_time_blocks
from sendself.report.chapters.summary import strengths_in_full, summary_blocks
from sendself.report.chapters.views import views_blocks
from sendself.report.chapters.wording import scale_blocks
from sendself.report.record import record_attachment

_ROOM_FOR_A_CHAPTER = 0.25
"""A chapter begins where so much of a page is left, instead of leaving it white."""

_ROOM_BELOW_THE_CONTENTS = 0.6
"""The first chapter has a page of its own, but where the contents went over theirs by a few lines."""

_ROOM_FOR_THE_SCALE = 0.3
"""What says the four levels stands together: so much of a page it takes."""

_ROOM_FOR_A_RADAR = 0.6


def build_report(shared: SharedRecord, standings: Sequence[str] = (), *, carries_record: bool = True) -> Document:
    """The full report for the reviewer, with the record attached unless the file cannot carry it.

    `standings` are the sentences of `standing_sentences` for the same shared record.
    """
    assessment = shared.assessment
    document = Document(
        title=f"{TITLE}: {assessment.title}",
        subject=TITLE,
        author=assessment.school.name or "sendself",
        made_on=evaluation_day(assessment),
        running_title=f"{assessment.title} · Self-evaluation",
        watermark="EXAMPLE" if assessment.example else "",
        blocks=(),
        attachment=record_attachment(shared) if carries_record else None,
    )
    opening, share = _first_pages(document, assessment, carries_record=carries_record)
    return replace(document, blocks=(*opening, *_blocks(assessment, standings, share)))


def _first_pages(document: Document, assessment: Assessment, *, carries_record: bool) -> tuple[list[Block], float]:
    """The first two pages, and the share of the lengths that the first has room for.

    Word ends its pages by itself, and where nobody knows beforehand: there nothing is shortened.
    """
    first = partial(first_page_blocks, assessment, carries_record=carries_record)
    second = partial(summary_blocks, assessment)
    if not carries_record:
        # The contents follow on the same page: what goes over a page by a line or two would stand alone on the next.
        return [*first(WHOLE), PageBreak(), *second(WHOLE)], WHOLE
    shares = longest_share(document, first, first=True), longest_share(document, second)
    return [*first(shares[0]), PageBreak(), *second(shares[1]), PageBreak()], shares[0]


def _blocks(assessment: Assessment, standings: Sequence[str], share: float) -> Iterator[Block]:
    """What follows the first two pages; the first of them had room for `share`."""
    yield Heading("Contents", 2)
    yield Contents()
    yield PageBreak(unless_left=_ROOM_BELOW_THE_CONTENTS)
    yield from context_blocks(assessment, standings)
    yield from first_page_in_full(assessment, share)
    yield from strengths_in_full(assessment)
    yield from since_last_time_blocks(assessment)
    if views := tuple(views_blocks(assessment)):
        yield PageBreak(unless_left=_ROOM_FOR_A_RADAR)
        yield from views
    # What the levels mean stands before the themes: alone at the end it would leave the last page white.
    yield PageBreak(unless_left=_ROOM_FOR_THE_SCALE)
    yield from scale_blocks(assessment.rubric)
    for area in assessment.rubric.areas:
        yield PageBreak(unless_left=_ROOM_FOR_A_CHAPTER)
        yield from area_blocks(assessment, area)
    yield PageBreak(unless_left=_ROOM_FOR_A_CHAPTER)
    yield from _plan(assessment)
    yield PageBreak(unless_left=_ROOM_FOR_A_CHAPTER)
    yield from prepared_blocks(assessment)
    yield PageBreak(unless_left=_ROOM_FOR_A_CHAPTER)
    yield from duties_blocks(assessment)


def _plan(assessment: Assessment) -> Iterator[Block]:
    blocks = tuple(plan_blocks(assessment, section=3))
    if blocks:
        yield Heading("The plan", 2)
        yield from blocks
