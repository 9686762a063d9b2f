"""The columns taken for each fact: changed by hand, kept as text, and found again by the headings of an export."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sendself.context.export.codes import MEANINGS, Status, plain
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import LABELS, SEVERAL, Fact
from sendself.context.export.table import RawTable, headings_of

Statuses = Mapping[str, Status]
_MAX_JSON = 100_000
NAMES = {status: name for name, status in MEANINGS.items()}
"""What each meaning is called where it is kept."""
FACT_ORDER = {fact: place for place, fact in enumerate(Fact)}


class Confidence(StrEnum):
    """How sure a choice of column is."""

    SURE = "sure"
    LIKELY = "likely"
    BY_HAND = "by_hand"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Choice:
    """One column taken for one fact. `why` is for the page and quotes nothing of the file."""

    fact: Fact
    column: int
    confidence: Confidence
    why: str


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which columns, counted from 0, say what, and the signature of the headings it was made for.

    What is kept of it (`to_json`) and its repr hold no word of the file. `statuses` says what wordings of the SEN
    status mean that are not known here, by the mark of each wording (`wording_mark`): a mark finds its wording again in
    the next export and cannot be read.
    """

    choices: tuple[Choice, ...]
    signature: str
    statuses: Statuses = field(default_factory=dict, repr=False)

    def columns(self, fact: Fact) -> tuple[int, ...]:
        """The columns of a fact in the order in which they count; most facts have one or none."""
        return tuple(choice.column for choice in self.choices if choice.fact is fact)

    def column(self, fact: Fact) -> int | None:
        """The first column of a fact, or `None`."""
        return next(iter(self.columns(fact)), None)

    def fact(self, column: int) -> Fact | None:
        """What a column is taken for, or `None` when it is left alone."""
        return next((choice.fact for choice in self.choices if choice.column == column), None)

    def chosen(self, fact: Fact, *columns: int) -> ColumnMapping:
        """The mapping with these columns for a fact, chosen by hand; none leaves the fact out.

        A column says one thing: it is taken away from what it was taken for before. Raises ValueError for two columns
        of a fact that has one.
        """
        if len(columns) > 1 and fact not in SEVERAL:
            raise ValueError(f"{fact} has one column, not {len(columns)}")
        kept = [choice for choice in self.choices if choice.fact is not fact and choice.column not in columns]
        new = [Choice(fact, column, Confidence.BY_HAND, "Chosen by hand.") for column in dict.fromkeys(columns)]
        return replace(self, choices=tuple(sorted([*kept, *new], key=lambda choice: FACT_ORDER[choice.fact])))

    def as_kept(self) -> ColumnMapping:
        """The mapping as one that was left so at an earlier export, whoever or whatever chose its columns."""
        kept = (Choice(one.fact, one.column, Confidence.KEPT, "As at an earlier export.") for one in self.choices)
        return replace(self, choices=tuple(kept))

    def meaning(self, statuses: Mapping[str, Status | None]) -> ColumnMapping:
        """The mapping with these wordings of a SEN status, as they stand in the cells, and what each means.

        `None` takes back what was said of a wording; what was said of others stays.
        """
        said = dict(self.statuses)
        for wording, status in statuses.items():
            said.pop(wording_mark(wording), None)
            if status is not None:
                said[wording_mark(wording)] = status
        return replace(self, statuses=said)

    def meant(self, wording: str) -> Status | None:
        """What somebody said that a wording of the SEN status means, or `None`."""
        return self.statuses.get(wording_mark(wording)) if self.statuses else None

    def numbers(self) -> dict[str, list[int]]:
        """The columns of each fact that has any, as numbers from 0."""
        return {fact.value: list(self.columns(fact)) for fact in Fact if self.columns(fact)}

    def to_json(self) -> str:
        """The mapping as text to keep: columns, signature and marks of wordings; no heading and no word of the data."""
        marks = {mark: NAMES[status] for mark, status in sorted(self.statuses.items())}
        said = {"columns": self.numbers(), "signature": self.signature} | ({"marks": marks} if marks else {})
        return json.dumps(said, indent=1)

    @classmethod
    def from_json(cls, text: str, table: RawTable, recognised: ColumnMapping | None = None) -> ColumnMapping:
        """A mapping that was kept, or one written by hand, for this table.

        `columns` maps a fact to a column or a list of them: numbers from 0, or headings as they stand in the table.
        `statuses` maps a wording of the SEN status to what it means (`MEANINGS`), and `marks`, as `to_json` writes
        them, the mark of one. With `statuses` alone the columns are those `recognised`. `signature` may be left out.
        Raises ExportError when it is no mapping or belongs to another file.
        """
        said = _parsed(text)
        if not isinstance(said, dict):
            said = {}
        statuses = _meanings(said.get("statuses", {}))
        if recognised is not None and statuses and "columns" not in said:
            return recognised.meaning(statuses)
        columns = said.get("columns")
        if not isinstance(columns, dict):
            raise ExportError(
                'The mapping is not one of ours. Write it as {"columns": {"upn": "UPN", "sen_status": "SEN status"}}.'
            )
        own = signature(table)
        if said.get("signature") not in (None, own):
            raise ExportError("The mapping was made for a file with other headings. Choose the columns again.")
        mapping = cls((), own, _meanings(said.get("marks", {}))).meaning(statuses)
        for fact in Fact:
            if (wanted := columns.pop(fact.value, None)) is not None:
                mapping = mapping.chosen(fact, *_places(wanted, fact, table))
        if columns:
            raise ExportError(f"The mapping names an unknown fact. The facts are {', '.join(Fact)}.")
        return mapping


def wording_mark(wording: str) -> str:
    """A mark of a wording, by which it is known again: the same for other capitals and signs."""
    return hashlib.sha256(f"wording\x1f{plain(wording)}".encode("utf-8", "replace")).hexdigest()[:32]


def signature(table: RawTable) -> str:
    """A mark of the headings alone: the same for every export of the same report, whatever its pupils."""
    return hashlib.sha256("\x1f".join(headings_of(table.header)).encode("utf-8", "replace")).hexdigest()[:32]


def _parsed(text: str) -> Any:
    if len(text) > _MAX_JSON:
        raise ExportError("The mapping is too large to be one. Choose the file that was made for this export.")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        said = None
    return said


def _meanings(said: Any) -> Statuses:
    known = isinstance(said, dict) and all(
        isinstance(meaning, str) and meaning in MEANINGS for meaning in said.values()
    )
    if not known:
        raise ExportError(
            f"The mapping gives a status a meaning that is not known. The meanings are {', '.join(MEANINGS)}."
        )
    return {wording: MEANINGS[meaning] for wording, meaning in said.items()}


def _places(wanted: Any, fact: Fact, table: RawTable) -> list[int]:
    places = []
    for one in wanted if isinstance(wanted, list) else [wanted]:
        if isinstance(one, str):
            places += [at for at, heading in enumerate(table.header) if heading and plain(heading) == plain(one)]
        elif isinstance(one, int) and not isinstance(one, bool) and 0 <= one < len(table.header):
            places.append(one)
        else:
            places.clear()
        if not places:
            raise ExportError(
                f"The mapping names a column for {LABELS[fact]} that this file does not have. Correct it."
            )
    return places[:1] if fact not in SEVERAL else places
