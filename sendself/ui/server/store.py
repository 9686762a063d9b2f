"""One repository for the whole process, and what the app tells when the store is out of reach."""

import time
from threading import Timer

import streamlit as st

from sendself.context.schools.register import Register
from sendself.context.schools.register_in_use import Mark, mark_of_register, usable_register
from sendself.storage.errors import StorageError
from sendself.storage.repository import Repository, open_repository
from sendself.ui.elements.plain import plain

AGAIN_SECONDS = 3.0
"""So often the store is tried again while it is out of reach."""


@st.cache_resource(show_spinner=False)
def repository() -> Repository:
    """The repository of this process. Raises `StorageError`; a failure is tried again at the next run."""
    return open_repository()


def register() -> Register:
    """The school register in use: in every tab, as soon as it has been replaced."""
    return _register(mark_of_register())[0]


def register_problem() -> str:
    """Why the register that was loaded here is not the one in use; empty when it is, or when none was loaded."""
    return _register(mark_of_register())[1]


def warm_up_register(after: float = 0) -> Timer:
    """Get the register in use ready to be searched after so many seconds, without anybody waiting for it."""
    timer = Timer(after, lambda: register().warm_up())
    timer.daemon = True
    timer.start()
    return timer


@st.cache_resource(show_spinner=False, max_entries=1)
def _register(mark: Mark) -> tuple[Register, str]:
    return usable_register()


def repository_or_stop() -> Repository:
    """The repository, or the page ends with a sentence that says what to do."""
    try:
        return repository()
    except StorageError as error:
        st.title("sendself cannot open its data", anchor=False)
        stop_until_it_works(str(error))
        raise


def stop_until_it_works(problem: str) -> None:
    """Say why the store cannot be used, and end the page here: it is tried again by a button, and by itself."""
    st.error(plain(problem))
    _try_again(time.monotonic())
    st.stop()


@st.fragment(run_every=AGAIN_SECONDS)
def _try_again(drawn_at: float) -> None:
    # The first run of this part belongs to the page; the next ones come by themselves.
    if st.button("Try again") or time.monotonic() - drawn_at >= AGAIN_SECONDS / 2:
        st.rerun()
    st.caption("sendself tries again by itself every few seconds.")
