"""What to look at before sending. Nothing here blocks sending: each point names its place, so that it can be mended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sendself.assessment.agreement import difference, views
from sendself.assessment.answers import Answer, DutyState, EvidenceKind, State
from sendself.assessment.english import listed
from sendself.assessment.evidence import kinds_of, stale_since
from sendself.assessment.figures import impossible_figures
from sendself.assessment.highlights import more_than_shown
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.particulars import ages_problem
from sendself.assessment.perspectives.taking_over import words_left_behind
from sendself.assessment.plan import date_problem
from sendself.assessment.profile import binding_duties, place_of_duty
from sendself.assessment.uk_clock import uk_date
from sendself.assessment.words import duty_name, rating_in_words
from sendself.rubric.model import FocusArea, Theme

HIGH = 3
"""From this level on a rating claims an effect, and so needs evidence of more than one kind."""

VOICES = frozenset({EvidenceKind.PUPIL_VOICE, EvidenceKind.PARENT_VOICE})


class Kind(StrEnum):
    """What a point is about; the order is the order of the page."""

    IMPOSSIBLE = "impossible"
    UNSAFE = "unsafe"
    DATES = "dates"
    TOO_MANY = "too many"
    NOT_RATED = "not rated"
    PARKED = "parked"
    NO_REASON = "no reason"
    WORDS_LEFT = "words left"
    THIN_EVIDENCE = "thin evidence"
    STALE_EVIDENCE = "stale evidence"
    NO_WHY = "no why"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to look at: what it is, and the step of the journey (and theme) where it is mended."""

    kind: Kind
    message: str
    step: str
    theme: str | None = None

    @property
    def line(self) -> str:
        """The point on one line, for scripts."""
        return f"{self.kind}: {self.theme or self.step}: {self.message}"


def points_before_sending(assessment: Assessment) -> tuple[Point, ...]:
    """Everything to look at, the most serious first."""
    order = list(Kind)
    return tuple(sorted(_points(assessment), key=lambda point: order.index(point.kind)))


def thin_evidence(answer: Answer, also: Iterable[EvidenceKind] = ()) -> str | None:
    """Why the evidence does not carry a high rating, as a sentence; `None` where it does or where none is claimed.

    `also` are the kinds of the evidence items that the answer refers to.
    """
    if not isinstance(answer.rating, int) or answer.rating < HIGH:
        return None
    kinds = {*answer.evidence_kinds, *also}
    if not kinds and not answer.evidence and not answer.evidence_refs:
        return "rated high without any evidence. Say what it rests on."
    if len(kinds) < 2:
        return "rated high on one kind of evidence or none named. Tick what else you have, or look again at the level."
    if answer.rating > HIGH and not VOICES & kinds:
        return "rated Sustained without the voice of pupils or parents. Add what they say, or look again at the level."
    return None


def stale_evidence(assessment: Assessment, answer: Answer) -> str | None:
    """Why the evidence is too old for a high rating, as a sentence; `None` where it is not or where none is claimed."""
    if not isinstance(answer.rating, int) or answer.rating < HIGH:
        return None
    newest = stale_since(assessment, answer)
    if newest is None:
        return None
    return (
        f"rated high, and the newest evidence it refers to is of {uk_date(newest)}, more than a year before this "
        "evaluation. Add something newer, or look again at the level."
    )


def _points(assessment: Assessment) -> Iterator[Point]:
    for impossible in impossible_figures(assessment.context):
        yield Point(Kind.IMPOSSIBLE, impossible.message, "context")
    if problem := ages_problem(assessment.school.age_low, assessment.school.age_high):
        yield Point(Kind.IMPOSSIBLE, problem, "about")
    for duty in binding_duties(assessment):
        if duty.act_now and assessment.duty(duty.id).state is DutyState.NOT_MET:
            area, theme = place_of_duty(assessment.rubric, duty)
            yield Point(Kind.UNSAFE, f"{duty_name(duty)}: not met. {duty.act_now}", area.id, theme.id)
    for area in assessment.rubric.areas:
        for theme in area.themes:
            yield from _theme_points(assessment, area, theme)
    for action in assessment.actions:
        if problem := date_problem(action):
            yield Point(Kind.DATES, f"{' '.join(action.what.split()) or 'An action'}: {problem}", "plan")
    yield from (Point(Kind.TOO_MANY, sentence, "plan") for sentence in more_than_shown(assessment))
    if assessment.figure("roll") is None:
        yield Point(Kind.MISSING, "The number on roll is not given: shares cannot be shown.", "context")
    if not assessment.school.name:
        yield Point(Kind.MISSING, "The school has no name yet.", "about")
    if not assessment.participants:
        yield Point(Kind.MISSING, "Nobody is named as taking part.", "about")
    yield from _unsaid(assessment)


def _unsaid(assessment: Assessment) -> Iterator[Point]:
    # Words that were left out on purpose are not missing; an example with a real school's figures has none of it.
    if assessment.withheld or assessment.example:
        return
    if not assessment.review.why:
        yield Point(Kind.MISSING, "It is not said why you evaluate now.", "about")
    if not assessment.context.words:
        yield Point(Kind.MISSING, "The school says nothing of itself in words yet.", "context")


def _theme_points(assessment: Assessment, area: FocusArea, theme: Theme) -> Iterator[Point]:
    answer = assessment.answer(theme.id, AGREED)
    # Rating apart, what is agreed is written in Agree, and the focus areas hold each writer's own view.
    apart = assessment.way is Way.APART
    step = "agree" if apart else area.id
    if answer.rating is None and not answer.parked:
        yield Point(Kind.NOT_RATED, f"{theme.title}: not {'agreed' if apart else 'rated'} yet.", step, theme.id)
    if answer.parked:
        yield Point(Kind.PARKED, f"{theme.title}: parked for later.", step, theme.id)
    if answer.rating is State.NOT_APPLICABLE and not answer.reason:
        yield Point(Kind.NO_REASON, f"{theme.title}: not applicable, but no reason is given.", step, theme.id)
    yield from _settling_points(assessment, theme, answer)
    if weakness := thin_evidence(answer, kinds_of(assessment, answer)):
        yield Point(Kind.THIN_EVIDENCE, f"{theme.title}: {weakness}", step, theme.id)
    if weakness := stale_evidence(assessment, answer):
        yield Point(Kind.STALE_EVIDENCE, f"{theme.title}: {weakness}", step, theme.id)


def _settling_points(assessment: Assessment, theme: Theme, answer: Answer) -> Iterator[Point]:
    """What was lost on the way from the views to what is agreed: their words, and why a difference was settled so."""
    if assessment.way is not Way.APART or answer.rating is None:
        return
    if left := words_left_behind(assessment, theme):
        yield Point(
            Kind.WORDS_LEFT,
            f"{theme.title}: agreed without any of the words that you wrote apart "
            f"({listed(name.lower() for name in left)}). Take them over in Agree.",
            "agree",
            theme.id,
        )
    ratings = [said.rating for said in views(assessment, theme).values() if said.rating is not None]
    # Not applicable without a reason is a point already.
    if difference(ratings) and not answer.reason and answer.rating is not State.NOT_APPLICABLE:
        level = rating_in_words(assessment.rubric, answer.rating)
        message = f"{theme.title}: you differed, and settled on {level}. Write why this level."
        yield Point(Kind.NO_WHY, message, "agree", theme.id)
