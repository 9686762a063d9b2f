"""Rating apart: what each may see and send of the others' ratings, and which ratings a change puts out of sight."""

from collections.abc import Mapping
from typing import TypeVar

from sendself.assessment.agreement import may_see_views, views
from sendself.assessment.answers import Answer
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.profile import AreaProfile, profile
from sendself.assessment.progress import whole_progress
from sendself.rubric.model import Theme

OTHERS_ALONE = "what the others rated alone"
"""How it is named that a sender has not seen all of it, and so sends nothing of it."""

Said = TypeVar("Said")


def unseen_themes(assessment: Assessment, viewer: str) -> tuple[Theme, ...]:
    """The themes on which others have said something that `viewer` may not see yet: it has not rated them itself."""
    return tuple(
        theme
        for theme in assessment.rubric.themes()
        if not may_see_views(assessment, theme, viewer)
        and any(said != Answer() for who, said in views(assessment, theme).items() if who != viewer)
    )


def may_send_private(assessment: Assessment, viewer: str) -> bool:
    """Whether `viewer` may read and send what each rated alone: nothing of it is unseen, or every theme is agreed."""
    return not unseen_themes(assessment, viewer) or whole_progress(assessment).done


def as_sent_by(assessment: Assessment, viewer: str) -> Assessment:
    """The evaluation as `viewer` may read and send it.

    Where not all of what each rated alone may be seen yet, that is what is agreed and what `viewer` itself has said;
    `withheld` names the rest. Whoever has not said who they are (`AGREED`) gets what is agreed alone.
    """
    if not assessment.disclosure.private_ratings or may_send_private(assessment, viewer):
        return assessment
    if viewer == AGREED:
        without = Disclosure(**{**dict(assessment.disclosure), "private_ratings": False})
        return assessment.changed(disclosure=without)
    return assessment.changed(
        answers=_said_by(assessment.answers, viewer),
        area_notes=_said_by(assessment.area_notes, viewer),
        withheld=tuple(dict.fromkeys((*assessment.withheld, OTHERS_ALONE))),
    )


def _said_by(tables: Mapping[str, Mapping[str, Said]], viewer: str) -> dict[str, dict[str, Said]]:
    kept = {name: {who: table[who] for who in (AGREED, viewer) if who in table} for name, table in tables.items()}
    return {name: table for name, table in kept.items() if table}


def profiles_seen(assessment: Assessment, viewer: str) -> Mapping[str, tuple[AreaProfile, ...]]:
    """What `viewer` may see on the radar: what is agreed, its own view, and the others'.

    Another's view is over the themes that both it and `viewer` have rated: of others nothing may be seen yet.
    """
    seen = {AGREED: profile(assessment)}
    if assessment.way is Way.TOGETHER or viewer == AGREED:
        return seen
    seen[viewer] = profile(assessment, viewer)
    rated = [theme for theme in assessment.rubric.themes() if may_see_views(assessment, theme, viewer)]
    shared = assessment.changed(answers={theme.id: assessment.answers.get(theme.id, {}) for theme in rated})
    others = (who for who in assessment.perspectives() if who not in (AGREED, viewer))
    return seen | {who: profile(shared, who) for who in others}


def rated_apart(assessment: Assessment) -> int:
    """How many ratings were made apart by the perspectives of those who take part, over all themes."""
    return sum(_ratings_of(assessment, who) for who in assessment.perspectives() if who != AGREED)


def answered_together(assessment: Assessment) -> int:
    """How many themes have an agreed answer, be it words alone."""
    return sum(assessment.answer(theme.id) != Answer() for theme in assessment.rubric.themes())


def out_of_sight_without(assessment: Assessment, person_id: str) -> int:
    """How many ratings nobody would answer for if this person left or rated from another perspective.

    0 when rating together, where ratings made apart are not in sight, and when somebody else shares the perspective.
    """
    if assessment.way is Way.TOGETHER:
        return 0
    person = next((one for one in assessment.participants if one.id == person_id), None)
    others = {one.perspective for one in assessment.participants if one.id != person_id}
    return 0 if person is None or person.perspective in others else _ratings_of(assessment, person.perspective)


def _ratings_of(assessment: Assessment, who: str) -> int:
    return sum(views(assessment, theme)[who].rating is not None for theme in assessment.rubric.themes())
