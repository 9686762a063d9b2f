"""Words that the notes on an export share."""

from __future__ import annotations

from sendself.assessment.english import uncapital
from sendself.context.export.facts import LABELS, Fact


def pupils_in_words(number: int) -> str:
    """A number of pupils: "1 pupil", "1,038 pupils"."""
    return "1 pupil" if number == 1 else f"{number:,} pupils"


def pupils_have(number: int) -> str:
    """The same with what they have: "1 pupil has", "2 pupils have"."""
    return f"{pupils_in_words(number)} {'has' if number == 1 else 'have'}"


def is_or_are(number: int) -> str:
    """The verb that goes with a number."""
    return "is" if number == 1 else "are"


def named(fact: Fact) -> str:
    """What a fact is called within a sentence."""
    return uncapital(LABELS[fact])
