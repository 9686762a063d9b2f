"""Where a school aims, on screen, by a session without a browser."""

from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer
from sendself.assessment.begin import evaluated_again
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Target
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT, Session, save
from tests.ui.pages import labelled, says
from tests.ui.plan.planning import now


def test_target_is_chosen_for_themes_that_the_plan_moves(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """Beside the level now, with how far it is."""
    theme = next(with_priority.rubric.themes())
    save(repository, with_priority, EntryKey("action:00a", AGREED, "themes"), [theme.id])
    save(repository, with_priority, EntryKey(f"theme:{theme.id}", AGREED, "rating"), 2)
    app = labelled(session("plan").button_group, f"{theme.title}. Now: 2 Developing. Aim for:").set_value(4).run()

    assert now(repository, with_priority).target(theme.id) == 4
    assert "2 levels to go\\." in says(app.caption)


def test_target_that_was_carried_says_so(repository: Repository, evaluation: Assessment) -> None:
    """Evaluated again, a level that was not reached stands where it was aimed for, with what it was last time."""
    theme = next(evaluation.rubric.themes())
    earlier = evaluation.changed(
        answers={theme.id: {AGREED: Answer(rating=1)}},
        targets={theme.id: Target(level=3)},
        actions=(Action(id="a", what="Go on", themes=(theme.id,)),),
    )
    again = evaluated_again(earlier, earlier.rubric).changed(id="again-1234")
    repository.create(SAM, again)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = again.id
    app = app.run().switch_page("plan.py").run()

    assert any("This level was aimed for then as well" in text for text in says(app.caption))
    assert labelled(app.button_group, f"{theme.title}. Now: Not rated. Aim for:").value == 3
