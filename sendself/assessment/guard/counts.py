"""Counts in prose that are so small, with what sets the pupils apart, that somebody would know who they are."""

import re
from collections.abc import Iterator

from sendself.assessment.guard.found import Found, Kind

_FEW = (
    r"(?:(?:the|our|these|those|his|her|just|only) ){0,3}(?:only(?: (?:one|two|three|four))?|sole|lone|single|one|"
    r"two|three|four|"
    r"[1-4]|both|a (?:couple|pair) of|a single)(?: of (?:our|the|these|those|them|her|his))?(?: of)?"
)
_TRAIT = (
    r"(?:deaf|hearing[- ]impaired|hard of hearing|blind|partially sighted|visual(?:ly)?[- ]impair\w+|"
    r"hearing impairment|"
    r"multi-?sensory impairment|sensory impairment|wheelchairs?(?:[- ]users?)?|walking frame|down[’']?s? syndrome|"
    r"down[’']s|autis\w+|asperger\w*|asd|asc|adhd|add|tourette\w*|epilep\w+|diabet\w+|cerebral palsy|spina bifida|"
    r"muscular dystrophy|cystic fibrosis|selective(?:ly)? mut\w+|mute|pda|fasd|semh|slcn|pmld|sld|mld|msi|vi|hi|"
    r"dcd|dyslex\w+|"
    r"dysprax\w+|dyscalcul\w+|dld|stammer\w*|psychosis|anorexi\w*|eating disorder|tracheostom\w+|gastrostom\w+|"
    r"tube[- ]fed|"
    r"catheter\w*|oxygen|seizures|complex (?:medical )?needs|medical needs?|medical conditions?|life-limiting|cancer|"
    r"leuk(?:a)?emia|genetic|chromosom\w+|brain injur\w+|"
    r"looked[- ]after|in care|in foster care|fostered|adopted|kinship|special guardianship|young carers?|"
    r"child protection|child in need|social workers?|unaccompanied|refugees?|asylum|sanctuary|homeless|refuge|"
    r"travellers?|gypsy|gypsies|roma|romany|showm[ae]n|ukrainian|afghan|syrian|somali|iraqi|iranian|kurdish|albanian|"
    r"romanian|polish|bulgarian|slovak|czech|hungarian|chinese|vietnamese|nigerian|eritrean|sudanese|arabic|"
    r"black|white|mixed heritage|caribbean|pakistani|bangladeshi|indian|muslim|jewish|sikh|hindu|jehovah\S*|"
    r"transgender|trans|non-binary|gay|lesbian|pregnant|self-harm\w*|bereaved|in prison|"
    r"ehc plans?|ehcps?|education,? health and care plans?|sen support|permanently excluded|excluded|suspended|"
    r"sent home|part-time timetables?|reduced timetables?|school refus\w+|non-verbal|pre-verbal|non-speaking|aac|"
    r"bsl|braille)"
)
_PUPILS = (
    r"(?:pupils?|child(?:ren)?|boys?|girls?|students?|learners?|young (?:people|person|man|woman|men|women)|"
    r"youngsters?|"
    r"siblings?|brothers?|sisters?|twins?|famil(?:y|ies)|leavers?|starters?|arrivals?)"
)
_YEAR = r"(?:(?:year|yr|y) ?\d{1,2}|reception|nursery|sixth[- ]form|primary|secondary|ks ?\d|key stage \d)"
_BETWEEN = rf"(?:new|young|younger|older|eldest|youngest|other|current|present|disadvantaged|{_YEAR})"
_WORD = r"[\w’'-]+"

_ANY_FEW = re.compile(
    r"(?<!\w)(?:only|sole|lone|single|one|two|three|four|[1-4]|both|couple|pair)(?!\w)", re.IGNORECASE
)
# A number, then what sets them apart before or after the word for pupils, then the rest of what is said of them.
_APART_BEFORE = re.compile(
    rf"(?<![\w.])(?:{_FEW}) (?:{_BETWEEN} ){{0,3}}(?:[\w-]+ )?{_TRAIT}(?:[ ,-](?:and )?{_TRAIT})?(?: (?:{_WORD} "
    rf")?{_PUPILS})?(?!\w)",
    re.IGNORECASE,
)
_APART_AFTER = re.compile(
    rf"(?<![\w.])(?:{_FEW}) (?:{_BETWEEN} ){{0,3}}{_PUPILS}(?: (?:in|from|of) (?:the |our )?{_YEAR})?,? "
    rf"(?:with|who|whose|on|in|under|under a|using|from|have|has|had|is|are|was|"
    rf"were)\b(?: {_WORD}){{0,4}}? {_TRAIT}(?!\w)",
    re.IGNORECASE,
)
_THEY_ARE = re.compile(
    rf"(?<![\w.])(?:one|two|three|four|both|[1-4]) (?:is|are|was|were|has|have|had|"
    rf"uses?)(?: {_WORD}){{0,2}}? {_TRAIT}(?!\w)",
    re.IGNORECASE,
)
_REST = re.compile(rf"(?: (?:with|in) (?:an? )?(?:{_TRAIT}|{_YEAR}))+(?!\w)", re.IGNORECASE)

_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:years?|yr|y|ks|key stage|stage|wave|tier|level|phase|step|unit|section|chapter|point|grade|type|"
    r"page|at least|"
    r"at most|up to|more than|fewer than|less than|over|under|about|around|every|each|per|any|or|to|than|in|of|no|for|"
    r"one to|1:|1 to|number)\s*(?:\d+\s*(?:,|and|to|&|–|-)\s*)*|[\d£%][.,:/]?\s?)$",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(r"(?:one|two|three|four|[1-4])(?: of| in|-)", re.IGNORECASE)
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
    matches = [match for pattern in (_APART_BEFORE, _APART_AFTER, _THEY_ARE) for match in pattern.finditer(sentence)]
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
    if re.match(
        r"(?:the |our )?(?:only|single) (?!one|two|three|four)", match.group(), re.IGNORECASE
    ) and not re.search(rf"\b{_PUPILS}\b|user", match.group(), re.IGNORECASE):
        return False
    return not _STAFF_NOUN.match(sentence, match.end())
