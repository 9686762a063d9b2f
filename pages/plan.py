"""Strengths and priorities: what readers should see first, and what you will work on first."""

import streamlit as st

from sendself.report.summary import PRIORITIES_SHOWN, STRENGTHS_SHOWN
from sendself.ui.frame import open_editor
from sendself.ui.items import add_button, highlight_card, priority_card, what_was_written

editor = open_editor()
st.title("Strengths and priorities")
st.markdown("They stand on the second page of the PDF, where governors and the reviewer look first.")

st.header(f"Up to {STRENGTHS_SHOWN} strengths")
for number, highlight in enumerate(editor.assessment.highlights, 1):
    highlight_card(editor, highlight, number)
add_button(editor, "highlight", "Add a strength", len(editor.assessment.highlights), STRENGTHS_SHOWN)
what_was_written(editor, "strengths", "What you wrote as strengths")

st.header(f"Up to {PRIORITIES_SHOWN} priorities")
for number, priority in enumerate(editor.assessment.priorities, 1):
    priority_card(editor, priority, number)
add_button(editor, "priority", "Add a priority", len(editor.assessment.priorities), PRIORITIES_SHOWN)
what_was_written(editor, "development", "What you wrote as areas for development")
