"""Copies of an evaluation: kept as a file, joined, and decided upon, as the pages do it."""

from uuid import uuid4

from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED
from sendself.assessment.joining.join import decided, join
from sendself.assessment.joining.joined import Joined
from sendself.assessment.model import Assessment
from sendself.assessment.record import from_json, to_json
from sendself.storage.joining import change_of, keep_joined
from sendself.storage.kept import Actor, Change, Saved
from sendself.storage.repository import Repository
from tests.storage.conftest import ALEX

SAM = Actor("Sam Okafor")


def new_op_id() -> str:
    """An id for a write."""
    return uuid4().hex


def copy_of(repository: Repository, evaluation: str, *, sent: bool = False) -> Assessment:
    """A file as somebody keeps it, or as it is sent to the reviewer."""
    kept = repository.load(ALEX, evaluation).assessment
    return from_json(to_json(shared_record(kept).assessment if sent else kept))


def join_into(repository: Repository, copy: Assessment) -> Joined:
    """Join a copy as the page does."""
    here = repository.fields(SAM, copy.id)
    joined = join(here, copy)
    assert keep_joined(repository, SAM, copy.id, joined, here, new_op_id)
    return joined


def decide(repository: Repository, evaluation: str, difference: Difference, value: Value) -> None:
    """Choose a value, as in Agree."""
    now, op_id, key = repository.load(ALEX, evaluation).assessment, new_op_id(), EntryKey.parse(difference.key)
    place = EntryKey(f"difference:{difference.id}", AGREED, "removed")
    changes = [change_of(key, decided(now, difference, value, op_id), op_id), Change(place, True, 0, new_op_id())]
    outcomes = repository.save(ALEX, evaluation, changes)
    assert all(isinstance(outcome, Saved) for outcome in outcomes)
