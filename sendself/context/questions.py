"""Questions the data asks: where a rating and a figure pull apart, one sentence with the figures. Rules are data."""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator

from sendself.assessment.disclosure import SMALL
from sendself.assessment.measures import BY_ID, impossible_figures, number_in_words
from sendself.assessment.model import AGREED, Assessment
from sendself.context.standing import Among, NotCompared, Standing, in_words, may_be_shown
from sendself.rubric.loader import SHIPPED, RubricError, read_yaml, shipped_rubrics
from sendself.rubric.model import AreaId, DutyId, Frozen, LevelNumber, Rubric, Setting, ThemeId, Words

SHIPPED_RULES = SHIPPED / "data_questions.yaml"

# Numbers made of the figures that the school gives: what is added and what is taken away.
DERIVED: Mapping[str, Mapping[str, int]] = {
    "send": {"ehc_plans": 1, "sen_support": 1},
    "others": {"roll": 1, "ehc_plans": -1, "sen_support": -1},
    "without_plan": {"roll": 1, "ehc_plans": -1},
    "suspensions_others": {"suspensions": 1, "suspensions_send": -1},
    "exclusions_others": {"exclusions": 1, "exclusions_send": -1},
}
# A percentage of a handful of pupils says as much as their number.
_PUPILS_BEHIND = {"attendance_send": ("send", "others")}
_NOUNS = {
    "pupils": ("pupil", "pupils"),
    "suspensions": ("suspension", "suspensions"),
    "exclusions": ("permanent exclusion", "permanent exclusions"),
    "places": ("place", "places"),
    "days": ("day", "days"),
}


def _known(name: str) -> str:
    if name not in BY_ID and name not in DERIVED:
        raise ValueError(
            f"there is no figure {name!r}: use a measure of the context page or one of {', '.join(DERIVED)}"
        )
    return name


FigureName = Annotated[str, AfterValidator(_known)]
_Limit = Annotated[float, Field(allow_inf_nan=False, ge=-1000, le=1000)] | None


class _Given(NamedTuple):
    """What a condition is checked against."""

    assessment: Assessment
    standings: Sequence[Standing | NotCompared]

    def value(self, name: str) -> Fraction | None:
        """A figure without rounding; `None` when one that it is made of is missing or they contradict each other."""
        total = Fraction(0)
        for measure, sign in _made_of(name).items():
            figure = self.assessment.figure(measure)
            if figure is None:
                return None
            total += sign * Fraction(str(figure))
        return total if total >= 0 else None

    def words(self, name: str) -> str:
        """A figure with its noun: "1 suspension", "40 pupils", "94.6%"."""
        value = self.value(name) or Fraction(0)
        unit = BY_ID[next(iter(_made_of(name)))].unit
        number = number_in_words(float(value))
        return f"{number}%" if unit == "percent" else f"{number} {_NOUNS[unit][value != 1]}"


class _Limited(Frozen):
    """A condition with one limit, which is itself enough."""

    at_least: _Limit = None
    at_most: _Limit = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give either at_least or at_most")
        return self

    def _holds(self, value: Fraction) -> bool:
        if self.at_least is not None:
            return value >= Fraction(str(self.at_least))
        return value <= Fraction(str(self.at_most))


class Part(Frozen):
    """A figure as a share of another: suspensions of pupils with SEND, of pupils with SEND."""

    figure: FigureName
    of: FigureName

    def per_100(self, given: _Given) -> Fraction | None:
        """The figure for each hundred of what it is counted on; `None` when that is missing or nothing."""
        value, whole = given.value(self.figure), given.value(self.of)
        return 100 * value / whole if value is not None and whole else None


class Ratio(_Limited):
    """How many times as high one rate is as another; the first rests on at least `events` to say anything."""

    words: ClassVar[tuple[str, ...]] = ("count", "group", "rate", "other_count", "other_group", "other_rate")
    kind: Literal["ratio"]
    rate: Part
    beside: Part
    events: Annotated[int, Field(ge=1)] = 1

    def names(self) -> tuple[str, ...]:
        """The figures it reads."""
        return self.rate.figure, self.rate.of, self.beside.figure, self.beside.of

    def told(self, given: _Given) -> dict[str, str] | None:
        """The words for the sentence where the condition holds."""
        rate, other = self.rate.per_100(given), self.beside.per_100(given)
        if rate is None or other is None or (given.value(self.rate.figure) or 0) < self.events:
            return None
        # Any rate is endlessly higher than none.
        if not (self._holds(rate / other) if other else self.at_least is not None):
            return None
        names = ("count", "group", "other_count", "other_group")
        told = {word: given.words(name) for word, name in zip(names, self.names(), strict=True)}
        return {**told, "rate": _rounded(rate), "other_rate": _rounded(other)}


class Gap(_Limited):
    """By how many percentage points one percentage is above another; below it the gap is negative."""

    words: ClassVar[tuple[str, ...]] = ("higher", "lower", "gap")
    kind: Literal["gap"]
    higher: FigureName
    lower: FigureName

    @model_validator(mode="after")
    def _percentages(self) -> Self:
        if any(name in DERIVED or BY_ID[name].unit != "percent" for name in self.names()):
            raise ValueError("a gap is between two figures in percent")
        return self

    def names(self) -> tuple[str, ...]:
        """The figures it reads."""
        return self.higher, self.lower

    def told(self, given: _Given) -> dict[str, str] | None:
        """The words for the sentence where the condition holds."""
        higher, lower = given.value(self.higher), given.value(self.lower)
        if higher is None or lower is None or not self._holds(higher - lower):
            return None
        gap = _rounded(abs(higher - lower))
        return {"higher": given.words(self.higher), "lower": given.words(self.lower), "gap": gap}


class Rate(_Limited):
    """How many there are for each hundred of something else."""

    words: ClassVar[tuple[str, ...]] = ("count", "group", "rate")
    kind: Literal["rate"]
    rate: Part

    def names(self) -> tuple[str, ...]:
        """The figures it reads."""
        return self.rate.figure, self.rate.of

    def told(self, given: _Given) -> dict[str, str] | None:
        """The words for the sentence where the condition holds."""
        rate = self.rate.per_100(given)
        if rate is None or not self._holds(rate):
            return None
        return {"count": given.words(self.rate.figure), "group": given.words(self.rate.of), "rate": _rounded(rate)}


class Far(Frozen):
    """A share above or below nearly all schools of the group: the percentile over or under a number."""

    words: ClassVar[tuple[str, ...]] = ("share", "standing")
    kind: Literal["standing"]
    measure: Literal["ehc_plans", "sen_support", "fsm"]
    among: Among
    over: Annotated[float, Field(ge=50, lt=100)] | None = None
    under: Annotated[float, Field(gt=0, le=50)] | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.over is None) == (self.under is None):
            raise ValueError("give either over or under")
        return self

    def names(self) -> tuple[str, ...]:
        """The figures it reads."""
        return self.measure, "roll"

    def find(self, given: _Given) -> Standing | None:
        """The standing it is about."""
        alike = (s for s in given.standings if (s.measure, s.among) == (self.measure, self.among))
        found = next(alike, None)
        return found if isinstance(found, Standing) else None

    def told(self, given: _Given) -> dict[str, str] | None:
        """The words for the sentence where the condition holds."""
        found = self.find(given)
        if found is None or any(given.value(name) is None for name in self.names()):
            return None
        over, under = self.over, self.under
        if not (found.percentile > over if over is not None else found.percentile < (under or 0)):
            return None
        words = in_words(found)
        return {"share": f"{found.value:.1f}%", "standing": words[0].lower() + words[1:]}


class AboveZero(Frozen):
    """A figure that is not nought."""

    words: ClassVar[tuple[str, ...]] = ("count",)
    kind: Literal["above_zero"]
    figure: FigureName

    def names(self) -> tuple[str, ...]:
        """The figures it reads."""
        return (self.figure,)

    def told(self, given: _Given) -> dict[str, str] | None:
        """The words for the sentence where the condition holds."""
        return {"count": given.words(self.figure)} if given.value(self.figure) else None


class RatingLimit(Frozen):
    """The levels at which the question is asked: those from `at_least` up, or those up to `at_most`."""

    at_least: LevelNumber | None = None
    at_most: LevelNumber | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give either at_least or at_most")
        return self

    def holds(self, level: int) -> bool:
        """Whether a level is one of them."""
        return (self.at_least or 1) <= level <= (self.at_most or 4)


class Rule(Frozen):
    """When a question is asked of which theme, and why. `themes` names the theme by the id of the rubric."""

    id: DutyId
    themes: Annotated[dict[AreaId, ThemeId], Field(min_length=1)]
    settings: tuple[Setting, ...] = ()
    rating: RatingLimit
    when: Annotated[Ratio | Gap | Rate | Far | AboveZero, Field(discriminator="kind")]
    ask: Words
    reason: Words

    @model_validator(mode="after")
    def _one_sentence_with_figures(self) -> Self:
        if not self.ask.endswith("?") or any(end in self.ask[:-1] for end in ("? ", "! ", ". ", "\n")):
            raise ValueError("ask one sentence that ends in a question mark")
        allowed = {"level", *self.when.words}
        parts = [(field, spec, conversion) for _, field, spec, conversion in string.Formatter().parse(self.ask)]
        if any(field is not None and (field not in allowed or spec or conversion) for field, spec, conversion in parts):
            raise ValueError(f"only these may stand in braces: level, {', '.join(self.when.words)}")
        if not any(field in self.when.words for field, _, _ in parts):
            raise ValueError(f"the sentence says no figure: use one of {', '.join(self.when.words)} in braces")
        return self


@dataclass(frozen=True, slots=True)
class DataQuestion:
    """One question: the rule and theme it comes from, the sentence, and why it is asked.

    `years` are those of the figures, as they were given. With `reveals_small_count` it is for the school only.
    """

    rule: str
    theme: str
    text: str
    reason: str
    years: tuple[str, ...]
    reveals_small_count: bool


def load_data_questions(file: Path, rubrics: Sequence[Rubric]) -> tuple[Rule, ...]:
    """The rules of a file for these rubrics. Raises `RubricError` for the first thing that is wrong."""
    content = read_yaml(file)
    if not isinstance(content, list) or not content:
        raise RubricError(file, "-", "a list of rules is needed", "Begin each rule with '- id:'")
    by_id = {rubric.id: rubric for rubric in rubrics}
    rules: dict[str, Rule] = {}
    for number, entry in enumerate(content, start=1):
        name = str(entry.get("id", f"rule {number}")) if isinstance(entry, dict) else f"rule {number}"
        try:
            rule = Rule.model_validate(entry)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join([name, *(str(part) for part in first["loc"])])
            raise RubricError(file, place, first["msg"], "See the keys at the head of data_questions.yaml") from None
        if rule.id in rules:
            raise RubricError(file, rule.id, "the id stands twice", "Give each rule its own")
        for rubric_id, theme in rule.themes.items():
            if rubric_id not in by_id:
                raise RubricError(file, f"{name}.themes", f"no rubric {rubric_id!r}", "Use the id of its rubric.yaml")
            if not by_id[rubric_id].has_theme(theme):
                raise RubricError(file, f"{name}.themes.{rubric_id}", f"no theme {theme!r}", "Use an id of its areas")
        rules[rule.id] = rule
    return tuple(rules.values())


@cache
def shipped_data_questions() -> tuple[Rule, ...]:
    """The rules that come with sendself."""
    return load_data_questions(SHIPPED_RULES, shipped_rubrics())


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
    given = _Given(assessment, standings)
    impossible = {wrong.measure for wrong in impossible_figures(assessment.context)}
    found = []
    for rule in shipped_data_questions() if rules is None else rules:
        theme = rule.themes.get(assessment.rubric.id)
        if theme not in themes or (rule.settings and assessment.setting not in rule.settings):
            continue
        rating = assessment.answer(theme, perspective).rating
        # A theme without a level pulls against nothing.
        if not isinstance(rating, int) or not rule.rating.holds(rating) or impossible & _measures(rule):
            continue
        if told := rule.when.told(given):
            level = assessment.rubric.level_name(rating)
            text = rule.ask.format(level=level, **told)
            years = _years(assessment, rule)
            found.append(DataQuestion(rule.id, theme, text, rule.reason, years, _reveals(given, rule)))
    return tuple(found)


def _made_of(name: str) -> Mapping[str, int]:
    return DERIVED.get(name) or {name: 1}


def _measures(rule: Rule) -> set[str]:
    return {measure for name in rule.when.names() for measure in _made_of(name)}


def _years(assessment: Assessment, rule: Rule) -> tuple[str, ...]:
    figures = assessment.context.figures
    return tuple(sorted({figures[name].year for name in _measures(rule) if name in figures} - {""}))


def _reveals(given: _Given, rule: Rule) -> bool:
    figures = given.assessment.context.figures
    if any(not may_be_shown(figures, measure) for measure in _measures(rule)):
        return True
    if isinstance(rule.when, Far):
        found = rule.when.find(given)
        return found is not None and found.reveals_small_count
    behind = [pupils for name in rule.when.names() for pupils in _PUPILS_BEHIND.get(name, ())]
    return any(_is_small(given, name) for name in (*rule.when.names(), *behind) if name in DERIVED)


def _is_small(given: _Given, name: str) -> bool:
    """Whether a number that is made of others is small, where not all of them are published anyway."""
    figures = given.assessment.context.figures
    if all(measure in figures and figures[measure].source == "published" for measure in _made_of(name)):
        return False
    value = given.value(name)
    return value is None or value in SMALL


def _rounded(value: Fraction) -> str:
    return number_in_words(round(float(value), 1))
