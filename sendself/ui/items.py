"""Items of a list: strengths to show first, and priorities."""

from collections.abc import Iterable

import streamlit as st

from sendself.assessment.begin import new_item_id
from sendself.assessment.entries import EntryKey
from sendself.assessment.model import AGREED, Highlight, Priority
from sendself.assessment.words import counted
from sendself.ui.editor import Editor
from sendself.ui.fields import many_field, note_field, select_field
from sendself.ui.history import history_link
from sendself.ui.plain import plain


def highlight_card(editor: Editor, item: Highlight, number: int) -> None:
    """One strength with the theme it comes from."""
    subject = f"highlight:{item.id}"
    with st.container(border=True, key=f"card-{item.id}"):
        note_field(editor, EntryKey(subject, AGREED, "text"), f"Strength {number}")
        themes = themes_by_area(editor, [item.theme] if item.theme else [])
        select_field(editor, EntryKey(subject, AGREED, "theme"), f"Theme of strength {number}", themes)
        history_link(editor, subject, f"strength {number}")
        remove_button(editor, subject, f"Take strength {number} away")


def priority_fields(editor: Editor, item: Priority, number: int) -> None:
    """The fields of one priority: its words and the themes it would move."""
    subject = f"priority:{item.id}"
    note_field(editor, EntryKey(subject, AGREED, "text"), f"Priority {number}")
    themes_field(editor, subject, item.themes, f"Themes that priority {number} moves")
    history_link(editor, subject, f"priority {number}")


def themes_field(editor: Editor, subject: str, chosen: tuple[str, ...], label: str) -> None:
    """The themes that an item moves."""
    many_field(editor, EntryKey(subject, AGREED, "themes"), label, themes_by_area(editor, chosen))


def add_button(editor: Editor, kind: str, label: str, there: int, most: int) -> None:
    """A way to add one more, as long as there is room."""
    if there >= most:
        st.caption(f"That is {most}. Take one away to add another.")
    elif st.button(label, key=f"add-{kind}"):
        editor.put(EntryKey(f"{kind}:{new_item_id()}", AGREED, "removed"), False)
        st.rerun()


def remove_button(editor: Editor, subject: str, label: str) -> None:
    """A way to take an item away; its words stay in the history."""
    if st.button(label, key=f"remove-{subject}"):
        editor.put(EntryKey(subject, AGREED, "removed"), True)
        st.rerun()


def what_was_written(editor: Editor, field: str, label: str) -> None:
    """What the themes say, to choose from, highest or lowest level first."""
    assessment = editor.assessment
    found = []
    for theme in assessment.rubric.themes():
        answer = assessment.answer(theme.id)
        text = getattr(answer, field)
        if text and isinstance(answer.rating, int):
            found.append((answer.rating, theme, text))
    found.sort(key=lambda entry: entry[0], reverse=field == "strengths")
    with st.expander(f"{label} ({counted(len(found), 'theme')})", key=f"written-{field}"):
        if not found:
            st.write("Nothing yet: it comes from the focus areas.")
        for rating, theme, text in found:
            st.markdown(f"**{plain(theme.title)}** ({rating} {plain(assessment.rubric.level_name(rating))})")
            st.text(text)


def themes_by_area(editor: Editor, chosen: Iterable[str]) -> dict[str, str]:
    """Every theme by id, in words that begin with its focus area.

    A chosen theme of an earlier rubric is there too: leaving it out would unsay what was chosen, by merely looking.
    """
    rubric = editor.assessment.rubric
    there = {theme.id: f"{area.short}: {theme.title}" for area in rubric.areas for theme in area.themes}
    return there | {theme: f"{theme} (not in this rubric)" for theme in chosen if theme not in there}
