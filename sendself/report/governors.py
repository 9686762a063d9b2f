"""The summary for governors: two pages, whatever the school wrote."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from sendself.assessment.disclosure.shared import WRITTEN, SharedRecord
from sendself.assessment.english import listed
from sendself.assessment.highlights import PRIORITIES_SHOWN, STRENGTHS_SHOWN, first_of, shown_strengths
from sendself.assessment.model import Assessment
from sendself.document.blocks import Block, Bullets, Document, Heading, PageBreak, Paragraph, Radar, Table
from sendself.document.layout.pages import lay_out
from sendself.report.chapters.fitting import WHOLE
from sendself.report.chapters.opening import opening, short_document
from sendself.report.chapters.summary import open_points, priority_in_words
from sendself.report.chapters.wording import counts_table, radar_block, shortened
from sendself.report.unprinted import with_unprinted

NAME = "Summary for governors"
PAGES = 2

# Characters of each text; where the pages hold more or fewer, every text has another share of its own.
_STRENGTH, _PRIORITY, _WITHHELD = 320, 320, 200
_SHARES = (WHOLE, 3.0, 1.7, 1.0, 0.7, 0.45, 0.3, 0.2, 0.12)
# Shares of the sheet that the radar takes; at last it is left out.
_WIDTHS = (0.5, 0.4, 0.0)

_ABOUT = (
    "This version is for governors and trustees: the school's own evaluation on two pages. It carries no data. The "
    "full report, which goes to the reviewer, says what each level rests on."
)
_NO_RADAR = "With so many focus areas a radar has no room on this page: it is in the full report."
_ASK_OF_STRENGTHS = (
    "What would we see in a lesson that shows this strength?",
    "What do pupils with SEND and their parents say about it, and how do we know?",
)
_ASK_OF_ALL = "What do pupils with SEND and their parents say about our provision, and how do we know?"
_ASK = (
    "Who leads each priority, by when, and what will have changed for pupils?",
    "What do we not know yet, and when will we?",
)


def build_summary(shared: SharedRecord) -> Document:
    """The two pages for governors, without a record inside.

    Long texts are shortened until the pages hold them; the full report has them whole. Where a rubric has so many
    areas that their table fills the first page, the radar beside it is left out.
    """
    document = _summary(shared.assessment, _SHARES[0], _WIDTHS[0])
    for width, share in product(_WIDTHS, _SHARES):
        document = _summary(shared.assessment, share, width)
        # Room is kept for the line on what the fonts cannot print, which is put below at the end.
        if len(lay_out(with_unprinted(document)).pages) == PAGES:
            return document
    return document


def _summary(assessment: Assessment, share: float, radar_width: float) -> Document:
    first, second = _first_page(assessment, share, radar_width), _second_page(assessment, share)
    return short_document(assessment, NAME, (*first, PageBreak(), *second))


def _first_page(assessment: Assessment, share: float, radar_width: float) -> Iterator[Block]:
    yield from opening(assessment, NAME, _ABOUT, share)
    yield Heading("Themes at each level", 2)
    yield counts_table(assessment)
    radar = radar_block(assessment)
    if not isinstance(radar, Radar):
        yield radar
    elif radar_width:
        yield replace(radar, width=radar_width)
    else:
        yield Paragraph(_NO_RADAR, "small")
    names = listed(f"{step.level} {step.name}" for step in assessment.rubric.scale)
    yield Paragraph(
        f"The levels are {names}. They are the school's own judgement and not inspection grades. A theme without a "
        "level does not count in a mean, and a mean says nothing of duties in law: those stand on the next page.",
        "small",
    )


def _second_page(assessment: Assessment, share: float) -> Iterator[Block]:
    yield from _chosen(assessment, share)
    yield Heading("Still open", 2)
    yield Table(("What", "Which"), open_points(assessment, max(share, 1.0)), widths=(1, 3.2), dense=True)
    yield Heading("Questions that governors may ask", 2)
    about = _ASK_OF_STRENGTHS if shown_strengths(assessment) else (_ASK_OF_ALL,)
    yield Bullets((*about, *_ASK))
    if assessment.withheld:
        yield Paragraph(f"Left out on purpose: {shortened(listed(assessment.withheld), _WITHHELD)}.", "small")


def _chosen(assessment: Assessment, share: float) -> Iterator[Block]:
    """Strengths and priorities; a part without any says so, unless the words were left out on purpose."""
    strengths = [shortened(one.words, int(_STRENGTH * share)) for one in shown_strengths(assessment)]
    chosen = assessment.priorities[:PRIORITIES_SHOWN]
    priorities = [shortened(priority_in_words(assessment, one), int(_PRIORITY * share)) for one in chosen]
    for title, found, none, numbered in (
        (
            f"Strengths{first_of(len(assessment.highlights), STRENGTHS_SHOWN)}",
            strengths,
            "No strength is chosen or written down.",
            False,
        ),
        (
            f"Priorities{first_of(len(assessment.priorities), PRIORITIES_SHOWN)}",
            priorities,
            "No priority is chosen.",
            True,
        ),
    ):
        if found or WRITTEN not in assessment.withheld:
            yield Heading(title, 2)
            yield Bullets(tuple(found), numbered=numbered) if found else Paragraph(none)
