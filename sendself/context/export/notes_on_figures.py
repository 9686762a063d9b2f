"""What to know of a figure: whose cells could not be read, and what it is worked out from."""

from __future__ import annotations

from collections.abc import Iterator

from sendself.context.export.attendance import attended, contradicted, sessions_of
from sendself.context.export.facts import ASKED_YES, LABELS, OF_SHARES, Fact
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.phrases import is_or_are, named, pupils_have, pupils_in_words
from sendself.context.export.pupil import Pupil, Pupils

_SAYS_ATTENDANCE = (*OF_SHARES, Fact.SESSIONS_POSSIBLE)


def on_doubtful(pupils: Pupils) -> Iterator[str]:
    """Figures that are left out since too many cells cannot be read."""
    for fact, unread in pupils.doubtful.items():
        yield (
            f"{LABELS[fact]}: the cells of {pupils_in_words(unread)} cannot be read, so it is not counted. Correct "
            "them in your MIS, or choose another column."
        )


def on_attendance(counted: list[Pupil]) -> Iterator[str]:
    """How attendance was worked out, and of whom none is known."""
    given = [pupil for pupil in counted if any(fact in pupil.said for fact in _SAYS_ATTENDANCE)]
    if not given:
        return
    known = [pupil for pupil in counted if attended(pupil) is not None]
    if any(sessions_of(pupil) is None for pupil in known):
        yield (
            "Attendance is the mean of the pupils' percentages. With sessions attended and possible sessions in the "
            "export it would be exact for pupils who joined or left during the year."
        )
    unknown = [pupil for pupil in counted if attended(pupil) is None]
    none_yet = sum(pupil.said.get(Fact.SESSIONS_POSSIBLE) == 0 for pupil in unknown)
    wrong = sum(map(contradicted, unknown))
    if none_yet:
        yield f"{pupils_have(none_yet)} no possible sessions and {is_or_are(none_yet)} not part of the attendance."
    if wrong:
        yield (
            f"{pupils_have(wrong)} more sessions attended or absent than possible and {is_or_are(wrong)} not part of "
            "the attendance. Check them in your MIS."
        )
    if without := len(unknown) - none_yet - wrong:
        yield f"{pupils_have(without)} no attendance that can be read and {is_or_are(without)} not part of it."


def on_suspensions(pupils: Pupils) -> Iterator[str]:
    """By what suspensions are counted, or why only who was suspended is, and not how often."""
    if Fact.SUSPENSIONS not in pupils.filled:
        if Fact.SUSPENSION_TIME in pupils.filled:
            yield (
                "The export gives the time of suspensions, not their number: pupils suspended are counted, "
                "suspensions are not."
            )
    elif any(pupil.said.get(Fact.SUSPENSIONS, 0) < 0 for pupil in pupils.all):
        yield (
            "The export says for some pupils only that they were suspended, or on which days, not how often: several "
            "days may be one suspension. Pupils suspended are counted, suspensions are not. To count both, export the "
            "number of suspensions, or the day on which each began under a heading such as Suspension start date."
        )
    elif pupils.by_start:
        yield "Suspensions are counted by the days on which they began: each day of a pupil is one suspension."


def on_empty_columns(pupils: Pupils, mapping: ColumnMapping) -> Iterator[str]:
    """Columns that say nothing, so that nobody takes their silence for none."""
    for fact in ASKED_YES:
        if mapping.columns(fact) and fact not in pupils.filled:
            yield f"The column for {named(fact)} is empty, so it says nothing: check that it was exported."
