"""Reading an evaluation before it leaves: each sentence to look at, where it stands, and what is kept knowingly."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.entries.keys import KEPT, EntryKey
from sendself.assessment.entries.words import entry_in_words
from sendself.assessment.guard.found import Found, Kind, Known
from sendself.assessment.guard.places import step_of, texts_of, theme_of
from sendself.assessment.guard.reading import by_sentence
from sendself.assessment.guard.sentences import Sentence
from sendself.assessment.guard.word_lists import capitals, folded
from sendself.assessment.identifiers import AGREED, KeptMark
from sendself.assessment.model import Assessment
from sendself.rubric.model import ThemeId


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of one box to look at: what was found in it, and the mark under which it can be kept knowingly.

    `step` is the page on which it is mended, `theme` the theme of that page, if any, and `place` the theme or item and
    the box, in words.
    """

    kind: Kind
    key: EntryKey
    step: str
    place: str
    sentence: str
    words: tuple[str, ...]
    mark: KeptMark
    theme: ThemeId | None = None

    @property
    def line(self) -> str:
        """The finding on one line, for scripts."""
        return f"{self.kind}: {self.step}: {self.place}: {', '.join(self.words)}"


def findings(shared: SharedRecord, named_in: Assessment | None = None) -> tuple[Finding, ...]:
    """Everything to look at in what would leave, by kind and then in the order of the record.

    `named_in` is the evaluation that it was made from: it still says who takes part where roles alone leave.
    """
    known = known_in(named_in or shared.assessment, roles_only=shared.assessment.disclosure.names == "roles")
    order = list(Kind)
    found: dict[tuple[Kind, EntryKey, KeptMark], Finding] = {}
    for one in _findings(shared.assessment, known):
        # A sentence that stands twice in one box is one thing to look at.
        found.setdefault((one.kind, one.key, one.mark), one)
    return tuple(sorted(found.values(), key=lambda one: order.index(one.kind)))


def parted(found: Iterable[Finding], assessment: Assessment) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings still to look at, and those that the evaluation keeps knowingly."""
    all_found = tuple(found)
    kept = frozenset(assessment.kept_knowingly)
    return (
        tuple(one for one in all_found if one.mark not in kept),
        tuple(one for one in all_found if one.mark in kept),
    )


def kept_key(finding: Finding) -> EntryKey:
    """The entry that says whether a finding is kept knowingly."""
    return EntryKey("evaluation", AGREED, KEPT + finding.mark)


def known_in(assessment: Assessment, *, roles_only: bool = False) -> Known:
    """What the evaluation names where such things belong: those who take part, the school and its reviewer.

    With `roles_only` the names of those who take part are no alarm as pupils, but as names that were to be left out.
    """
    school, review = assessment.school, assessment.review
    people = [person.name for person in assessment.participants] + [review.reviewer]
    return Known(
        people=_words(people),
        places=_words((school.name, school.town, school.local_authority, school.trust)),
        addresses=frozenset(
            text.replace(" ", "").casefold() for text in (review.reviewer_email, school.postcode) if text
        ),
        withheld=frozenset(person.name for person in assessment.participants if person.name and roles_only),
    )


def _findings(assessment: Assessment, known: Known) -> Iterator[Finding]:
    for key, text in texts_of(assessment):
        step, theme, place = step_of(assessment, key), theme_of(assessment, key), entry_in_words(assessment, key)
        for sentence, found in _read(text, known):
            for kind in dict.fromkeys(one.kind for one in found):
                words = tuple(text[one.start : one.end] for one in found if one.kind is kind)
                mark = _mark(assessment.id, kind, sentence.text)
                yield Finding(kind, key, step, place, sentence.text, words, mark, theme)


@lru_cache(maxsize=512)
def _read(text: str, known: Known) -> tuple[tuple[Sentence, tuple[Found, ...]], ...]:
    # A page is drawn anew at every press of a button; what is written there hardly ever changes between.
    return tuple(by_sentence(text, known))


def _mark(evaluation: str, kind: Kind, sentence: str) -> KeptMark:
    words = " ".join(sentence.split())
    return sha256(f"{evaluation}\n{kind}\n{words}".encode()).hexdigest()[:32]


def _words(texts: Iterable[str]) -> frozenset[str]:
    words = (folded(word.strip(".,()'’")) for text in texts for word in text.replace("-", " ").split())
    return frozenset(word for word in words if len(word) > 1 and word not in capitals())
