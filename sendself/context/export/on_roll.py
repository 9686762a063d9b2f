"""Whether the pupil of a row is on this school's roll: leavers, guests and registrations in second place are not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache

from sendself.context.export.codes import plain, yes_or_no
from sendself.context.export.facts import Fact
from sendself.context.export.table import RawTable
from sendself.context.export.values import day_in, day_of_record


class Registration(Enum):
    """How a pupil stands on the roll, with the reason for leaving the row out; "" for a pupil who counts."""

    HERE = ""
    LEFT = "leaver: no longer on roll"
    NOT_YET = "not on roll yet"
    GUEST = "guest: on roll elsewhere"
    SUBSIDIARY = "registered here in second place (subsidiary): counted by the main school"
    NOT_HERE = "not on roll"


_SAID = (
    (Registration.GUEST, re.compile(r"g|.*\bguest\b.*")),
    (Registration.SUBSIDIARY, re.compile(r"s|.*\bsubsidiary\b.*")),
    (
        Registration.LEFT,
        re.compile(
            r".*\b(leaver|left|former|off roll|withdrawn|deregistered|archived|removed)\b.*|l|inactive|previous"
        ),
    ),
    (Registration.NOT_HERE, re.compile(r"not on roll|no longer on roll")),
    (
        Registration.NOT_YET,
        re.compile(r".*\b(applicant|applied|pre ?admission|future|offered|accepted|pending|prospective)\b.*"),
    ),
    (
        Registration.HERE,
        re.compile(
            r"[cmfo]|.*\b(current|main|single|sole|on roll|enrolled|registered|active|fe college|other provider)\b.*"
        ),
    ),
)
_DAY = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}\b")
_MOST = 0.5
"""Where so many pupils are registered in second place, as in alternative provision, they are whom the school has."""


def registration_of(text: str) -> Registration | None:
    """What a cell of an enrolment status, or of a column "On roll", says; `None` for anything else."""
    said = yes_or_no(text)
    if said is not None:
        return Registration.HERE if said else Registration.NOT_HERE
    words = plain(text)
    return next((registration for registration, pattern in _SAID if pattern.fullmatch(words)), None)


class OnRoll:
    """Who of a table is on roll on the day on which it was exported, or else today."""

    def __init__(self, table: RawTable, columns: Mapping[Fact, Sequence[int]], today: date) -> None:
        self._said, self._left = columns.get(Fact.ON_ROLL, ()), columns.get(Fact.LEFT_ON, ())
        self._day = _day_of_export(table, today)
        self._registration, self._day_in = (
            lru_cache(maxsize=1024)(registration_of),
            lru_cache(maxsize=1024)(day_of_record),
        )
        self.subsidiary_count = False
        every = [self.registration(row) for row in table.rows] if self._said else []
        here = sum(one in (Registration.HERE, Registration.SUBSIDIARY) for one in every)
        self.subsidiary_count = here > 0 and every.count(Registration.SUBSIDIARY) >= _MOST * here

    def registration(self, row: Sequence[str]) -> Registration:
        """How the pupil of a row stands on the roll."""
        said = [found for at in self._said if (found := self._registration(row[at])) is not None]
        for found in said:
            if found is not Registration.HERE and not (found is Registration.SUBSIDIARY and self.subsidiary_count):
                return found
        days = (self._day_in(row[at]) for at in self._left)
        return Registration.LEFT if any(day is not None and day < self._day for day in days) else Registration.HERE


def _day_of_export(table: RawTable, today: date) -> date:
    """The latest day up to today that a title names, such as that of printing: an export may lie for a while."""
    days = (day_in(found) for title in table.titles for found in _DAY.findall(title))
    return max((day for day in days if day is not None and day <= today), default=today)
