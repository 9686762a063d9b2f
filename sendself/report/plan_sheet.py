"""The plan as a table for spreadsheets, for the school development plan."""

from sendself.assessment.model import Assessment
from sendself.assessment.plan import by_due_date, theme_titles
from sendself.assessment.words import ACTION_KIND_NAMES, ACTION_STATUS_NAMES
from sendself.document.sheet import Sheet, render_csv, render_xlsx
from sendself.report.first_page import evaluation_day

HEADER = (
    "Due",
    "Start",
    "Action",
    "Who sees to it",
    "Status",
    "Why",
    "Priority",
    "How we will see that it worked",
    "What it takes",
    "Themes that it moves",
)
_WIDTHS = (12, 12, 44, 24, 14, 14, 36, 40, 30, 36)


def plan_sheet(assessment: Assessment) -> Sheet:
    """A row for each action, the one due first at the top. Days are written as 2027-03-31, which sorts."""
    priorities = {priority.id: priority.text for priority in assessment.priorities}
    rows = tuple(
        (
            action.due.isoformat() if action.due else "",
            action.start.isoformat() if action.start else "",
            action.what,
            action.owner,
            ACTION_STATUS_NAMES[action.status],
            ACTION_KIND_NAMES[action.kind],
            priorities.get(action.priority or "", ""),
            action.success,
            action.resources,
            "; ".join(theme_titles(assessment, action)),
        )
        for action in by_due_date(assessment)
    )
    return Sheet("Plan", HEADER, rows, _WIDTHS)


def plan_csv(assessment: Assessment) -> bytes:
    """The plan as CSV; no text in it is a formula."""
    return render_csv(plan_sheet(assessment))


def plan_xlsx(assessment: Assessment) -> bytes:
    """The plan as an Excel workbook; no text in it is a formula."""
    return render_xlsx(
        (plan_sheet(assessment),),
        title=f"SEND plan: {assessment.title}",
        author=assessment.school.name or "sendself",
        made_on=evaluation_day(assessment),
    )
