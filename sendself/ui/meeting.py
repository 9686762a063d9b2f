"""How long is left of the meeting in which differences are settled: kept for this tab alone, never saved."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

import streamlit as st

from sendself.assessment.words import counted, uk_time
from sendself.ui import session
from sendself.ui.editor import Editor

LONGEST_MINUTES = 480
_EVERY_SECONDS = 20
"""How often the line is brought up to date: it counts minutes."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that was given a length, and when that is over."""

    ends_at: datetime


def time_left_in_words(seconds: float, themes: int) -> str:
    """How much of the meeting is left for how many themes, and what that makes for each, as plain sentences."""
    minutes = ceil(seconds / 60)
    if minutes <= 0:
        rest = f" {counted(themes, 'theme is', 'themes are')} left: park the rest and meet again. All is kept."
        return f"The time is up.{rest if themes else ''}"
    there = f"{counted(minutes, 'minute')} left"
    if not themes:
        return f"{there}, and no theme is left to settle."
    each = seconds / 60 / themes
    share = f"about {counted(round(each), 'minute')}" if each >= 1 else "less than a minute"
    return f"{there} for {counted(themes, 'theme')}: {share}{' each' if themes > 1 else ''}."


def meeting_part(editor: Editor, themes: int) -> None:
    """Ask how long the meeting is; once it has begun, say what is left of it for this number of themes."""
    name = f"meeting {editor.id}"
    meeting: Meeting | None = session.recall(name)
    with st.container(horizontal=True, vertical_alignment="bottom", key="meeting"):
        if meeting:
            _time_left(meeting, themes)
            if st.button("Stop the clock"):
                session.remember(name, None)
                st.rerun()
            return
        minutes = st.number_input(
            "How long is the meeting, in minutes? (optional)",
            min_value=1,
            max_value=LONGEST_MINUTES,
            value=None,
            step=5,
            key="meeting-minutes",
            width=320,
        )
        if st.button("Start the clock", disabled=minutes is None):
            session.remember(name, Meeting(datetime.now(UTC) + timedelta(minutes=minutes or 0)))
            st.rerun()


@st.fragment(run_every=_EVERY_SECONDS)
def _time_left(meeting: Meeting, themes: int) -> None:
    seconds = (meeting.ends_at - datetime.now(UTC)).total_seconds()
    st.markdown(f"**Until {uk_time(meeting.ends_at)}.** {time_left_in_words(seconds, themes)}")
