"""Which column of an export says what, guessed from headings and values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sendself.assessment.school_years import school_year_in
from sendself.context.export.codes import need_codes, says_nothing, status_of, year_label
from sendself.context.export.facts import SEVERAL, Fact
from sendself.context.export.headings import adds_aea, is_mere_presence, need_order, recognise, says_any_sen
from sendself.context.export.mapping import FACT_ORDER, Choice, ColumnMapping, Confidence, signature
from sendself.context.export.on_roll import registration_of
from sendself.context.export.table import RawTable
from sendself.context.export.values import (
    MOST_SESSIONS,
    day_of_record,
    events,
    flag,
    is_upn,
    looks_like_count,
    looks_like_share,
    pupil_number,
    rank_of,
    sessions_in,
)

__all__ = ["Choice", "ColumnMapping", "Confidence", "guess_mapping", "signature"]

_SAMPLE_ROWS = 1_000
_MOST_WORDINGS = 12


def guess_mapping(table: RawTable) -> ColumnMapping:
    """The columns as their headings name them, where their values agree; then those that values alone give away."""
    found: list[Choice] = []
    for column, heading in enumerate(table.header):
        if (choice := _by_heading(table, column, heading)) is not None:
            found.append(choice)
    kept = [choice for fact in Fact for choice in _best(found, fact, table)]
    facts = {choice.fact for choice in kept}
    kept = [one for one in kept if not _ends_a_suspension(one, facts) and not _any_sen_alone(one, facts, table)]
    kept = [one for one in kept if one.fact is not Fact.SESSIONS_AEA or _of_presence(kept, table)]
    taken = {choice.column for choice in found}
    for column in range(len(table.header)):
        if column not in taken and recognise(table.header[column]) is None:
            fact = _by_values(_sample(table, column), {choice.fact for choice in kept})
            if fact is not None:
                kept.append(Choice(fact, column, Confidence.LIKELY, "By its values; its heading is not known."))
    return ColumnMapping(tuple(sorted(kept, key=lambda choice: FACT_ORDER[choice.fact])), signature(table))


_READABLE: dict[Fact, Callable[[str], bool]] = {
    Fact.UPN: is_upn,
    Fact.ADMISSION_NUMBER: lambda text: pupil_number(text) != "",
    Fact.YEAR_GROUP: lambda text: year_label(text) is not None,
    Fact.ON_ROLL: lambda text: registration_of(text) is not None,
    Fact.LEFT_ON: lambda text: day_of_record(text) is not None,
    Fact.SEN_STATUS: lambda text: status_of(text) is not None,
    Fact.SEN_STATUS_END: lambda text: day_of_record(text) is not None,
    Fact.EHC_PLAN: lambda text: flag(Fact.EHC_PLAN, text) is not None,
    Fact.SEN_SUPPORT: lambda text: flag(Fact.SEN_SUPPORT, text) is not None,
    Fact.NEED: lambda text: bool(need_codes(text)),
    Fact.NEED_RANK: lambda text: rank_of(text) is not None,
    Fact.FSM: lambda text: flag(Fact.FSM, text) is not None,
    Fact.PUPIL_PREMIUM: lambda text: flag(Fact.PUPIL_PREMIUM, text) is not None,
    Fact.EVER_IN_CARE: lambda text: flag(Fact.EVER_IN_CARE, text) is not None,
    Fact.ATTENDANCE: lambda text: looks_like_share(text) or sessions_in(text) is not None,
    Fact.ABSENCE: looks_like_share,
    Fact.SESSIONS_ATTENDED: looks_like_count,
    Fact.SESSIONS_AEA: looks_like_count,
    Fact.SESSIONS_ABSENT: looks_like_count,
    Fact.SESSIONS_POSSIBLE: looks_like_count,
    Fact.SUSPENSIONS: lambda text: events(text, MOST_SESSIONS) is not None,
    Fact.SUSPENSION_TIME: lambda text: looks_like_share(text) or looks_like_count(text),
    Fact.PERMANENT_EXCLUSIONS: lambda text: events(text, MOST_SESSIONS) is not None,
}


def _ends_a_suspension(choice: Choice, known: set[Fact]) -> bool:
    """Whether a mere "End date" may be that of a suspension."""
    in_words = choice.fact is Fact.SEN_STATUS_END and choice.confidence is Confidence.LIKELY
    return in_words and bool(known & {Fact.SUSPENSIONS, Fact.SUSPENSION_TIME})


def _of_presence(kept: list[Choice], table: RawTable) -> bool:
    """Whether sessions of approved activity are to be added to the sessions attended."""
    return any(one.fact is Fact.SESSIONS_ATTENDED and is_mere_presence(table.header[one.column]) for one in kept)


def _any_sen_alone(choice: Choice, known: set[Fact], table: RawTable) -> bool:
    """Whether a column says who has SEN, and no other who of them has an EHC plan, or one says the status itself."""
    if choice.fact is not Fact.SEN_SUPPORT or not says_any_sen(table.header[choice.column]):
        return False
    return Fact.EHC_PLAN not in known or Fact.SEN_STATUS in known


def _sample(table: RawTable, column: int) -> list[str]:
    return [row[column] for row in table.rows[:_SAMPLE_ROWS] if not says_nothing(row[column])]


def _fit(fact: Fact, values: list[str]) -> float:
    """The share of the values that can be read as the fact; 1 where there is nothing to read."""
    readable = _READABLE.get(fact)
    return sum(map(readable, values)) / len(values) if readable and values else 1.0


def _by_heading(table: RawTable, column: int, heading: str) -> Choice | None:
    known = recognise(heading)
    if known is None:
        return None
    fact, exact = known
    fit = _fit(fact, _sample(table, column))
    # A heading that is only like a known one needs values that bear it out.
    if fit < (0.05 if exact else 0.5) and not (exact and _say_it_otherwise(fact, table, column)):
        return None
    if exact and fit > 0.8:
        return Choice(fact, column, Confidence.SURE, "By its heading.")
    why = "By its heading, though many values cannot be read." if fit <= 0.8 else "By words of its heading."
    return Choice(fact, column, Confidence.LIKELY, why)


def _say_it_otherwise(fact: Fact, table: RawTable, column: int) -> bool:
    """Whether values that are not in the form of a fact may still say it: own words, or numbers that are no UPNs."""
    if fact is Fact.UPN:
        return _fit(Fact.ADMISSION_NUMBER, _sample(table, column)) > 0.5
    return fact is Fact.SEN_STATUS and _are_wordings(table, column)


def _are_wordings(table: RawTable, column: int) -> bool:
    """Whether a column says few things again and again, as a school's own words for a status do."""
    values = _sample(table, column)
    return 0 < len(set(values)) <= min(_MOST_WORDINGS, len(values) / 2)


def _best(found: list[Choice], fact: Fact, table: RawTable) -> list[Choice]:
    """The choices of a fact that stay: all where it may have several, otherwise the surest, fullest, first."""
    choices = [choice for choice in found if choice.fact is fact]
    if fact is Fact.NEED:
        return sorted(choices, key=lambda choice: need_order(table.header[choice.column]))
    if fact in SEVERAL or not choices:
        return choices

    years = {choice: school_year_in(table.header[choice.column]) for choice in choices}

    def rank(choice: Choice) -> tuple[bool, str, bool, float, bool]:
        values, heading = _sample(table, choice.column), table.header[choice.column]
        # What names no year is of this one.
        sure, year = choice.confidence is Confidence.SURE, years[choice] or "this"
        return sure, year, adds_aea(heading), _fit(fact, values), bool(values)

    best = max(choices, key=rank)
    if years[best] is None or len(set(years.values())) == 1:
        return [best]
    return [replace(best, confidence=Confidence.LIKELY, why="By its heading: the latest of several school years.")]


def _by_values(values: list[str], known: set[Fact]) -> Fact | None:
    if len(values) < 3:
        return None
    if Fact.UPN not in known and sum(map(is_upn, values)) > 0.9 * len(values):
        return Fact.UPN
    statuses = [status_of(text) for text in values]
    if Fact.SEN_STATUS not in known and None not in statuses and any(status.has_sen for status in statuses if status):
        return Fact.SEN_STATUS
    return Fact.NEED if Fact.NEED not in known and all(map(need_codes, values)) else None
