"""The scale on screen, where a level is chosen."""

from sendself.assessment.model import Assessment
from tests.ui.conftest import Session
from tests.ui.every_page.test_places import area_page
from tests.ui.pages import says


def test_focus_area_says_how_to_choose_between_two_levels(session: Session, evaluation: Assessment) -> None:
    """What the rubric says of choosing stands on the page, with what each level means for any theme."""
    app = area_page(session, evaluation.rubric.areas[0])
    (part,) = (part for part in app.expander if part.label == "How to choose a level")
    words = [text.replace("\\", "") for text in says(part.markdown)]

    assert "Where you stand between two, choose the lower one" in words[0]
    assert words[0] == evaluation.rubric.introduction
    assert words[1:] == [f"**{step.level} {step.name}:** {step.means}" for step in evaluation.rubric.scale]
