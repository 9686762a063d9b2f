"""The school's own export on screen: the file, what was counted, and taking it over."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sendself.assessment.context import Figure
from sendself.assessment.english import counted
from sendself.assessment.entries.keys import figure_key
from sendself.assessment.figures import number_in_words
from sendself.assessment.measures import BY_ID
from sendself.context.export.counted import CountedLine, beside_each_other, by_year_group, far_from_roll
from sendself.context.export.counting import count
from sendself.context.export.errors import ExportError
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.reading import read_table
from sendself.context.export.replaced import beside_context
from sendself.context.export.summary import ExportSummary, figures, gives_figures
from sendself.context.export.table import RawTable
from sendself.ui import session
from sendself.ui.context.export_columns import UPLOAD
from sendself.ui.context.export_years import export_years
from sendself.ui.context.kept_columns import keep_columns
from sendself.ui.editor import Editor
from sendself.ui.elements.buttons import main_button
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of
from sendself.ui.every_page.address import address_of


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
    others = [name for name in table.sheets_not_read if name not in table.sheets_left_out]
    left_out = table.sheets_left_out
    said = (("Read", table.sheets_read), ("Not read", others), ("Left out so that no pupil counts twice", left_out))
    st.markdown(" ".join(f"{what}: {plain(', '.join(names))}." for what, names in said if names))
    if len(names) > 1:
        st.markdown("They are counted together: leave out a sheet whose pupils stand on another one too.")
    return table


def counts_part(editor: Editor, table: RawTable, mapping: ColumnMapping) -> None:
    """What was counted, what was skipped and why; it is taken over only when asked."""
    try:
        summary = count(table, mapping)
    except ExportError as error:
        st.error(plain(str(error)))
        return
    _counted_part(editor, summary)
    if not gives_figures(summary):
        st.warning(
            "There is nothing to take over yet. Say under *What your own words mean* what each word for a SEN status "
            "means, or choose the column that gives the SEN status under *Choose the columns by hand*."
        )
        return
    _counted_tables(summary)
    _taking_over_part(editor, table, mapping, summary)


def _counted_part(editor: Editor, summary: ExportSummary) -> None:
    st.header("What was counted", anchor=False)
    _said(summary)
    if far := far_from_roll(summary, editor.assessment.figure("roll")):
        st.warning(plain(far))


def _counted_tables(summary: ExportSummary) -> None:
    _counted_table(beside_each_other(summary), "What", "Pupils with SEND beside the others, as counted")
    if summary.year_groups:
        st.subheader("By year group", anchor=False)
        _counted_table(by_year_group(summary), "Year group", "Pupils by year group, as counted")


def _taking_over_part(editor: Editor, table: RawTable, mapping: ColumnMapping, summary: ExportSummary) -> None:
    """The figures that would be taken over beside those that Context has, and the button."""
    st.header("What is taken over", anchor=False)
    years = export_years(table, mapping, summary)
    found = {
        **_roll_asked(editor, summary, years.counts),
        **figures(summary, years.counts, years.events, years.attendance),
    }
    lines = beside_context(found, editor.assessment)
    rows = [{"Measure": line.label, "Counted": line.counted, "Now in Context": line.now} for line in lines]
    table_of(rows, alt="The figures that are taken over, and what Context has now")
    if replaced := sum(line.replaces for line in lines):
        st.markdown(f"Taking over replaces {counted(replaced, 'figure')} in Context. Compare the columns first.")
    if summary.year_groups or summary.ever_in_care.sen is not None:
        st.markdown("Year groups and pupils ever in care are shown above only: Context does not ask for them.")
    if main_button("Take these figures over", key="take-over"):
        _take_over(editor, table, mapping, found)


def _roll_asked(editor: Editor, summary: ExportSummary, year: str) -> dict[str, Figure]:
    """The number on roll, asked for where the export holds pupils with SEND alone; nothing while it is left open."""
    if summary.roll is not None:
        return {}
    there = editor.assessment.figure("roll")
    roll = st.number_input(
        "Number on roll: this export does not give it",
        min_value=0,
        max_value=int(BY_ID["roll"].limit),
        value=None,
        step=1,
        key="export-roll",
        placeholder="Leave open if you do not know it",
        help="All pupils, as in the school census."
        + (f" Context has {number_in_words(there)}, which stays while this is open." if there is not None else ""),
    )
    return {} if roll is None else {"roll": Figure(value=roll, source="typed", year=year)}


def _take_over(editor: Editor, table: RawTable, mapping: ColumnMapping, found: dict[str, Figure]) -> None:
    values = {figure_key(name): figure.model_dump(mode="json") for name, figure in found.items()}
    if editor.put_all(values):
        keep_columns(editor, table, mapping, taken_over=True)
        session.leave_notice(f"{counted(len(values), 'figure')} taken over from the export.")
        st.switch_page("context.py", query_params=address_of(editor))
    st.error(editor.failure)


def _counted_table(lines: tuple[CountedLine, ...], first: str, alt: str) -> None:
    rows = [
        {first: line.what, "All pupils": line.every, "Pupils with SEND": line.send, "Other pupils": line.others}
        for line in lines
    ]
    table_of(rows, alt=alt)


def _said(summary: ExportSummary) -> None:
    lines = [f"{counted(summary.counted, 'pupil')} counted from {counted(summary.rows_read, 'row')}."]
    lines += summary.notes
    lines += [f"{counted(rows, 'row')} left out: {reason}." for reason, rows in summary.skipped.items()]
    lines += [
        f"{counted(rows, 'row')} with a cell that was not read: {reason}." for reason, rows in summary.unread.items()
    ]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
