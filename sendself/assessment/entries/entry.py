"""Every saved thing is one entry: where it belongs, and its value. An assessment is what its entries say."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from sendself.assessment.entries.keys import (
    BY_PERSPECTIVE,
    ITEMS,
    KEPT,
    PLACES,
    SINGLE,
    TABLES,
    EntryKey,
    disclosure_key,
    figure_key,
    removed_key,
    words_key,
    year_key,
)
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment

Value = Any
"""What JSON can hold: text, number, true or false, null, or a list or object of these."""


def entries_of(assessment: Assessment) -> dict[EntryKey, Value]:
    """Everything the assessment says, one entry each, as JSON values. What was left as it begins is left out."""
    return dict(_entries(assessment))


def _entries(assessment: Assessment) -> Iterator[tuple[EntryKey, Value]]:
    yield from _choices(assessment)
    for subject in SINGLE:
        for name, value in _set_fields(getattr(assessment, subject)):
            yield EntryKey(subject, AGREED, name), value
    yield from _context(assessment)
    yield from _answers(assessment)
    for kind in ITEMS:
        for item in getattr(assessment, PLACES[kind]):
            yield removed_key(f"{kind}:{item.id}"), False
            for name, value in _set_fields(item):
                if name != "id":
                    yield EntryKey(f"{kind}:{item.id}", AGREED, name), value


def _choices(assessment: Assessment) -> Iterator[tuple[EntryKey, Value]]:
    if assessment.way != Assessment.model_fields["way"].default:
        yield EntryKey("evaluation", AGREED, "way"), assessment.way.value
    for name, value in _set_fields(assessment.disclosure):
        yield disclosure_key(name), value
    for mark in assessment.kept_knowingly:
        yield EntryKey("evaluation", AGREED, KEPT + mark), True


def _context(assessment: Assessment) -> Iterator[tuple[EntryKey, Value]]:
    for measure, figure in assessment.context.figures.items():
        yield figure_key(measure), figure.model_dump(mode="json")
    for time, year in assessment.context.years.items():
        yield year_key(time), year
    for name, text in assessment.context.words.items():
        yield words_key(name), text


def _answers(assessment: Assessment) -> Iterator[tuple[EntryKey, Value]]:
    for kind in BY_PERSPECTIVE:
        for subject_id, by_perspective in getattr(assessment, PLACES[kind]).items():
            for perspective, model in by_perspective.items():
                for name, value in _set_fields(model):
                    yield EntryKey(f"{kind}:{subject_id}", perspective, name), value
    for kind in TABLES:
        for subject_id, said in getattr(assessment, PLACES[kind]).items():
            for name, value in _set_fields(said):
                yield EntryKey(f"{kind}:{subject_id}", AGREED, name), value


def _set_fields(model: BaseModel) -> Iterator[tuple[str, Value]]:
    values = model.model_dump(mode="json", exclude_defaults=True)
    yield from values.items()
