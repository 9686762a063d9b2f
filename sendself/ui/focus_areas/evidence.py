"""Evidence on screen: the preparation list, the school's own items, and what a theme refers to."""

import streamlit as st

from sendself.assessment.checks import HIGH, Kind, points_before_sending
from sendself.assessment.english import counted
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.evidence import sources, themes_on, web_address
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Evidence
from sendself.assessment.words import DOCUMENT_STATE_NAMES, EVIDENCE_NAMES
from sendself.rubric.evidence import PreparationDocument
from sendself.rubric.model import Theme
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.elements.told_apart import told_apart
from sendself.ui.every_page.history import history_link
from sendself.ui.fields.chosen import choice_field, many_field, select_field
from sendself.ui.fields.typed import date_field, line_field, note_field
from sendself.ui.lists.items import remove_button
from sendself.ui.lists.taken_away import said_taken_away

_WHERE = "A web address, or where it lies: a folder, a cupboard, a person by role."


def document_card(editor: Editor, document: PreparationDocument, number: int) -> None:
    """One document of the preparation list; link, day and note are asked once it is answered."""
    subject = f"document:{document.id}"
    with st.container(border=True, key=f"card-{document.id}"):
        choice_field(
            editor,
            EntryKey(subject, AGREED, "state"),
            f"{number}. {document.title}",
            {state.value: name for state, name in DOCUMENT_STATE_NAMES.items()},
        )
        if document.note:
            st.caption(plain(document.note))
        if document.published:
            st.caption("It is on the web already: the link is enough.")
        if editor.assessment.document(document.id).state is not None:
            _where_and_when(editor, subject, document.title)


def evidence_card(editor: Editor, item: Evidence, number: int) -> None:
    """One evidence item of the school's own, with the themes that refer to it."""
    subject, name = f"evidence:{item.id}", f"evidence {number}"
    with st.container(border=True, key=f"card-{item.id}"):
        what, which = st.columns([3, 2])
        with what:
            line_field(editor, EntryKey(subject, AGREED, "title"), "What it is", of=name)
        with which:
            kinds = {kind.value: words for kind, words in EVIDENCE_NAMES.items()}
            select_field(editor, EntryKey(subject, AGREED, "kind"), f"Kind of {name}", kinds)
        _where_and_when(editor, subject, name)
        themes = themes_on(editor.assessment, subject, editor.perspective)
        titles = "; ".join(theme.title for theme in themes)
        st.caption(f"Referred to by: {plain(titles)}" if themes else "No theme refers to it yet.")
        history_link(editor, subject, name)
        remove_button(editor, subject, f"Take {name} away")
        said_taken_away(editor, subject)


def theme_evidence(editor: Editor, theme: Theme) -> None:
    """Which documents and items the rating of a theme rests on; says where to add them when there are none."""
    listed = {source.ref: source.title for source in sources(editor.assessment)}
    # What is no longer listed stays an option: leaving it out would unsay what was chosen, by merely looking.
    chosen = editor.assessment.answer(theme.id, editor.perspective).evidence_refs
    gone = {ref: "No longer on the Evidence page" for ref in chosen if ref not in listed}
    options = told_apart(listed | gone)
    if not options:
        st.caption("On the Evidence page you list documents and other evidence; here you can then refer to them.")
        return
    key = EntryKey(f"theme:{theme.id}", editor.perspective, "evidence_refs")
    many_field(editor, key, f"From your Evidence page: {theme.title}", options)


def weak_evidence(editor: Editor) -> None:
    """The themes that are rated high on thin or old evidence."""
    points = [
        point
        for point in points_before_sending(editor.assessment)
        if point.kind in (Kind.THIN_EVIDENCE, Kind.STALE_EVIDENCE)
    ]
    ratings = [editor.assessment.answer(theme.id).rating for theme in editor.assessment.rubric.themes()]
    if not any(isinstance(rating, int) and rating >= HIGH for rating in ratings):
        st.info("No theme stands at level 3 or 4 yet. Once one does, you see here whether its evidence is thin or old.")
        return
    if not points:
        st.success("Every high rating rests on more than one kind of evidence, and none on old evidence alone.")
        return
    st.markdown(f"{counted(len(points), 'high rating')} to look at again. Nothing stops you from sending.")
    st.markdown("\n".join(f"- {plain(point.message)}" for point in points))


def _where_and_when(editor: Editor, subject: str, name: str) -> None:
    where, when, word = st.columns([4, 2, 5])
    with where:
        link = line_field(editor, EntryKey(subject, AGREED, "link"), "Where it is", of=name, help=_WHERE)
        if address := web_address(link):
            st.page_link(address, label=f"Open: {plain(name)}")
    with when:
        date_field(editor, EntryKey(subject, AGREED, "dated"), "Its date", of=name)
    with word:
        note_field(editor, EntryKey(subject, AGREED, "note"), "A word about it", of=name)
