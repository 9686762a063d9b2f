"""An entry in words: which question it answers, and what it says."""

from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.entries import KEPT, EntryKey, Value
from sendself.assessment.evidence import document_title
from sendself.assessment.figures import number_in_words
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import AGREED, Assessment, State
from sendself.assessment.words import EVIDENCE_NAMES, STATE_NAMES, perspective_name

_FIELDS = {
    "rating": "rating",
    "reason": "why",
    "strengths": "strengths",
    "development": "areas for development",
    "evidence": "what this rests on",
    "evidence_kinds": "kinds of evidence",
    "evidence_refs": "evidence referred to",
    "can_help": "could help another school",
    "parked": "parked for later",
    "removed": "taken away",
    "wants_tested": "what the reviewer is to test",
    "why": "why you evaluate now",
    "took_part": "took part",
    "way": "how you rate",
}
_KINDS = {
    "school": "School",
    "review": "About this evaluation",
    "evaluation": "What leaves the school",
    "last_time": "Last time",
    "participant": "Somebody who takes part",
    "highlight": "Strength to show first",
    "priority": "Priority",
    "evidence": "Evidence",
    "action": "Action",
    "difference": "A difference to another copy",
}


def entry_in_words(assessment: Assessment, key: EntryKey) -> str:
    """Which question the entry answers, such as "Suspensions and exclusions: strengths, SENCO"."""
    kind, _, subject_id = key.subject.partition(":")
    who = "" if key.perspective == AGREED else f", {perspective_name(key.perspective)}"
    if kind == "context":
        name = key.field.partition(".")[2]
        texts = {text.id: text.label for text in CONTEXT_TEXTS}
        return f"Context: {BY_ID[name].label if name in BY_ID else texts.get(name, name)}"
    if key.field.startswith(KEPT):
        return "A sentence kept as it is before sending"
    name = key.field.rpartition(".")[2]
    field = _FIELDS.get(name, name.replace("_", " "))
    return f"{_subject(assessment, kind, subject_id)}: {field}{who}"


def value_in_words(assessment: Assessment, key: EntryKey, value: Value) -> str:
    """What the entry says; empty for nothing."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if key.field == "rating":
        is_level = isinstance(value, int)
        return f"{value} {assessment.rubric.level_name(value)}" if is_level else STATE_NAMES[State(value)]
    if isinstance(value, dict):
        number = value.get("value")
        return "" if number is None else number_in_words(number)
    if isinstance(value, list):
        return ", ".join(_one_in_words(assessment, key, one) for one in value)
    return str(value).replace("_", " ") if key.field in ("status", "state", "kind") else str(value)


def _one_in_words(assessment: Assessment, key: EntryKey, value: Value) -> str:
    if key.field == "evidence_kinds":
        return next((name for kind, name in EVIDENCE_NAMES.items() if kind.value == value), str(value))
    if key.field == "themes" and assessment.rubric.has_theme(str(value)):
        return assessment.rubric.theme(str(value)).title
    return str(value)


def _subject(assessment: Assessment, kind: str, subject_id: str) -> str:
    rubric = assessment.rubric
    match kind:
        case "theme" | "target" if rubric.has_theme(subject_id):
            return rubric.theme(subject_id).title
        case "area" if subject_id in {area.id for area in rubric.areas}:
            return rubric.area(subject_id).title
        case "duty":
            return next((duty.duty for duty in rubric.duties if duty.id == subject_id), subject_id)
        case "document":
            return document_title(subject_id)
    return _KINDS.get(kind, subject_id or kind)
