"""The page that people read first: the profile, what to be proud of, what to do, and what is not known.

Everything on it is kept to one page: words that have no room are shortened here and stand in full further on.
"""

from collections.abc import Iterable, Iterator

from sendself.assessment.answers import DutyState, State
from sendself.assessment.disclosure.shared import EVIDENCE_LIST, WRITTEN
from sendself.assessment.english import capital, counted, listed
from sendself.assessment.highlights import (
    PRIORITIES_SHOWN,
    STRENGTHS_SHOWN,
    chosen_strengths,
    first_of,
    shown_strengths,
)
from sendself.assessment.items import Priority
from sendself.assessment.model import Assessment
from sendself.assessment.profile import binding_duties
from sendself.assessment.words import NOT_ANSWERED, duty_name
from sendself.document.blocks import Block, Bullets, Heading, Paragraph, Table
from sendself.report.chapters.since_last_time import other_times
from sendself.report.chapters.wording import as_many, counts_table, radar_block, shortened

# Has room in any case: two lines of the strengths and of their evidence, one of the priorities, one or two of names.
_STRENGTH, _EVIDENCE, _PRIORITY, _NAME, _NAMES_SHORT, _NAMES_LONG = 142, 82, 108, 76, 76, 150


def summary_blocks(assessment: Assessment, share: float = 1.0) -> Iterator[Block]:
    """Counts per area, the radar, three strengths, up to five priorities, duties, and what is not known.

    `share` times the shortest lengths is left to the texts.
    """
    yield Heading("The profile: themes at each level", 2)
    yield counts_table(assessment)
    yield radar_block(assessment, other_times(assessment))
    # What was left out on purpose is not called missing.
    if WRITTEN in assessment.withheld and not assessment.highlights and not assessment.priorities:
        yield Paragraph("The strengths and priorities, in the school's words, are left out on purpose.", "small")
    else:
        yield from _strengths(assessment, share)
        yield from _priorities(assessment, share)
    yield Table(("Still open", "Which"), open_points(assessment, share), widths=(1, 3.2), dense=True)


def strengths_in_full(assessment: Assessment) -> Iterator[Block]:
    """Every strength that the school chose, whole. The priorities stand whole in the plan."""
    if assessment.highlights:
        yield Heading("The strengths that the school chose", 2, small=True)
        yield Bullets(tuple(strength.words for strength in chosen_strengths(assessment)))


def priority_in_words(assessment: Assessment, priority: Priority) -> str:
    """A priority, and in brackets the themes that it would move."""
    rubric = assessment.rubric
    titles = listed(rubric.theme(theme).title for theme in priority.themes if rubric.has_theme(theme))
    return f"{priority.text} ({titles})".lstrip() if titles else priority.text


def _strengths(assessment: Assessment, share: float) -> Iterator[Block]:
    found = shown_strengths(assessment)
    none = "–" if EVIDENCE_LIST in assessment.withheld else "not named"
    strength, evidence = int(_STRENGTH * share), int(_EVIDENCE * share)
    rows = [(shortened(one.words, strength), shortened(one.evidence, evidence) or none) for one in found]
    if not rows:
        rows = [("None chosen, and no theme is rated 3 or 4 with its strengths written down.", "–")]
    cut = first_of(len(assessment.highlights), STRENGTHS_SHOWN)
    header = "Three strengths" if len(found) == STRENGTHS_SHOWN and not cut else f"Strengths{cut}"
    yield Table((header, "Evidence"), tuple(rows), widths=(3, 2), dense=True)
    if found and not assessment.highlights:
        yield Paragraph(
            "The school has not chosen these itself: they are its highest ratings with most kinds of evidence.", "small"
        )


def _priorities(assessment: Assessment, share: float) -> Iterator[Block]:
    rows = [
        (str(number), shortened(priority.text, int(_PRIORITY * share)))
        for number, priority in enumerate(assessment.priorities[:PRIORITIES_SHOWN], 1)
    ]
    yield Table(
        ("No.", f"Priorities{first_of(len(assessment.priorities), PRIORITIES_SHOWN)}"),
        tuple(rows) or (("–", "The school has not chosen its priorities yet."),),
        (1.5, 20),
        dense=True,
    )


def open_points(assessment: Assessment, share: float = 1.0) -> tuple[tuple[str, str], ...]:
    """Duties not met, and what is not known or not answered, as a kind and as many names as have room.

    `share` times the shortest lengths is left to the names.
    """
    rows = (*_open_duties(assessment, share), *_open_themes(assessment, share))
    nothing = ("Nothing", "Every theme has a rating, and every duty is answered as met or as not applying.")
    return rows or (nothing,)


def _open_duties(assessment: Assessment, share: float) -> Iterator[tuple[str, str]]:
    duties = binding_duties(assessment)
    for state, words, limit in (
        (DutyState.NOT_MET, "Not met", _NAMES_LONG),
        (DutyState.NOT_CHECKED, "Not checked", _NAMES_SHORT),
    ):
        found = [duty_name(duty) for duty in duties if assessment.duty(duty.id).state is state]
        if found:
            yield f"{words}: {counted(len(found), 'duty', 'duties')}", _names(found, limit, share)


def _open_themes(assessment: Assessment, share: float) -> Iterator[tuple[str, str]]:
    ratings = {theme.title: assessment.answer(theme.id).rating for theme in assessment.rubric.themes()}
    if unknown := [title for title, rating in ratings.items() if rating is State.DONT_KNOW]:
        yield f"Not known yet: {counted(len(unknown), 'theme')}", _names(unknown, _NAMES_SHORT, share)
    said = list(ratings.values())
    unanswered = sum(assessment.duty(duty.id).state is None for duty in binding_duties(assessment))
    counts = (
        (said.count(None), "theme not rated", "themes not rated"),
        (said.count(State.NOT_LOOKED_AT), "theme not looked at this time", "themes not looked at this time"),
        (unanswered, "duty without an answer", "duties without an answer"),
    )
    if left := listed(counted(number, one, many) for number, one, many in counts if number):
        yield NOT_ANSWERED, f"{capital(left)}."


def _names(names: Iterable[str], limit: int, share: float) -> str:
    return as_many(names, int(limit * share), int(_NAME * share))
