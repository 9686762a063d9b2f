"""The steps of an evaluation in order, and where each leads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sendself.assessment.begin import new_assessment
from sendself.assessment.checks import points_before_sending
from sendself.assessment.context_texts import context_progress
from sendself.assessment.english import counted
from sendself.assessment.figures import impossible_figures
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.perspectives.named import differences_seen
from sendself.assessment.profile import duties_progress
from sendself.assessment.progress import Progress, area_progress, whole_progress
from sendself.rubric.duty import Setting
from sendself.rubric.evidence import preparation_documents
from sendself.rubric.loader import rubric_for
from sendself.rubric.model import FocusArea
from sendself.ui.editor import Editor

PAGES = Path(__file__).parents[3] / "pages"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the journey: its id (also its address), title and Streamlit page."""

    id: str
    title: str
    page: StreamlitPage


def start_pages() -> tuple[Step, ...]:
    """The pages that need no open evaluation."""
    return (
        _file_step("start", "Start", default=True),
        _file_step("new", "New self-evaluation"),
        _file_step("paper", "On paper"),
        _file_step("register", "School register"),
    )


def evaluation_steps(assessment: Assessment, show_area: Callable[[str], None]) -> tuple[Step, ...]:
    """The steps of an open evaluation: its focus areas, and Agree only when there is something to agree."""
    areas = [
        Step(name, area.short, st.Page(partial(show_area, area.id), title=area.title, url_path=name))
        for name, area in _areas_by_address(assessment).items()
    ]
    agree = [_file_step("agree", "Agree")] if _is_to_agree(assessment) else []
    return (
        _file_step("about", "About this evaluation"),
        _file_step("context", "Context"),
        *areas,
        _file_step("duties", "Duties"),
        _file_step("evidence", "Evidence"),
        *agree,
        _file_step("radar", "Profile"),
        _file_step("plan", "Plan"),
        _file_step("send", "Check and send"),
    )


@cache
def nothing_open() -> Assessment:
    """What stands for an evaluation where none is open: its steps give the addresses that a bookmark may name."""
    return new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM, way=Way.APART)


def evaluation_pages(assessment: Assessment) -> tuple[Step, ...]:
    """Pages of an open evaluation that are no step of the journey; also Agree where it is none."""
    return (
        *(() if _is_to_agree(assessment) else (_file_step("agree", "Agree"),)),
        _file_step("present", "Present"),
        _file_step("timetable", "Timetable"),
        _file_step("export", "Count from your own export"),
        _file_step("history", "Who changed what"),
    )


def state_in_words(editor: Editor, step: Step) -> str:
    """How far a step has come, as the task list says it; empty for steps that are only looked at."""
    assessment = editor.assessment
    if area := area_of(assessment, step):
        return area_progress(assessment, area, editor.perspective).words
    match step.id:
        case "about":
            return "done" if assessment.review.why and assessment.participants else "to fill in"
        case "context":
            return _context_in_words(assessment)
        case "agree" if seen := differences_seen(assessment, editor.own_perspective):
            return f"{len(seen)} to decide"
        case "agree" if assessment.way is Way.TOGETHER:
            return "for others to decide"
        case "agree":
            agreed = whole_progress(assessment, AGREED)
            return "done" if agreed.done else f"{agreed.answered} of {agreed.total}"
        case "evidence":
            return _documents_answered(assessment).words
        case "duties":
            return duties_progress(assessment).words
        case "plan":
            whole = assessment.highlights and assessment.priorities and assessment.actions
            return "done" if whole else "to fill in"
        case "send":
            points = len(points_before_sending(assessment))
            # What the words may give away is for the page itself to say: reading them at every press takes too long.
            return counted(points, "point") if points else "to read and send"
    return ""


def _context_in_words(assessment: Assessment) -> str:
    if impossible_figures(assessment.context):
        return "to correct"
    filled = context_progress(assessment)
    if filled.done:
        return "done"
    return f"{filled.answered} of {filled.total} filled in" if filled.answered else "to fill in"


def area_of(assessment: Assessment, step: Step) -> FocusArea | None:
    """The focus area that a step is the page of."""
    return _areas_by_address(assessment).get(step.id)


def _is_to_agree(assessment: Assessment) -> bool:
    return assessment.way is Way.APART or bool(assessment.differences)


def _areas_by_address(assessment: Assessment) -> dict[str, FocusArea]:
    """The focus areas by their ids; one that is called like a page of ours gets an address that no area can have."""
    taken = {page.stem for page in PAGES.glob("*.py")}
    return {f"area_{area.id}" if area.id in taken else area.id: area for area in assessment.rubric.areas}


def _documents_answered(assessment: Assessment) -> Progress:
    documents = preparation_documents()
    answered = sum(assessment.document(document.id).state is not None for document in documents)
    return Progress(answered, len(documents))


def neighbours(steps: tuple[Step, ...], current: str) -> tuple[Step | None, Step | None]:
    """The step before and the step after."""
    ids = [step.id for step in steps]
    place = ids.index(current)
    return steps[place - 1] if place else None, steps[place + 1] if place + 1 < len(steps) else None


def _file_step(name: str, title: str, *, default: bool = False) -> Step:
    return Step(name, title, st.Page(PAGES / f"{name}.py", title=title, url_path=name, default=default))
