"""The plan and the pages around it, looked at without a change."""

from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer
from sendself.assessment.begin import evaluated_again
from sendself.assessment.entry_keys import DISCLOSURE, EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, ActionStatus, Target
from sendself.assessment.model import Assessment
from sendself.assessment.report_kinds import ReportKind
from sendself.context.example import example_assessment
from sendself.report.formats import Format
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


def test_empty_action_is_counted_and_not_listed(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """One that was only begun says nothing yet; a sentence of an action ends before what is wrong with it is said."""
    save(repository, evaluation, EntryKey("action:a", AGREED, "what"), "Ask parents each term.")
    save(repository, evaluation, EntryKey("action:a", AGREED, "start"), "2027-03-01")
    save(repository, evaluation, EntryKey("action:a", AGREED, "due"), "2027-02-01")
    save(repository, evaluation, EntryKey("action:b", AGREED, "removed"), False)
    app = session("timetable")

    assert [row[1] for row in app.table[0].value.values.tolist()] == ["Ask parents each term\\."]
    assert any(text.startswith("1 action is empty so far") for text in says(app.caption))
    assert says(app.error)[0].startswith("Ask parents each term\\: It is due")


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


def test_calendar_is_offered_for_what_is_due(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """Without a due date the page says what makes one; once a date was there, a file can cancel it."""
    button = "For your calendar (.ics)"
    app = session("timetable")
    assert button not in offered(app)
    assert any(text.startswith("A calendar holds what is due on a day.") for text in says(app.caption))
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), "2027-03-31")
    assert button in offered(app.run())
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), None)

    assert button in offered(app.run())


def test_calendar_for_others_cancels_what_was_taken_away_as_well(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """Check and send makes the file as the timetable does: it is there once a date was, unless levels alone leave."""
    choose = {"report-kind": ReportKind.PLAN, "report-format": Format.CALENDAR}
    button = "Download: Action plan, Calendar file with the dates"
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), "2027-03-31")
    save(repository, with_priority, EntryKey("action:00a", AGREED, "removed"), True)
    app = session("send")
    for key, value in choose.items():
        app.radio(key=key).set_value(value).run()
    assert [one for one in offered(app) if "alendar" in one] == [button]

    save(repository, with_priority, EntryKey("evaluation", AGREED, f"{DISCLOSURE}notes"), "levels")
    app.run()

    assert not any("alendar" in one for one in offered(app))
    assert any(text.startswith("You send levels without") for text in says(app.info))
