"""Joining two copies of one evaluation: what one side changed counts, what both changed is asked about."""

from collections.abc import Mapping

import pytest

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.entry import Value, entries_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import WRITES_LIMIT, Difference, FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.joining.join import decided, join
from sendself.assessment.joining.joined import Field, FromCopy, Joined, difference_id, difference_values
from sendself.assessment.joining.lineage import mark, marks
from sendself.assessment.model import Assessment
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for

BEGUN = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM)
WHY = EntryKey("review", AGREED, "why")
TESTED = EntryKey("review", AGREED, "wants_tested")
RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")
PRIORITY = EntryKey("priority:a1", AGREED, "removed")
PRIORITY_TEXT = EntryKey("priority:a1", AGREED, "text")

Row = tuple[Value, str]
"""A value and its writes, the newest first: "c b a". A first one of "c=d" is the same value, written twice."""


def version_of(row: Row) -> FieldVersion:
    """The version of a field that these writes made."""
    first, *before = row[1].split()
    heads = first.split("=")
    return FieldVersion(
        version=1 + len(before),
        op_id=heads[0],
        heads=marks(map(mark, heads)) if len(heads) > 1 else "",
        seen=marks(map(mark, before)),
    )


def copy_with(rows: Mapping[EntryKey, Row]) -> Assessment:
    """A file that holds these fields."""
    return assemble(
        header_of(BEGUN),
        {**entries_of(BEGUN), **{key: row[0] for key, row in rows.items()}},
        updated_at=BEGUN.updated_at,
        versions={key: version_of(row) for key, row in rows.items()},
    )


def fields(rows: Mapping[EntryKey, Row]) -> dict[EntryKey, Field]:
    """These fields as they stand here."""
    return {key: Field(row[0], version_of(row), row[1].split()) for key, row in rows.items()}


def joined(here: Mapping[EntryKey, Row], copy: Mapping[EntryKey, Row]) -> Joined:
    """What joining the copy does."""
    return join(fields(here), copy_with(copy))


def taken(found: Joined) -> dict[EntryKey, Value]:
    """The values that are taken over; nothing is asked."""
    assert not found.different
    return {key: told.value for key, told in found.taken.items()}


def asked(found: Joined) -> dict[EntryKey, Value]:
    """What the copy says where somebody has to decide; nothing is taken over."""
    assert not found.taken
    return {key: told.value for key, told in found.different.items()}


def test_change_of_the_copy_alone_is_taken_over() -> None:
    """The copy goes on from what stands here, and is taken over the version that it was held against."""
    found = joined({WHY: ("Old.", "b a")}, {WHY: ("New.", "d c b a")})

    assert taken(found) == {WHY: "New."}
    assert found.taken[WHY] == FromCopy("New.", 2, mark("d"), marks(map(mark, "cba")))


def test_change_here_alone_stays() -> None:
    """What the copy never touched says nothing against a newer text here."""
    assert joined({WHY: ("Newer.", "b a")}, {WHY: ("Old.", "a")}) == Joined()


def test_older_state_of_this_evaluation_says_nothing() -> None:
    """A file that was kept here some time ago brings nothing back, though more was saved since than a field carries."""
    here = fields({WHY: ("Now.", "d c b")})
    here[WHY] = Field("Now.", here[WHY].version, ("d", "c", "b", "a"))

    assert join(here, copy_with({WHY: ("Then.", "a")})) == Joined()


def test_change_in_both_is_asked_about() -> None:
    """Neither text replaces the other."""
    assert asked(joined({WHY: ("Mine.", "b a")}, {WHY: ("Theirs.", "c a")})) == {WHY: "Theirs."}


def test_copy_of_a_copy_does_not_replace_what_was_written_here_since() -> None:
    """The numbers of versions say nothing: here stands the fourth, in the copy the sixth of another line."""
    copy: dict[EntryKey, Row] = {WHY: ("From C.", "c b2 b1 a3 a2 a1")}

    assert asked(joined({WHY: ("From A.", "a4 a3 a2 a1")}, copy)) == {WHY: "From C."}
    assert taken(joined({WHY: ("From A.", "a3 a2 a1")}, copy)) == {WHY: "From C."}


def test_file_that_does_not_say_what_it_follows_is_asked_about() -> None:
    """Files of an earlier shape know only their last write: an old one says nothing, and of a new one one is asked."""
    copy = copy_with({}).changed(versions={WHY.text: FieldVersion(version=3, base=2, op_id="c")})
    copy = copy.changed(review=copy.review.model_copy(update={"why": "Theirs."}))

    assert asked(join(fields({WHY: ("Mine.", "b a")}), copy)) == {WHY: "Theirs."}
    assert join(fields({WHY: ("Mine.", "d c b")}), copy) == Joined()
    nothing = copy.changed(versions={WHY.text: FieldVersion(version=3)})
    assert asked(join(fields({WHY: ("Mine.", "b a")}), nothing)) == {WHY: "Theirs."}


def test_writes_beyond_those_that_are_kept_are_asked_about() -> None:
    """A copy that was changed so often that it forgot what it began with replaces nothing unasked."""
    lately = " ".join(f"c{number}" for number in range(WRITES_LIMIT + 1))

    assert taken(joined({WHY: ("Old.", "a")}, {WHY: ("New.", f"{lately[3:]} a")})) == {WHY: "New."}
    assert asked(joined({WHY: ("Old.", "a")}, {WHY: ("New.", f"{lately} a")})) == {WHY: "New."}


def test_same_in_both_is_no_difference_and_is_remembered() -> None:
    """Two who wrote the same need not decide, then or when one of them goes on from it."""
    found = joined({WHY: ("Same.", "b a")}, {WHY: ("Same.", "d c a")})

    assert (found.taken, found.different) == ({}, {})
    assert set(found.alike[WHY].heads.split()) == {mark("b"), mark("d")}
    assert taken(joined({WHY: ("Same.", "b=d c a")}, {WHY: ("On.", "e d c a")})) == {WHY: "On."}
    assert joined({WHY: ("On.", "e d c a")}, {WHY: ("Same.", "b=d c a")}) == Joined()
    assert joined({WHY: ("Same.", "b=d c a")}, {WHY: ("Same.", "d c a")}) == Joined()


def test_same_value_that_was_left_and_chosen_again_is_the_newer_one() -> None:
    """The copy came back to the text that stands here: what it was in between is old news from then on."""
    found = joined({WHY: ("Same.", "a")}, {WHY: ("Same.", "c b a")})

    assert found.alike[WHY].heads == mark("c")
    assert found.alike[WHY].seen.split() == [mark("b"), mark("a")]


def test_both_that_left_what_the_other_stands_by_are_asked() -> None:
    """Each had decided against the other: neither counts for more."""
    assert asked(joined({WHY: ("Mine.", "a b")}, {WHY: ("Theirs.", "b a")})) == {WHY: "Theirs."}


def test_new_answer_of_the_copy_is_taken_over() -> None:
    """Nobody had answered it here."""
    found = joined({}, {RATING: (2, "b")})

    assert taken(found) == {RATING: 2}
    assert found.taken[RATING].expected == 0


def test_text_that_the_copy_cleared_is_cleared() -> None:
    """An empty box in the copy is a change like any other; one that is empty there for ever is none here."""
    found = joined({WHY: ("Old.", "a"), TESTED: ("Stays.", "x")}, {WHY: ("", "b a")})

    assert taken(found) == {WHY: ""}
    assert joined({}, {WHY: ("", "b a")}) == Joined()


def test_item_that_the_copy_took_away_is_taken_away() -> None:
    """A priority that is gone from the copy's list is `removed` here: whoever took it away had these words."""
    here: dict[EntryKey, Row] = {PRIORITY: (False, "a"), PRIORITY_TEXT: ("Reading.", "b")}

    assert taken(joined(here, {PRIORITY: (True, "c a b")})) == {PRIORITY: True}
    assert taken(joined(here, {PRIORITY: (True, "c a d b")})) == {PRIORITY: True}
    assert taken(joined({**here, PRIORITY_TEXT: ("", "d b")}, {PRIORITY: (True, "c a")})) == {PRIORITY: True}


def test_item_that_the_copy_took_away_while_it_was_written_here_is_asked_about() -> None:
    """Work on a priority does not vanish because somebody else took it from their list."""
    here: dict[EntryKey, Row] = {PRIORITY: (False, "a"), PRIORITY_TEXT: ("More.", "d b")}

    assert asked(joined(here, {PRIORITY: (True, "c a b")})) == {PRIORITY: True}


def test_copy_that_has_heard_of_the_words_and_not_decided_takes_nothing_away() -> None:
    """The copy took the words of this one over after it took the item away: the question is open there, and here."""
    here: dict[EntryKey, Row] = {PRIORITY: (False, "a"), PRIORITY_TEXT: ("More.", "d b")}
    copy = copy_with({PRIORITY: (True, "c a b")})
    copy = copy.changed(versions={**copy.versions, PRIORITY_TEXT.text: version_of(("More.", "d b"))})

    assert asked(join(fields(here), copy)) == {PRIORITY: True}


def test_item_that_was_taken_away_here_while_the_copy_wrote_in_it_is_asked_about() -> None:
    """What the copy wrote is kept, and whether the item comes back somebody decides; once."""
    here: dict[EntryKey, Row] = {PRIORITY: (True, "c a b"), PRIORITY_TEXT: ("Reading.", "b")}
    copy: dict[EntryKey, Row] = {PRIORITY: (False, "a"), PRIORITY_TEXT: ("More.", "d b")}
    found = joined(here, copy)

    assert {key: told.value for key, told in found.taken.items()} == {PRIORITY_TEXT: "More."}
    assert {key: told.value for key, told in found.different.items()} == {PRIORITY: False}
    now = fields({**here, PRIORITY_TEXT: copy[PRIORITY_TEXT]}) | pending(PRIORITY, found.different[PRIORITY])
    assert join(now, copy_with(copy)) == Joined()
    gone: dict[EntryKey, Row] = {PRIORITY: (True, "e d a"), PRIORITY_TEXT: ("More.", "d b")}
    assert not joined(gone, {**copy, PRIORITY_TEXT: ("More.", "d b")}).different


def test_both_texts_of_an_item_that_was_taken_away_are_asked_about_with_it() -> None:
    """Words that neither follow those here nor were seen by whoever took the item away do not go with it."""
    here: dict[EntryKey, Row] = {PRIORITY: (True, "c a d b"), PRIORITY_TEXT: ("Mine.", "d b")}

    found = asked(joined(here, {PRIORITY: (False, "a"), PRIORITY_TEXT: ("Theirs.", "e b")}))
    assert found == {PRIORITY: False, PRIORITY_TEXT: "Theirs."}


def test_removal_waits_while_a_text_of_the_item_is_asked_about() -> None:
    """The other text may be the one that somebody wants to keep."""
    here = fields({PRIORITY: (False, "a"), PRIORITY_TEXT: ("Mine.", "d b")})
    here |= pending(PRIORITY_TEXT, FromCopy("Theirs.", 2, mark("e"), mark("b")))

    assert asked(join(here, copy_with({PRIORITY: (True, "c a d b")}))) == {PRIORITY: True}
    found = join(here, copy_with({PRIORITY: (True, "c a e d b")}))
    assert taken(found) == {PRIORITY: True}


def test_removal_that_was_decided_with_the_words_is_taken_over_and_drops_the_question() -> None:
    """Whichever way it went, and on whichever side it was decided."""
    removed: dict[EntryKey, Row] = {PRIORITY: (True, "c a b"), PRIORITY_TEXT: ("More.", "d b")}
    question = FromCopy(False, 1, mark("a"))
    there = fields(removed) | pending(PRIORITY, question)
    gone = join(there, copy_with({PRIORITY: (True, "x c a d b")}))
    assert (gone.taken, gone.different, gone.answered) == ({}, {}, (difference_id(PRIORITY, question),))
    stays = join(there, copy_with({PRIORITY: (False, "x a c"), PRIORITY_TEXT: ("More.", "d b")}))
    assert (taken(stays), stays.answered) == ({PRIORITY: False}, (difference_id(PRIORITY, question),))

    question = FromCopy(True, 1, mark("c"), marks(map(mark, "ab")))
    here = fields({PRIORITY: (False, "a"), PRIORITY_TEXT: ("More.", "d b")}) | pending(PRIORITY, question)
    again = join(here, copy_with({PRIORITY: (True, "c a b")}))
    assert (asked(again), again.answered) == ({PRIORITY: True}, ())
    gone = join(here, copy_with({PRIORITY: (True, "x c a d b")}))
    assert (taken(gone), gone.answered) == ({PRIORITY: True}, (difference_id(PRIORITY, question),))
    stays = join(here, copy_with({PRIORITY: (False, "x a c"), PRIORITY_TEXT: ("More.", "d b")}))
    assert (taken(stays), stays.answered) == ({}, (difference_id(PRIORITY, question),))


def test_decision_to_take_away_follows_the_words_and_is_a_write_of_its_own() -> None:
    """So it is taken over where the words are, and is not held to be the removal that had not seen them."""
    here = copy_with({PRIORITY: (False, "a"), PRIORITY_TEXT: ("More.", "d b")})
    difference = Difference(id="d", key=PRIORITY.text, theirs=True, heads=mark("c"), seen=mark("a"))

    gone = decided(here, difference, True, "x")
    assert (gone.value, gone.heads, gone.seen.split()) == (True, mark("x"), [mark(one) for one in "cadb"])
    stays = decided(here, difference, False, "x")
    assert (stays.value, stays.heads, stays.seen.split()) == (False, mark("x"), [mark("c"), mark("a")])


def test_new_item_without_a_word_is_known_once_it_is_joined() -> None:
    """Who takes it away there has seen that it was on the list."""
    assert joined({}, {PRIORITY: (False, "a")}).alike == {PRIORITY: FromCopy(False, 0, mark("a"))}


def test_value_that_was_changed_on_leaving_says_nothing() -> None:
    """A name that became a role on leaving the school has no version, and takes no name away."""
    copy = BEGUN.changed(review=BEGUN.review.model_copy(update={"why": "From a summary."}))

    assert join({WHY: Field("Whole.", FieldVersion(version=1))}, copy) == Joined()


@pytest.mark.parametrize("field", ["disclosure.private_ratings", "disclosure.names"])
def test_what_leaves_the_school_is_decided_here_alone(field: str) -> None:
    """Whoever sends from here has not seen what somebody ticked on another computer."""
    value = True if field.endswith("ratings") else "roles"

    assert joined({}, {EntryKey("evaluation", AGREED, field): (value, "a")}) == Joined()


def test_file_that_was_changed_by_hand_replaces_nothing() -> None:
    """A value under the name of a write that stands here with another one is not what its writer wrote."""
    assert joined({WHY: ("Written.", "a")}, {WHY: ("By hand.", "a")}) == Joined()


def pending(key: EntryKey, told: FromCopy, *, settled: bool = False) -> dict[EntryKey, Field]:
    """A difference as it is kept here until it is decided."""
    values = difference_values(key, told)
    subject = next(iter(values)).subject
    if settled:
        values[EntryKey(subject, AGREED, "removed")] = True
    return {place: Field(value, FieldVersion(version=1)) for place, value in values.items()}


def test_question_that_the_copy_answers_or_goes_on_from_is_dropped() -> None:
    """They decided, or wrote on: the text that was asked about has been seen by whoever wrote what is joined now."""
    here = fields({WHY: ("Mine.", "b a")})
    first = joined({WHY: ("Mine.", "b a")}, {WHY: ("Theirs.", "c a")}).different[WHY]
    here |= pending(WHY, first)
    ours = difference_id(WHY, first)

    again = join(here, copy_with({WHY: ("Theirs.", "c a")}))
    assert (asked(again), again.answered) == ({WHY: "Theirs."}, ())
    went_on = join(here, copy_with({WHY: ("Theirs, and more.", "d c a")}))
    assert (asked(went_on), went_on.answered) == ({WHY: "Theirs, and more."}, (ours,))
    answer = join(here, copy_with({WHY: ("Both.", "e c b a")}))
    assert (taken(answer), answer.answered) == ({WHY: "Both."}, (ours,))
    settled = fields({WHY: ("Mine.", "b a")}) | pending(WHY, first, settled=True)
    assert join(settled, copy_with({WHY: ("Both.", "e c b a")})).answered == ()


def test_decision_follows_both() -> None:
    """Whatever is chosen, the other computer takes it over, and what it had says nothing any more."""
    told = joined({WHY: ("Mine.", "b a")}, {WHY: ("Theirs.", "c a")}).different[WHY]
    difference = Difference(id="d", key=WHY.text, theirs=told.value, heads=told.heads, seen=told.seen)
    now = copy_with({WHY: ("Mine.", "b a")})

    theirs = decided(now, difference, "Theirs.", "x")
    assert (theirs.value, theirs.expected, theirs.heads) == ("Theirs.", 2, mark("c"))
    ours = decided(now, difference, "Mine.", "x")
    assert (ours.value, ours.heads, ours.seen.split()) == ("Mine.", mark("b"), [mark("c"), mark("a")])
    both = decided(now, difference, "Mine.\n\nTheirs.", "x")
    assert (both.heads, both.seen.split()) == ("", [mark("c"), mark("a")])
    same = decided(copy_with({WHY: ("Theirs.", "b a")}), difference, "Theirs.", "x")
    assert same.heads.split() == [mark("b"), mark("c")]


def test_choosing_again_what_was_left_is_a_write_of_its_own() -> None:
    """What this value follows is chosen after all: whoever stands by it has not seen what stood here."""
    difference = Difference(id="d", key=WHY.text, theirs="Theirs.", heads=mark("a"))

    assert decided(copy_with({WHY: ("Mine.", "b a")}), difference, "Theirs.", "x").heads == ""


def test_same_difference_has_the_same_id() -> None:
    """Joining the same copy twice asks once."""
    first, again = (joined({WHY: ("M", "b a")}, {WHY: ("T", "c a")}).different[WHY] for _ in range(2))
    other = joined({WHY: ("M", "b a")}, {WHY: ("U", "e a")}).different[WHY]

    assert difference_id(WHY, first) == difference_id(WHY, again) != difference_id(WHY, other)


@pytest.mark.parametrize("key", ["no key", "a|b", "a|b|c|d", "difference:ab|agreed|theirs", "shoe:1|agreed|size"])
def test_version_of_no_known_field_is_left_alone(key: str) -> None:
    """A file of another program, or of a newer one, cannot put fields here that nobody can read."""
    copy = BEGUN.changed(versions={key: FieldVersion(version=1)})

    assert join({}, copy) == Joined()
