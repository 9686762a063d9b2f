"""The plan alone: what stands well, what comes first, who does what by when, and the levels aimed for."""

from collections.abc import Iterator
from typing import Literal

from sendself.assessment.disclosure.shared import WRITTEN, SharedRecord
from sendself.assessment.english import listed
from sendself.assessment.highlights import chosen_strengths
from sendself.assessment.items import Action, ActionKind, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.moves import moves_in_words, reached_in_words, what_moved
from sendself.assessment.plan import BELOW, actions_of, aims, other_actions
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import ACTION_KIND_NAMES, ACTION_STATUS_NAMES
from sendself.document.blocks import Block, Bullets, Document, Heading, Paragraph, Table
from sendself.report.chapters.opening import opening, short_document
from sendself.report.chapters.wording import left_out, level_mark, sentence, shortened

NAME = "SEND action plan"

_WORKED = "How we will see that it worked"
# In characters: what a column holds without filling half a page, what of a longer text stands there, and its name.
_LONGEST_IN_A_CELL, _BEGINNING, _NAME = 800, 240, 80

_ABOUT = (
    "This version is for those who carry out the plan and those who follow it up: leaders, governors, the trust. It "
    "carries no data. The full report, which goes to the reviewer, says what each level rests on."
)


def build_plan(shared: SharedRecord) -> Document:
    """The strengths to keep, priorities with their actions, the levels aimed for and what moved since last time.

    Without a record inside.
    """
    return short_document(shared.assessment, NAME, tuple(_blocks(shared.assessment)))


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield from opening(assessment, NAME, _ABOUT)
    # First, beside what is to change, and because alone at the end they would leave the last page white.
    if strengths := [strength.words for strength in chosen_strengths(assessment) if strength.words]:
        yield Heading("Strengths to keep", 2, small=True)
        yield Bullets(tuple(strengths))
    if WRITTEN not in assessment.withheld:
        yield Heading("Priorities", 2)
    yield from plan_blocks(assessment, section=2)
    yield from _moved(assessment)
    yield from left_out(assessment)


def plan_blocks(assessment: Assessment, *, section: Literal[2, 3]) -> Iterator[Block]:
    """The priorities with their actions, the other actions, and the levels aimed for, under headings from `section`.

    Where the words were left out on purpose nothing says that there is no priority.
    """
    if not assessment.priorities and WRITTEN not in assessment.withheld:
        yield Paragraph("No priority is chosen.")
    for number, priority in enumerate(assessment.priorities, 1):
        yield from _priority(assessment, number, priority)
    if others := other_actions(assessment):
        yield Heading("Other actions", section)
        yield from _actions(assessment, others)
    if moved := aims(assessment):
        yield Heading("Themes that the plan moves", section)
        yield Table(
            ("Theme", "Focus area", "Now", "Aimed for"),
            tuple(
                (
                    aim.theme.title,
                    assessment.rubric.area_of(aim.theme.id).title,
                    level_mark(assessment.rubric, aim.now),
                    level_mark(assessment.rubric, aim.target) if aim.target else "no level named",
                )
                for aim in moved
            ),
            widths=(2.5, 2.3, 1.7, 1.7),
            dense=True,
        )
        if below := [aim.theme.title for aim in moved if aim.is_below]:
            yield Paragraph(f"{BELOW}; set it anew: {listed(below)}.", "note")


def _moved(assessment: Assessment) -> Iterator[Block]:
    """What became of the themes since last time; nothing where there was none."""
    words, rubric = moves_in_words(assessment), assessment.rubric
    if not words:
        return
    yield Heading("What moved since last time", 2)
    yield Paragraph(words)
    rows = tuple(
        (
            move.theme.title,
            level_mark(rubric, move.then),
            level_mark(rubric, move.now),
            level_mark(rubric, move.target) if move.target else "–",
            reached_in_words(move),
        )
        for move in what_moved(assessment)
    )
    if rows:
        yield Table(
            ("Theme", "Then", "Now", "Aimed for", "Reached"), rows, widths=(2.4, 1.4, 1.4, 1.4, 1.3), dense=True
        )


def _priority(assessment: Assessment, number: int, priority: Priority) -> Iterator[Block]:
    yield Heading(f"Priority {number}", 3)
    yield Paragraph(priority.text or "Not put into words yet.", "lead")
    if titles := [assessment.rubric.theme(one).title for one in priority.themes if assessment.rubric.has_theme(one)]:
        yield Paragraph(f"Themes: {listed(titles)}.", "note")
    actions = actions_of(assessment, priority.id)
    if actions:
        yield from _actions(assessment, actions)
    else:
        yield Paragraph("No action is planned for it yet.", "small")


def _actions(assessment: Assessment, actions: tuple[Action, ...]) -> Iterator[Block]:
    """A table, and under it, across the page, what is too long for its columns."""
    yield Table(
        ("Action", "Who sees to it", "When", _WORKED, "Status"),
        tuple(
            (
                _in_a_cell(_what(assessment, action)),
                action.owner or "nobody yet",
                _when(action),
                _in_a_cell(_success(action)),
                ACTION_STATUS_NAMES[action.status],
            )
            for action in actions
        ),
        widths=(2.5, 1.35, 2.1, 2.7, 1.1),
        dense=True,
    )
    for action in actions:
        what, success = _what(assessment, action), _success(action)
        if len(what) > _LONGEST_IN_A_CELL:
            yield Paragraph("Action in full", "label")
            yield Paragraph(what)
        if len(success) > _LONGEST_IN_A_CELL:
            yield Paragraph(f"{_WORKED}, in full: {shortened(what, _NAME)}", "label")
            yield Paragraph(success)


def _in_a_cell(words: str) -> str:
    """The words, or their beginning where a narrow column of them would be as high as a page."""
    return words if len(words) <= _LONGEST_IN_A_CELL else f"{shortened(words, _BEGINNING)} (in full below)"


def _what(assessment: Assessment, action: Action) -> str:
    kind = "" if action.kind is ActionKind.IMPROVE else f"{ACTION_KIND_NAMES[action.kind]}: "
    duty = next((one.duty for one in assessment.rubric.duties if one.id == action.duty), "")
    return f"{kind}{action.what or duty or 'not put into words yet'}"


def _when(action: Action) -> str:
    start = f"from {uk_date(action.start)}" if action.start else ""
    due = f"by {uk_date(action.due)}" if action.due else ""
    return " ".join(part for part in (start, due) if part) or "no date"


def _success(action: Action) -> str:
    resources = f"What it takes: {action.resources}" if action.resources else ""
    return "\n".join(sentence(part) for part in (action.success, resources) if part) or "not named"
