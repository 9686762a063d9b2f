"""The rows of a table as its mapping reads them: which are pupils', whose, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from sendself.context.export import values
from sendself.context.export.cell_readers import readers_of
from sendself.context.export.codes import (
    Status,
    need_codes,
    percent_parts,
    says_nothing,
    status_of,
    whole_number,
    year_label,
    yes_or_no,
)
from sendself.context.export.facts import Fact
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.on_roll import OnRoll
from sendself.context.export.table import RawTable
from sendself.context.export.totals import rows_of_sums, rows_without_name

BLANK = "blank row"
HEADINGS_AGAIN = "headings repeated"
NO_PUPIL = "total, title or note: no pupil"
OTHER_YEAR = "of an earlier school year"
NO_NUMBER = "no UPN or admission number, and nothing else of a pupil"

STATUS_FACTS = (Fact.SEN_STATUS, Fact.EHC_PLAN, Fact.SEN_SUPPORT)

_SHORT, _NEARLY_ALL = 7, 0.9
_WIDE = 4
"""From so many columns on, a row with one filled cell is a title or a note."""


class Rows:
    """A table under a mapping, read on a day. Nothing of it is in its repr."""

    def __init__(self, table: RawTable, mapping: ColumnMapping, today: date) -> None:
        width = len(table.header)
        self.table = table
        self._columns = {
            fact: columns for fact in Fact if (columns := tuple(at for at in mapping.columns(fact) if at < width))
        }
        self._readers = readers_of(table, self._columns, mapping)
        self._today, self._day_in = today, lru_cache(maxsize=1024)(values.day_of_record)
        self._need_codes = lru_cache(maxsize=1024)(need_codes)
        self._headings = table.header
        self._are_upns = _are_upns(table, self._columns.get(Fact.UPN, ()))
        self._numbers = [self._numbers_in(row) for row in table.rows]
        self._numbered = any(upn or admission_number for upn, admission_number in self._numbers)
        self._plans_said = any(
            values.flag(Fact.EHC_PLAN, row[at]) is not None
            for row in table.rows
            for at in self._columns.get(Fact.EHC_PLAN, ())
        )
        self.on_roll = OnRoll(table, self._columns, today)
        self._sums, self._nameless = rows_of_sums(table, self._columns), rows_without_name(table, self._columns)

    def left_out(self, at: int) -> str:
        """Why the row at this place does not count, or "" when it does: it is no pupil's, or of one not on roll."""
        return self._not_a_pupil(at) or self.on_roll.registration(self.table.rows[at]).value

    def _not_a_pupil(self, at: int) -> str:
        """Why the row at this place is no pupil's, or "" when it is."""
        row = self.table.rows[at]
        filled = [text for text in row if text]
        if not filled:
            return BLANK
        if row == self._headings:
            return HEADINGS_AGAIN
        status_known = any(value is not None for _, value in self._cells(row, Fact.SEN_STATUS))
        upn, admission_number = self._numbers[at]
        no_pupil = values.is_total(filled[0]) or values.is_note(filled[0]) or at in self._sums
        if no_pupil and not status_known and not values.is_upn(upn):
            return NO_PUPIL
        if upn or admission_number:
            return ""
        if at in self._nameless and not status_known:
            return NO_PUPIL
        if len(filled) == 1 and len(self._headings) >= _WIDE:
            return NO_PUPIL
        named = any(row[at] for at in self._columns.get(Fact.NAME, ()))
        readable = any(value is not None for _, value in self.facts(row)) or bool(self.needs(row)[1])
        # Where pupils have no number, words for a status that are not known make a pupil: they are asked about.
        readable = readable or (not self._numbered and len(filled) > 1 and self._has_word_for_status(row))
        if not readable and not (named and len(filled) > 1):
            return NO_PUPIL
        # Below a numbered pupil, a row with a need alone goes on about the pupil above it.
        in_year = any(year_label(row[at]) for at in self._columns.get(Fact.YEAR_GROUP, ()))
        about_pupil = named or status_known or in_year
        return NO_NUMBER if self._numbered and not about_pupil else ""

    def _has_word_for_status(self, row: tuple[str, ...]) -> bool:
        texts = (row[at] for at in self._columns.get(Fact.SEN_STATUS, ()))
        return any(not says_nothing(text) and percent_parts(text) is None for text in texts)

    def pupil_numbers(self, reasons: list[str]) -> Iterator[tuple[int, str]]:
        """The place of each pupil's row and the pupil's number: the UPN, found by the admission number if need be."""
        numbers = {at: found for at, found in enumerate(self._numbers) if not reasons[at]}
        upns = {admission_number: upn for upn, admission_number in numbers.values() if upn and admission_number}
        for at, (upn, admission_number) in numbers.items():
            upn = upn or upns.get(admission_number, "")
            yield at, f"upn {upn}" if upn else admission_number

    def _numbers_in(self, row: tuple[str, ...]) -> tuple[str, str]:
        upn, admission_number = (
            next((values.pupil_number(row[at]) for at in self._columns.get(fact, ())), "")
            for fact in (Fact.UPN, Fact.ADMISSION_NUMBER)
        )
        # Where nearly all are UPNs, a bare number below them counts the rows.
        return "" if self._are_upns and upn.isdigit() and len(upn) < _SHORT else upn, admission_number

    def facts(self, row: tuple[str, ...]) -> Iterator[tuple[Fact, Any]]:
        """Each filled cell of a fact with its value, `None` where it cannot be read; no status that has ended."""
        ended = self.has_ended(row)
        for fact in self._readers:
            if not (ended and fact in STATUS_FACTS):
                yield from self._cells(row, fact)

    def has_ended(self, row: tuple[str, ...]) -> bool:
        """Whether the SEN status of a row ended before today."""
        days = (self._day_in(row[at]) for at in self._columns.get(Fact.SEN_STATUS_END, ()))
        return any(day is not None and day < self._today for day in days)

    def end_unread(self, row: tuple[str, ...]) -> bool:
        """Whether something else than a day stands where a SEN status would end."""
        texts = (row[at] for at in self._columns.get(Fact.SEN_STATUS_END, ()))
        return any(not says_nothing(text) and self._day_in(text) is None for text in texts)

    def _cells(self, row: tuple[str, ...], fact: Fact) -> Iterator[tuple[Fact, Any]]:
        for at in self._columns.get(fact, ()):
            if (text := row[at]) and not (fact is Fact.SEN_STATUS and says_nothing(text)):
                value = self._readers[fact](text)
                if value is None and fact is Fact.SEN_STATUS and self._is_sen_beside_plans(row, text):
                    value = Status.SUPPORT
                if fact is Fact.ATTENDANCE and value is None and (sessions := values.sessions_in(text)) is not None:
                    yield from zip((Fact.SESSIONS_ATTENDED, Fact.SESSIONS_POSSIBLE), sessions, strict=True)
                elif fact is Fact.SESSIONS_ATTENDED and value is not None:
                    yield fact, value + self._activity(row)
                else:
                    yield fact, value

    def _activity(self, row: tuple[str, ...]) -> int:
        """Sessions of approved educational activity that stand beside those attended: they count as attended."""
        return sum(whole_number(row[at], values.MOST_SESSIONS) or 0 for at in self._columns.get(Fact.SESSIONS_AEA, ()))

    def _is_sen_beside_plans(self, row: tuple[str, ...], text: str) -> bool:
        """Whether a cell says just yes to SEN where a column of plans, read in this row, tells it from a plan."""
        plans = (row[at] for at in self._columns.get(Fact.EHC_PLAN, ()))
        unread = any(plan and values.flag(Fact.EHC_PLAN, plan) is None for plan in plans)
        return self._plans_said and not unread and bool(yes_or_no(text))

    def unread_statuses(self, row: tuple[str, ...]) -> list[str]:
        """The texts of a row's SEN status, where none of them can be read."""
        if self.has_ended(row) or any(value is not None for _, value in self._cells(row, Fact.SEN_STATUS)):
            return []
        return [row[at] for at in self._columns.get(Fact.SEN_STATUS, ()) if not says_nothing(row[at])]

    def needs(self, row: tuple[str, ...]) -> tuple[int, list[str], bool]:
        """The rank of a row, its needs in their order, and whether a cell of them could not be read.

        A row whose status has ended has none.
        """
        if self.has_ended(row):
            return 1, [], False
        texts = [row[at] for at in self._columns.get(Fact.NEED, ()) if not says_nothing(row[at])]
        found = list(map(self._need_codes, texts))
        # A need without a rank stands after those that have one.
        ranks = [values.rank_of(row[at]) or 99 for at in self._columns.get(Fact.NEED_RANK, ())]
        unread = not any(found) and not all(map(_says_none, texts))
        return next(iter(ranks), 1), list(dict.fromkeys(code for codes in found for code in codes)), unread


def _are_upns(table: RawTable, columns: tuple[int, ...]) -> bool:
    """Whether nearly all of the numbers in a column of UPNs are in the form of one."""
    texts = [row[at] for at in columns for row in table.rows if row[at]]
    return bool(texts) and sum(map(values.is_upn, texts)) >= _NEARLY_ALL * len(texts)


def _says_none(text: str) -> bool:
    status = status_of(text)
    return status is not None and not status.has_sen
