"""Making the PDF and the e-mail that carries it."""

from functools import partial
from urllib.parse import quote

import streamlit as st

from sendself.assessment.disclosure import SharedRecord, shared_record
from sendself.assessment.entries import EntryKey
from sendself.assessment.model import AGREED
from sendself.assessment.words import listed
from sendself.report.self_evaluation import build_report
from sendself.ui.buttons import main_type
from sendself.ui.editor import Editor
from sendself.ui.fields import choice_field, tick_field
from sendself.ui.plain import plain
from sendself.ui.shelf import file_stem


def disclosure_part(editor: Editor) -> None:
    """Decide once what leaves: the pages and the data inside the PDF are made from the same choice."""
    for field, label, options in (
        ("names", "Those who took part", {"names": "Names and roles", "roles": "Roles only"}),
        ("notes", "What you wrote", {"notes": "Levels and notes", "levels": "Levels only"}),
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
        "Small counts that you typed are hidden, also where the rest would give them away. Figures that the DfE has "
        "published are shown as they are. The history of your changes never leaves."
    )


def pdf_part(shared: SharedRecord) -> None:
    """The PDF, built when it is asked for."""
    assessment = shared.assessment
    st.markdown(
        "Read it once for names or initials of pupils, and for anything that points to one child, before you send it."
    )
    st.download_button(
        "Download the PDF for the reviewer",
        data=partial(_rendered, shared),
        file_name=f"{file_stem(assessment.title)}-self-evaluation.pdf",
        mime="application/pdf",
        type=main_type(),
        on_click="ignore",
    )
    missing = _unprintable(shared)
    if missing:
        st.warning(
            f"The PDF cannot print {plain(' '.join(missing[:20]))}: a sign stands in their place. "
            "The data inside keeps them."
        )


def email_part(shared: SharedRecord) -> None:
    """A draft to copy, and a link that opens it in the e-mail program. A link cannot attach a file."""
    assessment = shared.assessment
    subject = f"Self-evaluation of SEND provision: {assessment.title}"
    text = (
        "Dear colleague,\n\nattached is our self-evaluation before your visit. The PDF can be read as it is; opened "
        "in sendself it can be worked on as data. Please keep the file itself: a printed or merged copy loses it.\n\n"
        + (f"We would like you to test: {assessment.review.wants_tested}\n\n" if assessment.review.wants_tested else "")
        + f"Kind regards\n{assessment.school.name}"
    )
    st.code(f"{subject}\n\n{text}", language=None, wrap_lines=True)
    address = f"mailto:{quote(assessment.review.reviewer_email)}?subject={quote(subject)}&body={quote(text)}"
    st.link_button("Open this as an e-mail", address)
    st.caption("Then attach the PDF yourself: a link cannot attach a file. If nothing opens, copy the text above.")


@st.cache_data(show_spinner="Making the PDF", max_entries=4, hash_funcs={SharedRecord: lambda one: hash_of(one)})
def _rendered(shared: SharedRecord) -> bytes:
    from sendself.document.pdf import render_pdf

    return render_pdf(build_report(shared))


@st.cache_data(show_spinner=False, max_entries=16, hash_funcs={SharedRecord: lambda one: hash_of(one)})
def _unprintable(shared: SharedRecord) -> tuple[str, ...]:
    from sendself.document.printable import unprintable_characters

    return unprintable_characters(build_report(shared))


def hash_of(shared: SharedRecord) -> str:
    """A text that is the same only for the same content."""
    return shared.assessment.model_dump_json()
