"""How those who take part rate: apart first, or together."""

import streamlit as st

from sendself.assessment.apart import rated_apart
from sendself.assessment.entry_keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Way
from sendself.assessment.words import WAY_NAMES, counted
from sendself.ui import session
from sendself.ui.asking import asked_first
from sendself.ui.editor import Editor
from sendself.ui.fields import choice_field


def way_part(editor: Editor) -> None:
    """The choice; while there are ratings made apart, it opens only to those who are told what it hides."""
    ratings, unlocked = rated_apart(editor.assessment), f"way {editor.id}"
    if editor.assessment.way is Way.APART and ratings and not session.recall(unlocked):
        st.markdown(f"How do you rate the themes? **{WAY_NAMES[Way.APART]}.**")
        loss = (
            f"{counted(ratings, 'rating')} made apart would no longer show in the focus areas, in Agree and on the "
            f"radar. Nothing is deleted: they come back when you choose {WAY_NAMES[Way.APART]} again."
        )
        if asked_first(editor, "Change how you rate", "change-way", loss):
            session.remember(unlocked, True)
            st.rerun()
        return
    choice_field(
        editor,
        EntryKey("evaluation", AGREED, "way"),
        "How do you rate the themes?",
        {way.value: name for way, name in WAY_NAMES.items()},
        required=True,
    )
    if editor.assessment.way is Way.TOGETHER and ratings:
        st.caption(
            f"{counted(ratings, 'rating')} made apart are kept and not shown. They come back when you choose "
            f"{WAY_NAMES[Way.APART]}."
        )
