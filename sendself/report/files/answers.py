"""All answers as a table for Excel or any other program that reads tables: one row for each thing that is said."""

from collections.abc import Iterable, Iterator

from sendself.assessment.answers import Answer, Rating, State
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.evidence import document_title, sources_of, themes_on
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.profile import binding_duties
from sendself.assessment.words import (
    DOCUMENT_STATE_NAMES,
    DUTY_STATE_NAMES,
    EVIDENCE_NAMES,
    NOT_ANSWERED,
    NOT_RATED,
    STATE_NAMES,
    duty_name,
    perspective_name,
)
from sendself.document.sheet import Sheet, SheetCell
from sendself.rubric.model import Theme

_COLUMNS = (
    ("Row", 12),
    ("Focus area", 24),
    ("Theme", 28),
    ("Which", 34),
    ("View", 14),
    ("Level", 7),
    ("Level in words", 16),
    ("State", 18),
    ("Reason", 30),
    ("Strengths", 45),
    ("Areas for development", 45),
    ("Evidence", 40),
    ("Kinds of evidence", 24),
    ("Rests on", 34),
    ("Parked", 8),
    ("Could help another school", 12),
    ("Note", 34),
    ("Link", 34),
    ("Date", 12),
)
_YES = "yes"


def answers_sheet(shared: SharedRecord) -> Sheet:
    """Everything that is answered, in the order of the rubric, as far as it leaves.

    A row for each theme and view of it, for what is said of a focus area as a whole, for each duty that concerns the
    school, and for each document and each piece of evidence. The first column says which of these a row is. Days are
    written as 2027-03-31, which sorts.
    """
    assessment = shared.assessment
    rows = (*_themes(assessment), *_areas(assessment), *_duties(assessment), *_evidence(assessment))
    names = tuple(name for name, _ in _COLUMNS)
    return Sheet(
        name="Answers",
        header=names,
        rows=tuple(tuple(row.get(name, "") for name in names) for row in rows),
        widths=tuple(width for _, width in _COLUMNS),
    )


Row = dict[str, SheetCell]


def _themes(assessment: Assessment) -> Iterator[Row]:
    for area in assessment.rubric.areas:
        for theme in area.themes:
            for who in _views(assessment.answers.get(theme.id, {})):
                place: Row = {"Row": "Theme", "Focus area": area.title, "Theme": theme.title}
                yield {**place, "View": perspective_name(who), **_answer(assessment, theme, who)}


def _answer(assessment: Assessment, theme: Theme, who: str) -> Row:
    answer = assessment.answer(theme.id, who)
    level = answer.rating if isinstance(answer.rating, int) else None
    return {
        "Level": level,
        "Level in words": assessment.rubric.level_name(level) if level else "",
        "State": "" if level else _state(assessment, answer.rating, who),
        "Reason": answer.reason,
        "Strengths": answer.strengths,
        "Areas for development": answer.development,
        "Evidence": answer.evidence,
        "Kinds of evidence": "; ".join(EVIDENCE_NAMES[kind] for kind in answer.evidence_kinds),
        "Rests on": _rests_on(assessment, answer),
        "Parked": _YES if answer.parked else "",
        "Could help another school": _YES if answer.can_help else "",
    }


def _areas(assessment: Assessment) -> Iterator[Row]:
    for area in assessment.rubric.areas:
        said = assessment.area_notes.get(area.id, {})
        for who in _views(said) if said else ():
            note = assessment.area_note(area.id, who)
            words: Row = {"Strengths": note.strengths, "Areas for development": note.development}
            yield {"Row": "Focus area", "Focus area": area.title, "View": perspective_name(who), **words}


def _duties(assessment: Assessment) -> Iterator[Row]:
    rubric = assessment.rubric
    for duty in binding_duties(assessment):
        answer = assessment.duty(duty.id)
        themes = [theme for theme in rubric.themes() if duty.id in theme.duties]
        yield {
            "Row": "Duty",
            "Focus area": "; ".join(dict.fromkeys(rubric.area_of(theme.id).title for theme in themes)),
            "Theme": _titles(themes),
            "Which": duty_name(duty),
            "State": DUTY_STATE_NAMES[answer.state] if answer.state else NOT_ANSWERED,
            "Note": answer.note,
        }


def _evidence(assessment: Assessment) -> Iterator[Row]:
    for name, said in assessment.documents.items():
        yield {
            "Row": "Document",
            "Theme": _titles(themes_on(assessment, f"document:{name}")),
            "Which": document_title(name),
            "State": DOCUMENT_STATE_NAMES[said.state] if said.state else NOT_ANSWERED,
            "Note": said.note,
            "Link": said.link,
            "Date": said.dated.isoformat() if said.dated else "",
        }
    for item in assessment.evidence:
        yield {
            "Row": "Evidence",
            "Theme": _titles(themes_on(assessment, f"evidence:{item.id}")),
            "Which": item.title,
            "Kinds of evidence": EVIDENCE_NAMES[item.kind] if item.kind else "",
            "Note": item.note,
            "Link": item.link,
            "Date": item.dated.isoformat() if item.dated else "",
        }


def _views(said: Iterable[str]) -> tuple[str, ...]:
    """What was agreed first, then the views that leave; a theme of which nothing is said has a row of its own too."""
    return tuple(sorted(said, key=lambda who: (who != AGREED, who))) or (AGREED,)


def _state(assessment: Assessment, rating: Rating | None, who: str) -> str:
    """Who rates apart has rated, maybe, and not met yet: that is another thing than not rated."""
    if isinstance(rating, State):
        return STATE_NAMES[rating]
    return "Not agreed yet" if who == AGREED and assessment.way is Way.APART else NOT_RATED


def _rests_on(assessment: Assessment, answer: Answer) -> str:
    return "; ".join(source.title for source in sources_of(assessment, answer))


def _titles(themes: Iterable[Theme]) -> str:
    return "; ".join(theme.title for theme in themes)
