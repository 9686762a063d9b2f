"""An evaluation as a file: it comes back equal, and no file of a stranger does more than be refused in a sentence."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sendself.assessment.answers import Answer
from sendself.assessment.checks import points_before_sending
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.evidence import sources
from sendself.assessment.figures import figure_in_words
from sendself.assessment.identifiers import AGREED
from sendself.assessment.measures import MEASURES
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.earlier_means import aimed_means, last_means
from sendself.assessment.over_time.moves import move_in_words, moves, moves_in_words
from sendself.assessment.plan import aims, by_due_date, proposals
from sendself.assessment.profile import binding_duties, profile
from sendself.assessment.progress import whole_progress
from sendself.assessment.record import FORMAT, SHAPE, SIZE_LIMIT, RecordError, from_json, to_json
from sendself.assessment.school import School
from sendself.assessment.uk_clock import uk_date, uk_day, uk_time
from sendself.assessment.words import duty_source, rating_in_words
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation
from tests.strategies import assessments, small_rubrics

REMEDIES = ("Ask ", "Choose ", "Update ")
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def content(**changes: Any) -> dict[str, Any]:
    """What stands in the file of a small evaluation, with the assessment changed."""
    rubric = a_rubric([an_area("teaching", a_theme("teaching.first", "registers"))], [a_duty("registers")])
    evaluation = an_evaluation(
        rubric,
        school=School(urn=109567, name="Alderbrook Primary School", age_high=11),
        context={"figures": {"roll": {"value": 428}}, "words": {"staffing": "Two"}},
        participants=[{"id": "p1", "name": "Ada", "role": "SENCO"}],
        answers={"teaching.first": {AGREED: Answer(rating=3, strengths="Calm")}},
        duties={"registers": {"state": "met", "note": "Seen"}},
        highlights=[{"id": "h1", "text": "Calm", "theme": "teaching.first"}],
        priorities=[{"id": "q1", "text": "More", "themes": ["teaching.first"]}],
        area_notes={"teaching": {AGREED: {"strengths": "Calm"}}},
        versions={"school|agreed|name": {"version": 2, "base": 1, "op_id": "a"}},
    )
    made: dict[str, Any] = json.loads(to_json(evaluation))
    made["assessment"].update(changes)
    return made


def encoded(value: Any) -> bytes:
    """A JSON file."""
    return json.dumps(value).encode()


def refusal(data: bytes) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(RecordError) as caught:
        from_json(data)
    return str(caught.value)


def opened_or_refused(data: bytes) -> tuple[Assessment | None, str]:
    """The evaluation in a file, or the sentence with which it is refused."""
    try:
        return from_json(data), ""
    except RecordError as error:
        return None, str(error)


def works(assessment: Assessment) -> None:
    """Do with an evaluation what every page and document does."""
    whole_progress(assessment), profile(assessment), points_before_sending(assessment)
    for theme in assessment.rubric.themes():
        rating_in_words(assessment.rubric, assessment.answer(theme.id).rating)
    for duty in binding_duties(assessment):
        duty_source(duty)
    for measure in MEASURES:
        figure_in_words(assessment, measure)
    aims(assessment), proposals(assessment, date(2026, 11, 24)), by_due_date(assessment), sources(assessment)
    for move in moves(assessment).rose:
        move_in_words(assessment, move)
    moves_in_words(assessment), aimed_means(assessment), last_means(assessment)
    for moment in (assessment.created_at, assessment.updated_at):
        uk_date(uk_day(moment)), uk_time(moment)
    shared = shared_record(assessment).assessment
    assert from_json(to_json(shared)) == shared
    assert assemble(header_of(assessment), entries_of(assessment), updated_at=assessment.updated_at).title


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value, as the keys that lead there."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, below in inner for place in places(below, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The JSON value with another one at a place."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments())
def test_evaluation_comes_back_from_its_file(assessment: Assessment) -> None:
    """Any valid evaluation is the same after it was a file, and makes the same file again."""
    data = to_json(assessment)

    again = from_json(data)

    assert again == assessment
    assert to_json(again) == data


def test_file_says_what_it_is() -> None:
    """Format and shape stand first, the rubric stands inside, and words are readable in any editor."""
    data = to_json(an_evaluation(school=School(name="Ysgol Tŷ Gŵyr")))
    made = json.loads(data)

    assert list(made) == ["format", "shape", "assessment"]
    assert (made["format"], made["shape"]) == (FORMAT, SHAPE)
    assert len(made["assessment"]["rubric"]["areas"]) == 2
    assert "Ysgol Tŷ Gŵyr" in data.decode()
    assert data.endswith(b"}\n")


def test_file_saved_anew_by_an_editor_opens() -> None:
    """A byte order mark, other indents and windows line ends change nothing."""
    made = content()
    text = json.dumps(made, indent=4, ensure_ascii=True).replace("\n", "\r\n")

    assert from_json(b"\xef\xbb\xbf" + text.encode()) == from_json(encoded(made))


DEEP = b'{"format": "' + FORMAT.encode() + b'", "shape": 1, "assessment": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
SHAPE_IN_FILE = f'"shape": {SHAPE}'.encode()
TWICE = encoded(content()).replace(SHAPE_IN_FILE, SHAPE_IN_FILE + b", " + SHAPE_IN_FILE)
TWICE_INSIDE = encoded(content()).replace(b'"way":', b'"way": "apart", "way":')


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "damaged or is not from sendself"),
        (b"   \n", "damaged or is not from sendself"),
        (b"{", "damaged or is not from sendself"),
        (b"\xff\xfe{\x00}\x00", "damaged or is not from sendself"),
        ("Prüfung".encode("cp1252"), "damaged or is not from sendself"),
        (b"\xed\xa0\x80", "damaged or is not from sendself"),
        (b"%PDF-1.7", "damaged or is not from sendself"),
        (b"PK\x03\x04", "damaged or is not from sendself"),
        (b"NaN", "damaged or is not from sendself"),
        (b"[1, -Infinity]", "damaged or is not from sendself"),
        (b"[1e999]", "damaged or is not from sendself"),
        (b"[-1e999]", "damaged or is not from sendself"),
        (b"[" + b"9" * 5_000 + b"]", "damaged or is not from sendself"),
        (b'{"a": 1, "a": 2}', "damaged or is not from sendself"),
        (TWICE, "damaged or is not from sendself"),
        (TWICE_INSIDE, "damaged or is not from sendself"),
        (b"[" * 100_000 + b"]" * 100_000, "damaged or is not from sendself"),
        (DEEP, "damaged or is not from sendself"),
        (b"null", "not a self-evaluation"),
        (b"[]", "not a self-evaluation"),
        (b'"sendself self-evaluation"', "not a self-evaluation"),
        (b'{"type": "FeatureCollection"}', "not a self-evaluation"),
        (encoded({"format": "another", "shape": 1}), "not a self-evaluation"),
        (encoded({"format": ["sendself self-evaluation"]}), "not a self-evaluation"),
        (encoded({"format": FORMAT}), "which shape"),
        (encoded({"format": FORMAT, "shape": "1"}), "which shape"),
        (encoded({"format": FORMAT, "shape": True}), "which shape"),
        (encoded({"format": FORMAT, "shape": 0}), "which shape"),
        (encoded({"format": FORMAT, "shape": 1.5}), "which shape"),
        (encoded({"format": FORMAT, "shape": SHAPE + 1, "assessment": {}}), "newer sendself"),
        (encoded({"format": FORMAT, "shape": SHAPE}), "it has no content"),
        (encoded({"format": FORMAT, "shape": SHAPE, "assessment": []}), "it has no content"),
        (encoded({"format": FORMAT, "shape": SHAPE, "assessment": {}}), "at id"),
        (encoded({"format": FORMAT, "shape": SHAPE, "assessment": [[[[[["deep"]]]]]]}), "it has no content"),
        (b" " * 13_000_000, "far larger"),
        (encoded(content()) + b" " * SIZE_LIMIT, "far larger"),
    ],
    ids=lambda value: repr(value[:40]) if isinstance(value, bytes) else value,
)
def test_file_that_is_none_is_refused_in_a_sentence(data: bytes, problem: str) -> None:
    """Whatever the file is, one sentence says what is wrong and the last one says what to do."""
    message = refusal(data)

    assert problem in message
    assert message.rsplit(". ", 1)[1].startswith(REMEDIES)
    assert message.endswith(".")
    assert len(message) < 300


SURROGATE = encoded(content()).replace(b'"Ada"', b'"\\ud800"')
DUTY = content()["assessment"]["rubric"]["duties"][0]
RUBRIC = content()["assessment"]["rubric"]


def in_rubric(**changes: Any) -> dict[str, Any]:
    """A small evaluation whose rubric was tampered with."""
    return content(rubric={**RUBRIC, **changes})


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (SURROGATE, "(its text cannot be read)"),
        (encoded(content(colour="blue")), "(at colour)"),
        (encoded(content(created_at="yesterday")), "(at created_at)"),
        (encoded(content(created_at="0001-01-01T00:00:00+05:00")), "(at created_at)"),
        (encoded(content(updated_at="9999-12-31T23:59:59-05:00")), "(at updated_at)"),
        (encoded(content(updated_at="2026-11-23T10:00:00")), "(at updated_at)"),
        (encoded(content(school={"name": "n" * 301})), "(at school.name)"),
        (encoded(content(answers={"teaching.first": {AGREED: {"rating": 9}}})), "(at answers.teaching.first."),
        (encoded(content(context={"figures": {"roll": {"value": 1e300}}})), "(at context.figures.roll.value)"),
        (encoded(content(answers={"a" * 100_000: {}})), "(at answers.aaaa"),
        (encoded(in_rubric(duties=[])), "(at rubric)"),
        (encoded(in_rubric(duties=[DUTY, DUTY])), "(at rubric)"),
        (encoded(in_rubric(areas=RUBRIC["areas"] * 2)), "(at rubric)"),
        (encoded(in_rubric(areas=[])), "(at rubric.areas)"),
        (encoded(in_rubric(scale=RUBRIC["scale"][::-1])), "(at rubric.scale)"),
        (encoded(in_rubric(title="Up\u0000 and \u202edown")), "(at rubric.title)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_evaluation_that_is_damaged_is_refused_with_its_place(data: bytes, place: str) -> None:
    """The sentence names the place, briefly, and says what to do."""
    message = refusal(data)

    assert message.startswith(f"This self-evaluation is damaged {place}")
    assert message.endswith("). Ask for it to be sent again.")
    assert len(message) < 300


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | JSON_VALUES.map(encoded))
def test_any_file_is_refused_in_a_sentence(data: bytes) -> None:
    """No bytes do more than be refused."""
    assert refusal(data).rsplit(". ", 1)[1].startswith(REMEDIES)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_tampered_file_is_refused_or_can_be_worked_with(data: st.DataObject) -> None:
    """With any value at any place, a file is refused in a sentence, or opens and can be shown, shared and kept."""
    made = content()
    path = data.draw(st.sampled_from(places(made)))
    value = data.draw(JSON_VALUES | st.sampled_from(["agreed", 1, "2026-01-01", "a.b", "x" * 40]))
    opened, message = opened_or_refused(encoded(replaced(made, path, value)))

    if opened is None:
        assert message.rsplit(". ", 1)[1].startswith(REMEDIES)
    else:
        works(opened)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(small_rubrics()), st.data())
def test_cut_file_is_refused(assessment: Assessment, data: st.DataObject) -> None:
    """Half a file is no evaluation, wherever it was cut."""
    whole = to_json(assessment)
    end = data.draw(st.integers(0, len(whole) - 3))
    assume(whole[:end].strip() != whole.strip())

    assert "damaged or is not from sendself" in refusal(whole[:end])
