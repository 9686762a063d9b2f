"""Read a text for everything the guard looks for."""

from collections.abc import Iterator

from sendself.assessment.guard.births import births_in
from sendself.assessment.guard.counts import counts_in
from sendself.assessment.guard.found import Found, Known
from sendself.assessment.guard.numbers import numbers_in
from sendself.assessment.guard.one_child import one_child_in
from sendself.assessment.guard.participants import participants_in
from sendself.assessment.guard.people import people_in
from sendself.assessment.guard.sentences import Sentence, sentences


def by_sentence(text: str, known: Known) -> Iterator[tuple[Sentence, tuple[Found, ...]]]:
    """Each sentence with what is found in it; places are those of the whole text.

    Where two overlap, the one that begins first or is longer is found.
    """
    for sentence in sentences(text):
        people = people_in(sentence.text, known)
        found = [
            *numbers_in(sentence.text, known),
            *births_in(sentence.text, people),
            *people,
            *counts_in(sentence.text),
            *one_child_in(sentence.text),
            *participants_in(sentence.text, known),
        ]
        if found:
            yield sentence, tuple(_moved(one, sentence.start) for one in _without_overlaps(found))


def _without_overlaps(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _moved(one: Found, by: int) -> Found:
    return Found(one.start + by, one.end + by, one.kind)
