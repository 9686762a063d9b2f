"""Words that a whole room can read.

Streamlit has no size for text but that of headings, and a sentence is no heading. So this file, and no other, writes
tags of its own: headings, lists and paragraphs with a size on them. Whatever is written between them is escaped. The
sizes follow the width of the window, as the picture of a projector does: 24 pixels and more in one 1400 pixels wide,
28 and more in one of 1920.
"""

from collections.abc import Iterable, Sequence
from html import escape
from math import ceil

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sendself.report.chapters.wording import shortened

_WORDS = "font-size: clamp(1.1rem, 0.75rem + 0.87vw, 3.4rem); line-height: 1.2"
_HEADING = "font-size: clamp(1.2rem, 0.8rem + 1vw, 4rem); line-height: 1.2; margin: 0; padding: 0"
# High enough that a figure beside it fills the window under the title and above the buttons; on a phone nothing.
_FILLS = "min-height: min(100vh - 23rem - 1.8vw, 54vw)"
# In a window half as wide as a projector's, or at twice the size, there is no room for two things side by side.
_ONE_BELOW_THE_OTHER = """<style>@media (max-width: 1100px) {
  .st-key-beside [data-testid="stColumn"] { min-width: 100%; }
  .st-key-beside [data-testid="stColumn"]:first-child { min-height: min(34rem, 90vw); }
}</style>"""
_LINE = 20.5
"""How wide the words of a line beside a picture are, in heights of a letter, in the narrowest window of a projector."""
_WIDTHS = {**dict.fromkeys(" ijl.,;:'’!|", 0.26), **dict.fromkeys("frtI()-–", 0.35), **dict.fromkeys("mwMW…—@%", 0.85)}
_LETTER, _CAPITAL = 0.51, 0.6
_SQUARE = "\N{BLACK SQUARE}"


def heading(words: str) -> str:
    """A heading of the second level."""
    return f'<h2 style="{_HEADING}">{escape(words)}</h2>'


def paragraph(words: str) -> str:
    """A paragraph."""
    return f'<p style="{_WORDS}; margin: 0 0 0.4em">{escape(words)}</p>'


def spoken_paragraph(words: str) -> str:
    """A paragraph that a screen reader says as soon as it changes, since the page around it has changed with it."""
    return f'<p role="alert" style="{_WORDS}; margin: 0">{escape(words)}</p>'


def bullets(items: Iterable[str], *, numbered: bool = False) -> str:
    """A list."""
    tag = "ol" if numbered else "ul"
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f'<{tag} style="{_WORDS}; margin: 0.1em 0 0.4em; padding-left: 1.2em">{lines}</{tag}>'


def bars(rows: Iterable[tuple[str, int]]) -> str:
    """A table of names, counts and, for the eye alone, as many squares."""
    cell = 'style="padding: 0 0.6em 0.2em 0; text-align: left; border: none; font-weight: inherit"'
    lines = "".join(
        f'<tr><th scope="row" {cell}>{escape(name)}</th><td {cell}>{count}</td>'
        f'<td {cell} aria-hidden="true">{_SQUARE * count}</td></tr>'
        for name, count in rows
    )
    return f'<table style="{_WORDS}; margin: 0.1em 0 0.4em; border: none"><tbody>{lines}</tbody></table>'


def shortened_to_share(texts: Sequence[str], lines: int) -> list[str]:
    """Texts that stand beside a picture, shortened so that together they have so many lines, or one each.

    A text has as many as any other may have, and more where others need fewer.
    """
    needed = [ceil(_width(text) / _LINE) for text in texts]
    given = [min(1, need) for need in needed]
    while sum(given) < lines and given != needed:
        _, place = min((has, place) for place, has in enumerate(given) if has < needed[place])
        given[place] += 1
    return [_as_wide_as(text, has * _LINE) for text, has in zip(texts, given, strict=True)]


def _as_wide_as(text: str, width: float) -> str:
    fitting = next((most for most in range(len(text), 0, -1) if _width(text[:most]) <= width), 0)
    return shortened(text, fitting) if text else text


def _width(text: str) -> float:
    return sum(_WIDTHS.get(letter, _CAPITAL if letter.isupper() else _LETTER) for letter in text)


def beside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Places for a picture and for words beside it; in a narrow window the words stand below."""
    with st.container(key="beside"):
        st.html(_ONE_BELOW_THE_OTHER)
        picture, words = st.columns([11, 10], gap="medium")
    return picture, words


def show_large(*parts: str, fills: bool = False) -> None:
    """Draw what the functions of this file gave; one that `fills` reaches down to the buttons of a wide window."""
    size = f"{_FILLS}; " if fills else ""
    st.html(f'<div style="{size}overflow-wrap: anywhere">{"".join(parts)}</div>')
