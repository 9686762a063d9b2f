"""Settling a theme: what everybody says side by side, one agreed rating with its reason, and the agreed words."""

import streamlit as st

from sendself.assessment.agreement import may_see_views, views
from sendself.assessment.entries import EntryKey, Value
from sendself.assessment.model import AGREED, Answer, Assessment
from sendself.assessment.words import EVIDENCE_NAMES, listed, perspective_name, rating_in_words
from sendself.rubric.model import Rubric, Theme
from sendself.ui.box_kinds import NOTE
from sendself.ui.boxes import show_saved
from sendself.ui.editor import Editor
from sendself.ui.fields import choice_field, note_field, tick_field
from sendself.ui.history import history_link
from sendself.ui.plain import plain
from sendself.ui.theme_card import rating_options

WORDS = {"strengths": "Strengths", "development": "Areas for development", "evidence": "What this rests on"}


def settling_card(editor: Editor, theme: Theme, key: str) -> None:
    """A theme with the views on it, as far as they may be seen, and the fields of the agreed answer."""
    rubric = editor.assessment.rubric
    with st.container(border=True, key=f"{key}-{theme.id}"):
        st.subheader(plain(theme.title), anchor=False)
        st.markdown(plain(theme.statement))
        seen = may_see_views(editor.assessment, theme, editor.perspective)
        if seen:
            _side_by_side(editor.assessment, theme)
        else:
            st.info("You have not rated this theme. What the others say is shown here once you have.")
        note_field(editor, _agreed(theme, "reason"), "Why this level", of=theme.title)
        choice_field(editor, _agreed(theme, "rating"), f"We agree on: {theme.title}", rating_options(rubric))
        with st.expander(f"Agreed words: {plain(theme.title)}", key=f"agreed-words-{theme.id}"):
            if seen:
                _take_over(editor, theme)
            for field, label in WORDS.items():
                note_field(editor, _agreed(theme, field), f"{label}, agreed", of=theme.title)
        tick_field(editor, _agreed(theme, "parked"), f"Park this for later: {theme.title}")
        history_link(editor, f"theme:{theme.id}", theme.title)


def agreed_from(assessment: Assessment, theme: Theme) -> dict[EntryKey, Value]:
    """The agreed answer that the views make: the rating of the first who has one, and everybody's words.

    Words that were agreed already stay, and what they lack is added below them.
    """
    said, agreed = list(views(assessment, theme).values()), assessment.answer(theme.id)
    values: dict[str, Value] = {"rating": next((one.rating for one in said if one.rating is not None), None)}
    for field in (*WORDS, "reason"):
        values[field] = _joined(getattr(agreed, field), [getattr(one, field) for one in said])
    kinds = {kind.value for one in (agreed, *said) for kind in one.evidence_kinds}
    values["evidence_kinds"] = sorted(kinds)
    values["evidence_refs"] = list(dict.fromkeys(ref for one in (agreed, *said) for ref in one.evidence_refs))
    values["can_help"] = any(one.can_help for one in (agreed, *said))
    return {_agreed(theme, field): value for field, value in values.items() if value}


def save_agreed(editor: Editor, values: dict[EntryKey, Value]) -> None:
    """Save values of agreed answers together and draw the page again, or say why they were not saved."""
    if not editor.put_all(values):
        st.error(editor.failure)
        return
    for key in values:
        if key.field in (*WORDS, "reason"):
            show_saved(editor, key, NOTE)
    st.rerun()


def _agreed(theme: Theme, field: str) -> EntryKey:
    return EntryKey(f"theme:{theme.id}", AGREED, field)


def _joined(agreed: str, texts: list[str]) -> str:
    new = [text for text in dict.fromkeys(texts) if text and text not in agreed]
    return "\n\n".join(part for part in (agreed, *new) if part)


def _side_by_side(assessment: Assessment, theme: Theme) -> None:
    said = {who: answer for who, answer in views(assessment, theme).items() if answer != Answer()}
    for column, (who, answer) in zip(st.columns(len(said)), said.items(), strict=True):
        with column:
            _view(assessment.rubric, theme, who, answer)
    if unrated := [perspective_name(who) for who in assessment.perspectives() if who not in (AGREED, *said)]:
        st.caption(f"Nothing said by {plain(listed(unrated))}.")


def _view(rubric: Rubric, theme: Theme, who: str, answer: Answer) -> None:
    st.markdown(f"**{plain(perspective_name(who))}: {plain(rating_in_words(rubric, answer.rating))}**")
    if isinstance(answer.rating, int):
        st.caption(plain(theme.level(answer.rating)))
    if answer.parked:
        st.markdown("*Parked for the meeting*")
    for field, label in {"reason": "Reason", **WORDS}.items():
        if text := getattr(answer, field):
            st.markdown(f"*{label}*")
            st.text(text)
    if answer.evidence_kinds:
        st.caption(f"Evidence: {listed(EVIDENCE_NAMES[kind].lower() for kind in answer.evidence_kinds)}.")


def _take_over(editor: Editor, theme: Theme) -> None:
    words = agreed_from(editor.assessment, theme)
    words.pop(_agreed(theme, "rating"), None)
    new = {key: value for key, value in words.items() if value != editor.value(key)}
    if new and st.button(f"Take over what you wrote: {plain(theme.title)}", key=f"words-{theme.id}"):
        save_agreed(editor, new)
