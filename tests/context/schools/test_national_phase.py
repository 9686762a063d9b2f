"""The phases that a school belongs to: its own like, or nobody."""

import pytest

from sendself.assessment.school import School
from sendself.context.national.benchmarks import PHASE_TITLES
from sendself.context.schools.from_register import likely_setting, school_of
from sendself.context.schools.national_phase import national_phases
from sendself.context.schools.register import load_register
from sendself.rubric.duty import SchoolKind, Setting

# The census's own class, and the phase that the national figures call the same schools.
CENSUS = {
    "State-funded primary": "state_funded_primary",
    "State-funded secondary": "state_funded_secondary",
    "State-funded special school": "special",
    "Non-maintained special school": "special",
    "State-funded AP school": "state_funded_ap",
    "State-funded nursery": "state_funded_nursery",
    "Independent school": "independent",
}


@pytest.mark.parametrize(
    ("school", "setting", "phases"),
    [
        (School(phase="Primary"), Setting.MAINSTREAM, ("state_funded_primary",)),
        (School(phase="All-through"), Setting.MAINSTREAM, ("state_funded_secondary",)),
        (School(phase="Middle", age_high=12), Setting.MAINSTREAM, ("state_funded_primary",)),
        (School(phase="Middle", age_high=13), Setting.MAINSTREAM, ("state_funded_secondary",)),
        (School(phase="Special"), Setting.SPECIAL, ("special",)),
        (School(), Setting.SPECIAL, ("special",)),
        (School(phase="Special", kind=SchoolKind.INDEPENDENT_SPECIAL), Setting.SPECIAL, ("independent",)),
        (School(phase="Alternative provision"), Setting.PRU, ("pupil_referral_unit", "state_funded_ap")),
        (School(phase="Alternative provision"), Setting.AP, ("state_funded_ap",)),
        (School(kind=SchoolKind.PRU), Setting.AP, ("pupil_referral_unit", "state_funded_ap")),
        (School(kind=SchoolKind.INDEPENDENT), Setting.AP, ("independent",)),
        (School(phase="Primary"), Setting.RESOURCED_PROVISION, ()),
        (School(phase="16 plus"), Setting.MAINSTREAM, ()),
        (School(), Setting.MAINSTREAM, ()),
    ],
)
def test_national_phases_of_a_school(school: School, setting: Setting, phases: tuple[str, ...]) -> None:
    """A school is compared with its like or with nobody, a PRU with PRUs first."""
    assert national_phases(school, setting) == phases


def test_schools_are_counted_as_the_census_counts_them() -> None:
    """Every school of the register has the phase of its class in the census; colleges and schools from 16 have none."""
    for entry in load_register():
        school = school_of(entry)
        phases = national_phases(school, likely_setting(school))
        assert set(phases) <= set(PHASE_TITLES)
        if entry.phase == "16 plus":
            assert phases == ()
        elif entry.census:
            assert phases == (CENSUS[entry.census.school_type],), entry
