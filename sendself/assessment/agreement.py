"""Where those who rated apart say the same, where they differ, and what is settled."""

from dataclasses import dataclass

from sendself.assessment.model import AGREED, Answer, Assessment, Rating
from sendself.rubric.model import Theme


@dataclass(frozen=True, slots=True)
class Standing:
    """Every theme once: agreed already, the same from all, different (largest difference first), or waiting."""

    agreed: tuple[Theme, ...]
    same: tuple[Theme, ...]
    different: tuple[Theme, ...]
    waiting: tuple[Theme, ...]


def views(assessment: Assessment, theme: Theme) -> dict[str, Answer]:
    """What each perspective says about a theme, in the order of the participants."""
    return {who: assessment.answer(theme.id, who) for who in assessment.perspectives() if who != AGREED}


def standing(assessment: Assessment) -> Standing:
    """How far the participants have come in agreeing."""
    agreed, same, different, waiting = [], [], [], []
    for theme in assessment.rubric.themes():
        ratings = [said.rating for said in views(assessment, theme).values()]
        if assessment.answer(theme.id).rating is not None:
            agreed.append(theme)
        elif not ratings or None in ratings:
            waiting.append(theme)
        elif len(set(ratings)) == 1:
            same.append(theme)
        else:
            different.append((-difference(ratings), theme))
    different.sort(key=lambda entry: entry[0])
    return Standing(tuple(agreed), tuple(same), tuple(theme for _, theme in different), tuple(waiting))


def difference(ratings: list[Rating | None]) -> int:
    """How far ratings lie apart: levels between the highest and the lowest; a level against a state counts as one."""
    levels = [rating for rating in ratings if isinstance(rating, int)]
    spread = max(levels) - min(levels) if levels else 0
    return max(spread, 1 if len(set(ratings)) > 1 else 0)
