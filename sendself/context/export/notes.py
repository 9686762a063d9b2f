"""What whoever checks an import should know about how it was counted, one sentence each, without a word of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sendself.context.export.attendance import attended, contradicted, sessions_of
from sendself.context.export.codes import Status
from sendself.context.export.facts import ASKED_YES, LABELS, OF_SHARES, OVER_TIME, Fact
from sendself.context.export.headings import names_leavers, recognise
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.on_roll import Registration
from sendself.context.export.over_periods import Over
from sendself.context.export.pupils import Pupil, Pupils
from sendself.context.export.rows import OTHER_YEAR
from sendself.context.export.table import RawTable

_JOINED_AS = {
    Fact.SEN_STATUS: "the one with more support counts",
    Fact.EHC_PLAN: "yes counts",
    Fact.SEN_SUPPORT: "yes counts",
    Fact.FSM: "yes counts",
    Fact.PUPIL_PREMIUM: "yes counts",
    Fact.EVER_IN_CARE: "yes counts",
    Fact.SUSPENSIONS: "the largest number counts",
    Fact.SUSPENSION_TIME: "the largest number counts",
    Fact.PERMANENT_EXCLUSIONS: "the largest number counts",
}


_SAYS_ATTENDANCE = (*OF_SHARES, Fact.SESSIONS_POSSIBLE)
_OVER = {
    Over.ADDED: ("sessions and suspensions are added up over them, and of percentages the mean is taken."),
    Over.LATEST: "they give the year so far, so the latest counts and nothing is added up.",
    Over.UNCLEAR: (
        "whether each gives a term or the year so far cannot be told, so attendance is left out. Export again with one "
        "row for each pupil."
    ),
}


@dataclass(frozen=True, slots=True)
class Certainty:
    """What can be taken from an export: whether it holds the whole school, and whether its statuses are known here."""

    whole: bool
    statuses_known: bool


def notes_of(pupils: Pupils, counted: list[Pupil], certain: Certainty, mapping: ColumnMapping) -> tuple[str, ...]:
    """Every sentence that applies, the weightiest first."""
    return (
        *_on_roll(pupils, counted, certain),
        *_on_registrations(pupils),
        *_on_doubtful(pupils),
        *_on_rows(pupils, mapping),
        *_on_status(pupils, counted, certain),
        *(_on_needs(counted, mapping) if certain.statuses_known else ()),
        *_on_attendance(counted),
        *_on_suspensions(pupils),
        *_on_empty_columns(pupils, mapping),
    )


def on_sheets(table: RawTable) -> tuple[str, ...]:
    """What to know of sheets that were left out of the count, without their names."""
    return (*_on_doubles(table), *_on_leavers(table), *_on_other_sheets(table))


def _on_other_sheets(table: RawTable) -> Iterator[str]:
    there = [fact for fact in table.elsewhere if fact is Fact.NEED or fact in OVER_TIME or fact in ASKED_YES]
    if there:
        yield (
            f"Another sheet gives {', '.join(map(_named, there))}. It is not joined to the pupils here: to have it "
            "counted, export again with it in the same sheet."
        )


def _on_leavers(table: RawTable) -> Iterator[str]:
    if leavers := sum(map(names_leavers, table.sheets_not_read)):
        sheets = "1 sheet" if leavers == 1 else f"{leavers} sheets"
        yield f"{sheets} of leavers left out: they are no longer on roll."


def _on_doubles(table: RawTable) -> tuple[str, ...]:
    if not table.sheets_left_out:
        return ()
    sheets = "1 sheet" if len(table.sheets_left_out) == 1 else f"{len(table.sheets_left_out)} sheets"
    return (
        f"{sheets} with the same headings left out: the pupils there seem to stand on another sheet too, and without a "
        "UPN or admission number they would count twice. If they do not, choose the sheets to count.",
    )


def on_ends(table: RawTable, mapping: ColumnMapping) -> tuple[str, ...]:
    """What to know where a heading promises the day on which a SEN status ended, and no such day can be read."""
    ends = [at for at, heading in enumerate(table.header) if recognise(heading) == (Fact.SEN_STATUS_END, True)]
    if mapping.columns(Fact.SEN_STATUS_END) or not any(row[at] for row in table.rows for at in ends):
        return ()
    return (
        "A column that seems to give the day on which a SEN status ended is not read, so a status that has ended "
        "counts: export again with days such as 31/08/2026.",
    )


def _pupils(number: int) -> str:
    return "1 pupil" if number == 1 else f"{number:,} pupils"


def _has(number: int) -> str:
    return f"{_pupils(number)} {'has' if number == 1 else 'have'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _on_roll(pupils: Pupils, counted: list[Pupil], certain: Certainty) -> Iterator[str]:
    if not certain.statuses_known:
        yield (
            f"{_has(pupils.status_unread)} a SEN status in words that are not known here, so neither EHC plans nor SEN "
            "support are counted. Say what these words mean, or correct them in your MIS."
        )
        if not certain.whole:
            yield "Whether these are all pupils or those with SEN alone cannot be told, so the roll is not counted."
    elif not certain.whole and (none := sum(pupil.status is Status.NONE for pupil in counted)):
        yield (
            f"Only {none:,} of these {_pupils(len(counted))} {'is' if none == 1 else 'are'} without SEN, so this seems "
            "to be a SEN register and not the whole school: the number on roll is not known, nor any figure for other "
            "pupils. Enter the number on roll, or export all pupils. If these are all your pupils, the roll is "
            f"{len(counted):,}."
        )
    elif not certain.whole:
        yield (
            "This export holds the pupils with SEN alone, so the number on roll is not known, nor any figure for other "
            "pupils: enter the number on roll, or export all pupils. In a school where every pupil has SEN, the roll "
            f"is the {len(counted):,} counted here."
        )
    elif not any(pupil.status is not None and pupil.status.has_sen for pupil in counted):
        yield "No pupil in this export has an EHC plan or SEN support: check which column gives the SEN status."


def _on_registrations(pupils: Pupils) -> Iterator[str]:
    if pupils.subsidiary_count:
        yield (
            "Most pupils are registered here in second place (subsidiary), as in alternative provision: they are "
            "counted. The census gives them apart from those registered here in first place."
        )
    elif pupils.skipped[Registration.SUBSIDIARY.value]:
        yield (
            "Pupils registered here in second place (subsidiary) are left out: the number on roll that the DfE "
            "publishes has those with a single or main registration. To count them, choose no column under On roll."
        )


def _on_doubtful(pupils: Pupils) -> Iterator[str]:
    for fact, unread in pupils.doubtful.items():
        yield (
            f"The cells of {_pupils(unread)} for {_named(fact)} cannot be read, so it is not counted. Correct them in "
            "your MIS, or choose another column."
        )


def _on_rows(pupils: Pupils, mapping: ColumnMapping) -> Iterator[str]:
    several = sum(pupil.rows > 1 for pupil in pupils.all)
    if several:
        yield f"{_has(several)} more than one row, such as one for each need: each is counted once."
    if others := pupils.skipped[OTHER_YEAR]:
        rows = "1 row of an earlier one is" if others == 1 else f"{others:,} rows of earlier ones are"
        yield f"The rows are of several school years: {pupils.year} counts, and {rows} left out."
    if pupils.over_periods:
        yield f"{_has(pupils.over_periods)} rows for several terms or dates: {_OVER[pupils.over]}"
    if pupils.changed:
        yield f"The SEN status of {_pupils(len(pupils.changed))} changes over time: the latest counts."
    if not mapping.columns(Fact.UPN) and not mapping.columns(Fact.ADMISSION_NUMBER):
        yield (
            "No column gives a UPN or admission number, so each row counts as one pupil. If pupils have several rows, "
            "export again with the UPN."
        )
    elif without := sum(not pupil.numbered for pupil in pupils.all):
        yield f"{_has(without)} no UPN or admission number: each such row counts as one pupil."
    if pupils.rows_ended:
        rows = "1 row gives" if pupils.rows_ended == 1 else f"{pupils.rows_ended:,} rows give"
        yield f"{rows} a SEN status whose end date is past: it does not count, nor does the need beside it."
    for fact, differing in pupils.differ.items():
        how = _JOINED_AS.get(fact, "the first counts")
        # From term to term a status changes without a mistake in the MIS.
        check = "" if pupils.over_periods else " Check them in your MIS."
        yield f"The cells of {_pupils(len(differing))} disagree about {_named(fact)}: {how}.{check}"


def _on_status(pupils: Pupils, counted: list[Pupil], certain: Certainty) -> Iterator[str]:
    blank = sum(pupil.status_blank for pupil in counted)
    if certain.whole and blank:
        yield f"{_has(blank)} no SEN status and {'is' if blank == 1 else 'are'} counted as without SEN."
    monitored = sum(pupil.status is Status.MONITORED for pupil in counted)
    if monitored:
        yield f"{_pupils(monitored)} being monitored count as without SEN, as in the census."
    unknown = pupils.status_unread
    if unknown and certain.statuses_known:
        where = "on roll only" if certain.whole else "neither with an EHC plan nor with SEN support"
        yield f"{_has(unknown)} a SEN status other than E, K or N: counted {where}. Correct it in your MIS."


def _on_needs(counted: list[Pupil], mapping: ColumnMapping) -> Iterator[str]:
    if not mapping.columns(Fact.NEED):
        return
    sen = [pupil for pupil in counted if pupil.status is not None and pupil.status.has_sen]
    if without := sum(pupil.need is None for pupil in sen):
        yield f"{_has(without)} an EHC plan or SEN support and no type of need that can be read."
    tied = sum(_tied(pupil) for pupil in sen)
    if tied:
        yield f"{_has(tied)} several needs in first place: the one that stands first is taken as primary."
    others = sum(bool(pupil.needs) for pupil in counted) - sum(bool(pupil.needs) for pupil in sen)
    if others:
        yield f"{_has(others)} a type of need but neither an EHC plan nor SEN support: the need is not counted."


def _tied(pupil: Pupil) -> bool:
    """Whether different rows claim the same first rank for different needs."""
    if not pupil.needs:
        return False
    rank, row, _, code = min(pupil.needs)
    firsts = {(other_row, place): other for other_rank, other_row, place, other in pupil.needs if other_rank == rank}
    return any(other != code for (other_row, place), other in firsts.items() if other_row != row and place == 0)


def _on_attendance(counted: list[Pupil]) -> Iterator[str]:
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
        yield f"{_has(none_yet)} no possible sessions and {_is(none_yet)} not part of the attendance."
    if wrong:
        yield (
            f"{_has(wrong)} more sessions attended or absent than possible and {_is(wrong)} not part of the "
            "attendance. Check them in your MIS."
        )
    if without := len(unknown) - none_yet - wrong:
        yield f"{_has(without)} no attendance that can be read and {_is(without)} not part of it."


def _on_suspensions(pupils: Pupils) -> Iterator[str]:
    if Fact.SUSPENSIONS not in pupils.filled:
        if Fact.SUSPENSION_TIME in pupils.filled:
            yield (
                "The export gives the time of suspensions, not their number: pupils suspended are counted, "
                "suspensions are not."
            )
    elif any(pupil.said.get(Fact.SUSPENSIONS, 0) < 0 for pupil in pupils.all):
        yield (
            "The export says for some pupils only that they were suspended, not how often: pupils suspended are "
            "counted, suspensions are not."
        )


def _on_empty_columns(pupils: Pupils, mapping: ColumnMapping) -> Iterator[str]:
    for fact in ASKED_YES:
        if mapping.columns(fact) and fact not in pupils.filled:
            yield f"The column for {_named(fact)} is empty, so it says nothing: check that it was exported."


def _named(fact: Fact) -> str:
    label = LABELS[fact]
    return label if label[:2].isupper() else label[0].lower() + label[1:]
