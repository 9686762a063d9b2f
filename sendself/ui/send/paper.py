"""Forms and question sheets to print."""

from dataclasses import replace
from functools import partial

import streamlit as st

from sendself.document.looks import Looks
from sendself.report.blank_form import blank_form
from sendself.report.files.formats import MIME_TYPES, Format
from sendself.report.question_sheet import AUDIENCES, Audience, question_sheet
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import Rubric
from sendself.rubric.own import own_rubrics
from sendself.ui.elements.plain import plain
from sendself.ui.send.looks import usable_looks


def choose_rubric() -> Rubric:
    """Ask which kind of school the papers are for."""
    rubrics = {rubric.id: rubric for rubric in _rubrics()}
    titles = {name: plain(rubric.title) for name, rubric in rubrics.items()}
    return rubrics[st.radio("For", list(rubrics), format_func=titles.__getitem__, key="paper-rubric")]


def blank_form_part(rubric: Rubric) -> None:
    """The blank form of a rubric, to print and to write in."""
    st.markdown(
        "Every theme with its four levels, boxes to tick and lines to write on, two on a page where they fit; then "
        "each area as a whole, and its duties."
    )
    with st.container(horizontal=True):
        for name, form in (("Blank form (PDF)", Format.PDF), ("Blank form (Word)", Format.WORD)):
            st.download_button(
                name,
                data=partial(_form, rubric.id, usable_looks(), form),
                file_name=f"sendself-form-{rubric.id}.{form}",
                mime=MIME_TYPES[form],
                key=f"form-{form}",
                on_click="ignore",
            )


def question_sheets(rubric: Rubric) -> None:
    """One page of questions for parents, pupils or teaching assistants about one focus area."""
    asked = [area.id for area in rubric.areas if area.questions]
    if not asked:
        st.markdown("This rubric has no questions for parents, pupils and teaching assistants.")
        return
    area_id = st.selectbox(
        "Focus area",
        asked,
        format_func=lambda one: rubric.area(one).title,
        key="sheet-area",
    )
    with st.container(horizontal=True):
        for audience, name in AUDIENCES.items():
            st.download_button(
                f"Questions for {name}",
                data=partial(_sheet, rubric.id, area_id, audience, usable_looks()),
                file_name=f"sendself-questions-{rubric.id}-{area_id}-{audience}.pdf",
                mime="application/pdf",
                key=f"sheet-{audience}",
                on_click="ignore",
            )


def _rubrics() -> tuple[Rubric, ...]:
    return (*shipped_rubrics(), *own_rubrics().rubrics)


def _rubric(rubric_id: str) -> Rubric:
    return next(rubric for rubric in _rubrics() if rubric.id == rubric_id)


@st.cache_data(show_spinner="Making the form", max_entries=4)
def _form(rubric_id: str, looks: Looks, form: Format) -> bytes:
    from sendself.document.pdf.render import render_pdf
    from sendself.document.word.render import render_word

    render = render_word if form is Format.WORD else render_pdf
    return render(replace(blank_form(_rubric(rubric_id)), looks=looks))


@st.cache_data(show_spinner="Making the sheet", max_entries=48)
def _sheet(rubric_id: str, area_id: str, audience: Audience, looks: Looks) -> bytes:
    from sendself.document.pdf.render import render_pdf

    return render_pdf(replace(question_sheet(_rubric(rubric_id), area_id, audience), looks=looks))
