"""Which figures are hidden where small counts are: those that point to a child, and those that would give them away.

A reader of what leaves can add and take away. So every group of pupils that the figures describe (those with SEND and
a need, those without SEND who were suspended) is tried: where the figures that leave come to a few of them, one more
is hidden, until they do not. Nor may the few follow from knowing these rules (see `guesses`): five needs withheld for
five pupils would be one each. Figures that the DfE has published are shown as they are.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from sendself.assessment.context import Figure
from sendself.assessment.disclosure.guesses import Reader
from sendself.assessment.disclosure.pupil_groups import COUNTS, NEEDS, all_send, groups, sum_of
from sendself.assessment.disclosure.sums import Sum, Sums, less
from sendself.assessment.disclosure.ties import Ties
from sendself.assessment.disclosure_choice import SMALL_UP_TO
from sendself.assessment.measure import SEND, Measure
from sendself.assessment.measures import BY_ID, MEASURES

SMALL = range(1, SMALL_UP_TO + 1)
"""Counts that could point to a child, unless the school says which."""


def hidden_figures(figures: Mapping[str, Figure], small: range = SMALL) -> frozenset[str]:
    """The ids of all figures that are hidden where the `small` counts are.

    A count is when it is small, or when it is needed to work out or to guess a small group: what it leaves of its
    whole, a need that is hidden, the others. A percentage is when it is about so few pupils or leaves out so few, or
    when the counts that leave do not say that there are more. What is published, not given or counts no pupils is not.
    """
    return _hidden(
        tuple(sorted((n, f.value, f.source == "published") for n, f in figures.items() if n in BY_ID)), small
    )


@lru_cache(maxsize=256)
def _hidden(given: tuple[tuple[str, float | None, bool], ...], small: range) -> frozenset[str]:
    return _Decision(given, small).hidden()


class _Decision:
    """What is hidden of figures (name, value, whether published), found step by step."""

    def __init__(self, given: Iterable[tuple[str, float | None, bool]], small: range) -> None:
        given = tuple(given)
        self._small = small
        self._values = {name: value for name, value, _ in given if value is not None}
        self._ties = Ties(self._values, {name for name, value, _ in given if value is None}, small)
        self._needs: Sum = {name: 1 for name, *_ in given if name in NEEDS}
        self._published = {name for name, _, known in given if known}
        own = [m for m in MEASURES if m.id in self._values and m.id not in self._published]
        self._percentages = [measure for measure in own if measure.unit == "percent"]
        self._may_go = {measure.id for measure in own if measure.counts_pupils}

    def hidden(self) -> frozenset[str]:
        """The ids of all figures that are hidden."""
        hidden = {name for name in self._may_go if self._small_by_itself(BY_ID[name])}
        while more := self._worked_out(hidden) or self._guessed(hidden):
            hidden.add(more)
        return frozenset(hidden | self._percentages_hidden(hidden))

    def _percentages_hidden(self, hidden: Set[str]) -> set[str]:
        """Percentages about few, and those by which a small group could be guessed better than without them."""
        kept: list[str] = []
        for one in self._percentages:
            reader = self._reader(hidden, *kept, one.id)
            if not self._few_behind(hidden, one.about) and (
                not hidden or all(reader.has_left(*group) for group in self._small_groups)
            ):
                kept.append(one.id)
        return {one.id for one in self._percentages} - set(kept)

    def _small_by_itself(self, measure: Measure) -> bool:
        """Few; or, with the part that stands apart from it, all but few: then neither of the two is told."""
        values = self._values
        apart = values.get(measure.apart_from or "")
        whole = values.get(measure.part_of or "")
        both_leave_few = whole is not None and apart is not None and whole - values[measure.id] - apart in self._small
        return values[measure.id] in self._small or both_leave_few

    def _few_behind(self, hidden: Set[str], about: Sequence[str]) -> bool:
        """Whether a percentage is about few pupils, may be for all that leaves, or leaves out few of its whole."""
        leaving = [self._values[name] for name in about if name in self._values and name not in hidden]
        # A count that does not leave may be anything: without it the others have to be enough.
        few = sum(leaving) in self._small if len(leaving) == len(about) else sum(leaving) < self._small.stop
        whole = self._values.get(BY_ID[about[0]].part_of or "")
        counts = [self._values[name] for name in about if name in self._values]
        return few or (whole is not None and len(counts) == len(about) and whole - sum(counts) in self._small)

    def _worked_out(self, hidden: Set[str]) -> str | None:
        """A figure to hide because a small group could be worked out with it; `None` where none can."""
        shown = {name: value for name, value in self._values.items() if name not in hidden}
        known = Sums()
        # What is published comes first: a group that follows from it alone is no secret.
        for measure in sorted(COUNTS, key=lambda measure: measure.id not in self._published):
            if measure.id in shown:
                known.add(measure.id, sum_of(measure))
        if self._needs and self._may_be_every_need(shown):
            known.add("", less(all_send(), self._needs))
        for group in groups(shown):
            used = known.made_of(group)
            if used is None or sum(times * shown[name] for name, times in used.items() if name) not in self._small:
                continue
            if may_go := [name for name in used if name in self._may_go]:
                return min(may_go, key=lambda name: _loss(name, shown[name]))
        return None

    def _may_be_every_need(self, shown: Mapping[str, float]) -> bool:
        """Whether a reader may take the needs, some of them withheld, to make up all pupils with SEND but for a few."""
        if any(name not in shown for name in (*SEND, *self._needs)):
            return True
        return abs(sum(shown[name] for name in SEND) - sum(shown[need] for need in self._needs)) < self._small.stop

    def _guessed(self, hidden: Set[str]) -> str | None:
        """A figure to hide because a small group could be guessed while it is shown; `None` where none can.

        For a group that would be as open if all were hidden that may be, as by published figures, nothing more is.
        """
        may_go = sorted(self._may_go - hidden, key=lambda name: _loss(name, self._values[name]))
        if not hidden or not may_go:
            return None
        reader = self._reader(hidden)
        # A group that is open stays so, whatever more is hidden.
        while self._not_yet_open and reader.has_left(*self._not_yet_open[-1]):
            self._not_yet_open.pop()
        if not self._not_yet_open:
            return None
        enough = (name for name in may_go if self._reader({*hidden, name}).has_left(*self._not_yet_open[-1]))
        return next(enough, may_go[0])

    @cached_property
    def _not_yet_open(self) -> list[tuple[Sum, int]]:
        return self._small_groups[::-1]

    @cached_property
    def _small_groups(self) -> list[tuple[Sum, int]]:
        """Every small group, and how many values it could have at most: to a reader who is told nothing more."""
        blind = self._reader(self._may_go)
        small = [group for group in groups(self._values) if self._ties.number(group) in self._small]
        return [(group, blind.values_left(group)) for group in small]

    def _reader(self, hidden: Set[str], *percentages: str) -> Reader:
        """Somebody who is told what is not hidden, and of the school's own percentages these."""
        return Reader(self._ties, hidden | {one.id for one in self._percentages}.difference(percentages))


def _loss(name: str, value: float) -> tuple[int, bool, float, str]:
    """What is lost by hiding a figure, the least first: a small need, a part of those with SEND, then a whole."""
    measure = BY_ID[name]
    kind = 0 if measure.group == "needs" else 1 if measure.part_of not in (None, "roll") else 2
    return kind, value == 0, value, name
