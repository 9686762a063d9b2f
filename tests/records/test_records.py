"""Every file of every released shape opens, and says what it said when it was made."""

import shutil
from pathlib import Path

import pytest

from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.joining.lineage import mark
from sendself.assessment.record import SHAPE, from_json
from sendself.report.record import extract
from sendself.report.self_evaluation import build_report
from sendself.storage.kept import Actor
from sendself.storage.repository import open_repository
from tests.records.make import WHY

SHAPES = sorted(Path(__file__).parent.glob("shape-*"))


def test_every_shape_has_its_files() -> None:
    """The shape written today, and every one before it, has a folder."""
    assert [folder.name for folder in SHAPES] == [f"shape-{number}" for number in range(1, SHAPE + 1)]


@pytest.mark.parametrize("folder", SHAPES, ids=lambda folder: folder.name)
def test_file_of_a_released_shape_opens(folder: Path) -> None:
    """The JSON opens, the PDF carries the same, and the record still makes a report that names the school."""
    assessment = from_json((folder / "evaluation.json").read_bytes())
    assert assessment == extract((folder / "evaluation.pdf").read_bytes())
    assert assessment.school.name == "Linnetfield Primary School"
    assert sum(answer.rating is not None for said in assessment.answers.values() for answer in said.values()) == 50
    assert "Linnetfield Primary School" in build_report(shared_record(assessment)).title


@pytest.mark.parametrize("folder", SHAPES, ids=lambda folder: folder.name)
def test_database_of_a_released_shape_opens(folder: Path, tmp_path: Path) -> None:
    """A copy of the database is brought up to date and holds its three evaluations with their history."""
    file = tmp_path / "sendself.sqlite3"
    shutil.copy(folder / "sendself.sqlite3", file)
    repository = open_repository(f"sqlite:///{file}")
    actor = Actor("SENCO")
    try:
        kept = repository.summaries(actor)
        stored = repository.load(actor, next(one.id for one in kept if one.id == "example-mainstream"))
        assert [one.rated for one in kept] == [one.themes for one in kept]
        assert len(kept) == 3
        assert stored.assessment.review.why == "Changed once, so that there is a history."
        before, _ = repository.history(actor, stored.assessment.id, WHY)
        # What an earlier sendself made from words has no mark.
        begun = {mark(before.op_id), *stored.assessment.versions[WHY.text].seen.split()} - {""}
        assert mark("op-1") not in begun
        assert bool(begun) == (not before.op_id.startswith("first-"))
    finally:
        repository.close()
