"""Codes and words of the field as exports write them: SEN status, need type, year group, yes and no, numbers."""

from __future__ import annotations

import re
from enum import IntEnum

from sendself.assessment.needs import NEEDS
from sendself.context.export.code_words import (
    CROSSES,
    NEED_WORDS,
    NO,
    NOTHING_SAID,
    STATUS_WORDS,
    TICKS,
    YEAR_WORDS,
    YES,
)


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


_STATUS = {word: Status[name] for name, words in STATUS_WORDS.items() for word in words.split("; ")}
MEANINGS: dict[str, Status] = {
    "ehc_plan": Status.EHC_PLAN,
    "sen_support": Status.SUPPORT,
    "monitored": Status.MONITORED,
    "no_sen": Status.NONE,
}
"""What a school's own wording of a status can be said to mean."""
NEED_CODES = tuple(NEEDS)
"""The census's codes for types of need."""

_BETWEEN_NEEDS = re.compile(r"(?:\s|\d|\b(?:and|need|needs|primary|secondary|main|type|code|sen)\b)*")

_APOSTROPHE = re.compile("['’‘`´]")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NOT_WORD = re.compile(r"[\W_]+")
_COUNT = re.compile(r"(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.0+)?")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,15})?|[.,]\d{1,15})\s*(%|percent|per cent)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:(?:nc|national curriculum|curriculum) )?(?:year group |year |yr |y)?0?(\d{1,2})")
_YEARS = {word: label for label, words in YEAR_WORDS.items() for word in words.split()}


def plain(text: str) -> str:
    """The words of a text in small letters, without punctuation: "SEN Status (code)" is "sen status code"."""
    text = _APOSTROPHE.sub("", text.casefold()).replace("&", " and ").replace("%", " percent ")
    return " ".join(_NOT_WORD.sub(" ", text).split())


_NEED = {
    word: code
    for code, words in NEED_WORDS.items()
    for word in [code.casefold(), plain(NEEDS[code]), *words.split("; ")]
    if word
}
_NEED_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _NEED), key=len, reverse=True))})\b")


def says_nothing(text: str) -> bool:
    """Whether a cell stands for a blank: "-", "--", ".", "(blank)", "NULL"."""
    # Most cells are a plain word or number.
    words = text.casefold() if text.isalnum() else plain(text)
    return words in NOTHING_SAID and text not in TICKS and text not in CROSSES


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
    if text in TICKS or text in CROSSES:
        return text in TICKS
    words = plain(text)
    if words in YES or words in NO:
        return words in YES
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
