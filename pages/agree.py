"""Agree: the themes on which you differ, settled in one meeting."""

import streamlit as st

from sendself.assessment.agreement import standing
from sendself.ui.agreement import accept_all, disagreement_card
from sendself.ui.area_summary import area_summary
from sendself.ui.frame import open_editor
from sendself.ui.plain import plain

editor = open_editor()
st.title("Agree")
now = standing(editor.assessment)
st.markdown(
    f"{len(now.agreed)} agreed, {len(now.same)} on which all say the same, {len(now.different)} on which you differ, "
    f"{len(now.waiting)} waiting for somebody's rating."
)
accept_all(editor, now)
st.header("Where you differ")
if not now.different:
    st.success("There is no difference left to settle.")
for theme in now.different:
    disagreement_card(editor, theme)
if now.waiting:
    st.header("Still waiting")
    titles = "; ".join(theme.title for theme in now.waiting)
    st.markdown(f"These need a rating from each of you first: {plain(titles)}.")

st.header("Each area as a whole")
for area in editor.assessment.rubric.areas:
    with st.expander(plain(area.title), key=f"area-{area.id}"):
        area_summary(editor, area)
