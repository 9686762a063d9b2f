"""Codes and words of the field as exports write them: SEN status, need type, year group, yes and no, numbers."""

from __future__ import annotations

import re
from enum import IntEnum


class Status(IntEnum):
    """A pupil's SEN status, the stronger the higher. A pupil who is monitored has no SEN in the census."""

    NONE = 0
    MONITORED = 1
    SUPPORT = 2
    EHC_PLAN = 3

    @property
    def has_sen(self) -> bool:
        """Whether the census counts the pupil as one with SEN: codes E and K."""
        return self >= Status.SUPPORT


_STATUS_WORDS = {
    Status.EHC_PLAN: (
        "e; ehc; ehcp; ehcps; ehc plan; education health and care plan; education health care plan; education health "
        "and care; education health care; education and health care plan; educational health and care plan; has ehcp; "
        "has an ehcp; has an ehc plan; has ehc plan; with ehcp; sen ehcp; send ehcp; sen ehc plan; sen with ehcp; sen "
        "with ehc plan"
    ),
    Status.SUPPORT: (
        "k; sen support; send support; sen supp; send supp; sen k; send k; sens; support; school support; on sen "
        "support; special educational needs support; special educational need support; special educational needs and "
        "disabilities support; special educational needs and disability support"
    ),
    Status.NONE: (
        "n; no; none; no sen; no send; not sen; non sen; not send; no special educational need; no special need; no "
        "special educational needs; no special educational needs or disability; no special educational provision; "
        "no sen provision; no sen support; no identified sen; no sen status; not on sen register; not on register; "
        "no longer sen; false; sen n; n a; 0; "
        "nil; no status; no send status; no sen need; no sen needs; no send need; no send needs; no need; no needs; no "
        "sen stage; none recorded; not applicable; non send"
    ),
    Status.MONITORED: (
        "m; monitor; monitored; monitoring; sen monitoring; sen monitored; watch; watch list; under observation; "
        "cause for concern; initial concern; on watch; being monitored"
    ),
}
_STATUS = {word: status for status, words in _STATUS_WORDS.items() for word in words.split("; ")}
MEANINGS: dict[str, Status] = {
    "ehc_plan": Status.EHC_PLAN,
    "sen_support": Status.SUPPORT,
    "monitored": Status.MONITORED,
    "no_sen": Status.NONE,
}
"""What a school's own wording of a status can be said to mean."""
_NOTHING_SAID = frozenset(["", "blank", "null"])

_NEED_WORDS = {
    "SPLD": "specific learning difficulty; specific learning difficulties; specific learning difficulty dyslexia; "
    "spld dyslexia; spld dyscalculia; spld dyspraxia",
    "MLD": "moderate learning difficulty; moderate learning difficulties",
    "SLD": "severe learning difficulty; severe learning difficulties",
    "PMLD": (
        "profound and multiple learning difficulty; profound and multiple learning difficulties; profound multiple "
        "learning difficulty; profound multiple learning difficulties"
    ),
    "SEMH": (
        "social emotional and mental health; social emotional mental health; social emotional and mental health "
        "difficulties; social emotional and mental health difficulty; social emotional and mental health needs; "
        "social emotional and mental health need"
    ),
    "SLCN": (
        "speech language and communication needs; speech language and communication need; speech language or "
        "communication needs; speech language communication needs; speech language and communication; speech "
        "language and communications needs; speech language and communication difficulties"
    ),
    "HI": "hearing impairment; hearing impaired",
    "VI": "vision impairment; visual impairment; visually impaired; vision impaired",
    "MSI": "multi sensory impairment; multisensory impairment; multi sensory impaired",
    "PD": "physical disability; physical disabilities; physically disabled",
    "ASD": (
        "autistic spectrum disorder; autism spectrum disorder; autistic spectrum disorders; autism; asc; autistic; "
        "autistic spectrum condition; autism spectrum condition; autistic spectrum"
    ),
    "OTH": (
        "other difficulty disability; other difficulty; other disability; other difficulty or disability; other; "
        "other difficulties disabilities; other difficulties; other disabilities; other need; other sen"
    ),
    "NSA": (
        "sen support but no specialist assessment of type of need; no specialist assessment of type of need; no "
        "specialist assessment; no specialist assessment of need; sen support no specialist assessment"
    ),
    "DS": "down syndrome; downs syndrome",
}
NEED_CODES = tuple(_NEED_WORDS)
"""The census's codes for types of need. DS is new in 2025/26."""

_NEED = {word: code for code, words in _NEED_WORDS.items() for word in [code.casefold(), *words.split("; ")]}
_NEED_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _NEED), key=len, reverse=True))})\b")
_BETWEEN_NEEDS = re.compile(r"(?:\s|\d|\b(?:and|need|needs|primary|secondary|main|type|code|sen)\b)*")

_YES = frozenset(["y", "yes", "true", "t", "1", "x", "tick", "ticked", "eligible"])
_NO = frozenset(["n", "no", "false", "f", "0", "none", "not eligible", "ineligible", "never", "nil", "n a"])
_TICKS = frozenset("✓✔☑✅")

_APOSTROPHE = re.compile("['’‘`´]")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NOT_WORD = re.compile(r"[\W_]+")
_COUNT = re.compile(r"(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.0+)?")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,15})?|[.,]\d{1,15})\s*(%|percent|per cent)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:(?:nc|national curriculum|curriculum) )?(?:year group |year |yr |y)?0?(\d{1,2})")
_YEAR_WORDS = {
    "Nursery": "n n1 n2 e1 e2 nursery nur yn prenursery",
    "Reception": "r yr reception rec fs2 0 y0",
}
_YEARS = {word: label for label, words in _YEAR_WORDS.items() for word in words.split()}


def plain(text: str) -> str:
    """The words of a text in small letters, without punctuation: "SEN Status (code)" is "sen status code"."""
    text = _APOSTROPHE.sub("", text.casefold()).replace("&", " and ").replace("%", " percent ")
    return " ".join(_NOT_WORD.sub(" ", text).split())


def says_nothing(text: str) -> bool:
    """Whether a cell stands for a blank: "-", "--", ".", "(blank)", "NULL"."""
    return plain(text) in _NOTHING_SAID


def status_of(text: str) -> Status | None:
    """The SEN status that a code, its words or both say; `None` for anything else, and where the two contradict."""
    status = _status_of_words(plain(text))
    if status is not None or not (found := _BRACKETS.search(text)):
        return status
    # "Education, Health and Care (EHC) Plan": what stands in brackets says the same as the rest, or shortens a word.
    inside = plain(found[1])
    status = _status_of_words(plain(_BRACKETS.sub(" ", text)))
    return status if inside in ("sen", "send") or _STATUS.get(inside) is status else None


def _status_of_words(words: str) -> Status | None:
    """The status of words in the form of `plain`: "k", "sen support", "k sen support", "ehcp education ... plan"."""
    if words in _STATUS:
        return _STATUS[words]
    parts = words.split()
    for at in range(1, len(parts)):
        left, right = " ".join(parts[:at]), " ".join(parts[at:])
        for short, said in ((left, right), (right, left)):
            status = _STATUS.get(said)
            if status is not None and _goes_with(short, status):
                return status
    return None


def _goes_with(short: str, status: Status) -> bool:
    """Whether a code may stand before or after the words of a status: it says the same, or is a system's own letter."""
    if short in _STATUS:
        # Arbor calls its status Monitoring, code N.
        return _STATUS[short] is status or (short == "n" and status is Status.MONITORED)
    return len(short) == 1


def need_codes(text: str) -> tuple[str, ...]:
    """The types of need in a cell, in its order and each once; empty when any word of it is something else.

    What stands in brackets may be anything beside a need that is known: "SEMH (ADHD)".
    """
    return _needs_in(plain(text)) or _needs_in(plain(_BRACKETS.sub(" ", text)))


def _needs_in(words: str) -> tuple[str, ...]:
    if not _BETWEEN_NEEDS.fullmatch(_NEED_PHRASE.sub(" ", words)):
        return ()
    return tuple(dict.fromkeys(_NEED[found] for found in _NEED_PHRASE.findall(words)))


def year_label(text: str) -> str | None:
    """A national curriculum year as "Nursery", "Reception" or "Year 1" to "Year 14"; `None` for anything else."""
    words = plain(text.removesuffix(".0"))
    for prefix in ("", "year group ", "year "):
        if words.startswith(prefix) and words.removeprefix(prefix) in _YEARS:
            return _YEARS[words.removeprefix(prefix)]
    found = _YEAR.fullmatch(words)
    return f"Year {int(found[1])}" if found and 1 <= int(found[1]) <= 14 else None


def yes_or_no(text: str) -> bool | None:
    """What a tick box says; `None` for a blank or for what is neither yes nor no, such as a date."""
    if text in _TICKS:
        return True
    words = plain(text)
    if words in _YES or words in _NO:
        return words in _YES
    return False if text == "-" else None


def whole_number(text: str, largest: int) -> int | None:
    """A count written as 3, 3.0 or 1,038 of at most `largest`; `None` for anything else."""
    found = _COUNT.fullmatch(text)
    if found is None or not text.isascii():
        return None
    number = int(found[1].replace(",", ""))
    return number if number <= largest else None


def percent_parts(text: str) -> tuple[float, bool, int] | None:
    """A share as number, whether it carries a percent sign, and its decimals: 94.2, 94,2 %, 0.942; or `None`."""
    found = _PERCENT.fullmatch(text)
    if found is None or not found[1].isascii():
        return None
    digits = found[1].replace(",", ".")
    return float(digits), found[2] is not None, len(digits.partition(".")[2])
