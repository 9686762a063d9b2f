"""Which columns are recognised, how a choice is changed, kept and found again."""

import json

import pytest

from sendself.context.export.codes import Status
from sendself.context.export.columns import ColumnMapping, Confidence, guess_mapping, signature
from sendself.context.export.errors import ExportError
from sendself.context.export.facts import LABELS, Fact
from sendself.context.export.headings import recognise
from sendself.context.export.reading import read_table
from sendself.context.export.table import RawTable
from tests.context.export.making import csv_bytes, upn

TABLE = RawTable(
    header=("UPN", "Name", "SEN status", "Need 2", "Primary need", "SEN status", "Notes"),
    rows=(
        (upn(1), "Ann", "SEN Support", "SLCN", "SEMH", "K", "x"),
        (upn(2), "Ben", "No SEN", "", "", "N", ""),
        (upn(3), "Cat", "No SEN", "", "", "N", ""),
    ),
)


@pytest.mark.parametrize(
    ("heading", "fact"),
    [
        ("UPN", Fact.UPN),
        ("Adno", Fact.ADMISSION_NUMBER),
        ("Legal Surname", Fact.NAME),
        ("Student", Fact.NAME),
        ("Year group(s) this academic year", Fact.YEAR_GROUP),
        ("Year Taught In", Fact.YEAR_GROUP),
        ("Registration form(s) this academic year", Fact.REGISTRATION_GROUP),
        ("SEN Status", Fact.SEN_STATUS),
        ("SEN_Provision", Fact.SEN_STATUS),
        ("Current SEN status (code)", Fact.SEN_STATUS),
        ("Has EHC plan?", Fact.EHC_PLAN),
        ("Primary SEN Need Type", Fact.NEED),
        ("SEN Need 2", Fact.NEED),
        ("SEN Need Ranking", Fact.NEED_RANK),
        ("Eligible for free meals", Fact.FSM),
        ("Pupil Premium Indicator", Fact.PUPIL_PREMIUM),
        ("Ever in care", Fact.EVER_IN_CARE),
        ("% Attendance", Fact.ATTENDANCE),
        ("Attendance % (this academic year)", Fact.ATTENDANCE),
        ("Overall absence %", Fact.ABSENCE),
        ("Possible Sessions", Fact.SESSIONS_POSSIBLE),
        ("Fixed-term exclusions", Fact.SUSPENSIONS),
        ("Sessions lost to suspension", Fact.SUSPENSION_TIME),
        ("Permanent Exclusions", Fact.PERMANENT_EXCLUSIONS),
        ("SEN status start date", None),
        ("SEN Description", None),
        ("Previous UPN", None),
        ("Ever 6 FSM", None),
        ("FSM6", None),
        ("FSM Ever 6", None),
        ("Ever6FSM", None),
        ("FSM eligible ever6", None),
        ("Eligible for FSM in last 6 years", None),
        ("Eligible for FSM (past six years)", None),
        ("Previously eligible for FSM", None),
        ("Universal infant FSM eligible", None),
        ("Attendance last week %", None),
        ("% attendance last 4 weeks", None),
        ("Predicted attendance %", None),
        ("Attendance % target", None),
        ("Suspensions last year", Fact.SUSPENSIONS),
        ("SEN status last year", None),
        ("Academic year", None),
        ("Unauthorised absence %", None),
        ("Exclusions", Fact.SUSPENSIONS),
        ("Exclusions reason", None),
        ("Perm Excl", Fact.PERMANENT_EXCLUSIONS),
        ("Is SEN", Fact.SEN_SUPPORT),
        ("SEN (Y/N)", Fact.SEN_STATUS),
        ("SEN Support (K)", Fact.SEN_SUPPORT),
        ("EHCP (E)", Fact.EHC_PLAN),
        ("Area of need", Fact.NEED),
        ("% Attendance (year to date)", Fact.ATTENDANCE),
        ("Attendance % to date", Fact.ATTENDANCE),
        ("Attendance 2025-26", Fact.ATTENDANCE),
        ("Attendance 2025/2026 (%)", Fact.ATTENDANCE),
        ("Attendance % academic year 2025-26", Fact.ATTENDANCE),
        ("Attended %", Fact.ATTENDANCE),
        ("Possible sessions to date", Fact.SESSIONS_POSSIBLE),
        ("Absence % this year", Fact.ABSENCE),
        ("Permanent exclusions to date", Fact.PERMANENT_EXCLUSIONS),
        ("Attendance date", None),
        ("Attendance % last year", None),
        ("Attendance start date", None),
        ("SEN status to date", None),
        ("FSM eligible to date", None),
        ("Date of birth", None),
        ("", None),
    ],
)
def test_headings_of_the_systems_are_recognised(heading: str, fact: Fact | None) -> None:
    """Headings as SIMS, Arbor, Bromcom, ScholarPack and schools write them; those of other facts are left alone."""
    known = recognise(heading)

    assert (known[0] if known else None) is fact


def columns_of(*headings: str) -> dict[Fact, tuple[int, ...]]:
    """The columns of a table with these headings, each with a value that fits it."""
    fits = {"Attendance": "94.5", "SEN": "K", "Is": "Y", "EHCP": "N", "UPN": upn(1)}
    row = tuple(fits[heading.split()[0]] for heading in headings)
    mapping = guess_mapping(RawTable(headings, (row,) * 4))
    return {fact: mapping.columns(fact) for fact in Fact if mapping.columns(fact)}


@pytest.mark.parametrize(
    ("headings", "column"),
    [
        (("Attendance 2024/25", "Attendance 2025/26"), 1),
        (("Attendance 2025/26", "Attendance 2024/25"), 0),
        (("Attendance 2024/25", "Attendance %"), 1),
    ],
)
def test_latest_of_several_years_is_taken(headings: tuple[str, ...], column: int) -> None:
    """Of two years of attendance the later is taken and said to be a guess; a heading without a year is of this one."""
    mapping = guess_mapping(RawTable(headings, (("94.5", "95.5"),) * 4))

    (choice,) = mapping.choices
    assert (choice.fact, choice.column) == (Fact.ATTENDANCE, column)
    named = "/" in headings[column]
    assert choice.confidence is (Confidence.LIKELY if named else Confidence.SURE)
    assert ("the latest of several school years" in choice.why) is named


def test_sen_of_either_kind_counts_only_beside_a_column_of_ehc_plans() -> None:
    """A yes to SEN is SEN support where another column tells the EHC plans, and is left alone beside a status."""
    assert columns_of("UPN", "Is SEN", "EHCP")[Fact.SEN_SUPPORT] == (1,)
    assert Fact.SEN_SUPPORT not in columns_of("UPN", "Is SEN")
    assert Fact.SEN_SUPPORT not in columns_of("UPN", "Is SEN", "EHCP", "SEN status")


def test_every_fact_has_a_label() -> None:
    """A fact without a label could not be chosen on a page."""
    assert set(LABELS) == set(Fact)


def test_needs_stand_in_their_order_and_two_statuses_are_both_taken() -> None:
    """A primary need counts first wherever it stands; two columns of one name are two columns."""
    mapping = guess_mapping(TABLE)

    assert mapping.columns(Fact.NEED) == (4, 3)
    assert mapping.columns(Fact.SEN_STATUS) == (2, 5)
    assert mapping.fact(6) is None


def test_values_decide_where_headings_fail() -> None:
    """Unknown headings above UPNs and statuses are found; a known heading above other values is not believed."""
    rows = [["Ref", "Stufe", "Attendance"], *[[upn(n), "EKN"[n % 3], f"sees Ms Hall on day {n}"] for n in range(6)]]

    mapping = guess_mapping(read_table(csv_bytes(rows)))

    assert mapping.column(Fact.UPN) == 0
    assert mapping.column(Fact.SEN_STATUS) == 1
    assert mapping.column(Fact.ATTENDANCE) is None
    assert {choice.confidence for choice in mapping.choices} == {Confidence.LIKELY}


@pytest.mark.parametrize(
    ("values", "taken"),
    [
        ([upn(n) for n in range(9)], Confidence.SURE),
        ([*(upn(n) for n in range(5)), *(f"{n + 400}" for n in range(4))], Confidence.LIKELY),
        ([f"{n + 400}" for n in range(9)], Confidence.LIKELY),
        ([f"# {n} of Elm" for n in range(9)], None),
    ],
)
def test_column_of_upns_is_sure_only_with_upns_in_it(values: list[str], taken: Confidence | None) -> None:
    """Numbers of another kind below "UPN" still tell pupils apart, as a guess; words are left alone."""
    mapping = guess_mapping(read_table(csv_bytes([["UPN", "SEN status"], *([value, "K"] for value in values)])))

    assert [choice.confidence for choice in mapping.choices if choice.fact is Fact.UPN] == ([taken] if taken else [])


def test_choice_by_hand_replaces_and_takes_away() -> None:
    """A column says one thing; choosing none leaves the fact out; the rest stays as it was."""
    mapping = guess_mapping(TABLE)

    changed = mapping.chosen(Fact.NEED, 3).chosen(Fact.YEAR_GROUP, 0).chosen(Fact.NAME)

    assert changed.columns(Fact.NEED) == (3,)
    assert (changed.column(Fact.YEAR_GROUP), changed.column(Fact.UPN), changed.column(Fact.NAME)) == (0, None, None)
    assert changed.columns(Fact.SEN_STATUS) == (2, 5)
    assert mapping.column(Fact.UPN) == 0
    with pytest.raises(ValueError, match="one column"):
        mapping.chosen(Fact.UPN, 0, 1)


def test_mapping_comes_back_from_its_json() -> None:
    """What is kept gives the same columns again, in the same order."""
    mapping = guess_mapping(TABLE).chosen(Fact.NEED, 3, 4)

    again = ColumnMapping.from_json(mapping.to_json(), TABLE)

    assert {fact: again.columns(fact) for fact in Fact} == {fact: mapping.columns(fact) for fact in Fact}
    assert again.signature == mapping.signature


def test_meanings_of_own_words_come_back_and_can_be_taken_back() -> None:
    """What a wording means is found again in another spelling; taking it back leaves the other one."""
    said = guess_mapping(TABLE).meaning({"Wave 3": Status.SUPPORT, "Universal": Status.NONE})

    again = ColumnMapping.from_json(said.to_json(), TABLE)

    assert [again.meant(wording) for wording in ("WAVE-3", "universal", "K")] == [Status.SUPPORT, Status.NONE, None]
    taken_back = again.meaning({"Wave 3": None})
    assert [taken_back.meant(wording) for wording in ("Wave 3", "Universal")] == [None, Status.NONE]


def test_mapping_by_hand_names_headings() -> None:
    """A person writes headings; a heading that stands twice gives both columns where both can count."""
    text = '{"columns": {"upn": "upn", "sen_status": "SEN Status", "need": ["Need 2", 4]}}'

    mapping = ColumnMapping.from_json(text, TABLE)

    assert [mapping.columns(fact) for fact in (Fact.UPN, Fact.SEN_STATUS, Fact.NEED)] == [(0,), (2, 5), (3, 4)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not one of ours"),
        ("[" * 100_001, "too large"),
        ("[" * 50_000, "not one of ours"),
        ("[]", "not one of ours"),
        ('{"columns": []}', "not one of ours"),
        ('{"columns": {"upn": 7}}', "does not have"),
        ('{"columns": {"upn": -1}}', "does not have"),
        ('{"columns": {"upn": true}}', "does not have"),
        ('{"columns": {"upn": 1e999}}', "does not have"),
        ('{"columns": {"upn": null}}', ""),
        ('{"columns": {"upn": "Zebedee"}}', "does not have"),
        ('{"columns": {"upn": {"a": 1}}}', "does not have"),
        ('{"columns": {"shoe_size": 1}}', "unknown fact"),
        ('{"columns": {"upn": [0, 1]}}', ""),
        ('{"columns": {}, "signature": "other"}', "other headings"),
        ('{"columns": {}, "marks": {"Zebedee": "shoes"}}', "meaning that is not known"),
        ('{"columns": {}, "marks": ["Zebedee"]}', "meaning that is not known"),
        ('{"columns": {}, "signature": ["a"]}', "other headings"),
    ],
)
def test_mapping_that_is_none_is_refused(text: str, says: str) -> None:
    """Whatever was written, there is a mapping or a sentence that quotes none of it."""
    if not says:
        assert isinstance(ColumnMapping.from_json(text, TABLE), ColumnMapping)
        return
    with pytest.raises(ExportError, match=says) as raised:
        ColumnMapping.from_json(text, TABLE)
    assert "Zebedee" not in str(raised.value)


def test_signature_is_of_the_headings_alone() -> None:
    """Other pupils, other capitals, blank columns at the end: the same report. Another column: another."""
    other_pupils = RawTable((*map(str.upper, TABLE.header), ""), ())

    assert signature(other_pupils) == signature(TABLE)
    assert signature(RawTable((*TABLE.header, "FSM"), ())) != signature(TABLE)


def test_what_is_kept_of_a_mapping_holds_no_word_of_the_file() -> None:
    """Headings may be anything, even a pupil's row: neither the JSON nor the repr repeats them."""
    mapping = guess_mapping(TABLE)
    assert set(json.loads(mapping.to_json())) == {"columns", "signature"}
    mapping = mapping.meaning({"Ann": Status.SUPPORT})

    kept = mapping.to_json() + repr(mapping)

    assert not [text for text in (*TABLE.header[3:5], "Ann", "ann", upn(1)) if text in kept]
    assert set(json.loads(mapping.to_json())) == {"columns", "signature", "marks"}
