"""Present: for a meeting on a projector, one screen for the whole picture and one for each focus area."""

import streamlit as st

from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor
from sendself.ui.profile.leadership import present, step_buttons
from sendself.ui.profile.slide import slide_button

editor = open_editor()
present(editor)
# This line stays in sight, and Streamlit keeps no empty space under the page where there is one.
with st.bottom.container(horizontal=True, vertical_alignment="center", key="present-way"):
    step_buttons(editor.assessment)
    slide_button(editor.assessment)
    if st.button("Back to the profile"):
        st.switch_page("radar.py", query_params=address_of(editor))
