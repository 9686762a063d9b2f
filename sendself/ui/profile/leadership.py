"""The leadership view: all areas in one picture, then each by itself, for a meeting on a projector."""

from collections.abc import Iterator, Sequence
from functools import partial

import streamlit as st

from sendself.assessment.answers import DutyState
from sendself.assessment.english import counted
from sendself.assessment.highlights import (
    Strength,
    chosen_priorities,
    chosen_strengths,
    first_of,
    lowest_to_develop,
    shown_priorities,
    shown_strengths,
)
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.moves import moves_at_a_glance
from sendself.assessment.profile import area_profile, duties_in_state, profile
from sendself.assessment.words import perspective_name
from sendself.report.chapters.wording import EXAMPLE, shortened
from sendself.rubric.model import FocusArea
from sendself.ui.editor import Editor
from sendself.ui.elements.large import (
    beside,
    bullets,
    heading,
    paragraph,
    shortened_to_share,
    show_large,
    spoken_paragraph,
)
from sendself.ui.elements.plain import plain
from sendself.ui.elements.width import is_narrow
from sendself.ui.profile.leadership_area import area_screen
from sendself.ui.profile.radar import radar_chart, view_in_numbers

SCREEN = "screen"
"""What the address calls the screen that is shown; the screen of all areas has none."""
WHOLE = "All areas"
PRIORITIES_READ = 3
_NUMBERS = {1: "One", 2: "Two", 3: "Three"}

# What a room reads at a glance; the pages of the evaluation have it whole.
_TITLE, _CHANGE = 70, 165
_LINES, _LINES_BESIDE_CHANGE = 16, 12
"""So many lines the strengths and priorities have together, and where a sentence says what changed."""


def present(editor: Editor) -> None:
    """Draw the screen that the address names. An area that the rubric does not have gives all areas."""
    assessment, view = editor.assessment, view_in_numbers(editor)
    areas = {area.id: area for area in assessment.rubric.areas}
    area = areas.get(st.query_params.get(SCREEN, ""))
    place = 1 + (list(areas).index(area.id) + 1 if area else 0)
    st.title(plain(shortened(area.title if area else assessment.title, _TITLE)), anchor=False)
    show_large(spoken_paragraph(" ".join(_where(assessment, view, place, area))))
    if area:
        area_screen(assessment, area_profile(assessment, area, view), view)
    else:
        _whole_screen(editor, view)


def step_buttons(assessment: Assessment) -> None:
    """Buttons to the screens before and after, which the arrow keys press; after the last comes the first."""
    names = {"": WHOLE, **{area.id: area.short for area in assessment.rubric.areas}}
    ids = list(names)
    here = st.query_params.get(SCREEN, "")
    place = ids.index(here) if here in names else 0
    for way, step, key in (("Previous", -1, "Left"), ("Next", 1, "Right")):
        there = ids[(place + step) % len(ids)]
        st.button(
            f"{way}: {plain(names[there])}",
            key=f"present-{way}",
            shortcut=key,
            on_click=partial(_show, there),
            wrap=True,
        )
    if not is_narrow():
        st.caption("The left and right arrow keys lead from screen to screen.", width="content")


def _show(screen: str) -> None:
    if screen:
        st.query_params[SCREEN] = screen
    else:
        st.query_params.pop(SCREEN, None)


def _where(assessment: Assessment, view: str, place: int, area: FocusArea | None) -> Iterator[str]:
    yield f"{place} of {len(assessment.rubric.areas) + 1}: {area.short if area else WHOLE.lower()}."
    if view != AGREED:
        yield f"As {perspective_name(view)} sees it: nothing is agreed yet."
    if assessment.example:
        yield EXAMPLE


def _whole_screen(editor: Editor, view: str) -> None:
    assessment = editor.assessment
    rated = sum(area.rated for area in profile(assessment, view))
    picture, words = beside()
    with picture:
        if rated:
            radar_chart(editor, large=True)
        else:
            show_large(paragraph("Nothing is rated yet. Rate the themes of a focus area: the radar then stands here."))
    with words:
        show_large(*_words(assessment, view), fills=True)
    if rated:
        show_large(paragraph(_rings(assessment, rated)))


def _words(assessment: Assessment, view: str) -> Iterator[str]:
    """Strengths and priorities, which share the lines that there are, and what changed."""
    found = [one for one in shown_strengths(assessment, view) if one.words]
    strengths = [one.words for one in found]
    priorities = list(shown_priorities(assessment, view)[:PRIORITIES_READ])
    change = moves_at_a_glance(assessment, _CHANGE)
    if change:
        strengths = _uncut(found, priorities)
    fitting = shortened_to_share([*strengths, *priorities], _LINES_BESIDE_CHANGE if change else _LINES)
    yield from _strengths(assessment, fitting[: len(strengths)])
    yield from _priorities(assessment, view, fitting[len(strengths) :])
    if change:
        yield heading("What changed")
        yield paragraph(shortened(change, _CHANGE))


def _uncut(found: Sequence[Strength], priorities: Sequence[str]) -> list[str]:
    """The strengths as they have room beside what changed: by the theme alone, the longest first, rather than cut."""
    said = [" ".join(one.words.split()) for one in found]
    for place in sorted(range(len(said)), key=lambda number: -len(said[number])):
        if shortened_to_share([*said, *priorities], _LINES_BESIDE_CHANGE)[: len(said)] == said:
            break
        if theme := found[place].theme:
            said[place] = theme.title
    return said


def _strengths(assessment: Assessment, found: list[str]) -> Iterator[str]:
    there = sum(bool(one.words) for one in chosen_strengths(assessment)) or len(found)
    yield heading(_named("strength", "strengths", len(found), there))
    if found:
        yield bullets(found)
    else:
        yield paragraph("None is chosen, and no theme is rated 3 or 4 with its strengths written down.")


def _priorities(assessment: Assessment, view: str, found: list[str]) -> Iterator[str]:
    chosen = chosen_priorities(assessment)
    if chosen or not found:
        yield heading(_named("priority", "priorities", len(found), len(chosen)))
    else:
        there = len(lowest_to_develop(assessment, view))
        yield heading(_named("area for development", "areas for development", len(found), there))
    if found:
        yield bullets(found, numbered=True)
    else:
        yield paragraph("None is chosen, and no area for development of a rated theme is written down.")


def _named(one: str, many: str, shown: int, there: int) -> str:
    """The heading over a list: how many there are, and how many of them are shown where that is not all."""
    if there > shown or not shown:
        return f"{many.capitalize()}{first_of(there, shown)}"
    return f"{_NUMBERS[shown]} {one if shown == 1 else many}"


def _rings(assessment: Assessment, rated: int) -> str:
    total = sum(1 for _ in assessment.rubric.themes())
    not_met = len(duties_in_state(assessment, DutyState.NOT_MET))
    duties = f", {counted(not_met, 'duty', 'duties')} not met" if not_met else ""
    rings = ", ".join(f"{step.level} {step.name}" for step in assessment.rubric.scale)
    return f"Rings: {rings}. {rated} of {total} themes rated{duties}."
