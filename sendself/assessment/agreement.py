"""Where those who rated apart say the same, where they differ, and what is settled."""

from collections.abc import Collection
from dataclasses import dataclass

from sendself.assessment.answers import Answer, Rating
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.rubric.model import Theme

ASKED = ("senco", "slt")
"""Those whom the SEND Review Guide asks to complete the form together."""


@dataclass(frozen=True, slots=True)
class AgreementState:
    """Every theme once: agreed already, the same from all, different, parked for later, or waiting for a rating.

    The largest difference comes first; all else is in the order of the rubric.
    """

    agreed: tuple[Theme, ...]
    same: tuple[Theme, ...]
    different: tuple[Theme, ...]
    parked: tuple[Theme, ...]
    waiting: tuple[Theme, ...]


def views(assessment: Assessment, theme: Theme) -> dict[str, Answer]:
    """What each perspective says about a theme, in the order of the participants."""
    return {who: assessment.answer(theme.id, who) for who in assessment.perspectives() if who != AGREED}


def may_see_views(assessment: Assessment, theme: Theme, viewer: str) -> bool:
    """Whether a perspective may see what the others say about a theme: only once it has rated the theme itself.

    Whoever has not said who they are (`AGREED`) may not.
    """
    return viewer != AGREED and assessment.answer(theme.id, viewer).rating is not None


def waited_for(assessment: Assessment, without: Collection[str] = ()) -> tuple[str, ...]:
    """The perspectives without whose rating a theme is not ready to be settled, in the order of the participants.

    Where SENCO and senior leader both take part it is these two: whoever else rates a theme is heard, and blocks none.
    Otherwise it is everybody. Nobody waits for those who did not take part or whom the meeting goes on `without`.
    """
    there = {person.perspective for person in assessment.participants if person.took_part} - {AGREED, *without}
    asked = there & set(ASKED)
    needed = asked if len(asked) == len(ASKED) else there
    return tuple(who for who in assessment.perspectives() if who in needed)


def missing(assessment: Assessment, theme: Theme, without: Collection[str] = ()) -> tuple[str, ...]:
    """The perspectives whose rating a theme waits for."""
    needed = waited_for(assessment, without)
    return tuple(who for who in needed if assessment.answer(theme.id, who).rating is None)


def silent(assessment: Assessment) -> tuple[str, ...]:
    """The perspectives on the list of participants that have rated no theme at all."""
    rated = {who for table in assessment.answers.values() for who, said in table.items() if said.rating is not None}
    return tuple(who for who in assessment.perspectives() if who != AGREED and who not in rated)


def is_settled(assessment: Assessment, theme: Theme) -> bool:
    """Whether a theme has an agreed answer that is not parked: then nobody's own view of it is waited for."""
    agreed = assessment.answer(theme.id)
    return agreed.rating is not None and not agreed.parked


def standing(assessment: Assessment, without: Collection[str] = ()) -> AgreementState:
    """How far the participants have come in agreeing; `without` are perspectives that they no longer wait for.

    A theme stays parked until the agreed answer has a level and is not parked itself.
    """
    places: dict[str, list[Theme]] = {name: [] for name in AgreementState.__dataclass_fields__}
    for theme in assessment.rubric.themes():
        places[_place(assessment, theme, without)].append(theme)
    places["different"].sort(key=lambda theme: -difference(_ratings(assessment, theme)))
    return AgreementState(**{name: tuple(themes) for name, themes in places.items()})


def difference(ratings: list[Rating]) -> int:
    """How far ratings lie apart: levels between the highest and the lowest; a level against a state counts as one."""
    levels = [rating for rating in ratings if isinstance(rating, int)]
    spread = max(levels) - min(levels) if levels else 0
    return max(spread, 1 if len(set(ratings)) > 1 else 0)


def _place(assessment: Assessment, theme: Theme, without: Collection[str]) -> str:
    agreed, ratings = assessment.answer(theme.id), _ratings(assessment, theme)
    if is_settled(assessment, theme):
        return "agreed"
    if agreed.parked or any(said.parked for said in views(assessment, theme).values()):
        return "parked"
    if not ratings or missing(assessment, theme, without):
        return "waiting"
    return "same" if len(set(ratings)) == 1 else "different"


def _ratings(assessment: Assessment, theme: Theme) -> list[Rating]:
    return [said.rating for said in views(assessment, theme).values() if said.rating is not None]
