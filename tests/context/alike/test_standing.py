"""Where a school stands: counted again from the shipped file in plain Python, for real and for made schools."""

import math
import statistics
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendself.assessment.context import Context, Figure
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.school import School
from sendself.context.alike.own_counts import COMPARED, OwnCounts, given_counts, published_counts
from sendself.context.alike.schools_alike import TYPE_PLURALS
from sendself.context.alike.standing import NotCompared, Standing, standings
from sendself.context.alike.standing_words import basis_in_words, in_words
from sendself.context.schools.entry import COUNTS
from sendself.context.schools.register import SCHEMA, SHIPPED_REGISTER, Register, load_register
from sendself.rubric.duty import SchoolKind, Setting
from tests.samples import an_evaluation

DOWNSIDE = 109567
# A large primary, one without EHC plans, a secondary, two special schools (in one every pupil has a plan), and AP.
_FEES = SchoolKind.INDEPENDENT_SPECIAL
REAL = (DOWNSIDE, 101546, 100049, 139167, 136423, 100006)
Row = dict[str, Any]


@cache
def register() -> Register:
    """The shipped register."""
    return load_register()


@cache
def rows() -> tuple[Row, ...]:
    """The shipped file, row by row, read apart from the register."""
    return tuple(pq.read_table(SHIPPED_REGISTER).to_pylist())


def one_of_each_type() -> list[int]:
    """The school in the middle of the file for every census type."""
    urns = []
    for name in TYPE_PLURALS:
        alike = [row["urn"] for row in rows() if row["census_type"] == name and row["roll"]]
        urns.append(alike[len(alike) // 2])
    return urns


def peers(urn: int) -> list[Row]:
    """The other schools of the census type."""
    own = next(row for row in rows() if row["urn"] == urn)
    return [row for row in rows() if row["census_type"] == own["census_type"] and row["urn"] != urn]


def nearest_by_hand(urn: int) -> list[Row]:
    """The hundred nearest in log roll and FSM-ever-6 share, by a sort in plain Python."""
    own = next(row for row in rows() if row["urn"] == urn)
    placed = [row for row in peers(urn) if row["roll"] and row["fsm_ever6_of"] and row["fsm_ever6"] is not None]

    def place(row: Row) -> tuple[float, float]:
        return math.log(row["roll"]), row["fsm_ever6"] / row["fsm_ever6_of"]

    spreads = [statistics.pstdev(values) for values in zip(*map(place, placed), strict=True)]

    def distance(row: Row) -> float:
        steps = zip(place(row), place(own), spreads, strict=True)
        return math.fsum(((here - there) / spread) ** 2 for here, there, spread in steps)

    return sorted(placed, key=lambda row: (round(distance(row), 12), row["urn"]))[:100]


def shares(schools: Iterable[Row], measure: str) -> list[float]:
    """The shares of those schools that have both counts, in percent."""
    return [100 * s[measure] / s["roll"] for s in schools if s["roll"] and s[measure] is not None]


def found(own: OwnCounts, measure: str, among: str) -> Standing:
    """One standing, which has to be there."""
    one = next(s for s in standings(own, register()) if (s.measure, s.among) == (measure, among))
    assert isinstance(one, Standing)
    return one


def published(urn: int) -> OwnCounts:
    """The published counts of a real school."""
    entry = register().find(urn)
    assert entry
    own = published_counts(entry)
    assert own
    return own


def made_register(schools: Iterable[Row]) -> Register:
    """A register of made schools; what a row does not say is empty."""
    blank: Row = {name: "" if SCHEMA.field(name).type == pa.string() else None for name in SCHEMA.names}
    table = pa.Table.from_pylist([{**blank, **row} for row in schools], schema=SCHEMA)
    return Register(table, {"year": "2023/24"})


def a_primary(urn: int, roll: int | None, support: int | None, **changes: Any) -> Row:
    """A made primary with a quarter of its pupils on free school meals."""
    row = {"urn": urn, "census_type": "State-funded primary", "roll": roll, "sen_support": support, "ehc_plans": 2}
    return {**row, "fsm": 10, "fsm_ever6": 20, "fsm_ever6_of": 80, **changes}


@pytest.mark.parametrize("measure", COMPARED)
@pytest.mark.parametrize("urn", REAL)
def test_standing_of_a_real_school_among_its_type(urn: int, measure: str) -> None:
    """Schools below, ties, those left out, percentile, quartiles and histogram agree with a loop over the file."""
    own = next(row for row in rows() if row["urn"] == urn)
    value, others = 100 * own[measure] / own["roll"], shares(peers(urn), measure)
    standing = found(published(urn), measure, "type")
    assert (standing.value, standing.n, standing.left_out) == (value, len(others), len(peers(urn)) - len(others))
    assert (standing.below, standing.equal) == (sum(o < value for o in others), sum(o == value for o in others))
    assert standing.percentile == 100 * (standing.below + standing.equal / 2) / len(others)
    assert standing.quartiles == pytest.approx(statistics.quantiles(others, n=4, method="inclusive"))
    assert (standing.group, standing.year) == (TYPE_PLURALS[own["census_type"]], "2023/24")


@pytest.mark.parametrize("measure", ["ehc_plans", "sen_support"])
@pytest.mark.parametrize("urn", REAL)
def test_standing_of_a_real_school_among_the_nearest(urn: int, measure: str) -> None:
    """The hundred nearest, chosen again by a plain sort, give the same schools below and the same quartiles."""
    own = next(row for row in rows() if row["urn"] == urn)
    value, near = 100 * own[measure] / own["roll"], shares(nearest_by_hand(urn), measure)
    standing = found(published(urn), measure, "nearest")
    assert (standing.n, standing.n + standing.left_out) == (len(near), 100)
    assert (standing.below, standing.equal) == (sum(o < value for o in near), sum(o == value for o in near))
    assert standing.quartiles == pytest.approx(statistics.quantiles(near, n=4, method="inclusive"))


def test_free_school_meals_are_not_compared_among_schools_chosen_by_them() -> None:
    """Among schools with nearly the same share of free school meals that share says nothing; among the type it does."""
    among = [one.among for one in standings(published(DOWNSIDE), register()) if one.measure == "fsm"]
    assert among == ["type"]


FAIRLEY_HOUSE = 101173


def test_independent_special_school_is_told_that_it_stands_among_mainstream_ones() -> None:
    """The census has one type for all that charge fees: the sentence says so for a special school, and only for one."""
    group = "independent schools (most of them mainstream)"
    own = published(FAIRLEY_HOUSE)
    assert found(own, "sen_support", "type").group == group
    of_evaluation = given_counts(
        an_evaluation(school=School(urn=FAIRLEY_HOUSE, phase="Special", kind=_FEES)), register()
    )
    assert of_evaluation
    assert of_evaluation.among_mainstream
    mainstream = next(row["urn"] for row in peers(FAIRLEY_HOUSE) if row["roll"] and row["phase"] == "Independent")
    assert found(published(mainstream), "sen_support", "type").group == "independent schools"


def test_downside_stands_where_the_published_file_puts_it() -> None:
    """Downside, Luton: 37 and 105 of 1,038 pupils in 2023/24; five of the other primaries have no counts."""
    plans, support = (found(published(DOWNSIDE), name, "type") for name in ("ehc_plans", "sen_support"))
    assert (plans.n, plans.left_out, plans.below, plans.equal) == (16_758, 5, 11_875, 0)
    assert (support.below, support.equal) == (4_015, 1)
    assert in_words(support) == "About 3 in 4 state-funded primaries have a larger share of pupils with SEN support"
    assert basis_in_words(support) == (
        "Compared with 16,758 schools in the census of 2023/24; 5 more without published counts are left out."
    )


def percentile_by_hand(urn: int, measure: str, group: list[Row]) -> float:
    """Percent of the group with a smaller share, plus half of those with the same, counted school by school."""
    own = next(row for row in rows() if row["urn"] == urn)
    below, same, known = 0, 0, 0
    for row in group:
        if not row["roll"] or row[measure] is None:
            continue
        known += 1
        # Whole numbers multiplied crosswise: no share is rounded.
        theirs, ours = row[measure] * own["roll"], own[measure] * row["roll"]
        below += theirs < ours
        same += theirs == ours
    return 100 * (below + same / 2) / known


@pytest.mark.parametrize(
    ("measure", "among_type", "among_nearest"),
    [("ehc_plans", 70.86, 76.0), ("sen_support", 23.96, 39.0), ("fsm", 50.79, None)],
)
def test_percentiles_of_downside_are_those_of_the_published_file(
    measure: str, among_type: float, among_nearest: float | None
) -> None:
    """Downside, Luton, 2023/24: the numbers themselves, counted again, and as the code gives them."""
    pinned = {"type": among_type, "nearest": among_nearest}
    groups = {"type": peers(DOWNSIDE), "nearest": nearest_by_hand(DOWNSIDE)}
    for among, group in groups.items():
        if pinned[among] is None:
            continue
        counted = percentile_by_hand(DOWNSIDE, measure, group)
        assert round(counted, 2) == pinned[among]
        assert found(published(DOWNSIDE), measure, among).percentile == pytest.approx(counted)


def test_every_census_type_has_its_standings() -> None:
    """Every type is compared on EHC plans and SEN support; each histogram holds every school once."""
    for urn in one_of_each_type():
        own = published(urn)
        for measure in ("ehc_plans", "sen_support"):
            standing = found(own, measure, "type")
            assert sum(standing.counts) == standing.n
            assert len(standing.edges) == len(standing.counts) + 1
            assert standing.edges[0] <= standing.value <= standing.edges[-1]
        near = {s.among for s in standings(own, register()) if isinstance(s, Standing)}
        assert ("nearest" in near) == (own.values["fsm_ever6"] is not None)


def test_histogram_counts_by_hand() -> None:
    """Between its outer bins the histogram counts the schools from one edge up to the next."""
    standing, others = found(published(DOWNSIDE), "fsm", "type"), shares(peers(DOWNSIDE), "fsm")
    inner = list(zip(standing.edges, standing.edges[1:], standing.counts, strict=False))[1:-1]
    assert inner
    for low, high, count in inner:
        assert count == sum(low <= share < high for share in others)
    assert standing.counts[0] == sum(share < standing.edges[1] for share in others)


def test_typed_figures_stand_among_the_registers_schools_without_the_own_row() -> None:
    """A typed count is compared with the other schools; the school's own published row is not one of them."""
    figures = {"roll": Figure(value=1038), "sen_support": Figure(value=105)}
    assessment = an_evaluation(school=School(urn=DOWNSIDE, phase="Primary"), context=Context(figures=figures))
    own = given_counts(assessment, register())
    assert own
    assert found(own, "sen_support", "type") == found(published(DOWNSIDE), "sen_support", "type")
    assert found(own, "sen_support", "nearest") == found(published(DOWNSIDE), "sen_support", "nearest")


def test_school_without_urn_is_compared_with_all_of_its_phase() -> None:
    """Without a URN every school of the phase counts, and who is nearest is not known."""
    figures = {"roll": Figure(value=1038), "sen_support": Figure(value=105)}
    own = given_counts(an_evaluation(school=School(phase="Primary"), context=Context(figures=figures)), register())
    assert own
    assert found(own, "sen_support", "type").n == 16_759
    reasons = {s.reason for s in standings(own, register()) if isinstance(s, NotCompared)}
    assert "The school's roll or its share of free school meals in the last six years is not published." in reasons
    assert "Pupils with an EHC plan: their number is not given." in reasons


@pytest.mark.parametrize(
    ("school", "setting", "census_type"),
    [
        (School(phase="Secondary"), Setting.MAINSTREAM, "State-funded secondary"),
        (School(phase="Special"), Setting.SPECIAL, "State-funded special school"),
        (
            School(phase="Special", kind=SchoolKind.NON_MAINTAINED_SPECIAL),
            Setting.SPECIAL,
            "Non-maintained special school",
        ),
        (School(phase="Alternative provision"), Setting.PRU, "State-funded AP school"),
        (School(phase="16 plus"), Setting.MAINSTREAM, None),
        (School(urn=DOWNSIDE, phase="Primary"), Setting.RESOURCED_PROVISION, None),
        (School(urn=DOWNSIDE), Setting.MAINSTREAM, "State-funded primary"),
    ],
)
def test_census_type_of_an_evaluation(school: School, setting: Setting, census_type: str | None) -> None:
    """The register says the type; without it the phase does; what has no like is not compared."""
    own = given_counts(an_evaluation(school=school, setting=setting), register())
    assert (own.census_type if own else None) == census_type


def test_group_under_twenty_is_not_compared() -> None:
    """Nineteen other schools give a reason, twenty a standing."""
    schools = [a_primary(urn, 100, urn) for urn in range(1, 21)]
    own = OwnCounts("State-funded primary", {"roll": 100, "sen_support": 10}, urn=20)
    few = standings(own, made_register(schools))
    enough = standings(own, made_register([*schools, a_primary(21, 100, 50)]))
    reason = "Too few to compare with: 19 schools with published counts, and fewer than 20 say little."
    assert NotCompared("sen_support", "type", reason) in few
    assert any(isinstance(s, Standing) and s.n == 20 and s.among == "type" for s in enough)


def test_ties_count_half_and_missing_counts_are_left_out() -> None:
    """Ten below, four alike of thirty: the percentile is 40; a suppressed count and an empty roll are said."""
    counts = [5] * 10 + [10] * 4 + [20] * 16
    schools = [a_primary(urn, 100, support) for urn, support in enumerate(counts, start=1)]
    extra = [a_primary(98, 100, None), a_primary(99, 0, 0), a_primary(97, 50, 5, census_type="State-funded secondary")]
    own = OwnCounts("State-funded primary", {"roll": 200, "sen_support": 20})
    standing = next(s for s in standings(own, made_register([*schools, *extra])) if s.measure == "sen_support")
    assert isinstance(standing, Standing)
    assert (standing.n, standing.left_out, standing.below, standing.equal) == (30, 2, 10, 4)
    assert standing.percentile == pytest.approx(40)


def test_of_schools_equally_near_the_lower_urn_is_taken() -> None:
    """Of 120 schools alike in size and poverty the hundred with the lowest URNs are compared with, in any order."""
    schools = [a_primary(urn, 100, 5 if urn <= 100 else 50) for urn in range(1, 121)]
    values = {"roll": 100, "sen_support": 10, "fsm_ever6": 20, "fsm_ever6_of": 80}
    for order in (schools, schools[::-1]):
        made = standings(OwnCounts("State-funded primary", values), made_register(order))
        near = next(s for s in made if (s.measure, s.among) == ("sen_support", "nearest"))
        assert isinstance(near, Standing)
        assert (near.n, near.below) == (100, 100)


def test_impossible_count_is_not_compared() -> None:
    """More pupils with SEN support than on roll is a mistake, and said to be one."""
    own = OwnCounts("State-funded primary", {"roll": 100, "sen_support": 101})
    reasons = [s for s in standings(own, register()) if (s.measure, s.among) == ("sen_support", "type")]
    assert reasons == [NotCompared("sen_support", "type", "Pupils with SEN support: more than the number on roll.")]


def test_unknown_type_is_not_compared() -> None:
    """A type that the register does not know has nobody to be compared with."""
    made = standings(OwnCounts("Lighthouse", {"roll": 10, "ehc_plans": 1}), register())
    assert made
    assert all(isinstance(s, NotCompared) for s in made)


@settings(deadline=None, max_examples=60)
@given(
    counts=st.lists(st.tuples(st.integers(0, 50), st.none() | st.integers(0, 60)), min_size=20, max_size=60),
    roll=st.integers(1, 60),
    parts=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_percentile_is_bounded_and_never_falls(
    counts: list[tuple[int, int | None]], roll: int, parts: tuple[int, int]
) -> None:
    """From 0 to 100, and a larger share never has a lower percentile; the histogram holds every school."""
    made = made_register(a_primary(urn, size, part) for urn, (size, part) in enumerate(counts, start=1))
    got = []
    for part in sorted(min(part, roll) for part in parts):
        own = OwnCounts("State-funded primary", {"roll": roll, "sen_support": part})
        standing = next(s for s in standings(own, made) if (s.measure, s.among) == ("sen_support", "type"))
        if isinstance(standing, NotCompared):
            assert sum(bool(size) and share is not None for size, share in counts) < 20
            return
        assert 0 <= standing.percentile <= 100
        assert sum(standing.counts) == standing.n
        assert standing.n + standing.left_out == len(counts)
        assert standing.edges[0] <= standing.value <= standing.edges[-1]
        got.append(standing.percentile)
    assert got == sorted(got)


def test_withheld_count_has_no_standing() -> None:
    """What was taken out of a shared record is not filled in again from the register."""
    figures = {"roll": Figure(value=1038), "ehc_plans": Figure(value=3)}
    school = School(urn=DOWNSIDE, phase="Primary")
    shared = shared_record(an_evaluation(school=school, context=Context(figures=figures))).assessment
    own = given_counts(shared, register())
    assert own
    assert {name for name in COUNTS if own.values[name] is not None} == {"roll", "fsm_ever6", "fsm_ever6_of"}
    withheld = [s for s in standings(own, register()) if s.measure == "ehc_plans"]
    assert {s.among for s in withheld} == {"type", "nearest"}
    assert all(isinstance(s, NotCompared) for s in withheld)
