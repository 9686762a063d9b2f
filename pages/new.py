"""Begin a self-evaluation: find the school, say which setting and who takes part, and go."""

import streamlit as st

from sendself.ui.start.begin import begin_button, choose_rubric, choose_setting, find_school
from sendself.ui.start.company import choose_company

st.title("New self-evaluation", anchor=False)
chosen = find_school()
if chosen is not None:
    setting = choose_setting(chosen)
    rubric = choose_rubric(setting)
    begin_button(chosen, setting, rubric, choose_company())
