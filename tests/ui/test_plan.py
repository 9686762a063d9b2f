"""The plan and the pages around it, looked at without a change."""

from streamlit.testing.v1 import AppTest

from sendself.assessment.identifiers import AGREED
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT, press


def test_looking_at_plan_and_evidence_saves_nothing(repository: Repository) -> None:
    """Also where references, themes and priorities are of what is no more, or two items bear one title."""
    made = example_assessment(Setting.MAINSTREAM)
    refs = ("evidence:gone", "evidence:lost", "evidence:e2", "evidence:e1")
    theme = "outcomes.skills"
    answers = {**made.answers, theme: {AGREED: made.answer(theme).model_copy(update={"evidence_refs": refs})}}
    twins = tuple(item.model_copy(update={"title": "Survey"}) for item in made.evidence)
    odd = made.actions[0].model_copy(update={"themes": ("outcomes.of-old",), "priority": "gone"})
    made = made.changed(answers=answers, evidence=twins, actions=(odd, *made.actions[1:]))
    repository.create(SAM, made)
    before = repository.load(SAM, made.id).seq
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = made.id
    app.run()
    for page in ("evidence", "timetable", "radar", "plan"):
        assert not app.switch_page(f"{page}.py").run().exception
    press(app, "Change other action 1").run()
    press(press(app.switch_page("context.py").run(), "Next: Outcomes"), "Next: Leadership")

    assert repository.load(SAM, made.id).seq == before
