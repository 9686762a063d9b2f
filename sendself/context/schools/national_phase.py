"""The phases of schools whose national figures may stand beside a school."""

from sendself.assessment.school import School
from sendself.context.schools.school_phase import (
    ALL_THROUGH,
    AP,
    INDEPENDENT,
    MIDDLE,
    NURSERY,
    PRIMARY,
    SECONDARY,
    SPECIAL,
)
from sendself.rubric.duty import SchoolKind, Setting

_AP = "state_funded_ap"
_PHASES = {
    PRIMARY: "state_funded_primary",
    SECONDARY: "state_funded_secondary",
    # As in the DfE's own figures.
    ALL_THROUGH: "state_funded_secondary",
    SPECIAL: "special",
    AP: _AP,
    NURSERY: "state_funded_nursery",
}
_FEES = (SchoolKind.INDEPENDENT, SchoolKind.INDEPENDENT_SPECIAL)


def national_phases(school: School, setting: Setting) -> tuple[str, ...]:
    """The phases that a school belongs to, the narrowest first; none where its figures compare with nobody's.

    The DfE counts a pupil referral unit among state-funded alternative provision, and has a few figures of PRUs alone.
    A resourced provision has no national figures: its host's would not compare. Nor are there any of colleges.
    """
    if setting is Setting.RESOURCED_PROVISION:
        return ()
    if school.kind in _FEES or school.phase == INDEPENDENT:
        return ("independent",)
    if setting is Setting.PRU or school.kind is SchoolKind.PRU:
        return ("pupil_referral_unit", _AP)
    if setting is Setting.AP:
        return (_AP,)
    if school.phase == MIDDLE:
        return (_PHASES[PRIMARY if (school.age_high or 0) <= 12 else SECONDARY],)
    # A special school that was typed by hand has no phase of its own.
    found = _PHASES.get(school.phase) or ("special" if setting is Setting.SPECIAL else None)
    return (found,) if found else ()


MOSTLY_MAINSTREAM = "most of them mainstream"
"""What has to be said of independent schools beside a specialist one: the DfE's figures do not tell them apart."""


def is_among_mainstream(school: School, setting: Setting) -> bool:
    """Whether a specialist school is compared with all independent schools, of which most are mainstream."""
    specialist = setting is not Setting.MAINSTREAM or school.kind is SchoolKind.INDEPENDENT_SPECIAL
    alone = national_phases(school, setting) == ("independent",)
    return alone and (specialist or school.phase == SPECIAL)
