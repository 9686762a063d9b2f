"""Which writes a field is and follows, so that two copies can be joined: filled from the history that is here."""

from hashlib import sha256
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_KEY = ("assessment", "subject", "perspective", "field")
_LIMIT = 200
_TABLES = ("entries", "history")


def upgrade() -> None:
    """Add the two columns, and fill in the writes that came before the one that stands in each field."""
    for name in ("heads", "seen"):
        op.add_column("entries", sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")))
    connection = op.get_bind()
    for (assessment,) in connection.execute(sa.text("SELECT id FROM assessments")).all():
        _fill(connection, assessment)


def _fill(connection: sa.Connection, assessment: str) -> None:
    entries, history = (sa.table(name, *map(sa.column, (*_KEY, "version", "op_id", "seen"))) for name in _TABLES)
    same = [entries.c[name] == history.c[name] for name in _KEY]
    earlier = (
        sa.select(*(history.c[name] for name in (*_KEY, "op_id")))
        .join(entries, sa.and_(*same))
        .where(history.c.assessment == assessment, history.c.version < entries.c.version)
        .order_by(*(history.c[name] for name in _KEY), history.c.version.desc())
    )
    found = groupby(connection.execute(earlier).all(), key=lambda row: tuple(row[:4]))
    filled = [
        {f"of_{name}": part for name, part in zip(_KEY, key, strict=True)} | {"marks": _marks(rows)}
        for key, rows in found
    ]
    if filled:
        here = sa.and_(*(entries.c[name] == sa.bindparam(f"of_{name}") for name in _KEY))
        connection.execute(sa.update(entries).where(here).values(seen=sa.bindparam("marks")), filled)


def _marks(rows: Any) -> str:
    # As `assessment/lineage.py` makes them; a step does not change with the program. Ids made from content have none.
    op_ids = [row.op_id for row in rows if not row.op_id.startswith("first-")]
    return " ".join(sha256(op_id.encode()).hexdigest()[:12] for op_id in op_ids[:_LIMIT])
