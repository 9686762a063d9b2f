"""Each change is judged by the version it was made from, and a write is never made twice."""

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.exc import IntegrityError

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.storage.address import database_url
from sendself.storage.kept import Actor, Change, Conflict, Entry, Saved
from sendself.storage.repository import Repository
from sendself.storage.tables import history
from tests.storage.conftest import ALEX, empty_evaluation

SAM = Actor("Sam Okafor")
RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")
STRENGTHS = EntryKey("theme:outcomes.exclusions", AGREED, "strengths")


@pytest.fixture
def kept(repository: Repository, evaluation: Assessment) -> str:
    """The id of an evaluation in which one theme is rated 2."""
    made = evaluation.changed(answers={"outcomes.exclusions": {AGREED: Answer(rating=2)}})
    repository.create(ALEX, made)
    return made.id


def entry_after(result: Saved | Conflict) -> Entry:
    """The entry of a change that has to be saved."""
    assert isinstance(result, Saved)
    return result.entry


def test_first_value_of_a_field_is_version_one(repository: Repository, kept: str) -> None:
    """A field that had nothing gets version 1, who saved it, and the next place in the history."""
    before = repository.load(ALEX, kept).seq
    (result,) = repository.save(SAM, kept, [Change(STRENGTHS, "Calm", 0, "one")])
    entry = entry_after(result)
    assert result.key == STRENGTHS
    assert (entry.value, entry.version, entry.base, entry.op_id, entry.by) == ("Calm", 1, 0, "one", "Sam Okafor")
    assert entry.seq > before
    assert entry.seq == repository.load(ALEX, kept).seq
    assert repository.load(ALEX, kept).entries[STRENGTHS] == entry


def test_value_made_from_the_present_version_replaces_it(repository: Repository, kept: str) -> None:
    """A change from version 1 makes version 2, and both are in the history, the oldest first."""
    (result,) = repository.save(SAM, kept, [Change(RATING, 3, 1, "one")])
    entry = entry_after(result)
    assert (entry.value, entry.version) == (3, 2)
    versions = repository.history(ALEX, kept, RATING)
    assert [(one.value, one.version, one.by) for one in versions] == [(2, 1, "Alex Morgan"), (3, 2, "Sam Okafor")]
    assert versions[1] == entry
    assert repository.load(ALEX, kept).assessment.answer("outcomes.exclusions").rating == 3


@pytest.mark.parametrize("expected", [0, 2, 3, 99])
def test_value_made_from_another_version_is_a_conflict(repository: Repository, kept: str, expected: int) -> None:
    """A stale or invented version writes nothing and gives what stands there."""
    present = repository.load(ALEX, kept).entries[RATING]
    (result,) = repository.save(SAM, kept, [Change(RATING, 4, expected, "one")])
    assert result == Conflict(RATING, present)
    assert repository.load(ALEX, kept).entries[RATING] == present
    assert len(repository.history(ALEX, kept, RATING)) == 1


def test_version_of_a_field_that_is_not_there_is_a_conflict(repository: Repository, kept: str) -> None:
    """A change that expects a version where there is none writes nothing and says that there is none."""
    (result,) = repository.save(SAM, kept, [Change(STRENGTHS, "Calm", 3, "one")])
    assert result == Conflict(STRENGTHS, None)
    assert STRENGTHS not in repository.load(ALEX, kept).entries


def test_two_who_begin_from_the_same_version_cannot_both_win(repository: Repository, kept: str) -> None:
    """The second one gets a conflict with the words of the first; nothing of the first is lost."""
    (first,) = repository.save(ALEX, kept, [Change(STRENGTHS, "Alex's words", 0, "one")])
    (second,) = repository.save(SAM, kept, [Change(STRENGTHS, "Sam's words", 0, "two")])
    assert second == Conflict(STRENGTHS, entry_after(first))
    assert repository.load(ALEX, kept).entries[STRENGTHS].value == "Alex's words"


def test_level_and_words_of_a_theme_are_apart(repository: Repository, kept: str) -> None:
    """One rates while another writes: neither is in the other's way."""
    (rating,) = repository.save(ALEX, kept, [Change(RATING, 4, 1, "one")])
    (words,) = repository.save(SAM, kept, [Change(STRENGTHS, "Calm", 0, "two")])
    assert isinstance(rating, Saved)
    assert isinstance(words, Saved)


def test_changes_sent_together_are_judged_each_on_its_own(repository: Repository, kept: str) -> None:
    """One conflict does not hold up the changes beside it, and the answers come in the order of the changes."""
    town = EntryKey("school", AGREED, "town")
    results = repository.save(
        SAM,
        kept,
        [Change(town, "Luton", 0, "one"), Change(RATING, 4, 0, "two"), Change(STRENGTHS, "Calm", 0, "three")],
    )
    assert [(type(result), result.key) for result in results] == [
        (Saved, town),
        (Conflict, RATING),
        (Saved, STRENGTHS),
    ]
    found = repository.load(ALEX, kept).assessment
    assert found.school.town == "Luton"
    assert found.answer("outcomes.exclusions") == Answer(rating=2, strengths="Calm")


@pytest.mark.parametrize(("expected", "saved"), [(1, True), (0, False)])
def test_what_goes_along_is_saved_only_with_its_change(
    repository: Repository, kept: str, expected: int, saved: bool
) -> None:
    """A refused level takes no words with it; what was sent for itself before and after it is judged as ever."""
    town, postcode = EntryKey("school", AGREED, "town"), EntryKey("school", AGREED, "postcode")
    results = repository.save(
        SAM,
        kept,
        [
            Change(town, "Luton", 0, "one"),
            Change(RATING, 4, expected, "two"),
            Change(STRENGTHS, "Calm", 0, "three", along=True),
            Change(postcode, "LU1 1AA", 0, "four"),
        ],
    )

    of_level = Saved if saved else Conflict
    assert [type(result) for result in results] == [Saved, of_level, of_level, Saved]
    answer = repository.load(ALEX, kept).assessment.answer("outcomes.exclusions")
    assert answer == (Answer(rating=4, strengths="Calm") if saved else Answer(rating=2))


def test_two_changes_of_one_field_follow_each_other(repository: Repository, kept: str) -> None:
    """In one call a field may be changed twice, the second from the version that the first makes."""
    results = repository.save(ALEX, kept, [Change(RATING, 3, 1, "one"), Change(RATING, 4, 2, "two")])
    assert [entry_after(result).version for result in results] == [2, 3]


def test_retry_of_a_saved_change_is_answered_and_not_repeated(repository: Repository, kept: str) -> None:
    """After a lost reply the same change comes again: it is said to be saved, and there is one version of it."""
    change = Change(RATING, 3, 1, "one")
    (first,) = repository.save(SAM, kept, [change])
    (again,) = repository.save(SAM, kept, [change])
    assert again == first
    assert len(repository.history(ALEX, kept, RATING)) == 2


def test_retry_after_somebody_went_on_does_not_undo_that(repository: Repository, kept: str) -> None:
    """The retry is said to be saved, as it was then; what another made of it since stays."""
    change = Change(RATING, 3, 1, "one")
    (first,) = repository.save(SAM, kept, [change])
    repository.save(ALEX, kept, [Change(RATING, 4, 2, "two")])
    (again,) = repository.save(SAM, kept, [change])
    assert again == first
    assert repository.load(ALEX, kept).entries[RATING].value == 4


def test_retry_of_a_change_that_was_refused_is_judged_anew(repository: Repository, kept: str) -> None:
    """A conflict leaves no trace: the same write from the right version is saved."""
    repository.save(SAM, kept, [Change(RATING, 3, 0, "one")])
    (result,) = repository.save(SAM, kept, [Change(RATING, 3, 1, "one")])
    assert entry_after(result).version == 2


@pytest.mark.parametrize("change", [Change(RATING, 4, 2, "one"), Change(STRENGTHS, "Calm", 0, "one")])
def test_id_of_a_write_used_for_another_value_or_field_is_a_conflict(
    repository: Repository, kept: str, change: Change
) -> None:
    """Nobody is told that something is saved because something else with that id was."""
    repository.save(SAM, kept, [Change(RATING, 3, 1, "one")])
    present = repository.load(ALEX, kept).entries.get(change.key)
    (result,) = repository.save(SAM, kept, [change])
    assert result == Conflict(change.key, present)
    assert repository.load(ALEX, kept).entries.get(change.key) == present


def test_same_id_of_a_write_in_two_evaluations_is_no_matter(repository: Repository, kept: str) -> None:
    """A copy made from another evaluation brings the ids of its writes along."""
    other = empty_evaluation()
    repository.create(ALEX, other)
    for evaluation_id in (kept, other.id):
        (result,) = repository.save(ALEX, evaluation_id, [Change(STRENGTHS, "Calm", 0, "one")])
        assert isinstance(result, Saved)


def test_value_that_is_there_already_makes_no_version(repository: Repository, kept: str) -> None:
    """Saving the same again, also when it is the same only after cleaning, is said to be saved as it stands."""
    present = repository.load(ALEX, kept).entries[RATING]
    assert repository.save(SAM, kept, [Change(RATING, 2, 1, "one")]) == (Saved(RATING, present),)
    (first,) = repository.save(SAM, kept, [Change(STRENGTHS, "Calm", 0, "two")])
    (again,) = repository.save(SAM, kept, [Change(STRENGTHS, " Calm\x00 ", 1, "three")])
    assert again == first
    assert len(repository.history(ALEX, kept, STRENGTHS)) == 1


def test_same_value_from_another_version_is_still_a_conflict(repository: Repository, kept: str) -> None:
    """Who did not see the present version is told so even if both wrote the same."""
    repository.save(ALEX, kept, [Change(RATING, 3, 1, "one")])
    (result,) = repository.save(SAM, kept, [Change(RATING, 3, 1, "two")])
    assert isinstance(result, Conflict)


def test_field_can_be_emptied_and_filled_again(repository: Repository, kept: str) -> None:
    """Emptying is a version like any other, and what stood there is in the history."""
    repository.save(ALEX, kept, [Change(RATING, None, 1, "one")])
    assert repository.load(ALEX, kept).assessment.answer("outcomes.exclusions").rating is None
    repository.save(ALEX, kept, [Change(RATING, "dont_know", 2, "two")])
    assert [entry.value for entry in repository.history(ALEX, kept, RATING)] == [2, None, "dont_know"]


def test_item_is_added_removed_and_brought_back(repository: Repository, kept: str) -> None:
    """A priority that was taken away keeps its words, so that taking it away can be undone."""
    words, removed = (EntryKey("priority:p1", AGREED, field) for field in ("text", "removed"))
    repository.save(ALEX, kept, [Change(removed, False, 0, "one"), Change(words, "Reading", 0, "two")])
    assert [item.text for item in repository.load(ALEX, kept).assessment.priorities] == ["Reading"]
    repository.save(ALEX, kept, [Change(removed, True, 1, "three")])
    assert repository.load(ALEX, kept).assessment.priorities == ()
    repository.save(ALEX, kept, [Change(removed, False, 2, "four")])
    assert [item.text for item in repository.load(ALEX, kept).assessment.priorities] == ["Reading"]


@pytest.mark.parametrize(
    "bad",
    [
        Change(RATING, 5, 1, "two"),
        Change(RATING, "splendid", 1, "two"),
        Change(STRENGTHS, "x" * 20_001, 0, "two"),
        Change(EntryKey("theme:outcomes.exclusions", AGREED, "mood"), "x", 0, "two"),
        Change(EntryKey("theme:outcomes.exclusions", "Not So!", "strengths"), "x", 0, "two"),
        Change(EntryKey("theme:no theme", AGREED, "strengths"), "x", 0, "two"),
        Change(EntryKey("theme:a." + "x" * 5000, AGREED, "strengths"), "x", 0, "two"),
        Change(EntryKey("participant:NO", AGREED, "name"), "x", 0, "two"),
        Change(EntryKey("weather", AGREED, "today"), "rain", 0, "two"),
        Change(STRENGTHS, "x", -1, "two"),
        Change(STRENGTHS, "x", 0, ""),
        Change(STRENGTHS, "x", 0, "x" * 65),
        Change(STRENGTHS, "x", 0, "a\x00b"),
    ],
    ids=lambda change: f"{change.key.text[:40]} {change.op_id[:5]!r}",
)
def test_what_does_not_fit_is_refused_before_anything_is_written(
    repository: Repository, kept: str, bad: Change
) -> None:
    """A value or a field with which the evaluation could not be opened again stops the whole call."""
    before = repository.load(ALEX, kept)
    with pytest.raises(ValueError, match=r"."):
        repository.save(ALEX, kept, [Change(EntryKey("school", AGREED, "name"), "Hill School", 0, "one"), bad])
    assert repository.load(ALEX, kept) == before


def test_nothing_to_save_changes_nothing(repository: Repository, kept: str) -> None:
    """Saving no changes is fine."""
    assert repository.save(ALEX, kept, []) == ()


def test_places_in_the_history_rise_and_are_never_used_again(repository: Repository, kept: str) -> None:
    """Whoever remembers a place never takes a later change for one already seen, not even after a deletion."""
    repository.save(ALEX, kept, [Change(RATING, 3, 1, "one")])
    last = repository.load(ALEX, kept).seq
    repository.delete(ALEX, kept)
    other = empty_evaluation().changed(school=School(name="Hill School"))
    repository.create(ALEX, other)
    assert repository.load(ALEX, other.id).seq > last


def test_history_row_cannot_stand_twice(url: str, repository: Repository, kept: str) -> None:
    """The database itself refuses a second row for a version, and a second write with the same id."""
    repository.save(ALEX, kept, [Change(RATING, 3, 1, "one")])
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        row = dict(connection.execute(select(history).where(history.c.op_id == "one")).mappings().one())
    del row["seq"]
    for changed in ({"op_id": "two"}, {"version": 9}):
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.execute(history.insert().values({**row, **changed}))
    engine.dispose()
