"""Charts for people who would rather look than read: drawn when they are asked for, and said in words beneath."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain


def picture_on_request(editor: Editor, name: str, label: str, draw: Callable[..., Any], words: str) -> None:
    """A switch, and under it the chart that `draw(dark=...)` gives; `words` say the same."""
    if st.toggle(label, key=f"{name}-{editor.id}"):
        picture(name, draw, words)


def picture(name: str, draw: Callable[..., Any], words: str) -> None:
    """A chart in the colours of the page, with its words as alternative text and beneath."""
    chart(name, draw, words)
    st.caption(plain(words))


def chart(name: str, draw: Callable[..., Any], words: str, *, high_as_beside: bool = False) -> None:
    """The chart that `draw(dark=...)` gives, in the colours of the page, with `words` as alternative text alone.

    `high_as_beside` makes it as high as what stands beside it.
    """
    st.plotly_chart(
        draw(dark=is_dark()),
        config={"displayModeBar": False},
        height="stretch" if high_as_beside else "content",
        alt=words,
        key=f"picture-{name}",
    )


def is_dark() -> bool:
    """Whether the page is shown in dark colours."""
    return st.context.theme.type == "dark"
