"""The documents that a reviewer asks for before the visit, from `rubrics/evidence.yaml`."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from sendself.rubric.loader import SHIPPED
from sendself.rubric.values import Frozen, Words
from sendself.rubric.yaml_loader import RubricError, checked, mapping, read_yaml, refuse_twice

FILE = SHIPPED / "evidence.yaml"


class PreparationDocument(Frozen):
    """One document of the preparation list. With `published` it is on the web already, so that a link is enough."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    title: Words
    note: Words | None = None
    published: bool = False


def load_documents(file: Path) -> tuple[PreparationDocument, ...]:
    """The documents in a file, in its order. Raises `RubricError` for the first thing that is wrong."""
    entries = mapping(file, read_yaml(file)).get("documents")
    if not isinstance(entries, list) or not entries:
        raise RubricError(file, "documents", "a list of documents is needed", "Begin each document with '- id:'")
    documents = tuple(checked(PreparationDocument, mapping(file, entry), file) for entry in entries)
    refuse_twice("id", [(file, document.id) for document in documents])
    refuse_twice("title", [(file, document.title) for document in documents])
    return documents


@cache
def preparation_documents() -> tuple[PreparationDocument, ...]:
    """The documents of the list in use."""
    return load_documents(FILE)
