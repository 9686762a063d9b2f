"""Which column of an export says what, on screen: what was taken, its first values, and changing it by hand."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.context.export.codes import MEANINGS, Status
from sendself.context.export.facts import LABELS, SEVERAL, Fact
from sendself.context.export.mapping import NAMES, ColumnMapping, signature, wording_mark
from sendself.context.export.preview import LeftAlone, label_of, left_alone, preview
from sendself.context.export.pupils import unread_statuses
from sendself.context.export.table import RawTable
from sendself.ui import session
from sendself.ui.context.kept_columns import chosen_before_part, first_columns, keep_columns, times_forgotten
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain, spoken
from sendself.ui.elements.tables import table_of

UPLOAD = "export-file"
_MOST_WORDINGS, _MOST_NAMED = 12, 20
_NO_COLUMN = -1
_MEANINGS = {
    "": "Not said yet",
    "ehc_plan": "EHC plan",
    "sen_support": "SEN support",
    "monitored": "Being monitored: counts as without SEN",
    "no_sen": "No SEN",
}


def choose_columns(editor: Editor, table: RawTable) -> ColumnMapping:
    """The columns as recognised, or as chosen at an earlier export; each can be chosen by hand, which is kept."""
    first = first_columns(editor, table, f"{session.read(UPLOAD).file_id} {signature(table)}")
    st.header("Which column says what", anchor=False)
    chosen_before_part(editor, first)
    # The table stands above the choices that it shows the result of.
    shown = st.container()
    mapping = _by_hand(table, first.mapping)
    with shown:
        _preview_part(table, mapping)
    mapping = _statuses_part(table, mapping)
    keep_columns(editor, table, mapping)
    return mapping


def _by_hand(table: RawTable, first: ColumnMapping) -> ColumnMapping:
    mapping = first
    headings = {at: label_of(table, first, at) for at in range(len(table.header))}
    taken = any(choice.fact is not Fact.NAME for choice in first.choices)
    with st.expander("Choose the columns by hand", expanded=not taken, key="export-columns"):
        for fact in Fact:
            if fact is Fact.NAME:
                continue
            found = list(first.columns(fact))
            key = f"column {first.signature} {times_forgotten()} {fact}"
            if fact in SEVERAL:
                chosen = st.pills(
                    LABELS[fact],
                    list(headings),
                    default=found,
                    format_func=lambda at: plain(headings[at]),
                    selection_mode="multi",
                    key=key,
                )
            else:
                # A choice of its own, since a box that begins with a column could not be emptied.
                options = {_NO_COLUMN: "No column", **headings}
                at = list(options).index(found[0]) if found else 0
                one = st.selectbox(LABELS[fact], list(options), at, format_func=options.__getitem__, key=key)
                chosen = [] if one == _NO_COLUMN else [one]
            if chosen != found:
                mapping = mapping.chosen(fact, *chosen)
    return mapping


def _preview_part(table: RawTable, mapping: ColumnMapping) -> None:
    """What each column was taken for. Its values are on this page alone: they are kept nowhere."""
    lines = preview(table, mapping)
    st.markdown(f"{counted(len(table.rows), 'row')}. Check that the columns say what they are taken for.")
    if lines:
        rows = [
            {
                "What it gives": line.label,
                "Column": line.heading,
                "First values": ", ".join(line.values) or ("not read" if line.fact is Fact.NAME else "empty"),
                "How sure": line.how_sure,
            }
            for line in lines
        ]
        table_of(rows, alt="Which column was taken for what, and its first values")
    guesses = [line.heading for line in lines if line.guessed]
    if guesses:
        st.warning(plain(f"Guessed: {', '.join(guesses)}. If one is wrong, choose another column by hand, or none."))
    if others := left_alone(table, mapping):
        _left_alone_part(others)


def _left_alone_part(others: tuple[LeftAlone, ...]) -> None:
    """The columns that nothing is read from, with what helps to see whether one of them is wanted."""
    st.markdown(f"Left alone: {counted(len(others), 'column')}. If one is wanted, choose it by hand.")
    rows = [
        {
            "Column": one.heading,
            "First values": ", ".join(one.values) or ("not shown: may tell who a pupil is" if one.hidden else "empty"),
        }
        for one in others[:_MOST_NAMED]
    ]
    table_of(rows, alt="The columns left alone, and their first values")
    if len(others) > _MOST_NAMED:
        rest = ", ".join(one.heading for one in others[_MOST_NAMED : 2 * _MOST_NAMED])
        more = f" and {len(others) - 2 * _MOST_NAMED} more" if len(others) > 2 * _MOST_NAMED else ""
        st.markdown(plain(f"Also left alone: {rest}{more}."))


def _statuses_part(table: RawTable, mapping: ColumnMapping) -> ColumnMapping:
    """Ask what the school's own words for a SEN status mean, where there are any."""
    unknown = unread_statuses(table, mapping)
    if not unknown:
        return mapping
    st.header("What your own words mean", anchor=False)
    st.markdown(
        "These words stand for a SEN status and are not known here. Say what each means. It is remembered for your "
        "next export by a mark made from the word, not by the word itself."
    )
    if len(unknown) > _MOST_WORDINGS:
        st.warning(
            f"There are {len(unknown)} different ones, of which the {_MOST_WORDINGS} most frequent stand here. Check "
            "that the column chosen gives the SEN status."
        )
    tab = f"status {mapping.signature} {times_forgotten()} {mapping.columns(Fact.SEN_STATUS)}"
    said: dict[str, Status | None] = {}
    for wording, rows in unknown.most_common(_MOST_WORDINGS):
        before = mapping.meant(wording)
        meaning = st.selectbox(
            f"{spoken(wording)} ({counted(rows, 'row')})",
            list(_MEANINGS),
            0 if before is None else list(_MEANINGS).index(NAMES[before]),
            format_func=_MEANINGS.__getitem__,
            # The words of a file stay out of what the tab remembers.
            key=f"{tab} {wording_mark(wording)}",
        )
        said[wording] = MEANINGS.get(meaning)
    return mapping.meaning(said)
