"""The school years of what an export counted, on screen: nobody can see them from a number."""

from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from sendself.assessment.school_years import school_year_of
from sendself.assessment.uk_clock import uk_day
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.summary import ExportSummary, counts_attendance, counts_events
from sendself.context.export.table import RawTable
from sendself.context.export.years import year_of_attendance, year_of_events, year_of_titles

_YEARS_BACK = 6


@dataclass(frozen=True, slots=True)
class ExportYears:
    """The school year of the counts, of attendance, and of suspensions and exclusions; `None` where none was chosen."""

    counts: str
    attendance: str | None = None
    events: str | None = None


def export_years(table: RawTable, mapping: ColumnMapping, summary: ExportSummary) -> ExportYears:
    """Ask for the school years of what was counted; each begins with the year that the file names."""
    today = uk_day(datetime.now(UTC))
    years = [school_year_of(today, before=before) for before in range(_YEARS_BACK)]
    of_file = summary.year or year_of_titles(table)
    said = of_file if of_file in years else years[0]
    counts = st.selectbox("School year of these figures", years, years.index(said), key=f"export-year {said}")
    attendance = events = None
    if counts_attendance(summary):
        attendance = _attendance(years, year_of_attendance(table, mapping, today) or summary.year or counts)
    if counts_events(summary):
        events = _events(years, year_of_events(table, mapping, today) or of_file)
    return ExportYears(counts, attendance, events)


def _attendance(years: list[str], begin: str) -> str:
    offered = years if begin in years else [*years, begin]
    chosen: str = st.selectbox(
        "School year of the attendance",
        offered,
        offered.index(begin),
        key=f"export-year-of-attendance {begin}",
        help="Context asks for the last full school year. Attendance of this year is of a part of it.",
    )
    if chosen == years[0]:
        st.markdown(
            f"{chosen} is not over: Context says so where its attendance stands beside national figures, which are of "
            "whole years."
        )
    return chosen


def _events(years: list[str], begin: str | None) -> str | None:
    chosen: str | None = st.selectbox(
        "School year of the suspensions and permanent exclusions",
        years,
        years.index(begin) if begin in years else None,
        key=f"export-year-of-events {begin}",
        placeholder="Choose the year",
        help="Context asks for the last full school year: exclusions of a year that has just begun say little.",
    )
    if chosen is None:
        st.warning("Choose the school year of the suspensions and permanent exclusions. Without it they are left out.")
    return chosen
