"""Joining another copy of the evaluation that is open here, and deciding where both were changed."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.entries.words import entry_in_words, value_in_words
from sendself.assessment.field_versions import Difference
from sendself.assessment.joining.join import decided, join
from sendself.assessment.joining.joined import Joined
from sendself.assessment.model import Assessment
from sendself.assessment.perspectives.named import differences_here, differences_seen
from sendself.storage.joining import change_of, keep_joined
from sendself.storage.kept import Actor, other_copy
from sendself.storage.repository import Repository
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.plain import plain
from sendself.ui.start.begin import open_evaluation
from sendself.ui.start.who_left import who_left

FROM_COPY = "From the other copy"


def joining_part(repository: Repository, copy: Assessment) -> None:
    """Say what joining this copy would do, and do it when asked."""
    actor = _joiner(copy.id)
    if repository.load(actor, copy.id).assessment.rubric != copy.rubric:
        st.warning("The copy was made with another rubric, so the two cannot be joined. Keep it as a separate copy.")
        return
    here = repository.fields(actor, copy.id)
    joined = join(here, copy)
    if not joined.taken and not joined.different:
        # What says the same is remembered all the same: what is written after it then follows what is here.
        keep_joined(repository, actor, copy.id, joined, here, session.new_decision_id)
        st.info("The file says nothing that is not here already: there is nothing to join.")
        return
    st.markdown(
        f"Joining takes over {counted(len(joined.taken), 'answer')} that only the file has changed. " + _asks(joined)
    )
    if not main_button("Join it with the one here"):
        return
    if not keep_joined(repository, actor, copy.id, joined, here, session.new_decision_id):
        st.error("Somebody changed the evaluation here just now. Press Join again: nothing was overwritten.")
        return
    taken = f"Joined: {counted(len(joined.taken), 'answer')} taken over from the file."
    decisions = f"Decide {counted(len(joined.different), 'answer')} in Agree"
    session.leave_notice(f"{taken} {_asks(joined)}".strip(), step="agree" if joined.different else "", link=decisions)
    open_evaluation(copy.id)


def _joiner(evaluation: str) -> Actor:
    """Who stands beside what is taken over: Start knows who joins when they came from this evaluation."""
    you = who_left(evaluation)
    return other_copy((you.name or you.role) if you else "")


def _asks(joined: Joined) -> str:
    if not joined.different:
        return ""
    return f"{counted(len(joined.different), 'answer')} changed in both: you decide in Agree."


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
