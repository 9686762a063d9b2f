"""A question before something that puts answers out of sight."""

import streamlit as st

from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain


def asked_first(editor: Editor, label: str, key: str, loss: str) -> bool:
    """A button; with a `loss` its press says what that would be and asks. Whether to go on in this run."""
    question = editor.id, key
    if not (loss and question in session.tab().asking):
        pressed = st.button(label, key=key)
        if pressed and loss:
            session.tab().asking.add(question)
            st.rerun()
        return pressed
    st.warning(plain(loss))
    with st.container(horizontal=True, key=f"asked-{key}"):
        go_on = st.button(f"{label} all the same", key=f"yes-{key}")
        leave = st.button(f"Leave it as it is ({label})", key=f"no-{key}")
    if go_on or leave:
        session.tab().asking.discard(question)
    if leave:
        st.rerun()
    return go_on
