"""Who takes part: each with name, role, the perspective they rate from, and whether they did take part."""

from collections import Counter
from collections.abc import Mapping

import streamlit as st

from sendself.assessment.begin import new_item_id
from sendself.assessment.english import counted
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from sendself.assessment.perspectives.apart import out_of_sight_without
from sendself.assessment.perspectives.named import ID_LIMIT, PERSPECTIVES, PerspectiveError, perspective_called
from sendself.assessment.text import clean_line
from sendself.assessment.words import person_in_words, perspective_name
from sendself.ui import session
from sendself.ui.about.asking import asked_first
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.elements.told_apart import told_apart
from sendself.ui.fields.chosen import select_field, tick_field
from sendself.ui.fields.typed import line_field
from sendself.ui.lists.items import save_or_say, take_away
from sendself.ui.lists.taken_away import said_taken_away, still_on_screen, taken_away

_OWN_VIEW = "own-view"


def participants_part(editor: Editor) -> None:
    """List the participants with their fields, and ways to add, take away, put back, and say who you are."""
    there, people = editor.assessment.participants, still_on_screen(editor, "participant").participants
    offered = _offered(editor.assessment)
    called = told_apart({person.id: person_in_words(person) for person in people})
    by_role = told_apart({person.id: person.role or called[person.id] for person in people})
    by_name = told_apart({person.id: person.name or called[person.id] for person in people})
    for person in people:
        _person(editor, person, called[person.id], offered, role=by_role[person.id], name=by_name[person.id])
    taken_away(editor, "participant")
    _shared_views(editor.assessment)
    if st.button("Add a person"):
        _add(editor, "governor")
    _own_view(editor)
    _you(editor, {person.id: called[person.id] for person in there})


def _offered(assessment: Assessment) -> dict[str, str]:
    """Every perspective to choose from by its name: the usual ones, and those that this school has added."""
    return {who: perspective_name(who) for who in (*PERSPECTIVES, *assessment.perspectives())}


def _shared_views(assessment: Assessment) -> None:
    rating = Counter(person.perspective for person in assessment.participants)
    for who, people in rating.items():
        if people > 1:
            name = plain(perspective_name(who))
            st.caption(f"{counted(people, 'person', 'people')} rate as {name}: they share one set of answers.")


def _add(editor: Editor, perspective: str, *, role: str = "") -> None:
    subject = f"participant:{new_item_id()}"
    said = {"removed": False, "perspective": perspective} | ({"role": role} if role else {})
    save_or_say(editor, {EntryKey(subject, AGREED, field): value for field, value in said.items()})


def _own_view(editor: Editor) -> None:
    """Add somebody who rates from a perspective that the school names itself; their role begins with that name."""
    session.fill_if_asked(_OWN_VIEW)
    with st.container(horizontal=True, vertical_alignment="bottom", key="own-view-row"):
        name = st.text_input(
            "Another view, in your own words",
            key=_OWN_VIEW,
            max_chars=ID_LIMIT,
            placeholder="For example: Governor for inclusion",
            width=360,
        )
        pressed = st.button("Add this view")
    if not pressed:
        return
    try:
        perspective = perspective_called(name, editor.assessment.perspectives())
    except PerspectiveError as error:
        st.error(plain(str(error)))
        return
    session.fill_next(_OWN_VIEW, "")
    _add(editor, perspective, role=clean_line(name))


def _person(editor: Editor, person: Participant, who: str, offered: Mapping[str, str], *, role: str, name: str) -> None:
    subject = f"participant:{person.id}"
    with st.container(border=True, key=f"person-{person.id}"):
        left, middle, right = st.columns(3)
        with left:
            line_field(editor, EntryKey(subject, AGREED, "name"), f"Name ({role})")
        with middle:
            line_field(editor, EntryKey(subject, AGREED, "role"), f"Role ({name})")
        with right:
            if any(one.id == person.id for one in editor.assessment.participants):
                _rates_as(editor, person, who, offered)
            else:
                st.markdown(f"Rates as: **{plain(perspective_name(person.perspective))}**")
        tick_field(editor, EntryKey(subject, AGREED, "took_part"), f"Took part ({who})")
        if said_taken_away(editor, subject):
            return
        loss = _loss(editor, person)
        if asked_first(editor, f"Take {plain(who)} off the list", f"remove-{person.id}", loss):
            take_away(editor, subject)


def _rates_as(editor: Editor, person: Participant, who: str, offered: Mapping[str, str]) -> None:
    """The list of perspectives; while ratings stand under the one chosen, it opens only to those who are told so."""
    loss, choice = _loss(editor, person), (editor.id, f"{person.id} rates as {person.perspective}")
    if loss and choice not in session.tab().unlocked:
        st.markdown(f"Rates as: **{plain(perspective_name(person.perspective))}**")
        if asked_first(editor, f"Choose another view for {plain(who)}", f"rates-as-{person.id}", loss):
            session.tab().unlocked.add(choice)
            st.rerun()
        return
    key = EntryKey(f"participant:{person.id}", AGREED, "perspective")
    select_field(editor, key, f"Rates as ({who})", offered, required=True)


def _loss(editor: Editor, person: Participant) -> str:
    """What goes out of sight when nobody rates as this person any more; empty where nothing does."""
    ratings = out_of_sight_without(editor.assessment, person.id)
    name = perspective_name(person.perspective)
    return (
        f"{counted(ratings, 'rating')} made as {name} would no longer show in Agree, on the radar and in reports. "
        f"Nothing is deleted: they come back when somebody rates as {name} again."
        if ratings
        else ""
    )


def _you(editor: Editor, people: Mapping[str, str]) -> None:
    if len(people) < 2:
        return
    ids = list(people)
    chosen = st.radio(
        "Who is writing on this computer now?",
        ids,
        format_func=lambda one: plain(people[one]),
        index=ids.index(editor.you.id) if editor.you else None,
        key=f"you-{editor.id}",
        horizontal=True,
    )
    if chosen and (editor.you is None or chosen != editor.you.id):
        st.query_params["you"] = chosen
        st.rerun()
