"""One repository for the whole process, and what the app tells when the store is out of reach."""

import streamlit as st

from sendself.context.register import Register
from sendself.context.register_in_use import register_in_use
from sendself.storage.errors import StorageError
from sendself.storage.repository import Repository, open_repository


@st.cache_resource(show_spinner=False)
def repository() -> Repository:
    """The repository of this process. Raises `StorageError`; a failure is tried again at the next run."""
    return open_repository()


@st.cache_resource(show_spinner=False)
def register() -> Register:
    """The school register in use."""
    return register_in_use()


def repository_or_stop() -> Repository:
    """The repository, or the page ends with a sentence that says what to do."""
    try:
        return repository()
    except StorageError as error:
        st.title("sendself cannot open its data")
        st.error(str(error))
        if st.button("Try again"):
            st.rerun()
        st.stop()
        raise
