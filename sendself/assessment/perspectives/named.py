"""The perspectives that people rate from: those that are offered, and those that a school names in its own words."""

import re
from collections.abc import Iterable

from sendself.assessment.agreement import may_see_views
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.field_versions import Difference
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.text import clean_line, without_accents
from sendself.assessment.words import perspective_name

PERSPECTIVES = ("senco", "slt", "governor", "teacher", "teaching-assistant", "parent-forum", "trust-leader")
"""Those that every school is offered."""

ID_LIMIT = 40
_WORD = re.compile(r"[A-Za-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’")


class PerspectiveError(ValueError):
    """A name that cannot be given to a perspective; its text tells the user what to do."""


def perspective_called(name: str, taken: Iterable[str] = ()) -> str:
    """The id of a new perspective with a name in the school's own words, such as "Governor for inclusion".

    The id keeps the name: `perspective_name` reads it back, without accents and signs, and with capitals at its start
    and in words that are all capitals. `taken` are the perspectives in use. Raises `PerspectiveError` for a name that
    has no letters of ours, is too long, or is that of another perspective.
    """
    bare = without_accents(clean_line(name).translate(_APOSTROPHES))
    words = _WORD.findall(bare)
    if not words or not words[0][0].isalpha() or any(sign.isalpha() and not sign.isascii() for sign in bare):
        raise PerspectiveError("Write what to call this view in the letters A to Z, for example Parent forum.")
    made = "-".join(f"{word.lower()}{'-' if len(word) > 1 and word.isupper() else ''}" for word in words)
    if len(made) > ID_LIMIT:
        raise PerspectiveError(f"Use a shorter name for this view: about {ID_LIMIT - 5} letters.")
    for other in dict.fromkeys((AGREED, *PERSPECTIVES, *taken)):
        if _alike(made, other):
            raise PerspectiveError(_taken(other))
    return made


def may_see_entry(assessment: Assessment, key: EntryKey, perspective: str) -> bool:
    """Whether an entry and its history may be shown to who rates from a perspective (`AGREED`: who has not said).

    What is agreed is everybody's, and what was given alone its own perspective's. A difference to another copy is also
    shown to who may see what others say of its theme; one that is decided, and what only joining needs, to nobody.
    """
    if key.kind != "difference":
        return key.perspective in (AGREED, perspective)
    field = EntryKey.read({one.id: one.key for one in assessment.differences}.get(key.subject_id, ""))
    if field is None or key.field not in ("theirs", "removed"):
        return False
    return may_see_entry(assessment, field, perspective) or _sees_views(assessment, field, perspective)


def differences_seen(assessment: Assessment, perspective: str) -> tuple[Difference, ...]:
    """The differences to another copy that who rates from a perspective may see, and so decide."""
    return tuple(
        one
        for one in differences_here(assessment)
        if may_see_entry(assessment, EntryKey(f"difference:{one.id}", AGREED, "theirs"), perspective)
    )


def differences_here(assessment: Assessment) -> tuple[Difference, ...]:
    """The differences to another copy in fields that there are here."""
    return tuple(one for one in assessment.differences if one.key in assessment.versions)


def _sees_views(assessment: Assessment, key: EntryKey, perspective: str) -> bool:
    known = perspective != AGREED and key.kind == "theme" and assessment.rubric.has_theme(key.subject_id)
    return known and may_see_views(assessment, assessment.rubric.theme(key.subject_id), perspective)


def _alike(one: str, other: str) -> bool:
    return one.rstrip("-") == other or perspective_name(one).casefold() == perspective_name(other).casefold()


def _taken(perspective: str) -> str:
    name = perspective_name(perspective)
    if perspective == AGREED:
        return f"“{name}” is what you settle on together. Choose another name for this view."
    return (
        f"“{name}” is there already: add a person and choose it under “Rates as”. Everybody who rates as {name} "
        "shares one set of answers; choose another name for a view of its own."
    )
