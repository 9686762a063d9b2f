"""The leadership view: all areas in one picture, then each by itself, for a meeting on a projector."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from sendself.assessment.highlights import (
    STRENGTHS_SHOWN,
    leading_strengths,
    lowest_to_develop,
    shown_priorities,
    shown_strengths,
)
from sendself.assessment.model import AGREED, Assessment, DutyState
from sendself.assessment.over_time import moves_in_words
from sendself.assessment.profile import AreaProfile, area_profile, duties_in_state, profile
from sendself.assessment.words import counted, perspective_name
from sendself.report.wording import EXAMPLE, shortened
from sendself.rubric.model import FocusArea
from sendself.ui.editor import Editor
from sendself.ui.large import bars, bullets, heading, paragraph, show_large, spoken_paragraph
from sendself.ui.plain import plain
from sendself.ui.profile import on_a_phone, radar_chart, view_in_numbers

SCREEN = "screen"
"""What the address calls the screen that is shown; the screen of all areas has none."""
WHOLE = "All areas"
PRIORITIES_READ = 3

# What a room reads at a glance; the pages of the evaluation have it whole.
_TITLE, _ITEM, _LONG_ITEM, _AREA_ITEM, _AREA_NOTE, _DUTY, _CHANGE, _NAME = 70, 82, 116, 96, 250, 100, 190, 60
_AREA_ITEMS, _DUTIES = 2, 2


def present(editor: Editor) -> None:
    """Draw the screen that the address names. An area that the rubric does not have gives all areas."""
    assessment, view = editor.assessment, view_in_numbers(editor)
    areas = {area.id: area for area in assessment.rubric.areas}
    area = areas.get(st.query_params.get(SCREEN, ""))
    place = 1 + (list(areas).index(area.id) + 1 if area else 0)
    st.title(plain(shortened(area.title if area else assessment.title, _TITLE)), anchor=False)
    show_large(spoken_paragraph(" ".join(_where(assessment, view, place, area))))
    if area:
        _area_screen(assessment, area_profile(assessment, area, view), view)
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
    if not on_a_phone():
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
    picture, words = st.columns([6, 5], gap="medium")
    with picture:
        if rated:
            radar_chart(editor, large=True)
        else:
            show_large(paragraph("Nothing is rated yet. Rate the themes of a focus area: the radar then stands here."))
    with words:
        show_large(*_strengths(assessment, view), *_priorities(assessment, view), *_change(assessment), fills=True)
    if rated:
        show_large(paragraph(_rings(assessment, rated)))


def _strengths(assessment: Assessment, view: str) -> Iterator[str]:
    # Where nothing is said of last time there is a line more for each.
    limit = _ITEM if moves_in_words(assessment) else _LONG_ITEM
    found = [shortened(one.words, limit) for one in shown_strengths(assessment, view) if one.words]
    yield heading("Three strengths" if len(found) == STRENGTHS_SHOWN else "Strengths")
    if found:
        yield bullets(found)
    else:
        yield paragraph("None is chosen, and no theme is rated 3 or 4 with its strengths written down.")


def _priorities(assessment: Assessment, view: str) -> Iterator[str]:
    found = [shortened(words, _ITEM) for words in shown_priorities(assessment, view)[:PRIORITIES_READ]]
    yield heading("Three priorities" if len(found) == PRIORITIES_READ else "Priorities")
    if found:
        yield bullets(found, numbered=True)
    else:
        yield paragraph("None is chosen, and no area for development of a rated theme is written down.")


def _change(assessment: Assessment) -> Iterator[str]:
    if words := moves_in_words(assessment):
        yield heading("What changed")
        yield paragraph(shortened(words, _CHANGE))


def _rings(assessment: Assessment, rated: int) -> str:
    total = sum(1 for _ in assessment.rubric.themes())
    not_met = len(duties_in_state(assessment, DutyState.NOT_MET))
    duties = f", {counted(not_met, 'duty', 'duties')} not met" if not_met else ""
    rings = ", ".join(f"{step.level} {step.name}" for step in assessment.rubric.scale)
    return f"Rings: {rings}. {rated} of {total} themes rated{duties}."


def _area_screen(assessment: Assessment, area: AreaProfile, view: str) -> None:
    levels, words = st.columns(2, gap="medium")
    with levels:
        show_large(*_counts(assessment, area), *_ends(assessment, area, view), fills=True)
    with words:
        show_large(*_area_words(assessment, area, view), *_duties(area))


def _counts(assessment: Assessment, area: AreaProfile) -> Iterator[str]:
    """How many themes stand at each level, as numbers and as bars."""
    counts = list(zip(assessment.rubric.scale, area.counts, strict=True))
    rows = [(f"{step.level} {step.name}", count) for step, count in reversed(counts)]
    if without := area.total - area.rated:
        rows.append(("No level", without))
    yield heading("Themes at each level")
    yield bars(rows)


def _ends(assessment: Assessment, area: AreaProfile, view: str) -> Iterator[str]:
    """The highest and the lowest theme with their levels, and how many share them."""
    levels = {theme: assessment.answer(theme.id, view).rating for theme in area.area.themes}
    rated = {theme: level for theme, level in levels.items() if isinstance(level, int)}
    if not rated:
        yield paragraph("No theme of this area is rated yet.")
        return
    ends = {"Highest": max(rated.values()), "Lowest": min(rated.values())}
    if ends["Highest"] == ends["Lowest"]:
        ends = {"Every rated theme": ends["Highest"]}
    for name, level in ends.items():
        themes = [theme.title for theme, its in rated.items() if its == level]
        more = f" and {counted(len(themes) - 1, 'other')}" if len(themes) > 1 else ""
        yield heading(f"{name}: {level} {assessment.rubric.level_name(level)}")
        yield paragraph(f"{shortened(themes[0], _NAME)}{more}")


def _area_words(assessment: Assessment, area: AreaProfile, view: str) -> Iterator[str]:
    """What the area as a whole says of itself, otherwise its highest and lowest themes with words."""
    note = assessment.area_note(area.area.id)
    best = leading_strengths(assessment, view, area=area.area)
    least = lowest_to_develop(assessment, view, area=area.area)
    strengths = [f"{theme.title}: {assessment.answer(theme.id, view).strengths}" for theme in best]
    development = [f"{theme.title}: {assessment.answer(theme.id, view).development}" for theme in least]
    for name, whole, parts in (
        ("Strengths", note.strengths, strengths),
        ("Areas for development", note.development, development),
    ):
        yield heading(name)
        if whole:
            yield paragraph(shortened(whole, _AREA_NOTE))
        elif parts:
            yield bullets(shortened(words, _AREA_ITEM) for words in parts[:_AREA_ITEMS])
        else:
            yield paragraph("Nothing is written down yet.")


def _duties(area: AreaProfile) -> Iterator[str]:
    """The duties not met, those first that mean harm today."""
    if not area.duties_not_met:
        return
    yield heading(f"Not met: {counted(len(area.duties_not_met), 'duty', 'duties')}")
    urgent_first = sorted(area.duties_not_met, key=lambda duty: not duty.act_now)
    said = [shortened(f"Act now. {duty.duty}" if duty.act_now else duty.duty, _DUTY) for duty in urgent_first]
    more = len(said) - _DUTIES
    yield bullets([*said[:_DUTIES], *([f"and {more} more"] if more > 0 else [])])
