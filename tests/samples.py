"""A small rubric and evaluations made from it, for tests that need something plain to change."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sendself.assessment.answers import Answer, EvidenceKind
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.duty import Duty, SchoolKind, Setting
from sendself.rubric.model import FocusArea, Rubric, ScaleLevel, Theme

BEGUN = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
CHANGED = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
ALL_EVIDENCE = tuple(EvidenceKind)


def a_theme(theme_id: str, *duties: str) -> Theme:
    """A theme with four levels of its own."""
    return Theme(
        id=theme_id,
        title=f"Title of {theme_id}",
        statement=f"What is true of {theme_id} once it is established.",
        look_for=(f"the records of {theme_id}", f"a lesson with {theme_id}"),
        ask=f"Who would miss {theme_id}?",
        duties=duties,
        levels=(f"{theme_id} at one", f"{theme_id} at two", f"{theme_id} at three", f"{theme_id} at four"),
    )


def an_area(area_id: str, *themes: Theme) -> FocusArea:
    """A focus area with these themes."""
    return FocusArea(id=area_id, title=f"Area {area_id}", short=area_id[:16], intro=f"About {area_id}.", themes=themes)


def a_duty(duty_id: str, **changes: Any) -> Duty:
    """A duty in law on every kind of school, but for the changes."""
    return Duty.model_validate(
        {
            "id": duty_id,
            "duty": f"Do what {duty_id} says",
            "source": "An Act, section 1",
            "kind": "must",
            "applies_to": tuple(SchoolKind),
            "checked": "2026-11",
            "verified": "verified",
            **changes,
        }
    )


def a_rubric(areas: Iterable[FocusArea] = (), duties: Iterable[Duty] = (), **changes: Any) -> Rubric:
    """A rubric of these areas; of `teaching` and `families` with two themes each when none are given."""
    given = tuple(areas) or tuple(
        an_area(area, a_theme(f"{area}.first"), a_theme(f"{area}.second")) for area in ("teaching", "families")
    )
    return Rubric.model_validate(
        {
            "id": "small",
            "version": "1",
            "title": "A small rubric",
            "settings": tuple(Setting),
            "introduction": "Choose the level you could show a visitor.",
            "scale": tuple(
                ScaleLevel(level=level, name=name, means=f"It is {name.lower()}.")
                for level, name in zip(
                    (1, 2, 3, 4), ("Not yet in place", "Developing", "Established", "Sustained"), strict=True
                )
            ),
            "areas": given,
            "duties": tuple(duties),
            **changes,
        }
    )


def an_evaluation(rubric: Rubric | None = None, **changes: Any) -> Assessment:
    """An evaluation of the small rubric with nothing answered, but for the changes."""
    return Assessment.model_validate(
        {
            "id": "evaluation-1",
            "rubric": rubric or a_rubric(),
            "setting": Setting.MAINSTREAM,
            "created_at": BEGUN,
            "updated_at": CHANGED,
            **changes,
        }
    )


def answered(rating: Any, perspective: str = AGREED, **fields: Any) -> dict[str, Answer]:
    """One perspective's answer to a theme, resting on every kind of evidence."""
    return {perspective: Answer(**{"evidence": "Seen", "evidence_kinds": ALL_EVIDENCE, "rating": rating, **fields})}
