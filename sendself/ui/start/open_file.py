"""Open a file: a PDF made by sendself, or its JSON."""

import streamlit as st

from sendself.assessment.begin import copy_of
from sendself.assessment.model import Assessment
from sendself.assessment.record import RecordError
from sendself.report.record import open_file
from sendself.storage.kept import Actor
from sendself.storage.repository import Repository
from sendself.ui.editor import NOBODY
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.kept_where import where_kept
from sendself.ui.elements.plain import plain
from sendself.ui.start.begin import begin, open_evaluation
from sendself.ui.start.joining import joining_part


def open_file_part(repository: Repository) -> None:
    """Ask for a file and open what it carries. One that is here already becomes a separate copy only when wanted."""
    st.header("Open a file", anchor=False)
    upload = st.file_uploader(
        "A PDF made by sendself, or a file from Keep a copy", type=["pdf", "json"], max_upload_size=20, key="open-file"
    )
    if upload is None:
        return
    try:
        assessment = open_file(upload.getvalue())
    except RecordError as error:
        st.error(str(error))
        return
    st.success(
        f"This is the self-evaluation of {plain(assessment.title)}, as a {upload.name.rpartition('.')[2].upper()}."
    )
    if _is_here(repository, assessment):
        _beside_the_one_here(repository, assessment)
    elif main_button("Open it"):
        begin(repository, assessment, notice="This is the evaluation from the file.")


def _beside_the_one_here(repository: Repository, assessment: Assessment) -> None:
    st.write(
        f"It is {where_kept(repository)} already. Nothing here is overwritten: join the two, go on with the "
        "one here, or keep both."
    )
    joining_part(repository, assessment)
    with st.container(horizontal=True):
        if st.button("Open the one that is here"):
            open_evaluation(assessment.id)
        if st.button("Keep the file as a separate copy"):
            begin(repository, copy_of(assessment), notice="This is the evaluation from the file, as a separate copy.")


def _is_here(repository: Repository, assessment: Assessment) -> bool:
    return any(summary.id == assessment.id for summary in repository.summaries(Actor(NOBODY)))
