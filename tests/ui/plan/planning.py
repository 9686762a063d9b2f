"""A plan as tests make it, and its pages without a browser."""

from typing import Any

from streamlit.testing.v1 import AppTest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, save

NEEDS_KNOWN = "needs-known-to-staff"


def now(repository: Repository, evaluation: Assessment) -> Assessment:
    """The evaluation as it is kept."""
    return repository.load(SAM, evaluation.id).assessment


def offered(app: AppTest) -> list[str]:
    """The files that the page has to take away."""
    return [getattr(button, "label", "") for button in app.get("download_button")]


def add_action(repository: Repository, evaluation: Assessment, item: str, **fields: Any) -> None:
    """Put an action into the plan, as Sam in another tab."""
    for name, value in {"removed": False, **fields}.items():
        save(repository, evaluation, EntryKey(f"action:{item}", AGREED, name), value)
