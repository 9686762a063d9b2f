"""What things are called, on every page and in every document."""

from collections.abc import Mapping
from datetime import date

from sendself.assessment.answers import DocumentState, DutyState, EvidenceKind, Rating, State
from sendself.assessment.disclosure_choice import MOST_SMALL
from sendself.assessment.english import capital
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import ActionKind, ActionStatus
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.rubric.duty import Duty, SchoolKind, Setting
from sendself.rubric.model import Rubric

STATE_NAMES: Mapping[State, str] = {
    State.DONT_KNOW: "Don't know yet",
    State.NOT_APPLICABLE: "Not applicable",
    State.NOT_LOOKED_AT: "Not looked at this time",
}
NOT_RATED = "Not rated"
NOT_ANSWERED = "Not answered"

EVIDENCE_NAMES: Mapping[EvidenceKind, str] = {
    EvidenceKind.DATA: "Data",
    EvidenceKind.OBSERVATION: "Observation",
    EvidenceKind.WORK: "Pupils' work",
    EvidenceKind.PUPIL_VOICE: "Pupil voice",
    EvidenceKind.PARENT_VOICE: "Parent voice",
    EvidenceKind.DOCUMENT: "Document",
}

DUTY_STATE_NAMES: Mapping[DutyState, str] = {
    DutyState.MET: "Met",
    DutyState.NOT_MET: "Not met",
    DutyState.NOT_CHECKED: "Not checked",
    DutyState.DOES_NOT_APPLY: "Does not apply",
}

DOCUMENT_STATE_NAMES: Mapping[DocumentState, str] = {
    DocumentState.ENCLOSED: "Enclosed",
    DocumentState.ON_THE_DAY: "Available on the day",
    DocumentState.MISSING: "Missing",
}

ACTION_STATUS_NAMES: Mapping[ActionStatus, str] = {
    ActionStatus.NOT_STARTED: "Not started",
    ActionStatus.UNDER_WAY: "Under way",
    ActionStatus.DONE: "Done",
    ActionStatus.STOPPED: "Stopped",
}

ACTION_KIND_NAMES: Mapping[ActionKind, str] = {
    ActionKind.IMPROVE: "Improve",
    ActionKind.FIND_OUT: "Find out",
    ActionKind.DUTY: "Meet a duty",
}

DUTY_KIND_NAMES: Mapping[str, str] = {"must": "Must", "should": "Should", "grant": "Condition of grant"}

AUTHORITY_KIND_NAMES: Mapping[str, str] = {
    "must": "The local authority must",
    "should": "The local authority should",
    "grant": "Condition of a grant to the local authority",
}

VERIFIED_NAMES: Mapping[str, str] = {
    "verified": "checked against the source",
    "verified_in_part": "checked in part",
    "verified_secondary": "checked against a second source",
    "from_memory": "written from memory: check it before you rely on it",
}

SETTING_NAMES: Mapping[Setting, str] = {
    Setting.MAINSTREAM: "Mainstream school",
    Setting.SPECIAL: "Special school",
    Setting.PRU: "Pupil referral unit",
    Setting.AP: "Alternative provision",
    Setting.RESOURCED_PROVISION: "Resourced provision in a mainstream school",
}

KIND_NAMES: Mapping[SchoolKind, str] = {
    SchoolKind.MAINTAINED: "Maintained school",
    SchoolKind.MAINTAINED_NURSERY: "Maintained nursery school",
    SchoolKind.ACADEMY: "Academy or free school",
    SchoolKind.MAINTAINED_SPECIAL: "Maintained special school",
    SchoolKind.SPECIAL_ACADEMY: "Special academy or free school",
    SchoolKind.NON_MAINTAINED_SPECIAL: "Non-maintained special school",
    SchoolKind.PRU: "Pupil referral unit",
    SchoolKind.AP_ACADEMY: "Alternative provision academy",
    SchoolKind.INDEPENDENT: "Independent school",
    SchoolKind.INDEPENDENT_SPECIAL: "Independent special school",
}

WAY_NAMES: Mapping[Way, str] = {
    Way.APART: "Rate apart first, then meet",
    Way.TOGETHER: "Rate together",
}


def few_in_words(most: int) -> str:
    """Small counts by the largest of them: "1 to 4"; "1 alone"."""
    return "1 alone" if most == 1 else f"1 to {most}"


DISCLOSURE_NAMES: Mapping[str, Mapping[object, str]] = {
    "names": {"names": "Names and roles", "roles": "Roles only"},
    "notes": {"notes": "Levels and notes", "levels": "Levels only"},
    "evidence": {"list": "Send it", "none": "Leave it out"},
    "small_counts": {"hide": "Hide them", "show": "Show them"},
    "small_up_to": {most: few_in_words(most) for most in range(1, MOST_SMALL + 1)},
}

_PERSPECTIVE_NAMES: Mapping[str, str] = {AGREED: "Agreed", "senco": "SENCO", "slt": "Senior leader"}


def perspective_name(perspective: str) -> str:
    """What a perspective is called: "SENCO", "Senior leader", "Agreed", or the words the school added.

    Those are its id with a space for each "-"; one more "-" after a word says that it is all capitals: "lead-for-eal-"
    is "Lead for EAL".
    """
    if perspective in _PERSPECTIVE_NAMES:
        return _PERSPECTIVE_NAMES[perspective]
    words: list[str] = []
    for part in perspective.split("-"):
        if part:
            words.append(part)
        elif words:
            words[-1] = words[-1].upper()
    return capital(" ".join(words))


def person_in_words(person: Participant) -> str:
    """A participant as "Name, role", or the one of them that is given."""
    return ", ".join(part for part in (person.name, person.role) if part) or perspective_name(person.perspective)


def rating_in_words(rubric: Rubric, rating: Rating | None) -> str:
    """A rating as "3 Established", "Don't know yet" or "Not rated"."""
    if rating is None:
        return NOT_RATED
    return STATE_NAMES[rating] if isinstance(rating, State) else f"{rating} {rubric.level_name(rating)}"


def duty_label(duty: Duty) -> str:
    """A duty as it is asked: who must or should do what."""
    return f"{_bound(duty)}: {duty.duty}"


def duty_name(duty: Duty) -> str:
    """A duty as it is called where nothing else says whose it is."""
    return duty.duty if duty.owner == "school" else f"{duty.duty} (a duty of the local authority)"


def duty_source(duty: Duty, from_memory: str = VERIFIED_NAMES["from_memory"]) -> str:
    """Where a duty comes from, whom it binds and how, how it was checked and when.

    `from_memory` is what is said of one that was not checked.
    """
    how = from_memory if duty.verified == "from_memory" else VERIFIED_NAMES[duty.verified]
    return f"{duty.source}. {_bound(duty)}; {how}, {_month(duty.checked)}."


def _bound(duty: Duty) -> str:
    return (DUTY_KIND_NAMES if duty.owner == "school" else AUTHORITY_KIND_NAMES)[duty.kind]


def _month(year_and_month: str) -> str:
    return date.fromisoformat(f"{year_and_month}-01").strftime("%B %Y")


def setting_in_words(assessment: Assessment) -> str:
    """The setting that is evaluated, by name."""
    return SETTING_NAMES[assessment.setting]
