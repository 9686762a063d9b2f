"""Present: the radar alone, large, for a projector."""

import streamlit as st

from sendself.ui.frame import address_of, open_editor
from sendself.ui.plain import plain
from sendself.ui.profile import radar_chart

editor = open_editor()
st.title(plain(editor.assessment.title))
radar_chart(editor.assessment, large=True)
scale = ", ".join(f"{step.level} {step.name}" for step in editor.assessment.rubric.scale)
st.markdown(f"Rings: {plain(scale)}. The mean of the rated themes of each focus area.")
if st.button("Back to the profile"):
    st.switch_page("radar.py", query_params=address_of(editor))
