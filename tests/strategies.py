"""Valid evaluations for hypothesis: every field, of small and of the shipped rubrics, with awkward text in them."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from sendself.assessment.answers import (
    Answer,
    AreaNote,
    DocumentAnswer,
    DocumentState,
    DutyAnswer,
    DutyState,
    EvidenceKind,
    State,
)
from sendself.assessment.context import Context, Figure
from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.disclosure_choice import MOST_SMALL, Disclosure
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.field_versions import FieldVersion
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, ActionKind, ActionStatus, Evidence, Highlight, Priority, Target
from sendself.assessment.joining.lineage import mark, marks
from sendself.assessment.last_time import EarlierTime, LastTime, RestsOn
from sendself.assessment.measures import MEASURES
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.school import School
from sendself.assessment.text import clean
from sendself.rubric.duty import SchoolKind, Setting
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import LEVELS, Rubric
from tests.samples import a_duty, a_rubric, a_theme, an_area

AWKWARD = (
    "",
    "Ysgol Gynradd Tŷ’r Ŵyl – cynnydd â’i gilydd",
    "مدرسة الأمل، لندن",
    "Zażółć gęślą jaźń",
    "👩🏽‍🏫 well done 🎉",
    "first line\n\n- a second\n\twith a tab",
    "windows\r\nand old mac\rline ends",
    "“curly” ‘quotes’, a dash — and an ellipsis…",
    "cafe\u0301 (decomposed)",
    "=SUM(A1:A9)",
    "**bold** | <script>alert('x')</script> ![](http://example.org/x.png)",
    '{"format": "sendself self-evaluation"}',
    "theme:a.b|agreed|rating",
    "\x00nul and \x1b[31mescape\u202e reversed",
    "null",
    "word " * 300,
)
PERSPECTIVES = (AGREED, "senco", "slt", "governor", "parent-forum")
MOMENT_ZONES = (UTC, ZoneInfo("Europe/London"), timezone(timedelta(hours=5, minutes=30)))


def notes() -> SearchStrategy[str]:
    """Prose as people and other programs leave it."""
    return st.sampled_from(AWKWARD) | st.text(max_size=40)


def lines() -> SearchStrategy[str]:
    """One line of text, of at most 300 characters once it is cleaned."""
    return notes().map(lambda text: text[:100])


def short(note: SearchStrategy[str]) -> SearchStrategy[str]:
    """The same texts, short enough for a line."""
    return note.map(lambda text: text[:100])


def moments() -> SearchStrategy[datetime]:
    """Times with a zone."""
    return st.datetimes(datetime(2020, 1, 1), datetime(2099, 12, 31), timezones=st.sampled_from(MOMENT_ZONES))  # noqa: DTZ001


def possible_days() -> SearchStrategy[date]:
    """Every day that evidence and actions can have."""
    return st.dates(date(1900, 1, 1), date(2199, 12, 31))


def item_ids() -> SearchStrategy[str]:
    """Ids of items."""
    return st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True)


@st.composite
def small_rubrics(draw: DrawFn) -> Rubric:
    """Rubrics of one to three areas with one to three themes, some with duties, and awkward words."""
    duties = tuple(
        a_duty(
            f"duty-{number}",
            applies_to=draw(st.sets(st.sampled_from(SchoolKind), min_size=1)),
            settings=draw(st.sets(st.sampled_from(Setting), max_size=2)),
            phases=draw(st.sampled_from(((), ("primary",), ("secondary",), ("primary", "secondary")))),
            act_now=draw(st.sampled_from((None, "Stop, and tell the headteacher today."))),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    ids = st.lists(st.sampled_from([duty.id for duty in duties]), max_size=2, unique=True) if duties else st.just([])
    areas = []
    for area in draw(st.lists(st.sampled_from(("outcomes", "sixth-form", "families")), min_size=1, unique=True)):
        themes = [a_theme(f"{area}.theme-{number}", *draw(ids)) for number in range(draw(st.integers(1, 3)))]
        areas.append(an_area(area, *themes))
    words = notes().map(lambda text: clean(text) or "Read on.")
    return a_rubric(areas, duties, title=draw(words), introduction=draw(words))


def rubrics() -> SearchStrategy[Rubric]:
    """Small rubrics, and now and then a shipped one: those are large."""
    shipped = st.sampled_from(shipped_rubrics())
    return st.integers(0, 9).flatmap(lambda number: shipped if number == 9 else small_rubrics())


def schools() -> SearchStrategy[School]:
    """Schools, also ones without a name or a kind."""
    ages = st.none() | st.integers(0, 30)
    text = lines()
    return st.builds(
        School,
        urn=st.none() | st.integers(1, 9_999_999),
        name=text,
        town=text,
        postcode=text,
        local_authority=text,
        trust=text,
        phase=text,
        type_name=text,
        kind=st.none() | st.sampled_from(SchoolKind),
        age_low=ages,
        age_high=ages,
    )


def contexts(note: SearchStrategy[str]) -> SearchStrategy[Context]:
    """Figures of every kind and size, and words about the school."""
    value = st.none() | st.integers(0, 12).map(float) | st.floats(0, 1_000_000)
    figure = st.builds(Figure, value=value, source=st.sampled_from(("typed", "published", "imported")), year=lines())
    measures = st.sampled_from([*(measure.id for measure in MEASURES), "of_a_later_version"])
    words = st.sampled_from([text.id for text in CONTEXT_TEXTS])
    years = st.integers(2000, 2099).map(lambda start: f"{start}/{(start + 1) % 100:02d}")
    return st.builds(
        Context,
        figures=st.dictionaries(measures, figure, max_size=6),
        years=st.dictionaries(st.sampled_from(("on_roll", "over_a_year", "of_later")), years, max_size=2),
        words=st.dictionaries(words, note, max_size=3),
    )


def answers(note: SearchStrategy[str]) -> SearchStrategy[Answer]:
    """Answers with a level, a state or nothing."""
    return st.builds(
        Answer,
        rating=st.none() | st.sampled_from(LEVELS) | st.sampled_from(State),
        reason=note,
        parked=st.booleans(),
        strengths=note,
        development=note,
        evidence=note,
        evidence_kinds=st.lists(st.sampled_from(EvidenceKind), unique=True).map(tuple),
        evidence_refs=st.lists(evidence_refs(), max_size=2).map(tuple),
        can_help=st.booleans(),
    )


def evidence_refs() -> SearchStrategy[str]:
    """What an answer may refer to: documents of the list and of a longer one, and items that may be gone."""
    return st.sampled_from(("document:provision-map", "document:of-a-longer-list")) | item_ids().map(
        "evidence:{}".format
    )


def _documents(note: SearchStrategy[str]) -> SearchStrategy[dict[str, DocumentAnswer]]:
    ids = st.sampled_from(("provision-map", "team-roles", "of-a-longer-list"))
    days = st.none() | possible_days()
    state = st.none() | st.sampled_from(DocumentState)
    return st.dictionaries(ids, st.builds(DocumentAnswer, state=state, link=short(note), note=short(note), dated=days))


def _evidence(note: SearchStrategy[str]) -> SearchStrategy[tuple[Evidence, ...]]:
    kind, days = st.none() | st.sampled_from(EvidenceKind), st.none() | possible_days()
    return _items(Evidence, title=short(note), kind=kind, link=short(note), note=short(note), dated=days)


def _actions(
    note: SearchStrategy[str], themes: SearchStrategy[str], duties: SearchStrategy[str]
) -> SearchStrategy[tuple[Action, ...]]:
    days = st.none() | possible_days()
    return _items(
        Action,
        what=note,
        kind=st.sampled_from(ActionKind),
        priority=st.none() | item_ids(),
        duty=st.none() | duties,
        owner=short(note),
        start=days,
        due=days,
        success=note,
        resources=note,
        status=st.sampled_from(ActionStatus),
        themes=st.lists(themes, max_size=2).map(tuple),
        first_in=st.just("") | st.uuids().map(str),
    )


def _last_times(themes: SearchStrategy[str], areas: SearchStrategy[str]) -> SearchStrategy[LastTime]:
    earlier = st.builds(
        EarlierTime,
        evaluated_on=st.none() | st.dates(),
        means=st.dictionaries(areas, st.floats(1, 4), max_size=2),
        rests_on=st.dictionaries(
            areas, st.builds(RestsOn, rated=st.integers(0, 9), themes=st.integers(0, 9)), max_size=2
        ),
    )
    made = st.builds(
        LastTime,
        evaluation=st.uuids().map(str),
        evaluated_on=st.none() | st.dates(),
        ratings=st.dictionaries(themes, st.sampled_from(LEVELS) | st.sampled_from(State), max_size=4),
        targets=st.dictionaries(themes, st.sampled_from(LEVELS), max_size=2),
        before=st.lists(earlier, max_size=3).map(tuple),
    )
    return st.just(LastTime()) | made


def disclosures() -> SearchStrategy[Disclosure]:
    """Every choice of what may leave."""
    return st.builds(
        Disclosure,
        names=st.sampled_from(("names", "roles")),
        notes=st.sampled_from(("notes", "levels")),
        small_counts=st.sampled_from(("hide", "show")),
        small_up_to=st.integers(1, MOST_SMALL),
        private_ratings=st.booleans(),
        evidence=st.sampled_from(("list", "none")),
    )


def _items(model: Any, **fields: SearchStrategy[Any]) -> SearchStrategy[Any]:
    made = st.lists(st.builds(model, id=item_ids(), **fields), max_size=3, unique_by=lambda item: item.id)
    return made.map(tuple)


def _reviews(note: SearchStrategy[str]) -> SearchStrategy[Review]:
    return st.builds(
        Review,
        why=note,
        wants_tested=note,
        reviewer=lines(),
        reviewer_email=lines(),
        evaluated_on=st.none() | st.dates(),
    )


def _duty_answers(rubric: Rubric, note: SearchStrategy[str]) -> SearchStrategy[dict[str, DutyAnswer]]:
    ids = st.sampled_from([*(duty.id for duty in rubric.duties), "duty-of-another-rubric"])
    answer = st.builds(DutyAnswer, state=st.none() | st.sampled_from(DutyState), note=note)
    return st.dictionaries(ids, answer, max_size=4)


@st.composite
def assessments(
    draw: DrawFn,
    rubric: SearchStrategy[Rubric] | None = None,
    note: SearchStrategy[str] | None = None,
    name: SearchStrategy[str] | None = None,
) -> Assessment:
    """Valid evaluations. `note` makes everything written in prose, `name` the names of those who took part."""
    made = draw(rubrics() if rubric is None else rubric)
    note = notes() if note is None else note
    name = lines() if name is None else name
    themes = st.sampled_from([theme.id for theme in made.themes()])
    areas = st.sampled_from([area.id for area in made.areas])
    who = st.sampled_from(PERSPECTIVES)
    duties = st.sampled_from([*(duty.id for duty in made.duties), "duty-of-another-rubric"])
    area_note = st.builds(AreaNote, strengths=note, development=note)
    begun, changed = sorted((draw(moments()), draw(moments())))
    assessment = Assessment(
        id=str(draw(st.uuids())),
        rubric=made,
        setting=draw(st.sampled_from(made.settings)),
        example=draw(st.booleans()),
        way=draw(st.sampled_from(Way)),
        created_at=begun,
        updated_at=changed,
        school=draw(schools()),
        participants=draw(_items(Participant, name=name, role=lines(), perspective=who, took_part=st.booleans())),
        review=draw(_reviews(note)),
        context=draw(contexts(note)),
        answers=draw(st.dictionaries(themes, st.dictionaries(who, answers(note), max_size=3), max_size=4)),
        area_notes=draw(st.dictionaries(areas, st.dictionaries(who, area_note, max_size=2), max_size=2)),
        duties=draw(_duty_answers(made, note)),
        highlights=draw(_items(Highlight, text=note, theme=st.none() | themes)),
        priorities=draw(_items(Priority, text=note, themes=st.lists(themes, max_size=3).map(tuple))),
        documents=draw(_documents(note)),
        evidence=draw(_evidence(note)),
        actions=draw(_actions(note, themes, duties)),
        targets=draw(st.dictionaries(themes, st.builds(Target, level=st.none() | st.sampled_from(LEVELS)), max_size=2)),
        last_time=draw(_last_times(themes, areas)),
        disclosure=draw(disclosures()),
        kept_knowingly=draw(st.lists(st.from_regex(r"[0-9a-f]{32}", fullmatch=True), max_size=2).map(tuple)),
        withheld=draw(st.lists(lines(), max_size=2).map(tuple)),
    )
    return assessment.changed(versions=draw(_versions(assessment)))


def _versions(assessment: Assessment) -> SearchStrategy[dict[str, FieldVersion]]:
    keys = [*(key.text for key in entries_of(assessment)), "participant:gone|agreed|removed"]
    writes = st.lists(st.uuids().map(lambda drawn: mark(str(drawn))), max_size=3).map(marks)
    version = st.builds(
        FieldVersion,
        version=st.integers(1, 99),
        base=st.integers(0, 99),
        op_id=st.uuids().map(str) | st.just(""),
        heads=writes,
        seen=writes,
    )
    return st.dictionaries(st.sampled_from(keys), version, max_size=8)
