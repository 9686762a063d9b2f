"""What a field is called: no two of a page bear the same name.

Where the same question is asked of many things, `of` says of which: the screen shows the short label alone, and a
screen reader says both.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st

from sendself.ui.elements.plain import plain, spoken


@contextmanager
def named(label: str, of: str) -> Iterator[tuple[str, Literal["visible", "collapsed"]]]:
    """Around a widget: its name, and whether Streamlit shows that; with `of` the short label is printed above."""
    if not of:
        yield spoken(label), "visible"
        return
    with st.container(gap="xsmall"):
        st.markdown(f":small[{plain(label)}]")
        yield spoken(f"{label} {of}" if label.endswith("?") else f"{label}: {of}"), "collapsed"
