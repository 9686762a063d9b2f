"""What joining two copies needs: the version of each field, the writes it comes from, and what both changed."""

from typing import Annotated

from pydantic import Field, JsonValue, StringConstraints

from sendself.assessment.identifiers import ItemId
from sendself.rubric.values import Frozen

VERSION_LIMIT = 2_000_000_000
"""More saves than a field will ever see; it fits a database's integer."""

WRITES_LIMIT = 200
"""The writes that a field remembers: past it the oldest are forgotten, and joining asks where it would have known."""

Marks = Annotated[
    str, StringConstraints(pattern=r"^([0-9a-f]{12}( [0-9a-f]{12})*)?$", max_length=WRITES_LIMIT * 13 - 1)
]
"""Writes by their marks (see `lineage`), the newest first, with a space between two."""


def _is_empty(text: str) -> bool:
    return not text


class Difference(Frozen):
    """What a joined copy says in a field that was changed in both. Nothing is replaced before somebody has decided.

    `key` is the field ("subject|perspective|field"), `theirs` its value in the copy, as JSON holds it. `heads` and
    `seen` are those of the copy's field, as in `FieldVersion`; there are none where the copy knew none.
    """

    id: ItemId
    key: Annotated[str, StringConstraints(max_length=200)] = ""
    theirs: JsonValue = None
    heads: Marks = ""
    seen: Marks = ""


class FieldVersion(Frozen):
    """The version of a saved field, the version at which it was last opened from a file, and the write that made it.

    `heads` are the writes that put this value here, where that is not `op_id` alone: made on another computer, or the
    same value on two. `seen` are the writes that came before, each seen by somebody who then wrote what followed it.
    """

    version: Annotated[int, Field(ge=1, le=VERSION_LIMIT)]
    base: Annotated[int, Field(ge=0, le=VERSION_LIMIT)] = 0
    op_id: Annotated[str, StringConstraints(max_length=64)] = ""
    heads: Annotated[Marks, Field(exclude_if=_is_empty)] = ""
    seen: Annotated[Marks, Field(exclude_if=_is_empty)] = ""
