"""Joining two copies of one evaluation: what one side changed counts, what both changed is asked about."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries import EntryKey, Value, assemble, entries_of, header_of
from sendself.assessment.joining import Field, Joined, difference_id, join
from sendself.assessment.model import AGREED, Assessment, FieldVersion
from sendself.rubric.loader import rubric_for
from sendself.rubric.model import Setting

BEGUN = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM)
WHY = EntryKey("review", AGREED, "why")
TESTED = EntryKey("review", AGREED, "wants_tested")
RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")
PRIORITY = EntryKey("priority:a1", AGREED, "removed")
PRIORITY_TEXT = EntryKey("priority:a1", AGREED, "text")

Row = tuple[Value, int, int, str]
"""Value, version, base, and the write that made it."""


def copy_with(rows: Mapping[EntryKey, Row]) -> Assessment:
    """A file that holds these fields."""
    return assemble(
        header_of(BEGUN),
        {**entries_of(BEGUN), **{key: row[0] for key, row in rows.items()}},
        updated_at=BEGUN.updated_at,
        versions={key: FieldVersion(version=row[1], base=row[2], op_id=row[3]) for key, row in rows.items()},
    )


def joined(here: Mapping[EntryKey, Row], copy: Mapping[EntryKey, Row], writes: tuple[str, ...] = ()) -> Joined:
    """What joining the copy does; `writes` are earlier ones in the history here."""
    fields = {
        key: Field(row[0], FieldVersion(version=row[1], base=row[2], op_id=row[3]), {row[3], *writes})
        for key, row in here.items()
    }
    return join(fields.get, copy_with(copy))


def test_change_of_the_copy_alone_is_taken_over() -> None:
    """Here nothing was changed since the copy was opened from it."""
    found = joined({WHY: ("Old.", 2, 0, "a")}, {WHY: ("New.", 3, 2, "b")})

    assert {key: taken.value for key, taken in found.taken.items()} == {WHY: "New."}
    assert not found.different


def test_change_here_alone_stays() -> None:
    """What the copy never touched says nothing against a newer text here."""
    assert joined({WHY: ("Newer.", 3, 0, "b")}, {WHY: ("Old.", 2, 2, "a")}, ("a",)) == Joined()


def test_change_in_both_is_asked_about() -> None:
    """Neither text replaces the other."""
    found = joined({WHY: ("Mine.", 3, 0, "b")}, {WHY: ("Theirs.", 3, 2, "c")}, ("a",))

    assert not found.taken
    assert {key: taken.value for key, taken in found.different.items()} == {WHY: "Theirs."}


def test_same_change_in_both_is_no_difference() -> None:
    """Two who wrote the same need not decide."""
    assert joined({WHY: ("Same.", 3, 0, "b")}, {WHY: ("Same.", 3, 2, "c")}) == Joined()


def test_copies_that_were_opened_from_one_file_have_it_in_common() -> None:
    """Neither is the first one: both began with the version they were opened at."""
    here = {WHY: ("Old.", 2, 2, "a"), RATING: (3, 3, 2, "b")}
    found = joined(here, {WHY: ("New.", 3, 2, "c"), RATING: (2, 3, 2, "d")})

    assert set(found.taken) == {WHY}
    assert set(found.different) == {RATING}


def test_older_state_of_this_evaluation_says_nothing() -> None:
    """A file that was kept here some time ago brings nothing back."""
    assert joined({WHY: ("Now.", 4, 0, "d")}, {WHY: ("Then.", 2, 0, "b")}, ("a", "b", "c")) == Joined()


def test_new_answer_of_the_copy_is_taken_over() -> None:
    """Nobody had answered it here."""
    found = joined({}, {RATING: (2, 1, 0, "b")})

    assert found.taken[RATING].value == 2


def test_text_that_the_copy_cleared_is_cleared() -> None:
    """An empty box in the copy is a change like any other."""
    found = joined({WHY: ("Old.", 1, 0, "a"), TESTED: ("Stays.", 1, 0, "x")}, {WHY: ("", 2, 1, "b")})

    assert {key: taken.value for key, taken in found.taken.items()} == {WHY: ""}


def test_item_that_the_copy_took_away_is_taken_away() -> None:
    """A priority that is gone from the copy's list is `removed` here."""
    here: dict[EntryKey, Row] = {PRIORITY: (False, 1, 0, "a"), PRIORITY_TEXT: ("Reading.", 1, 0, "b")}
    found = joined(here, {PRIORITY: (True, 2, 1, "c"), PRIORITY_TEXT: ("Reading.", 1, 1, "b")})

    assert {key: taken.value for key, taken in found.taken.items()} == {PRIORITY: True}


def test_value_that_was_changed_on_leaving_says_nothing() -> None:
    """A name that became a role on leaving the school has no version, and takes no name away."""
    copy = BEGUN.changed(review=BEGUN.review.model_copy(update={"why": "From a summary."}))

    assert join({WHY: Field("Whole.", FieldVersion(version=1))}.get, copy) == Joined()


def test_same_difference_has_the_same_id() -> None:
    """Joining the same copy twice asks once."""
    first, again = (joined({WHY: ("M", 3, 0, "b")}, {WHY: ("T", 3, 2, "c")}).different[WHY] for _ in range(2))
    other = joined({WHY: ("M", 3, 0, "b")}, {WHY: ("U", 3, 2, "e")}).different[WHY]

    assert difference_id(WHY, first) == difference_id(WHY, again) != difference_id(WHY, other)


@settings(deadline=None, max_examples=60)
@given(
    begin=st.text("ab", max_size=2),
    here=st.lists(st.text("ab", max_size=2), max_size=3),
    there=st.lists(st.text("ab", max_size=2), max_size=3),
)
def test_no_text_of_anybody_is_lost(begin: str, here: list[str], there: list[str]) -> None:
    """However often each side wrote: its last text is what stands, or is asked about, or the other never saw it."""
    ours: list[Row] = [(text, 1 + place, 0, f"o{place}") for place, text in enumerate([begin, *here])]
    theirs: list[Row] = [(begin, 1, 1, "o0"), *((t, 2 + place, 1, f"t{place}") for place, t in enumerate(there))]
    found = joined({WHY: ours[-1]}, {WHY: theirs[-1]}, tuple(row[3] for row in ours))

    if not there or there[-1] == ours[-1][0]:
        assert found == Joined()
    elif not here:
        assert found.taken[WHY].value == there[-1]
    else:
        assert found.different[WHY].value == there[-1]


@pytest.mark.parametrize("key", ["no key", "a|b", "a|b|c|d", "difference:ab|agreed|theirs", "shoe:1|agreed|size"])
def test_version_of_no_known_field_is_left_alone(key: str) -> None:
    """A file of another program, or of a newer one, cannot put fields here that nobody can read."""
    copy = BEGUN.changed(versions={key: FieldVersion(version=1)})

    assert join(lambda _: None, copy) == Joined()
