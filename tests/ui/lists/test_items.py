"""Items are added and taken away by buttons, which say so when nothing was saved."""

import re
from collections.abc import Sequence

import pytest

from sendself.assessment.answers import DutyState
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.kept import Actor, Change, Conflict, Room, Saved
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, OpenAs, Session, press, save
from tests.ui.pages import foot, labelled, says
from tests.ui.plan.planning import NEEDS_KNOWN, add_action, now
from tests.ui.plan.test_written import write
from tests.ui.stores import FULL, FullDisk


@pytest.fixture
def planned(repository: Repository, evaluation: Assessment) -> Assessment:
    """The evaluation with a priority, an action, evidence, a text to take over and a duty not met."""
    save(repository, evaluation, EntryKey("priority:p", AGREED, "text"), "Maths")
    save(repository, evaluation, EntryKey("evidence:e", AGREED, "title"), "Survey")
    save(repository, evaluation, EntryKey(f"duty:{NEEDS_KNOWN}", AGREED, "state"), DutyState.NOT_MET.value)
    add_action(repository, evaluation, "00a", priority="p", what="Train the team")
    write(repository, evaluation)
    return evaluation


@pytest.mark.parametrize(
    ("page", "label"),
    [
        ("plan", "Add a strength"),
        ("plan", "Add a priority"),
        ("plan", "Take priority 1 away"),
        ("plan", "Add an action to priority 1"),
        ("plan", "Add proposal 1 to the plan"),
        ("plan", "Make this a priority: *"),
        ("plan", "Make this a strength: *"),
        ("evidence", "Add evidence"),
        ("evidence", "Take evidence 1 away"),
        ("about", "Add a person"),
        ("about", "Take Senior leader off the list"),
    ],
)
def test_button_says_when_nothing_was_saved(
    session: Session,
    repository: Repository,
    planned: Assessment,
    open_as: OpenAs,
    page: str,
    label: str,
) -> None:
    """What the store says stands beside the button and at the foot, and the page goes on as it was."""
    open_as(FullDisk)
    before = repository.load(Actor("Sam"), planned.id).seq
    app = session(page)
    title = next(planned.rubric.themes()).title
    app = press(app, label.replace("*", title))

    assert says(app.error)[-1] == FULL
    assert foot(app) == f"Not saved. {FULL}"
    assert not app.exception
    assert repository.load(Actor("Sam"), planned.id).seq == before
    assert "action" not in app.query_params


def test_open_action_that_could_not_be_taken_away_stays_open(
    session: Session, repository: Repository, planned: Assessment, open_as: OpenAs
) -> None:
    """Its fields are still on the page, beside what the store says."""
    open_as(FullDisk)
    app = press(session("plan"), "Change action 1 of priority 1")
    app = press(app, "Take action 1 of priority 1 away")

    assert says(app.error)[-1] == FULL
    assert "What is done: action 1 of priority 1" in [box.label for box in app.text_area]


class Beaten(Repository):
    """The real store, in which somebody else is always a moment quicker to add a priority."""

    def save(
        self, actor: Actor, assessment_id: str, changes: Sequence[Change], *, room: Room | None = None
    ) -> tuple[Saved | Conflict, ...]:
        """Add theirs first."""
        theirs = Change(EntryKey("priority:theirs", AGREED, "removed"), False, 0, "theirs")
        super().save(SAM, assessment_id, [theirs])
        return super().save(actor, assessment_id, changes, room=room)


def test_fifth_priority_that_somebody_else_added_a_moment_before_stays_the_last(
    session: Session, repository: Repository, evaluation: Assessment, open_as: OpenAs
) -> None:
    """The page that drew four says that there are five by now, and adds no sixth."""
    for number in range(4):
        save(repository, evaluation, EntryKey(f"priority:p{number}", AGREED, "text"), f"Priority {number}")
    open_as(Beaten)
    app = press(session("plan"), "Add a priority")

    assert says(app.error) == ["Nothing was added: there are 5 already. Take one away to add another."]
    assert len(now(repository, evaluation).priorities) == 5


def test_there_is_room_for_five_priorities(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """The button is gone at five; where joining has brought more, the page says how many are to go."""
    for number in range(5):
        save(repository, evaluation, EntryKey(f"priority:p{number}", AGREED, "text"), f"Priority {number}")
    app = session("plan")
    assert "That is 5. Take one away to add another." in says(app.caption)
    assert not app.warning
    for number in (5, 6):
        save(repository, evaluation, EntryKey(f"priority:p{number}", AGREED, "text"), f"Priority {number}")
    app = app.run()

    assert says(app.warning) == [
        "There are 7 priorities, and the pages that are read first show 5. Take 2 away, or put some of them together."
    ]
    assert "There is room for 5. Take 3 away to add another." in says(app.caption)
    assert "Add a priority" not in [button.label for button in app.button]


@pytest.mark.parametrize(
    ("page", "subject", "box", "field", "name"),
    [
        ("plan", "highlight:h", "Strength 1", "text", "strength"),
        ("plan", "priority:p", "Priority 1", "text", "priority"),
        ("evidence", "evidence:e", "What it is: evidence 1", "title", "evidence"),
    ],
)
def test_item_taken_away_by_somebody_else_can_be_put_back(
    session: Session,
    repository: Repository,
    evaluation: Assessment,
    page: str,
    subject: str,
    box: str,
    field: str,
    name: str,
) -> None:
    """The page says by whom and when; what was typed into it meanwhile is in it when it comes back."""
    save(repository, evaluation, EntryKey(subject, AGREED, field), "Before")
    app = session(page)
    save(repository, evaluation, EntryKey(subject, AGREED, "removed"), True)
    boxes = app.text_input if page == "evidence" else app.text_area
    app = labelled(boxes, box).input("Typed meanwhile").run()

    (said,) = says(app.warning)
    assert re.match(rf"The {name} “Typed meanwhile” was taken away by Sam at \d\d\\:\d\d\\\.", said)
    app = press(app, f"Put it back: the {name} “Typed meanwhile”")
    boxes = app.text_input if page == "evidence" else app.text_area
    assert labelled(boxes, box).value == "Typed meanwhile"
    assert says(app.warning) == []


def test_action_taken_away_while_it_is_written_comes_back_open(
    session: Session, repository: Repository, planned: Assessment
) -> None:
    """With all its fields, those that were not on screen as well."""
    save(repository, planned, EntryKey("action:00a", AGREED, "owner"), "SENCO")
    app = press(session("plan"), "Change action 1 of priority 1")
    save(repository, planned, EntryKey("action:00a", AGREED, "removed"), True)
    app = labelled(app.text_area, "What is done: action 1 of priority 1").input("Train all").run()
    app = press(app, "Put it back: the action “Train all”")

    assert labelled(app.text_area, "What is done: action 1 of priority 1").value == "Train all"
    (kept,) = now(repository, planned).actions
    assert (kept.what, kept.owner, kept.priority) == ("Train all", "SENCO", "p")


def test_box_stays_where_it_is_while_somebody_types_in_it(
    session: Session, repository: Repository, planned: Assessment
) -> None:
    """What a colleague took away keeps its box and its number until it is decided: all that is typed on is saved."""
    save(repository, planned, EntryKey("priority:q", AGREED, "text"), "English")
    app = session("plan")
    save(repository, planned, EntryKey("priority:p", AGREED, "removed"), True)
    app = labelled(app.run().text_area, "Priority 1").input("Maths, typed on").run()
    app = labelled(app.text_area, "Priority 1").input("Maths, typed on and on").run()

    assert labelled(app.text_area, "Priority 2").value == "English"
    assert repository.load(SAM, planned.id).entries[EntryKey("priority:p", AGREED, "text")].value == (
        "Maths, typed on and on"
    )
    app = press(app, "Put it back: the priority “Maths, typed on and on”")
    assert [one.text for one in now(repository, planned).priorities] == ["Maths, typed on and on", "English"]


def test_card_of_evidence_stays_with_all_its_boxes(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Also when several are taken away; the others keep their numbers."""
    for item in ("a", "b", "c"):
        save(repository, evaluation, EntryKey(f"evidence:{item}", AGREED, "title"), item)
    app = session("evidence")
    for item in ("a", "b"):
        save(repository, evaluation, EntryKey(f"evidence:{item}", AGREED, "removed"), True)
    app = labelled(app.run().text_area, "A word about it: evidence 2").input("Typed on").run()

    assert [labelled(app.text_input, f"What it is: evidence {number}").value for number in (1, 2, 3)] == ["a", "b", "c"]
    assert len(says(app.warning)) == 2
    assert not any(button.label in ("Take evidence 1 away", "Take evidence 2 away") for button in app.button)
    app = press(app, "Put it back: the evidence “b”")
    assert [(one.title, one.note) for one in now(repository, evaluation).evidence] == [("b", "Typed on"), ("c", "")]
    app = press(app, "Leave it away: the evidence “a”")
    assert [labelled(app.text_input, f"What it is: evidence {number}").value for number in (1, 2)] == ["b", "c"]


@pytest.mark.parametrize("whole", [False, True], ids=["action", "priority-and-action"])
def test_open_action_stays_where_it_is(
    session: Session, repository: Repository, planned: Assessment, whole: bool
) -> None:
    """Below its priority, though that is gone as well: all that is typed on is saved."""
    app = press(session("plan"), "Change action 1 of priority 1")
    for subject in ("action:00a", *(["priority:p"] if whole else [])):
        save(repository, planned, EntryKey(subject, AGREED, "removed"), True)
    for words in ("Train", "Train all"):
        app = labelled(app.run().text_area, "What is done: action 1 of priority 1").input(words).run()

    assert repository.load(SAM, planned.id).entries[EntryKey("action:00a", AGREED, "what")].value == "Train all"
    app = press(app, "Put it back: the action “Train all”")
    assert [one.what for one in now(repository, planned).actions] == ["Train all"]
    assert labelled(app.text_area, "What is done: action 1 of priority 1").value == "Train all"


def test_item_may_stay_away(session: Session, repository: Repository, planned: Assessment) -> None:
    """It is said until somebody has decided, and then no more; a second tab that did not have it is told nothing."""
    app = session("plan")
    save(repository, planned, EntryKey("priority:p", AGREED, "removed"), True)
    app = app.run().run()
    assert len(says(app.warning)) == 1
    app = press(app, "Leave it away: the priority “Maths”").run()

    assert says(app.warning) == []
    assert says(session("plan").warning) == []
    assert now(repository, planned).priorities == ()


def test_what_was_taken_away_here_can_be_put_back_until_the_page_is_left(
    session: Session, repository: Repository, planned: Assessment
) -> None:
    """Whoever pressed the button is not warned, and can take it back at once; a tab beside it is warned."""
    here, beside = session("plan"), session("plan")
    here = press(here, "Take priority 1 away")

    assert says(here.warning) == []
    assert "You took the priority “Maths” away\\. All that it says is kept\\." in says(here.info)
    assert any("was taken away by" in text for text in says(beside.run().warning))
    here = press(here, "Put it back: the priority “Maths”")
    assert [one.text for one in now(repository, planned).priorities] == ["Maths"]
    assert not any("You took" in text for text in says(here.info))


@pytest.mark.parametrize("leave", [True, False], ids=["left-away", "page-left"])
def test_what_was_taken_away_here_is_told_no_longer(session: Session, planned: Assessment, leave: bool) -> None:
    """Once it is decided, or on another page and back, nothing is said of it any more."""
    app = press(session("plan"), "Take priority 1 away")
    if leave:
        app = press(app, "Leave it away: the priority “Maths”")
    else:
        app = app.switch_page("evidence.py").run().switch_page("plan.py").run()

    assert not any("You took" in text for text in says(app.info))
    assert says(app.warning) == []
