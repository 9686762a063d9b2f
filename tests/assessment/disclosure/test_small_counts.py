"""No group of one to four pupils can be worked out from what leaves, whatever a school counts.

The figures here are counted from made pupils, and whether they tell a group is asked of numpy: each figure is a row of
ones and noughts over every kind of pupil there can be, and a group is told where its row is a mix of those rows.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure.small_counts import SMALL, hidden_figures
from sendself.assessment.disclosure_choice import MOST_SMALL, Disclosure
from sendself.assessment.record import from_json, to_json
from tests.samples import an_evaluation

TRAITS = ("fsm", "pupil_premium", "persistent_absence", "suspended")
NEEDS = ("need_asd", "need_slcn", "need_semh", "need_hi")


class Pupil(NamedTuple):
    """A made pupil: plan, support or none; a main need or none; and each trait."""

    status: str
    need: str
    traits: tuple[bool, bool, bool, bool]

    @property
    def send(self) -> bool:
        """Whether the pupil has an EHC plan or SEN support."""
        return self.status != "none"


def is_counted(figure: str) -> Callable[[Pupil], bool]:
    """Whether a figure counts a pupil."""
    if figure == "roll":
        return lambda pupil: True
    if figure in ("ehc_plans", "sen_support"):
        return lambda pupil: pupil.status == figure
    if figure in NEEDS:
        return lambda pupil: pupil.need == figure
    at = TRAITS.index(figure.removesuffix("_send"))
    return lambda pupil: pupil.traits[at] and (pupil.send or not figure.endswith("_send"))


FIGURES = ("roll", "ehc_plans", "sen_support", *NEEDS, *TRAITS, *(f"{trait}_send" for trait in TRAITS))


def groups() -> Iterator[tuple[str, Callable[[Pupil], bool]]]:
    """Every group that must not be told where it is small: what is counted, what it leaves out, and the others."""
    yield "send", lambda pupil: pupil.send
    yield "others", lambda pupil: not pupil.send
    yield "without a plan", lambda pupil: pupil.status != "ehc_plans"
    for figure in FIGURES[1:]:
        counts = is_counted(figure)
        yield figure, counts
        yield f"send, not {figure}", lambda pupil, counts=counts: pupil.send and not counts(pupil)  # type: ignore[misc]
    for trait in TRAITS:
        counts = is_counted(trait)
        yield f"others, {trait}", lambda pupil, counts=counts: not pupil.send and counts(pupil)  # type: ignore[misc]
        yield f"others, not {trait}", lambda pupil, counts=counts: not pupil.send and not counts(pupil)  # type: ignore[misc]
        yield f"not {trait}", lambda pupil, counts=counts: not counts(pupil)  # type: ignore[misc]


@cache
def kinds(needs: tuple[str, ...]) -> tuple[Pupil, ...]:
    """Every kind of pupil there can be; those with SEND have one of these needs."""
    traits = [(a, b, c, d) for a, b, c, d in product((False, True), repeat=4)]
    with_send = [Pupil(status, need, t) for status in ("ehc_plans", "sen_support") for need in needs for t in traits]
    return (*with_send, *(Pupil("none", "", t) for t in traits))


def rows(
    counts: list[Callable[[Pupil], bool]], among: tuple[Pupil, ...]
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """A row for each count: one for every kind of pupil that it counts."""
    return np.array([[float(count(pupil)) for pupil in among] for count in counts]).reshape(len(counts), len(among))


def told(figures: set[str], group: Callable[[Pupil], bool], among: tuple[Pupil, ...]) -> bool:
    """Whether adding and taking away these figures gives the number of a group."""
    known = rows([is_counted(figure) for figure in sorted(figures)], among)
    more = np.vstack([known, rows([group], among)])
    return bool(figures) and np.linalg.matrix_rank(more) == np.linalg.matrix_rank(known)


def a_pupil() -> st.SearchStrategy[Pupil]:
    """A pupil; few needs and traits are rare, so that small groups are many."""
    send = st.sampled_from(("ehc_plans", "sen_support", "sen_support"))
    rare = st.sampled_from((False, False, False, True))
    traits = st.tuples(rare, st.booleans(), rare, rare)
    with_send = st.builds(Pupil, send, st.sampled_from((*NEEDS, "need_asd", "need_asd", "")), traits)
    return st.one_of(with_send, st.builds(Pupil, st.just("none"), st.just(""), traits))


@st.composite
def schools(draw: st.DrawFn) -> list[Pupil]:
    """The pupils of a school: some kinds of pupil, each up to twenty times."""
    found = draw(st.lists(st.tuples(a_pupil(), st.integers(1, 20)), min_size=1, max_size=14))
    return [pupil for pupil, often in found for _ in range(often)]


def counted(pupils: list[Pupil], published: set[str], left_open: set[str]) -> dict[str, Figure]:
    """The figures of a school but for those left open; all are imported but those published."""
    return {
        name: Figure(value=sum(map(is_counted(name), pupils)), source="published" if name in published else "imported")
        for name in FIGURES
        if name not in left_open
    }


published_sets = st.sampled_from(
    (set(), {"roll"}, {"roll", "ehc_plans", "sen_support"}, {"roll", "sen_support", "fsm"})
)
open_sets = st.sets(st.sampled_from(FIGURES[1:]), max_size=4)


@settings(deadline=None, max_examples=150)
@given(schools(), published_sets, open_sets)
@example([Pupil("none", "", (False,) * 4)], set(), {"ehc_plans"})
def test_no_small_group_is_told_by_what_leaves(pupils: list[Pupil], published: set[str], left_open: set[str]) -> None:
    """Neither a count, nor what it leaves out, nor the others: unless the DfE has published as much."""
    tells_no_small_group(pupils, published, left_open)


@pytest.mark.prove
@settings(deadline=None, max_examples=1500)
@given(schools(), published_sets, open_sets)
def test_no_small_group_is_told_by_what_leaves_of_many_schools(
    pupils: list[Pupil], published: set[str], left_open: set[str]
) -> None:
    """The same for ten times as many schools."""
    tells_no_small_group(pupils, published, left_open)


@settings(deadline=None, max_examples=60)
@given(schools(), published_sets, st.integers(1, MOST_SMALL))
@example([Pupil("sen_support", "", (True,) * 4)] * 9 + [Pupil("none", "", (False,) * 4)] * 20, set(), 9)
def test_no_small_group_is_told_whichever_limit_is_chosen(pupils: list[Pupil], published: set[str], most: int) -> None:
    """With each limit that a school can choose, no group up to it follows."""
    tells_no_small_group(pupils, published, set(), range(1, most + 1))


def tells_no_small_group(pupils: list[Pupil], published: set[str], left_open: set[str], few: range = SMALL) -> None:
    """Hold that no group of few pupils, by default one to four, follows from the figures of a school that leave."""
    figures = counted(pupils, published, left_open)
    hidden = hidden_figures(figures, few)
    leaves = set(figures) - hidden
    assert not hidden & published
    # Where every pupil with SEND has a need that is given, a reader may take the needs to make up the whole.
    given_needs = tuple(need for need in NEEDS if need in figures)
    whole = bool(given_needs) and all(pupil.need in given_needs for pupil in pupils if pupil.send)
    among = kinds(given_needs if whole else (*NEEDS, ""))
    small = [(name, group) for name, group in groups() if sum(map(group, pupils)) in few]
    # The roll is never hidden: with counts that are published it may say how few the others are.
    never = (published | {"roll"}) & set(figures)
    open_to_all = {name for name, group in small if told(never, group, among)}
    assert [name for name, group in small if told(leaves, group, among) and name not in open_to_all] == []


@settings(deadline=None, max_examples=60)
@given(schools(), st.sets(st.sampled_from(FIGURES[1:]), max_size=3))
def test_hiding_twice_hides_no_more(pupils: list[Pupil], published: set[str]) -> None:
    """What was hidden is gone; the rest gives nothing away and stays."""
    figures = counted(pupils, published, set())
    once = hidden_figures(figures)
    shared = {name: f.model_copy(update={"value": None}) if name in once else f for name, f in figures.items()}
    assert hidden_figures(shared) == frozenset()


def hidden(**values: float) -> set[str]:
    """What is hidden of these figures, all typed."""
    return set(hidden_figures({name: Figure(value=value) for name, value in values.items()}))


SEND_72: dict[str, float] = {"roll": 428, "ehc_plans": 14, "sen_support": 58}


@pytest.mark.parametrize(
    ("needs", "hides"),
    [
        ({"asd": 30, "slcn": 42}, set()),
        # One hidden need would be the rest of 72: the smallest other goes with it.
        ({"asd": 30, "slcn": 33, "semh": 6, "hi": 3}, {"hi", "semh"}),
        # Two and two make four, which is still few: a third goes.
        ({"asd": 30, "slcn": 32, "semh": 6, "hi": 2, "vi": 2}, {"hi", "vi", "semh"}),
        # Two hidden make five: enough.
        ({"asd": 30, "slcn": 37, "hi": 2, "vi": 3}, {"hi", "vi"}),
        # A need that nobody has says nothing of anybody.
        ({"asd": 30, "slcn": 39, "vi": 0, "hi": 3}, {"hi", "asd"}),
        # Two with SEND have a need that is not given: one more is hidden, so that they are more.
        ({"asd": 30, "slcn": 40}, {"asd"}),
        # All but three have one need.
        ({"asd": 69, "hi": 3}, {"asd", "hi"}),
    ],
)
def test_needs_that_would_give_a_small_one_away_are_hidden(needs: dict[str, float], hides: set[str]) -> None:
    """Of 72 with SEND the needs that are shown never leave one to four."""
    assert hidden(**SEND_72, **{f"need_{need}": pupils for need, pupils in needs.items()}) == {
        f"need_{need}" for need in hides
    }


def test_needs_do_not_give_away_few_plans() -> None:
    """Forty on SEN support and forty-three under a need are three plans: a need goes, as the plans do."""
    assert hidden(roll=400, ehc_plans=3, sen_support=40, need_asd=20, need_slcn=23) == {"ehc_plans", "need_asd"}


@pytest.mark.parametrize(
    ("figures", "hides"),
    [
        ({"fsm": 97, "fsm_send": 27}, set()),
        ({"fsm": 97, "fsm_send": 3}, {"fsm_send"}),
        ({"fsm": 30, "fsm_send": 27}, {"fsm_send"}),
        ({"fsm": 97, "fsm_send": 70}, {"fsm_send"}),
        ({"fsm": 380, "fsm_send": 27}, {"fsm_send"}),
        ({"fsm": 425, "fsm_send": 72}, {"fsm"}),
        ({"suspended": 4, "suspended_send": 0}, {"suspended"}),
        ({"persistent_absence": 50, "persistent_absence_send": 0}, set()),
    ],
)
def test_parts_that_leave_few_are_hidden(figures: dict[str, float], hides: set[str]) -> None:
    """Few with SEND, few others, few with SEND without it or few others without it: the part goes, or the whole."""
    assert hidden(**SEND_72, **figures) == hides


def test_figure_that_is_no_measure_points_to_nobody() -> None:
    """A figure of a newer program is left as it is, and stops nothing."""
    figures = {"roll": Figure(value=428), "ehc_plans": Figure(value=14), "of_tomorrow": Figure(value=3)}
    assert hidden_figures(figures) == frozenset()


FEW_NEEDS = ("need_hi", "need_vi", "need_msi", "need_pd", "need_oth")


def leaves(figures: Mapping[str, float], disclosure: Disclosure | None = None) -> dict[str, float | None]:
    """What a reader finds in the data that leaves, of figures that were counted from an export."""
    made = {name: Figure(value=value, source="imported") for name, value in figures.items()}
    record = to_json(shared_record(an_evaluation(context=Context(figures=made)), disclosure).assessment)
    return {name: figure.value for name, figure in from_json(record).context.figures.items()}


def left_open(figures: Mapping[str, float], fits: Callable[[Mapping[str, float]], bool], most: int) -> list[str]:
    """The small counts of which a reader can tell the number, or all but three numbers that it is not.

    Every table of whole numbers is tried: what is told stands, what is withheld is at least one.
    """
    told = leaves(figures)
    withheld = [name for name, value in told.items() if value is None]
    # One that is not small may be anything; the small are tried from one to nine.
    spans = [range(1, 10 if figures[name] in SMALL else most + 1) for name in withheld]
    guesses = (dict(zip(withheld, tried, strict=True)) for tried in product(*spans))
    tables = [guess for guess in guesses if fits({**figures, **guess})]
    assert tables, "the truth is among what is tried"
    found = {name: {table[name] for table in tables} for name in withheld}
    return [name for name in withheld if figures[name] in SMALL and found[name] <= set(SMALL) and len(found[name]) < 4]


def of_72(table: Mapping[str, float]) -> bool:
    """Whether the needs of a table make up the 72 pupils with SEND."""
    return sum(value for name, value in table.items() if name.startswith("need_")) == 72


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 7), min_size=2, max_size=3), st.integers(25, 40))
@example([1, 1, 1], 30)
@example([4, 4], 35)
def test_no_need_can_be_guessed(few: list[int], asd: int) -> None:
    """Whatever needs 72 pupils have, one that few have could be several numbers to somebody who tries them all."""
    needs = dict(zip(FEW_NEEDS, few, strict=False))
    figures = {**SEND_72, **needs, "need_asd": asd, "need_slcn": 72 - asd - sum(few)}
    assert left_open(figures, of_72, 48) == []


def test_needs_of_one_pupil_each_do_not_follow_from_their_sum() -> None:
    """Five needs withheld for five pupils would be one each: one that is not small goes with them."""
    told = leaves({**SEND_72, "need_asd": 30, "need_slcn": 37, **dict.fromkeys(FEW_NEEDS, 1)})
    assert {name for name, value in told.items() if value is None} == {*FEW_NEEDS, "need_asd"}


def are_suspended(table: Mapping[str, float]) -> bool:
    """Whether nobody is suspended without a suspension, with SEND or without."""
    others = table["suspensions"] - table["suspensions_send"], table["suspended"] - table["suspended_send"]
    return 0 <= others[1] <= others[0] and table["suspended_send"] <= table["suspensions_send"]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 7), st.integers(0, 12), st.data())
def test_pupils_suspended_cannot_be_guessed(send: int, others: int, data: st.DataObject) -> None:
    """Nobody can be suspended more often than there are suspensions: that does not tell how few they are."""
    send_pupils, other_pupils = (data.draw(st.integers(min(1, events), events)) for events in (send, others))
    figures = {
        **SEND_72,
        "suspensions": send + others,
        "suspensions_send": send,
        "suspended": send_pupils + other_pupils,
        "suspended_send": send_pupils,
    }
    assert left_open(figures, are_suspended, 20) == []


def test_pupils_suspended_do_not_follow_from_suspensions() -> None:
    """Of 39 pupils for 40 suspensions, five of them of pupils with SEND, four or five have SEND: more is withheld."""
    told = leaves({**SEND_72, "suspensions": 40, "suspensions_send": 5, "suspended": 39, "suspended_send": 4})
    assert {name for name, value in told.items() if value is None} == {"suspended_send", "suspensions_send"}
