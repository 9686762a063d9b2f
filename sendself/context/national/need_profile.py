"""The school's mix of needs beside the national one, from the pupils that it counts under each main need."""

from collections.abc import Mapping
from dataclasses import dataclass

from sendself.assessment.english import capital, listed
from sendself.assessment.figures import figure_in_words, number_in_words
from sendself.assessment.measure import SEND
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.assessment.needs import NEEDS, need_measure
from sendself.context.national.benchmarks import PHASE_TITLES, Benchmark, load_benchmarks
from sendself.context.national.figure_year import as_school_year
from sendself.context.national.sources import Source, Sources

_PHASE = "all_state_funded"
"""The only schools for which primary needs are published by SEN status; they are named beside the figures."""

_STATUSES = {"ehc_plans": "EHCP", "sen_support": "SEN support"}
_WHOLE_MIX = 95
"""Percent: a year whose published needs come to less leaves types out, and says nothing about the mix."""


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One type of need: its name, the pupils counted in words, and the shares in percent; `None` where unknown."""

    name: str
    pupils: str
    share: float | None
    national: float | None


@dataclass(frozen=True, slots=True)
class NeedProfile:
    """Every need that is given, the largest first, and in a sentence each what the shares are of and beside what.

    `source` names its `sources` by number.
    """

    lines: tuple[NeedLine, ...]
    of: str
    source: str
    sources: tuple[Source, ...]


def need_profile(assessment: Assessment) -> NeedProfile | None:
    """The profile of an evaluation; `None` where no need is given.

    A need that nobody has stands only where it has a national share. The national mix is that of pupils with EHC plans
    and with SEN support, in the proportion that the school has of the two.
    """
    figures = assessment.context.figures
    given = [code for code in NEEDS if need_measure(code) in figures]
    if not given:
        return None
    total, of = _total(assessment, given)
    sources = Sources()
    national, source = _national(assessment, sources)
    lines = [_line(assessment, code, total, national.get(code)) for code in given]
    kept = [line for line in lines if line.pupils != "0" or line.national]
    ordered = sorted(kept, key=lambda line: (-(line.share or 0), -(line.national or 0)))
    return NeedProfile(tuple(ordered), of, source, tuple(sources.listed))


def _line(assessment: Assessment, code: str, total: float | None, national: float | None) -> NeedLine:
    measure = need_measure(code)
    value = assessment.figure(measure)
    share = 100 * value / total if value is not None and total else None
    pupils = figure_in_words(assessment, BY_ID[measure]) if value is None else number_in_words(value)
    name = NEEDS[code]
    return NeedLine(f"{capital(name)} ({code})", pupils, share, national)


def _total(assessment: Assessment, given: list[str]) -> tuple[float | None, str]:
    """The pupils that the shares are of: all that are counted under a need, or all with SEND where a need is hidden."""
    counts = [assessment.figure(need_measure(code)) for code in given]
    known = [count for count in counts if count is not None]
    if len(known) == len(counts):
        return sum(known), f"Shares are of the {number_in_words(sum(known))} pupils counted under a need."
    send = [assessment.figure(name) for name in SEND]
    whole = [count for count in send if count is not None]
    if len(whole) == len(send) and sum(known) <= sum(whole):
        return sum(whole), f"Shares are of the {number_in_words(sum(whole))} pupils with SEND."
    return None, "Shares are not given, since the pupils that they would be of do not leave the school."


def _national(assessment: Assessment, sources: Sources) -> tuple[Mapping[str, float], str]:
    counts = {name: assessment.figure(name) for name in _STATUSES}
    known = {name: count for name, count in counts.items() if count is not None}
    if len(known) < len(counts) or not sum(known.values()):
        return {}, "National needs stand beside these where both the EHC plans and the SEN support are given."
    mixes = {name: _mix(_STATUSES[name], as_school_year(assessment, name)) for name, count in known.items() if count}
    total = sum(known.values())
    shares = {
        code: sum(known[name] * mix[code].value for name, mix in mixes.items()) / total
        for code in NEEDS
        if all(code in mix for mix in mixes.values())
    }
    wanted = dict.fromkeys(as_school_year(assessment, name) for name in mixes)
    figures = [figure for mix in mixes.values() for figure in mix.values()]
    return shares, _source(figures, tuple(wanted), len(mixes), sources)


def _source(figures: list[Benchmark], wanted: tuple[str, ...], groups: int, sources: Sources) -> str:
    years = tuple(dict.fromkeys(figure.academic_year for figure in figures))
    near = "" if years == wanted else f", the nearest published to {listed(wanted)}"
    mixed = ", EHC plans and SEN support in the proportion of this school" if groups > 1 else ""
    return f"National: {PHASE_TITLES[_PHASE]}, {listed(years)}{near}{mixed}. {sources.name(*figures)}"


def _mix(status: str, year: str) -> Mapping[str, Benchmark]:
    """The published needs by code for the year nearest to this one in which all types are published."""
    by_year: dict[str, dict[str, Benchmark]] = {}
    for figure in load_benchmarks():
        name, _, code = figure.measure.partition(":")
        if (name, figure.phase, figure.sen_status) == ("primary_need_share", _PHASE, status) and code in NEEDS:
            by_year.setdefault(figure.academic_year, {})[code] = figure
    whole = [found for found, mix in by_year.items() if sum(one.value for one in mix.values()) >= _WHOLE_MIX]
    return by_year[min(whole, key=lambda found: (abs(int(found[:4]) - int(year[:4])), found))]


def needs_in_words(profile: NeedProfile) -> str:
    """The same as a sentence: every need with the school's share and the national one."""
    lines = (
        f"{one.name} {percent_in_words(one.share)} (national {percent_in_words(one.national)})" for one in profile.lines
    )
    return f"Main needs, share of pupils: {'; '.join(lines)}."


def percent_in_words(share: float | None) -> str:
    """A share in percent, or that it is not known."""
    return "not known" if share is None else f"{share:.1f}%"
