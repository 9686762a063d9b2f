"""The marks of writes: what a value is and follows, without a word of what was written."""

from hashlib import sha256

from sendself.assessment.field_versions import WRITES_LIMIT, FieldVersion
from sendself.assessment.joining.lineage import heads_of, mark, marks, seen_after, writes_of


def test_mark_is_the_same_everywhere_and_short() -> None:
    """Two computers know a write by the same mark, and two writes have two."""
    assert mark("a") == mark("a") != mark("b")
    assert len(mark("a")) == 12


def test_id_that_was_made_from_what_was_written_has_no_mark() -> None:
    """Ids of an earlier sendself could be compared with guesses, so nothing made from them travels."""
    assert mark("") == mark("first-" + sha256(b"review|agreed|why=Old.").hexdigest()[:40]) == ""


def test_value_is_the_write_that_made_it_unless_it_says_others() -> None:
    """A field that was joined is known by the writes of the other computer."""
    assert heads_of(FieldVersion(version=1, op_id="a")) == {mark("a")}
    assert heads_of(FieldVersion(version=1, op_id="a", heads=mark("b"))) == {mark("b")}
    assert heads_of(FieldVersion(version=1)) == frozenset()
    assert writes_of(FieldVersion(version=2, op_id="b", seen=mark("a"))) == {mark("a"), mark("b")}


def test_what_follows_has_seen_what_stood_there() -> None:
    """The newest comes first, of what stood here and of what its writer had seen besides; nothing stands twice."""
    before = FieldVersion(version=2, op_id="b", seen=marks([mark("a"), mark("x")]))

    assert seen_after(None, mark("c")) == ""
    assert seen_after(before, mark("c")).split() == [mark("b"), mark("a"), mark("x")]
    assert seen_after(before, mark("c"), marks([mark("y"), mark("a")])).split() == [
        mark(one) for one in ("b", "y", "a", "x")
    ]
    assert mark("b") not in seen_after(before, mark("b")).split()


def test_number_of_writes_is_bounded_and_the_oldest_go() -> None:
    """However often a field is saved, what it carries stays small, and still fits the record."""
    version = FieldVersion(version=1, op_id="0")
    for number in range(1, WRITES_LIMIT + 50):
        seen = seen_after(version, mark(str(number)))
        version = FieldVersion(version=1 + number, op_id=str(number), seen=seen)

    kept = version.seen.split()
    assert len(kept) == WRITES_LIMIT
    assert kept[0] == mark(str(WRITES_LIMIT + 48))
    assert mark("0") not in kept
