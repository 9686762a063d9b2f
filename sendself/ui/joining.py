"""Joining another copy of the evaluation that is open here, and deciding where both were changed."""

from collections.abc import Mapping

import streamlit as st

from sendself.assessment.entries import EntryKey, Value
from sendself.assessment.entry_words import entry_in_words, value_in_words
from sendself.assessment.joining import Joined, difference_id, difference_values, join
from sendself.assessment.model import AGREED, Assessment, Difference
from sendself.assessment.words import counted
from sendself.storage.kept import Actor, Change, Conflict, Entry
from sendself.storage.repository import Repository
from sendself.storage.rows import usable_op_id
from sendself.ui import session
from sendself.ui.begin import open_evaluation
from sendself.ui.buttons import main_button
from sendself.ui.editor import Editor
from sendself.ui.plain import plain

FROM_COPY = "From the other copy"


def joining_part(repository: Repository, copy: Assessment) -> None:
    """Say what joining this copy would do, and do it when asked."""
    actor = Actor(FROM_COPY)
    if repository.load(actor, copy.id).assessment.rubric != copy.rubric:
        st.warning("The copy was made with another rubric, so the two cannot be joined. Keep it as a separate copy.")
        return
    joined = join(repository.fields(actor, copy.id).get, copy)
    if not joined.taken and not joined.different:
        st.info("The file says nothing that is not here already: there is nothing to join.")
        return
    st.markdown(
        f"Joining takes over {counted(len(joined.taken), 'answer')} that only the file has changed. "
        + (
            f"{counted(len(joined.different), 'answer')} changed in both: you decide in Agree."
            if joined.different
            else ""
        )
    )
    if main_button("Join it with the one here"):
        _join(repository, actor, copy, joined)


def differences_part(editor: Editor) -> None:
    """Where a joined copy and the evaluation here were both changed: both side by side, and ways to go on."""
    if not editor.assessment.differences:
        return
    st.header("Changed in both copies")
    st.markdown("You joined another copy. These were changed in both since they parted.")
    for number, difference in enumerate(editor.assessment.differences, 1):
        _difference(editor, difference, number)


def _join(repository: Repository, actor: Actor, copy: Assessment, joined: Joined) -> None:
    stored = repository.load(actor, copy.id)
    values: list[tuple[EntryKey, Value, str]] = [(key, taken.value, taken.op_id) for key, taken in joined.taken.items()]
    known = {key.subject for key in stored.entries}
    for key, taken in joined.different.items():
        if f"difference:{difference_id(key, taken)}" not in known:
            values += [(place, value, "") for place, value in difference_values(key, taken).items()]
    changes = [
        # The write keeps its id, so that joining the same copy again finds it here.
        Change(key, value, _version(stored.entries, key), op_id if usable_op_id(op_id) else session.new_op_id())
        for key, value, op_id in values
    ]
    outcomes = repository.save(actor, copy.id, changes)
    if any(isinstance(outcome, Conflict) for outcome in outcomes):
        st.error("Somebody changed the evaluation here just now. Press Join again: nothing was overwritten.")
        return
    session.leave_notice(
        f"Joined: {counted(len(joined.taken), 'answer')} taken over from the file."
        + (f" {counted(len(joined.different), 'answer')} to decide in Agree." if joined.different else "")
    )
    open_evaluation(copy.id)


def _version(entries: Mapping[EntryKey, Entry], key: EntryKey) -> int:
    found = entries.get(key)
    return found.version if found else 0


def _difference(editor: Editor, difference: Difference, number: int) -> None:
    key = EntryKey.parse(difference.key)
    place, ours = entry_in_words(editor.assessment, key), editor.value(key)
    with st.container(border=True, key=f"difference-{difference.id}"):
        st.subheader(f"{number}. {plain(place)}")
        for column, (who, value) in zip(st.columns(2), (("Here", ours), (FROM_COPY, difference.theirs)), strict=True):
            with column:
                st.markdown(f"**{who}**")
                st.text(value_in_words(editor.assessment, key, value) or "(nothing)")
        with st.container(horizontal=True):
            if st.button(f"Use theirs ({number})", key=f"theirs-{difference.id}"):
                _decide(editor, difference, {key: difference.theirs})
            if st.button(f"Keep what is here ({number})", key=f"ours-{difference.id}"):
                _decide(editor, difference, {})
            both = isinstance(ours, str) and isinstance(difference.theirs, str) and ours and difference.theirs
            if both and key.field != "rating" and st.button(f"Join both ({number})", key=f"both-{difference.id}"):
                _decide(editor, difference, {key: f"{ours}\n\n{difference.theirs}"})


def _decide(editor: Editor, difference: Difference, values: dict[EntryKey, Value]) -> None:
    decided = {**values, EntryKey(f"difference:{difference.id}", AGREED, "removed"): True}
    if not editor.put_all(decided):
        st.error(editor.failure or "Somebody changed this just now. Look at it again.")
        return
    st.rerun()
