"""Timetable: all actions of the plan by date, as a table, a timeline and files."""

import streamlit as st

from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor
from sendself.ui.plan.timetable import actions_table, plan_downloads, timeline

editor = open_editor()
st.title("Timetable", anchor=False)
if editor.assessment.actions:
    st.header("By due date", anchor=False)
    actions_table(editor)
    st.header("On a line of time", anchor=False)
    timeline(editor)
    st.header("To take away", anchor=False)
    plan_downloads(editor)
else:
    st.info("The plan has no actions yet. Add some to its priorities, and they appear here by date.")
if st.button("Back to the plan"):
    st.switch_page("plan.py", query_params=address_of(editor))
