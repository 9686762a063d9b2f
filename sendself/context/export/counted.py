"""What an export came to, as lines to read before anything is taken over."""

from __future__ import annotations

from dataclasses import dataclass

from sendself.assessment.english import counted
from sendself.assessment.figures import number_in_words
from sendself.context.export.summary import ExportSummary, Split


@dataclass(frozen=True, slots=True)
class CountedLine:
    """One thing counted for all pupils, those with SEND and the others, in words."""

    what: str
    every: str
    send: str
    others: str


NOT_KNOWN = "not known"
_FAR = 0.1
"""A roll changes by less than this share of itself from one year to the next, in most schools."""


def beside_each_other(summary: ExportSummary) -> tuple[CountedLine, ...]:
    """The pupils of each group and what was counted of them; nothing that the export has no column for."""
    counts = (
        ("Pupils", summary.pupils),
        ("Eligible for free school meals", summary.fsm),
        ("Pupil premium", summary.pupil_premium),
        ("Ever in care", summary.ever_in_care),
        ("Attendance known", summary.attendance_known if _any(summary.attendance_percent) else Split()),
        ("Attendance", summary.attendance_percent),
        ("Persistently absent, under 90%", summary.persistent_absence),
        ("Suspensions", summary.suspensions),
        ("Suspended at least once", summary.pupils_suspended),
        ("Permanent exclusions", summary.permanent_exclusions),
    )
    return tuple(_line(what, split, "%" if what == "Attendance" else "") for what, split in counts if _any(split))


def far_from_roll(summary: ExportSummary, roll: float | None) -> str:
    """What to check where the pupils counted are far more or fewer than the number on roll so far, or ""."""
    if summary.roll is None or roll is None or abs(summary.roll - roll) <= _FAR * roll:
        return ""
    return (
        f"{counted(summary.roll, 'pupil')} counted, and Context has {number_in_words(roll)} on roll. Check that the "
        "file holds every pupil of the school once, and none of another school. If the number in Context is out of "
        "date, take these figures over."
    )


def by_year_group(summary: ExportSummary) -> tuple[CountedLine, ...]:
    """The pupils of each year group."""
    return tuple(_line(year, split) for year, split in summary.year_groups.items())


def _any(split: Split) -> bool:
    return not (split.all is None and split.sen is None)


def _line(what: str, split: Split, unit: str = "") -> CountedLine:
    every, send, others = (
        NOT_KNOWN if number is None else f"{number_in_words(number)}{unit}"
        for number in (split.all, split.sen, split.no_sen)
    )
    return CountedLine(what, every, send, others)
