"""What a page says when something in it fails that nobody foresaw."""

from pathlib import Path
from traceback import extract_tb

import streamlit as st

from sendself.ui.elements.plain import plain

_ROOT = Path(__file__).resolve().parents[3]
_OURS = (_ROOT / "sendself", _ROOT / "pages")


def say_what_went_wrong(error: Exception) -> bool:
    """Say on the page what its reader can do, and what to pass on: the kind of error and its place alone.

    The words of an error can repeat what somebody typed, so they are in the log only, where Streamlit has put them
    already. Always true: then Streamlit leaves its own words out.
    """
    st.error(
        "**Something on this page went wrong.** What was shown as saved is kept. Load the page again, or go on with "
        "another step at the side. If it comes back, keep a copy on Start and tell whoever looks after sendself: "
        f"{plain(where(error))}."
    )
    return True


def where(error: Exception) -> str:
    """The kind of an error, and the last line of ours that led to it."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if any(Path(frame.filename).is_relative_to(part) for part in _OURS)]
    kind = type(error).__name__
    if not frames:
        return kind
    if not ours:
        return f"{kind} in {Path(frames[-1].filename).name}:{frames[-1].lineno}"
    return f"{kind} in {Path(ours[-1].filename).relative_to(_ROOT).as_posix()}:{ours[-1].lineno}"
