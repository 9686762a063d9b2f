"""The tables. A level and a state have columns of their own, so that a partnership can count them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite


class UtcMoment(TypeDecorator[datetime]):
    """A moment with its zone on both engines: SQLite drops the zone, so it is put back as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """To UTC before it is stored."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """UTC again when it is read."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that may say what happens on conflict, in the words of the connection's database."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

rubrics = Table(
    "rubrics",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("themes", Integer, nullable=False),
    Column("content", Text, nullable=False),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("rubric", String(64), ForeignKey("rubrics.digest"), nullable=False, index=True),
    Column("setting", String(32), nullable=False),
    Column("example", Boolean, nullable=False),
    Column("withheld", Text, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("created_by", Text, nullable=False),
)


def _key_columns() -> list[Column[Any]]:
    return [
        Column("assessment", String(64), ForeignKey("assessments.id"), nullable=False),
        Column("subject", Text, nullable=False),
        Column("perspective", Text, nullable=False),
        Column("field", Text, nullable=False),
    ]


def _value_columns() -> list[Column[Any]]:
    return [
        Column("value", Text, nullable=False),
        Column("level", SmallInteger),
        Column("state", String(20)),
        Column("version", BigInteger, nullable=False),
        Column("op_id", String(64), nullable=False),
        Column("by", Text, nullable=False),
        Column("at", UtcMoment, nullable=False),
    ]


entries = Table(
    "entries",
    metadata,
    *_key_columns(),
    *_value_columns(),
    Column("base", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("heads", Text, nullable=False, server_default=text("''")),
    Column("seen", Text, nullable=False, server_default=text("''")),
    PrimaryKeyConstraint("assessment", "subject", "perspective", "field", name="pk_entries"),
)

history = Table(
    "history",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    *_key_columns(),
    *_value_columns(),
    UniqueConstraint("assessment", "subject", "perspective", "field", "version", name="uq_history_version"),
    UniqueConstraint("assessment", "op_id", name="uq_history_op_id"),
    sqlite_autoincrement=True,
)
Index("ix_entries_assessment_seq", entries.c.assessment, entries.c.seq)

export_columns = Table(
    "export_columns",
    metadata,
    Column("signature", String(64), primary_key=True),
    Column("columns", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
)
