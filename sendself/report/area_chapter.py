"""The chapter of a focus area: its themes with their levels, in the school's words, and what each rests on."""

from collections.abc import Iterator

from sendself.assessment.answers import Answer, DutyState, State
from sendself.assessment.disclosure.shared import WRITTEN
from sendself.assessment.english import counted, listed
from sendself.assessment.evidence import sources_of
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import AreaProfile, area_profile, theme_duties
from sendself.assessment.words import EVIDENCE_NAMES, duty_name, perspective_name, rating_in_words
from sendself.document.blocks import (
    Block,
    Bullets,
    Heading,
    Notice,
    Paragraph,
)
from sendself.report.chapters.wording import level_mark, mean, sentence
from sendself.rubric.model import FocusArea, Theme


def area_blocks(assessment: Assessment, area: FocusArea) -> Iterator[Block]:
    """How many themes stand at each level, what was written of the area as a whole, then theme by theme."""
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


def _labelled(label: str, text: str) -> Iterator[Block]:
    if text:
        yield Paragraph(label, "label")
        yield Paragraph(text)
