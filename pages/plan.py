"""Plan: what readers should see first, what you will work on first, who does what by when, and where you aim."""

import streamlit as st

from sendself.assessment.highlights import PRIORITIES_SHOWN, STRENGTHS_SHOWN, more_than_shown
from sendself.assessment.plan import actions_of, other_actions
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor
from sendself.ui.lists.items import add_button
from sendself.ui.lists.taken_away import still_on_screen, taken_away
from sendself.ui.plan.actions import action_card, priority_card
from sendself.ui.plan.aims import aims_part
from sendself.ui.plan.proposals import proposals_part
from sendself.ui.plan.strengths import highlight_card
from sendself.ui.plan.written import what_was_written
from sendself.ui.profile.over_time import moved_part

editor = open_editor()
st.title("Plan", anchor=False)
st.markdown(
    "Strengths and priorities stand on the second page of the PDF, where governors and the reviewer look first."
)

for sentence in more_than_shown(editor.assessment):
    st.warning(sentence)

st.header(f"Up to {STRENGTHS_SHOWN} strengths", anchor=False)
shown = still_on_screen(editor, "highlight", "priority", "action")
for number, strength in enumerate(shown.highlights, 1):
    highlight_card(editor, strength, number)
taken_away(editor, "highlight")
add_button(editor, "highlight", "Add a strength", STRENGTHS_SHOWN)
what_was_written(editor, "strengths", "What you wrote as strengths")

st.header(f"Up to {PRIORITIES_SHOWN} priorities and their actions", anchor=False)
for number, priority in enumerate(shown.priorities, 1):
    priority_card(editor, priority, number, actions_of(shown, priority.id))
taken_away(editor, "priority")
taken_away(editor, "action")
add_button(editor, "priority", "Add a priority", PRIORITIES_SHOWN)
what_was_written(editor, "development", "What you wrote as areas for development")

if others := other_actions(shown):
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
