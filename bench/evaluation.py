"""The evaluation that is measured: the invented school's, with 60 themes and short notes, the same every time."""

from itertools import islice

from sendself.assessment.answers import Answer
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from sendself.rubric.model import FocusArea, Rubric, Theme

THEMES = 60


def evaluation_of_sixty_themes() -> Assessment:
    """The mainstream example with themes of the specialist one that it has not, each answered in a sentence or two."""
    mainstream, specialist = example_assessment(Setting.MAINSTREAM), example_assessment(Setting.SPECIAL)
    known = {theme.id for theme in mainstream.rubric.themes()}
    added = list(islice((one for one in specialist.rubric.themes() if one.id not in known), THEMES - len(known)))
    answers = mainstream.answers | {theme.id: specialist.answers[theme.id] for theme in added}
    return mainstream.changed(
        id="example-of-sixty-themes",
        rubric=_with_themes(mainstream.rubric, added),
        answers={theme: {AGREED: _in_short(said[AGREED])} for theme, said in answers.items()},
    )


def _with_themes(rubric: Rubric, themes: list[Theme]) -> Rubric:
    areas = [_with_its_own(area, themes) for area in rubric.areas]
    return Rubric(**{**dict(rubric), "id": "sixty-themes", "areas": tuple(areas)})


def _with_its_own(area: FocusArea, themes: list[Theme]) -> FocusArea:
    # Duties of a theme would have to be in the rubric too; those of the mainstream rubric are enough.
    own = (theme.model_copy(update={"duties": ()}) for theme in themes if theme.id.startswith(f"{area.id}."))
    return area.model_copy(update={"themes": (*area.themes, *own)})


def _in_short(answer: Answer) -> Answer:
    """The first sentence of each note, and the kinds of evidence without their list."""
    short = {name: _first_sentence(getattr(answer, name)) for name in ("strengths", "development", "reason")}
    return answer.model_copy(update={**short, "evidence": "", "evidence_refs": ()})


def _first_sentence(note: str) -> str:
    first, stop, _ = note.partition(". ")
    return first + stop.strip()
