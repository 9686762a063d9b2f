"""The report on an evaluation, for tests to read, and one with its first pages filled to the brim."""

from datetime import date

from sendself.assessment.answers import DutyAnswer, DutyState, State
from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.items import Highlight, Priority
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.profile import binding_duties
from sendself.document.blocks import Document
from sendself.report.self_evaluation import build_report
from sendself.rubric.duty import Setting
from tests.report.reading import words_of
from tests.samples import answered

BOTH = [Setting.MAINSTREAM, Setting.SPECIAL]


LONG = "Every pupil whose plan says so has the support that it says, in every week of the year. " * 60


def report_on(assessment: Assessment) -> Document:
    """The report on an evaluation, all of which is shared."""
    return build_report(SharedRecord(assessment))


def said_in(assessment: Assessment) -> str:
    """All the words of the report on an evaluation."""
    return words_of(report_on(assessment).blocks)


def crowded(assessment: Assessment) -> Assessment:
    """The evaluation with every box of its first two pages filled to the brim."""
    duties, themes = binding_duties(assessment), tuple(assessment.rubric.themes())
    states = (None, DutyState.NOT_MET, DutyState.NOT_CHECKED)
    ratings = (None, State.DONT_KNOW, State.NOT_LOOKED_AT, 2, 3, 4)
    return assessment.changed(
        school=assessment.school.model_copy(update={"urn": 9_999_999, "trust": "The Merrowdale Trust"}),
        last_time=LastTime(
            evaluation="evaluation-0", evaluated_on=date(2025, 11, 20), ratings={theme.id: 2 for theme in themes}
        ),
        withheld=("what each participant rated alone", "counts that could point to a child", "the evidence list"),
        participants=tuple(
            Participant(id=f"p{n}", name=f"Person Number {n}", role="Assistant headteacher", took_part=n < 6)
            for n in range(12)
        ),
        review=Review(why=LONG, wants_tested=LONG, reviewer="Somebody", reviewer_email="somebody@example.org"),
        highlights=tuple(Highlight(id=f"h{n}", text=LONG, theme=themes[n].id) for n in range(4)),
        priorities=tuple(Priority(id=f"a{n}", text=LONG, themes=(themes[n].id,)) for n in range(7)),
        duties={duty.id: DutyAnswer(state=states[n % 3]) for n, duty in enumerate(duties)},
        answers={
            theme.id: answered(ratings[n % 6], strengths=LONG, development=LONG) for n, theme in enumerate(themes)
        },
    )


def on_page(text: str) -> str:
    """A text with each run of white space as one space, as `words_of` has it."""
    return " ".join(text.split())
