"""The kinds of condition under which the data asks a question: a ratio, a gap, a rate, a standing, more than none."""

from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sendself.assessment.english import uncapital
from sendself.assessment.figures import number_in_words
from sendself.assessment.measures import BY_ID
from sendself.context.alike.standing import Among, Standing
from sendself.context.alike.standing_words import in_words
from sendself.context.questions.asked_from import DERIVED, FigureName, Given
from sendself.rubric.values import Frozen

_Limit = Annotated[float, Field(allow_inf_nan=False, ge=-1000, le=1000)] | None


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

    def per_100(self, given: Given) -> Fraction | None:
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

    def told(self, given: Given) -> dict[str, str] | None:
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

    def told(self, given: Given) -> dict[str, str] | None:
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

    def told(self, given: Given) -> dict[str, str] | None:
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

    def find(self, given: Given) -> Standing | None:
        """The standing it is about."""
        alike = (s for s in given.standings if (s.measure, s.among) == (self.measure, self.among))
        found = next(alike, None)
        return found if isinstance(found, Standing) else None

    def told(self, given: Given) -> dict[str, str] | None:
        """The words for the sentence where the condition holds."""
        found = self.find(given)
        if found is None or any(given.value(name) is None for name in self.names()):
            return None
        over, under = self.over, self.under
        if not (found.percentile > over if over is not None else found.percentile < (under or 0)):
            return None
        return {"share": f"{found.value:.1f}%", "standing": uncapital(in_words(found))}


class AboveZero(Frozen):
    """A figure that is not nought."""

    words: ClassVar[tuple[str, ...]] = ("count",)
    kind: Literal["above_zero"]
    figure: FigureName

    def names(self) -> tuple[str, ...]:
        """The figures it reads."""
        return (self.figure,)

    def told(self, given: Given) -> dict[str, str] | None:
        """The words for the sentence where the condition holds."""
        return {"count": given.words(self.figure)} if given.value(self.figure) else None


Condition = Annotated[Ratio | Gap | Rate | Far | AboveZero, Field(discriminator="kind")]


def _rounded(value: Fraction) -> str:
    return number_in_words(round(float(value), 1))
