"""An evaluation out of its rows."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Row, select

from sendself.assessment.entries.assembling import Header, assemble
from sendself.assessment.entries.keys import EntryKey
from sendself.rubric.duty import Setting
from sendself.storage.errors import NotFoundError, UnavailableError
from sendself.storage.kept import Entry, Stored
from sendself.storage.rubric_rows import rubric_of
from sendself.storage.tables import assessments


def head_of(connection: Connection, assessment_id: str, *, for_update: bool = False) -> Row[Any]:
    """The row of an evaluation. `for_update`: others who write to it wait until the transaction ends.

    Raises `NotFoundError`.
    """
    wanted = select(assessments).where(assessments.c.id == assessment_id)
    row = connection.execute(wanted.with_for_update() if for_update else wanted).first()
    if row is None:
        raise NotFoundError("This self-evaluation is not here any more. Go to Start to see those that are.")
    return row


def header_in(connection: Connection, head: Row[Any]) -> Header:
    """What an evaluation is apart from its entries."""
    return Header.model_construct(
        id=head.id,
        rubric=rubric_of(connection, head.rubric),
        setting=Setting(head.setting),
        example=head.example,
        created_at=head.created_at,
    )


def stored_of(header: Header, withheld: Sequence[str], kept: Mapping[EntryKey, Entry]) -> Stored:
    """The evaluation that its entries make. Raises `ValueError` when one cannot be read."""
    newest = max(kept.values(), key=lambda entry: entry.seq, default=None)
    assessment = assemble(
        header,
        {key: entry.value for key, entry in kept.items()},
        updated_at=newest.at if newest else header.created_at,
        versions={key: entry.field_version for key, entry in kept.items()},
        withheld=tuple(withheld),
    )
    return Stored(assessment, kept, newest.seq if newest else 0)


@contextmanager
def readable() -> Iterator[None]:
    """Turn what cannot be read into an `UnavailableError` that says what to do."""
    try:
        yield
    except ValueError:
        raise UnavailableError(
            "This self-evaluation holds something that sendself cannot read. It has been left as it is. "
            "Update sendself, or open a copy that you kept."
        ) from None
