"""The columns of an export as they were chosen before: brought back with the next export, kept, and forgotten."""

from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from sendself.assessment.uk_clock import uk_date, uk_day
from sendself.context.export.columns import guess_mapping
from sendself.context.export.errors import ExportError
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.table import RawTable, headings_look_like_data
from sendself.storage.errors import StorageError
from sendself.storage.kept import KeptColumns
from sendself.ui import session
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain


@dataclass(frozen=True, slots=True)
class FirstColumns:
    """The columns with which an upload was first shown: recognised, or as they were chosen at an earlier export.

    They stay while the upload is on the page, so that what is changed by hand is a change to one thing. `said` is the
    mapping as it was last kept or shown, `chosen_at` when it was chosen at an earlier export.
    """

    upload: str
    mapping: ColumnMapping
    said: str
    chosen_at: datetime | None = None


def first_columns(editor: Editor, table: RawTable, upload: str) -> FirstColumns:
    """The columns to begin with for an upload, named by its id."""
    first = session.tab().columns
    if first is None or first.upload != upload:
        first = _looked_up(editor, table, upload)
        session.tab().columns = first
    return first


def times_forgotten() -> int:
    """How often columns were forgotten in this tab: part of a widget's key, so that it then begins anew."""
    return session.tab().columns_forgotten


def chosen_before_part(editor: Editor, first: FirstColumns) -> None:
    """Say that the columns come from an earlier export, with a way to forget them."""
    if first.chosen_at is None:
        return
    st.markdown(f"Columns as you chose them on {uk_date(uk_day(first.chosen_at))}.")
    if st.button("Forget these columns", help="They are recognised anew, and not brought back with the next export."):
        try:
            editor.repository.forget_export_columns(editor.actor, first.mapping.signature)
        except StorageError as error:
            st.error(plain(str(error)))
            return
        session.tab().columns = None
        session.tab().columns_forgotten += 1
        st.rerun()


def keep_columns(editor: Editor, table: RawTable, mapping: ColumnMapping, *, taken_over: bool = False) -> None:
    """Keep what was changed by hand, and whatever figures were taken over with; never anything made from pupils."""
    first, said = session.tab().columns, mapping.to_json()
    if first is None or headings_look_like_data(table) or (said == first.said and not taken_over):
        return
    try:
        editor.repository.keep_export_columns(editor.actor, mapping.signature, said)
    except StorageError as error:
        st.warning(plain(f"The columns could not be kept for the next export. {error}"))
        return
    session.tab().columns = replace(first, said=said)


def _looked_up(editor: Editor, table: RawTable, upload: str) -> FirstColumns:
    recognised = guess_mapping(table)
    kept = None if headings_look_like_data(table) else _kept(editor, recognised.signature)
    try:
        mapping = ColumnMapping.from_json(kept.columns, table).as_kept() if kept else recognised
    except ExportError:
        kept, mapping = None, recognised
    return FirstColumns(upload, mapping, mapping.to_json(), kept.at if kept else None)


def _kept(editor: Editor, signature: str) -> KeptColumns | None:
    try:
        return editor.repository.export_columns(editor.actor, signature)
    except StorageError:
        # Without the store the columns can still be recognised; saving says what is wrong.
        return None
