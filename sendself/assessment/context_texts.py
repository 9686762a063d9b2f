"""What a school says of itself in words, and which settings are asked for it."""

from dataclasses import dataclass

from sendself.assessment.measure import SPECIALIST
from sendself.assessment.model import Assessment
from sendself.assessment.progress import Progress
from sendself.rubric.duty import Setting


@dataclass(frozen=True, slots=True)
class ContextText:
    """Something about the school that is said in words."""

    id: str
    label: str
    help: str
    settings: tuple[Setting, ...] = tuple(Setting)


CONTEXT_TEXTS: tuple[ContextText, ...] = (
    ContextText(
        "senco_qualification",
        "The SENCO's qualification",
        "For example: NPQ for SENCOs, begun September 2025; or the National Award for SEN Co-ordination, 2019.",
    ),
    ContextText("inspection", "Last inspection", "The date and what it said about SEND."),
    ContextText(
        "profile",
        "Profile of pupils",
        "Main needs, how pupils come to you and how long they stay.",
        settings=SPECIALIST,
    ),
    ContextText("staffing", "Staffing for SEND", "Who works for pupils with SEND, and what has changed this year."),
    ContextText("priorities", "The school's priorities", "What the whole school is working on this year."),
)


def context_progress(assessment: Assessment) -> Progress:
    """How many of the things that make up the context are there: the figures, which need the roll, and each text."""
    texts = texts_for(assessment.setting)
    said = sum(text.id in assessment.context.words for text in texts)
    return Progress(said + (assessment.figure("roll") is not None), len(texts) + 1)


def texts_for(setting: Setting) -> tuple[ContextText, ...]:
    """The texts asked of a setting, in the order of the page."""
    return tuple(text for text in CONTEXT_TEXTS if setting in text.settings)
