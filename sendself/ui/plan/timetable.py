"""All actions by date on screen: the table, the timeline, and the files to take away."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.items import Action
from sendself.assessment.model import Assessment
from sendself.assessment.plan import by_due_date, date_problem, is_empty, is_overdue, theme_titles
from sendself.assessment.uk_clock import uk_date, uk_today
from sendself.assessment.words import ACTION_STATUS_NAMES
from sendself.report.files.file_names import file_stem
from sendself.report.files.formats import MIME_TYPES, Format
from sendself.ui.editor import Editor
from sendself.ui.elements.pictures import chart
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of_markdown
from sendself.ui.elements.width import is_narrow
from sendself.ui.plan.calendar_file import calendar_file

_FIRST = ("Due", "Action")
"""What a narrow window has in the first line of an action."""


def actions_table(editor: Editor) -> None:
    """Every action, the one due first at the top; what is overdue or has impossible dates says so in words."""
    assessment, today = editor.assessment, uk_today()
    actions = by_due_date(assessment)
    late = [action for action in actions if is_overdue(action, today)]
    if late:
        st.warning(f"{counted(len(late), 'action is', 'actions are')} overdue.")
    for action in actions:
        if problem := date_problem(action):
            st.error(plain(f"{action.what.rstrip('.:; ') or 'An action without words'}: {problem}"))
    rows = [_row(assessment, action, late=action in late) for action in actions if not is_empty(action)]
    if empty := sum(map(is_empty, actions)):
        st.caption(
            f"{counted(empty, 'action is', 'actions are')} empty so far and not listed: write what is done in Plan."
        )
    if not rows:
        return
    if is_narrow():
        st.markdown("\n".join(map(_in_a_list, rows)))
        return
    table_of_markdown(rows, alt="The actions of the plan by the day on which they are due")


def _row(assessment: Assessment, action: Action, *, late: bool) -> dict[str, str]:
    return {
        "Due": (uk_date(action.due) if action.due else "no date") + (" (overdue)" if late else ""),
        "Action": plain(action.what or "Not written yet"),
        "Who": plain(action.owner or "nobody yet"),
        "Status": ACTION_STATUS_NAMES[action.status],
        "Themes": plain("; ".join(theme_titles(assessment, action.themes))),
    }


def _in_a_list(row: Mapping[str, str]) -> str:
    """An action in a narrow window, where the last columns of a table would stand beyond its edge."""
    beside = "; ".join(f"{name}: {said}" for name, said in row.items() if name not in _FIRST and said)
    return f"- **Due: {row['Due']}.** {row['Action']}  \n  {beside}"


def timeline(editor: Editor) -> None:
    """The actions that have a due date on a line of time; the table says the same in words."""
    from sendself.charts.timeline import timeline_figure, timeline_in_words

    actions = by_due_date(editor.assessment)
    if not any(action.due for action in actions):
        st.info("Give an action a due date, and it appears here on a line of time.")
        return
    chart("timeline", partial(timeline_figure, actions, uk_today()), timeline_in_words(actions))


def plan_downloads(editor: Editor) -> None:
    """The plan for the school's calendar, where anything is due, and for a spreadsheet."""
    assessment = editor.assessment
    calendar = calendar_file(editor, assessment)
    with st.container(horizontal=True):
        if calendar:
            _download(assessment, "For your calendar (.ics)", calendar, Format.CALENDAR, "plan-calendar")
        _download(assessment, "For Excel (XLSX)", lambda: _as_xlsx(assessment), Format.EXCEL, "plan-xlsx")
        _download(assessment, "For another spreadsheet (CSV)", lambda: _as_csv(assessment), Format.CSV, "plan-csv")
    if calendar:
        st.caption(
            "A later calendar file brings the entries of an earlier one up to date. What was taken away or stopped, or "
            "is not due on a day any more, is cancelled there."
        )
    else:
        st.caption("A calendar holds what is due on a day. Give an action a due date, and a calendar file is here.")


def _download(assessment: Assessment, label: str, data: bytes | Callable[[], bytes], form: Format, key: str) -> None:
    st.download_button(
        label,
        data=data,
        file_name=f"{file_stem(assessment.title)}-plan.{form}",
        mime=MIME_TYPES[form],
        key=key,
        on_click="ignore",
    )


def _as_xlsx(assessment: Assessment) -> bytes:
    from sendself.report.files.plan_sheet import plan_xlsx

    return plan_xlsx(assessment)


def _as_csv(assessment: Assessment) -> bytes:
    from sendself.report.files.plan_sheet import plan_csv

    return plan_csv(assessment)
