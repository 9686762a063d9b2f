"""Reading a whole evaluation: every text that leaves, where it stands, and what is kept knowingly."""

from typing import get_type_hints

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from sendself.assessment.answers import Answer, AreaNote, DutyAnswer
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries import keys as entry_keys
from sendself.assessment.entries.keys import KEPT, EntryKey
from sendself.assessment.entries.values import checked_value
from sendself.assessment.guard.findings import Finding, findings, kept_key, parted
from sendself.assessment.guard.found import Kind
from sendself.assessment.guard.places import BOXES
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.school import School
from sendself.assessment.text import Line, Link, Note
from sendself.context.example import example_assessment
from sendself.rubric.duty import Setting
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation
from tests.strategies import assessments

SENTENCE = "Amir in Year 4 was sent home."
THEME = "teaching.first"
NOT_READ = {
    "school": {"name", "town", "postcode", "local_authority", "trust", "phase", "type_name"},
    "participant": {"name"},
    "review": {"reviewer", "reviewer_email"},
}
"""Texts that stand where a name or an address belongs, or that come from the register."""


def read(assessment: Assessment) -> tuple[Finding, ...]:
    """What is found in what would leave."""
    return findings(shared_record(assessment), assessment)


def with_strengths(text: str, perspective: str = AGREED) -> Assessment:
    """A small evaluation with these words about its first theme."""
    return an_evaluation().changed(answers={THEME: {perspective: Answer(strengths=text)}})


def test_every_text_of_the_model_is_read_or_known_not_to_be() -> None:
    """A text field that is added later is not forgotten."""
    texts = (Line, Note, Link)
    models = entry_keys.SINGLE | entry_keys.BY_PERSPECTIVE | entry_keys.TABLES | entry_keys.ITEMS
    for kind, model in models.items():
        hints = get_type_hints(model, include_extras=True)
        fields = {name for name, hint in hints.items() if hint in texts}
        assert fields == set(BOXES.get(kind, {})) | NOT_READ.get(kind, set()), kind


def test_finding_says_its_theme_and_box() -> None:
    """The page is that of the focus area, or Agree where what is agreed is written when rating apart."""
    assessment = with_strengths(f"Calm rooms. {SENTENCE}")
    (one,) = read(assessment)
    assert (one.kind, one.sentence, one.words) == (Kind.NAME, SENTENCE, ("Amir",))
    assert (one.step, one.place) == ("teaching", f"Title of {THEME}: strengths")
    assert read(assessment.changed(way=Way.APART))[0].step == "agree"
    assert one.line == f"name: teaching: Title of {THEME}: strengths: Amir"


def test_finding_says_beside_which_theme_its_box_stands() -> None:
    """A theme's words and a duty's note stand beside a theme of the area; other words beside none."""
    rubric = a_rubric(
        [an_area("teaching", a_theme(THEME), a_theme("teaching.second", "told"))], [a_duty("told"), a_duty("loose")]
    )
    evaluation = an_evaluation(
        rubric,
        answers={THEME: {AGREED: Answer(strengths=SENTENCE), "senco": Answer(strengths=SENTENCE)}},
        duties={duty: DutyAnswer(note=SENTENCE) for duty in ("told", "loose")},
        area_notes={"teaching": {AGREED: AreaNote(strengths=SENTENCE)}},
        review=Review(why=SENTENCE),
        participants=(Participant(id="a", perspective="senco"),),
        disclosure=Disclosure(private_ratings=True),
    )
    themes = {one.key.text: (one.step, one.theme) for one in read(evaluation)}
    assert sorted(themes.values(), key=str) == sorted(
        [
            ("teaching", THEME),
            ("teaching", THEME),
            ("teaching", "teaching.second"),
            ("teaching", None),
            ("about", None),
            ("about", None),
        ],
        key=str,
    )
    apart = read(evaluation.changed(way=Way.APART))
    assert ("agree", None) in {(one.step, one.theme) for one in apart}


def test_sentence_that_stands_twice_in_a_box_is_one_finding() -> None:
    """What was pasted twice is shown once, and kept once; in another box it is another finding."""
    twice = f"{SENTENCE} His mother is pleased. {SENTENCE}"
    assert [one.sentence for one in read(with_strengths(twice))] == [SENTENCE]

    both = an_evaluation().changed(answers={THEME: {AGREED: Answer(strengths=twice, development=SENTENCE)}})
    assert len(read(both)) == 2


def test_only_what_leaves_is_read() -> None:
    """What a participant wrote alone is read when it is sent, and no words where levels alone leave."""
    alone = with_strengths(SENTENCE, "senco").changed(participants=(Participant(id="a", perspective="senco"),))
    assert read(alone) == ()
    (one,) = read(alone.changed(disclosure=Disclosure(private_ratings=True)))
    assert one.place == f"Title of {THEME}: strengths, SENCO"
    assert read(with_strengths(SENTENCE).changed(disclosure=Disclosure(notes="levels"))) == ()


def test_those_named_in_their_fields_are_no_alarm() -> None:
    """Participants, the school's own name, and the reviewer's address."""
    assessment = with_strengths("Maryam visited Tariq Academy. Write to reader@x.example.org.")
    assert {one.kind for one in read(assessment)} == {Kind.NAME, Kind.EMAIL}
    assert (
        read(
            assessment.changed(
                school=School(name="Tariq Academy"),
                participants=(Participant(id="a", name="Maryam Shah", role="SENCO"),),
                review=Review(reviewer_email="Reader@x.example.org"),
            )
        )
        == ()
    )


def test_kept_sentence_is_parted_until_it_changes() -> None:
    """A mark holds for the same words and kind, wherever they stand, and in this evaluation alone."""
    before = with_strengths(SENTENCE)
    (one,) = read(before)
    kept = before.changed(kept_knowingly=(one.mark,))
    assert parted(read(kept), kept) == ((), (one,))
    changed = with_strengths("Amir in Year 4 was sent home twice.").changed(kept_knowingly=(one.mark,))
    assert [len(part) for part in parted(read(changed), changed)] == [1, 0]
    elsewhere = before.changed(id="another-evaluation")
    assert read(elsewhere)[0].mark != one.mark


def test_marks_never_leave() -> None:
    """What leaves does not say what was kept knowingly, nor its versions."""
    before = with_strengths(SENTENCE)
    (one,) = read(before)
    kept = before.changed(kept_knowingly=(one.mark,))
    assert shared_record(kept).assessment.kept_knowingly == ()


def test_mark_is_kept_as_an_entry() -> None:
    """Its field is the mark; only yes or no can be said of it, and nothing else can be a mark."""
    (one,) = read(with_strengths(SENTENCE))
    assert checked_value(kept_key(one), True) is True
    for key, value in ((kept_key(one), "yes"), (EntryKey("evaluation", AGREED, f"{KEPT}Amir"), True)):
        with pytest.raises(ValidationError):
            checked_value(key, value)


@pytest.mark.parametrize("setting", [Setting.MAINSTREAM, Setting.SPECIAL])
def test_written_examples_raise_hardly_an_alarm(setting: Setting) -> None:
    """The invented evaluations were written for other ends and name no pupil."""
    assert len(read(example_assessment(setting))) <= 2, [one.line for one in read(example_assessment(setting))]


@settings(max_examples=15, deadline=None)
@given(assessments())
def test_any_evaluation_can_be_read(assessment: Assessment) -> None:
    """Every finding has a place and a mark, whatever was written and wherever."""
    for one in read(assessment):
        assert one.place
        assert one.words
        assert len(one.mark) == 32
