"""Charts for people who would rather look than read: drawn when they are asked for, and said in words beneath."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from sendself.ui.editor import Editor
from sendself.ui.plain import plain


def picture_on_request(editor: Editor, name: str, label: str, draw: Callable[..., Any], words: str) -> None:
    """A switch, and under it the chart that `draw(dark=...)` gives; `words` say the same."""
    if st.toggle(label, key=f"{name}-{editor.id}"):
        picture(name, draw, words)


def picture(name: str, draw: Callable[..., Any], words: str) -> None:
    """A chart in the colours of the page, with its words as alternative text and beneath."""
    figure = draw(dark=st.context.theme.type == "dark")
    st.plotly_chart(figure, config={"displayModeBar": False}, alt=words, key=f"picture-{name}")
    st.caption(plain(words))
