"""Rubrics, evaluations, their entries and the history of every entry."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_MOMENT = sa.DateTime(timezone=True)
_SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table in an empty database."""
    op.create_table(
        "rubrics",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("themes", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_rubrics"),
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("rubric", sa.String(64), nullable=False),
        sa.Column("setting", sa.String(32), nullable=False),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.Column("withheld", sa.Text(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.ForeignKeyConstraint(["rubric"], ["rubrics.digest"], name="fk_assessments_rubric"),
    )
    op.create_index("ix_assessments_rubric", "assessments", ["rubric"])
    op.create_table(
        "entries",
        *_key_and_value(),
        sa.Column("base", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("assessment", "subject", "perspective", "field", name="pk_entries"),
        sa.ForeignKeyConstraint(["assessment"], ["assessments.id"], name="fk_entries_assessment"),
    )
    op.create_index("ix_entries_assessment_seq", "entries", ["assessment", "seq"])
    op.create_table(
        "history",
        sa.Column("seq", _SEQ, nullable=False, autoincrement=True),
        *_key_and_value(),
        sa.PrimaryKeyConstraint("seq", name="pk_history"),
        sa.ForeignKeyConstraint(["assessment"], ["assessments.id"], name="fk_history_assessment"),
        sa.UniqueConstraint("assessment", "subject", "perspective", "field", "version", name="uq_history_version"),
        sa.UniqueConstraint("assessment", "op_id", name="uq_history_op_id"),
        sqlite_autoincrement=True,
    )


def _key_and_value() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("assessment", sa.String(64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=True),
        sa.Column("state", sa.String(20), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("op_id", sa.String(64), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
    )
