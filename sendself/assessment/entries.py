"""Every saved thing is one entry: subject, perspective, field and its value. An assessment is what its entries say.

Subjects: `school`, `review`, `context`, `last_time`, `evaluation` (way, disclosure, `kept.<mark>`, and `meeting`, which
the store alone has), `theme:<id>`, `area:<id>`, `duty:<id>`, `document:<id>`, `target:<theme id>`, and items:
`participant:<id>`, `highlight:<id>`, `priority:<id>`, `evidence:<id>`, `action:<id>`, `difference:<id>`. A level and
its strengths are separate entries, so that two people never fight over one. An item that was taken away keeps its
entries and gains `removed`.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, DutyAnswer
from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.field_versions import Difference, FieldVersion
from sendself.assessment.identifiers import AGREED, DocumentId, ItemId, KeptMark, MeasureId, Perspective
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Meeting, Participant, Review, Way
from sendself.assessment.school import School
from sendself.rubric.model import AreaId, DutyId, Frozen, Rubric, Setting, ThemeId

Value = Any
"""What JSON can hold: text, number, true or false, null, or a list or object of these."""

_SINGLE: dict[str, type[BaseModel]] = {"school": School, "review": Review, "last_time": LastTime}
_BY_PERSPECTIVE: dict[str, type[BaseModel]] = {"theme": Answer, "area": AreaNote}
_TABLES: dict[str, type[BaseModel]] = {"duty": DutyAnswer, "document": DocumentAnswer, "target": Target}
_ITEMS: dict[str, type[BaseModel]] = {
    "participant": Participant,
    "highlight": Highlight,
    "priority": Priority,
    "evidence": Evidence,
    "action": Action,
    "difference": Difference,
}
ITEM_KINDS = frozenset(_ITEMS)
"""The kinds of subject that are items of a list: each has an id, and can be taken away."""

_PLACES = {
    "theme": "answers",
    "area": "area_notes",
    "duty": "duties",
    "document": "documents",
    "target": "targets",
    "participant": "participants",
    "highlight": "highlights",
    "priority": "priorities",
    "evidence": "evidence",
    "action": "actions",
    "difference": "differences",
}
"""The field of an assessment in which the subjects of a kind stand."""
DISCLOSURE, KEPT = "disclosure.", "kept."
_FIGURES, _YEARS, _WORDS = "figures.", "years.", "words."

_SUBJECT_IDS: dict[str, TypeAdapter[str]] = {
    "theme": TypeAdapter(ThemeId),
    "area": TypeAdapter(AreaId),
    "duty": TypeAdapter(DutyId),
    "document": TypeAdapter(DocumentId),
    "target": TypeAdapter(ThemeId),
    **dict.fromkeys(_ITEMS, TypeAdapter(ItemId)),
}
_PERSPECTIVE: TypeAdapter[str] = TypeAdapter(Perspective)
_MEASURE: TypeAdapter[str] = TypeAdapter(MeasureId)
_TICK = TypeAdapter(bool)
_MARK: TypeAdapter[str] = TypeAdapter(KeptMark)


class EntryKey(NamedTuple):
    """Where an entry belongs. As text: "subject|perspective|field"."""

    subject: str
    perspective: str
    field: str

    @property
    def text(self) -> str:
        """The key as one text."""
        return "|".join(self)

    @classmethod
    def parse(cls, text: str) -> "EntryKey":
        """The key of a text. Raises `ValueError` when it has not three parts."""
        parts = text.split("|")
        if len(parts) != 3:
            raise ValueError(f"{text!r} is not subject|perspective|field")
        return cls(*parts)


MEETING = EntryKey("evaluation", AGREED, "meeting")
"""The clock of the meeting that goes on: kept in the store for every computer, and in no file."""


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


def every_field() -> Iterator[tuple[str, str]]:
    """The kind of subject and the field of everything that can be saved.

    Left out are those whose names nobody can list: the figures, years and words of the context, and the marks of
    what is kept knowingly.
    """
    yield from ((MEETING.subject, MEETING.field), ("evaluation", "way"))
    yield from (("evaluation", DISCLOSURE + name) for name in Disclosure.model_fields)
    for kind, model in (_SINGLE | _BY_PERSPECTIVE | _TABLES | _ITEMS).items():
        yield from ((kind, name) for name in model.model_fields if not (kind in _ITEMS and name == "id"))
    yield from ((kind, "removed") for kind in _ITEMS)


def entries_of(assessment: Assessment) -> dict[EntryKey, Value]:
    """Everything the assessment says, one entry each, as JSON values. What was left as it begins is left out."""
    return dict(_entries(assessment))


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
    evaluation = groups.get("evaluation", {}).get("", {}).get(AGREED, {})
    try:
        return Assessment(
            id=header.id,
            rubric=header.rubric,
            setting=header.setting,
            example=header.example,
            created_at=header.created_at,
            updated_at=updated_at,
            context=_context(groups.get("context", {}).get("", {}).get(AGREED, {})),
            **{kind: model(**_known(model, groups, kind)) for kind, model in _SINGLE.items()},
            **{_PLACES[kind]: _by_perspective(model, groups.get(kind, {})) for kind, model in _BY_PERSPECTIVE.items()},
            **{_PLACES[kind]: _table(model, groups.get(kind, {})) for kind, model in _TABLES.items()},
            **{_PLACES[kind]: _items(model, groups.get(kind, {})) for kind, model in _ITEMS.items()},
            disclosure=Disclosure(
                **{name: v for name in Disclosure.model_fields if (v := evaluation.get(DISCLOSURE + name)) is not None}
            ),
            kept_knowingly=[name.removeprefix(KEPT) for name, v in evaluation.items() if name.startswith(KEPT) and v],
            withheld=withheld,
            versions={key.text: version for key, version in (versions or {}).items() if key != MEETING},
            **{k: v for k, v in evaluation.items() if k == "way"},
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from None


def checked_value(key: EntryKey, value: Value) -> Value:
    """The value as it would be kept, cleaned. Raises `ValueError` when it does not fit or the key is unknown."""
    kind, _, subject_id = key.subject.partition(":")
    _check_place(key, kind, subject_id)
    if kind in _ITEMS and key.field == "removed":
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
    if model is None or name not in model.model_fields or (kind in _ITEMS and name == "id"):
        raise _unknown(key)
    start = {"id": subject_id} if kind in _ITEMS else {}
    return model.model_validate({**start, name: value}).model_dump(mode="json")[name]


def _check_place(key: EntryKey, kind: str, subject_id: str) -> None:
    """What has one value stands under `AGREED`; ids and perspectives have their form, or nothing could be assembled."""
    if kind in _SUBJECT_IDS:
        _SUBJECT_IDS[kind].validate_python(subject_id)
    elif key.subject != kind:
        raise _unknown(key)
    if kind in _BY_PERSPECTIVE:
        _PERSPECTIVE.validate_python(key.perspective)
    elif key.perspective != AGREED:
        raise _unknown(key)


def _checked_context(key: EntryKey, value: Value) -> Value:
    if key.field.startswith(_FIGURES):
        _MEASURE.validate_python(key.field.removeprefix(_FIGURES))
        return None if value is None else Figure.model_validate(value).model_dump(mode="json")
    if key.field.startswith(_YEARS):
        name = key.field.removeprefix(_YEARS)
        return Context(years={name: value}).years[name] if value else ""
    if not key.field.startswith(_WORDS):
        raise _unknown(key)
    name = key.field.removeprefix(_WORDS)
    return Context(words={name: value}).words.get(name, "")


def _model_of(kind: str) -> type[BaseModel] | None:
    return (_SINGLE | _BY_PERSPECTIVE | _TABLES | _ITEMS | {"evaluation": Disclosure}).get(kind)


def _unknown(key: EntryKey) -> ValueError:
    return ValueError(f"{key.text} is no field of an evaluation")


def _entries(assessment: Assessment) -> Iterator[tuple[EntryKey, Value]]:
    if assessment.way != Assessment.model_fields["way"].default:
        yield EntryKey("evaluation", AGREED, "way"), assessment.way.value
    for name, value in _set_fields(assessment.disclosure):
        yield EntryKey("evaluation", AGREED, DISCLOSURE + name), value
    for mark in assessment.kept_knowingly:
        yield EntryKey("evaluation", AGREED, KEPT + mark), True
    for subject in _SINGLE:
        for name, value in _set_fields(getattr(assessment, subject)):
            yield EntryKey(subject, AGREED, name), value
    for measure, figure in assessment.context.figures.items():
        yield EntryKey("context", AGREED, _FIGURES + measure), figure.model_dump(mode="json")
    for time, year in assessment.context.years.items():
        yield EntryKey("context", AGREED, _YEARS + time), year
    for name, text in assessment.context.words.items():
        yield EntryKey("context", AGREED, _WORDS + name), text
    for kind in _BY_PERSPECTIVE:
        for subject_id, by_perspective in getattr(assessment, _PLACES[kind]).items():
            for perspective, model in by_perspective.items():
                for name, value in _set_fields(model):
                    yield EntryKey(f"{kind}:{subject_id}", perspective, name), value
    for kind in _TABLES:
        for subject_id, said in getattr(assessment, _PLACES[kind]).items():
            for name, value in _set_fields(said):
                yield EntryKey(f"{kind}:{subject_id}", AGREED, name), value
    for kind in _ITEMS:
        for item in getattr(assessment, _PLACES[kind]):
            yield EntryKey(f"{kind}:{item.id}", AGREED, "removed"), False
            for name, value in _set_fields(item):
                if name != "id":
                    yield EntryKey(f"{kind}:{item.id}", AGREED, name), value


def _set_fields(model: BaseModel) -> Iterator[tuple[str, Value]]:
    values = model.model_dump(mode="json", exclude_defaults=True)
    yield from values.items()


def _grouped(entries: Mapping[EntryKey, Value]) -> dict[str, dict[str, dict[str, dict[str, Value]]]]:
    groups: dict[str, dict[str, dict[str, dict[str, Value]]]] = {}
    for key, value in entries.items():
        kind, _, subject_id = key.subject.partition(":")
        groups.setdefault(kind, {}).setdefault(subject_id, {}).setdefault(key.perspective, {})[key.field] = value
    return groups


def _known(model: type[BaseModel], groups: Mapping[str, Any], subject: str) -> dict[str, Value]:
    values = groups.get(subject, {}).get("", {}).get(AGREED, {})
    return {name: value for name, value in values.items() if name in model.model_fields}


def _context(values: Mapping[str, Value]) -> Context:
    figures = {k.removeprefix(_FIGURES): v for k, v in values.items() if k.startswith(_FIGURES) and v is not None}
    years = {k.removeprefix(_YEARS): v for k, v in values.items() if k.startswith(_YEARS) and v}
    words = {k.removeprefix(_WORDS): v for k, v in values.items() if k.startswith(_WORDS) and v}
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
