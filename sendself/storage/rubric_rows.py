"""Rubrics: each content is kept once, under its digest, however many evaluations use it."""

import hashlib
from threading import Lock

from sqlalchemy import Connection, delete, exists, select

from sendself.rubric.model import Rubric
from sendself.storage.tables import assessments, insert_into, rubrics

_PARSED_AT_MOST = 64
_parsed: dict[str, Rubric] = {}
# Every session has a thread of its own.
_parsing = Lock()


def keep_rubric(connection: Connection, rubric: Rubric) -> str:
    """The digest under which the rubric is kept now. It stays there until the transaction ends."""
    content = rubric.model_dump_json()
    digest = _digest(content)
    themes = sum(1 for _ in rubric.themes())
    row = insert_into(connection, rubrics).values(
        digest=digest, id=rubric.id, version=rubric.version, themes=themes, content=content
    )
    # An update of nothing, so that the row is locked: whoever deletes the last evaluation that used it has to wait.
    connection.execute(row.on_conflict_do_update(index_elements=["digest"], set_={"themes": themes}))
    return digest


def rubric_of(connection: Connection, digest: str) -> Rubric:
    """The rubric kept under a digest. Checking one takes long, so each is checked once.

    Raises `ValueError` when its content has been changed.
    """
    with _parsing:
        found = _parsed.get(digest)
    if found is None:
        content = connection.execute(select(rubrics.c.content).where(rubrics.c.digest == digest)).scalar_one()
        if _digest(content) != digest:
            raise ValueError("the rubric is not what was kept")
        found = Rubric.model_validate_json(content)
        with _parsing:
            if len(_parsed) >= _PARSED_AT_MOST:
                _parsed.clear()
            _parsed[digest] = found
    return found


def lock_rubric(connection: Connection, digest: str) -> None:
    """Make others wait who would begin to use the rubric."""
    connection.execute(select(rubrics.c.digest).where(rubrics.c.digest == digest).with_for_update())


def drop_if_unused(connection: Connection, digest: str) -> None:
    """Remove the rubric when no evaluation uses it. It has to be locked."""
    unused = ~exists().where(assessments.c.rubric == digest)
    connection.execute(delete(rubrics).where(rubrics.c.digest == digest, unused))


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
