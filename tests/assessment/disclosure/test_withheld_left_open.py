"""Whoever knows the rule and every figure that leaves cannot tell which small number a withheld count is.

The reader of these tests counts by another route than the product: every number of pupils with SEND is tried, and for
each the sets of whole numbers that each part can be are written out and joined, without bounds that are drawn closer.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.record import from_json, to_json
from tests.samples import an_evaluation

SMALL = range(1, 5)
TRAITS = ("fsm", "pupil_premium", "persistent_absence", "suspended")
NEEDS = ("need_asd", "need_slcn", "need_semh", "need_spld", "need_hi", "need_vi")

School = Mapping[str, float]


def part(most: int, expected: float, lot: random.Random) -> int:
    """How many of so many have something that is as common as this."""
    return sum(lot.random() < expected for _ in range(most))


def a_school(lot: random.Random, roll: int | None = None) -> dict[str, float]:
    """The figures of a made school, small more often than not, counted from what its pupils have."""
    roll = roll or lot.choice((lot.randint(8, 26), lot.randint(20, 60), lot.randint(60, 120)))
    plans = lot.randint(0, min(6, roll))
    support = lot.randint(0, min(roll - plans, 5 + roll // 4))
    send, others = plans + support, roll - plans - support
    figures: dict[str, float] = {"roll": roll, "ehc_plans": plans, "sen_support": support}
    for trait in TRAITS:
        common = lot.choice((0.05, 0.2, 0.5, 0.9, 1.0))
        figures[f"{trait}_send"] = part(send, common, lot)
        figures[trait] = figures[f"{trait}_send"] + part(others, lot.choice((common, 0.1)), lot)
    events = {
        end: sum(lot.randint(1, 3) for _ in range(int(pupils)))
        for end, pupils in (
            ("_send", figures["suspended_send"]),
            ("", figures["suspended"] - figures["suspended_send"]),
        )
    }
    figures |= {"suspensions_send": events["_send"], "suspensions": sum(events.values())}
    figures |= dict.fromkeys(NEEDS, 0)
    for _ in range(send):
        figures[lot.choice(NEEDS[: lot.choice((2, 3, 6))])] += 1
    figures |= {"places": roll + lot.randint(0, 9)}
    figures |= attendance(figures, lot)
    wanted = lot.choice((set(), set(NEEDS), {*NEEDS, "suspensions", "suspensions_send"}, set(TRAITS[:2])))
    return {name: value for name, value in figures.items() if name.removesuffix("_send") not in wanted}


def attendance(figures: School, lot: random.Random) -> dict[str, float]:
    """Percentages of attendance: whoever is persistently absent comes half the time, all others almost always."""
    absent = int(figures["persistent_absence_send"])
    absent_others = int(figures["persistent_absence"]) - absent
    send = int(figures["ehc_plans"] + figures["sen_support"])
    others = int(figures["roll"]) - send
    came = [
        [lot.uniform(50, 89.9) for _ in range(few)] + [lot.uniform(90, 100) for _ in range(all_of - few)]
        for few, all_of in ((absent, send), (absent_others, others))
    ]
    found = {"attendance": round(sum(map(sum, came)) / figures["roll"], lot.choice((0, 1, 2)))}
    return found | ({"attendance_send": round(sum(came[0]) / send, lot.choice((0, 1, 2)))} if send else {})


@dataclass(frozen=True)
class Reading:
    """What leaves of a school, and which of the withheld figures are small or nought: the reader is told even that."""

    told: Mapping[str, float | None]
    small: frozenset[str]
    nought: frozenset[str]
    most: int

    def can_be(self, name: str) -> range:
        """The numbers that a figure can be by itself."""
        value = self.told.get(name)
        if value is not None:
            return range(int(value), int(value) + 1)
        if name not in self.told:
            return range(self.most + 1)
        return SMALL if name in self.small else range(int(name not in self.nought), self.most + 1)


def reading(figures: School) -> Reading:
    """What leaves of these figures, as it is read from the data of the file."""
    made = {name: Figure(value=value, source="imported") for name, value in figures.items()}
    leaves = from_json(to_json(shared_record(an_evaluation(context=Context(figures=made))).assessment)).context.figures
    told = {name: leaves[name].value for name in figures}
    withheld = {name for name, value in told.items() if value is None}
    small, nought = ({name for name in withheld if figures[name] in few} for few in (SMALL, (0,)))
    return Reading(told, frozenset(small), frozenset(nought), int(figures["roll"]))


def tables(of: Reading, send: int) -> Iterator[Mapping[str, set[int]]]:
    """For one number of pupils with SEND what each withheld figure can be; nothing where one can be nothing."""
    others = of.most - send
    found: dict[str, set[int]] = {}
    pairs = [(e, send - e) for e in of.can_be("ehc_plans") if send - e in of.can_be("sen_support")]
    found |= {"ehc_plans": {e for e, _ in pairs}, "sen_support": {k for _, k in pairs}}
    for trait in TRAITS[:3]:
        found |= joined(of, trait, send, others)
    found |= suspended(of, send, others)
    found |= needs(of, send)
    if all(found.values()):
        yield found


def joined(of: Reading, trait: str, send: int, others: int) -> dict[str, set[int]]:
    """What a part with SEND and its whole can be, of so many pupils with and without SEND."""
    part, whole = of.can_be(f"{trait}_send"), of.can_be(trait)
    if not {trait, f"{trait}_send"} & of.told.keys():
        return {}
    fit = [(a, s) for a in part if a <= send for s in whole if 0 <= s - a <= others]
    if trait == "persistent_absence":
        fit = [(a, s) for a, s in fit if attendance_allows(of, (send, a), (others, s - a))]
    return {f"{trait}_send": {a for a, _ in fit}, trait: {s for _, s in fit}}


def suspended(of: Reading, send: int, others: int) -> dict[str, set[int]]:
    """Pupils suspended are no more than suspensions, with SEND or without; and where there is one there is a pupil."""
    names = ("suspended_send", "suspended", "suspensions_send", "suspensions")
    if not of.told.keys() & {"suspensions"}:
        return joined(of, "suspended", send, others)
    if "suspended" not in of.told:
        return {}
    # More suspensions than are told, or than three times the pupils, make nothing possible that fewer do not.
    most = int(max(of.told["suspensions"] or 0, 3 * of.most if of.told["suspensions"] is None else 0))
    found: set[tuple[int, int, int, int]] = set()
    for a, s in product((a for a in of.can_be(names[0]) if a <= send), (s for s in of.can_be(names[1]))):
        if not 0 <= s - a <= others:
            continue
        for x in range(a, (most if a else 0) + 1) if of.told[names[2]] is None else of.can_be(names[2]):
            whole = of.can_be(names[3]) if of.told[names[3]] is not None else (x + s - a,)
            for y in whole:
                allowed = x in wide(of, names[2]) and y in wide(of, names[3])
                if allowed and a <= x and s - a <= y - x and (x > 0) == (a > 0) and (y - x > 0) == (s - a > 0):
                    found.add((a, s, x, y))
    return {name: {one[at] for one in found} for at, name in enumerate(names)}


def wide(of: Reading, name: str) -> range:
    """What a number of events can be: of those withheld that are not small, any."""
    return (
        of.can_be(name) if of.told[name] is not None or name in of.small else range(int(name not in of.nought), 10_000)
    )


def needs(of: Reading, send: int) -> dict[str, set[int]]:
    """What each need can be of so many pupils who all have one."""
    given = [need for need in NEEDS if need in of.told]
    reach = [{0}]
    for need in given:
        reach.append({so_far + n for so_far in reach[-1] for n in of.can_be(need) if so_far + n <= send})
    if not given:
        return {}
    back, found = {send} & reach[-1], dict[str, set[int]]()
    for at in range(len(given) - 1, -1, -1):
        steps = [(all_of, n) for all_of in back for n in of.can_be(given[at]) if all_of - n in reach[at]]
        found[given[at]] = {n for _, n in steps}
        back = {all_of - n for all_of, n in steps}
    return found


def attendance_allows(of: Reading, send: tuple[int, int], others: tuple[int, int]) -> bool:
    """Whether averages over so many pupils, of whom so many are persistently absent, can be rounded to what is told."""
    spans = [(90.0 * (n - absent), 100.0 * n - 10.0 * absent) for n, absent in (send, others)]
    told = of.told.get("attendance_send")
    if told is not None:
        half = half_of_last(told)
        spans[0] = max(spans[0][0], (told - half) * send[0]), min(spans[0][1], (told + half) * send[0])
    low, high = spans[0][0] + spans[1][0], spans[0][1] + spans[1][1]
    told = of.told.get("attendance")
    if told is not None:
        half, n = half_of_last(told), send[0] + others[0]
        low, high = max(low, (told - half) * n), min(high, (told + half) * n)
    return low <= high + 1e-6 and spans[0][0] <= spans[0][1] + 1e-6


def half_of_last(percent: float) -> float:
    """Half of the last decimal with which a percentage is told."""
    decimals = len(f"{percent:.2f}".rstrip("0").rstrip(".").partition(".")[2])
    return 0.5 / 10.0**decimals


def told_too_closely(figures: School) -> dict[str, set[int]]:
    """Withheld small counts that the reader knows to be one of fewer than four numbers, though that could be helped.

    It could not where somebody who is told the roll alone knows as much: seven pupils with SEND who have six different
    needs leave no need to be four.
    """
    found = {
        name: values for name, values in small_values(reading(figures), figures).items() if len(values) < len(SMALL)
    }
    if not found:
        return {}
    blind = small_values(told_the_roll_alone(figures), figures)
    return {name: values for name, values in found.items() if len(values) < len(blind[name])}


def small_values(of: Reading, figures: School) -> dict[str, set[int]]:
    """The small numbers that each withheld small count could be to this reader."""
    found: dict[str, set[int]] = {name: set() for name in of.small}
    truly = figures["ehc_plans"] + figures["sen_support"]
    for send in sorted(range(of.most + 1), key=lambda send: abs(send - truly)):
        if all(len(values) == len(SMALL) for values in found.values()):
            break
        for table in tables(of, send):
            for name in found:
                found[name] |= table.get(name, set(SMALL)) & set(SMALL)
    assert all(int(figures[name]) in values for name, values in found.items()), "the truth is among what is tried"
    return found


def told_the_roll_alone(figures: School) -> Reading:
    """The same reader of the same school, where every figure is withheld that may be."""
    told = {name: value if name in ("roll", "places") else None for name, value in figures.items()}
    withheld = {name for name, value in told.items() if value is None}
    small, nought = ({name for name in withheld if figures[name] in few} for few in (SMALL, (0,)))
    return Reading(told, frozenset(small), frozenset(nought), int(figures["roll"]))


def lots(many: range) -> list[random.Random]:
    """A lot for each of these seeds."""
    return [random.Random(seed) for seed in many]


HUNDREDS = [range(first, first + 100) for first in range(0, 20_000, 100)]


@pytest.mark.parametrize("seeds", HUNDREDS[:5], ids=str)
def test_no_withheld_count_is_told_of_five_hundred_schools(seeds: range) -> None:
    """Of five hundred made schools every small count that is withheld could be one, two, three or four."""
    assert [found for lot in lots(seeds) if (found := told_too_closely(a_school(lot)))] == []


@pytest.mark.prove
@pytest.mark.parametrize("seeds", HUNDREDS[5:], ids=str)
def test_no_withheld_count_is_told_of_many_schools(seeds: range) -> None:
    """The same of 19,500 more, a hundred at a time."""
    assert [found for lot in lots(seeds) if (found := told_too_closely(a_school(lot)))] == []


@pytest.mark.prove
@pytest.mark.parametrize("seeds", HUNDREDS[:20], ids=str)
def test_no_withheld_count_is_told_of_large_schools(seeds: range) -> None:
    """The same of two thousand schools of 150 to 900 pupils, in which few have a plan."""
    large = ((lot, lot.randint(150, 900)) for lot in lots(seeds))
    assert [found for lot, roll in large if (found := told_too_closely(a_school(lot, roll)))] == []


@settings(deadline=None, max_examples=40)
@given(st.randoms(use_true_random=False))
def test_no_withheld_count_is_told_of_any_school(lot: random.Random) -> None:
    """Nor of schools that are looked for on purpose."""
    assert told_too_closely(a_school(lot)) == {}


@pytest.mark.parametrize(
    "figures",
    [
        # More have SEND and pupil premium than have SEN support: the rest have plans.
        {"roll": 300, "ehc_plans": 4, "sen_support": 20, "pupil_premium": 90, "pupil_premium_send": 24},
        {"roll": 300, "ehc_plans": 4, "sen_support": 20, "persistent_absence": 90, "persistent_absence_send": 24},
        # All have pupil premium, so all with SEND do.
        {"roll": 120, "ehc_plans": 2, "sen_support": 18, "pupil_premium": 120, "pupil_premium_send": 20},
        {
            "roll": 40,
            "ehc_plans": 3,
            "sen_support": 15,
            "pupil_premium": 40,
            "pupil_premium_send": 18,
            "persistent_absence": 31,
            "persistent_absence_send": 14,
        },
        # From below by one count and from above by another.
        {
            "roll": 24,
            "ehc_plans": 3,
            "sen_support": 10,
            "fsm": 16,
            "fsm_send": 5,
            "persistent_absence": 22,
            "persistent_absence_send": 13,
        },
        # Of twelve who come 98% of the time two at most can come less than 90% of it.
        {
            "roll": 300,
            "ehc_plans": 0,
            "sen_support": 12,
            "persistent_absence": 40,
            "persistent_absence_send": 2,
            "attendance_send": 98,
        },
    ],
)
def test_counts_within_a_withheld_one_do_not_tell_it(figures: dict[str, float]) -> None:
    """Pupils with SEND who are counted for something else are a least number of all with SEND: it must not be one."""
    assert told_too_closely(figures) == {}


def test_what_even_the_roll_alone_tells_is_no_fault_of_what_leaves() -> None:
    """Three with a plan and four with SEN support have six needs: each is withheld, and none of them can be four."""
    needs = dict(zip(NEEDS, (1, 2, 1, 1, 1, 1), strict=True))
    school = {"roll": 348, "ehc_plans": 3, "sen_support": 4, **needs}
    values = small_values(reading(school), school)
    assert {len(values[need]) for need in NEEDS} == {3}
    assert told_too_closely(school) == {}


def test_reader_of_these_tests_tells_a_count_that_is_not_kept_back() -> None:
    """Where only the count itself were hidden, 24 with SEND less 20 on SEN support would be four."""
    told = {"roll": 300, "ehc_plans": None, "sen_support": 20, "pupil_premium": 90, "pupil_premium_send": 24}
    of = Reading(told, frozenset({"ehc_plans"}), frozenset(), 300)
    assert {plans for send in range(301) for table in tables(of, send) for plans in table["ehc_plans"]} == {4}
