"""How long is left of the meeting in which differences are settled: the same on every computer."""

from datetime import UTC, datetime, timedelta
from math import ceil

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.entries.keys import MEETING
from sendself.assessment.participants import Meeting
from sendself.assessment.uk_clock import uk_time
from sendself.ui.editor import Editor

LONGEST_MINUTES = 480
_EVERY_SECONDS = 20
"""How often the line is brought up to date: it counts minutes."""
_FORGOTTEN_AFTER = timedelta(hours=12)
"""A clock that nobody stopped says nothing of the next meeting."""


def time_left_in_words(seconds: float, themes: int, waiting: int = 0) -> str:
    """How much of the meeting is left for how many themes, and what that makes for each, as plain sentences.

    `waiting` themes take no time of it: nobody settles what not all have rated.
    """
    minutes = ceil(seconds / 60)
    if minutes <= 0:
        rest = f" {counted(themes, 'theme is', 'themes are')} left: park the rest and meet again. All is kept."
        return f"The time is up.{rest if themes else ''}"
    there = f"{counted(minutes, 'minute')} left"
    apart = f" Not counted: {counted(waiting, 'theme that waits', 'themes that wait')} for a rating." if waiting else ""
    if not themes:
        return f"{there}, and no theme is left to settle.{apart}"
    each = seconds / 60 / themes
    share = f"about {counted(round(each), 'minute')}" if each >= 1 else "less than a minute"
    return f"{there} for {counted(themes, 'theme')}: {share}{' each' if themes > 1 else ''}.{apart}"


def meeting_part(editor: Editor, themes: int, waiting: int) -> None:
    """Ask how long the meeting is; once it has begun, say what is left of it for these themes to settle.

    `waiting` is how many more are not ready for that.
    """
    ends_at = _ends_at(editor)
    with st.container(horizontal=True, vertical_alignment="bottom", key="meeting"):
        if ends_at:
            _time_left(ends_at, themes, waiting)
            if st.button("Stop the clock"):
                _keep(editor, None)
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
            _keep(editor, Meeting(began=datetime.now(UTC), minutes=minutes or 1))


def _ends_at(editor: Editor) -> datetime | None:
    said = editor.value(MEETING)
    meeting = Meeting.model_validate(said) if said else None
    ends_at = meeting.began + timedelta(minutes=meeting.minutes) if meeting else None
    return ends_at if ends_at and datetime.now(UTC) - ends_at < _FORGOTTEN_AFTER else None


def _keep(editor: Editor, meeting: Meeting | None) -> None:
    if editor.put(MEETING, meeting.model_dump(mode="json") if meeting else None):
        st.rerun()
    st.error(editor.failure)


@st.fragment(run_every=_EVERY_SECONDS)
def _time_left(ends_at: datetime, themes: int, waiting: int) -> None:
    seconds = (ends_at - datetime.now(UTC)).total_seconds()
    st.markdown(f"**Until {uk_time(ends_at)}.** {time_left_in_words(seconds, themes, waiting)}")
