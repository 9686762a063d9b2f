"""Who takes part, on screen."""

from sendself.assessment.model import Assessment
from tests.ui.conftest import Session
from tests.ui.test_boxes import labelled


def test_fields_of_two_governors_have_names_of_their_own(session: Session, evaluation: Assessment) -> None:
    """Two people who were just added differ in nothing, and yet no two boxes are called the same."""
    app = session("about")
    before = len(evaluation.participants)
    for _ in range(2):
        labelled(app.button, "Add a person").click().run()
    labels = [box.label for box in (*app.text_input, *app.selectbox, *app.checkbox, *app.button)]

    assert sum(label.startswith("Name (") for label in labels) == before + 2
    assert len(set(labels)) == len(labels)
