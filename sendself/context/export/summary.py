"""What an export comes to: counts by group, what was not counted and why, and nothing about any one pupil."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sendself.assessment.context import Figure
from sendself.assessment.needs import NEEDS, need_measure


@dataclass(frozen=True, slots=True)
class Split:
    """A number for all pupils, those with SEN (EHC plan or SEN support) and those without.

    `None` where the export does not say: `all` and `no_sen` when it holds pupils with SEN alone, everything when it
    has no such column. A pupil whose SEN status cannot be read is in `all` only.
    """

    all: float | None = None
    sen: float | None = None
    no_sen: float | None = None


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """The counts of one export.

    `roll` is `None` when the export holds pupils with SEN alone; `ehc_plans`, `sen_support` and all that is said of
    either group are `None` when many statuses are not known here (`notes` say so). `pupils` are the pupils of each
    group. `primary_need` maps the census codes to pupils with SEN, each in one; `need_not_given` are the rest of them.
    `year_groups` maps "Nursery", "Reception", "Year 1", ... and "Not given" to pupils. Attendance is in percent of
    possible sessions, to two decimals. `persistent_absence` counts pupils under 90 % among `attendance_known`.
    `suspensions` are events and `pupils_suspended` pupils with any. `counted` are pupils, of `rows_read` less those
    in `skipped` (reason -> rows). `unread` (reason -> rows) are rows that count except for one cell. `notes` are
    sentences. `year` is the school year that the rows name, or "".
    """

    roll: int | None
    ehc_plans: int | None
    sen_support: int | None
    pupils: Split
    primary_need: Mapping[str, int]
    need_not_given: int
    year_groups: Mapping[str, Split]
    fsm: Split
    pupil_premium: Split
    ever_in_care: Split
    attendance_percent: Split
    attendance_known: Split
    persistent_absence: Split
    suspensions: Split
    pupils_suspended: Split
    permanent_exclusions: Split
    rows_read: int
    counted: int
    skipped: Mapping[str, int]
    unread: Mapping[str, int]
    notes: tuple[str, ...]
    year: str = ""

    @property
    def sen(self) -> int | None:
        """Pupils with an EHC plan or SEN support."""
        return None if self.ehc_plans is None or self.sen_support is None else self.ehc_plans + self.sen_support


def json_of(summary: ExportSummary) -> dict[str, Any]:
    """The summary as JSON gives it: everywhere `sen` are pupils with an EHC plan or SEN support, `no_sen` the others.

    `skipped` joins the rows left out and the rows with a cell that was not read.
    """
    return {
        "roll": summary.roll,
        "ehc_plans": summary.ehc_plans,
        "sen_support": summary.sen_support,
        "primary_need": dict(summary.primary_need),
        "need_not_given": summary.need_not_given,
        "year_groups": {label: asdict(split) for label, split in summary.year_groups.items()},
        "fsm": asdict(summary.fsm),
        "pupil_premium": asdict(summary.pupil_premium),
        "ever_in_care": asdict(summary.ever_in_care),
        "attendance_percent": _sen_and_no_sen(summary.attendance_percent),
        "attendance_percent_all": summary.attendance_percent.all,
        "persistent_absence": {
            group: {"pupils": pupils, "of": asdict(summary.attendance_known)[group]}
            for group, pupils in asdict(summary.persistent_absence).items()
        },
        "suspensions": _sen_and_no_sen(summary.suspensions),
        "pupils_suspended": _sen_and_no_sen(summary.pupils_suspended),
        "permanent_exclusions": _sen_and_no_sen(summary.permanent_exclusions),
        "rows_read": summary.rows_read,
        "counted": summary.counted,
        "skipped": {**summary.skipped, **summary.unread},
        "notes": list(summary.notes),
    }


def _sen_and_no_sen(split: Split) -> dict[str, float | None]:
    return {"sen": split.sen, "no_sen": split.no_sen}


_EVENTS = frozenset(f"{name}{of}" for name in ("suspensions", "suspended", "exclusions") for of in ("", "_send"))
"""The measures that are counted over a school year of their own."""

_ATTENDANCE = frozenset(f"{name}{of}" for name in ("attendance", "persistent_absence") for of in ("", "_send"))


def figures(
    summary: ExportSummary, year: str, year_of_events: str | None, year_of_attendance: str | None = None
) -> dict[str, Figure]:
    """The counts as figures of the context by measure, with their school year ("2025/26"); without the unknown ones.

    `year_of_events` is the school year of suspensions and permanent exclusions; while it is not known they are left
    out. `year_of_attendance` is that of attendance and persistent absence where it is another than `year`. Where any
    need was counted every other type of need is nought. Persistent absence is left out where attendance is known for
    too few, and pupils suspended where the suspensions of the same export are fewer.
    """
    years = dict.fromkeys(_EVENTS, year_of_events) | dict.fromkeys(_ATTENDANCE, year_of_attendance or year)
    found = {}
    for measure, value in _values(summary).items():
        of = years.get(measure, year)
        if value is not None and of is not None:
            found[measure] = Figure(value=value, source="imported", year=of)
    return found


def gives_figures(summary: ExportSummary) -> bool:
    """Whether there is anything to take over; not while the words for nearly every status are unknown."""
    return any(value is not None for value in _values(summary).values())


def counts_events(summary: ExportSummary) -> bool:
    """Whether there is anything among the figures for which a year of suspensions is asked."""
    return any(value is not None for measure, value in _values(summary).items() if measure in _EVENTS)


def counts_attendance(summary: ExportSummary) -> bool:
    """Whether there is anything among the figures for which a year of attendance is asked."""
    return any(value is not None for measure, value in _values(summary).items() if measure in _ATTENDANCE)


def _values(summary: ExportSummary) -> dict[str, float | None]:
    absent = _where_known(summary)
    suspended = _where_not_contradicted(summary)
    return {
        "roll": summary.roll,
        "ehc_plans": summary.ehc_plans,
        "sen_support": summary.sen_support,
        "fsm": summary.fsm.all,
        "fsm_send": summary.fsm.sen,
        "pupil_premium": summary.pupil_premium.all,
        "pupil_premium_send": summary.pupil_premium.sen,
        "attendance": summary.attendance_percent.all,
        "attendance_send": summary.attendance_percent.sen,
        "suspensions": summary.suspensions.all,
        "suspensions_send": summary.suspensions.sen,
        "exclusions": summary.permanent_exclusions.all,
        "exclusions_send": summary.permanent_exclusions.sen,
        "persistent_absence": absent.all,
        "persistent_absence_send": absent.sen,
        "suspended": suspended.all,
        "suspended_send": suspended.sen,
        **_needs(summary),
    }


_MOSTLY = 0.95
"""The share of a group whose attendance has to be known for its persistent absence to be said of the group."""


def _where_known(summary: ExportSummary) -> Split:
    """Persistent absence of the groups whose attendance is known but for a few who joined lately."""
    absent, known = summary.persistent_absence, summary.attendance_known
    of_all = absent.all if summary.roll is not None and (known.all or 0) >= _MOSTLY * summary.roll else None
    of_sen = absent.sen if summary.sen is not None and (known.sen or 0) >= _MOSTLY * summary.sen else None
    return Split(all=of_all, sen=of_sen)


def _where_not_contradicted(summary: ExportSummary) -> Split:
    """Pupils suspended, unless fewer suspensions are counted: columns for their number and their time then disagree."""
    pupils, events = summary.pupils_suspended, summary.suspensions
    pairs = ((pupils.all, events.all), (pupils.sen, events.sen))
    if any(some is not None and count is not None and some > count for some, count in pairs):
        return Split()
    return pupils


def _needs(summary: ExportSummary) -> dict[str, float]:
    if not summary.primary_need:
        return {}
    return {need_measure(code): summary.primary_need.get(code, 0) for code in NEEDS}
