"""How far an evaluation has come: which themes have an answer, area by area."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sendself.assessment.agreement import is_settled
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.model import FocusArea, Theme


@dataclass(frozen=True, slots=True)
class Progress:
    """`answered` themes of `total`; `parked` of them wait for later.

    `agreed` of the answered ones have no answer of the perspective's own, and need none: it is agreed already.
    """

    answered: int
    total: int
    parked: int = 0
    agreed: int = 0

    @property
    def done(self) -> bool:
        """Whether every theme has an answer and none is parked."""
        return self.answered == self.total and not self.parked

    @property
    def words(self) -> str:
        """The state as a task list says it."""
        if self.parked:
            return f"{self.answered} of {self.total}, {self.parked} parked"
        if not self.answered:
            return "not started"
        return "done" if self.done else f"{self.answered} of {self.total}"


class ThemeState(StrEnum):
    """How far one theme has come, as a task list says it."""

    DONE = "done"
    AGREED = "agreed"
    TO_DO = "to do"
    PARKED = "parked"


def theme_state(assessment: Assessment, theme: Theme, perspective: str = AGREED) -> ThemeState:
    """The state of one theme for one perspective; what is parked waits, whether it has an answer or not.

    For who rates alone a theme that is agreed is nothing to do any more, whatever they said of it.
    """
    if perspective != AGREED and is_settled(assessment, theme):
        return ThemeState.AGREED
    answer = assessment.answer(theme.id, perspective)
    if answer.parked:
        return ThemeState.PARKED
    return ThemeState.TO_DO if answer.rating is None else ThemeState.DONE


def area_progress(assessment: Assessment, area: FocusArea, perspective: str = AGREED) -> Progress:
    """The progress of one perspective in one focus area."""
    return _progress(assessment, area.themes, perspective)


def whole_progress(assessment: Assessment, perspective: str = AGREED) -> Progress:
    """The progress of one perspective over all focus areas."""
    return _progress(assessment, assessment.rubric.themes(), perspective)


def _progress(assessment: Assessment, themes: Iterable[Theme], perspective: str) -> Progress:
    states = {theme.id: theme_state(assessment, theme, perspective) for theme in themes}
    rated = {theme for theme in states if assessment.answer(theme, perspective).rating is not None}
    agreed = {theme for theme, state in states.items() if state is ThemeState.AGREED}
    return Progress(
        answered=len(rated | agreed),
        total=len(states),
        parked=list(states.values()).count(ThemeState.PARKED),
        agreed=len(agreed - rated),
    )
