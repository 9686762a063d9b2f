"""From pupils to counts: the roll, EHC plans, SEN support, needs, and each figure for pupils with SEN and others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from types import MappingProxyType

from sendself.assessment.uk_clock import uk_today
from sendself.context.export.attendance import attendance_of, attended, persistently_absent
from sendself.context.export.codes import NEED_CODES, Status
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import Fact
from sendself.context.export.headings import names_a_register
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.notes import Certainty, notes_of
from sendself.context.export.notes_on_table import on_ends, on_sheets
from sendself.context.export.on_roll import Registration
from sendself.context.export.pupil import Pupil, Pupils
from sendself.context.export.pupils import read_pupils
from sendself.context.export.summary import ExportSummary, Split
from sendself.context.export.table import RawTable

_YEARS = ("Nursery", "Reception", *(f"Year {year}" for year in range(1, 15)))
YEAR_NOT_GIVEN = "Not given"
NO_STATUS = "no SEN status: not counted"
_WITHOUT_SEN = 0.25
"""So large a share of pupils without SEN means that the whole school is there; fewer stand on a register too."""
_WITHOUT_SEN_THOUGH_TITLED = 0.5
"""The same under a title that says SEN register, where a blank is a gap: those who are said to have no SEN."""


def count(table: RawTable, mapping: ColumnMapping, today: date | None = None) -> ExportSummary:
    """The counts of a table under a mapping, as they are today or on the day given.

    A pupil with several rows counts once, with the strongest SEN status, any yes, the largest number of events, and
    the first of everything else. Raises ExportError when no column gives the SEN status, or no row is a pupil's.
    """
    both_flags = mapping.columns(Fact.EHC_PLAN) and mapping.columns(Fact.SEN_SUPPORT)
    if not mapping.columns(Fact.SEN_STATUS) and not both_flags:
        other = " If it stands on another sheet, choose that one." if table.sheets_not_read else ""
        raise ExportError(
            f"No column gives the SEN status. Choose the column with E, K and N, or export again with it.{other}"
        )
    pupils = read_pupils(table, mapping, today or uk_today())
    if not pupils.all:
        raise ExportError(_nobody(pupils))
    whole = _is_whole_school(pupils, table)
    statuses_known = not pupils.many(pupils.status_unread)
    return _summary(table, pupils, _Groups(pupils, whole, statuses_known), mapping)


def _nobody(pupils: Pupils) -> str:
    if any(pupils.skipped[one.value] for one in Registration if one is not Registration.HERE):
        return (
            "Nobody in this file is on roll, as its columns for leaving and enrolment say. Export the pupils on roll, "
            "or choose other columns."
        )
    return "No row of this file is a pupil's. Check which columns were chosen, or export again."


def _is_whole_school(pupils: Pupils, table: RawTable) -> bool:
    """Whether pupils without SEN are in the file too, so that its pupils are the roll."""
    none = sum(pupil.status is Status.NONE for pupil in pupils.all)
    # Beside a register, another sheet may hold the rest of the school.
    titles = table.sheets_read if len(table.sheets_read) > 1 else (*table.titles, *table.sheets_read)
    if titles and (all if len(table.sheets_read) > 1 else any)(map(names_a_register, titles)):
        return none >= _WITHOUT_SEN_THOUGH_TITLED * len(pupils.all)
    blank = sum(pupil.status_blank and not pupil.needs and not pupil.ended for pupil in pupils.all)
    return none + blank >= _WITHOUT_SEN * len(pupils.all)


class _Groups:
    """The pupils that count, and which of the three groups an export can give."""

    def __init__(self, pupils: Pupils, whole: bool, statuses_known: bool) -> None:
        self.whole, self.statuses_known = whole, statuses_known
        self.left_out = [] if whole else [pupil for pupil in pupils.all if pupil.status_blank]
        self.all = [pupil for pupil in pupils.all if whole or not pupil.status_blank]
        self.sen = [pupil for pupil in self.all if pupil.status is not None and pupil.status.has_sen]
        self.no_sen = [pupil for pupil in self.all if pupil.status_blank or _without_sen(pupil)] if whole else []

    def split(self, number: Callable[[list[Pupil]], float | None]) -> Split:
        """A number worked out for each group that the export can give."""
        of_all = number(self.all) if self.whole else None
        if not self.statuses_known:
            return Split(of_all, None, None)
        return Split(of_all, number(self.sen), number(self.no_sen) if self.whole else None)

    def sums(self, known: bool, value: Callable[[Pupil], float]) -> Split:
        """The sum over each group, or nothing when no column says."""
        return self.split(lambda group: sum(map(value, group))) if known else Split()


def _without_sen(pupil: Pupil) -> bool:
    return pupil.status is not None and not pupil.status.has_sen


def _summary(table: RawTable, pupils: Pupils, groups: _Groups, mapping: ColumnMapping) -> ExportSummary:
    known = groups.statuses_known
    plans = sum(pupil.status is Status.EHC_PLAN for pupil in groups.sen)
    needs = Counter(pupil.need for pupil in groups.sen)
    return ExportSummary(
        roll=len(groups.all) if groups.whole else None,
        ehc_plans=plans if known else None,
        sen_support=len(groups.sen) - plans if known else None,
        pupils=groups.split(len),
        primary_need=MappingProxyType({code: needs[code] for code in NEED_CODES if needs[code] and known}),
        need_not_given=needs[None] if known else 0,
        year_groups=MappingProxyType(_year_groups(groups) if Fact.YEAR_GROUP in pupils.filled else {}),
        fsm=_yes(groups, pupils, Fact.FSM),
        pupil_premium=_yes(groups, pupils, Fact.PUPIL_PREMIUM),
        ever_in_care=_yes(groups, pupils, Fact.EVER_IN_CARE),
        attendance_percent=groups.split(attendance_of),
        attendance_known=groups.sums(True, lambda pupil: attended(pupil) is not None),
        persistent_absence=groups.sums(_any_attendance(groups), persistently_absent),
        suspensions=_events(groups, Fact.SUSPENSIONS, known=_number_known(pupils, Fact.SUSPENSIONS)),
        pupils_suspended=groups.sums(_suspended_known(pupils), _suspended),
        permanent_exclusions=_events(groups, Fact.PERMANENT_EXCLUSIONS, known=_told(pupils, Fact.PERMANENT_EXCLUSIONS)),
        rows_read=pupils.rows_read,
        counted=len(groups.all),
        skipped=MappingProxyType(_skipped(pupils, groups)),
        unread=MappingProxyType(dict(sorted(pupils.unread.items()))),
        notes=_notes(table, pupils, groups, mapping),
        year=pupils.year,
    )


def _skipped(pupils: Pupils, groups: _Groups) -> dict[str, int]:
    """The rows that were left out, by the reason why."""
    without_status = sum(pupil.rows for pupil in groups.left_out)
    return dict(sorted(pupils.skipped.items())) | ({NO_STATUS: without_status} if without_status else {})


def _notes(table: RawTable, pupils: Pupils, groups: _Groups, mapping: ColumnMapping) -> tuple[str, ...]:
    certain = Certainty(groups.whole, groups.statuses_known)
    return (*on_sheets(table), *on_ends(table, mapping), *notes_of(pupils, groups.all, certain, mapping))


def _events(groups: _Groups, fact: Fact, *, known: bool) -> Split:
    """The events of a column that gives numbers; a mere yes, kept as -1, is one."""
    return groups.sums(known, lambda pupil: abs(pupil.said.get(fact, 0)))


def _year_groups(groups: _Groups) -> dict[str, Split]:
    by_year = {label: groups.split(partial(_in_year, label)) for label in (*_YEARS, YEAR_NOT_GIVEN)}
    return {label: split for label, split in by_year.items() if split.all or split.sen}


def _in_year(label: str, group: list[Pupil]) -> int:
    return sum(pupil.said.get(Fact.YEAR_GROUP, YEAR_NOT_GIVEN) == label for pupil in group)


def _yes(groups: _Groups, pupils: Pupils, fact: Fact) -> Split:
    """Pupils for whom a column says yes."""
    return groups.sums(_told(pupils, fact), lambda pupil: bool(pupil.said.get(fact)))


def _told(pupils: Pupils, fact: Fact) -> bool:
    """Whether a column says something, and not in too many cells something that cannot be read."""
    return fact in pupils.filled and fact not in pupils.doubtful


def _suspended_known(pupils: Pupils) -> bool:
    """Whether it is known who was suspended: by the number of suspensions, or by their time."""
    return _told(pupils, Fact.SUSPENSIONS) or _told(pupils, Fact.SUSPENSION_TIME)


def _number_known(pupils: Pupils, fact: Fact) -> bool:
    """Whether a column gives numbers, not a mere yes for any pupil."""
    return _told(pupils, fact) and all(pupil.said.get(fact, 0) >= 0 for pupil in pupils.all)


def _suspended(pupil: Pupil) -> bool:
    return bool(pupil.said.get(Fact.SUSPENSIONS) or pupil.said.get(Fact.SUSPENSION_TIME))


def _any_attendance(groups: _Groups) -> bool:
    return any(attended(pupil) is not None for pupil in groups.all)
