"""Addresses in the browser: what they hold so that a page is found again, and what one that names no page shows."""

import re
from collections.abc import Callable, Collection

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sendself.ui.editor import Editor

EVALUATION, YOU = "evaluation", "you"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def address_of(editor: Editor) -> dict[str, str]:
    """What has to stand in the address so that a reload, Back or a bookmark finds this evaluation again."""
    you = {YOU: editor.you.id} if editor.you else {}
    return {EVALUATION: editor.id, **you}


def page_of_the_address(known: Collection[str], show: Callable[[], None]) -> tuple[StreamlitPage, ...]:
    """A page for what the address names, where that is none of the `known`: `show` says more than "Page not found"."""
    name = (st.context.url or "").rpartition("/")[2]
    if name in known or not _NAME.fullmatch(name):
        return ()
    return (st.Page(show, title="No such page", url_path=name),)
