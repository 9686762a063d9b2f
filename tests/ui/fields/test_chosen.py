"""Fields to choose in, by a session without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from sendself.ui.elements.plain import plain
from tests.ui.conftest import SAM, Session, save
from tests.ui.pages import labelled, says
from tests.ui.stores import versions

PRIORITY = "priority:p1"
THEMES = EntryKey(PRIORITY, AGREED, "themes")
LABEL = "Themes that priority 1 moves"
FIRST, SECOND = "teaching.strategies", "outcomes.exclusions"


@pytest.fixture
def plan(session: Session, repository: Repository, evaluation: Assessment) -> AppTest:
    """The plan with one priority, for which somebody chose two themes, a later one of the rubric first."""
    save(repository, evaluation, EntryKey(PRIORITY, AGREED, "text"), "Fewer suspensions.")
    save(repository, evaluation, THEMES, [FIRST, SECOND])
    return session("plan")


def part(app: AppTest) -> str:
    """What is printed on the part that opens to choose themes."""
    return next(one.label for one in app.expander if one.label.startswith(LABEL))


def chosen(app: AppTest, evaluation: Assessment) -> list[str]:
    """The themes of the priority that stand on the page as a list, without opening anything."""
    areas = evaluation.rubric.areas
    titles = {f"- {plain(f'{area.short}: {theme.title}')}": theme.id for area in areas for theme in area.themes}
    lists = [text.split("\n") for text in says(app.markdown)]
    return next(([titles[line] for line in lines] for lines in lists if set(lines) <= set(titles)), [])


def test_choice_of_many_says_what_is_chosen_and_keeps_its_order(
    plan: AppTest, repository: Repository, evaluation: Assessment
) -> None:
    """The count stands on the closed part and the themes below it; looking at them changes nothing."""
    plan.run()

    assert part(plan) == f"{LABEL} (2 chosen)"
    assert chosen(plan, evaluation) == [FIRST, SECOND]
    assert versions(repository, evaluation, THEMES) == [[FIRST, SECOND]]


def test_choice_of_many_is_saved_as_it_is_made(plan: AppTest, repository: Repository, evaluation: Assessment) -> None:
    """One more, then none: each is saved, and the page says so at once."""
    labelled(plan.button_group, LABEL).set_value([FIRST, SECOND, "families.shaping-provision"]).run()
    assert part(plan) == f"{LABEL} (3 chosen)"
    labelled(plan.button_group, LABEL).set_value([]).run()

    assert part(plan) == f"{LABEL} (0 chosen)"
    assert chosen(plan, evaluation) == []
    assert versions(repository, evaluation, THEMES)[1:] == [[FIRST, SECOND, "families.shaping-provision"], []]
    assert repository.load(SAM, evaluation.id).assessment.priorities[0].themes == ()
