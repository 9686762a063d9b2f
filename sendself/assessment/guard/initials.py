"""Initials in the place of a name: "J.S." and "JS", where something beside them tells of a pupil."""

import re
from collections.abc import Iterator

from sendself.assessment.guard import people_words as words
from sendself.assessment.guard.found import Found, Kind

_DOTTED = re.compile(r"(?<![\w.])[A-Z]\. ?[A-Z](?:\. ?[A-Z])?(?![^\W_])\.?")
_BARE = re.compile(r"(?<![\w.@/-])[A-Z]{2}(?:-[A-Z])?(?![\w@/])")
_ABBREVIATIONS = frozenset(
    """
    AM AP AR AT BA BT CA CD CE CP CV DA DH DO DS DT EA EH EP EU EY FE FS FT GB GP HE HI HR HT IB ICT ID IE IP IT KS
    LA LD LP LS LT MA MD MP NA NB NC NE NI NO NQ NT OK OT PA PC PD PE PHD PI PM PP PR PS PT PV QA QT RE RI SA SE SI
    SL SM SP TA TB TV UK UN US UT VA VI VP VR WC
    """.split()  # noqa: SIM905 - one to a line they would fill two pages
)
# "for SEND pupils" is about many; a verb that ends like a plural is about one.
_PLURAL_AFTER = re.compile(rf"['’]?s?[ -](?!(?:{words.VERBS_IN_S})\b)[A-Z]?[a-z]+s\b")
_CHILD = re.compile(
    r"\b(?:pupil|child|boy|girl|student|learner|brother|sister|son|daughter|(?:mum|mother|dad|father|parents?|"
    r"family) of|"
    r"for|with|named|called|like),? *\(?$",
    re.IGNORECASE,
)


def initials_in(sentence: str) -> Iterator[Found]:
    """Initials in a sentence that stand for a pupil."""
    for match in _DOTTED.finditer(sentence):
        letters = re.sub(r"[^A-Z]", "", match.group())
        told = _told(sentence, match.start(), match.end())
        # "J. Smith" is an author or a colleague more often than a pupil.
        surname = re.match(r" ?[A-Z][a-z]", sentence[match.end() :])
        if told or (letters not in _ABBREVIATIONS and not surname):
            end = match.end()
            yield Found(match.start(), end, Kind.NAME)
    for match in _BARE.finditer(sentence):
        if match.group() not in _ABBREVIATIONS and _told(sentence, match.start(), match.end()):
            yield Found(*match.span(), Kind.NAME)


def _told(sentence: str, start: int, end: int) -> bool:
    after = sentence[end:]
    possessive = re.match(r"['’]s", after)
    return bool(
        words.TELLS_AFTER.match(after)
        or (possessive and words.THINGS_AFTER.match(after, possessive.end()))
        or (_CHILD.search(sentence[max(0, start - 20) : start]) and not _PLURAL_AFTER.match(after))
    )
