"""The way on: the steps before and after each page, the themes of an area as a list, and the next one to answer."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.model import FocusArea
from sendself.storage.repository import Repository
from sendself.ui.elements.plain import plain
from sendself.ui.every_page.places import anchor_of
from tests.ui.conftest import Session, save
from tests.ui.pages import labelled, says


def keyed(app: AppTest, key: str) -> list[str]:
    """What the button with this key says; nothing where there is none."""
    assert not app.exception
    return [button.label for button in app.button if button.key == key]


def area_page(session: Session, area: FocusArea) -> AppTest:
    """The page of the first focus area, by the button that leads to it."""
    app = labelled(session("context").button, f"Next: {area.short}").click().run()
    assert says(app.title) == [area.title]
    return app  # type: ignore[no-any-return]


def rate(repository: Repository, evaluation: Assessment, theme: str, field: str = "rating", value: object = 3) -> None:
    """Answer a theme as Sam in another tab."""
    save(repository, evaluation, EntryKey(f"theme:{theme}", AGREED, field), value)


def listed_themes(app: AppTest, area: FocusArea) -> list[tuple[str, str]]:
    """The list at the top of the page: the place that each line leads to, and the state that it tells."""
    (text,) = (one for one in says(app.markdown) if f"1. [{plain(area.themes[0].title)}]" in one)
    return re.findall(r"^\d+\. \[.*\]\(#(.*)\) — (.*)$", text, re.MULTILINE)


def foot(app: AppTest) -> str:
    """What stands beside the time of saving: how far the page or the evaluation has come."""
    return next(text for text in says(app.markdown) if text.startswith(":small[") and " answered" in text)


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("about", [], ["Next: Context"]),
        ("context", ["Previous: About this evaluation"], ["Next: Outcomes"]),
        ("duties", ["Previous: Provision"], ["Next: Evidence"]),
        ("radar", ["Previous: Evidence"], ["Next: Plan"]),
        ("send", ["Previous: Plan"], []),
        ("history", [], []),
    ],
)
def test_each_step_leads_to_the_one_before_and_after(
    session: Session, page: str, before: list[str], after: list[str]
) -> None:
    """By name; the first has none before it, the last none after it, and a page beside the way has neither."""
    app = session(page)

    assert keyed(app, "previous") == before
    assert keyed(app, "next") == after


def test_next_and_previous_lead_there_with_the_evaluation(session: Session, evaluation: Assessment) -> None:
    """Pressed, they open the step that they name, and its address has the evaluation."""
    app = session("plan").button(key="next").click().run()
    assert says(app.title) == ["Check and send"]
    assert evaluation.id in app.query_params["evaluation"]

    assert says(session("plan").button(key="previous").click().run().title) == ["Profile"]


def test_list_has_each_theme_with_its_state_and_place(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Done, parked or to do, in the order of the page, and each line leads to its heading."""
    area = evaluation.rubric.areas[0]
    first, second, *others = area.themes
    rate(repository, evaluation, first.id)
    rate(repository, evaluation, second.id, "parked", True)
    app = area_page(session, area)

    assert listed_themes(app, area) == [
        (anchor_of(first), "done"),
        (anchor_of(second), "parked"),
        *((anchor_of(theme), "to do") for theme in others),
    ]
    assert [header.anchor for header in app.header if header.anchor] == [anchor_of(theme) for theme in area.themes]
    assert any(f"1 of {len(area.themes)} themes answered.** 1 theme is parked" in text for text in says(app.markdown))


def test_list_and_foot_follow_an_answer(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """What is rated counts in the list and moves the way to the next one."""
    area = evaluation.rubric.areas[0]
    first, second = area.themes[:2]
    app = area_page(session, area)
    assert foot(app) == f":small[0 of {len(area.themes)} answered. [Go to the next one](#{anchor_of(first)})]"
    rate(repository, evaluation, first.id)
    app = area_page(session, area)

    assert listed_themes(app, area)[0] == (anchor_of(first), "done")
    assert foot(app) == f":small[1 of {len(area.themes)} answered. [Go to the next one](#{anchor_of(second)})]"


def test_foot_of_an_area_that_is_done_leads_nowhere(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """A parked theme is passed over, and once none waits there is no way to a next one."""
    area = evaluation.rubric.areas[0]
    last = area.themes[-1]
    for theme in area.themes[:-2]:
        rate(repository, evaluation, theme.id)
    rate(repository, evaluation, area.themes[-2].id, "parked", True)
    assert f"(#{anchor_of(last)})" in foot(area_page(session, area))
    rate(repository, evaluation, last.id, value="dont_know")

    assert foot(area_page(session, area)) == f":small[{len(area.themes) - 1} of {len(area.themes)} answered]"


def test_foot_of_other_pages_counts_all_themes(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Outside the areas it says how far the whole evaluation has come."""
    rate(repository, evaluation, evaluation.rubric.areas[0].themes[0].id)

    assert foot(session("plan")) == f":small[1 of {sum(1 for _ in evaluation.rubric.themes())} themes answered]"
