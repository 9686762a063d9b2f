"""Which texts of an evaluation are read, and on which page each of them is written."""

from collections.abc import Iterator, Mapping

from sendself.assessment.entries.entry import Value, entries_of
from sendself.assessment.entries.keys import WORDS, EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.rubric.model import ThemeId

BOXES: Mapping[str, frozenset[str]] = {
    "review": frozenset({"why", "wants_tested"}),
    "theme": frozenset({"reason", "strengths", "development", "evidence"}),
    "area": frozenset({"strengths", "development"}),
    "duty": frozenset({"note"}),
    "document": frozenset({"link", "note"}),
    "participant": frozenset({"role"}),
    "highlight": frozenset({"text"}),
    "priority": frozenset({"text"}),
    "evidence": frozenset({"title", "link", "note"}),
    "action": frozenset({"what", "owner", "success", "resources"}),
}
"""Every text that is read, by kind of subject and field. Words of the context are read too.

The school's own particulars, the names of those who take part and the reviewer stand where such things belong, and
are not read.
"""

_STEPS = {
    "review": "about",
    "participant": "about",
    "context": "context",
    "document": "evidence",
    "evidence": "evidence",
    "highlight": "plan",
    "priority": "plan",
    "action": "plan",
}


def texts_of(assessment: Assessment) -> Iterator[tuple[EntryKey, str]]:
    """Every text of an evaluation that a person wrote, with its key."""
    for key, value in entries_of(assessment).items():
        if value and _is_text(key, value):
            yield key, value


def step_of(assessment: Assessment, key: EntryKey) -> str:
    """The step of the journey on which the text with a key is written."""
    kind, subject_id = key.kind, key.subject_id
    if kind in _STEPS:
        return _STEPS[kind]
    # Rating apart, what is agreed is written in Agree.
    if kind != "duty" and assessment.way is Way.APART and key.perspective == AGREED:
        return "agree"
    for area in assessment.rubric.areas:
        duties = (duty for theme in area.themes for duty in theme.duties)
        if subject_id in (area.id, *(theme.id for theme in area.themes), *duties):
            return area.id
    return "about"


def theme_of(assessment: Assessment, key: EntryKey) -> ThemeId | None:
    """The theme beside which the text with a key is written on the page of its area; `None` if it is beside none."""
    kind, subject_id = key.kind, key.subject_id
    # Rating apart, what is agreed is written in Agree, which has no place for each theme.
    if kind == "theme" and assessment.way is Way.APART and key.perspective == AGREED:
        return None
    # A duty is asked beside the first theme that names it.
    themes = assessment.rubric.themes() if kind in ("theme", "duty") else ()
    return next((theme.id for theme in themes if subject_id in (theme.id, *theme.duties)), None)


def _is_text(key: EntryKey, value: Value) -> bool:
    if key.kind == "context":
        return key.field.startswith(WORDS)
    return isinstance(value, str) and key.field in BOXES.get(key.kind, ())
