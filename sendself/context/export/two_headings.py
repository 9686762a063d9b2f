"""Headings on two rows: a group above ("SEN", "Attendance") and what it holds below ("Status", "%")."""

from __future__ import annotations

from collections.abc import Sequence

from sendself.context.export.facts import Fact
from sendself.context.export.headings import recognise, says_another_thing
from sendself.context.export.values import is_upn

Row = tuple[str, ...]

_WHO = frozenset({Fact.UPN, Fact.ADMISSION_NUMBER, Fact.NAME, Fact.YEAR_GROUP, Fact.REGISTRATION_GROUP})
"""What a heading says whatever group it stands in."""


def joined_headings(rows: Sequence[Row], at: int) -> tuple[Row, int, int]:
    """The headings of a table whose heading row stands at `at`: with the first and the last row that they take.

    It is one row unless the row above or below makes a difference to what is recognised.
    """
    own = rows[at]
    if at and (joined := _joined(rows[at - 1], own)) and _facts(joined) != _facts(own):
        return joined, at - 1, at
    if at + 1 < len(rows) and (joined := _below(own, rows[at + 1])):
        return joined, at, at + 1
    return own, at, at


def _below(groups: Row, own: Row) -> Row | None:
    """The headings of two rows of which the upper shows more facts; `None` when the lower one is a pupil's."""
    joined = _joined(groups, own)
    if joined is None:
        return None
    of_pupil = any(
        own[at] for at, group in enumerate(groups[: len(own)]) if (known := recognise(group)) and known[0] in _WHO
    )
    more = len(set(_facts(joined)) - {None}) > len(set(_facts(groups)) - {None})
    return joined if more and not of_pupil else None


def _joined(groups: Row, own: Row) -> Row | None:
    """Each heading with its group before it; `None` when either row holds anything but words."""
    if min(sum(map(bool, row)) for row in (groups, own)) < 2 or not (_of_words(groups) and _of_words(own)):
        return None
    # A title stands over the first columns alone.
    if 2 * max(at for at, group in enumerate(groups) if group) < len(own):
        return None
    found, group = [], ""
    for at in range(max(len(groups), len(own))):
        mine = own[at] if at < len(own) else ""
        over = groups[at] if at < len(groups) else ""
        # A group reaches over the columns to its right that have a heading of their own.
        group = over or (group if mine else "")
        found.append(_heading(group, mine))
    return tuple(found)


def _heading(group: str, own: str) -> str:
    if not group or not own:
        return group or own
    both = f"{group}: {own}"
    alone = recognise(own)
    if alone and alone[0] in _WHO:
        return own
    return own if alone and not recognise(both) and not says_another_thing(group) else both


def _facts(headings: Row) -> list[Fact | None]:
    return [known[0] if (known := recognise(heading)) else None for heading in headings]


def _of_words(row: Row) -> bool:
    return not any(is_upn(text) or text[:1].isdigit() for text in row)
