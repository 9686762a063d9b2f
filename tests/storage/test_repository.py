"""Evaluations are kept whole, listed, and removed without a trace."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, select, text

from sendself.assessment.answers import Answer
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Priority
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant
from sendself.assessment.school import School
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import Rubric
from sendself.storage.address import database_url
from sendself.storage.errors import AlreadyThereError, NotFoundError, UnavailableError
from sendself.storage.kept import Actor, Change, Saved
from sendself.storage.repository import Repository, open_repository
from sendself.storage.tables import assessments, entries, history, rubrics
from tests.storage.conftest import ALEX, SMALL_RUBRIC, empty_evaluation
from tests.strategies import assessments as made_evaluations
from tests.strategies import small_rubrics

RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")
STRENGTHS = EntryKey("theme:outcomes.exclusions", AGREED, "strengths")


CLEARED = [
    EntryKey("review", AGREED, "why"),
    EntryKey("context", AGREED, "figures.fsm"),
    EntryKey("context", AGREED, "words.staffing"),
    EntryKey("evaluation", AGREED, "way"),
    EntryKey("evaluation", AGREED, "disclosure.names"),
    EntryKey("theme:outcomes.exclusions", "slt", "evidence_kinds"),
    EntryKey("duty:informal", AGREED, "state"),
    EntryKey("priority:gone", AGREED, "removed"),
]


@st.composite
def evaluations(draw: st.DrawFn) -> Assessment:
    """Evaluations that also have versions of fields that were cleared and of items that were taken away."""
    made = draw(made_evaluations(small_rubrics()))
    version = st.builds(FieldVersion, version=st.integers(1, 99), op_id=st.uuids().map(str))
    cleared = draw(st.dictionaries(st.sampled_from(CLEARED), version, max_size=4))
    return made.changed(versions={**made.versions, **{key.text: found for key, found in cleared.items()}})


ON_EACH_ENGINE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=30, deadline=None, suppress_health_check=ON_EACH_ENGINE)
@given(made=evaluations())
def test_evaluation_comes_back_as_it_was_kept(repository: Repository, made: Assessment) -> None:
    """Whatever an evaluation says, and every version it brings, is there when it is loaded."""
    repository.create(ALEX, made)
    try:
        stored = repository.load(ALEX, made.id)
    finally:
        repository.delete(ALEX, made.id)
    found = stored.assessment
    assert found.changed(updated_at=made.updated_at, versions=made.versions) == made
    assert entries_of(found) == entries_of(made)
    for text_key, version in made.versions.items():
        kept = found.versions[text_key]
        assert (kept.version, kept.base) == (version.version, version.version)
        assert kept.op_id == version.op_id or not version.op_id or _twice(made, version.op_id)
    new = set(found.versions) - set(made.versions)
    assert {(found.versions[key].version, found.versions[key].base) for key in new} <= {(1, 0)}


def _twice(made: Assessment, op_id: str) -> bool:
    return [version.op_id for version in made.versions.values()].count(op_id) > 1


@settings(max_examples=10, deadline=None, suppress_health_check=ON_EACH_ENGINE)
@given(made=evaluations())
def test_copy_of_what_was_loaded_is_kept_again(repository: Repository, made: Assessment) -> None:
    """Opening a kept copy elsewhere gives the same evaluation and the same versions, now as its base."""
    repository.create(ALEX, made)
    try:
        first = repository.load(ALEX, made.id).assessment
        repository.delete(ALEX, made.id)
        repository.create(ALEX, first)
        second = repository.load(ALEX, made.id).assessment
    finally:
        repository.delete(ALEX, made.id)
    assert second.changed(updated_at=first.updated_at, versions=first.versions) == first
    assert second.versions == {
        key: version.model_copy(update={"base": version.version}) for key, version in first.versions.items()
    }


@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: rubric.id)
def test_full_evaluation_of_a_shipped_rubric_comes_back(repository: Repository, rubric: Rubric) -> None:
    """Every theme answered at length by three perspectives is kept and loaded whole."""
    said = {
        who: Answer(rating=3, reason="Why " * 50, strengths="Łódź " * 400, development="Next " * 400, can_help=True)
        for who in (AGREED, "senco", "slt")
    }
    made = empty_evaluation().changed(
        rubric=rubric, setting=rubric.settings[0], answers={theme.id: said for theme in rubric.themes()}
    )
    repository.create(ALEX, made)
    stored = repository.load(ALEX, made.id)
    assert stored.assessment.answers == made.answers
    assert stored.assessment.rubric == rubric
    assert repository.summaries(ALEX)[0].rated == len(made.answers)


def test_evaluation_is_kept_when_it_is_closed_and_opened_again(url: str, repository: Repository) -> None:
    """A second repository at the same address finds what the first has kept."""
    made = empty_evaluation().changed(school=School(name="Ysgol Pen-y-Bryn", urn=109567))
    repository.create(ALEX, made)
    repository.close()
    again = open_repository(url)
    assert again.load(ALEX, made.id).assessment.school == made.school
    again.close()


def test_evaluation_with_a_known_id_is_not_kept_twice(repository: Repository, evaluation: Assessment) -> None:
    """A second one with the same id is refused, and the first stays as it is."""
    first = evaluation.changed(school=School(name="First"))
    repository.create(ALEX, first)
    with pytest.raises(AlreadyThereError, match="Open it from the list"):
        repository.create(ALEX, evaluation.changed(school=School(name="Second")))
    assert repository.load(ALEX, evaluation.id).assessment.school.name == "First"


@pytest.mark.parametrize("call", ["load", "save", "delete"])
def test_evaluation_that_is_not_here_is_said_not_to_be(repository: Repository, call: str) -> None:
    """Loading, saving and deleting what is not there say so instead of doing nothing."""
    with pytest.raises(NotFoundError, match="Go to Start"):
        getattr(repository, call)(ALEX, "not-here-1", *([()] if call == "save" else []))
    assert repository.history(ALEX, "not-here-1", RATING) == ()


def test_versions_from_a_file_are_kept_and_become_the_base(repository: Repository, evaluation: Assessment) -> None:
    """A field that comes at version 7 is at version 7 here, from base 7; one without a version is at 1 from 0."""
    came = evaluation.changed(
        answers={"outcomes.exclusions": {AGREED: Answer(rating=3, strengths="Calm mornings")}},
        versions={RATING.text: FieldVersion(version=7, base=2, op_id="abc")},
    )
    repository.create(ALEX, came)
    stored = repository.load(ALEX, came.id)
    rating, strengths = stored.entries[RATING], stored.entries[STRENGTHS]
    assert (rating.version, rating.base, rating.op_id) == (7, 7, "abc")
    assert (strengths.version, strengths.base) == (1, 0)
    (saved,) = repository.save(ALEX, came.id, [Change(RATING, 4, 7, "def")])
    assert isinstance(saved, Saved)
    assert (saved.entry.version, saved.entry.base) == (8, 7)
    assert [(entry.version, entry.base) for entry in repository.history(ALEX, came.id, RATING)] == [(7, 7), (8, 7)]


def test_item_taken_away_stays_away_with_its_version(repository: Repository, evaluation: Assessment) -> None:
    """An item that a file knows by its versions alone is not brought back, and what stood in it is not known."""
    gone, text = (EntryKey("priority:gone", AGREED, name) for name in ("removed", "text"))
    came = evaluation.changed(
        priorities=(Priority(id="here", text="Reading"),),
        versions={
            gone.text: FieldVersion(version=3),
            text.text: FieldVersion(version=4),
            "priority:BAD!|agreed|text": FieldVersion(version=2),
        },
    )
    repository.create(ALEX, came)
    found = repository.load(ALEX, came.id).assessment
    assert [item.id for item in found.priorities] == ["here"]
    assert found.versions[gone.text].version == 3
    assert text.text not in found.versions


@pytest.mark.parametrize(
    "versions",
    [
        {"no key": FieldVersion(version=1)},
        {"a|b|c": FieldVersion(version=1)},
        {"theme:X|agreed|rating": FieldVersion(version=1)},
        {"school|agreed|name": FieldVersion(version=2_000_000_000, op_id="a\x00b")},
        {"school|agreed|name": FieldVersion(version=2, op_id="é" * 64), "school|agreed|town": FieldVersion(version=2)},
        {key: FieldVersion(version=2, op_id="same") for key in ("school|agreed|name", "school|agreed|town")},
    ],
)
def test_odd_versions_in_a_file_do_no_harm(
    repository: Repository, evaluation: Assessment, versions: dict[str, FieldVersion]
) -> None:
    """A file edited by hand, with versions of nothing or the id of a write twice, is kept and opens."""
    came = evaluation.changed(school=School(name="Hill School", town="Luton"), versions=versions)
    repository.create(ALEX, came)
    assert repository.load(ALEX, came.id).assessment.school == came.school


def test_level_and_state_have_columns_that_can_be_counted(url: str, repository: Repository) -> None:
    """A partnership counts levels in SQL: a level and a state stand in columns of their own, now and in history."""
    made = empty_evaluation().changed(answers={"outcomes.exclusions": {AGREED: Answer(rating=3, strengths="3")}})
    repository.create(ALEX, made)
    repository.save(ALEX, made.id, [Change(RATING, "not_applicable", 1, "one")])
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        kept = connection.execute(select(entries.c.level, entries.c.state).where(entries.c.field == "rating")).all()
        before = connection.execute(select(history.c.level, history.c.state).order_by(history.c.seq)).all()
    engine.dispose()
    assert kept == [(None, "not_applicable")]
    assert sorted(before, key=str) == [(3, None), (None, "not_applicable"), (None, None)]


def test_entry_that_this_program_does_not_know_is_kept_and_ignored(url: str, repository: Repository) -> None:
    """A field of a newer program survives being opened, saved beside, and opened again."""
    made = empty_evaluation().changed(school=School(name="Hill School"))
    repository.create(ALEX, made)
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        row = dict(connection.execute(select(entries)).mappings().one())
        strange = [("theme:outcomes.exclusions", "mood"), ("weather", "today"), ("school", "motto")]
        for seq, (subject, field) in enumerate(strange, start=1001):
            connection.execute(entries.insert().values({**row, "subject": subject, "field": field, "seq": seq}))
    engine.dispose()
    repository.save(ALEX, made.id, [Change(RATING, 2, 0, "one")])
    stored = repository.load(ALEX, made.id)
    assert stored.assessment.school == made.school
    assert {EntryKey(subject, AGREED, field) for subject, field in strange} <= set(stored.entries)


@pytest.fixture
def far_away_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose clock is set to the time of Kathmandu."""
    monkeypatch.setitem(os.environ, "TZ", "Asia/Kathmandu")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_away_clock")
def test_times_are_utc_wherever_the_computer_and_the_database_are(url: str, repository: Repository) -> None:
    """A moment given in any zone comes back as the same moment in UTC, and a save bears the true time."""
    if url.startswith("postgresql"):
        engine = create_engine(database_url(url), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"ALTER DATABASE {engine.url.database} SET timezone = 'America/St_Johns'"))
        engine.dispose()
    repository.close()
    there = open_repository(url)
    made = empty_evaluation().changed(created_at=datetime.fromisoformat("2026-03-29T01:30:00.123456+05:30"))
    there.create(ALEX, made)
    before = datetime.now(UTC)
    (saved,) = there.save(ALEX, made.id, [Change(RATING, 2, 0, "one")])
    stored = there.load(ALEX, made.id)
    there.close()
    assert isinstance(saved, Saved)
    assert stored.assessment.created_at == datetime(2026, 3, 28, 20, 0, 0, 123456, tzinfo=UTC)
    assert stored.assessment.created_at.utcoffset() == timedelta(0)
    assert saved.entry.at.utcoffset() == timedelta(0)
    assert before <= saved.entry.at <= datetime.now(UTC)
    assert stored.assessment.updated_at == saved.entry.at == stored.entries[RATING].at


def test_control_characters_reach_no_database(repository: Repository, evaluation: Assessment) -> None:
    """NUL and its like are taken out of words and names on both engines, and line ends become one kind."""
    made = evaluation.changed(participants=(Participant(id="p1", name="A\x00lex"),))
    repository.create(Actor("Al\x00ex\nMorgan"), made)
    repository.save(Actor("S\x00am"), made.id, [Change(STRENGTHS, "e\u0301 \x00\x07one\r\ntwo\x85", 0, "one")])
    stored = repository.load(ALEX, made.id)
    assert stored.entries[STRENGTHS].value == "é one\ntwo"
    assert stored.entries[STRENGTHS].by == "Sam"
    assert stored.assessment.participants[0].name == "Alex"


def test_rubric_that_was_changed_in_the_database_is_not_used(url: str, repository: Repository) -> None:
    """An evaluation whose rubric is not the one it was made with is not shown with other words."""
    made = empty_evaluation().changed(
        rubric=SMALL_RUBRIC.model_copy(update={"title": f"Only here {url[:6]}", "version": url})
    )
    repository.create(ALEX, made)
    engine = create_engine(database_url(url))
    with engine.begin() as connection:
        connection.execute(rubrics.update().values(content=func.replace(rubrics.c.content, "Only here", "Never here")))
        connection.execute(assessments.update().values(example=True))
    engine.dispose()
    with pytest.raises(UnavailableError, match="cannot read") as caught:
        repository.load(ALEX, made.id)
    assert "here" not in str(caught.value).replace("It has been left as it is", "")
