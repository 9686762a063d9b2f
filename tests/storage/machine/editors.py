"""Several people at pages of one evaluation, in any order, with lost replies, failures and restarts in between."""

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from sqlalchemy import Engine

from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.participants import Participant
from sendself.storage.kept import Actor
from sendself.ui.editor import Editor
from tests.samples import an_evaluation
from tests.storage.conftest import SMALL_RUBRIC
from tests.storage.machine.ledger import Ledger
from tests.storage.machine.line import Fault, Line
from tests.storage.machine.person import AGREED_RATING, LONGEST, PROSE, REMOVED, STRENGTHS, WORDS, Keep, Person

# Alex has the evaluation open in two tabs.
PEOPLE = tuple(
    Participant(id=f"p{number}", name=name, perspective=perspective)
    for number, (name, perspective) in enumerate((("Alex Morgan", "senco"), ("Sam Okafor", "slt")) * 2)
)[:3]
NUMBERS = st.sampled_from(range(len(PEOPLE)))
PROSE_KEYS = st.sampled_from(sorted(PROSE))
OTHERS = st.sampled_from((1, 2))
WAYS = st.sampled_from(("theirs", "mine", "join"))
WORD = st.sampled_from(("calm", "kind", "late", ""))
RATING = st.sampled_from((1, 4, "dont_know", None))
FAULT = st.sampled_from((*[Fault.NONE] * 4, Fault.LOST_REPLY, *[f for f in Fault if f is not Fault.NONE]))
TOGETHER = st.fixed_dictionaries({REMOVED: st.booleans()}, optional={STRENGTHS: WORD, AGREED_RATING: RATING})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the machine runs: the line to a repository, its tables, and the code that saves what boxes and buttons say.

    `happened` counts what came about in all runs, so that it can be seen that they came upon everything.
    """

    line: Line
    tables: Engine
    keep: Keep
    opening: type[Editor]
    happened: Counter[str] = field(default_factory=Counter)


EVERYTHING = frozenset(
    ("whole run", "saved", "there already", "conflict", "sent again", "acknowledged late", "theirs", "mine", "join")
) | {"restart", "button refused", *(fault.name for fault in Fault)}
"""What has to happen in many runs, or they prove little."""


class Editors(RuleBasedStateMachine):
    """Every rule ends with the tables compared to what was sent, answered and seen. `Broken` says what is wrong."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.line, self.happened, self.saved_before = place.line, place.happened, place.happened["saved"]
        evaluation = an_evaluation(SMALL_RUBRIC, id=str(uuid4()))
        self.line.repository.create(Actor("Alex Morgan"), evaluation)
        self.ledger = Ledger(place.tables, evaluation.id, place.happened)
        self.people = [
            Person(you, evaluation.id, self.line, self.ledger, place.keep, place.opening, place.happened)
            for you in PEOPLE
        ]

    @rule(number=NUMBERS, key=PROSE_KEYS, word=WORD, more=st.booleans(), fault=FAULT)
    def write(self, number: int, key: EntryKey, word: str, more: bool, fault: Fault) -> None:
        """Go on writing in a box, begin anew or empty it; the page saves it from what its writer was shown."""
        person = self.people[number]
        person.held[key] = f"{person.held[key]} {word}"[-LONGEST:] if more else word
        person.send(key, fault)

    @rule(number=NUMBERS, shared=st.booleans(), rating=RATING, fault=FAULT)
    def rate(self, number: int, shared: bool, rating: Value, fault: Fault) -> None:
        """Rate together or from one's own perspective, or take the rating back, in a run that has just loaded all."""
        person = self.people[number]
        key = AGREED_RATING if shared else person.own_rating
        person.held[key] = rating
        person.begin_run()
        person.send(key, fault)

    @precondition(lambda self: self._who(lambda person: person.unsaved))
    @rule(data=st.data(), loaded=st.booleans(), fault=FAULT)
    def try_again(self, data: st.DataObject, loaded: bool, fault: Fault) -> None:
        """The next run saves everything that waits: what nobody answered, with the id it had."""
        person = self._one(data, lambda person: person.unsaved)
        if loaded:
            person.begin_run()
        for key in person.unsaved:
            person.send(key, fault)

    @rule(number=NUMBERS, others=OTHERS, key=PROSE_KEYS, word=WORD, fault=FAULT)
    def overtake(self, number: int, others: int, key: EntryKey, word: str, fault: Fault) -> None:
        """A reply is lost, somebody else reads what was saved and goes on from it, and then it is sent again."""
        first, second = self._two(number, others, key)
        first.held[key] = f"{first.held[key]} early"[-LONGEST:]
        first.send(key, Fault.LOST_REPLY)
        second.look()
        self._decide(second, key, "theirs", Fault.NONE)
        second.held[key] = word
        second.send(key, fault)
        first.send(key, Fault.NONE)

    @rule(number=NUMBERS, others=OTHERS, key=PROSE_KEYS, way=WAYS, fault=FAULT)
    def disagree(self, number: int, others: int, key: EntryKey, way: str, fault: Fault) -> None:
        """Two begin from the same text; the second to save is shown both and decides."""
        first, second = self._two(number, others, key)
        second.look()
        for person, word in ((first, "first"), (second, "second")):
            person.held[key] = f"{person.held[key]} {word}"[-LONGEST:]
            person.send(key, Fault.NONE)
        self._decide(second, key, way, fault)

    @rule(number=NUMBERS)
    def look(self, number: int) -> None:
        """See what others have saved."""
        self.people[number].look()

    @precondition(lambda self: self._who(lambda person: person.undecided))
    @rule(data=st.data(), way=WAYS, fault=FAULT)
    def decide(self, data: st.DataObject, way: str, fault: Fault) -> None:
        """Where two have changed the same, take theirs, mine or both."""
        person = self._one(data, lambda person: person.undecided)
        self._decide(person, data.draw(st.sampled_from(person.undecided)), way, fault)

    @rule(number=NUMBERS, looked=st.booleans(), values=TOGETHER, fault=FAULT)
    def press(self, number: int, looked: bool, values: dict[EntryKey, Value], fault: Fault) -> None:
        """A button saves several fields, takes an item away or brings it back."""
        person = self.people[number]
        if looked:
            person.look()
        person.press(values, fault)

    @rule(number=NUMBERS, others=OTHERS, rating=RATING, word=WORD, fault=FAULT)
    def press_late(self, number: int, others: int, rating: Value, word: str, fault: Fault) -> None:
        """Somebody else writes while a page is drawn that saves something of its own; then its button is pressed."""
        first, second = self._two(number, others, STRENGTHS)
        second.look()
        self._decide(second, STRENGTHS, "theirs", Fault.NONE)
        second.held[STRENGTHS] = f"{second.held[STRENGTHS]} late"[-LONGEST:]
        second.send(STRENGTHS, Fault.NONE)
        first.held[first.own_rating] = rating
        first.send(first.own_rating, Fault.NONE)
        first.press({STRENGTHS: word}, fault)

    @rule(number=NUMBERS, looked=st.booleans(), values=TOGETHER, words=WORD, fault=FAULT)
    def send_together(self, number: int, looked: bool, values: dict[EntryKey, Value], words: str, fault: Fault) -> None:
        """Several changes in one call, each with an id: kept until they are answered."""
        person = self.people[number]
        if looked:
            person.look()
        if not person.batch:
            person.begin_batch({**values, WORDS: words})
        person.send_batch(fault)

    @precondition(lambda self: self._who(lambda person: person.batch))
    @rule(data=st.data(), fault=FAULT)
    def send_together_again(self, data: st.DataObject, fault: Fault) -> None:
        """What was not answered comes again, whatever others have saved in between."""
        self._one(data, lambda person: person.batch).send_batch(fault)

    @precondition(lambda self: self.happened["saved"] > self.saved_before + 2)
    @rule()
    def restart(self) -> None:
        """The server ends and starts: everything that was acknowledged is there, unsaved text stays with its writer."""
        self.saved_before = self.happened["saved"]
        self.happened["restart"] += 1
        self.line.restart()
        self.ledger.check()

    def teardown(self) -> None:
        """In the end every view of the history tells the same."""
        # What broke before is told as it is.
        if sys.exception() is None:
            self.ledger.check_views(self.line.repository)
            self.happened["whole run"] += 1

    def _two(self, number: int, others: int, key: EntryKey) -> tuple[Person, Person]:
        """Two different tabs, of which the first has seen all there is and has nothing left to decide about a field."""
        first, second = self.people[number], self.people[(number + others) % len(self.people)]
        first.look()
        self._decide(first, key, "theirs", Fault.NONE)
        return first, second

    def _decide(self, person: Person, key: EntryKey, way: str, fault: Fault) -> None:
        if key in person.undecided:
            self.happened[way] += 1
            person.decide(key, way, fault)

    def _who(self, waits: Callable[[Person], Any]) -> list[Person]:
        return [person for person in self.people if waits(person)]

    def _one(self, data: st.DataObject, waits: Callable[[Person], Any]) -> Person:
        return self._who(waits)[data.draw(st.sampled_from(range(len(self._who(waits)))))]
