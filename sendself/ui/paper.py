"""Forms and question sheets to print."""

from functools import partial

import streamlit as st

from sendself.report.paper import AUDIENCES, Audience, blank_form, question_sheet
from sendself.rubric.loader import added_rubrics, shipped_rubrics
from sendself.rubric.model import Rubric


def choose_rubric() -> Rubric:
    """Ask which kind of school the papers are for."""
    rubrics = {rubric.id: rubric for rubric in _rubrics()}
    return rubrics[st.radio("For", list(rubrics), format_func=lambda one: rubrics[one].title, key="paper-rubric")]


def blank_form_part(rubric: Rubric) -> None:
    """The blank form of a rubric."""
    st.download_button(
        "Blank form",
        data=partial(_form, rubric.id),
        file_name=f"sendself-form-{rubric.id}.pdf",
        mime="application/pdf",
        key="form",
        on_click="ignore",
    )


def question_sheets(rubric: Rubric) -> None:
    """One page of questions for parents, pupils or teaching assistants about one focus area."""
    area_id = st.selectbox(
        "Focus area",
        [area.id for area in rubric.areas if area.questions],
        format_func=lambda one: rubric.area(one).title,
        key="sheet-area",
    )
    with st.container(horizontal=True):
        for audience, name in AUDIENCES.items():
            st.download_button(
                f"Questions for {name}",
                data=partial(_sheet, rubric.id, area_id, audience),
                file_name=f"sendself-questions-{rubric.id}-{area_id}-{audience}.pdf",
                mime="application/pdf",
                key=f"sheet-{audience}",
                on_click="ignore",
            )


def _rubrics() -> tuple[Rubric, ...]:
    return (*shipped_rubrics(), *added_rubrics()[0])


def _rubric(rubric_id: str) -> Rubric:
    return next(rubric for rubric in _rubrics() if rubric.id == rubric_id)


@st.cache_data(show_spinner="Making the form", max_entries=4)
def _form(rubric_id: str) -> bytes:
    from sendself.document.pdf import render_pdf

    return render_pdf(blank_form(_rubric(rubric_id)))


@st.cache_data(show_spinner="Making the sheet", max_entries=48)
def _sheet(rubric_id: str, area_id: str, audience: Audience) -> bytes:
    from sendself.document.pdf import render_pdf

    return render_pdf(question_sheet(_rubric(rubric_id), area_id, audience))
