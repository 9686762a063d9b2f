"""Addresses that lead nowhere by themselves: each page says in a sentence what to do instead."""

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Way
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.repository import Repository
from sendself.ui.every_page.journey import PAGES
from tests.ui.conftest import SAM, SCRIPT, ways
from tests.ui.pages import labelled, says

WITHOUT_EVALUATION = {"navigation", "start", "new", "paper", "register", "focus_area"}
"""Pages that need none, and files that no address leads to."""
STEPS = sorted({page.stem for page in PAGES.glob("*.py")} - WITHOUT_EVALUATION)


def agree(repository: Repository, **fields: object) -> AppTest:
    """Agree, opened by its address for an evaluation that is rated together."""
    begun = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM, way=Way.TOGETHER).changed(**fields)
    repository.create(SAM, begun)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = begun.id
    app.run().switch_page("agree.py").run()
    assert not app.exception
    return app


@pytest.mark.parametrize("step", STEPS)
def test_page_of_an_evaluation_without_one_leads_to_start(repository: Repository, step: str) -> None:
    """Opened bare, every page of an evaluation says that none is open, and a button leads to where one is chosen."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run().switch_page(f"{step}.py").run()
    assert not app.exception
    assert says(app.title) == ["No self-evaluation is open"]

    labelled(app.button, "Go to Start").click().run()
    assert says(app.title) == ["Evaluate your SEND provision"]


def test_agree_where_all_is_rated_together_says_so(repository: Repository) -> None:
    """It is no step there, and its address says why and where to change it instead of "Page not found"."""
    app = agree(repository)
    links = [link.proto.label for link in app.get("page_link")]

    assert says(app.title) == ["Agree"]
    assert "rated together" in says(app.info)[0]
    assert not [label for label in links if label.startswith("Agree")]
    assert says(app.header) == []
    app = ways(app)["Go to About this evaluation"].click().run()
    assert says(app.title) == ["About this evaluation"]


def test_agree_where_two_copies_differ_is_a_step(repository: Repository) -> None:
    """Rated together, it is there for as long as something is left to decide."""
    key = EntryKey("review", AGREED, "why").text
    app = agree(
        repository,
        review={"why": "Said here."},
        differences=(Difference(id="d1", key=key, theirs="Said there."),),
    )

    assert [link for link in app.get("page_link") if link.proto.label == "Agree — 1 to decide"]
    assert "Changed in both copies" in says(app.header)
    assert says(app.info) == []
