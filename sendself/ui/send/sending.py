"""Making the PDF and the e-mail that carries it."""

import streamlit as st

from sendself.assessment.disclosure.report_kinds import ReportKind
from sendself.assessment.disclosure.shared import SharedRecord, shared_record
from sendself.assessment.english import counted, listed
from sendself.assessment.entries.keys import disclosure_key
from sendself.assessment.perspectives.apart import as_sent_by, may_send_private, unseen_themes
from sendself.assessment.words import DISCLOSURE_NAMES, few_in_words
from sendself.report.files.email import letter_for
from sendself.report.files.formats import Format
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.fields.chosen import choice_field, select_field, tick_field
from sendself.ui.send.making import Offer, making_part
from sendself.ui.send.other_reports import warn_of_unprintable
from sendself.ui.send.post import post_part

_PDF = Offer(
    Format.PDF, "Make the PDF for the reviewer", "Download the PDF for the reviewer", "reviewer-pdf", main=True
)
_DRAFT = Offer(
    Format.EMAIL,
    "Make a draft with the PDF attached",
    "Download a draft with the PDF attached",
    "reviewer-draft",
    tells=False,
)


def disclosure_part(editor: Editor) -> None:
    """Decide once what leaves: the pages and the data inside the PDF are made from the same choice."""
    for field, label in (
        ("names", "Those who took part"),
        ("notes", "What you wrote"),
        ("evidence", "The evidence list"),
        ("small_counts", "Small counts of pupils"),
    ):
        key = disclosure_key(field)
        choice_field(editor, key, label, DISCLOSURE_NAMES[field], required=True)
    if editor.assessment.disclosure.small_counts == "hide":
        _which_are_small(editor)
    _private_ratings(editor)
    withheld = shared_record(as_sent_by(editor.assessment, editor.perspective)).assessment.withheld
    if withheld:
        st.info(f"Left out of the pages and of the data inside: {plain(listed(withheld))}.")
    st.caption(
        "The evidence list is the documents that you prepared, your own evidence, and which theme rests on what. The "
        "history of your changes never leaves."
    )


def _which_are_small(editor: Editor) -> None:
    """How many pupils are few: the school knows how easily one of them is recognised."""
    select_field(
        editor,
        disclosure_key("small_up_to"),
        "Which counts are small",
        DISCLOSURE_NAMES["small_up_to"],
        required=True,
    )
    most = editor.assessment.disclosure.small_up_to
    st.caption(
        f"Hidden are counts of {few_in_words(most)} that you typed or imported, since so few pupils could be "
        "recognised, and whatever would give them away: a second need, what a count leaves out of its whole, "
        "percentages of so few pupils, and where they stand among other schools. Nobody prescribes a limit: 1 to 4 is "
        "what sendself begins with. Choose a higher one where everybody knows everybody, such as in a small school: "
        "more figures are then hidden. With a lower one more can be seen, and a child more easily recognised. Noughts "
        "are shown, and figures that the DfE has published are shown as they are."
    )


def _private_ratings(editor: Editor) -> None:
    """The tick that sends what each rated alone, for whoever may see that; otherwise why it is not offered."""
    assessment = editor.assessment
    if may_send_private(assessment, editor.perspective):
        key = disclosure_key("private_ratings")
        tick_field(editor, key, "Send also what each of you rated alone")
        return
    if assessment.disclosure.private_ratings:
        st.info(
            "A colleague chose to send also what each of you rated alone. What you read and download here has your own "
            "ratings, and not those of the others, because you do not see all of them yet."
            if editor.you
            else "A colleague chose to send also what each of you rated alone. What you read and download here is "
            "without it. Say in About this evaluation who you are, to have your own ratings in it."
        )
    themes = counted(len(unseen_themes(assessment, editor.perspective)), "theme")
    st.caption(
        "Sending also what each of you rated alone is offered to whoever has rated every theme that the others have "
        f"rated, and to all once every theme is agreed. {themes.capitalize()} to rate for you."
        if editor.you
        else "Sending also what each of you rated alone is offered once you say in About this evaluation who is "
        "writing, and have rated every theme that the others have rated; or once every theme is agreed."
    )


def pdf_part(shared: SharedRecord) -> None:
    """The PDF: made when it is asked for, and then to download."""
    st.markdown(
        "Read it once for names or initials of pupils, and for anything that points to one child, before you send it."
    )
    making_part(shared, ReportKind.FULL, _PDF)
    warn_of_unprintable(shared, ReportKind.FULL, Format.PDF)


def email_part(shared: SharedRecord) -> None:
    """Words to copy, a link that opens them in the e-mail program, and a draft that has the PDF attached."""
    letter = letter_for(shared, ReportKind.FULL)
    st.code(f"{letter.subject}\n\n{letter.text}", language=None, wrap_lines=True)
    st.link_button("Open this as an e-mail", letter.link)
    making_part(shared, ReportKind.FULL, _DRAFT)
    st.markdown(
        "- **Open this as an e-mail** works wherever a program for e-mail is set up. Attach the PDF yourself: a link "
        "cannot attach a file.\n"
        "- **The draft** has the PDF attached already. It opens as a draft in classic Outlook for Windows. In new "
        "Outlook, in a browser, on a Mac or a phone it may open as a received message, or not at all.\n"
        "- **Copy the text** if neither opens, and attach the PDF."
    )
    post_part(shared)
