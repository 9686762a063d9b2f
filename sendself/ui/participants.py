"""Who takes part: each with name, role, the perspective they rate from, and whether they did take part."""

from collections.abc import Mapping

import streamlit as st

from sendself.assessment.begin import new_item_id
from sendself.assessment.entries import EntryKey
from sendself.assessment.model import AGREED, Participant
from sendself.assessment.words import person_in_words, perspective_name
from sendself.ui.editor import Editor
from sendself.ui.fields import line_field, select_field, tick_field
from sendself.ui.plain import plain
from sendself.ui.told_apart import told_apart

PERSPECTIVES = ("senco", "slt", "governor", "teacher", "teaching-assistant", "parent-forum", "trust-leader")


def participants_part(editor: Editor) -> None:
    """List the participants with their fields, and ways to add, take away, and say who you are."""
    people = editor.assessment.participants
    called = told_apart({person.id: person_in_words(person) for person in people})
    by_role = told_apart({person.id: person.role or called[person.id] for person in people})
    by_name = told_apart({person.id: person.name or called[person.id] for person in people})
    for person in people:
        _person(editor, person, called[person.id], role=by_role[person.id], name=by_name[person.id])
    if st.button("Add a person"):
        subject = f"participant:{new_item_id()}"
        editor.put_all(
            {EntryKey(subject, AGREED, "removed"): False, EntryKey(subject, AGREED, "perspective"): "governor"}
        )
        st.rerun()
    _you(editor, called)


def _person(editor: Editor, person: Participant, who: str, *, role: str, name: str) -> None:
    subject = f"participant:{person.id}"
    with st.container(border=True, key=f"person-{person.id}"):
        left, middle, right = st.columns(3)
        with left:
            line_field(editor, EntryKey(subject, AGREED, "name"), f"Name ({role})")
        with middle:
            line_field(editor, EntryKey(subject, AGREED, "role"), f"Role ({name})")
        with right:
            select_field(
                editor,
                EntryKey(subject, AGREED, "perspective"),
                f"Rates as ({who})",
                {perspective: perspective_name(perspective) for perspective in PERSPECTIVES},
            )
        tick_field(editor, EntryKey(subject, AGREED, "took_part"), f"Took part ({who})")
        if st.button(f"Take {plain(who)} off the list", key=f"remove-{person.id}"):
            editor.put(EntryKey(subject, AGREED, "removed"), True)
            st.rerun()


def _you(editor: Editor, people: Mapping[str, str]) -> None:
    if len(people) < 2:
        return
    ids = list(people)
    chosen = st.radio(
        "Who is writing on this computer now?",
        ids,
        format_func=lambda one: plain(people[one]),
        index=ids.index(editor.you.id) if editor.you else None,
        key=f"you-{editor.id}",
        horizontal=True,
    )
    if chosen and (editor.you is None or chosen != editor.you.id):
        st.query_params["you"] = chosen
        st.rerun()
