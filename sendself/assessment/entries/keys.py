"""Where each saved thing belongs: subject, perspective and field.

Subjects: `school`, `review`, `context`, `last_time`, `evaluation` (way, disclosure, `kept.<mark>`, and `meeting`, which
the store alone has), `theme:<id>`, `area:<id>`, `duty:<id>`, `document:<id>`, `target:<theme id>`, and items:
`participant:<id>`, `highlight:<id>`, `priority:<id>`, `evidence:<id>`, `action:<id>`, `difference:<id>`. A level and
its strengths are separate entries, so that two people never fight over one. An item that was taken away keeps its
entries and gains `removed`.
"""

from typing import NamedTuple

from pydantic import BaseModel

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, DutyAnswer
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.participants import Participant, Review
from sendself.assessment.school import School

SINGLE: dict[str, type[BaseModel]] = {"school": School, "review": Review, "last_time": LastTime}
"""The subjects that an evaluation has once."""
BY_PERSPECTIVE: dict[str, type[BaseModel]] = {"theme": Answer, "area": AreaNote}
"""The kinds of subject about which each perspective says something of its own."""
TABLES: dict[str, type[BaseModel]] = {"duty": DutyAnswer, "document": DocumentAnswer, "target": Target}
"""The kinds of subject that the rubric or the plan names, with one answer each."""
ITEMS: dict[str, type[BaseModel]] = {
    "participant": Participant,
    "highlight": Highlight,
    "priority": Priority,
    "evidence": Evidence,
    "action": Action,
    "difference": Difference,
}
ITEM_KINDS = frozenset(ITEMS)
"""The kinds of subject that are items of a list: each has an id, and can be taken away."""

PLACES = {
    "theme": "answers",
    "area": "area_notes",
    "duty": "duties",
    "document": "documents",
    "target": "targets",
    "participant": "participants",
    "highlight": "highlights",
    "priority": "priorities",
    "evidence": "evidence",
    "action": "actions",
    "difference": "differences",
}
"""The field of an assessment in which the subjects of a kind stand."""

DISCLOSURE, KEPT = "disclosure.", "kept."
FIGURES, YEARS, WORDS = "figures.", "years.", "words."
"""How the fields begin that hold one of many: a choice, a mark, a figure, a school year, a text."""


class EntryKey(NamedTuple):
    """Where an entry belongs. As text: "subject|perspective|field"."""

    subject: str
    perspective: str
    field: str

    @property
    def text(self) -> str:
        """The key as one text."""
        return "|".join(self)

    @property
    def kind(self) -> str:
        """The kind of the subject, such as "theme"."""
        return self.subject.partition(":")[0]

    @property
    def subject_id(self) -> str:
        """Which of its kind the subject is; empty where an evaluation has only one."""
        return self.subject.partition(":")[2]

    def beside(self, field: str) -> "EntryKey":
        """The key of another field of the same subject and perspective."""
        return EntryKey(self.subject, self.perspective, field)

    @classmethod
    def parse(cls, text: str) -> "EntryKey":
        """The key of a text. Raises `ValueError` when it has not three parts."""
        key = cls.read(text)
        if key is None:
            raise ValueError(f"{text!r} is not subject|perspective|field")
        return key

    @classmethod
    def read(cls, text: str) -> "EntryKey | None":
        """The key of a text that may have come from a later program; `None` when it has not three parts."""
        parts = text.split("|")
        return cls(*parts) if len(parts) == 3 else None


MEETING = EntryKey("evaluation", AGREED, "meeting")
"""The clock of the meeting that goes on: kept in the store for every computer, and in no file."""


def figure_key(measure: str) -> EntryKey:
    """The figure of a measure of the context."""
    return EntryKey("context", AGREED, FIGURES + measure)


def year_key(time: str) -> EntryKey:
    """The school year of the typed figures that tell of the same part of a year."""
    return EntryKey("context", AGREED, YEARS + time)


def words_key(text: str) -> EntryKey:
    """What the school says of itself in one of the texts of the context."""
    return EntryKey("context", AGREED, WORDS + text)


def disclosure_key(choice: str) -> EntryKey:
    """A choice about what leaves the school."""
    return EntryKey("evaluation", AGREED, DISCLOSURE + choice)


def removed_key(subject: str) -> EntryKey:
    """Whether an item was taken away from its list."""
    return EntryKey(subject, AGREED, "removed")
