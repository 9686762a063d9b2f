"""The counts that a school is compared by: its own, or those that the DfE has published for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sendself.assessment.model import Assessment
from sendself.context.schools.entry import COUNTS, RegisterEntry
from sendself.context.schools.national_phase import is_among_mainstream, national_phases
from sendself.context.schools.register import Register
from sendself.context.schools.school_phase import SPECIAL
from sendself.rubric.duty import SchoolKind, Setting

COMPARED: Mapping[str, str] = {
    "ehc_plans": "pupils with an EHC plan",
    "sen_support": "pupils with SEN support",
    "fsm": "pupils eligible for free school meals",
}
_TYPE_OF_PHASE: Mapping[str, str] = {
    "state_funded_primary": "State-funded primary",
    "state_funded_secondary": "State-funded secondary",
    "special": "State-funded special school",
    "state_funded_ap": "State-funded AP school",
    "state_funded_nursery": "State-funded nursery",
    "independent": "Independent school",
}


@dataclass(frozen=True, slots=True)
class OwnCounts:
    """A school's own counts (the names of `COUNTS`) and its census type.

    `among_mainstream` marks a specialist school whose census type has mostly mainstream ones.
    """

    census_type: str
    values: Mapping[str, float | None]
    urn: int | None = None
    among_mainstream: bool = False


def published_counts(entry: RegisterEntry) -> OwnCounts | None:
    """The counts that the DfE has published for a school; `None` without a census row."""
    if entry.census is None:
        return None
    values = {name: getattr(entry.census, name) for name in COUNTS}
    return OwnCounts(entry.census.school_type, values, entry.urn, entry.is_independent and entry.phase == SPECIAL)


def given_counts(assessment: Assessment, register: Register) -> OwnCounts | None:
    """The evaluation's own figures; FSM in the last six years, which it does not ask for, comes from the register.

    `None` where there is nothing to compare with: a resourced provision is no school, colleges have no census.
    """
    school = assessment.school
    if assessment.setting is Setting.RESOURCED_PROVISION:
        return None
    entry = register.find(school.urn) if school.urn else None
    census = entry.census if entry else None
    # Of the phases of a pupil referral unit the wider one is a type of the census.
    phase_type = next((_TYPE_OF_PHASE[one] for one in national_phases(school, assessment.setting)[-1:]), None)
    if phase_type == "State-funded special school" and school.kind is SchoolKind.NON_MAINTAINED_SPECIAL:
        phase_type = "Non-maintained special school"
    census_type = census.school_type if census else phase_type
    if census_type is None:
        return None
    ever6 = {name: getattr(census, name, None) for name in ("fsm_ever6", "fsm_ever6_of")}
    values = {name: assessment.figure(name) for name in ("roll", *COMPARED)}
    return OwnCounts(census_type, {**values, **ever6}, school.urn, is_among_mainstream(school, assessment.setting))
