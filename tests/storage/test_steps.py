"""The history in steps: whose writes belong together, and that a step is read whole."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.storage.kept import DECIDED, Changed, Entry
from sendself.storage.steps import PAUSE, HistoryStep, newest_steps, steps_of

WHY, TESTED = (EntryKey("review", AGREED, field) for field in ("why", "wants_tested"))
BEGAN = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def written(*writes: tuple[EntryKey, str, timedelta]) -> list[Changed]:
    """Writes of a field by somebody, each so long after the one before it; the newest first."""
    at, there, changes = BEGAN, dict[EntryKey, Entry](), list[Changed]()
    for seq, (key, by, pause) in enumerate(writes, 1):
        at += pause
        before = there.get(key)
        there[key] = Entry(
            f"The words that were typed {seq}", before.version + 1 if before else 1, 0, f"op-{seq}", by, at, seq
        )
        changes.append(Changed(key, there[key], before))
    return changes[::-1]


def in_places(steps: Sequence[HistoryStep]) -> list[list[int]]:
    """The places of each step's writes in the history."""
    return [[change.entry.seq for change in step.writes] for step in steps]


def test_writes_of_one_person_without_a_pause_are_one_step() -> None:
    """It says what stood before the first and what the last left, whatever else they wrote between."""
    (between, step) = steps_of(
        written((WHY, "A", SECOND), (WHY, "A", SECOND), (WHY, "A", PAUSE), (TESTED, "A", SECOND))
    )

    assert in_places([step]) == [[3, 2, 1]]
    assert (step.before, step.entry.value) == (None, "The words that were typed 3")
    assert between.key == TESTED
    again = steps_of(written((WHY, "A", SECOND), (TESTED, "A", SECOND), (WHY, "A", SECOND)))
    assert in_places(again) == [[3, 1], [2]]


def test_pause_or_another_person_begins_a_step() -> None:
    """Yesterday's text of a colleague is a step of its own, and so is one's own after a break."""
    steps = steps_of(written((WHY, "B", SECOND), (WHY, "A", SECOND), (WHY, "A", PAUSE + SECOND), (WHY, "B", SECOND)))

    assert in_places(steps) == [[4], [3], [2], [1]]
    assert all(newer.before == older.entry for newer, older in pairwise(steps))


def test_step_is_read_whole_however_long_it_is() -> None:
    """A thousand saves of one box are one step, and what stood there before is found below them."""
    changes = written((WHY, "B", SECOND), *[(WHY, "A", SECOND)] * 1000)

    def read(before: int | None, most: int) -> Sequence[Changed]:
        return [change for change in changes if before is None or change.entry.seq < before][:most]

    steps, more = newest_steps(read, 1)
    assert (len(steps), len(steps[0].writes), more) == (1, 1000, True)
    assert steps[0].before == changes[-1].entry
    assert [len(step.writes) for step in newest_steps(read, 2)[0]] == [1000, 1]
    assert not newest_steps(read, 2)[1]


def test_no_more_is_read_than_the_steps_need() -> None:
    """Of a long history the newest steps are found without reading all of it."""
    changes = written(*[(WHY, "A", PAUSE + SECOND)] * 1000)
    asked = []

    def read(before: int | None, most: int) -> Sequence[Changed]:
        asked.append(before)
        return [change for change in changes if before is None or change.entry.seq < before][:most]

    assert in_places(newest_steps(read, 2)[0]) == [[1000], [999]]
    assert asked == [None]


def texts(*writes: tuple[Value, str]) -> list[Changed]:
    """Writes of one person to one field, one a second, with the beginning of their ids; the newest first."""
    there, changes = None, list[Changed]()
    for seq, (value, op_id) in enumerate(writes, 1):
        before, there = there, Entry(value, seq, 0, f"{op_id}{seq}", "A", BEGAN + seq * SECOND, seq)
        changes.append(Changed(WHY, there, before))
    return changes[::-1]


@pytest.mark.parametrize(
    ("saved", "places"),
    [
        (["Train", "Train all st", "Train all staff"], [[3, 2, 1]]),
        (
            ["Train all staf by Easter", "Train all staff by Easter.", "Train all staff by Easter. Tell parents."],
            [[3, 2, 1]],
        ),
        (["Reading in Year 3", "Attendance"], [[2], [1]]),
        (["Reading in Year 3", "", "Reading"], [[3], [2], [1]]),
        (["Reading", "Writing"], [[2], [1]]),
        ([2, 3], [[2, 1]]),
    ],
)
def test_text_that_takes_the_place_of_another_begins_a_step(saved: list[Value], places: list[list[int]]) -> None:
    """What was typed on or mended is one step; other words, and words that were cleared, stand in one of their own."""
    assert in_places(steps_of(texts(*((value, "") for value in saved)))) == places


def test_decision_begins_a_step() -> None:
    """What a button brought back or took over is not folded into what was typed before it, however alike it is."""
    steps = steps_of(texts(("Train staff", ""), ("Train all staff", DECIDED), ("Train all staff.", "")))

    assert in_places(steps) == [[3, 2], [1]]
    assert steps[0].before == steps[1].entry


WORDS = st.lists(st.sampled_from(["reading", "spelling", "staff", "train", "a", "parents"]), max_size=8).map(" ".join)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "", DECIDED])), max_size=12))
def test_steps_lose_no_text_that_was_not_merely_typed_on(saved: list[tuple[str, str]]) -> None:
    """Every text that was saved stands as what a step left, or nearly all of its words do; and steps join on."""
    changes = texts(*saved)
    steps = steps_of(changes)

    assert sorted(change.entry.seq for step in steps for change in step.writes) == list(range(1, len(saved) + 1))
    for step in steps:
        left = Counter(str(step.entry.value))
        for change in step.writes:
            text = Counter(str(change.entry.value))
            assert sum(times for letter, times in (text - left).items() if letter != " ") <= text.total() / 5
            assert bool(change.entry.value) == bool(step.entry.value)
        assert not any(change.entry.op_id.startswith(DECIDED) for change in step.writes[:-1])
    assert all(newer.before == older.entry for newer, older in pairwise(steps))
