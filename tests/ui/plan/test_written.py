"""What was written in the focus areas becomes strengths and priorities of the plan by a button."""

from collections.abc import Mapping
from typing import Any

import pytest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, Session, press, save
from tests.ui.pages import labelled, says
from tests.ui.plan.planning import now

WRITTEN: Mapping[str, str] = {"strengths": "Every class reads aloud.", "development": "Reading in year 3."}
NAMES: Mapping[str, str] = {"strengths": "strength", "development": "priority"}


def write(repository: Repository, evaluation: Assessment, place: int = 0) -> str:
    """Rate a theme and write into both of its boxes as Sam; the title of the theme."""
    theme = list(evaluation.rubric.themes())[place]
    for name, value in (("rating", 2), *WRITTEN.items()):
        save(repository, evaluation, EntryKey(f"theme:{theme.id}", AGREED, name), value)
    return theme.title


def made_of(evaluation: Assessment, field: str) -> list[tuple[Any, ...]]:
    """The items of the plan with the themes they come from."""
    if field == "strengths":
        return [(item.text, (item.theme,)) for item in evaluation.highlights]
    return [(item.text, item.themes) for item in evaluation.priorities]


@pytest.mark.parametrize("field", WRITTEN)
def test_text_of_a_theme_becomes_an_item_of_the_plan(
    session: Session, repository: Repository, evaluation: Assessment, field: str
) -> None:
    """With its words and its theme; its box is on the page, and the text says which one it is, instead of a button."""
    title = write(repository, evaluation)
    name = NAMES[field]
    theme = next(evaluation.rubric.themes())
    app = press(session("plan"), f"Make this a {name}: {title}")

    assert made_of(now(repository, evaluation), field) == [(WRITTEN[field], (theme.id,))]
    assert labelled(app.text_area, f"{name.capitalize()} 1").value == WRITTEN[field]
    assert f"This is {name} 1." in says(app.caption)
    assert f"Make this a {name}: {title}" not in [button.label for button in app.button]


def test_text_that_was_changed_in_the_plan_can_be_taken_again(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The priority says something else by now: that it is this text would be wrong."""
    title = write(repository, evaluation)
    app = press(session("plan"), f"Make this a priority: {title}")
    app = labelled(app.text_area, "Priority 1").input("Writing.").run()

    assert f"Make this a priority: {title}" in [button.label for button in app.button]


def test_no_text_becomes_a_sixth_priority(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Where there is no room the buttons give way to what to do first; strengths still have theirs."""
    write(repository, evaluation)
    for number in range(5):
        save(repository, evaluation, EntryKey(f"priority:p{number}", AGREED, "removed"), False)
    app = session("plan")

    made = [button.label.split(":")[0] for button in app.button if button.label.startswith("Make this")]
    assert made == ["Make this a strength"]
    assert "To make another of these a priority, first take one away." in says(app.caption)


def test_button_counts_again_when_it_is_pressed(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """What another tab has added since the page was drawn is there: the fifth place is not given twice."""
    title = write(repository, evaluation)
    for number in range(4):
        save(repository, evaluation, EntryKey(f"priority:p{number}", AGREED, "removed"), False)
    first, second = session("plan"), session("plan")
    press(first, f"Make this a priority: {title}")
    press(second, "Add a priority")

    assert len(repository.load(SAM, evaluation.id).assessment.priorities) == 5
