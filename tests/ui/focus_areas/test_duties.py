"""Duties on one page: every one with its state and a way to the theme where it is answered."""

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import DutyState
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import binding_duties, other_duties, place_of_duty
from sendself.assessment.words import duty_name
from sendself.rubric.duty import SchoolKind
from sendself.storage.repository import Repository
from sendself.ui.elements.plain import spoken
from sendself.ui.every_page.places import anchor_of
from sendself.ui.focus_areas.theme_card import IN_PLACE
from tests.ui.conftest import SAM, Session, save, ways
from tests.ui.pages import says


def answer(repository: Repository, evaluation: Assessment, duty: str, state: DutyState) -> None:
    """Answer a duty as Sam in another tab."""
    save(repository, evaluation, EntryKey(f"duty:{duty}", AGREED, "state"), state.value)


def headings(app: AppTest) -> list[str]:
    """The headings under the title."""
    assert not app.exception
    return says(app.header)


def test_every_duty_stands_there_once_with_a_way_to_its_theme(session: Session, evaluation: Assessment) -> None:
    """As many ways as duties; pressed, one opens the page of an area at the heading of the theme that asks the duty."""
    app = session("duties")
    duties = binding_duties(evaluation)
    places = [place_of_duty(evaluation.rubric, duty) for duty in duties]
    own = [button for button in app.button if str(button.key).startswith("way-duty-")]

    assert headings(app) == [f"Not answered: {len(duties)}"]
    assert {duty_name(duty) for duty in duties} <= {text.strip("*").replace("\\", "") for text in says(app.markdown)}
    assert [button.key for button in own] == [f"way-duty-{duty.id}" for duty in duties]
    area, theme = places[-1]
    app = ways(app)[spoken(f"{area.short}: {theme.title}")].click().run()
    assert says(app.title) == [area.title]
    assert app.query_params["place"] == anchor_of(theme)
    assert app.query_params["evaluation"] == evaluation.id


def test_duty_of_the_local_authority_is_asked_as_such(session: Session, evaluation: Assessment) -> None:
    """Where it is answered, the choice says whose duty it is, and what the school is asked about it."""
    duty = next(duty for duty in binding_duties(evaluation) if duty.owner == "local_authority")
    app = session("duties")
    app = next(button for button in app.button if button.key == f"way-duty-{duty.id}").click().run()

    assert f"The local authority must: {duty.duty}" in {
        str(group.label).replace("\\", "") for group in app.button_group
    }
    asked = [line for line in says(app.caption) if line.replace("\\", "").startswith(IN_PLACE)]
    assert len(asked) == 1
    assert duty.source.split()[0] in asked[0]


def test_counts_add_up(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """The table has a line for each area and one for all; what needs somebody comes first."""
    one, two, three, *rest = binding_duties(evaluation)
    for duty, state in ((one, DutyState.MET), (two, DutyState.NOT_CHECKED), (three, DutyState.NOT_MET)):
        answer(repository, evaluation, duty.id, state)
    app = session("duties")
    table = app.table[0].value

    assert headings(app) == ["Not met: 1", f"Not answered: {len(rest)}", "Not checked: 1", "Met: 1"]
    assert f"**3 of {len(rest) + 3} duties answered.**" in says(app.markdown)
    assert list(table["Focus area"])[-1] == "All"
    numbers = table.drop(columns="Focus area").astype(int)
    assert list(numbers.iloc[:-1].sum()) == list(numbers.iloc[-1])
    assert list(numbers.iloc[-1]) == [len(rest) + 3, 1, len(rest), 1, 1, 0]


def test_duty_that_means_harm_says_what_to_do(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Where a duty is not met and a pupil is harmed today, the page says to act now; elsewhere it does not."""
    urgent = next(duty for duty in binding_duties(evaluation) if duty.act_now)
    answer(repository, evaluation, urgent.id, DutyState.NOT_MET)

    assert len(says(session("duties").error)) == 1
    answer(repository, evaluation, urgent.id, DutyState.MET)
    assert says(session("duties").error) == []


@pytest.mark.parametrize("kind", [None, SchoolKind.ACADEMY, SchoolKind.INDEPENDENT])
def test_kind_of_school_is_said_and_what_it_leaves_out(
    session: Session, repository: Repository, evaluation: Assessment, kind: SchoolKind | None
) -> None:
    """Without a kind the page says so; with one, the duties of other kinds stand under a heading of their own."""
    if kind:
        save(repository, evaluation, EntryKey("school", AGREED, "kind"), kind.value)
    app, others = session("duties"), other_duties(repository.load(SAM, evaluation.id).assessment)

    assert bool(says(app.info)) == (kind is None)
    assert (f"Not asked of you: {len(others)}" in headings(app)) == bool(others)
    assert kind is None or others


def test_task_list_says_how_many_duties_are_answered(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The step stands among the others with its state, after the focus areas and before the evidence."""
    duties = binding_duties(evaluation)
    answer(repository, evaluation, duties[0].id, DutyState.MET)
    labels = [link.proto.label for link in session("about").get("page_link")]
    place = labels.index(f"Duties — 1 of {len(duties)}")

    assert labels[place - 1].startswith(evaluation.rubric.areas[-1].short)
    assert labels[place + 1].startswith("Evidence")


def test_duty_that_may_not_concern_the_school_says_so(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """A 16 to 19 academy reads on Duties and beside the theme that it may not apply."""
    save(repository, evaluation, EntryKey("school", AGREED, "type_name"), "Academy 16-19 converter")
    app = session("duties")

    assert [text for text in says(app.caption) if "may not apply to a 16 to 19 academy" in text]
