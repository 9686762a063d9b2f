"""Where it is open whether a duty concerns a school."""

import pytest

from sendself.assessment.duty_doubts import doubt_about
from sendself.assessment.profile import binding_duties
from sendself.assessment.school import School
from sendself.context.schools.from_register import school_kind
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from tests.samples import an_evaluation

RUBRIC = rubric_for(Setting.MAINSTREAM)


@pytest.mark.parametrize(
    "type_name", ["Academy 16-19 converter", "Academy 16 to 19 sponsor led", "Free schools 16 to 19"]
)
def test_sixteen_to_nineteen_academy_is_told_what_may_not_concern_it(type_name: str) -> None:
    """SENCO and SEN information report are still asked, with a sentence that it may not apply; equality law is not."""
    school = School(name="Ash Sixth Form", type_name=type_name, kind=school_kind(type_name))
    asked = binding_duties(an_evaluation(RUBRIC, school=school))
    doubted = {duty.id for duty in asked if "may not apply to a 16 to 19 academy" in doubt_about(school, duty)}

    assert {"senco-designated", "senco-qualified", "senco-role", "senco-time", "sen-information-report"} <= doubted
    assert doubted.isdisjoint({"accessibility-plan", "reasonable-adjustments", "public-sector-equality-duty"})


@pytest.mark.parametrize("type_name", ["Academy converter", "Community school", "", "Free schools"])
def test_other_schools_are_told_of_no_doubt(type_name: str) -> None:
    """What was checked for them is not doubted."""
    school = School(name="Ash Primary", type_name=type_name)

    assert {doubt_about(school, duty) for duty in RUBRIC.duties} == {""}
