"""What each participant rated alone stands in the report by the school's choice, and not otherwise."""

from sendself.assessment.answers import Answer, AreaNote
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.participants import Participant
from sendself.document.blocks import Radar
from sendself.report.self_evaluation import build_report
from tests.report.reading import words_of
from tests.samples import a_rubric, a_theme, an_area, an_evaluation


def test_each_participants_view_is_printed_only_when_shared() -> None:
    """What one participant rated alone is printed by the school's choice, of those who take part."""
    assessment = an_evaluation(
        participants=(Participant(id="a", perspective="slt"),),
        answers={
            "teaching.first": {
                AGREED: Answer(rating=2, reason="We met."),
                "slt": Answer(rating=3, development="Secret doubt."),
            }
        },
        area_notes={"teaching": {"slt": AreaNote(strengths="Secret pride.")}},
    )
    hidden = words_of(build_report(shared_record(assessment)).blocks)
    shown = words_of(build_report(shared_record(assessment, Disclosure(private_ratings=True))).blocks)
    assert "Secret" not in hidden
    assert "Senior leader: 3 Established. Secret doubt." in shown
    assert "Secret pride." in shown
    left = shared_record(assessment.changed(participants=()), Disclosure(private_ratings=True))
    assert "Secret" not in words_of(build_report(left).blocks)


def test_views_that_leave_are_lines_beside_what_is_agreed() -> None:
    """Each view has a line and its numbers; what is agreed alone is filled; without the school's word none is there."""
    rubric = a_rubric([an_area(name, a_theme(f"{name}.first")) for name in ("teaching", "families", "trips")])
    assessment = an_evaluation(
        rubric,
        answers={
            "teaching.first": {AGREED: Answer(rating=3), "slt": Answer(rating=4), "senco": Answer(rating=2)},
            "families.first": {"senco": Answer(rating=1)},
        },
        participants=(Participant(id="a", perspective="slt"), Participant(id="b", perspective="senco")),
    )
    shown = build_report(shared_record(assessment, Disclosure(private_ratings=True)))
    radar = [block for block in shown.blocks if isinstance(block, Radar)][-1]
    assert [(one.name, one.values, one.filled) for one in radar.series] == [
        ("Agreed", (3, None, None), True),
        ("Senior leader", (4, None, None), False),
        ("SENCO", (2, 1, None), False),
    ]
    assert "Area teaching | 3.0 (1 of 1) | Senior leader 4.0 (1 of 1); SENCO 2.0 (1 of 1)" in words_of(shown.blocks)
    assert "Each view by itself" not in words_of(build_report(shared_record(assessment)).blocks)
