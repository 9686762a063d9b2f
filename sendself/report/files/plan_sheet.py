"""The plan as a table for spreadsheets, for the school development plan."""

from collections.abc import Iterator, Sequence

from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.items import Action, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.plan import Aim, actions_of, aim_in_words, by_due_date, theme_titles
from sendself.assessment.words import ACTION_KIND_NAMES, ACTION_STATUS_NAMES, rating_in_words
from sendself.document.sheet import Sheet, SheetCell, render_csv, render_xlsx
from sendself.report.chapters.wording import EXAMPLE

_COLUMNS = (
    ("Due", 14),
    ("Start", 14),
    ("Action", 44),
    ("Who sees to it", 24),
    ("Status", 16),
    ("Why", 14),
    ("Priority", 36),
    ("How we will see that it worked", 40),
    ("What it takes", 30),
    ("Themes that it moves", 36),
    ("Levels now and aimed for", 44),
)
_NO_ACTION = "No action yet"
_MARK = ("Note", 40)


def plan_sheet(assessment: Assessment) -> Sheet:
    """A row for each action, the one due first at the top, then one for each priority that has no action yet.

    An example says so in a column of its own, so that no row of it is taken for a real school's.
    """
    rows = (*_action_rows(assessment), *_priority_rows(assessment))
    columns = (*_COLUMNS, _MARK) if assessment.example else _COLUMNS
    return Sheet(
        "Plan",
        header=tuple(name for name, _ in columns),
        rows=tuple((*row, EXAMPLE) for row in rows) if assessment.example else rows,
        widths=tuple(width for _, width in columns),
    )


def plan_csv(assessment: Assessment) -> bytes:
    """The plan as CSV; no text in it is a formula, and days are written as 2027-03-31, which sorts."""
    return render_csv(plan_sheet(assessment))


def plan_xlsx(assessment: Assessment) -> bytes:
    """The plan as an Excel workbook; no text in it is a formula, and days are days."""
    return render_xlsx(
        (plan_sheet(assessment),),
        title=f"SEND plan: {assessment.title}",
        author=assessment.school.name or "sendself",
        made_on=evaluation_day(assessment),
    )


def _action_rows(assessment: Assessment) -> Iterator[tuple[SheetCell, ...]]:
    priorities = {priority.id: priority for priority in assessment.priorities}
    for action in by_due_date(assessment):
        priority = priorities.get(action.priority or "")
        yield (
            action.due,
            action.start,
            action.what,
            action.owner,
            ACTION_STATUS_NAMES[action.status],
            ACTION_KIND_NAMES[action.kind],
            priority.text if priority else "",
            action.success,
            action.resources,
            *_themes(assessment, _moved(action, priority)),
        )


def _priority_rows(assessment: Assessment) -> Iterator[tuple[SheetCell, ...]]:
    for priority in assessment.priorities:
        if not actions_of(assessment, priority.id):
            yield (
                None, None, "", "", _NO_ACTION, "", priority.text, "", "", *_themes(assessment, priority.themes),
            )  # fmt: skip


def _moved(action: Action, priority: Priority | None) -> tuple[str, ...]:
    """The themes of an action, otherwise those of its priority."""
    return action.themes or (priority.themes if priority else ())


def _themes(assessment: Assessment, themes: Sequence[str]) -> tuple[str, str]:
    """Their titles, and where each stands and is to stand; one of an earlier rubric has no level to move."""
    titles = theme_titles(assessment, themes)
    levels = (
        f"{title}: {_now_and_aimed_for(assessment, theme)}"
        for title, theme in zip(titles, themes, strict=True)
        if assessment.rubric.has_theme(theme)
    )
    return "; ".join(titles), "\n".join(levels)


def _now_and_aimed_for(assessment: Assessment, theme: str) -> str:
    rubric = assessment.rubric
    aim = Aim(rubric.theme(theme), assessment.answer(theme).rating, assessment.target(theme))
    said = f"aimed for {rating_in_words(rubric, aim.target)}" if aim.target else "no level aimed for"
    return f"now {rating_in_words(rubric, aim.now)}, {said}" + (f". {aim_in_words(aim)}" if aim.is_below else "")
