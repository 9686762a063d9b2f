"""Sending the PDF from here, where whoever runs sendself has set a mail server; asked twice, to one address."""

from dataclasses import replace

import streamlit as st

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.report.files.email import letter_for
from sendself.report.files.formats import Format
from sendself.report.files.post import PostError, PostOffice, post, post_office
from sendself.ui import session
from sendself.ui.elements.plain import plain
from sendself.ui.send.making import pdf_with_bar
from sendself.ui.send.report_files import name_of


def post_part(shared: SharedRecord) -> None:
    """Say that nothing is sent from here, or offer to send it."""
    try:
        office = post_office()
    except PostError as error:
        st.warning(plain(f"Nothing can be sent from here yet. {error}"))
        return
    if office is None:
        st.markdown("sendself sends nothing itself.")
        return
    letter = letter_for(shared, ReportKind.FULL)
    to = st.text_input("Send it from here to", value=letter.to, key="post-to").strip()
    if session.tab().send_to != to:
        if st.button(f"Send it from {plain(office.sender)}", disabled=not to, key="post"):
            session.tab().send_to = to
            st.rerun()
        return
    st.warning(f"Send the PDF, with everything that you let leave, to {plain(to)}?")
    with st.container(horizontal=True):
        if st.button(f"Yes, send it to {plain(to)}", key="post-yes"):
            _send(office, shared, to)
        if st.button("No, send nothing", key="post-no"):
            session.tab().send_to = None
            st.rerun()


def _send(office: PostOffice, shared: SharedRecord, to: str) -> None:
    letter = replace(letter_for(shared, ReportKind.FULL), to=to)
    pdf = pdf_with_bar(shared, ReportKind.FULL)
    session.tab().send_to = None
    try:
        with st.spinner("Sending"):
            post(office, letter, pdf, name_of(shared, ReportKind.FULL, Format.PDF))
    except PostError as error:
        st.error(plain(str(error)))
        return
    session.leave_notice(f"The mail server has taken the e-mail to {to}. Whether it arrived, only an answer can tell.")
    st.rerun()
