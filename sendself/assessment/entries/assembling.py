"""An evaluation from its entries: the reverse of `entries_of`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ValidationError

from sendself.assessment.context import Context
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import (
    BY_PERSPECTIVE,
    DISCLOSURE,
    FIGURES,
    ITEMS,
    KEPT,
    MEETING,
    PLACES,
    SINGLE,
    TABLES,
    WORDS,
    YEARS,
    EntryKey,
)
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.duty import Setting
from sendself.rubric.model import Rubric
from sendself.rubric.values import Frozen


class Header(Frozen):
    """What is fixed when an evaluation begins."""

    id: str
    rubric: Rubric
    setting: Setting
    example: bool = False
    created_at: datetime


def header_of(assessment: Assessment) -> Header:
    """The fixed part of an assessment."""
    return Header(
        id=assessment.id,
        rubric=assessment.rubric,
        setting=assessment.setting,
        example=assessment.example,
        created_at=assessment.created_at,
    )


def assemble(
    header: Header,
    entries: Mapping[EntryKey, Value],
    *,
    updated_at: datetime,
    versions: Mapping[EntryKey, FieldVersion] | None = None,
    withheld: tuple[str, ...] = (),
) -> Assessment:
    """The assessment that these entries make: the reverse of `entries_of`.

    An entry that this program does not know is left alone. Raises `ValueError` when a value does not fit its field.
    """
    groups = _grouped(entries)
    try:
        return Assessment(
            **dict(header),
            updated_at=updated_at,
            context=_context(groups.get("context", {}).get("", {}).get(AGREED, {})),
            **{kind: model(**_known(model, groups, kind)) for kind, model in SINGLE.items()},
            **{PLACES[kind]: _by_perspective(model, groups.get(kind, {})) for kind, model in BY_PERSPECTIVE.items()},
            **{PLACES[kind]: _table(model, groups.get(kind, {})) for kind, model in TABLES.items()},
            **{PLACES[kind]: _items(model, groups.get(kind, {})) for kind, model in ITEMS.items()},
            **_choices(groups.get("evaluation", {}).get("", {}).get(AGREED, {})),
            withheld=withheld,
            versions={key.text: version for key, version in (versions or {}).items() if key != MEETING},
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from None


def _choices(said: Mapping[str, Value]) -> dict[str, Any]:
    """What was chosen for the evaluation as a whole: how it is rated, what leaves, and what is kept knowingly."""
    leaves = {name: said.get(DISCLOSURE + name) for name in Disclosure.model_fields}
    return {
        "disclosure": Disclosure(**{name: value for name, value in leaves.items() if value is not None}),
        "kept_knowingly": [name.removeprefix(KEPT) for name, kept in said.items() if name.startswith(KEPT) and kept],
        **{name: value for name, value in said.items() if name == "way"},
    }


def _grouped(entries: Mapping[EntryKey, Value]) -> dict[str, dict[str, dict[str, dict[str, Value]]]]:
    groups: dict[str, dict[str, dict[str, dict[str, Value]]]] = {}
    for key, value in entries.items():
        groups.setdefault(key.kind, {}).setdefault(key.subject_id, {}).setdefault(key.perspective, {})[key.field] = (
            value
        )
    return groups


def _known(model: type[BaseModel], groups: Mapping[str, Any], subject: str) -> dict[str, Value]:
    values = groups.get(subject, {}).get("", {}).get(AGREED, {})
    return {name: value for name, value in values.items() if name in model.model_fields}


def _context(values: Mapping[str, Value]) -> Context:
    figures = {k.removeprefix(FIGURES): v for k, v in values.items() if k.startswith(FIGURES) and v is not None}
    years = {k.removeprefix(YEARS): v for k, v in values.items() if k.startswith(YEARS) and v}
    words = {k.removeprefix(WORDS): v for k, v in values.items() if k.startswith(WORDS) and v}
    return Context(figures=figures, years=years, words=words)


def _by_perspective(model: type[Any], table: Mapping[str, Mapping[str, Mapping[str, Value]]]) -> dict[str, Any]:
    built = {
        subject_id: {
            perspective: made
            for perspective, values in by_perspective.items()
            if (made := model(**{k: v for k, v in values.items() if k in model.model_fields})) != model()
        }
        for subject_id, by_perspective in table.items()
    }
    return {subject_id: by_perspective for subject_id, by_perspective in built.items() if by_perspective}


def _table(model: type[Any], table: Mapping[str, Mapping[str, Mapping[str, Value]]]) -> dict[str, Any]:
    return {
        subject_id: model(**{k: v for k, v in values.get(AGREED, {}).items() if k in model.model_fields})
        for subject_id, values in table.items()
    }


def _items(model: type[Any], table: Mapping[str, Mapping[str, Mapping[str, Value]]]) -> tuple[Any, ...]:
    made = []
    for item_id in sorted(table):
        values = table[item_id].get(AGREED, {})
        if not values.get("removed", False):
            known = {k: v for k, v in values.items() if k in model.model_fields}
            made.append(model(**{**known, "id": item_id}))
    return tuple(made)
