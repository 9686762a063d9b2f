"""What bears a pupil's word or a person's name and is nobody: a pupil passport, a building, a book, a saint."""

import re

OF_PUPILS = (
    r"(?:premium|voice|protection|development|passports?|profiles?|referral|progress|councils?|surveys?|rooms?|workers?|"
    r"learning|days?|centres?|charters?|questionnaires?|trackers?|portals?|handbooks?|planners?|records?|forums?|panels?|"
    r"portfolios?|parliaments?|conferences?|hubs?|unions?|benefits?|bursary|bursaries)"
)
"""What makes another thing of the word for a pupil before it: a pupil passport, a child protection plan."""
PUPIL_THING = re.compile(
    rf"\b(?:pupil|child|student|learner)[’']?s?[’']? {OF_PUPILS}(?: (?:plus|grant|strategy|lead))?(?!\w)", re.IGNORECASE
)
"""The same with its word: Pupil Premium Plus."""

_THING_AFTER = re.compile(
    r"[’']s?[ -](?:theory|research|taxonomy|principles?|framework|matrices|scales|syndrome|hierarchy|model)\b|"
    r"[ -](?:toolkit|profile|tests?|scales?|matrices|programme|framework|approach|method|award|model|scheme|"
    r"theory|research|"
    r"book|inventory|curriculum|syndrome|taxonomy|materials|questionnaire|checklist)\b|"
    r"[ -](?:(?:and|or) \w+ )?(?:school|academy|primary|college|trust|foundation|cent(?:re|er)|hospital|road|"
    r"street|lane|"
    r"avenue|drive|houses?|class(?:es)?|room|church|cathedral|university|library|federation|partnership|charity|"
    r"project|"
    r"day|week|term|holidays?|bank|theatre|museum|site|campus|block|building|wing|base|unit|society|association|"
    r"institute|"
    r"council|screener|screening|intervention|publications|phonics|maths|team|group)\b",
    re.IGNORECASE,
)
_SAINT_BEFORE = re.compile(
    r"\b(?:st|saint|ss|king|queen|prince|princess|lord|lady|sir|dame|pope|president)\.? *$", re.IGNORECASE
)
_FAMILY_NAMES = r"(?: (?-i:[A-Z])[\w'’-]+){1,2}"
_PLACE_AFTER = re.compile(
    rf"{_FAMILY_NAMES} (?:School|Academy|Primary|College|Trust|Foundation|Cent(?:re|er)|Hospital|Road|Street|Lane|"
    r"Avenue|Drive|Library|University|Museum|Theatre|Institute|Charity|Building|Wing|Room|Block|Suite)\b"
)
# Park, Hall and their like are family names too, and building is something that a pupil does.
_MAY_BE_PLACE_AFTER = re.compile(
    rf"(?:{_FAMILY_NAMES})?"
    r" (?:building|hall|wing|room|park|cent(?:re|er)|house|school|road|street|block|suite|studio|theatre|library|"
    r"gardens?|fields?|court|estate|campus|unit|base|site|pavilion|lodge|gallery|stadium|pool|playground)\b",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"\b(?:the|our|its|this|that|an?|in|at|near|around|(?:walk|trip|visit|outing|next|close)s? to)\s+$", re.IGNORECASE
)
_BEFORE = 16
"""So many characters before a name are looked at."""


def is_thing(sentence: str, start: int, end: int) -> bool:
    """Whether a first name is part of what a test, a class or a saint is called."""
    return bool(_THING_AFTER.match(sentence, end) or _SAINT_BEFORE.search(sentence[max(0, start - _BEFORE) : start]))


def is_place(sentence: str, start: int, end: int) -> bool:
    """Whether a place is called after somebody, by a first name and mostly a family name: the Rosa Bell building."""
    if _PLACE_AFTER.match(sentence, end):
        return True
    before = sentence[max(0, start - _BEFORE) : start]
    return bool(_PLACE_BEFORE.search(before) and _MAY_BE_PLACE_AFTER.match(sentence, end))
