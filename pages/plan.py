"""Plan: what readers should see first, what you will work on first, who does what by when, and where you aim."""

import streamlit as st

from sendself.assessment.highlights import PRIORITIES_SHOWN, STRENGTHS_SHOWN, more_than_shown
from sendself.assessment.plan import other_actions
from sendself.ui.actions import action_card, priority_card
from sendself.ui.address import address_of
from sendself.ui.aims import aims_part
from sendself.ui.frame import open_editor
from sendself.ui.items import add_button, highlight_card
from sendself.ui.over_time import moved_part
from sendself.ui.proposals import proposals_part
from sendself.ui.taken_away import cards, taken_away
from sendself.ui.written import what_was_written

editor = open_editor()
st.title("Plan", anchor=False)
st.markdown(
    "Strengths and priorities stand on the second page of the PDF, where governors and the reviewer look first."
)

for sentence in more_than_shown(editor.assessment):
    st.warning(sentence)

st.header(f"Up to {STRENGTHS_SHOWN} strengths", anchor=False)
cards(editor, "highlight", highlight_card)
add_button(editor, "highlight", "Add a strength", STRENGTHS_SHOWN)
what_was_written(editor, "strengths", "What you wrote as strengths")

st.header(f"Up to {PRIORITIES_SHOWN} priorities and their actions", anchor=False)
cards(editor, "priority", priority_card)
taken_away(editor, "action")
add_button(editor, "priority", "Add a priority", PRIORITIES_SHOWN)
what_was_written(editor, "development", "What you wrote as areas for development")

if others := other_actions(editor.assessment):
    st.header("Other actions", anchor=False)
    for number, action in enumerate(others, 1):
        action_card(editor, action, f"other action {number}")

st.header("What your answers ask for", anchor=False)
proposals_part(editor)

moved_part(editor)

st.header("Where you aim", anchor=False)
aims_part(editor)

if st.button("See all actions by date, as a timeline, and download them"):
    st.switch_page("timetable.py", query_params=address_of(editor))
