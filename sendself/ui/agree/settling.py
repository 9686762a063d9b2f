"""Settling a theme: what everybody says side by side, one agreed rating with its reason, and the agreed words."""

from functools import partial

import streamlit as st

from sendself.assessment.agreement import may_see_views, views
from sendself.assessment.answers import Answer
from sendself.assessment.english import listed
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.perspectives.taking_over import (
    WORDS,
    agreed_from,
    agreed_key,
    settled_along,
    taken_over,
    too_long,
    without_what_was_taken_over,
    words_left_behind,
)
from sendself.assessment.words import EVIDENCE_NAMES, perspective_name, rating_in_words
from sendself.rubric.model import Rubric, Theme
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.history import history_link
from sendself.ui.every_page.places import anchor_of
from sendself.ui.fields.box_kinds import NOTE
from sendself.ui.fields.boxes import show_saved
from sendself.ui.fields.chosen import choice_field, kinds_field, tick_field
from sendself.ui.fields.typed import note_field
from sendself.ui.focus_areas.agreed_answer import words_of
from sendself.ui.focus_areas.theme_card import rating_options


def settling_card(editor: Editor, theme: Theme, key: str, *, settled: str = "") -> None:
    """A theme with the views on it, as far as they may be seen, and the fields of the agreed answer.

    `settled` is what is said of a theme that was settled while its card was on screen.
    """
    rubric = editor.assessment.rubric
    with st.container(border=True, key=f"{key}-{theme.id}"):
        st.subheader(plain(theme.title), anchor=anchor_of(theme))
        st.markdown(plain(theme.statement))
        seen = may_see_views(editor.assessment, theme, editor.perspective)
        if seen:
            _side_by_side(editor.assessment, theme)
        else:
            st.info("You have not rated this theme. What the others say is shown here once you have.")
        # Always there, so that nothing below it moves, and nobody who writes there loses their place.
        said = st.container(key=f"settled-{theme.id}")
        note_field(editor, agreed_key(theme, "reason"), "Why this level", of=theme.title)
        choice_field(
            editor,
            agreed_key(theme, "rating"),
            f"We agree on: {theme.title}",
            rating_options(rubric),
            along=partial(settled_along, theme, editor.perspective),
        )
        with said:
            _settled(editor, theme, settled, seen=seen)
        with st.expander(f"Agreed words: {plain(theme.title)}", key=f"agreed-words-{theme.id}"):
            _agreed_words(editor, theme, seen=seen)
        tick_field(editor, agreed_key(theme, "parked"), f"Park this for later: {theme.title}")
        history_link(editor, f"theme:{theme.id}", theme.title)


def settled_in_words(assessment: Assessment, theme: Theme) -> str:
    """What somebody who has just settled a theme can still do with it."""
    agreed = assessment.answer(theme.id)
    still = "You can still change it." if agreed.reason else "Write why, or change it."
    return f"Settled as {rating_in_words(assessment.rubric, agreed.rating)}. {still} It stays here until you leave."


def save_agreed(editor: Editor, values: dict[EntryKey, Value]) -> None:
    """Save values of agreed answers together and draw the page again, or say why they were not saved."""
    if not editor.put_all(values):
        st.error(editor.failure)
        return
    for key in values:
        if key.field in (*WORDS, "reason"):
            show_saved(editor, key, NOTE)
    st.rerun()


def _settled(editor: Editor, theme: Theme, settled: str, *, seen: bool) -> None:
    """That it is settled, what was taken over with that, and how to take it out again."""
    assessment = editor.assessment
    if settled:
        st.info(plain(settled))
    if assessment.answer(theme.id).rating is None:
        return
    if over := taken_over(assessment, theme):
        st.caption(
            f"Taken over as you wrote it, each of you alone: {listed(over.values())}. It stands under Agreed words, "
            "where you can change it."
        )
        if st.button(f"Take it out of what you agreed: {plain(theme.title)}", key=f"out-{theme.id}"):
            save_agreed(editor, without_what_was_taken_over(assessment, theme))
    elif not seen and words_left_behind(assessment, theme):
        st.caption("What the others wrote of this theme is not taken over. Who has rated it can do so here.")


def _agreed_words(editor: Editor, theme: Theme, *, seen: bool) -> None:
    if seen:
        _take_over(editor, theme)
    for field, label in WORDS.items():
        note_field(editor, agreed_key(theme, field), f"{label}, agreed", of=theme.title)
    kinds = {kind.value: name for kind, name in EVIDENCE_NAMES.items()}
    kinds_field(editor, agreed_key(theme, "evidence_kinds"), "Kinds of evidence, agreed", kinds, of=theme.title)


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
    words_of(answer)


def _take_over(editor: Editor, theme: Theme) -> None:
    words = agreed_from(editor.assessment, theme)
    words.pop(agreed_key(theme, "rating"), None)
    new = {key: value for key, value in words.items() if value != editor.value(key)}
    if new and st.button(f"Take over what you wrote: {plain(theme.title)}", key=f"words-{theme.id}"):
        save_agreed(editor, new)
    if names := too_long(editor.assessment, theme):
        st.caption(
            f"Together too long for one box, and so not taken over: {listed(name.lower() for name in names)}. Copy "
            "what you need from what each of you wrote."
        )
