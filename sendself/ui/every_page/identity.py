"""Who is writing. When people rate apart nobody writes before saying who they are."""

import streamlit as st

from sendself.assessment.participants import Way
from sendself.assessment.words import person_in_words, perspective_name
from sendself.ui.editor import Editor
from sendself.ui.fields.delivered import stop_here

_OWN_NAME = "You rate apart first. Say who you are, so that your answers stand under your own name."


def ask_who_you_are(editor: Editor, *, why: str = _OWN_NAME) -> None:
    """When rating apart and nobody is chosen: ask, and draw nothing more until it is said."""
    if editor.assessment.way is Way.TOGETHER:
        return
    if editor.you is not None:
        st.caption(f"You rate as {perspective_name(editor.perspective)}. Nobody else sees this before you meet.")
        return
    st.write(why)
    for person in editor.assessment.participants:
        if st.button(f"I am: {person_in_words(person)}", key=f"i-am-{person.id}"):
            st.query_params["you"] = person.id
            st.rerun()
    if not editor.assessment.participants:
        st.write("Nobody is named yet: add who takes part in About this evaluation.")
    stop_here()
