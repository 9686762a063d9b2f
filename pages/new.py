"""Begin a self-evaluation: find the school, say which setting, and go."""

import streamlit as st

from sendself.ui.begin import begin_button, choose_rubric, choose_setting, find_school

st.title("New self-evaluation")
chosen = find_school()
if chosen is not None:
    setting = choose_setting(chosen)
    begin_button(chosen, setting, choose_rubric(setting))
