"""Where a copy that was joined and the evaluation here were both changed: both side by side, and deciding."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.entries.words import entry_in_words, value_in_words
from sendself.assessment.field_versions import Difference
from sendself.assessment.joining.join import decided
from sendself.assessment.perspectives.named import differences_here, differences_seen
from sendself.storage.joining import change_of
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain

FROM_COPY = "From the other copy"


def differences_part(editor: Editor) -> None:
    """Where a joined copy and the evaluation here were both changed: both side by side, and ways to go on."""
    if not editor.assessment.differences:
        return
    st.header("Changed in both copies", anchor=False)
    shown = differences_seen(editor.assessment, editor.own_perspective)
    if shown:
        st.markdown("You joined another copy. These were changed in both since they parted.")
    for number, difference in enumerate(shown, 1):
        _difference(editor, difference, number)
    if hidden := len(differences_here(editor.assessment)) - len(shown):
        st.markdown(
            f"Not shown: {counted(hidden, 'answer')} given alone. To decide, say who you are: somebody who gave it, or "
            "who has rated the theme as well."
        )


def decide(editor: Editor, difference: Difference, key: EntryKey, value: Value) -> None:
    """Save the value that was chosen over the one that was shown, and drop the question once it is there."""
    op_id = session.new_decision_id()
    saved = editor.save_all([change_of(key, decided(editor.assessment, difference, value, op_id), op_id)])
    if not saved or not editor.put(removed_key(f"difference:{difference.id}"), True):
        st.error(editor.failure)
        return
    st.rerun()


def _difference(editor: Editor, difference: Difference, number: int) -> None:
    key = EntryKey.parse(difference.key)
    place, ours = entry_in_words(editor.assessment, key), editor.value(key)
    # A click on what is not shown any more decides nothing: with another version the buttons are others.
    shown = f"{difference.id}-{editor.version(key)}"
    with st.container(border=True, key=f"difference-{difference.id}"):
        st.subheader(f"{number}. {plain(place)}", anchor=False)
        for column, (who, value) in zip(st.columns(2), (("Here", ours), (FROM_COPY, difference.theirs)), strict=True):
            with column:
                st.markdown(f"**{who}**")
                st.text(value_in_words(editor.assessment, key, value) or "(nothing)")
        with st.container(horizontal=True):
            if st.button(f"Use theirs ({number})", key=f"theirs-{shown}"):
                decide(editor, difference, key, difference.theirs)
            if st.button(f"Keep what is here ({number})", key=f"ours-{shown}"):
                decide(editor, difference, key, ours)
            both = isinstance(ours, str) and isinstance(difference.theirs, str) and ours and difference.theirs
            if both and key.field != "rating" and st.button(f"Join both ({number})", key=f"both-{shown}"):
                decide(editor, difference, key, f"{ours}\n\n{difference.theirs}")
