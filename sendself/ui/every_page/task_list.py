"""The list at the side: which evaluation is open, who is writing, who else is here, and how far each step has come."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sendself.assessment.words import person_in_words
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.every_page import others
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.journey import Step, state_in_words


def task_list(slot: DeltaGenerator, editor: Editor | None, start: Step, steps: tuple[Step, ...]) -> None:
    """Draw it into the slot, in the place of what stands there. Without an evaluation it only leads to Start."""
    with slot.container():
        st.page_link(start.page, label="sendself: all self-evaluations")
        if editor is None:
            return
        assessment = editor.assessment
        st.markdown(f"**{plain(assessment.title)}**")
        if editor.you:
            st.caption(f"You are: {plain(person_in_words(editor.you))}. Change this in About.")
        others.also_here(editor)
        for step in steps:
            state = state_in_words(editor, step)
            label = f"{step.title} — {state}" if state else step.title
            st.page_link(step.page, label=label, query_params=address_of(editor))
        st.page_link("history.py", label="Who changed what", query_params=address_of(editor))
