"""All answers as a table: one row for each theme, for Excel or any other program that reads tables."""

from sendself.assessment.disclosure import SharedRecord
from sendself.assessment.model import Assessment, State
from sendself.assessment.profile import theme_duties
from sendself.assessment.words import DUTY_STATE_NAMES, EVIDENCE_NAMES, NOT_RATED, STATE_NAMES
from sendself.document.sheet import Sheet, SheetCell
from sendself.report.wording import sentence
from sendself.rubric.model import FocusArea, Theme

_COLUMNS = (
    ("Focus area", 24),
    ("Theme", 28),
    ("Level", 7),
    ("Level in words", 16),
    ("State", 18),
    ("Reason", 30),
    ("Strengths", 45),
    ("Areas for development", 45),
    ("Evidence", 40),
    ("Kinds of evidence", 24),
    ("Duties", 45),
)


def answers_sheet(shared: SharedRecord) -> Sheet:
    """The agreed answer to every theme, in the order of the rubric, with the duties that concern the school."""
    assessment = shared.assessment
    return Sheet(
        name="Answers",
        header=tuple(name for name, _ in _COLUMNS),
        rows=tuple(_row(assessment, area, theme) for area in assessment.rubric.areas for theme in area.themes),
        widths=tuple(width for _, width in _COLUMNS),
    )


def _row(assessment: Assessment, area: FocusArea, theme: Theme) -> tuple[SheetCell, ...]:
    answer = assessment.answer(theme.id)
    level = answer.rating if isinstance(answer.rating, int) else None
    state = STATE_NAMES[answer.rating] if isinstance(answer.rating, State) else "" if level else NOT_RATED
    return (
        area.title,
        theme.title,
        level,
        assessment.rubric.level_name(level) if level else "",
        state,
        answer.reason,
        answer.strengths,
        answer.development,
        answer.evidence,
        "; ".join(EVIDENCE_NAMES[kind] for kind in answer.evidence_kinds),
        "\n".join(_duty(assessment, duty.id, duty.duty) for duty in theme_duties(assessment, theme)),
    )


def _duty(assessment: Assessment, duty_id: str, words: str) -> str:
    answer = assessment.duty(duty_id)
    state = DUTY_STATE_NAMES[answer.state] if answer.state else "Not answered"
    return " ".join(sentence(part) for part in (f"{words}: {state}", answer.note) if part)
