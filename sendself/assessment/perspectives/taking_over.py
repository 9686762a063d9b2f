"""What was said apart, taken over into the agreed answer. Nothing that is agreed already is replaced."""

from collections.abc import Iterable, Mapping
from typing import Any

from sendself.assessment.agreement import may_see_views, views
from sendself.assessment.answers import Answer, Rating, State
from sendself.assessment.entries.defaults import default_value
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.model import Theme

WORDS: Mapping[str, str] = {
    "strengths": "Strengths",
    "development": "Areas for development",
    "evidence": "What this rests on",
}
"""The words of an answer, by field with what each is called."""
_ALSO = {
    "reason": "why it does not apply",
    "evidence_kinds": "kinds of evidence",
    "evidence_refs": "what it refers to on the Evidence page",
    "can_help": "that you could help another school",
}


def agreed_key(theme: Theme, field: str) -> EntryKey:
    """Where a field of the agreed answer on a theme is kept."""
    return EntryKey(f"theme:{theme.id}", AGREED, field)


def agreed_from(assessment: Assessment, theme: Theme, rating: Rating | None = None) -> dict[EntryKey, Value]:
    """The agreed answer that the views make: a rating, and everybody's words, each text whole with a line between.

    The rating is the one given, else the one that is agreed, else that of the first who has one; why a theme does not
    apply is taken over with that rating alone. Words that were agreed already stay, and what they lack is added below
    them. A text that would be longer than its box is left out (see `too_long`).
    """
    said, agreed = list(views(assessment, theme).values()), assessment.answer(theme.id)
    ratings = [one for one in (rating, agreed.rating, *(view.rating for view in said)) if one is not None]
    values = {"rating": next(iter(ratings), None), **_together(agreed, said)}
    if values["rating"] != State.NOT_APPLICABLE:
        values.pop("reason")
    keyed = {agreed_key(theme, field): value for field, value in values.items() if value}
    return {key: checked_value(key, value) for key, value in keyed.items() if _fits(key, value)}


def accepted_by(assessment: Assessment, theme: Theme, viewer: str) -> dict[EntryKey, Value]:
    """The agreed answer where all say the same and `viewer` accepts it: the rating, and the words that it may see."""
    whole, rating = agreed_from(assessment, theme), agreed_key(theme, "rating")
    return whole if may_see_views(assessment, theme, viewer) else {rating: whole[rating]}


def too_long(assessment: Assessment, theme: Theme) -> tuple[str, ...]:
    """The names of the agreed texts that cannot take up what was written: together they are too long for one box."""
    together = _together(assessment.answer(theme.id), views(assessment, theme).values())
    return tuple(name for field, name in WORDS.items() if not _fits(agreed_key(theme, field), together[field]))


def settled_along(theme: Theme, viewer: str, assessment: Assessment, rating: Value) -> dict[EntryKey, Value]:
    """What is saved together with an agreed rating that `viewer` chose: the theme is parked no longer.

    Where it had no agreed rating, also what was said of it, into each agreed field that is empty; nothing of what
    `viewer` may not see yet.
    """
    agreed = assessment.answer(theme.id)
    if rating is None:
        return {}
    parked: dict[EntryKey, Value] = {agreed_key(theme, "parked"): False} if agreed.parked else {}
    if agreed.rating is not None or not may_see_views(assessment, theme, viewer):
        return parked
    said = agreed_from(assessment, theme, rating)
    del said[agreed_key(theme, "rating")]
    return parked | {key: value for key, value in said.items() if not getattr(agreed, key.field)}


def taken_over(assessment: Assessment, theme: Theme) -> dict[EntryKey, str]:
    """The agreed fields that stand exactly as they were said apart, each with its name in a sentence."""
    agreed, said = assessment.answer(theme.id), list(views(assessment, theme).values())
    there = {field: value for field, value in _together(Answer(), said).items() if value}
    names = {**{field: name.lower() for field, name in WORDS.items()}, **_ALSO}
    now = _together(agreed, [])
    return {agreed_key(theme, field): names[field] for field, value in there.items() if now[field] == value}


def without_what_was_taken_over(assessment: Assessment, theme: Theme) -> dict[EntryKey, Value]:
    """The values that take everything out of the agreed answer again that stands there as it was said apart."""
    return {key: default_value(key) for key in taken_over(assessment, theme)}


def words_left_behind(assessment: Assessment, theme: Theme) -> tuple[str, ...]:
    """The names of what was written apart of a theme that is agreed without any words; none where some are agreed."""
    agreed = assessment.answer(theme.id)
    if agreed.rating is None or any(getattr(agreed, field) for field in WORDS):
        return ()
    said = views(assessment, theme).values()
    return tuple(name for field, name in WORDS.items() if any(getattr(one, field) for one in said))


def _together(agreed: Answer, said: Iterable[Answer]) -> dict[str, Any]:
    """By field, as it is kept: what is agreed and what was said apart, each text and each reference once."""
    views_ = list(said)
    everybody = (agreed, *views_)
    values: dict[str, Any] = {
        field: _joined(getattr(agreed, field), [getattr(one, field) for one in views_]) for field in (*WORDS, "reason")
    }
    values["evidence_kinds"] = sorted({kind.value for one in everybody for kind in one.evidence_kinds})
    values["evidence_refs"] = list(dict.fromkeys(ref for one in everybody for ref in one.evidence_refs))
    values["can_help"] = any(one.can_help for one in everybody)
    return values


def _joined(agreed: str, texts: Iterable[str]) -> str:
    new = [text for text in dict.fromkeys(texts) if text and text not in agreed]
    return "\n\n".join(part for part in (agreed, *new) if part)


def _fits(key: EntryKey, value: Value) -> bool:
    try:
        checked_value(key, value)
    except ValueError:
        return False
    return True
