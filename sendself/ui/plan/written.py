"""What the focus areas say, to choose the strengths and priorities of the plan from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.entries.entry import Value
from sendself.assessment.highlights import PRIORITIES_SHOWN, STRENGTHS_SHOWN
from sendself.assessment.model import Assessment
from sendself.assessment.words import rating_in_words
from sendself.rubric.model import Theme
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain, spoken
from sendself.ui.lists.items import add_item, items_of

Field = Literal["strengths", "development"]


@dataclass(frozen=True, slots=True)
class _Becomes:
    """What a text of a focus area can become: an item of the plan, how it is called, and how many there may be."""

    kind: str
    name: str
    most: int


_BECOMES: Mapping[Field, _Becomes] = {
    "strengths": _Becomes("highlight", "strength", STRENGTHS_SHOWN),
    "development": _Becomes("priority", "priority", PRIORITIES_SHOWN),
}


def what_was_written(editor: Editor, field: Field, label: str) -> None:
    """What the themes say, highest or lowest level first, each text with a way to take it over into the plan."""
    becomes, found = _BECOMES[field], _texts(editor.assessment, field)
    with st.expander(f"{label} ({counted(len(found), 'theme')})", key=f"written-{field}"):
        if not found:
            st.write("Nothing yet: it comes from the focus areas.")
        full = len(items_of(editor.assessment, becomes.kind)) >= becomes.most
        if found and full:
            st.caption(f"To make another of these a {becomes.name}, first take one away.")
        for theme, text in found:
            rating = rating_in_words(editor.assessment.rubric, editor.assessment.answer(theme.id).rating)
            st.markdown(f"**{plain(theme.title)}** ({plain(rating)})")
            st.text(text)
            if number := _number_of(editor.assessment, becomes.kind, theme, text):
                st.caption(f"This is {becomes.name} {number}.")
            elif not full:
                _make_button(editor, becomes, theme, text)


def _make_button(editor: Editor, becomes: _Becomes, theme: Theme, text: str) -> None:
    label = f"Make this a {becomes.name}: {spoken(theme.title)}"
    if st.button(label, key=f"make-{becomes.kind}-{theme.id}"):
        of: Mapping[str, Value] = {"theme": theme.id} if becomes.kind == "highlight" else {"themes": [theme.id]}
        add_item(editor, becomes.kind, {"text": text, **of}, becomes.most)


def _texts(assessment: Assessment, field: Field) -> list[tuple[Theme, str]]:
    """The texts of themes with a level, the highest level first for strengths, otherwise the lowest."""
    found = []
    for theme in assessment.rubric.themes():
        answer = assessment.answer(theme.id)
        text = getattr(answer, field)
        if text and isinstance(answer.rating, int):
            found.append((answer.rating, theme, text))
    found.sort(key=lambda entry: entry[0], reverse=field == "strengths")
    return [(theme, text) for _, theme, text in found]


def _number_of(assessment: Assessment, kind: str, theme: Theme, text: str) -> int | None:
    """The place in the plan of the item that was made from a text and still says it, or `None`."""
    for number, item in enumerate(items_of(assessment, kind), 1):
        themes = (item.theme,) if kind == "highlight" else item.themes
        if item.text == text and theme.id in themes:
            return number
    return None
