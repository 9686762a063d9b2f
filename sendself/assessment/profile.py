"""The profile: how many themes stand at each level, area by area, and what must not be averaged away."""

from dataclasses import dataclass

from sendself.assessment.answers import DutyState, State
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.progress import Progress
from sendself.rubric.duty import Duty
from sendself.rubric.model import LEVELS, FocusArea, Rubric, Theme


@dataclass(frozen=True, slots=True)
class AreaProfile:
    """One focus area of the profile.

    `counts` has the themes at levels 1 to 4. `mean` is of the rated themes only and `None` when there is none; it is
    never shown without `rated`, `lowest` and `duties_not_met`.
    """

    area: FocusArea
    counts: tuple[int, int, int, int]
    dont_know: int
    not_applicable: int
    not_looked_at: int
    unanswered: int
    mean: float | None
    lowest: tuple[Theme, ...]
    duties_not_met: tuple[Duty, ...]

    @property
    def rated(self) -> int:
        """Themes with a level."""
        return sum(self.counts)

    @property
    def total(self) -> int:
        """Themes of the area."""
        return len(self.area.themes)


def area_profile(assessment: Assessment, area: FocusArea, perspective: str = AGREED) -> AreaProfile:
    """The profile of one focus area as a perspective sees it."""
    ratings = {theme.id: assessment.answer(theme.id, perspective).rating for theme in area.themes}
    levels = [rating for rating in ratings.values() if isinstance(rating, int)]
    states = [rating for rating in ratings.values() if isinstance(rating, State)]
    lowest = min(levels, default=None)
    one, two, three, four = (levels.count(level) for level in LEVELS)
    return AreaProfile(
        area=area,
        counts=(one, two, three, four),
        dont_know=states.count(State.DONT_KNOW),
        not_applicable=states.count(State.NOT_APPLICABLE),
        not_looked_at=states.count(State.NOT_LOOKED_AT),
        unanswered=sum(rating is None for rating in ratings.values()),
        mean=sum(levels) / len(levels) if levels else None,
        lowest=tuple(theme for theme in area.themes if lowest is not None and ratings[theme.id] == lowest),
        duties_not_met=tuple(
            duty for duty in area_duties(assessment, area) if assessment.duty(duty.id).state is DutyState.NOT_MET
        ),
    )


def profile(assessment: Assessment, perspective: str = AGREED) -> tuple[AreaProfile, ...]:
    """The profile of every focus area, in the order of the rubric."""
    return tuple(area_profile(assessment, area, perspective) for area in assessment.rubric.areas)


def binding_duties(assessment: Assessment) -> tuple[Duty, ...]:
    """The duties that concern this school, each once, in the order of the rubric's themes."""
    ids = dict.fromkeys(duty_id for theme in assessment.rubric.themes() for duty_id in theme.duties)
    return tuple(duty for duty in (assessment.rubric.duty(duty_id) for duty_id in ids) if _binds(assessment, duty))


def duties_in_state(assessment: Assessment, state: DutyState | None) -> tuple[Duty, ...]:
    """The duties that concern this school and are answered so; `None` gives those without an answer."""
    return tuple(duty for duty in binding_duties(assessment) if assessment.duty(duty.id).state is state)


def place_of_duty(rubric: Rubric, duty: Duty) -> tuple[FocusArea, Theme]:
    """Where a duty is asked: the first theme that names it, with its area.

    Raises:
        ValueError: no theme of the rubric names the duty; those of `binding_duties` are all named.
    """
    for area in rubric.areas:
        for theme in area.themes:
            if duty.id in theme.duties:
                return area, theme
    raise ValueError(f"No theme of the rubric {rubric.id} names the duty {duty.id}: it is asked nowhere.")


def other_duties(assessment: Assessment) -> tuple[Duty, ...]:
    """The duties of the rubric that do not concern this school, in the order of the rubric."""
    return tuple(duty for duty in assessment.rubric.duties if not _binds(assessment, duty))


def duties_progress(assessment: Assessment) -> Progress:
    """How many of the duties that concern this school have an answer."""
    binding = binding_duties(assessment)
    return Progress(sum(assessment.duty(duty.id).state is not None for duty in binding), len(binding))


def theme_duties(assessment: Assessment, theme: Theme) -> tuple[Duty, ...]:
    """The duties of one theme that concern this school."""
    duties = (assessment.rubric.duty(duty_id) for duty_id in theme.duties)
    return tuple(duty for duty in duties if _binds(assessment, duty))


def area_duties(assessment: Assessment, area: FocusArea) -> tuple[Duty, ...]:
    """The duties of an area's themes that concern this school, each once."""
    found = {duty.id: duty for theme in area.themes for duty in theme_duties(assessment, theme)}
    return tuple(found.values())


def _binds(assessment: Assessment, duty: Duty) -> bool:
    school = assessment.school
    return duty.binds(school.kind, assessment.setting, primary=school.primary, secondary=school.secondary)
