"""A list that has room for so many items never has more, however many add at once."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.errors import FullError
from sendself.storage.kept import Change, Room, Saved
from sendself.storage.repository import Repository, open_repository
from tests.storage.conftest import ALEX

FIVE = Room("priority", 5)


def item(name: str, kind: str = "priority", **fields: Value) -> list[Change]:
    """The fields of a new item."""
    said: Mapping[str, Value] = {"removed": False, **fields}
    return [Change(EntryKey(f"{kind}:{name}", AGREED, field), value, 0, uuid4().hex) for field, value in said.items()]


def there(repository: Repository, evaluation: Assessment) -> list[str]:
    """The ids of the priorities that are kept."""
    return [one.id for one in repository.load(ALEX, evaluation.id).assessment.priorities]


def test_two_who_add_the_fifth_at_once_make_five(repository: Repository, url: str, evaluation: Assessment) -> None:
    """Two threads with a repository each: one adds it, the other is told; over and over there are five."""
    repository.create(ALEX, evaluation)
    for name in ("a", "b", "c", "d"):
        repository.save(ALEX, evaluation.id, item(name), room=FIVE)
    other = open_repository(url)
    barrier = Barrier(2)

    def add(which: Repository, name: str) -> str:
        barrier.wait()
        try:
            which.save(ALEX, evaluation.id, item(name, text="Mine"), room=FIVE)
        except FullError as error:
            return str(error)
        return name

    with ThreadPoolExecutor(2) as pool:
        for turn in range(12):
            said = set(pool.map(add, (repository, other), (f"x{turn}", f"y{turn}")))
            (added,) = said & {f"x{turn}", f"y{turn}"}
            assert said - {added} == {"Nothing was added: there are 5 already. Take one away to add another."}
            assert there(repository, evaluation) == ["a", "b", "c", "d", added]
            gone = EntryKey(f"priority:{added}", AGREED, "removed")
            repository.save(ALEX, evaluation.id, [Change(gone, True, 1, uuid4().hex)])
    other.close()


def test_what_was_taken_away_and_other_kinds_take_no_room(repository: Repository, evaluation: Assessment) -> None:
    """Only what is on the same list counts, and of another evaluation nothing."""
    other = evaluation.changed(id="another-evaluation")
    repository.create(ALEX, evaluation)
    repository.create(ALEX, other)
    for name in ("a", "b", "c", "d"):
        repository.save(ALEX, evaluation.id, item(name), room=FIVE)
        repository.save(ALEX, evaluation.id, item(name, "highlight"))
        repository.save(ALEX, other.id, item(f"other{name}"))
    repository.save(ALEX, evaluation.id, item("gone", text="Was"), room=FIVE)
    repository.save(ALEX, evaluation.id, [Change(EntryKey("priority:gone", AGREED, "removed"), True, 1, "off")])
    repository.save(ALEX, evaluation.id, item("e"), room=FIVE)

    assert there(repository, evaluation) == ["a", "b", "c", "d", "e"]


def test_item_without_a_mark_of_being_there_takes_room(repository: Repository, evaluation: Assessment) -> None:
    """An item of which only its words are kept is on the list, so it counts."""
    repository.create(ALEX, evaluation)
    words = Change(EntryKey("priority:a", AGREED, "text"), "Words", 0, "one")
    repository.save(ALEX, evaluation.id, [words])

    with pytest.raises(FullError, match="there are 1 already"):
        repository.save(ALEX, evaluation.id, item("b"), room=Room("priority", 1))
    assert there(repository, evaluation) == ["a"]


def test_item_that_is_sent_again_after_a_lost_reply_is_saved_once(
    repository: Repository, evaluation: Assessment
) -> None:
    """The last that there was room for does not stand in its own way."""
    repository.create(ALEX, evaluation)
    changes = item("a", text="Mine")
    first = repository.save(ALEX, evaluation.id, changes, room=Room("priority", 1))

    assert repository.save(ALEX, evaluation.id, changes, room=Room("priority", 1)) == first
    assert all(isinstance(one, Saved) for one in first)
