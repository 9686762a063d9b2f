"""Present: the radar alone, large, for a projector."""

import streamlit as st

from sendself.ui.frame import address_of, open_editor
from sendself.ui.plain import plain
from sendself.ui.profile import radar_chart, scale_names

HEIGHT = 700

editor = open_editor()
st.title(plain(editor.assessment.title))
picture, rings = st.columns([3, 1])
with picture:
    radar_chart(editor, large=True)
# The radar is as high as this column: most of a projector's window.
with rings.container(height=HEIGHT, border=False, vertical_alignment="center"):
    scale_names(editor.assessment)
    if st.button("Back to the profile"):
        st.switch_page("radar.py", query_params=address_of(editor))
