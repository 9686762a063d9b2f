"""Which published measure stands beside a figure of the school, and why there is none where there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sendself.assessment.english import listed
from sendself.assessment.model import Assessment
from sendself.context.national.benchmarks import PHASE_TITLES, Benchmark, load_benchmarks, nearest
from sendself.context.schools.national_phase import is_among_mainstream, national_phases
from sendself.context.schools.school_phase import POST_16
from sendself.rubric.duty import Setting


@dataclass(frozen=True, slots=True)
class Published:
    """A published measure for the pupils of one SEN status; `part_year` is the same for a term or two, best first."""

    measure: str
    status: str = "all"
    part_year: tuple[str, ...] = ()


_ABSENCE = ("absence_overall_rate", ("absence_overall_rate_autumn_spring", "absence_overall_rate_autumn_term"))
_PERSISTENT = (
    "persistent_absence_rate",
    ("persistent_absence_rate_autumn_spring", "persistent_absence_rate_autumn_term"),
)
_SUSPENSIONS = ("suspension_rate", ("suspension_rate_autumn_term",))
_SHARE = "pct_pupils_with_sen_provision"
_ANY, _NONE = "any SEN", "no SEN"

PUBLISHED: Mapping[str, Published] = {
    "ehc_plans": Published(_SHARE, "EHCP"),
    "sen_support": Published(_SHARE, "SEN support"),
    "send": Published(_SHARE, _ANY),
    "fsm": Published("fsm_eligible"),
    "fsm_send": Published("fsm_eligible", _ANY),
    "attendance": Published(_ABSENCE[0], "all", _ABSENCE[1]),
    "attendance_send": Published(_ABSENCE[0], _ANY, _ABSENCE[1]),
    "persistent_absence": Published(_PERSISTENT[0], "all", _PERSISTENT[1]),
    "persistent_absence_send": Published(_PERSISTENT[0], _ANY, _PERSISTENT[1]),
    "persistent_absence_others": Published(_PERSISTENT[0], _NONE, _PERSISTENT[1]),
    "suspensions": Published(_SUSPENSIONS[0], "all", _SUSPENSIONS[1]),
    "suspensions_send": Published(_SUSPENSIONS[0], _ANY, _SUSPENSIONS[1]),
    "exclusions": Published("permanent_exclusion_rate"),
    "exclusions_send": Published("permanent_exclusion_rate", _ANY),
    "suspended": Published("pupils_with_one_or_more_suspension_rate"),
    "suspended_send": Published("pupils_with_one_or_more_suspension_rate", _ANY),
}
"""By measure of the context, or number made of several (see `asked_from`), what is published of the same."""

EACH_ITS_OWN = frozenset({"roll", "places", "senco_days"})
"""Figures that say nothing beside those of other schools."""

_PARTS = ("EHCP", "SEN support")
_TOGETHER = tuple(PHASE_TITLES[phase] for phase in ("all_state_funded", "all_schools"))


def benchmark_for(assessment: Assessment, name: str, year: str) -> Benchmark | None:
    """The national figure for the school's own phase and the year nearest to this one; `None` where there is none."""
    phases = national_phases(assessment.school, assessment.setting) if name in PUBLISHED else ()
    found = (figure_for(PUBLISHED[name], phase, year) for phase in phases)
    return next((figure for figure in found if figure), None)


def figure_for(
    published: Published, phase: str, year: str, figures: Sequence[Benchmark] | None = None
) -> Benchmark | None:
    """The figure of a phase for the year nearest to this one, of those given or shipped; `None` where there is none.

    One for a whole year comes before one for a part of it, however near.
    """
    found = (
        nearest(measure, phase, published.status, year, figures)
        for measure in (published.measure, *published.part_year)
    )
    return next((figure for figure in found if figure), None)


def usual_phase(assessment: Assessment) -> str:
    """The phase whose figures stand beside those of the school, the narrowest; empty where it compares with nobody."""
    return next(iter(national_phases(assessment.school, assessment.setting)), "")


def compared_loosely(assessment: Assessment) -> bool:
    """Whether most of the schools behind the national figures are not like the school, which has to be said."""
    return is_among_mainstream(assessment.school, assessment.setting)


def is_phase_missing(assessment: Assessment) -> bool:
    """Whether a school is compared with nobody because nobody has said which phase it is."""
    alone = assessment.setting is Setting.RESOURCED_PROVISION or assessment.school.phase == POST_16
    return not alone and not national_phases(assessment.school, assessment.setting)


def why_none(assessment: Assessment, name: str) -> str:
    """Why no national figure stands beside one of the school's, as a sentence that is true of what is published."""
    if name in EACH_ITS_OWN:
        return "Not compared: each school has its own."
    if assessment.setting is Setting.RESOURCED_PROVISION:
        return "None is published for resourced provision."
    found = _published_anywhere(name)
    if not found:
        return "No national figure to compare it with was found."
    if is_phase_missing(assessment):
        return "Not compared: the phase of the school is not known."
    of_school = usual_phase(assessment)
    return _published_elsewhere(found, PUBLISHED[name].status, PHASE_TITLES[of_school] if of_school else "colleges")


def _published_elsewhere(found: list[Benchmark], status: str, like: str) -> str:
    phases = [title for phase, title in PHASE_TITLES.items() if phase in {one.phase for one in found}]
    by_phase = [title for title in phases if title not in _TOGETHER]
    if by_phase:
        return f"Published for {listed(by_phase)}, not for {like}."
    if status not in {one.sen_status for one in found}:
        return f"Published for EHC plans and for SEN support, each for {phases[0]} together only."
    return f"Published for {phases[0]} together only, not by phase."


def _published_anywhere(name: str) -> list[Benchmark]:
    """Every figure of the same, for any phase, and for both kinds of SEN apart where it is about both together."""
    published = PUBLISHED.get(name)
    if published is None:
        return []
    measures = {published.measure, *published.part_year}
    own = [one for one in load_benchmarks() if one.measure in measures and one.sen_status == published.status]
    apart = _PARTS if published.status == _ANY and not own else ()
    return own or [one for one in load_benchmarks() if one.measure in measures and one.sen_status in apart]
