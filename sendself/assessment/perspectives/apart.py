"""Rating apart: what each may see and send of the others' ratings, and which ratings a change puts out of sight."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from sendself.assessment.agreement import may_see_views, views
from sendself.assessment.answers import Answer
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.perspectives.named import differences_seen
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
    own = _with_views_of(assessment, (AGREED, viewer))
    return own.changed(withheld=tuple(dict.fromkeys((*own.withheld, OTHERS_ALONE))))


def as_kept_by(assessment: Assessment, viewer: str) -> Assessment:
    """The evaluation as a copy for `viewer` holds it, who did not ask for what the others rated alone.

    Nothing that somebody who takes part has said is left out once `viewer` may see all of it. What is left out is not
    empty there but not there at all, with its versions: a copy that is joined says nothing of it.
    """
    if assessment.way is Way.TOGETHER:
        return assessment
    seen = {one.id for one in differences_seen(assessment, viewer)}
    kept = {AGREED, viewer, *(assessment.perspectives() if may_send_private(assessment, viewer) else ())}
    return _with_views_of(assessment, kept).changed(
        differences=tuple(one for one in assessment.differences if one.id in seen),
        versions={
            text: version
            for text, version in assessment.versions.items()
            if (key := EntryKey.read(text)) is None
            or (key.perspective in kept and (key.kind != "difference" or key.subject_id in seen))
        },
    )


def _with_views_of(assessment: Assessment, kept: Collection[str]) -> Assessment:
    """With what these perspectives have said, and no other."""
    return assessment.changed(
        answers=_said_by(assessment.answers, kept), area_notes=_said_by(assessment.area_notes, kept)
    )


def _said_by(tables: Mapping[str, Mapping[str, Said]], kept: Collection[str]) -> dict[str, dict[str, Said]]:
    said = {name: {who: one for who, one in table.items() if who in kept} for name, table in tables.items()}
    return {name: table for name, table in said.items() if table}


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
