"""An entry in words: which question it answers, and what it says."""

from collections.abc import Callable, Mapping
from datetime import date

from pydantic import TypeAdapter

from sendself.assessment.answers import DocumentState, DutyState, EvidenceKind, Rating
from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.english import counted
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.field_words import field_called
from sendself.assessment.entries.keys import KEPT, YEARS, EntryKey
from sendself.assessment.entries.subject_words import duty_called, item_called, subject_in_words, theme_called
from sendself.assessment.evidence import sources
from sendself.assessment.figures import number_in_words
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import ActionKind, ActionStatus
from sendself.assessment.last_time import EarlierTime
from sendself.assessment.measure import YEAR_LABELS
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.earlier_means import mean_in_words
from sendself.assessment.participants import Meeting, Way
from sendself.assessment.uk_clock import uk_date, uk_time
from sendself.assessment.words import (
    ACTION_KIND_NAMES,
    ACTION_STATUS_NAMES,
    DISCLOSURE_NAMES,
    DOCUMENT_STATE_NAMES,
    DUTY_STATE_NAMES,
    EVIDENCE_NAMES,
    KIND_NAMES,
    WAY_NAMES,
    perspective_name,
    rating_in_words,
)
from sendself.rubric.duty import SchoolKind

_RATINGS: TypeAdapter[Rating] = TypeAdapter(Rating)
_DAYS = frozenset({"due", "start", "dated", "evaluated_on"})


def entry_in_words(assessment: Assessment, key: EntryKey) -> str:
    """Which question the entry answers, such as "Suspensions and exclusions: strengths, SENCO"."""
    kind = key.kind
    who = "" if key.perspective == AGREED else f", {perspective_name(key.perspective)}"
    if kind == "context":
        name = key.field.partition(".")[2]
        texts = {text.id: text.label for text in CONTEXT_TEXTS}
        if key.field.startswith(YEARS):
            return f"Context: {YEAR_LABELS.get(name, 'school year of the figures')}"
        return f"Context: {BY_ID[name].label if name in BY_ID else texts.get(name, name)}"
    if key.field.startswith(KEPT):
        return "A sentence kept as it is before sending"
    field = field_called(kind, key.field)
    if kind == "difference":
        return f"{_difference(assessment, key)}: {field}"
    return f"{subject_in_words(assessment, key.subject)}: {field}{who}"


def value_in_words(assessment: Assessment, key: EntryKey, value: Value) -> str:
    """What the entry says; empty for nothing. A value of an earlier or later program is said as it stands."""
    if value is None or value == "" or value == []:
        return ""
    try:
        return _in_words(assessment, key, value)
    except (KeyError, ValueError, TypeError, AttributeError):
        return str(value)


def _in_words(assessment: Assessment, key: EntryKey, value: Value) -> str:
    kind, name = key.kind, key.field.rpartition(".")[2]
    if name == "removed":
        return "no: it was taken away" if value else "yes"
    if kind == "difference":
        return _difference_value(assessment, key, value)
    if kind == "evaluation" and name in DISCLOSURE_NAMES:
        return DISCLOSURE_NAMES[name][value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in _DAYS:
        return uk_date(date.fromisoformat(value))
    if say := _ONE.get((kind, name)) or _ONE.get(("", name)):
        return say(assessment, value)
    if isinstance(value, dict):
        number = value.get("value")
        return "" if number is None else number_in_words(number)
    if isinstance(value, list):
        return ", ".join(_one_of_several(assessment, name, one) for one in value)
    return str(value)


def _rating(assessment: Assessment, value: Value) -> str:
    return rating_in_words(assessment.rubric, _RATINGS.validate_python(value))


def _ratings(assessment: Assessment, value: Mapping[str, Value]) -> str:
    return "\n".join(f"{theme_called(assessment, theme)}: {_rating(assessment, said)}" for theme, said in value.items())


def _earlier(assessment: Assessment, value: Value) -> str:
    earlier = EarlierTime.model_validate(value)
    areas = {area.id: area.short for area in assessment.rubric.areas}
    means = ", ".join(
        f"{areas.get(area, area)} {mean_in_words(mean, earlier.rests_on.get(area))}"
        for area, mean in earlier.means.items()
    )
    return f"{uk_date(earlier.evaluated_on) if earlier.evaluated_on else 'Day not known'}: {means or 'no levels'}"


def _meeting(assessment: Assessment, value: Value) -> str:
    meeting = Meeting.model_validate(value)
    return f"{counted(meeting.minutes, 'minute')} from {uk_time(meeting.began)}"


# Per kind of subject ("" for any) and field, how one value is said.
_ONE: Mapping[tuple[str, str], Callable[[Assessment, Value], str]] = {
    ("", "rating"): _rating,
    ("", "perspective"): lambda _, value: perspective_name(value),
    ("evaluation", "way"): lambda _, value: WAY_NAMES[Way(value)],
    ("evaluation", "meeting"): _meeting,
    ("evaluation", "small_up_to"): lambda _, value: f"1 to {value}" if value > 1 else "1",
    ("target", "level"): _rating,
    ("last_time", "ratings"): _ratings,
    ("last_time", "targets"): _ratings,
    ("last_time", "evaluation"): lambda _, value: "an earlier evaluation",
    ("last_time", "before"): lambda assessment, value: "\n".join(_earlier(assessment, one) for one in value),
    ("duty", "state"): lambda _, value: DUTY_STATE_NAMES[DutyState(value)],
    ("document", "state"): lambda _, value: DOCUMENT_STATE_NAMES[DocumentState(value)],
    ("evidence", "kind"): lambda _, value: EVIDENCE_NAMES[EvidenceKind(value)],
    ("school", "kind"): lambda _, value: KIND_NAMES[SchoolKind(value)],
    ("action", "kind"): lambda _, value: ACTION_KIND_NAMES[ActionKind(value)],
    ("action", "status"): lambda _, value: ACTION_STATUS_NAMES[ActionStatus(value)],
    ("action", "first_in"): lambda _, value: "an earlier evaluation",
    ("action", "duty"): lambda assessment, value: duty_called(assessment, value),
    ("action", "priority"): lambda assessment, value: item_called(assessment, "priority", value),
    ("highlight", "theme"): lambda assessment, value: theme_called(assessment, value),
}


def _one_of_several(assessment: Assessment, name: str, value: Value) -> str:
    match name:
        case "evidence_kinds":
            return EVIDENCE_NAMES[EvidenceKind(value)]
        case "themes":
            return theme_called(assessment, value)
        case "evidence_refs":
            titles = {source.ref: source.title for source in sources(assessment)}
            return titles.get(value) or subject_in_words(assessment, value)
    return str(value)


def _compared(assessment: Assessment, difference: EntryKey) -> EntryKey | None:
    """The field in which another copy differs, as long as that is not decided."""
    found = next((one for one in assessment.differences if one.id == difference.subject_id), None)
    return EntryKey.read(found.key) if found else None


def _difference(assessment: Assessment, key: EntryKey) -> str:
    field = _compared(assessment, key)
    where = f" in {entry_in_words(assessment, field)}" if field else ", decided"
    return f"{subject_in_words(assessment, key.subject)}{where}"


def _difference_value(assessment: Assessment, key: EntryKey, value: Value) -> str:
    if key.field == "key":
        return entry_in_words(assessment, EntryKey.parse(value))
    field = _compared(assessment, key)
    return value_in_words(assessment, field, value) if field else str(value)
