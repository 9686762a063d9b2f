"""The words of an example for a school unlike the invented one: taken from the rubric, and so true of no phase alone.

Each says that it is an example, so that a sentence taken out of its place is not read as one about a real school.
"""

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, State
from sendself.assessment.english import listed
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Highlight, Priority
from sendself.assessment.model import Assessment
from sendself.assessment.words import EVIDENCE_NAMES
from sendself.rubric.model import LEVELS, FocusArea, Rubric, Theme

MARK = "EXAMPLE:"


def with_neutral_words(assessment: Assessment) -> Assessment:
    """The same evaluation with the same ratings, every word of it neutral: no year group, no subject, no place."""
    rubric = assessment.rubric
    return assessment.changed(
        answers={
            theme.id: {AGREED: _answer(theme, assessment.answer(theme.id))}
            for theme in rubric.themes()
            if theme.id in assessment.answers
        },
        area_notes={area.id: {AGREED: _area_note(assessment, area)} for area in rubric.areas},
        highlights=tuple(_highlight(rubric, item) for item in assessment.highlights),
        priorities=tuple(_priority(rubric, item) for item in assessment.priorities),
        documents={
            name: DocumentAnswer(state=said.state, dated=said.dated) for name, said in assessment.documents.items()
        },
        evidence=tuple(_evidence(item) for item in assessment.evidence),
        actions=tuple(_action(rubric, item) for item in assessment.actions),
    )


def _answer(theme: Theme, said: Answer) -> Answer:
    level = said.rating if isinstance(said.rating, int) else None
    ahead = level is not None and level < max(LEVELS)
    return said.model_copy(
        update={
            "reason": f"{MARK} why it does not apply." if said.rating is State.NOT_APPLICABLE else "",
            "strengths": f"{MARK} {theme.level(level)}" if level else "",
            "development": f"{MARK} next, {theme.level(level + 1)}" if level and ahead else f"{MARK} {theme.ask}",
            "evidence": f"{MARK} {theme.look_for[0]}." if said.evidence else "",
        }
    )


def _area_note(assessment: Assessment, area: FocusArea) -> AreaNote:
    rated = sorted(
        (rating, theme.title) for theme in area.themes if isinstance(rating := assessment.answer(theme.id).rating, int)
    )
    highest, lowest = ([title for rating, title in rated if rating == rated[end][0]] for end in (-1, 0))
    return AreaNote(
        strengths=f"{MARK} rated highest: {listed(highest)}.", development=f"{MARK} rated lowest: {listed(lowest)}."
    )


def _highlight(rubric: Rubric, item: Highlight) -> Highlight:
    text = rubric.theme(item.theme).statement if item.theme else "a strength."
    return item.model_copy(update={"text": f"{MARK} {text}"})


def _priority(rubric: Rubric, item: Priority) -> Priority:
    return item.model_copy(update={"text": f"{MARK} work first on {_titles(rubric, item.themes)}."})


def _titles(rubric: Rubric, themes: tuple[str, ...]) -> str:
    return listed(f"“{rubric.theme(theme).title}”" for theme in themes)


def _evidence(item: Evidence) -> Evidence:
    kind = EVIDENCE_NAMES[item.kind].lower() if item.kind else "something to look at"
    return item.model_copy(update={"title": f"{MARK} {kind}", "link": "", "note": ""})


def _action(rubric: Rubric, item: Action) -> Action:
    about = f"what is done about {_titles(rubric, item.themes)}" if item.themes else "what is done"
    return item.model_copy(
        update={
            "what": f"{MARK} {about}.",
            "success": f"{MARK} how it will be seen to have worked." if item.success else "",
            "resources": f"{MARK} what it takes." if item.resources else "",
            "owner": "SENCO" if item.owner else "",
        }
    )
