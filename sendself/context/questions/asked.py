"""Questions the data asks: where a rating and a figure pull apart, one sentence with the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from sendself.assessment.figures import impossible_figures
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.context.alike.standing import NotCompared, Standing
from sendself.context.questions.asked_from import Given, made_of
from sendself.context.questions.rules import Rule, shipped_data_questions
from sendself.rubric.loader import rubric_for


@dataclass(frozen=True, slots=True)
class DataQuestion:
    """One question: the theme it comes from, the sentence, and why it is asked."""

    theme: str
    text: str
    reason: str


def questions_for(
    assessment: Assessment,
    area_id: str,
    *,
    standings: Sequence[Standing | NotCompared] = (),
    perspective: str = AGREED,
    rules: Sequence[Rule] | None = None,
) -> tuple[DataQuestion, ...]:
    """What the data asks of a focus area as a perspective rated it, in the order of the rules.

    `standings` are those of the evaluation's own figures; without them no rule of that kind asks. A figure that is
    missing, withheld or contradicts another asks nothing. Raises `KeyError` for an area that is not in the rubric.
    """
    area = assessment.rubric.area(area_id)
    themes = {theme.id for theme in area.themes}
    given = Given(assessment, standings)
    impossible = {wrong.measure for wrong in impossible_figures(assessment.context)}
    found = []
    for rule in shipped_data_questions() if rules is None else rules:
        theme = _theme_of(rule, assessment)
        if theme not in themes or not _is_asked_of(rule, assessment) or impossible & _measures(rule):
            continue
        rating = assessment.answer(theme, perspective).rating
        # A theme without a level pulls against nothing.
        if isinstance(rating, int) and rule.rating.holds(rating) and (told := rule.when.told(given)):
            text = rule.ask.format(level=assessment.rubric.level_name(rating), **told)
            found.append(DataQuestion(theme, text, rule.reason))
    return tuple(found)


def _theme_of(rule: Rule, assessment: Assessment) -> str | None:
    """The theme that a rule names for the rubric; a rubric of one's own keeps the ids of the one it began as."""
    return rule.themes.get(assessment.rubric.id) or rule.themes.get(rubric_for(assessment.setting).id)


def _is_asked_of(rule: Rule, assessment: Assessment) -> bool:
    return not rule.settings or assessment.setting in rule.settings


def _measures(rule: Rule) -> set[str]:
    return {measure for name in rule.when.names() for measure in made_of(name)}
