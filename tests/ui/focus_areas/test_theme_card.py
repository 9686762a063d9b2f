"""The card of a theme: what appears in it moves no box, since somebody may be typing there just then."""

from typing import Any

from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.conftest import Session, save
from tests.ui.every_page.test_places import area_page

THEME = "outcomes.exclusions"


def places(node: Any, path: tuple[int, ...] = ()) -> dict[str, tuple[int, ...]]:
    """Where on the page each box for prose stands: the numbers that lead to it, by its key."""
    if getattr(node, "type", "") == "text_area":
        return {node.key: path}
    children = getattr(node, "children", {})
    return {key: at for number, child in children.items() for key, at in places(child, (*path, number)).items()}


def boxes(app: AppTest) -> dict[str, tuple[int, ...]]:
    """Every box for prose in the page itself."""
    return places(app.main)


def test_what_appears_in_a_card_moves_no_box(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """A colleague says that a theme does not apply, and writes: every box that was there stands where it stood."""
    before = boxes(area_page(session, evaluation.rubric.areas[0]))
    save(repository, evaluation, EntryKey(f"theme:{THEME}", AGREED, "rating"), "not_applicable")
    save(repository, evaluation, EntryKey(f"theme:{THEME}", AGREED, "strengths"), "Theirs.")
    after = boxes(area_page(session, evaluation.rubric.areas[0]))

    assert len(before) > 10
    assert len(after) == len(before) + 1
    assert {key: after[key] for key in before} == before
