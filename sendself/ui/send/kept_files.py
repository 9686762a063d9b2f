"""Files that were made once, kept as long as what they say is the same, however often a page is drawn again."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

import streamlit as st

_AT_MOST = 12


class KeptFiles:
    """The newest files by their content. Safe to use from several threads; two may make the same one at once."""

    def __init__(self, at_most: int = _AT_MOST) -> None:
        """Keep `at_most` files; the one that was not asked for longest goes first."""
        self._at_most = at_most
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The file of a key, made if it is not here."""
        found = self.find(key)
        if found is not None:
            return found
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._at_most:
                self._kept.popitem(last=False)
        return made

    def find(self, key: str) -> bytes | None:
        """The file of a key, or `None` where it is not kept; then nothing is made."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)


@st.cache_resource(show_spinner=False)
def kept_files() -> KeptFiles:
    """The files of this process. Streamlit's own cache cannot tell how far the making of one has come."""
    return KeptFiles()
