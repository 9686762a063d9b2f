"""The boxes for statistics, each with where its figure comes from, and the school years of those that are typed."""

from datetime import UTC, datetime

import streamlit as st

from sendself.assessment.entries.keys import figure_key, year_key
from sendself.assessment.figures import FigureError
from sendself.assessment.measure import YEAR_LABELS, Measure, Time
from sendself.assessment.school_years import school_year_of
from sendself.assessment.uk_clock import uk_day
from sendself.context.national.figure_year import year_of_figure, year_to_begin_with
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.fields.box import widget_key
from sendself.ui.fields.box_kinds import figure_box, year_box
from sendself.ui.fields.boxes import finish, prepare

YEARS_OFFERED = 6
"""School years to choose from, the present one first: older figures say little of a school."""

_HELP: dict[Time, str] = {
    "on_roll": "Number on roll, SEND, free school meals, needs, places, SENCO days.",
    "over_a_year": "Attendance, persistent absence, suspensions, exclusions: of the last full year, or choose another.",
}


_ORIGINS = {
    "published": "From the DfE's published census, {year}. Change it if you know better.",
    "imported": "Counted from the school's own export, {year}.",
}


def figure_field(editor: Editor, measure: Measure, *, problem: str | None = None) -> None:
    """A box for one statistic: what is no such number stays in the box, is not saved, and says what to enter."""
    key = figure_key(measure.id)
    shown, begin = prepare(editor, key, figure_box(measure, None))
    box = figure_box(measure, shown)
    shown.from_box = box.from_box
    unit = " (percent)" if measure.unit == "percent" else ""
    with st.container(gap="xsmall"):
        held = st.text_input(
            measure.label + unit, begin or "", key=widget_key(editor, key), help=measure.help, max_chars=20
        )
        if shown.value:
            year = plain(year_of_figure(editor.assessment, measure.id))
            st.caption(_ORIGINS.get(shown.value["source"], "Typed, for {year}.").format(year=year))
    try:
        finish(editor, shown, box, held)
    except FigureError as error:
        st.error(str(error))
    if problem:
        st.error(problem)


def years_part(editor: Editor) -> None:
    """The two choices. A figure from the census or from an export has a year of its own until it is changed by hand."""
    left, right = st.columns(2)
    with left:
        _year_field(editor, "on_roll")
    with right:
        _year_field(editor, "over_a_year")
    st.caption(
        "The years of the figures that you type. A figure from the census or from your export keeps its own year until "
        "you change it."
    )


def _year_field(editor: Editor, time: Time) -> None:
    key = year_key(time)
    first = year_to_begin_with(editor.assessment, time)
    shown, begin = prepare(editor, key, year_box(first, None))
    box = year_box(first, shown)
    shown.from_box = box.from_box
    offered = _offered(first, shown.value)
    held = st.selectbox(
        YEAR_LABELS[time],
        offered,
        index=offered.index(begin if begin in offered else first),
        key=widget_key(editor, key),
        help=_HELP[time],
    )
    finish(editor, shown, box, held)


def _offered(first: str, chosen: str | None) -> list[str]:
    """The years to choose from, the newest first, with what stands there."""
    today = uk_day(datetime.now(UTC))
    years = {school_year_of(today, before=before) for before in range(YEARS_OFFERED)}
    return sorted({*years, first, *([chosen] if chosen else [])}, reverse=True)
