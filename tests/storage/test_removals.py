"""An item that goes from computer to computer, written in by some and taken away by others: somebody decides."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.storage.kept import Change, Saved
from sendself.storage.repository import Repository, open_repository
from tests.storage.conftest import ALEX, empty_evaluation
from tests.storage.copies import SAM, copy_of, decide, join_into, new_op_id

ACTION = "action:a1"
REMOVED = removed_key(ACTION)
WHAT, SUCCESS = (EntryKey(ACTION, AGREED, name) for name in ("what", "success"))
ROLE = EntryKey("participant:p1", AGREED, "role")
FIELDS = (WHAT, SUCCESS)


def put(repository: Repository, evaluation: str, key: EntryKey, value: Value) -> None:
    """Save as a box or a button does."""
    there = repository.load(ALEX, evaluation).entries.get(key)
    (outcome,) = repository.save(ALEX, evaluation, [Change(key, value, there.version if there else 0, new_op_id())])
    assert isinstance(outcome, Saved)


@dataclass
class Known:
    """What stands in an item, and what its writers had seen; `followed` are the words that a removal followed."""

    removed: bool = False
    texts: dict[EntryKey, str] = field(default_factory=dict)
    seen: dict[EntryKey, frozenset[str]] = field(default_factory=lambda: dict.fromkeys(FIELDS, frozenset()))
    followed: frozenset[str] = frozenset()

    @property
    def everything(self) -> frozenset[str]:
        """Every word that was seen by whoever wrote what stands in the item."""
        return frozenset().union(*self.seen.values())


@dataclass
class Computer:
    """One computer, and the copy that each of its questions came from."""

    repository: Repository
    evaluation: str = ""
    seen: dict[EntryKey, frozenset[str]] = field(default_factory=lambda: dict.fromkeys(FIELDS, frozenset()))
    followed: frozenset[str] = frozenset()
    asked: dict[str, Known] = field(default_factory=dict)

    def known(self) -> Known:
        """What stands in the item here."""
        entries = self.repository.load(ALEX, self.evaluation).entries
        texts = {key: str(entries[key].value) for key in FIELDS if key in entries}
        removed = REMOVED in entries and bool(entries[REMOVED].value)
        return Known(removed, texts, dict(self.seen), self.followed)

    def waiting(self) -> tuple[Difference, ...]:
        """The questions that wait here."""
        return self.repository.load(ALEX, self.evaluation).assessment.differences

    def write(self, key: EntryKey, text: str) -> None:
        """Type over what stands there."""
        put(self.repository, self.evaluation, key, text)
        self.seen[key] |= {text}

    def take_away(self) -> None:
        """Take the item from the list, by its button."""
        put(self.repository, self.evaluation, REMOVED, True)
        self.followed |= self.known().everything

    def keep(self) -> "File":
        """A file for another computer. What stands in an item that was taken away is not in it."""
        here = self.known()
        return File(copy_of(self.repository, self.evaluation), here, dict(self.asked))

    def take(self, file: "File") -> None:
        """Open the file, or join it when the evaluation is here."""
        there = file.known
        if not self.evaluation:
            self.repository.create(SAM, file.copy)
            self.evaluation, self.followed, self.asked = file.copy.id, there.followed, dict(file.asked)
            self.seen = dict(there.seen) if not there.removed else dict.fromkeys(FIELDS, frozenset())
            return
        before = self.known()
        join_into(self.repository, file.copy)
        after = self.known()
        for one in self.waiting():
            self.asked.setdefault(one.id, there)
        for key in FIELDS:
            was, now = before.texts.get(key, ""), after.texts.get(key, "")
            assert was == now or was in there.seen[key] | {""}, "replaced by somebody who had not seen it"
            if not there.removed and now == there.texts.get(key, ""):
                self.seen[key] |= there.seen[key]
        if after.removed and there.removed:
            self.followed |= there.followed
        self.is_decided()

    def is_decided(self) -> None:
        """No item is away with words that nobody had before them who took it away, unless that is asked."""
        here = self.known()
        if here.removed and not frozenset(here.texts.values()) <= self.followed:
            assert any(one.key == REMOVED.text for one in self.waiting()), "taken away, and nobody decided"

    def decide(self, *, stays: bool) -> bool:
        """Decide the first question, if there is one: whether the item stays, or the text that sorts last."""
        if not self.waiting():
            return False
        one, here = self.waiting()[0], self.known()
        key, origin = EntryKey.parse(one.key), self.asked[one.id]
        if key == REMOVED:
            decide(self.repository, self.evaluation, one, not stays)
            texts = [EntryKey.parse(other.key) for other in self.waiting() if other.key != REMOVED.text]
            others = [self.asked[other.id].seen[EntryKey.parse(other.key)] for other in self.waiting() if texts]
            self.followed |= (
                frozenset() if stays else here.everything.union(*others, origin.followed if origin.removed else ())
            )
        else:
            text = max(here.texts.get(key, ""), str(one.theirs))
            decide(self.repository, self.evaluation, one, text)
            self.seen[key] |= origin.seen[key]
        return True


@dataclass
class File:
    """A file, what it says of the item, and where the questions in it came from."""

    copy: Assessment
    known: Known
    asked: dict[str, Known]


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Repository]]:
    """The databases of three computers."""
    folder = tmp_path_factory.mktemp("removals")
    opened = [open_repository(f"sqlite:///{folder / name}.sqlite3") for name in "abc"]
    yield opened
    for repository in opened:
        repository.close()


A, B, C = range(3)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "remove", "put back", "keep", "take", "take", "join", "join", "decide"]),
        st.integers(0, 2),
        st.integers(0, 5),
    ),
    max_size=25,
)
PARTED = [("take", B, 0), ("take", C, 0), ("write", A, 0), ("remove", B, 0)]
# B joins A and does not decide; then A joins B.
UNDECIDED = [*PARTED, ("join", B, 0), ("join", A, 0), ("join", B, 0)]
BOTH_ASKED = [*PARTED, ("join", A, 0), ("join", B, 0), ("join", A, 0), ("join", B, 0)]
# C only passes on what B, undecided, gave.
PASSED_ON = [*PARTED, ("join", C, 0), ("join", B, 0), ("join", C, 1), ("join", A, 1)]


def happen(
    databases: list[Repository], steps: list[tuple[str, int, int]], texts: Iterator[str], *, stays: bool
) -> None:
    """Let the steps happen, then let everybody join everybody's copy and decide."""
    computers = [Computer(repository) for repository in databases]
    steps_happen(computers, steps, texts)
    written = frozenset().union(*(computer.known().everything for computer in computers))
    for _ in range(4):
        for one, other in permutations(computers, 2):
            other.take(one.keep())
            while other.decide(stays=stays):
                pass
    ends = [computer.known() for computer in computers]
    followed = frozenset().union(*(end.followed for end in ends))
    assert len({end.removed for end in ends}) == 1, "they never come to say the same"
    if ends[0].removed:
        assert written <= followed, "gone, though nobody who took it away had it before them"
    else:
        assert len({tuple(sorted(end.texts.items())) for end in ends}) == 1, "they never come to say the same"
        assert all(written <= end.everything | followed for end in ends), "somebody's text never arrived"


def steps_happen(computers: list[Computer], steps: list[tuple[str, int, int]], texts: Iterator[str]) -> None:
    """On the first computer there is an action; then each step happens on its computer, where it can."""
    first, *others = computers
    begun = empty_evaluation()
    first.repository.create(ALEX, begun)
    first.evaluation = begun.id
    put(first.repository, begun.id, REMOVED, False)
    first.write(WHAT, next(texts))
    files = [first.keep()]
    for what, who, which in steps:
        computer = computers[who]
        if what == "take":
            computer.take(files[-1 - which % len(files)])
        elif not computer.evaluation:
            continue
        elif what == "join":
            if there := [one for one in computers if one is not computer and one.evaluation]:
                computer.take(there[which % len(there)].keep())
        elif what == "write" and not computer.known().removed:
            computer.write(FIELDS[which % 2], next(texts))
        elif what == "remove" and not computer.known().removed:
            computer.take_away()
        elif what == "put back" and computer.known().removed:
            put(computer.repository, computer.evaluation, REMOVED, False)
        elif what == "decide":
            computer.decide(stays=which % 2 == 0)
        elif what == "keep":
            files.append(computer.keep())
    for computer in others:
        computer.take(files[0])


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, stays=st.booleans())
@example(steps=UNDECIDED, stays=True)
@example(steps=UNDECIDED, stays=False)
@example(steps=BOTH_ASKED, stays=True)
@example(steps=PASSED_ON, stays=True)
def test_nobodys_words_go_with_an_item_undecided(
    databases: list[Repository], steps: list[tuple[str, int, int]], stays: bool
) -> None:
    """What was written in an item is gone only where somebody took the item away who had these words before them."""
    happen(databases, steps, (f"text {number:02}" for number in count()), stays=stays)


@pytest.mark.parametrize("key", [WHAT, ROLE])
@pytest.mark.parametrize("first", [A, B])
def test_question_stays_until_somebody_decides(databases: list[Repository], key: EntryKey, first: int) -> None:
    """An action, or a person on the list: one changed it, one took it away; whoever joins first, and how often."""
    removed, evaluation = removed_key(key.subject), empty_evaluation()
    one, other = databases[A], databases[B]
    one.create(ALEX, evaluation)
    put(one, evaluation.id, removed, False)
    put(one, evaluation.id, key, "Begun.")
    other.create(SAM, copy_of(one, evaluation.id))
    put(one, evaluation.id, key, "Begun, and more.")
    put(other, evaluation.id, removed, True)
    for _ in range(2):
        for into, source in ((one, other), (other, one)) if first == A else ((other, one), (one, other)):
            join_into(into, copy_of(source, evaluation.id))

    for repository, gone in ((one, False), (other, True)):
        kept = repository.load(ALEX, evaluation.id)
        assert kept.entries[removed].value is gone
        assert [(asked.key, asked.theirs) for asked in kept.assessment.differences] == [(removed.text, not gone)]
