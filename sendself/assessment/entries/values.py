"""The value of an entry, checked and cleaned at the door of the store."""

from pydantic import BaseModel, TypeAdapter

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import (
    BY_PERSPECTIVE,
    DISCLOSURE,
    FIGURES,
    ITEMS,
    KEPT,
    MEETING,
    SINGLE,
    TABLES,
    WORDS,
    YEARS,
    EntryKey,
)
from sendself.assessment.identifiers import AGREED, DocumentId, ItemId, KeptMark, MeasureId, Perspective
from sendself.assessment.participants import Meeting, Way
from sendself.rubric.duty import DutyId
from sendself.rubric.model import AreaId, ThemeId

_SUBJECT_IDS: dict[str, TypeAdapter[str]] = {
    "theme": TypeAdapter(ThemeId),
    "area": TypeAdapter(AreaId),
    "duty": TypeAdapter(DutyId),
    "document": TypeAdapter(DocumentId),
    "target": TypeAdapter(ThemeId),
    **dict.fromkeys(ITEMS, TypeAdapter(ItemId)),
}

_PERSPECTIVE: TypeAdapter[str] = TypeAdapter(Perspective)

_MEASURE: TypeAdapter[str] = TypeAdapter(MeasureId)

_TICK = TypeAdapter(bool)

_MARK: TypeAdapter[str] = TypeAdapter(KeptMark)


def checked_value(key: EntryKey, value: Value) -> Value:
    """The value as it would be kept, cleaned. Raises `ValueError` when it does not fit or the key is unknown."""
    kind, subject_id = key.kind, key.subject_id
    _check_place(key, kind, subject_id)
    if kind in ITEMS and key.field == "removed":
        return _TICK.validate_python(value, strict=True)
    if kind == "evaluation" and key.field == "way":
        return Way(value).value
    if key == MEETING:
        return None if value is None else Meeting.model_validate(value).model_dump(mode="json")
    if kind == "evaluation" and key.field.startswith(KEPT):
        _MARK.validate_python(key.field.removeprefix(KEPT))
        return _TICK.validate_python(value, strict=True)
    if kind == "context":
        return _checked_context(key, value)
    model, name = _model_of(kind), key.field
    if kind == "evaluation":
        name = name.removeprefix(DISCLOSURE) if name.startswith(DISCLOSURE) else ""
    # An item's id is its subject: as a field it would stand twice.
    if model is None or name not in model.model_fields or (kind in ITEMS and name == "id"):
        raise _unknown(key)
    start = {"id": subject_id} if kind in ITEMS else {}
    return model.model_validate({**start, name: value}).model_dump(mode="json")[name]


def _check_place(key: EntryKey, kind: str, subject_id: str) -> None:
    """What has one value stands under `AGREED`; ids and perspectives have their form, or nothing could be assembled."""
    if kind in _SUBJECT_IDS:
        _SUBJECT_IDS[kind].validate_python(subject_id)
    elif key.subject != kind:
        raise _unknown(key)
    if kind in BY_PERSPECTIVE:
        _PERSPECTIVE.validate_python(key.perspective)
    elif key.perspective != AGREED:
        raise _unknown(key)


def _checked_context(key: EntryKey, value: Value) -> Value:
    if key.field.startswith(FIGURES):
        _MEASURE.validate_python(key.field.removeprefix(FIGURES))
        return None if value is None else Figure.model_validate(value).model_dump(mode="json")
    if key.field.startswith(YEARS):
        name = key.field.removeprefix(YEARS)
        return Context(years={name: value}).years[name] if value else ""
    if not key.field.startswith(WORDS):
        raise _unknown(key)
    name = key.field.removeprefix(WORDS)
    return Context(words={name: value}).words.get(name, "")


def _model_of(kind: str) -> type[BaseModel] | None:
    return (SINGLE | BY_PERSPECTIVE | TABLES | ITEMS | {"evaluation": Disclosure}).get(kind)


def _unknown(key: EntryKey) -> ValueError:
    return ValueError(f"{key.text} is no field of an evaluation")
