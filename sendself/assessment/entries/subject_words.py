"""What an entry belongs to, in words: a theme, a person, an item of a list by its own words."""

from collections.abc import Mapping
from textwrap import shorten

from sendself.assessment.evidence import document_title
from sendself.assessment.items import Action, Evidence, Highlight, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.words import person_in_words

_KINDS = {
    "school": "School",
    "review": "About this evaluation",
    "evaluation": "How you work and what leaves the school",
    "last_time": "Last time",
}
# What an item of each kind is called, and the field that tells it from the others.
_ITEMS = {
    "highlight": ("Strength to show first", "text"),
    "priority": ("Priority", "text"),
    "evidence": ("Evidence", "title"),
    "action": ("Action", "what"),
}
_NAME = 60
"""So many characters of an item's own words tell it from the others."""


def subject_in_words(assessment: Assessment, subject: str) -> str:
    """What an entry belongs to, such as "Suspensions and exclusions" or "Action “Train all staff”"."""
    kind, _, subject_id = subject.partition(":")
    rubric = assessment.rubric
    match kind:
        case "theme" if rubric.has_theme(subject_id):
            return rubric.theme(subject_id).title
        case "target" if rubric.has_theme(subject_id):
            return f"Where you aim in {rubric.theme(subject_id).title}"
        case "area" if subject_id in {area.id for area in rubric.areas}:
            return rubric.area(subject_id).title
        case "duty":
            return duty_called(assessment, subject_id)
        case "document":
            return document_title(subject_id)
        case "participant":
            return _person(assessment, subject_id)
        case "difference":
            return "A difference to another copy"
        case _ if kind in _ITEMS:
            return item_called(assessment, kind, subject_id)
    return _KINDS.get(kind, subject_id or kind)


def theme_called(assessment: Assessment, theme_id: str) -> str:
    """The title of a theme; of one that this rubric has not, its id."""
    return assessment.rubric.theme(theme_id).title if assessment.rubric.has_theme(theme_id) else theme_id


def duty_called(assessment: Assessment, duty_id: str) -> str:
    """A duty in a few words; of one that this rubric has not, its id."""
    return next((duty.duty for duty in assessment.rubric.duties if duty.id == duty_id), duty_id)


def item_called(assessment: Assessment, kind: str, item_id: str) -> str:
    """What a strength, priority, action or piece of evidence is called, by its own words."""
    called, field = _ITEMS[kind]
    items: Mapping[str, tuple[Highlight | Priority | Evidence | Action, ...]] = {
        "highlight": assessment.highlights,
        "priority": assessment.priorities,
        "evidence": assessment.evidence,
        "action": assessment.actions,
    }
    found = next((item for item in items[kind] if item.id == item_id), None)
    if found is None:
        return f"{called} that was taken away"
    words = shorten(getattr(found, field), _NAME, placeholder="…")
    return f"{called} “{words}”" if words else f"{called} without words yet"


def _person(assessment: Assessment, person_id: str) -> str:
    found = next((person for person in assessment.participants if person.id == person_id), None)
    return person_in_words(found) if found else "Somebody who was taken off the list"
