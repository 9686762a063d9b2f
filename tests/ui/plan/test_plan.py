"""Plan, timetable, evidence and last time on screen, by a session without a browser."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer, DocumentState, DutyState, State
from sendself.assessment.begin import evaluated_again
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, ActionKind, ActionStatus, Target
from sendself.assessment.model import Assessment
from sendself.assessment.profile import binding_duties
from sendself.assessment.uk_clock import uk_date, uk_today
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from sendself.storage.kept import Change
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT, Session
from tests.ui.pages import labelled, says

NEEDS_KNOWN = "needs-known-to-staff"


def now(repository: Repository, evaluation: Assessment) -> Assessment:
    """The evaluation as it is kept."""
    return repository.load(SAM, evaluation.id).assessment


def save(repository: Repository, evaluation: Assessment, key: EntryKey, value: Any) -> None:
    """Save a value as Sam in another tab."""
    there = repository.load(SAM, evaluation.id).entries.get(key)
    repository.save(SAM, evaluation.id, [Change(key, value, there.version if there else 0, uuid4().hex)])


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return labelled(app.button, label).click().run()  # type: ignore[no-any-return]


def offered(app: AppTest) -> list[str]:
    """The files that the page has to take away."""
    return [getattr(button, "label", "") for button in app.get("download_button")]


def add_action(repository: Repository, evaluation: Assessment, item: str, **fields: Any) -> None:
    """Put an action into the plan, as Sam in another tab."""
    for name, value in {"removed": False, **fields}.items():
        save(repository, evaluation, EntryKey(f"action:{item}", AGREED, name), value)


@pytest.fixture
def with_priority(repository: Repository, evaluation: Assessment) -> Assessment:
    """The evaluation with a priority and one action of it."""
    save(repository, evaluation, EntryKey("priority:p", AGREED, "text"), "Maths")
    add_action(repository, evaluation, "00a", priority="p", what="Train the team")
    return evaluation


def test_action_is_added_and_open_to_be_written(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """It belongs to its priority, and its fields are on the page at once; one action is open at a time."""
    app = press(session("plan"), "Add an action to priority 1")
    app = labelled(app.text_area, "What is done: action 2 of priority 1").input("Ask parents").run()

    kept = now(repository, with_priority).actions
    assert [(action.what, action.priority) for action in kept] == [("Train the team", "p"), ("Ask parents", "p")]
    app = press(app, "Change action 1 of priority 1")
    assert "What is done: action 2 of priority 1" not in [box.label for box in app.text_area]


def test_date_is_read_and_shown_as_people_write_it(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """Typed in figures, kept as a day."""
    app = press(session("plan"), "Change action 1 of priority 1")
    app = labelled(app.text_input, "Due: action 1 of priority 1").input("31/3/2027").run()

    assert now(repository, with_priority).actions[0].due == date(2027, 3, 31)
    app = press(app, "Close action 1 of priority 1")
    assert "Nobody yet, due 31 March 2027\\. Not started\\." in says(app.markdown)


def test_what_is_no_date_is_explained_and_not_saved(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """The box keeps what was typed, and the page says what to enter."""
    app = press(session("plan"), "Change action 1 of priority 1")
    app = labelled(app.text_input, "Due: action 1 of priority 1").input("after Easter").run()

    assert says(app.error) == ["Enter the date as day, month and year, such as 31 March 2027 or 31/3/2027."]
    assert labelled(app.text_input, "Due: action 1 of priority 1").value == "after Easter"
    assert now(repository, with_priority).actions[0].due is None


def test_due_before_start_is_explained(session: Session, repository: Repository, with_priority: Assessment) -> None:
    """Both dates are kept, since either may be the wrong one; plan, timetable and check say so."""
    save(repository, with_priority, EntryKey("action:00a", AGREED, "start"), "2027-03-01")
    save(repository, with_priority, EntryKey("action:00a", AGREED, "due"), "2027-01-08")
    words = "It is due on 8 January 2027, before it starts on 1 March 2027. Correct one of the dates."

    assert says(session("plan").error) == [words]
    assert len(session("timetable").error) == 1
    assert any("before it starts on" in text for text in says(session("send").markdown))


def test_actions_of_a_priority_that_was_taken_away_stay(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """They stand among the other actions, and can be given to another priority."""
    app = press(session("plan"), "Take priority 1 away")

    assert "Other actions" in says(app.header)
    press(app, "Change other action 1")
    assert [action.what for action in now(repository, with_priority).actions] == ["Train the team"]


def test_proposals_are_added_only_when_asked(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """What is not known and a duty not met are shown; nothing is in the plan before the button."""
    theme = next(evaluation.rubric.themes())
    save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "rating"), State.DONT_KNOW.value)
    save(repository, evaluation, EntryKey(f"duty:{NEEDS_KNOWN}", AGREED, "state"), DutyState.NOT_MET.value)
    app = session("plan")
    assert now(repository, evaluation).actions == ()
    app = press(app, "Add all 2 proposals to the plan")

    duty, find_out = now(repository, evaluation).actions
    assert (duty.kind, duty.duty, duty.start) == (ActionKind.DUTY, NEEDS_KNOWN, uk_today())
    assert (find_out.kind, find_out.themes) == (ActionKind.FIND_OUT, (theme.id,))
    assert not [button for button in app.button if button.label.startswith("Add proposal")]


def test_proposal_says_when_it_is_due_and_is_dated_in_the_plan(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """So that it stands in the timeline and in the calendar file; where a duty means harm, it is due today."""
    theme = next(evaluation.rubric.themes())
    harm = next(duty for duty in binding_duties(evaluation) if duty.act_now)
    save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "rating"), State.DONT_KNOW.value)
    for duty in (NEEDS_KNOWN, harm.id):
        save(repository, evaluation, EntryKey(f"duty:{duty}", AGREED, "state"), DutyState.NOT_MET.value)
    app = session("plan")
    weeks = {number: uk_date(uk_today() + timedelta(weeks=number)) for number in (4, 6)}

    assert {"Due today\\.", f"Due {weeks[4]}, in 4 weeks\\.", f"Due {weeks[6]}, in 6 weeks\\."} <= set(
        says(app.caption)
    )
    press(app, "Add all 3 proposals to the plan")
    due = {action.duty: action.due for action in now(repository, evaluation).actions}
    assert due == {
        harm.id: uk_today(),
        NEEDS_KNOWN: uk_today() + timedelta(weeks=4),
        None: uk_today() + timedelta(weeks=6),
    }


def test_stopped_action_for_a_duty_not_met_is_no_plan(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The proposal is back and says what became of the action; the page does not say that all is planned."""
    save(repository, evaluation, EntryKey(f"duty:{NEEDS_KNOWN}", AGREED, "state"), DutyState.NOT_MET.value)
    add_action(repository, evaluation, "00a", kind="duty", duty=NEEDS_KNOWN, status="stopped")
    app = session("plan")

    assert "Add proposal 1 to the plan" in [button.label for button in app.button]
    assert any("An earlier action for this is stopped" in text for text in says(app.caption))


@pytest.mark.parametrize(
    ("not_met", "unknown", "way", "words"),
    [
        (False, False, "together", "no duty is answered as not met, and no theme is rated as don't know yet."),
        (False, False, "apart", "as not met, and no theme is agreed as don't know yet. What each of you rated alone"),
        (True, False, "together", "every duty not met has an action that is open, and no theme is rated as don't know"),
        (False, True, "together", "as not met, and everything you don't know yet has an action that is open."),
        (
            True,
            True,
            "together",
            "every duty not met has an action that is open, and everything you don't know yet has",
        ),
    ],
)
def test_nothing_to_propose_says_what_is_so(
    not_met: bool, unknown: bool, way: str, words: str, session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """That all is planned is said of what there is, and never where there is no such action at all."""
    theme = next(evaluation.rubric.themes())
    save(repository, evaluation, EntryKey("evaluation", AGREED, "way"), way)
    if not_met:
        save(repository, evaluation, EntryKey(f"duty:{NEEDS_KNOWN}", AGREED, "state"), DutyState.NOT_MET.value)
        add_action(repository, evaluation, "00a", kind="duty", duty=NEEDS_KNOWN)
    if unknown:
        save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "rating"), State.DONT_KNOW.value)
        add_action(repository, evaluation, "00b", kind="find_out", themes=[theme.id])

    assert any(words in text.replace("\\", "") for text in says(session("plan").markdown))


def test_proposal_that_is_added_is_the_one_that_was_read(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Also when another tab has meanwhile taken away the one before it; one that is gone adds nothing else."""
    first, second = list(evaluation.rubric.themes())[:2]
    ratings = [EntryKey(f"theme:{theme.id}", AGREED, "rating") for theme in (first, second)]
    for rating in ratings:
        save(repository, evaluation, rating, State.DONT_KNOW.value)
    app, late = session("plan"), session("plan")
    save(repository, evaluation, ratings[0], 2)
    press(late, "Add proposal 1 to the plan")
    assert now(repository, evaluation).actions == ()
    press(app, "Add proposal 2 to the plan")

    assert [action.themes for action in now(repository, evaluation).actions] == [(second.id,)]


def test_all_proposals_that_are_added_are_those_that_were_read(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What has come to be asked for since the page was drawn waits until somebody has read it."""
    *read, new = list(evaluation.rubric.themes())[:3]
    for theme in read:
        save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, "rating"), State.DONT_KNOW.value)
    app = session("plan")
    save(repository, evaluation, EntryKey(f"theme:{new.id}", AGREED, "rating"), State.DONT_KNOW.value)
    press(app, "Add all 2 proposals to the plan")

    assert [action.themes for action in now(repository, evaluation).actions] == [(theme.id,) for theme in read]


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


def test_timetable_lists_actions_by_due_date(
    session: Session, repository: Repository, with_priority: Assessment
) -> None:
    """The one due first is on top, and what is overdue says so in words."""
    add_action(repository, with_priority, "00b", what="Ask parents", due="2020-01-08", owner="SENCO")
    app = session("timetable")
    table = app.table[0].value

    assert list(table["Action"]) == ["Ask parents", "Train the team"]
    assert list(table["Due"]) == ["8 January 2020 (overdue)", "no date"]
    assert says(app.warning) == ["1 action is overdue."]


def test_document_is_answered_and_then_asked_for_its_place(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Only an answered document has boxes; what runs in a browser is no link."""
    app = session("evidence")
    assert "Where it is: Provision map" not in [box.label for box in app.text_input]
    app = labelled(app.button_group, "7. Provision map").set_value("enclosed").run()
    app = labelled(app.text_input, "Where it is: Provision map").input("javascript://x.sch.uk").run()

    said = now(repository, evaluation).document("provision-map")
    assert (said.state, said.link) == (DocumentState.ENCLOSED, "javascript://x.sch.uk")
    assert not app.exception


def test_high_ratings_are_praised_only_where_there_are_any(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Where nothing is rated high, no evidence is said to carry it."""
    waiting = "No theme stands at level 3 or 4 yet."
    app = session("evidence")
    assert [said.startswith(waiting) for said in says(app.info)] == [True]
    assert not app.success
    theme = f"theme:{next(evaluation.rubric.themes()).id}"
    save(repository, evaluation, EntryKey(theme, AGREED, "evidence_kinds"), ["data", "pupil_voice"])
    save(repository, evaluation, EntryKey(theme, AGREED, "rating"), 3)
    app.run()

    assert not app.info
    assert [said.split(" on ")[0] for said in says(app.success)] == ["Every high rating rests"]


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
