"""What the school answers: themes and areas by perspective, duties, and the documents of the preparation list."""

from enum import StrEnum

from pydantic import field_validator

from sendself.assessment.identifiers import Day, EvidenceRef
from sendself.assessment.text import Line, Link, Note
from sendself.rubric.model import LevelNumber
from sendself.rubric.values import Frozen


class State(StrEnum):
    """Why a theme has no level though somebody has looked at it. None of these counts in an average."""

    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    NOT_LOOKED_AT = "not_looked_at"


Rating = LevelNumber | State


class EvidenceKind(StrEnum):
    """The kinds of evidence that can stand behind a rating."""

    DATA = "data"
    OBSERVATION = "observation"
    WORK = "work"
    PUPIL_VOICE = "pupil_voice"
    PARENT_VOICE = "parent_voice"
    DOCUMENT = "document"


class Answer(Frozen):
    """What one perspective says about one theme."""

    rating: Rating | None = None
    reason: Note = ""
    parked: bool = False
    strengths: Note = ""
    development: Note = ""
    evidence: Note = ""
    evidence_kinds: tuple[EvidenceKind, ...] = ()
    evidence_refs: tuple[EvidenceRef, ...] = ()
    can_help: bool = False

    @field_validator("evidence_refs", mode="after")
    @classmethod
    def _each_once(cls, refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(refs))

    @field_validator("evidence_kinds", mode="after")
    @classmethod
    def _each_once_in_order(cls, kinds: tuple[EvidenceKind, ...]) -> tuple[EvidenceKind, ...]:
        return tuple(kind for kind in EvidenceKind if kind in kinds)


class AreaNote(Frozen):
    """The summary boxes of a focus area, as in the Guide's form."""

    strengths: Note = ""
    development: Note = ""


class DutyState(StrEnum):
    """The school's answer to a duty."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_CHECKED = "not_checked"
    DOES_NOT_APPLY = "does_not_apply"


class DutyAnswer(Frozen):
    """The answer to a duty and a word about it. One answer per duty, wherever it is shown."""

    state: DutyState | None = None
    note: Note = ""


class DocumentState(StrEnum):
    """Whether the reviewer gets a document of the preparation list."""

    ENCLOSED = "enclosed"
    ON_THE_DAY = "on_the_day"
    MISSING = "missing"


class DocumentAnswer(Frozen):
    """What the school says about one document of the preparation list. `dated` is the day the document is from."""

    state: DocumentState | None = None
    link: Link = ""
    note: Line = ""
    dated: Day | None = None
