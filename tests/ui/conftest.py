"""A database file, an evaluation in it, and the app as a script that a test can run without a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol, TypeVar
from uuid import uuid4

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sendself.assessment.begin import new_assessment
from sendself.assessment.context import Context, Figure
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.address import database_url
from sendself.storage.engine import open_engine
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import Repository, open_repository
from sendself.ui.server import store

SCRIPT = Path(__file__).resolve().parents[2] / "pages" / "navigation.py"
SAM = Actor("Sam")
PUBLISHED = {
    "roll": Figure(value=428, source="published", year="2023/24"),
    "ehc_plans": Figure(value=12, source="published", year="2023/24"),
}

Session = Callable[[str], AppTest]
Opened = TypeVar("Opened", bound=Repository)


class OpenAs(Protocol):
    """How to have the app open its database as another kind of repository, and get that one."""

    def __call__(self, kind: type[Opened]) -> Opened:
        """From the next run of a page on."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """The database that the app uses as well."""
    monkeypatch.setenv("SENDSELF_DATABASE_URL", f"sqlite:///{tmp_path / 'sendself.sqlite3'}")
    st.cache_resource.clear()
    opened = open_repository()
    yield opened
    opened.close()
    st.cache_resource.clear()


@pytest.fixture
def open_as(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAs]:
    """A way to have the app open its database as a real repository that fails in one thing, as stores do."""
    opened: list[Repository] = []

    def begin(kind: type[Opened]) -> Opened:
        made = kind(open_engine(database_url()))
        opened.append(made)
        monkeypatch.setattr(store, "open_repository", lambda: made)
        return made

    yield begin
    for one in opened:
        one.close()


@pytest.fixture
def evaluation(repository: Repository) -> Assessment:
    """An evaluation with two published figures and nothing answered."""
    begun = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM, context=Context(figures=PUBLISHED))
    repository.create(SAM, begun)
    return begun


@pytest.fixture
def with_priority(repository: Repository, evaluation: Assessment) -> Assessment:
    """The evaluation with a priority and one action of it."""
    for subject, field, value in (
        ("priority:p", "text", "Maths"),
        ("action:00a", "removed", False),
        ("action:00a", "priority", "p"),
        ("action:00a", "what", "Train the team"),
    ):
        save(repository, evaluation, EntryKey(subject, AGREED, field), value)
    return evaluation


@pytest.fixture
def session(evaluation: Assessment) -> Session:
    """A way to begin a session of the app on one page of the evaluation, as a new tab does."""

    def begin(page: str) -> AppTest:
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        app.query_params["evaluation"] = evaluation.id
        app.run()
        return app.switch_page(f"{page}.py").run()

    return begin


def ways(app: AppTest) -> dict[str, Any]:
    """What leads to other pages in words that wrap: the button by the words that are read on it."""
    return {
        button.label.removeprefix(":primary[").removesuffix("]"): button
        for button in app.button
        if str(button.key).startswith("way-")
    }


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return next(button for button in app.button if button.label == label).click().run()


def save(repository: Repository, evaluation: Assessment, key: EntryKey, value: Value) -> None:
    """Save a value as Sam in another tab."""
    there = repository.load(SAM, evaluation.id).entries.get(key)
    version = there.version if there else 0
    repository.save(SAM, evaluation.id, [Change(key, value, version, uuid4().hex)])
