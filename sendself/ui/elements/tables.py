"""Tables that a screen reader can walk."""

from collections.abc import Mapping, Sequence

import streamlit as st

from sendself.ui.elements.plain import plain


def table_of(rows: Sequence[Mapping[str, str]], *, alt: str) -> None:
    """A table with a header row. On a phone it scrolls within itself; one in Markdown would make the page scroll."""
    table_of_markdown([{plain(name): plain(cell) for name, cell in row.items()} for row in rows], alt=alt)


def table_of_markdown(rows: Sequence[Mapping[str, str]], *, alt: str) -> None:
    """The same of cells that are Markdown already: what users wrote has gone through `plain`."""
    st.table([dict(row) for row in rows], hide_index=True, hide_header=False, alt=alt)
