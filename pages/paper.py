"""On paper: the blank form of either rubric, and one-page question sheets."""

import streamlit as st

from sendself.ui.paper import blank_forms, question_sheets

st.title("On paper")
st.markdown("For people who would rather think with a pen, and for talking with those who are not at the screen.")
st.header("The blank form")
blank_forms()
st.header("Question sheets")
question_sheets()
