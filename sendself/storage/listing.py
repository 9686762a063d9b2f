"""The list of evaluations, in one query."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, func, or_, select

from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Way
from sendself.rubric.duty import Setting
from sendself.storage.kept import Summary
from sendself.storage.tables import assessments, entries, history, rubrics

_last = entries.alias("last")
_name = entries.alias("name")
_urn = entries.alias("urn")
_way = entries.alias("way")

_counted = (
    select(
        entries.c.assessment,
        func.max(entries.c.seq).label("seq"),
        func.count(entries.c.subject.distinct())
        .filter(or_(entries.c.level.is_not(None), entries.c.state.is_not(None)))
        .label("rated"),
    )
    .group_by(entries.c.assessment)
    .subquery()
)


def _at(table: Any, subject: str, field: str) -> Any:
    return and_(
        table.c.assessment == assessments.c.id,
        table.c.subject == subject,
        table.c.perspective == AGREED,
        table.c.field == field,
    )


_SUMMARIES = (
    select(
        assessments,
        rubrics.c.id.label("rubric_id"),
        rubrics.c.themes,
        _counted.c.rated,
        _counted.c.seq,
        _last.c.at,
        _last.c.by,
        _name.c.value.label("name"),
        _urn.c.value.label("urn"),
        _way.c.value.label("way"),
    )
    .join(rubrics, rubrics.c.digest == assessments.c.rubric)
    .outerjoin(_counted, _counted.c.assessment == assessments.c.id)
    .outerjoin(_last, and_(_last.c.assessment == assessments.c.id, _last.c.seq == _counted.c.seq))
    .outerjoin(_name, _at(_name, "school", "name"))
    .outerjoin(_urn, _at(_urn, "school", "urn"))
    .outerjoin(_way, _at(_way, "evaluation", "way"))
)


def listed(connection: Connection) -> tuple[Summary, ...]:
    """A summary of every evaluation, the one changed last first."""
    found = [_summary(row) for row in connection.execute(_SUMMARIES)]
    kept = _kept_at(connection, found)
    found = [replace(one, kept_at=kept.get(one.id, one.created_at)) for one in found]
    return tuple(sorted(found, key=lambda summary: summary.updated_at, reverse=True))


def _kept_at(connection: Connection, found: Sequence[Summary]) -> dict[str, datetime]:
    """When those were first kept that were begun at the same moment: to ask this of all would read every history."""
    begun = Counter(one.created_at for one in found)
    ids = [one.id for one in found if begun[one.created_at] > 1]
    if not ids:
        return {}
    first = select(history.c.assessment, func.min(history.c.at).label("at")).where(history.c.assessment.in_(ids))
    return {row.assessment: row.at for row in connection.execute(first.group_by(history.c.assessment))}


def _summary(row: Row[Any]) -> Summary:
    return Summary(
        id=row.id,
        school_name=_value(row.name) or "",
        urn=_value(row.urn),
        setting=Setting(row.setting),
        rubric_id=row.rubric_id,
        example=row.example,
        created_at=row.created_at,
        kept_at=row.created_at,
        updated_at=row.at or row.created_at,
        updated_by=row.created_by if row.by is None else row.by,
        # A theme that the rubric does not have may have been rated in a copy made elsewhere.
        rated=min(row.rated or 0, row.themes),
        themes=row.themes,
        apart=_value(row.way) == Way.APART.value,
    )


def _value(text: str | None) -> Any:
    """The value in an entry. One that is broken must not keep the other evaluations from being listed."""
    try:
        return json.loads(text or "null")
    except ValueError:
        return None
