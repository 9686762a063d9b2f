"""The profile on screen: the radar, and the table with the same numbers."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from sendself.assessment.english import counted, listed
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.perspectives.apart import profiles_seen
from sendself.assessment.profile import AreaProfile, area_duties, profile
from sendself.assessment.words import perspective_name
from sendself.report.chapters.wording import lines_in_words, lowest, mean, radar_in_words, themes_of
from sendself.ui.editor import Editor
from sendself.ui.elements.pictures import chart
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of_markdown
from sendself.ui.elements.width import is_narrow
from sendself.ui.profile.scale import levels_in_words


def view_in_numbers(editor: Editor) -> str:
    """The view that the table shows: what is agreed, or your own as long as nothing is."""
    nothing_agreed = not any(area.rated for area in profile(editor.assessment, AGREED))
    return editor.perspective if nothing_agreed else AGREED


def radar_chart(editor: Editor, *, large: bool = False) -> None:
    """Draw the radar, as high as what stands beside it, or say what it needs.

    `large` is for a projector; a narrow window has no room for it.
    """
    from sendself.charts.radar import radar_figure, radar_traces
    from sendself.charts.radar_over_time import traces_over_time

    assessment, view = editor.assessment, view_in_numbers(editor)
    seen = profiles_seen(assessment, editor.perspective)
    # A room may hold people who have rated nothing yet: what each rated alone is no picture for it, and the presenter's
    # own view is one only as long as there is no other.
    shown = {view: seen[view]} if large else seen
    traces = radar_traces(shown)
    if not traces:
        st.info("Nothing is rated yet. Rate the themes of a focus area and it appears here.")
        return
    traces += traces_over_time(assessment)
    others = {who: areas for who, areas in shown.items() if who != view and themes_of(areas)}
    chart(
        f"radar-{large}",
        partial(radar_figure, assessment, traces, large=large and not is_narrow()),
        f"{radar_in_words(assessment, view)} {lines_in_words(others)}".strip(),
        high_as_beside=True,
    )
    if others:
        st.caption(plain(_lines(editor, {view: seen[view], **others})))


def _lines(editor: Editor, drawn: Mapping[str, Sequence[AreaProfile]]) -> str:
    """What the lines rest on, and that those of different themes are not to be held against each other."""
    rests = listed(f"{perspective_name(who)} {counted(themes_of(areas), 'theme')}" for who, areas in drawn.items())
    said = f"What each line rests on: {rests}. Lines over different themes cannot be held against each other."
    others = listed(perspective_name(who) for who in drawn if who not in (AGREED, editor.perspective))
    if not others:
        return said
    return f"{said} {others}: only the themes that you have rated as well. Agree has the same by focus area."


def profile_table(editor: Editor) -> None:
    """Per area the counts at each level, how many were rated, the lowest theme and the duties not met."""
    assessment, view = editor.assessment, view_in_numbers(editor)
    if view != AGREED:
        st.caption(f"As {perspective_name(view)} sees it: nothing is agreed yet.")
    scale = assessment.rubric.scale
    head = [
        "Focus area",
        *(f"Level {step.level}" for step in scale),
        "No level",
        "Mean (rated)",
        "Lowest theme",
        "Duties not met",
    ]
    rows = [_row(area, duties_not_met(assessment, area)) for area in profile(assessment, view)]
    lines = [dict(zip(head, row, strict=True)) for row in rows]
    table_of_markdown(lines, alt="The radar in numbers, one line for each focus area")


def scale_in_words(assessment: Assessment) -> None:
    """What the rings of the radar mean, and its points."""
    levels_in_words(assessment.rubric)
    st.caption("Each point is the mean of the rated themes of its focus area.")
    st.caption("The scale is sendself's own. The SEND Review Guide has none, and it is not an inspection grade.")


def duties_not_met(assessment: Assessment, area: AreaProfile) -> str:
    """How many duties of an area are not met: "none" only where each has an answer, since silence is no answer."""
    duties = area_duties(assessment, area.area)
    waiting = sum(assessment.duty(duty.id).state is None for duty in duties)
    found = len(area.duties_not_met)
    said = counted(found, "duty", "duties") if found else "none"
    return f"{found}, {waiting} not answered yet" if waiting else said


def _row(area: AreaProfile, duties: str) -> list[str]:
    counts = [str(count) for count in area.counts]
    return [plain(area.area.short), *counts, str(area.total - area.rated), mean(area), plain(lowest(area)), duties]
