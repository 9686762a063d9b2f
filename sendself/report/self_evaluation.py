"""The school's self-evaluation as a document for the reviewer: every decision about words, order and numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from sendself.assessment.answers import Answer, DutyState, State
from sendself.assessment.disclosure import WRITTEN, SharedRecord
from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.evidence import sources_of
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import AreaProfile, area_profile, theme_duties
from sendself.assessment.words import (
    EVIDENCE_NAMES,
    counted,
    duty_name,
    listed,
    perspective_name,
    rating_in_words,
)
from sendself.document.blocks import (
    Block,
    Bullets,
    Contents,
    Document,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
)
from sendself.report.action_plan import plan_blocks
from sendself.report.context import context_blocks
from sendself.report.duties import duties_blocks
from sendself.report.first_page import TITLE, first_page_blocks, first_page_in_full
from sendself.report.fitting import WHOLE, longest_share
from sendself.report.prepared import prepared_blocks
from sendself.report.record import record_attachment
from sendself.report.since_last_time import since_last_time_blocks
from sendself.report.summary import strengths_in_full, summary_blocks
from sendself.report.views import views_blocks
from sendself.report.wording import level_mark, mean, scale_blocks, sentence
from sendself.rubric.model import FocusArea, Theme

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
        yield from _area(assessment, area)
    yield PageBreak(unless_left=_ROOM_FOR_A_CHAPTER)
    yield from _plan(assessment)
    yield PageBreak(unless_left=_ROOM_FOR_A_CHAPTER)
    yield from prepared_blocks(assessment)
    yield PageBreak(unless_left=_ROOM_FOR_A_CHAPTER)
    yield from duties_blocks(assessment)


def _area(assessment: Assessment, area: FocusArea) -> Iterator[Block]:
    seen = area_profile(assessment, area)
    yield Heading(area.title, 2)
    levels = [
        f"{count} at {step.level} {step.name}"
        for count, step in zip(seen.counts, assessment.rubric.scale, strict=True)
        if count
    ]
    yield Paragraph(
        f"Themes: {', '.join(levels) or 'none rated yet'}. Mean of rated themes: {mean(seen)}."
        if seen.rated
        else _no_level(seen),
        "lead",
    )
    for who in sorted(assessment.area_notes.get(area.id, {}), key=lambda who: who != AGREED):
        note = assessment.area_note(area.id, who)
        whose = "" if who == AGREED else f" ({perspective_name(who)})"
        yield from _labelled(f"Strengths of this area{whose}", note.strengths)
        yield from _labelled(f"Areas for development{whose}", note.development)
    for theme in area.themes:
        yield from _theme(assessment, theme)


def _no_level(seen: AreaProfile) -> str:
    """Why no theme of an area has a level: what is decided so is not to come yet."""
    states = (
        (seen.not_applicable, "not applicable"),
        (seen.dont_know, "not known yet"),
        (seen.not_looked_at, "not looked at this time"),
    )
    if not any(number for number, _ in states):
        return f"None of the {counted(seen.total, 'theme')} has a level yet."
    said = [f"{number} {name}" for number, name in (*states, (seen.unanswered, "not rated yet")) if number]
    return f"None of the {counted(seen.total, 'theme')} has a level: {listed(said)}."


def _theme(assessment: Assessment, theme: Theme) -> Iterator[Block]:
    answer = assessment.answer(theme.id)
    yield Heading(theme.title, 3, mark=level_mark(assessment.rubric, answer.rating))
    yield Paragraph(theme.statement, "note")
    if isinstance(answer.rating, int):
        yield Paragraph(f"Level {answer.rating} here: {theme.level(answer.rating)}", "small")
    if answer.rating is State.NOT_APPLICABLE:
        none = "" if WRITTEN in assessment.withheld else "No reason given."
        yield from _labelled("Why not applicable", answer.reason or none)
    elif answer.reason:
        yield from _labelled("Reason", answer.reason)
    if answer.parked:
        yield Paragraph("Parked: the school means to come back to this theme.", "small")
    yield from _labelled("Strengths", answer.strengths)
    yield from _labelled("Areas for development", answer.development)
    offer = "The school could help another school with this." if answer.can_help else ""
    evidence = _evidence(assessment, answer)
    yield from _labelled("Evidence", ("\n" if "\n" in evidence else " ").join(filter(None, (evidence, offer))))
    yield from _single_views(assessment, theme)
    yield from _theme_duties(assessment, theme)


def _evidence(assessment: Assessment, answer: Answer) -> str:
    named = "; ".join(source.title for source in sources_of(assessment, answer))
    kinds = listed(EVIDENCE_NAMES[kind].lower() for kind in answer.evidence_kinds)
    said = (answer.evidence, f"Rests on: {named}" if named else "", f"Kinds: {kinds}" if kinds else "")
    # What follows a list of the school's begins a line of its own.
    return ("\n" if "\n" in answer.evidence else " ").join(sentence(part) for part in said if part)


def _single_views(assessment: Assessment, theme: Theme) -> Iterator[Block]:
    views = {who: said for who, said in assessment.answers.get(theme.id, {}).items() if who != AGREED}
    if views:
        yield Paragraph("Each participant's own view", "label")
        yield Bullets(tuple(_view(assessment, who, said) for who, said in views.items()))


def _view(assessment: Assessment, who: str, said: Answer) -> str:
    rating = f"{perspective_name(who)}: {rating_in_words(assessment.rubric, said.rating)}"
    parts = (rating, said.reason, said.strengths, said.development, _evidence(assessment, said))
    return " ".join(sentence(part) for part in parts if part)


def _theme_duties(assessment: Assessment, theme: Theme) -> Iterator[Block]:
    for duty in theme_duties(assessment, theme):
        answer = assessment.duty(duty.id)
        if answer.state is DutyState.NOT_MET and duty.act_now:
            yield Notice(f"Duty not met: {duty_name(duty)}", duty.act_now, tone="act")


def _plan(assessment: Assessment) -> Iterator[Block]:
    blocks = tuple(plan_blocks(assessment, section=3))
    if blocks:
        yield Heading("The plan", 2)
        yield from blocks


def _labelled(label: str, text: str) -> Iterator[Block]:
    if text:
        yield Paragraph(label, "label")
        yield Paragraph(text)
