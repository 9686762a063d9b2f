"""Keep typed text safe, and tell of what others do: the one script of the app, in keep_typing.js.

A text box sends nothing until it loses focus. The script sends it after a short pause, and when the page is hidden or
left. Until the server says that it is settled, the browser keeps what was typed as a draft: a page that is left before
the server has heard, or a tab that is closed in the middle of a word, loses nothing (see `drafts`).

When the connection breaks it notes what its reader had seen: after a restart of the server the first edit is compared
with that, and not with what somebody saved since. It notes it only then, since every note to the server draws the page
again.

A newer text comes into a box only while nobody is in it and it holds what the server believes (see `following`).

It asks for news, which the server answers as soon as there are any (see `news`), and only then the page is drawn again;
so it is when the theme changes between light and dark, since charts are drawn for the one or the other, and when the
window becomes narrow or wide. A cookie keeps that for the first run of the page that is opened next (see `width`).

A page that is opened next begins at its heading, with the focus there, and the bars above and below hide nothing that
has the focus: no option of Streamlit does either.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st

from sendself.ui import session
from sendself.ui.elements.width import COOKIE, NARROW, is_narrow, note_narrow
from sendself.ui.fields.delivered import OUT_OF_SIGHT
from sendself.ui.fields.following import Newer
from sendself.ui.tab import Arrival

PAUSE_MS = 900
NEWS_MS = 1000
_NAME = "keep-typing"


def _script() -> str:
    words = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    for name, value in (("PAUSE", PAUSE_MS), ("NEWS", NEWS_MS), ("NARROW", NARROW), ("COOKIE", COOKIE)):
        words = words.replace(name, str(value))
    return words


_component = st.components.v2.component(
    "sendself_keep_typing",
    js=_script(),
    # What is around it as well: the gap above it is more than a full screen of Present has room for.
    css=f".st-key-{OUT_OF_SIGHT}, :has(> .st-key-{OUT_OF_SIGHT}:only-child) {{ display: none; }}",
    isolate_styles=False,
)


def keep_typing(
    seq: int = 0,
    behind: Mapping[str, int] | None = None,
    tab: str = "",
    place: Arrival | None = None,
    newer: Iterable[Newer] = (),
    *,
    first: bool = False,
) -> Any:
    """Mount the script, once per run and before any box. What the browser holds of drafts, or `None`.

    `seq` is the place in history that is on screen, `behind` the version that is on screen of each box that lacks
    behind it; in the `first` run of a session that is not known, and a page that an earlier session drew keeps what it
    was told last. `tab` is the name under which it asks for news; empty when no evaluation is open. `place` is where on
    the page a link led: its heading gets the focus, once. `newer` are the texts for boxes that nobody has touched.
    """
    seen = {"seq": seq, "behind": {name_of(widget): version for widget, version in (behind or {}).items()}}
    settled = [
        {"id": one.id, "box": name_of(one.widget), "text": one.text, "draft": one.draft}
        for one in session.settled_boxes()
    ]
    # What the browser has said in this run: drawn with what it said before, it would have to say so again.
    note_narrow(bool((session.read(_NAME) or {}).get("narrow", is_narrow())))
    state = _component(
        key=_NAME,
        data={
            "seen": seen,
            "first": first,
            "tab": tab,
            "settled": settled,
            "newer": [{**asdict(one), "box": name_of(one.widget)} for one in newer],
            "forgotten": session.forgotten(),
            "place": place and asdict(place),
            "narrow": is_narrow(),
        },
        default={"seen": seen, "news": 0, "narrow": is_narrow()},
        height=1,
        on_seen_change=_nothing,
        on_news_change=_nothing,
        on_narrow_change=_nothing,
        on_drafts_change=_nothing,
    )
    session.tab().told = state.seen
    return state.drafts


def name_of(widget: str) -> str:
    """What the browser calls the box of a widget: the class that Streamlit gives it."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", widget.strip())


def _nothing() -> None:
    """Ask for the state without acting on it."""
