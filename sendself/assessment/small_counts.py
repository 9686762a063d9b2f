"""Which figures are hidden where small counts are: those that point to a child, and those that would give them away.

A reader of what leaves can add and take away. So every group of pupils that the figures describe (those with SEND and
a need, those without SEND who were suspended) is tried: where the figures that leave come to one to four of them, one
more is hidden, until they do not. Figures that the DfE has published are shown as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sendself.assessment.measures import BY_ID, MEASURES, SEND, Measure
from sendself.assessment.model import Figure
from sendself.assessment.sums import Sum, Sums, less, plus

SMALL = range(1, 5)
"""Counts that could point to a child. No threshold is published for these releases: this one is our choice."""

_COUNTS = tuple(m for m in MEASURES if m.id == "roll" or (m.counts_pupils and m.unit != "percent"))
_NEEDS = tuple(measure.id for measure in MEASURES if measure.group == "needs")
_OTHERS = "others"


def points_to_a_child(figures: Mapping[str, Figure], measure: Measure) -> bool:
    """Whether a figure is hidden where small counts are.

    A count is when it is 1 to 4, or when it is needed to work out a group of 1 to 4: what it leaves of its whole, a
    need that is hidden, the others. A percentage is when it is about so few pupils or leaves out so few, or when the
    counts that leave do not say that there are more. What is published, not given or counts no pupils is not.
    """
    return measure.id in hidden_figures(figures)


def hidden_figures(figures: Mapping[str, Figure]) -> frozenset[str]:
    """The ids of all figures that `points_to_a_child`."""
    return _hidden(tuple(sorted((n, f.value, f.source == "published") for n, f in figures.items() if n in BY_ID)))


@lru_cache(maxsize=256)
def _hidden(given: tuple[tuple[str, float | None, bool], ...]) -> frozenset[str]:
    values = {name: value for name, value, _ in given if value is not None}
    needs = {name: 1 for name, *_ in given if name in _NEEDS}
    published = {name for name, _, known in given if known}
    own = {m.id: m for m in MEASURES if m.id in values and m.id not in published}
    hidden = {name for name, measure in own.items() if measure.counts_pupils and _small_by_itself(values, measure)}
    while more := _one_more(values, needs, published, hidden):
        hidden.add(more)
    shown = {name: value for name, value in values.items() if name not in hidden}
    hidden |= {m.id for m in own.values() if m.unit == "percent" and _few_behind(values, shown, m.about)}
    return frozenset(hidden)


def _small_by_itself(values: Mapping[str, float], measure: Measure) -> bool:
    """Few; or, with the part that stands apart from it, all but few: then neither of the two is told."""
    apart = values.get(measure.apart_from or "")
    whole = values.get(measure.part_of or "")
    both_leave_few = whole is not None and apart is not None and whole - values[measure.id] - apart in SMALL
    return values[measure.id] in SMALL or both_leave_few


def _few_behind(values: Mapping[str, float], shown: Mapping[str, float], about: Sequence[str]) -> bool:
    """Whether a percentage is about few pupils, may be for all that leaves, or leaves out few of its whole."""
    leaving = [shown[name] for name in about if name in shown]
    # A count that does not leave may be anything: without it the others have to be enough.
    few = sum(leaving) in SMALL if len(leaving) == len(about) else sum(leaving) < SMALL.stop
    whole = values.get(BY_ID[about[0]].part_of or "")
    counts = [values[name] for name in about if name in values]
    return few or (whole is not None and len(counts) == len(about) and whole - sum(counts) in SMALL)


def _one_more(values: Mapping[str, float], needs: Sum, published: set[str], hidden: set[str]) -> str | None:
    """A figure to hide because a small group could be worked out with it; `None` where none can."""
    shown = {name: value for name, value in values.items() if name not in hidden}
    known = Sums()
    # What is published comes first: a group that follows from it alone is no secret.
    for measure in sorted(_COUNTS, key=lambda measure: measure.id not in published):
        if measure.id in shown:
            known.add(measure.id, _sum_of(measure))
    if needs and _may_be_every_need(shown, needs):
        known.add("", less(_send(), needs))
    for group in _groups(shown):
        used = known.made_of(group)
        if used is None or sum(times * shown[name] for name, times in used.items() if name) not in SMALL:
            continue
        may_go = [name for name in used if name and name not in published and BY_ID[name].counts_pupils]
        if may_go:
            return min(may_go, key=lambda name: _loss(name, shown[name]))
    return None


def _loss(name: str, value: float) -> tuple[int, bool, float, str]:
    """What is lost by hiding a figure, the least first: a small need, a part of those with SEND, then a whole."""
    measure = BY_ID[name]
    kind = 0 if measure.group == "needs" else 1 if measure.part_of not in (None, "roll") else 2
    return kind, value == 0, value, name


def _may_be_every_need(shown: Mapping[str, float], needs: Sum) -> bool:
    """Whether a reader may take the needs, some of them withheld, to make up all pupils with SEND but for a few."""
    if any(name not in shown for name in (*SEND, *needs)):
        return True
    return abs(sum(shown[name] for name in SEND) - sum(shown[need] for need in needs)) < SMALL.stop


def _groups(shown: Mapping[str, float]) -> Iterator[Sum]:
    """Every group of pupils or events that a reader could ask for: what is counted, and what a count leaves out."""
    yield from (_send(), {_OTHERS: 1})
    for measure in _COUNTS:
        if not measure.counts_pupils:
            continue
        count = _sum_of(measure)
        yield count
        if measure.part_of:
            yield less(_sum_of(BY_ID[measure.part_of]), count)
        if measure.about:
            yield less(_send(), count)
        if measure.about and measure.part_of:
            yield less({_OTHERS: 1}, less(_sum_of(BY_ID[measure.part_of]), count))
    if needs := [need for need in _NEEDS if need in shown]:
        yield less(_send(), dict.fromkeys(needs, 1))


def _sum_of(measure: Measure) -> Sum:
    """A count as the sum of groups that no pupil is in twice."""
    if measure.id == "roll":
        return plus(_send(), {_OTHERS: 1})
    part = next((one.id for one in _COUNTS if one.part_of == measure.id), None)
    return {part: 1, f"{measure.id} {_OTHERS}": 1} if part else {measure.id: 1}


def _send() -> Sum:
    return dict.fromkeys(SEND, 1)
