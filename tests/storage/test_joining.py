"""Copies that go from computer to computer: opened, changed, kept and joined in any order, nobody's words are lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, permutations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.joining.join import join
from sendself.assessment.joining.joined import Joined
from sendself.assessment.model import Assessment
from sendself.assessment.perspectives.apart import as_kept_by
from sendself.assessment.record import from_json, to_json
from sendself.storage.joining import keep_joined
from sendself.storage.kept import Change, Saved
from sendself.storage.repository import Repository, open_repository
from tests.storage.conftest import ALEX, empty_evaluation
from tests.storage.copies import SAM, copy_of, decide, join_into, new_op_id

WHY = EntryKey("review", AGREED, "why")


def said(repository: Repository, evaluation: str) -> str:
    """What stands in the field."""
    return repository.load(ALEX, evaluation).assessment.review.why


def write(repository: Repository, evaluation: str, text: str) -> None:
    """Save a text as the box does."""
    there = repository.load(ALEX, evaluation).entries.get(WHY)
    change = Change(WHY, text, there.version if there else 0, new_op_id())
    assert isinstance(repository.save(ALEX, evaluation, [change])[0], Saved)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Repository]:
    """The database of another computer."""
    opened = open_repository(f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def both(repository: Repository, elsewhere: Repository, evaluation: Assessment) -> str:
    """An evaluation that was begun here, on each engine, and opened elsewhere."""
    repository.create(ALEX, evaluation.changed(review=evaluation.review.model_copy(update={"why": "Begun."})))
    elsewhere.create(SAM, copy_of(repository, evaluation.id))
    return evaluation.id


def test_one_who_goes_on_alone_is_never_asked_about(repository: Repository, elsewhere: Repository, both: str) -> None:
    """Copy after copy is taken over, though the versions here and there count differently."""
    for day in ("Monday.", "Tuesday.", "Wednesday."):
        write(elsewhere, both, day)
        write(elsewhere, both, f"{day} Evening.")
        joined = join_into(repository, copy_of(elsewhere, both))
        assert not joined.different
        assert said(repository, both) == f"{day} Evening."
    write(repository, both, "And here.")
    assert not join_into(elsewhere, copy_of(repository, both)).different
    assert said(elsewhere, both) == "And here."


def test_what_was_decided_is_taken_over_there(repository: Repository, elsewhere: Repository, both: str) -> None:
    """Whoever decided had both texts before them, so the other computer is not asked again."""
    write(repository, both, "Mine.")
    write(elsewhere, both, "Theirs.")
    assert set(join_into(repository, copy_of(elsewhere, both)).different) == {WHY}
    (difference,) = repository.load(ALEX, both).assessment.differences
    decide(repository, both, difference, "Mine.")
    assert join_into(repository, copy_of(elsewhere, both)) == Joined()
    assert not join_into(elsewhere, copy_of(repository, both)).different
    assert said(elsewhere, both) == "Mine."


def test_what_says_the_same_makes_no_version(repository: Repository, elsewhere: Repository, both: str) -> None:
    """It is remembered that both wrote it: nobody sees a change, and who goes on from it is not asked about."""
    write(repository, both, "Same.")
    write(elsewhere, both, "Same.")
    before = repository.history(ALEX, both, WHY)
    assert set(join_into(repository, copy_of(elsewhere, both)).alike) == {WHY}
    assert repository.history(ALEX, both, WHY) == before
    write(elsewhere, both, "On from there.")
    assert set(join_into(repository, copy_of(elsewhere, both)).taken) == {WHY}


def test_save_between_is_not_replaced(repository: Repository, elsewhere: Repository, both: str) -> None:
    """What somebody saved after the copy was held against the fields here stands, and joining says so."""
    write(elsewhere, both, "Theirs.")
    copy = copy_of(elsewhere, both)
    here = repository.fields(ALEX, both)
    joined = join(here, copy)
    write(repository, both, "Saved meanwhile.")

    assert not keep_joined(repository, SAM, both, joined, here, new_op_id)
    assert said(repository, both) == "Saved meanwhile."
    assert set(join_into(repository, copy).different) == {WHY}


def test_file_carries_no_mark_of_what_was_written(repository: Repository, evaluation: Assessment) -> None:
    """The ids and marks of a first write are the same whatever stands there: nobody can hold guesses against them."""
    told = []
    for text in ("2", "3"):
        begun = evaluation.changed(review=evaluation.review.model_copy(update={"why": text}))
        repository.create(ALEX, begun)
        write(repository, evaluation.id, "Hidden by now.")
        told.append(copy_of(repository, evaluation.id, sent=True).versions[WHY.text].seen)
        repository.delete(ALEX, evaluation.id)

    assert told[0] == told[1] != ""


def test_copy_with_ones_own_views_clears_nothing(repository: Repository, elsewhere: Repository, both: str) -> None:
    """What the others rated alone is not in it, and so says nothing: not that it is empty."""
    key = EntryKey("theme:outcomes.exclusions", "senco", "strengths")
    apart = EntryKey("evaluation", AGREED, "way")
    changes = [Change(key, "Hers alone.", 0, new_op_id()), Change(apart, "apart", 0, new_op_id())]
    for one in (repository, elsewhere):
        one.save(ALEX, both, changes)
    elsewhere.save(ALEX, both, [Change(key, "Hers alone, and more.", 1, new_op_id())])
    kept = as_kept_by(copy_of(elsewhere, both), "slt")

    assert "Hers alone" not in to_json(kept).decode()
    assert join_into(repository, from_json(to_json(kept))) == Joined()
    assert repository.load(ALEX, both).entries[key].value == "Hers alone."


@dataclass
class Kept:
    """A file, the text in it, and every text that its writers had seen."""

    copy: Assessment
    text: str
    seen: frozenset[str]


@dataclass
class Computer:
    """One computer: its database, and every text that was seen by whoever wrote or chose what stands there."""

    repository: Repository
    evaluation: str = ""
    seen: frozenset[str] = frozenset()

    def text(self) -> str:
        """What stands there."""
        return said(self.repository, self.evaluation)

    def write(self, text: str) -> None:
        """Somebody types a text over what stands there."""
        write(self.repository, self.evaluation, text)
        self.seen |= {text}

    def keep(self, *, sent: bool) -> Kept:
        """A file for another computer."""
        return Kept(copy_of(self.repository, self.evaluation, sent=sent), self.text(), self.seen)

    def take(self, file: Kept, *, exact: bool) -> None:
        """Open the file, or join it when the evaluation is here. `exact`: every text is written once only."""
        if not self.evaluation:
            self.repository.create(SAM, file.copy)
            self.evaluation, self.seen = file.copy.id, file.seen
            return
        before, pending = self.text(), self._pending()
        joined = join_into(self.repository, file.copy)
        for one in self._pending():
            ASKED.setdefault(one, file)
        if WHY in joined.different:
            assert self.text() == before
            only_there, only_here = before in file.seen, file.text in self.seen
            assert not exact or only_there == only_here, "asked though only one side was changed"
        elif WHY in joined.taken:
            assert self.text() == file.text
            assert before in file.seen, "replaced by somebody who had not seen it"
            self.seen |= file.seen
        else:
            assert self.text() == before
            assert file.text in self.seen, "neither taken over nor asked about"
            self.seen |= file.seen if file.text == before else frozenset()
        for gone in pending - self._pending():
            assert ASKED[gone].text in self.seen | file.seen, "a question was dropped unanswered"

    def decide(self, choose: str) -> bool:
        """Decide the first question, if there is one: theirs, ours, both, or the one that sorts last."""
        waiting = self.repository.load(ALEX, self.evaluation).assessment.differences
        if not waiting:
            return False
        ours, theirs = self.text(), str(waiting[0].theirs)
        texts = {"theirs": theirs, "ours": ours, "both": f"{ours} {theirs}", "last": max(ours, theirs)}
        decide(self.repository, self.evaluation, waiting[0], texts[choose])
        self.seen |= ASKED[waiting[0].id].seen | {texts[choose]}
        return True

    def _pending(self) -> set[str]:
        return {one.id for one in self.repository.load(ALEX, self.evaluation).assessment.differences}


ASKED: dict[str, Kept] = {}
"""The file that each question came from. A question travels with a file that is opened."""


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Repository]]:
    """The databases of three computers."""
    folder = tmp_path_factory.mktemp("computers")
    opened = [open_repository(f"sqlite:///{folder / name}.sqlite3") for name in "abc"]
    yield opened
    for repository in opened:
        repository.close()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "keep", "send", "take", "take", "decide"]),
        st.integers(0, 2),
        st.integers(0, 9),
    ),
    max_size=25,
)


A, B, C = range(3)
# C has an older copy of B's, and hears of B's newer one by way of A, who wrote on.
BY_WAY_OF_A = [("take", B, 0), ("write", B, 0), ("keep", B, 0), ("take", C, 0), ("write", B, 0), ("keep", B, 0)]
BY_WAY_OF_A += [("take", A, 0), ("write", A, 0), ("keep", A, 0), ("take", C, 0)]
# A has not decided yet what to do with B's text when C's copy comes, which knows nothing of it.
UNDECIDED = [("take", B, 0), ("take", C, 0), ("write", B, 0), ("keep", B, 0), ("write", A, 0), ("take", A, 0)]
UNDECIDED += [("keep", C, 0), ("take", A, 0)]


def happen(
    databases: list[Repository], steps: list[tuple[str, int, int]], texts: Iterator[str], *, exact: bool
) -> None:
    """Let the steps happen, each held against what everybody had seen; then let everybody join everybody's copy."""
    computers = [Computer(repository) for repository in databases]
    steps_happen(computers, steps, texts, exact=exact)
    everything = frozenset().union(*(computer.seen for computer in computers))
    for _ in range(4):
        for one, other in permutations(computers, 2):
            other.take(one.keep(sent=False), exact=exact)
            while other.decide("last"):
                pass
    assert len({computer.text() for computer in computers}) == 1, "they never come to say the same"
    assert all(computer.seen >= everything for computer in computers), "somebody's text never arrived"


def steps_happen(
    computers: list[Computer], steps: list[tuple[str, int, int]], texts: Iterator[str], *, exact: bool
) -> None:
    """On the first computer something is written; then each step happens on its computer, where it can."""
    first, *others = computers
    begun = empty_evaluation()
    first.repository.create(ALEX, begun)
    first.evaluation = begun.id
    first.write(next(texts))
    files = [first.keep(sent=False)]
    for what, who, which in steps:
        computer = computers[who]
        if what == "take":
            computer.take(files[-1 - which % len(files)], exact=exact)
        elif not computer.evaluation:
            continue
        elif what == "write":
            computer.write(next(texts))
        elif what == "decide":
            computer.decide(("theirs", "ours", "both")[which % 3])
        else:
            files.append(computer.keep(sent=what == "send"))
    for computer in others:
        computer.take(files[0], exact=exact)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
@example(steps=BY_WAY_OF_A)
@example(steps=UNDECIDED)
def test_nobodys_words_are_lost_on_three_computers(
    databases: list[Repository], steps: list[tuple[str, int, int]]
) -> None:
    """Nothing is replaced unseen, nothing is asked that only one side changed, and all that was written arrives."""
    happen(databases, steps, (f"text {number}" for number in count()), exact=True)


@settings(max_examples=30, deadline=None)
@given(steps=STEPS, texts=st.lists(st.sampled_from("ab"), min_size=26, max_size=26))
def test_same_words_on_three_computers_do_no_harm(
    databases: list[Repository], steps: list[tuple[str, int, int]], texts: list[str]
) -> None:
    """Where people write the same, or come back to what they had, nothing is replaced unseen either."""
    happen(databases, steps, iter(texts), exact=False)
