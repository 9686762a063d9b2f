"""Check and send: what to look at once more, what leaves, the PDF, and the other reports."""

import streamlit as st

from sendself.assessment.checks import points_before_sending
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.perspectives.apart import as_sent_by
from sendself.ui.every_page.frame import open_editor
from sendself.ui.send.guard import guard_findings, guard_part
from sendself.ui.send.looks import looks_part
from sendself.ui.send.other_reports import other_reports
from sendself.ui.send.points import points_list
from sendself.ui.send.sending import disclosure_part, email_part, pdf_part

editor = open_editor()
st.title("Check and send", anchor=False)

st.header("Before you send", anchor=False)
points = st.container()

st.header("What leaves the school", anchor=False)
disclosure_part(editor)

sent = as_sent_by(editor.assessment, editor.perspective)
shared = shared_record(sent)
st.header("Before it leaves", anchor=False)
asked, kept = guard_findings(editor, shared)
with points:
    points_list(points_before_sending(editor.assessment), len(asked))
guard_part(editor, asked, kept)

st.header("The PDF", anchor=False)
looks_part()
pdf_part(shared)

st.header("The e-mail", anchor=False)
email_part(shared)

st.header("For others, and in other formats", anchor=False)
other_reports(editor, sent)
