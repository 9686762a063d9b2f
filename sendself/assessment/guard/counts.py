"""Counts in prose that are so small, with what sets the pupils apart, that somebody would know who they are."""

import re
from collections.abc import Iterator

from sendself.assessment.guard.count_words import (
    BETWEEN,
    FEW,
    NO_PUPIL,
    NOT_PERSONS,
    NUMBER,
    PUPIL,
    PUPILS,
    TRAIT,
    UP_TO_TEN,
    WHERE,
    WORD,
    YEAR,
)
from sendself.assessment.guard.found import Found, Kind

_ANY_FEW = re.compile(
    r"(?<!\w)(?:only|sole|lone|single|one|two|three|four|[1-4]|both|couple|pair|twins|other|of)(?!\w)", re.IGNORECASE
)
# A number, then what sets them apart before or after the word for pupils, then the rest of what is said of them.
_APART_BEFORE = re.compile(
    rf"(?<![\w.])(?:{FEW}) (?:{BETWEEN} ){{0,3}}(?:[\w-]+ )?{TRAIT}(?:[ ,-](?:and )?{TRAIT})?(?: (?:{WORD} "
    rf")?{PUPILS})?(?!\w|-(?:accessible|friendly|aware))",
    re.IGNORECASE,
)
_APART_AFTER = re.compile(
    rf"(?<![\w.])(?:{FEW}) (?:{BETWEEN} ){{0,3}}{PUPILS}{WHERE}{{0,2}},? "
    rf"(?:with|without|who|whose|on|in|under|under a|using|from|have|has|had|is|are|was|were|needs?|uses?|used|wears?|"
    rf"speaks?|signs?|arrives?|came|comes|lives?|receives?|gets?)\b(?: {WORD}){{0,4}}? {TRAIT}(?!\w)",
    re.IGNORECASE,
)
_THEY_ARE = re.compile(
    rf"(?<![\w.])(?:one|two|three|four|both|[1-4]) (?:is|are|was|were|has|have|had|"
    rf"uses?|speaks?)(?: {WORD}){{0,2}}? {TRAIT}(?!\w)",
    re.IGNORECASE,
)
_SIGNING = re.compile(rf"(?<!\w)(?:{FEW}) {PUPILS} who (?:signs?|speaks? (?-i:[A-Z])\w+)(?!\w)", re.IGNORECASE)
# One child, or a counted few, that are said to be the only ones: whatever else is said of them sets them apart.
_ALONE = re.compile(
    rf"(?<!\w)(?:(?:the|our|their|its) (?:first and |one and )?(?:(?:only|sole|lone|single|one) (?:{WORD} ){{0,3}}?"
    rf"(?:{PUPIL}|users?)|only (?:two|three|four) (?:{WORD} ){{0,2}}?{PUPILS})"
    rf"|(?:only|just) (?:the |a )?(?:{NUMBER}|single)(?: of (?:the|our|these|those))? (?:{WORD} )?{PUPILS})\b"
    rf"{NO_PUPIL}",
    re.IGNORECASE,
)
_THE_OTHER = re.compile(
    rf"(?<!\w)(?:the|no) other (?:{BETWEEN} )?{PUPIL}{WHERE}?,? (?:with|who|on|in|using|from|has|had|is|was|uses?)\b"
    rf"(?: {WORD}){{0,3}}? {TRAIT}(?!\w)",
    re.IGNORECASE,
)
_SIBLINGS = re.compile(
    rf"(?<!\w)(?:(?:the|our|these|both|an?) (?:{WORD} )?(?:twins|triplets)|"
    rf"an? pair of (?:brothers|sisters|siblings|twins)|"
    rf"(?:the|our|an?|two|three|four) (?:{WORD} )?(?:brother and (?:an? |his )?sister|brothers|sisters|siblings))"
    rf"(?:{WHERE}| from (?-i:[A-Z])\w+)(?!\w)",
    re.IGNORECASE,
)
# A number taken from another: three of the five children with a plan.
_OF_FEW = re.compile(
    rf"(?<![\w.])(?:{NUMBER}|five|six|seven|eight|nine|none|all) of (?:the|our|these|those) {UP_TO_TEN} "
    rf"(?:{BETWEEN} ){{0,2}}{PUPILS}{WHERE}{{0,2}},? (?:with|on|who have|who has|who had)(?: {WORD}){{0,2}}? "
    rf"(?:{TRAIT}|plans?)(?!\w)",
    re.IGNORECASE,
)
# A number of a whole: 1 out of 29 in Year 2 has a hearing aid.
_OUT_OF = re.compile(
    rf"(?<![\w.])(?:{NUMBER}) (?:out )?of (?:(?:the|our) )?\d{{1,3}}(?: {PUPILS})?{WHERE}{{0,2}},? "
    rf"(?:has|have|had|is|are|was|were|uses?|wears?|needs?|with)(?: {WORD}){{0,2}}? {TRAIT}(?!\w)",
    re.IGNORECASE,
)
_HARM = re.compile(rf"(?<!\w)(?:{FEW}) (?:(?:the|our|these|those) )?{PUPILS}{WHERE}? self-harm\w*", re.IGNORECASE)
_PATTERNS = (_OUT_OF, _HARM, _OF_FEW, _APART_BEFORE, _APART_AFTER, _THEY_ARE, _SIGNING, _ALONE, _THE_OTHER, _SIBLINGS)
_REST = re.compile(rf"(?: (?:with|in) (?:an? )?(?:{TRAIT}|{YEAR}))+(?!\w)", re.IGNORECASE)

_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:years?|yr|y|ks|key stage|stage|wave|tier|level|phase|step|unit|section|chapter|point|grade|type|"
    r"page|at least|"
    r"at most|not|up to|more than|fewer than|less than|over|under|about|around|every|each|per|any|or|to|than|in|of|no|"
    r"for|"
    r"one to|1:|1 to|number)\s*(?:\d+\s*(?:,|and|to|&|–|-)\s*)*|[\d£%][.,:/]?\s?)$",
    re.IGNORECASE,
)
_PAPERS = re.compile(rf"(?:{FEW}) {NOT_PERSONS}", re.IGNORECASE)
_STAFF_NOUN = re.compile(
    r" (?:teachers?|staff|adults?|tas?|assistants?|schools?|classes|lessons|specialists?|therapists?|teams?|"
    r"provisions?|bases?|"
    r"policy|policies|awareness|training|champions?|leads?|week|history|month|festivals?|days?|units?|governors?|"
    r"clubs?)\b",
    re.IGNORECASE,
)


def counts_in(sentence: str) -> Iterator[Found]:
    """The small counts in a sentence that could point to a child."""
    if not _ANY_FEW.search(sentence):
        return
    reached = 0
    matches = [match for pattern in _PATTERNS for match in pattern.finditer(sentence)]
    for match in sorted(matches, key=lambda one: (one.start(), -one.end())):
        if match.start() < reached or not _counts_pupils(sentence, match):
            continue
        rest = _REST.match(sentence, match.end())
        reached = rest.end() if rest else match.end()
        yield Found(match.start(), reached, Kind.COUNT)


def _counts_pupils(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[max(0, match.start() - 24) : match.start()]
    if _NO_COUNT_BEFORE.search(before) and not re.match(r"(?:the|our|these|those)\b", match.group(), re.IGNORECASE):
        return False
    if _PAPERS.fullmatch(match.group()):
        return False
    if re.match(
        r"(?:the |our )?(?:only|single) (?!one|two|three|four)", match.group(), re.IGNORECASE
    ) and not re.search(rf"\b{PUPILS}\b|user", match.group(), re.IGNORECASE):
        return False
    return not _STAFF_NOUN.match(sentence, match.end())
