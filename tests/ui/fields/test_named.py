"""What fields are called, on screen and by a screen reader."""

from sendself.assessment.model import Assessment
from tests.ui.conftest import Session
from tests.ui.pages import labelled, says


def test_boxes_asked_of_many_things_say_of_which(session: Session, evaluation: Assessment) -> None:
    """On a focus area the label on screen is short, and what a screen reader says bears the theme."""
    app = session("context")
    labelled(app.button, "Next: Outcomes").click().run()
    themes = evaluation.rubric.area("outcomes").themes
    labels = [box.label for box in (*app.text_area, *app.text_input, *app.button_group, *app.checkbox)]

    assert [label for label in labels if label.startswith("Strengths: ")] == [f"Strengths: {t.title}" for t in themes]
    assert says(app.markdown).count(":small[Strengths]") == len(themes)
    assert len(set(labels)) == len(labels)
