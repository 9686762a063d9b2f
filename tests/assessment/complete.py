"""An evaluation with nothing to point out before it is sent."""

from typing import Any

from sendself.assessment.context import Context, Figure
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.school import School
from sendself.rubric.model import Rubric
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered

ACT_NOW = "Have the pupil back today and tell the headteacher."
THEMES = ("teaching.first", "teaching.second", "families.first", "families.second")


def rubric() -> Rubric:
    """Two areas, with an urgent duty and an ordinary one in the second."""
    return a_rubric(
        [
            an_area("teaching", a_theme("teaching.first"), a_theme("teaching.second")),
            an_area("families", a_theme("families.first", "send-nobody-home", "report"), a_theme("families.second")),
        ],
        [a_duty("send-nobody-home", act_now=ACT_NOW), a_duty("report")],
    )


def complete(**changes: Any) -> Assessment:
    """An evaluation with nothing to point out, but for the changes. A context has words, whatever its figures are."""
    context = changes.pop("context", Context(figures={"roll": Figure(value=428)}))
    return an_evaluation(
        rubric(),
        **{
            "review": Review(why="Our first."),
            "context": context.model_copy(update={"words": {"staffing": "Two teaching assistants."}}),
            "school": School(name="Alderbrook Primary School"),
            "participants": (Participant(id="a", role="SENCO"),),
            "answers": {theme: answered(3) for theme in THEMES},
            **changes,
        },
    )
