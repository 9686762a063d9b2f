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
_NO_DOER = frozenset(
    """
    AA AC AD AF AI AO AS BB BP BV CC CI CL CM CS CT DC DM EC EE EO ER EW FA FC FF FG FM FP FW GD GL HA HB HF HL HP HQ HV
    IA II IQ IV IX JC LC LM LO LW MC ME MH MT NG NR NW OB OH OP OS PB PH PK PL PN PO PQ PW QE RC RP RR RW SC SD SG SK SN
    SS SW TC TL TT VB WA WB WP WT XI XX YL YO
    """.split()  # noqa: SIM905 - one to a line they would fill three pages
)
"""More that schools shorten, and that a verb stands after without a pupil: RP is a resourced provision."""
_TIMES = frozenset({"AM", "PM"})
_CLAUSE_BEGINS = re.compile(
    r"(?:^|[,;:–—-] |\b(?:when|because|since|after|before|and|that|as|while|if|so|but|where|until|though|"
    r"although) )[\"'“‘(]?$",
    re.IGNORECASE,
)
"""What stands before initials that begin a sentence or a part of one: no word that makes a thing of them."""
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
        told = _told(sentence, match.start(), match.end()) or (letters in _TIMES and _does(sentence, *match.span()))
        # "J. Smith" is an author or a colleague more often than a pupil.
        surname = re.match(r" ?[A-Z][a-z]", sentence[match.end() :])
        if told or (letters not in _ABBREVIATIONS and not surname):
            end = match.end()
            yield Found(match.start(), end, Kind.NAME)
    for match in _BARE.finditer(sentence):
        letters = match.group()
        if letters not in _ABBREVIATIONS and (
            _told(sentence, *match.span()) or (letters not in _NO_DOER and _does(sentence, *match.span()))
        ):
            yield Found(*match.span(), Kind.NAME)


def _does(sentence: str, start: int, end: int) -> bool:
    """Whether initials begin a clause and do or have what a pupil does or has. After a digit they are a time of day."""
    before = sentence[max(0, start - 16) : start]
    return bool(_CLAUSE_BEGINS.search(before) and words.VERB_AFTER.match(sentence, end))


def _told(sentence: str, start: int, end: int) -> bool:
    after = sentence[end:]
    possessive = re.match(r"['’]s", after)
    return bool(
        words.TELLS_AFTER.match(after)
        or words.PUPIL_STATE_AFTER.match(after)
        or (possessive and words.THINGS_AFTER.match(after, possessive.end()))
        or (_CHILD.search(sentence[max(0, start - 20) : start]) and not _PLURAL_AFTER.match(after))
    )
