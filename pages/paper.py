"""On paper: the blank form of either rubric, and one-page question sheets."""

import streamlit as st

from sendself.ui.send.paper import blank_form_part, choose_rubric, question_sheets

st.title("On paper", anchor=False)
st.markdown("For people who would rather think with a pen, and for talking with those who are not at the screen.")
rubric = choose_rubric()
st.header("The blank form", anchor=False)
blank_form_part(rubric)
st.header("Question sheets", anchor=False)
question_sheets(rubric)
