"""Making the PDF and the e-mail that carries it."""

from functools import partial

import streamlit as st

from sendself.assessment.disclosure import SharedRecord, shared_record
from sendself.assessment.entries import EntryKey
from sendself.assessment.model import AGREED
from sendself.assessment.report_kinds import ReportKind
from sendself.assessment.words import listed
from sendself.report.email import letter_for
from sendself.report.formats import MIME_TYPES, Format
from sendself.ui.buttons import main_type
from sendself.ui.editor import Editor
from sendself.ui.fields import choice_field, tick_field
from sendself.ui.other_reports import warn_of_unprintable
from sendself.ui.plain import plain
from sendself.ui.post import post_part
from sendself.ui.report_files import name_of, report_file


def disclosure_part(editor: Editor) -> None:
    """Decide once what leaves: the pages and the data inside the PDF are made from the same choice."""
    for field, label, options in (
        ("names", "Those who took part", {"names": "Names and roles", "roles": "Roles only"}),
        ("notes", "What you wrote", {"notes": "Levels and notes", "levels": "Levels only"}),
        ("evidence", "The evidence list", {"list": "Send it", "none": "Leave it out"}),
        ("small_counts", "Counts of 1 to 4 pupils", {"hide": "Hide them", "show": "Show them"}),
    ):
        choice_field(editor, EntryKey("evaluation", AGREED, f"disclosure.{field}"), label, options, required=True)
    tick_field(
        editor,
        EntryKey("evaluation", AGREED, "disclosure.private_ratings"),
        "Send also what each of you rated alone",
    )
    withheld = shared_record(editor.assessment).assessment.withheld
    if withheld:
        st.info(f"Left out of the pages and of the data inside: {plain(listed(withheld))}.")
    st.caption(
        "Counts of 1 to 4 that you typed or imported are hidden, and so is whatever would give them away: a second "
        "need, what a count leaves out of its whole, percentages of so few pupils, and where they stand among other "
        "schools. Figures that the DfE has published are shown as they are. The evidence list is the documents that "
        "you prepared, your own evidence, and which theme rests on what. The history of your changes never leaves."
    )


def pdf_part(shared: SharedRecord) -> None:
    """The PDF, built when it is asked for."""
    st.markdown(
        "Read it once for names or initials of pupils, and for anything that points to one child, before you send it."
    )
    st.download_button(
        "Download the PDF for the reviewer",
        data=partial(report_file, shared, ReportKind.FULL, Format.PDF),
        file_name=name_of(shared, ReportKind.FULL, Format.PDF),
        mime=MIME_TYPES[Format.PDF],
        type=main_type(),
        on_click="ignore",
    )
    warn_of_unprintable(shared, ReportKind.FULL, Format.PDF)


def email_part(shared: SharedRecord) -> None:
    """Words to copy, a link that opens them in the e-mail program, and a draft that has the PDF attached."""
    letter = letter_for(shared, ReportKind.FULL)
    st.code(f"{letter.subject}\n\n{letter.text}", language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.link_button("Open this as an e-mail", letter.link)
        st.download_button(
            "Download a draft with the PDF attached",
            data=partial(report_file, shared, ReportKind.FULL, Format.EMAIL),
            file_name=name_of(shared, ReportKind.FULL, Format.EMAIL),
            mime=MIME_TYPES[Format.EMAIL],
            on_click="ignore",
        )
    st.markdown(
        "- **Open this as an e-mail** works wherever a program for e-mail is set up. Attach the PDF yourself: a link "
        "cannot attach a file.\n"
        "- **The draft** has the PDF attached already. It opens as a draft in classic Outlook for Windows. In new "
        "Outlook, in a browser, on a Mac or a phone it may open as a received message, or not at all.\n"
        "- **Copy the text** if neither opens, and attach the PDF."
    )
    post_part(shared)
