"""Deleting an evaluation: nothing of it is left, and nothing of another is lost."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.storage.address import database_url
from sendself.storage.errors import NotFoundError
from sendself.storage.kept import Change
from sendself.storage.repository import Repository, open_repository
from sendself.storage.tables import metadata
from tests.storage.conftest import ALEX, OTHER_RUBRIC, LogSafeFrom, empty_evaluation

RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")
STRENGTHS = EntryKey("theme:outcomes.exclusions", AGREED, "strengths")


def rows_in(url: str) -> dict[str, int]:
    """How many rows each table has."""
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        counts = {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
        }
    engine.dispose()
    return counts


def test_deleting_leaves_no_row(url: str, repository: Repository) -> None:
    """The evaluation, its entries, its history and its rubric are gone; another evaluation loses nothing."""
    answers = {"outcomes.exclusions": {AGREED: Answer(rating=3, strengths="Calm")}}
    first, second = empty_evaluation().changed(answers=answers), empty_evaluation().changed(answers=answers)
    other = empty_evaluation().changed(rubric=OTHER_RUBRIC, setting="special")
    for made in (first, second, other):
        repository.create(ALEX, made)
    repository.save(ALEX, first.id, [Change(RATING, 4, 1, "one")])
    repository.delete(ALEX, first.id)
    assert rows_in(url) == {"rubrics": 2, "assessments": 2, "entries": 2, "history": 2, "export_columns": 0}
    repository.delete(ALEX, second.id)
    assert rows_in(url) == {"rubrics": 1, "assessments": 1, "entries": 0, "history": 0, "export_columns": 0}
    with pytest.raises(NotFoundError):
        repository.load(ALEX, first.id)
    repository.delete(ALEX, other.id)
    assert set(rows_in(url).values()) == {0}


def test_deleted_evaluation_can_be_opened_from_its_copy_again(repository: Repository, evaluation: Assessment) -> None:
    """Nothing of a deleted evaluation stands in the way of the copy that somebody kept."""
    made = evaluation.changed(answers={"outcomes.exclusions": {AGREED: Answer(rating=3)}})
    repository.create(ALEX, made)
    copy = repository.load(ALEX, made.id).assessment
    repository.delete(ALEX, made.id)
    repository.create(ALEX, copy)
    assert repository.load(ALEX, made.id).assessment.answers == made.answers


@pytest.mark.parametrize("safe_wal", [(99,), (0,)], ids=["rollback journal", "write-ahead log"])
def test_deleted_words_are_not_in_the_file_any_more(
    file: Path, log_safe_from: LogSafeFrom, safe_wal: tuple[int, ...]
) -> None:
    """The bytes of the file, and of those beside it, hold nothing of what was written."""
    log_safe_from(safe_wal)
    repository = open_repository(f"sqlite:///{file}")
    words = "Canary in the note " * 200
    made = empty_evaluation().changed(school=School(name="Canary School"))
    repository.create(ALEX, made)
    for number in range(5):
        repository.save(ALEX, made.id, [Change(STRENGTHS, words + str(number), number, f"op{number}")])
    beside = sorted(file.parent.iterdir())
    assert any(b"Canary" in one.read_bytes() for one in beside)
    repository.delete(ALEX, made.id)
    assert not any(b"Canary" in one.read_bytes() for one in beside if one.exists())
    repository.close()
    assert not any(b"Canary" in one.read_bytes() for one in file.parent.iterdir())
