"""The groups of pupils and events that the figures of a context speak of, each as a sum of groups that share nobody."""

from collections.abc import Container, Iterator

from sendself.assessment.disclosure.sums import Sum, less, plus
from sendself.assessment.measure import SEND, Measure
from sendself.assessment.measures import BY_ID, MEASURES

COUNTS = tuple(m for m in MEASURES if m.id == "roll" or (m.counts_pupils and m.unit != "percent"))
NEEDS = tuple(measure.id for measure in MEASURES if measure.group == "needs")
OTHERS = "others"
"""The pupils without SEND."""


def groups(shown: Container[str]) -> Iterator[Sum]:
    """Every group of pupils or events that a reader could ask for: what is counted, and what a count leaves out."""
    yield from (all_send(), {OTHERS: 1})
    for measure in COUNTS:
        if not measure.counts_pupils:
            continue
        count = sum_of(measure)
        yield count
        if measure.part_of:
            yield less(sum_of(BY_ID[measure.part_of]), count)
        if measure.about:
            yield less(all_send(), count)
        if measure.about and measure.part_of:
            yield less({OTHERS: 1}, less(sum_of(BY_ID[measure.part_of]), count))
    if needs := [need for need in NEEDS if need in shown]:
        yield less(all_send(), dict.fromkeys(needs, 1))


def sum_of(measure: Measure) -> Sum:
    """A count as the sum of groups that no pupil is in twice."""
    if measure.id == "roll":
        return plus(all_send(), {OTHERS: 1})
    part = next((one.id for one in COUNTS if one.part_of == measure.id), None)
    return {part: 1, f"{measure.id} {OTHERS}": 1} if part else {measure.id: 1}


def all_send() -> Sum:
    """The pupils with SEND."""
    return dict.fromkeys(SEND, 1)
