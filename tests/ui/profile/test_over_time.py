"""A new evaluation from the last one on screen, by a session without a browser."""

from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer
from sendself.assessment.begin import evaluated_again
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import ActionStatus, Target
from sendself.assessment.model import Assessment
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT, press, save
from tests.ui.pages import says


def test_evaluating_again_begins_from_the_earlier_one(repository: Repository, evaluation: Assessment) -> None:
    """A second evaluation is there, open, tied to the first by its id, with no answer filled in."""
    theme = next(evaluation.rubric.themes())
    save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "rating"), 2)
    app = AppTest.from_file(SCRIPT, default_timeout=60).run()
    app = press(app, "Evaluate again: School not named yet")

    (made,) = (one.id for one in repository.summaries(SAM) if one.id != evaluation.id)
    kept = repository.load(SAM, made).assessment
    assert kept.last_time.evaluation == evaluation.id
    assert kept.last_time.ratings == {theme.id: 2}
    assert kept.answers == {}
    assert app.query_params["evaluation"] == made


def test_last_time_is_shown_and_said_in_words(repository: Repository) -> None:
    """Beside the theme, and in the profile with what rose."""
    earlier = example_assessment(Setting.MAINSTREAM)
    again = evaluated_again(earlier, earlier.rubric)
    theme = next(earlier.rubric.themes())
    repository.create(SAM, again)
    save(repository, again, EntryKey(f"theme:{theme.id}", AGREED, "rating"), 3)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = again.id
    app.run()
    area = press(app.switch_page("context.py").run(), "Next: Outcomes")
    assert "**Last time \\(20 November 2026\\)\\: 2 Developing**" in says(area.markdown)
    profile = area.switch_page("radar.py").run()

    assert "Since last time" in says(profile.header)
    assert any(text.startswith("Since 20 November 2026\\: 1 theme rose") for text in says(profile.markdown))
    open_then = [one.id for one in earlier.actions if one.status is not ActionStatus.DONE]
    assert [one.id for one in again.actions] == open_then


def test_plan_shows_what_moved_since_last_time(repository: Repository, evaluation: Assessment) -> None:
    """A theme that rose to its target says so; without a last time there is no such part."""
    theme = next(evaluation.rubric.themes())
    earlier = evaluation.changed(answers={theme.id: {AGREED: Answer(rating=1)}}, targets={theme.id: Target(level=3)})
    again = evaluated_again(earlier, earlier.rubric).changed(answers={theme.id: {AGREED: Answer(rating=3)}})
    repository.create(SAM, again)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = again.id
    app = app.run().switch_page("plan.py").run()

    assert "What moved since last time" in says(app.header)
    assert app.table[0].value.values.tolist() == [
        [theme.title, "1 Not yet in place", "3 Established", "3 Established", "reached"]
    ]
    app.query_params["evaluation"] = evaluation.id
    assert "What moved since last time" not in says(app.run().header)
