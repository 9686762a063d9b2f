"""National figures to show beside a school's own, each with its year, publication, address and kind of source.

What exists for full years by phase of school (measure: SEN status: phases):

- pct_pupils_with_sen_provision: EHCP, SEN support: primary, secondary, special, pupil referral units (2020/21).
  Any SEN: primary, secondary, alternative provision, nursery, independent, from pages that quote the DfE.
- fsm_eligible: all: primary, secondary, special, alternative provision; fsm_ever6: all: primary, secondary, special.
- absence_overall_rate, severe_absence_rate, suspension_rate, pupils_with_one_or_more_suspension_rate,
  permanent_exclusion_rate: all: primary, secondary, special. Attendance is what absence leaves of 100.
- persistent_absence_rate (10 % of sessions or more): all: primary, secondary, special; any SEN: the same, computed;
  no SEN: primary, secondary, computed.

By SEN status, absence and suspension exist for all state-funded schools together only ("all_state_funded"), some of
them for part of a year (measures ending in _autumn_term or _autumn_spring). Of alternative provision absence,
persistent absence and suspensions of all pupils exist for a term or two only. `nearest` never puts one phase in the
place of another; `published` says which figure stands beside which of a school's. Primary-need shares
(primary_need_share:ASD and so on) are from the school census; ehc_plan_primary_need_share_sen2 counts plans of people
aged 0 to 25 wherever they learn, and is not to be set beside a school's register.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sendself.assessment.school_years import school_year_in

SHIPPED_BENCHMARKS = Path(__file__).resolve().parents[2] / "data" / "benchmarks.json"

PHASE_TITLES = {
    "state_funded_primary": "state-funded primary schools",
    "state_funded_secondary": "state-funded secondary schools",
    "special": "state-funded and non-maintained special schools",
    "state_funded_ap": "state-funded alternative provision",
    "state_funded_nursery": "state-funded nursery schools",
    "pupil_referral_unit": "pupil referral units",
    "independent": "independent schools",
    "all_state_funded": "all state-funded schools",
    "all_schools": "all schools",
    "all_settings_0_25": "all EHC plans, ages 0 to 25, in every kind of setting",
}

_SOURCE_ORDER = ("official data file", "official page", "computed", "secondary page")


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One national figure. `how` says how a computed one was made; `part_year` marks figures for one or two terms.

    `academic_year` is printed as published ("2023/24", "2023/24 autumn term", "2023-24 (financial year)").
    """

    measure: str
    phase: str
    sen_status: str
    value: float
    unit: str
    academic_year: str
    publication: str
    url: str
    source_kind: str
    part_year: bool
    how: str | None = None
    note: str | None = None


@cache
def load_benchmarks(path: Path | None = None) -> tuple[Benchmark, ...]:
    """Every national figure of the file at `path`, or of the shipped one.

    Raises ValueError, naming the file and the entry, when one is incomplete or without a source.
    """
    chosen = path or SHIPPED_BENCHMARKS
    figures = []
    for number, entry in enumerate(json.loads(chosen.read_text(encoding="utf-8")), start=1):
        try:
            figure = Benchmark(**entry)
            _start(figure.academic_year)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{chosen.name}, entry {number}: {error}. Complete or remove the entry.") from error
        if not (figure.publication and figure.url.startswith("https://") and figure.source_kind):
            raise ValueError(f"{chosen.name}, entry {number}: no publication, address or kind of source. Add it.")
        figures.append(figure)
    return tuple(figures)


def nearest(
    measure: str, phase: str, sen_status: str, year: str, figures: Sequence[Benchmark] | None = None
) -> Benchmark | None:
    """The figure of this measure, phase and SEN status for `year`, else for the nearest year, else None.

    Of two years equally near it is the earlier. Within a year an official data file comes before an official page,
    a computed figure and a page that quotes the DfE, and of two alike the one with more decimals. Another phase is
    never taken. Print the figure's own year beside it. Raises ValueError when `year` is not of the form 2023/24.
    """
    wanted = _start(year)
    candidates = [
        figure
        for figure in (load_benchmarks() if figures is None else figures)
        if (figure.measure, figure.phase, figure.sen_status) == (measure, phase, sen_status)
    ]

    def distance(figure: Benchmark) -> tuple[int, int, int, int]:
        start = _start(figure.academic_year)
        return abs(start - wanted), start, _source_order(figure), -_decimals(figure.value)

    return min(candidates, key=distance, default=None)


def _start(year: str) -> int:
    found = school_year_in(year)
    if found is None:
        raise ValueError(f"{year!r} is not an academic year of the form 2023/24")
    return int(found[:4])


def _source_order(figure: Benchmark) -> int:
    kinds = (place for place, kind in enumerate(_SOURCE_ORDER) if figure.source_kind.startswith(kind))
    return next(kinds, len(_SOURCE_ORDER))


def _decimals(value: float) -> int:
    return len(str(value).partition(".")[2].rstrip("0"))
