"""The school's own export on screen: the file, its columns, what was counted, and taking it over."""

from datetime import UTC, date, datetime

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sendself.assessment.entries import EntryKey
from sendself.assessment.figures import number_in_words
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import AGREED
from sendself.assessment.words import counted, uk_day
from sendself.context.export.counting import count
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import LABELS, SEVERAL, Fact
from sendself.context.export.mapping import Mapping, signature
from sendself.context.export.reading import read_table
from sendself.context.export.summary import ExportSummary, figures
from sendself.context.export.table import RawTable
from sendself.ui import session
from sendself.ui.buttons import main_button
from sendself.ui.editor import Editor
from sendself.ui.frame import address_of
from sendself.ui.kept_columns import chosen_before_part, first_columns, keep_columns, times_forgotten
from sendself.ui.plain import plain

UPLOAD = "export-file"


def read_upload() -> RawTable | None:
    """The table of the chosen file, or a sentence that says what is wrong with it."""
    upload = st.file_uploader("The export", type=["csv", "txt", "tsv", "xlsx", "xls"], key=UPLOAD)
    if upload is None:
        return None
    try:
        return _of_chosen_sheets(upload, read_table(upload.getvalue(), upload.name))
    except ExportError as error:
        st.error(plain(str(error)))
        return None


def _of_chosen_sheets(upload: UploadedFile, table: RawTable) -> RawTable:
    """The table as it was read, or of other sheets when those are chosen; which were read and which not is said."""
    if len(table.sheets) < 2:
        return table
    chosen = st.pills(
        "Sheets to count",
        table.sheets,
        default=table.sheets_read,
        format_func=plain,
        selection_mode="multi",
        key=f"sheets {upload.file_id}",
    )
    if not chosen:
        raise ExportError("Choose the sheet that holds the pupils.")
    names = [name for name in table.sheets if name in chosen]
    if tuple(names) != table.sheets_read:
        table = read_table(upload.getvalue(), upload.name, names)
    left_out = f" Not read: {plain(', '.join(table.sheets_not_read))}." if table.sheets_not_read else ""
    st.markdown(f"Read: {plain(', '.join(table.sheets_read))}.{left_out}")
    if len(names) > 1:
        st.markdown("They are counted together: leave out a sheet whose pupils stand on another one too.")
    return table


def choose_columns(editor: Editor, table: RawTable) -> Mapping:
    """The columns as recognised, or as chosen at an earlier export; each can be chosen by hand, which is kept."""
    first = first_columns(editor, table, f"{session.read(UPLOAD).file_id} {signature(table)}")
    mapping = first.mapping
    headings = {at: f"{heading or 'no heading'} (column {at + 1})" for at, heading in enumerate(table.header)}
    taken = [LABELS[choice.fact] for choice in mapping.choices if choice.fact is not Fact.NAME]
    st.markdown(f"{counted(len(table.rows), 'row')}. Recognised: {plain(', '.join(taken)) or 'nothing'}.")
    chosen_before_part(editor, first)
    with st.expander("Look at the columns, or choose them by hand", expanded=not taken, key="export-columns"):
        for fact in Fact:
            if fact is Fact.NAME:
                continue
            found = list(first.mapping.columns(fact))
            key = f"column {mapping.signature} {times_forgotten()} {fact}"
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
                at = list(headings).index(found[0]) if found else None
                one = st.selectbox(
                    LABELS[fact], list(headings), at, format_func=headings.__getitem__, key=key, placeholder="Not in it"
                )
                chosen = [] if one is None else [one]
            if chosen != found:
                mapping = mapping.chosen(fact, *chosen)
    keep_columns(editor, table, mapping)
    return mapping


def counts_part(editor: Editor, table: RawTable, mapping: Mapping) -> None:
    """What was counted, what was skipped and why; it is taken over only when asked."""
    try:
        summary = count(table, mapping)
    except ExportError as error:
        st.error(plain(str(error)))
        return
    st.header("What was counted")
    year = st.text_input(
        "School year of these figures", _school_year(uk_day(datetime.now(UTC))), key="export-year", max_chars=20
    )
    found = figures(summary, year)
    rows = ["| Measure | Counted |", "|---|---|"]
    rows += [f"| {plain(BY_ID[name].label)} | {number_in_words(figure.value or 0)} |" for name, figure in found.items()]
    st.markdown("\n".join(rows))
    _said(summary)
    if main_button("Take these figures over", key="take-over"):
        values = {
            EntryKey("context", AGREED, f"figures.{name}"): figure.model_dump(mode="json")
            for name, figure in found.items()
        }
        if editor.put_all(values):
            keep_columns(editor, table, mapping, taken_over=True)
            session.leave_notice(f"{counted(len(values), 'figure')} taken over from the export.")
            st.switch_page("context.py", query_params=address_of(editor))
        st.error(editor.failure or "Somebody else changed a figure just now. Look at Context, then try again.")


def _said(summary: ExportSummary) -> None:
    lines = [f"{counted(summary.counted, 'pupil')} counted from {counted(summary.rows_read, 'row')}."]
    lines += summary.notes
    lines += [f"{counted(rows, 'row')} left out: {reason}." for reason, rows in summary.skipped.items()]
    lines += [
        f"{counted(rows, 'row')} with a cell that was not read: {reason}." for reason, rows in summary.unread.items()
    ]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _school_year(today: date) -> str:
    start = today.year if today.month >= 9 else today.year - 1
    return f"{start}/{(start + 1) % 100:02d}"
