"""What a question is asked from: the figures that a school gives, numbers made of them, and where it stands."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from sendself.assessment.figures import number_in_words
from sendself.assessment.measures import BY_ID
from sendself.assessment.model import Assessment
from sendself.context.alike.standing import NotCompared, Standing

# Numbers made of the figures that the school gives: what is added and what is taken away.
DERIVED: Mapping[str, Mapping[str, int]] = {
    "send": {"ehc_plans": 1, "sen_support": 1},
    "others": {"roll": 1, "ehc_plans": -1, "sen_support": -1},
    "without_plan": {"roll": 1, "ehc_plans": -1},
    "suspensions_others": {"suspensions": 1, "suspensions_send": -1},
    "exclusions_others": {"exclusions": 1, "exclusions_send": -1},
    "fsm_others": {"fsm": 1, "fsm_send": -1},
    "pupil_premium_others": {"pupil_premium": 1, "pupil_premium_send": -1},
    "persistent_absence_others": {"persistent_absence": 1, "persistent_absence_send": -1},
    "suspended_others": {"suspended": 1, "suspended_send": -1},
}
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


class Given(NamedTuple):
    """An evaluation and its standings, as a condition reads them."""

    assessment: Assessment
    standings: Sequence[Standing | NotCompared]

    def value(self, name: str) -> Fraction | None:
        """A figure without rounding; `None` when one that it is made of is missing or they contradict each other."""
        total = Fraction(0)
        for measure, sign in made_of(name).items():
            figure = self.assessment.figure(measure)
            if figure is None:
                return None
            total += sign * Fraction(str(figure))
        return total if total >= 0 else None

    def words(self, name: str) -> str:
        """A figure with its noun: "1 suspension", "40 pupils", "94.6%"."""
        value = self.value(name) or Fraction(0)
        unit = BY_ID[next(iter(made_of(name)))].unit
        number = number_in_words(float(value))
        return f"{number}%" if unit == "percent" else f"{number} {_NOUNS[unit][value != 1]}"


def made_of(name: str) -> Mapping[str, int]:
    """The measures that a figure is made of, with the sign of each."""
    return DERIVED.get(name) or {name: 1}
