"""Who changed what and when, and the way back to an earlier text."""

import streamlit as st

from sendself.assessment.entries import EntryKey
from sendself.assessment.entry_words import entry_in_words, value_in_words
from sendself.assessment.perspectives import may_see_entry
from sendself.assessment.words import counted, uk_date, uk_day, uk_time
from sendself.storage.errors import StorageError
from sendself.storage.kept import Changed, Entry
from sendself.ui.editor import Editor
from sendself.ui.plain import plain

SHOWN = 50
THEME = "theme"
"""What the address calls the theme whose changes are shown alone."""
_PRIVATE = "A rating made apart is shown to its own perspective alone."


def history_part(editor: Editor, subject: str) -> None:
    """The newest changes, the newest first; with `subject` those of one theme alone."""
    try:
        changes = editor.repository.changes(editor.actor, editor.id, subject=subject, most=SHOWN)
    except StorageError as error:
        st.error(str(error))
        return
    shown = [change for change in changes if _may_see(editor, change.key)]
    if not shown:
        st.info("Nothing was changed here yet.")
        return
    if len(shown) < len(changes):
        st.caption(_PRIVATE)
    st.caption(
        f"The newest {len(changes)} changes."
        if len(changes) == SHOWN
        else f"{counted(len(changes), 'change').capitalize()} in all."
    )
    for number, change in enumerate(shown, 1):
        _change(editor, change, number)


def _may_see(editor: Editor, key: EntryKey) -> bool:
    return may_see_entry(editor.assessment, key, editor.perspective)


def _change(editor: Editor, change: Changed, number: int) -> None:
    entry, before, key = change.entry, change.before, change.key
    with st.container(border=True, key=f"change-{entry.seq}"):
        st.markdown(f"**{plain(entry_in_words(editor.assessment, key))}**")
        st.caption(f"{plain(entry.by)}, {uk_date(uk_day(entry.at))}, {uk_time(entry.at)}")
        if before is not None:
            st.caption("Before")
            st.text(value_in_words(editor.assessment, key, before.value) or "(nothing)")
            st.caption("After")
        st.text(value_in_words(editor.assessment, key, entry.value) or "(nothing)")
        if editor.value(key) != entry.value:
            _bring_back(editor, key, entry, number)


def _bring_back(editor: Editor, key: EntryKey, entry: Entry, number: int) -> None:
    """Save an earlier value as a new version: what stands there now stays in the history."""
    if st.button(f"Bring this back ({number})", key=f"back-{entry.seq}"):
        if editor.put(key, entry.value):
            st.rerun()
        st.error(editor.failure or "Somebody changed this just now. Look at it again.")
