"""What the answers ask for, on screen: proposed, read and added; by a session without a browser."""

from datetime import timedelta

import pytest

from sendself.assessment.answers import DutyState, State
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import ActionKind
from sendself.assessment.model import Assessment
from sendself.assessment.profile import binding_duties
from sendself.assessment.uk_clock import uk_date, uk_today
from sendself.storage.repository import Repository
from tests.ui.conftest import Session, press, save
from tests.ui.pages import says
from tests.ui.plan.planning import NEEDS_KNOWN, add_action, now


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
