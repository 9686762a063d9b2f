"""All answers as a table: a row for each theme, from what may leave."""

from sendself.assessment.disclosure import shared_record
from sendself.assessment.model import Disclosure, DutyAnswer, DutyState, EvidenceKind, State
from sendself.report.answers import answers_sheet
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered

RUBRIC = a_rubric(
    [an_area("teaching", a_theme("teaching.first", "duty-one"), a_theme("teaching.second"), a_theme("teaching.third"))],
    [a_duty("duty-one")],
)
ASSESSMENT = an_evaluation(
    RUBRIC,
    answers={
        "teaching.first": answered(
            3,
            reason="Why",
            strengths="Good",
            development="Less so",
            evidence_kinds=(EvidenceKind.DATA, EvidenceKind.WORK),
        ),
        "teaching.second": answered(State.NOT_APPLICABLE, reason="No such pupils", evidence="", evidence_kinds=()),
    },
    duties={"duty-one": DutyAnswer(state=DutyState.MET, note="Every July")},
)


def test_each_theme_is_a_row_with_everything_said_of_it() -> None:
    """Level as number and word, state, words, evidence with its kinds, and duties with their answers."""
    sheet = answers_sheet(shared_record(ASSESSMENT))
    assert dict(zip(sheet.header, sheet.rows[0], strict=True)) == {
        "Focus area": "Area teaching",
        "Theme": "Title of teaching.first",
        "Level": 3,
        "Level in words": "Established",
        "State": "",
        "Reason": "Why",
        "Strengths": "Good",
        "Areas for development": "Less so",
        "Evidence": "Seen",
        "Kinds of evidence": "Data; Pupils' work",
        "Duties": "Do what duty-one says: Met. Every July.",
    }
    states = [row[:6] for row in sheet.rows[1:]]
    assert states == [
        ("Area teaching", "Title of teaching.second", None, "", "Not applicable", "No such pupils"),
        ("Area teaching", "Title of teaching.third", None, "", "Not rated", ""),
    ]


def test_levels_only_leaves_the_words_out() -> None:
    """The table is made from what may leave, so it keeps to the same choice."""
    sheet = answers_sheet(shared_record(ASSESSMENT, Disclosure(notes="levels")))
    assert sheet.rows[0][2] == 3
    assert sheet.rows[0][5:9] == ("", "", "", "")
    assert sheet.rows[0][10] == "Do what duty-one says: Met."
