"""What whoever checks an import should know about how it was counted, one sentence each, without a word of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sendself.context.export.codes import Status
from sendself.context.export.facts import LABELS, Fact
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.notes_on_figures import on_attendance, on_doubtful, on_empty_columns, on_suspensions
from sendself.context.export.on_roll import Registration
from sendself.context.export.over_periods import Over
from sendself.context.export.phrases import named, pupils_have, pupils_in_words
from sendself.context.export.pupil import Pupil, Pupils
from sendself.context.export.rows import OTHER_YEAR

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
_OVER = {
    Over.ADDED: "sessions and suspensions are added up over them, and of percentages the mean is taken.",
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
        *on_doubtful(pupils),
        *_on_rows(pupils, mapping),
        *_on_status(pupils, counted, certain),
        *(_on_needs(counted, mapping) if certain.statuses_known else ()),
        *on_attendance(counted),
        *on_suspensions(pupils),
        *on_empty_columns(pupils, mapping),
    )


def _on_roll(pupils: Pupils, counted: list[Pupil], certain: Certainty) -> Iterator[str]:
    if not certain.statuses_known:
        yield (
            f"{pupils_have(pupils.status_unread)} a SEN status in words that are not known here, so neither EHC plans "
            "nor SEN support are counted. Say what these words mean, or correct them in your MIS."
        )
        if not certain.whole:
            yield "Whether these are all pupils or those with SEN alone cannot be told, so the roll is not counted."
    elif not certain.whole and (none := sum(pupil.status is Status.NONE for pupil in counted)):
        yield (
            f"Only {none:,} of these {pupils_in_words(len(counted))} {'is' if none == 1 else 'are'} without SEN, so "
            "this seems to be a SEN register and not the whole school: the number on roll is not known, nor any figure "
            "for other pupils. Enter the number on roll, or export all pupils. If these are all your pupils, the roll "
            f"is {len(counted):,}."
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
            "publishes has those with a single or main registration. To count them, choose no column for "
            f"{LABELS[Fact.ON_ROLL]}."
        )


def _on_rows(pupils: Pupils, mapping: ColumnMapping) -> Iterator[str]:
    several = sum(pupil.rows > 1 for pupil in pupils.all)
    if several:
        yield f"{pupils_have(several)} more than one row, such as one for each need: each is counted once."
    if others := pupils.skipped[OTHER_YEAR]:
        rows = "1 row of an earlier one is" if others == 1 else f"{others:,} rows of earlier ones are"
        yield f"The rows are of several school years: {pupils.year} counts, and {rows} left out."
    if pupils.over_periods:
        yield f"{pupils_have(pupils.over_periods)} rows for several terms or dates: {_OVER[pupils.over]}"
    if pupils.changed:
        yield f"The SEN status of {pupils_in_words(len(pupils.changed))} changes over time: the latest counts."
    if not mapping.columns(Fact.UPN) and not mapping.columns(Fact.ADMISSION_NUMBER):
        yield (
            "No column gives a UPN or admission number, so each row counts as one pupil. If pupils have several rows, "
            "export again with the UPN."
        )
    elif without := sum(not pupil.numbered for pupil in pupils.all):
        yield f"{pupils_have(without)} no UPN or admission number: each such row counts as one pupil."
    if pupils.rows_ended:
        rows = "1 row gives" if pupils.rows_ended == 1 else f"{pupils.rows_ended:,} rows give"
        yield f"{rows} a SEN status whose end date is past: it does not count, nor does the need beside it."
    for fact, differing in pupils.differ.items():
        how = _JOINED_AS.get(fact, "the first counts")
        # From term to term a status changes without a mistake in the MIS.
        check = "" if pupils.over_periods else " Check them in your MIS."
        yield f"The cells of {pupils_in_words(len(differing))} disagree about {named(fact)}: {how}.{check}"


def _on_status(pupils: Pupils, counted: list[Pupil], certain: Certainty) -> Iterator[str]:
    blank = sum(pupil.status_blank for pupil in counted)
    if certain.whole and blank:
        yield f"{pupils_have(blank)} no SEN status and {'is' if blank == 1 else 'are'} counted as without SEN."
    monitored = sum(pupil.status is Status.MONITORED for pupil in counted)
    if monitored:
        yield f"{pupils_in_words(monitored)} being monitored count as without SEN, as in the census."
    unknown = pupils.status_unread
    if unknown and certain.statuses_known:
        where = "on roll only" if certain.whole else "neither with an EHC plan nor with SEN support"
        yield f"{pupils_have(unknown)} a SEN status other than E, K or N: counted {where}. Correct it in your MIS."


def _on_needs(counted: list[Pupil], mapping: ColumnMapping) -> Iterator[str]:
    if not mapping.columns(Fact.NEED):
        return
    sen = [pupil for pupil in counted if pupil.status is not None and pupil.status.has_sen]
    if without := sum(pupil.need is None for pupil in sen):
        yield f"{pupils_have(without)} an EHC plan or SEN support and no type of need that can be read."
    tied = sum(_tied(pupil) for pupil in sen)
    if tied:
        yield f"{pupils_have(tied)} several needs in first place: the one that stands first is taken as primary."
    others = sum(bool(pupil.needs) for pupil in counted) - sum(bool(pupil.needs) for pupil in sen)
    if others:
        yield f"{pupils_have(others)} a type of need but neither an EHC plan nor SEN support: the need is not counted."


def _tied(pupil: Pupil) -> bool:
    """Whether different rows claim the same first rank for different needs."""
    if not pupil.needs:
        return False
    rank, row, _, code = min(pupil.needs)
    firsts = {(other_row, place): other for other_rank, other_row, place, other in pupil.needs if other_rank == rank}
    return any(other != code for (other_row, place), other in firsts.items() if other_row != row and place == 0)
