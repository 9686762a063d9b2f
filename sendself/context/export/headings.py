"""What a heading says: the fact that it names, and what its other words make of it."""

from __future__ import annotations

import re

from sendself.context.export.codes import plain
from sendself.context.export.facts import OF_EVENTS, OVER_TIME, Fact
from sendself.context.export.heading_words import (
    ANY_SEN,
    FILLER,
    HEADINGS,
    LATER,
    LEAVERS,
    LIKELY,
    ORDER,
    OTHER,
    REGISTER,
    SUSPENSION_DAY,
    SUSPENSION_START,
    WHEN,
)

_KNOWN = {words: fact for fact, headings in HEADINGS.items() for words in headings.split("; ")}
_PCT = re.compile(r"\b(pct|perc)\b")
# "NCYearActual", "SENprovision": where one word ends and the next begins.
_ACRONYM = re.compile(r"\b(SEN|FSM)(?=[a-z]{3})")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def recognise(heading: str) -> tuple[Fact, bool] | None:
    """The fact that a heading names and whether it does so word for word, or `None`."""
    return _recognise(_words(heading)) or _recognise(_words(_CAMEL.sub(" ", _ACRONYM.sub(r"\1 ", heading))))


def _words(heading: str) -> str:
    return _PCT.sub("percent", plain(heading))


def _recognise(words: str) -> tuple[Fact, bool] | None:
    if words in ("pupil", "student", "learner", "pupils", "students", "child"):
        return Fact.NAME, True
    # "Year group(s)" has an s of its own once the brackets are gone.
    short = " ".join(FILLER.sub(" ", words).split()).removesuffix(" s")
    for form in (words, short):
        if form in _KNOWN:
            return _KNOWN[form], True
    timeless = _without_time(short)
    if (known := _KNOWN.get(timeless)) in OVER_TIME:
        return known, True
    return _likely(words, timeless)


def _likely(words: str, timeless: str) -> tuple[Fact, bool] | None:
    if SUSPENSION_DAY.fullmatch(words) or SUSPENSION_START.fullmatch(words):
        return Fact.SUSPENSIONS, False
    for form in dict.fromkeys((words, timeless)):
        found = next((fact for fact, pattern in LIKELY if pattern.search(form)), None)
        if found is Fact.SEN_STATUS_END:
            return found, False
        rest = timeless if found in OVER_TIME else words
        # What is asked of the last full school year may well say so.
        if found and not OTHER.search(rest.replace("last year", " ") if found in OF_EVENTS else rest):
            return found, False
    return None


def _without_time(words: str) -> str:
    return " ".join(WHEN.sub(" ", words).split())


def adds_aea(heading: str) -> bool:
    """Whether a heading of sessions attended says that approved educational activity, which counts, is in them."""
    return re.search(r"\baea\b", plain(heading)) is not None


def is_mere_presence(heading: str) -> bool:
    """Whether sessions under a heading are those in school alone: attendances have approved activity in them."""
    return re.search(r"\bpresents?\b", plain(heading)) is not None and not adds_aea(heading)


def says_start_of_suspension(heading: str) -> bool:
    """Whether a heading promises the day on which a suspension began, so that each day is a suspension."""
    return SUSPENSION_START.fullmatch(plain(heading)) is not None


def says_any_sen(heading: str) -> bool:
    """Whether a heading asks for SEN of either kind, yes or no: "Is SEN"."""
    return ANY_SEN.search(plain(heading)) is not None


def says_another_thing(heading: str) -> bool:
    """Whether a heading has a word by which it means something else than it seems to: "last week", "previous"."""
    return OTHER.search(_without_time(plain(heading))) is not None


def names_a_register(title: str) -> bool:
    """Whether a title or the name of a sheet says that it holds pupils with SEN alone."""
    return REGISTER.search(plain(title)) is not None


def names_leavers(sheet: str) -> bool:
    """Whether the name of a sheet says that its pupils are no longer on roll."""
    return LEAVERS.search(plain(sheet)) is not None


def need_order(heading: str) -> int:
    """Where a column of needs stands among others: a primary need first, one without a rank next, then the rest."""
    words = plain(heading)
    for pattern, order in ORDER:
        if pattern.search(words):
            return order
    return 4 if LATER.search(words) else 2
