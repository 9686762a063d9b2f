"""Settling a theme: both views side by side, one agreed rating with its reason."""

import streamlit as st

from sendself.assessment.agreement import Standing, standing, views
from sendself.assessment.entries import EntryKey, Value
from sendself.assessment.model import AGREED, Answer
from sendself.assessment.words import counted, perspective_name, rating_in_words
from sendself.rubric.model import Theme
from sendself.ui.buttons import main_button
from sendself.ui.editor import Editor
from sendself.ui.fields import choice_field, note_field
from sendself.ui.plain import plain
from sendself.ui.theme_card import rating_options


def agreement_part(editor: Editor) -> None:
    """How far you have come, what all say the same, each difference, and what still waits."""
    now = standing(editor.assessment)
    st.markdown(
        f"{len(now.agreed)} agreed, {len(now.same)} on which all say the same, {len(now.different)} on which you "
        f"differ, {len(now.waiting)} waiting for somebody's rating."
    )
    accept_all(editor, now)
    st.header("Where you differ")
    if not now.different:
        st.success("There is no difference left to settle.")
    for theme in now.different:
        disagreement_card(editor, theme)
    if now.waiting:
        st.header("Still waiting")
        titles = "; ".join(theme.title for theme in now.waiting)
        st.markdown(f"These need a rating from each of you first: {plain(titles)}.")


def accept_all(editor: Editor, now: Standing) -> None:
    """One click for the themes on which all say the same: the rating and everybody's words become the agreed ones."""
    if now.same and main_button(f"Accept {counted(len(now.same), 'theme')} on which all say the same", key="accept"):
        changes: dict[EntryKey, Value] = {}
        for theme in now.same:
            changes |= _agreed_values(theme, views(editor.assessment, theme))
        editor.put_all(changes)
        st.rerun()


def disagreement_card(editor: Editor, theme: Theme) -> None:
    """Both views and words side by side, the agreed rating, and why."""
    rubric = editor.assessment.rubric
    with st.container(border=True, key=f"differ-{theme.id}"):
        st.subheader(plain(theme.title))
        st.markdown(plain(theme.statement))
        said = views(editor.assessment, theme)
        for column, (who, answer) in zip(st.columns(len(said)), said.items(), strict=True):
            with column:
                st.markdown(f"**{plain(perspective_name(who))}: {plain(rating_in_words(rubric, answer.rating))}**")
                if isinstance(answer.rating, int):
                    st.caption(plain(theme.level(answer.rating)))
                for label, text in (("Strengths", answer.strengths), ("Areas for development", answer.development)):
                    if text:
                        st.markdown(f"*{label}*")
                        st.text(text)
        subject = f"theme:{theme.id}"
        note_field(editor, EntryKey(subject, AGREED, "reason"), "Why this level", of=theme.title)
        choice_field(editor, EntryKey(subject, AGREED, "rating"), f"We agree on: {theme.title}", rating_options(rubric))
        if st.button(f"Take over what you both wrote: {plain(theme.title)}", key=f"words-{theme.id}"):
            words = _agreed_values(theme, said)
            words.pop(EntryKey(subject, AGREED, "rating"), None)
            editor.put_all(words)
            st.rerun()


def _agreed_values(theme: Theme, said: dict[str, Answer]) -> dict[EntryKey, Value]:
    subject = f"theme:{theme.id}"
    values: dict[EntryKey, Value] = {}
    ratings = [answer.rating for answer in said.values()]
    values[EntryKey(subject, AGREED, "rating")] = ratings[0] if isinstance(ratings[0], int) else str(ratings[0])
    for field in ("strengths", "development", "evidence", "reason"):
        texts = dict.fromkeys(text for answer in said.values() if (text := getattr(answer, field)))
        if texts:
            values[EntryKey(subject, AGREED, field)] = "\n\n".join(texts)
    kinds = sorted({kind.value for answer in said.values() for kind in answer.evidence_kinds})
    if kinds:
        values[EntryKey(subject, AGREED, "evidence_kinds")] = kinds
    refs = dict.fromkeys(ref for answer in said.values() for ref in answer.evidence_refs)
    if refs:
        values[EntryKey(subject, AGREED, "evidence_refs")] = list(refs)
    if any(answer.can_help for answer in said.values()):
        values[EntryKey(subject, AGREED, "can_help")] = True
    return values
