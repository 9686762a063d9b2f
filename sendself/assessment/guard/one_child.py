"""One child who is not named, but told by a need and a year or class: "our Deaf child in Reception"."""

import re
from collections.abc import Iterator

from sendself.assessment.guard.count_words import BETWEEN, NO_PUPIL, PUPIL, TRAIT, WORD
from sendself.assessment.guard.found import Found, Kind

_ANY_CHILD = re.compile(rf"(?<!\w)(?:{PUPIL}|user)(?!\w)", re.IGNORECASE)
_THE = r"(?:the|our|this|that|an?)"
_CLASS_YEAR = r"(?:(?:year|yr|y) ?\d{1,2}|reception|nursery|sixth[- ]form)"
_IN_CLASS = (
    rf"(?:,? (?:in|from|of) (?:the |our )?(?:{_CLASS_YEAR}|\d{{1,2}}(?-i:[A-Z])|class \w+|(?-i:[A-Z])[\w’'-]+ class)"
    rf"| \({_CLASS_YEAR}\))(?!\w| (?:and|or|to) (?:year )?\d)"
)
_NEED = rf"{TRAIT}(?:[ ,-](?:and )?{TRAIT})?"
_WITH_NEED = rf",? (?:with|who has|who is|who uses|who needs|whose|on|using|under)(?: {WORD}){{0,2}}? {_NEED}"
_NEED_BEFORE = rf"(?:[\w-]+ )?{_NEED}"
_PATTERNS = tuple(
    re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE)
    for form in (
        # Our Deaf child in Reception, the wheelchair user in Year 6.
        rf"{_THE} (?:{BETWEEN} ){{0,2}}{_NEED_BEFORE} (?:{PUPIL}|user){_IN_CLASS}",
        # The child with Down syndrome in Year 2.
        rf"{_THE} (?:{BETWEEN} ){{0,2}}{PUPIL}{_WITH_NEED}{_IN_CLASS}",
        # A pupil in Year 5 with cerebral palsy.
        rf"{_THE} (?:{BETWEEN} ){{0,2}}{PUPIL}{_IN_CLASS}{_WITH_NEED}",
        # The Year 4 boy with a hoist; our Year 4 Deaf pupil.
        rf"{_THE} {_CLASS_YEAR} (?:{BETWEEN} )?(?:{_NEED_BEFORE} {PUPIL}|{PUPIL}{_WITH_NEED})",
        # In Year 2 a child with Down syndrome.
        rf"in {_CLASS_YEAR},? {_THE} (?:{BETWEEN} )?(?:{_NEED_BEFORE} {PUPIL}|{PUPIL}{_WITH_NEED})",
        # The blind Year 9 girl.
        rf"{_THE} {_NEED_BEFORE} {_CLASS_YEAR} {PUPIL}",
    )
)
_ANY_SUCH = re.compile(
    r"\b(?:if|when(?:ever)?|how|what|where|for example|imagine|say|suppose|each|every|any)(?: [a-z]+){0,3},? $",
    re.IGNORECASE,
)
_MAY = re.compile(r" (?:may|might|can|could|should|would)\b", re.IGNORECASE)
_THING = re.compile(NO_PUPIL, re.IGNORECASE)


def one_child_in(sentence: str) -> Iterator[Found]:
    """The places where a sentence tells of one child by a need and a year or class."""
    if not _ANY_CHILD.search(sentence):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            if _THING.match(sentence, match.end()) and not _is_any_such(sentence, match):
                yield Found(*match.span(), Kind.COUNT)


def _is_any_such(sentence: str, match: re.Match[str]) -> bool:
    """Whether any such child is meant: a pupil with autism in Year 7 may, or if a pupil in Year 7 is."""
    if not re.match(rf"(?:in {_CLASS_YEAR},? )?an? ", match.group(), re.IGNORECASE):
        return False
    before = sentence[max(0, match.start() - 40) : match.start()]
    return bool(_MAY.match(sentence, match.end()) or _ANY_SUCH.search(before))
