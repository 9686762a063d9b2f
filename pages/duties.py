"""Duties: all that law, statutory guidance and grants ask of this school, with the state of each."""

import streamlit as st

from sendself.ui.every_page.frame import open_editor
from sendself.ui.focus_areas.duties import duties_by_state, duties_elsewhere, duties_table, kind_of_school

editor = open_editor()
st.title("Duties", anchor=False)
st.markdown(
    "What the law, statutory guidance and grants ask of your school, kept apart from the levels. Each has a link "
    "to the theme where you answer it. This is not legal advice."
)
kind_of_school(editor)
duties_table(editor)
duties_by_state(editor)
duties_elsewhere(editor)
