"""The history as people read it, and as joining needs it; on both engines."""

import pytest

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.joining.join import join
from sendself.assessment.model import Assessment
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import Repository

ALEX, SAM = Actor("Alex"), Actor("Sam")
WHY = EntryKey("review", AGREED, "why")
RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")


@pytest.fixture
def kept(repository: Repository, evaluation: Assessment) -> str:
    """The id of an evaluation in which nothing is answered."""
    repository.create(ALEX, evaluation)
    return evaluation.id


def write(repository: Repository, kept: str, actor: Actor, key: EntryKey, value: object, version: int) -> None:
    """Save a value over a version."""
    repository.save(actor, kept, [Change(key, value, version, f"{key.field}-{version}")])


def test_newest_change_is_first_with_what_stood_before(repository: Repository, kept: str) -> None:
    """Who wrote what, and what it replaced."""
    write(repository, kept, ALEX, WHY, "First.", 0)
    write(repository, kept, SAM, WHY, "Second.", 1)
    newest, first, *_ = repository.changes(ALEX, kept)

    assert (newest.key, newest.entry.value, newest.entry.by) == (WHY, "Second.", "Sam")
    assert newest.before is not None
    assert newest.before.value == "First."
    assert (first.entry.value, first.entry.by, first.before) == ("First.", "Alex", None)


def test_changes_of_one_theme_are_those_alone(repository: Repository, kept: str) -> None:
    """The page of a theme's history shows nothing else."""
    write(repository, kept, ALEX, WHY, "First.", 0)
    write(repository, kept, ALEX, RATING, 3, 0)

    assert [change.key for change in repository.changes(ALEX, kept, subject=RATING.subject)] == [RATING]


def test_no_more_changes_are_read_than_asked_for(repository: Repository, kept: str) -> None:
    """The newest count."""
    for version, text in enumerate(("One.", "Two.", "Three.")):
        write(repository, kept, ALEX, WHY, text, version)

    assert [change.entry.value for change in repository.changes(ALEX, kept, most=2)] == ["Three.", "Two."]


def test_changes_go_on_before_a_place_in_the_history(repository: Repository, kept: str) -> None:
    """The older ones are read from where the newer ones ended."""
    for version, text in enumerate(("One.", "Two.", "Three.")):
        write(repository, kept, ALEX, WHY, text, version)
    newest, *_ = repository.changes(ALEX, kept, most=1)
    second, *_ = repository.changes(ALEX, kept, before=newest.entry.seq, most=1)

    assert (second.entry.value, second.before and second.before.value) == ("Two.", "One.")


def test_changes_that_may_not_be_seen_take_no_place(repository: Repository, kept: str) -> None:
    """A colleague's own view neither shows nor counts, and neither does what a copy says of it."""
    theirs, mine = RATING._replace(perspective="slt"), RATING._replace(perspective="senco")
    write(repository, kept, ALEX, mine, 2, 0)
    for number, key in enumerate((theirs, mine)):
        for field, value in (("key", key.text), ("theirs", 1)):
            place = EntryKey(f"difference:d{number}", AGREED, field)
            repository.save(SAM, kept, [Change(place, value, 0, f"{field}-{number}")])
    repository.save(SAM, kept, [Change(theirs, 4, 0, "theirs")])

    seen = repository.changes(ALEX, kept, seen_by={"senco", AGREED}, most=3)
    assert [(change.key.subject, change.key.field) for change in seen] == [
        ("difference:d1", "theirs"),
        ("difference:d1", "key"),
        (mine.subject, "rating"),
    ]
    assert seen[-1].entry.value == 2
    assert len(repository.changes(ALEX, kept, seen_by={"governor"})) == 0


def test_fields_know_every_write_of_their_history(repository: Repository, kept: str) -> None:
    """So a copy that was kept earlier is recognised, whatever was written since."""
    write(repository, kept, ALEX, WHY, "First.", 0)
    earlier = repository.load(ALEX, kept).assessment
    write(repository, kept, SAM, WHY, "Second.", 1)
    found = repository.fields(ALEX, kept)

    assert {"why-0", "why-1"} <= set(found[WHY].op_ids)
    assert (found[WHY].value, found[WHY].version.version) == ("Second.", 2)
    joined = join(found, earlier)
    assert not joined.taken
    assert not joined.different


def test_change_of_others_is_told_from_ones_own(repository: Repository, kept: str) -> None:
    """A tab asks whether somebody else saved since it was drawn."""
    seen = repository.load(ALEX, kept).seq
    write(repository, kept, ALEX, WHY, "Mine.", 0)
    own = {repository.load(ALEX, kept).entries[WHY].seq}

    assert repository.changed_by_others(ALEX, kept, seen, ())
    assert not repository.changed_by_others(ALEX, kept, seen, own)
    write(repository, kept, SAM, RATING, 2, 0)
    assert repository.changed_by_others(ALEX, kept, seen, own)
