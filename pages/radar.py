"""The profile: the radar for a leadership meeting, beside it the same numbers as a table."""

import streamlit as st

from sendself.assessment.answers import DutyState
from sendself.assessment.profile import duties_in_state
from sendself.assessment.words import duty_name
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor
from sendself.ui.every_page.place_links import place_link
from sendself.ui.profile.over_time import means_over_time, since_last_time
from sendself.ui.profile.radar import profile_table, radar_chart, scale_in_words
from sendself.ui.profile.slide import slide_button, slide_words

editor = open_editor()
st.title("Profile", anchor=False)
picture, rings = st.columns([3, 2])
with picture:
    radar_chart(editor)
with rings:
    st.header("What the rings mean", anchor=False)
    scale_in_words(editor.assessment)
    with st.container(horizontal=True, key="radar-ways"):
        if st.button("Present to a meeting"):
            st.switch_page("present.py", query_params=address_of(editor))
        slide = slide_button(editor.assessment)

st.header("The same in numbers", anchor=False)
profile_table(editor)
means_over_time(editor)
if slide:
    slide_words(slide)
since_last_time(editor)

not_met = duties_in_state(editor.assessment, DutyState.NOT_MET)
if not_met:
    st.header("Duties not met", anchor=False)
    for duty in not_met:
        st.warning(plain(f"{duty_name(duty)}. {duty.act_now or ''}"))
place_link("See all duties, and how each is answered", "duties")
