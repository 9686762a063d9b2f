"""The duties in law as a chapter: what the school answered to each, and where it comes from."""

from collections.abc import Iterable, Iterator

from sendself.assessment.answers import DutyAnswer
from sendself.assessment.duty_doubts import doubt_about
from sendself.assessment.model import Assessment
from sendself.assessment.profile import binding_duties
from sendself.assessment.words import DUTY_STATE_NAMES, NOT_ANSWERED, duty_name, duty_source
from sendself.document.blocks import Block, Heading, Paragraph, Table
from sendself.rubric.duty import Duty

FROM_MEMORY = "not checked*"
"""What a line says of a duty written from memory, where `on_memory` stands before the table."""

_ON_MEMORY = " What is marked * was written from memory: check it before you rely on it."


def duties_blocks(assessment: Assessment) -> Iterator[Block]:
    """Every duty that concerns the school with its answer and source, then answers to duties that do not."""
    yield Heading("Duties", 2)
    binding = binding_duties(assessment)
    yield Paragraph(
        "What law, statutory guidance and grants ask, kept apart from the levels. This is not legal advice: each line "
        f"names its source and how it was checked.{on_memory(binding)}"
    )
    rows = [(duty_name(duty), _duty_answer(assessment.duty(duty.id)), _source(assessment, duty)) for duty in binding]
    if rows:
        yield Table(("Duty", "The school's answer", "Source"), tuple(rows), widths=(3, 1.8, 3.4), dense=True)
    else:
        yield Paragraph("No duty in this rubric concerns this kind of school.")
    yield from _other_duties(assessment, {duty.id for duty in binding})


def on_memory(duties: Iterable[Duty]) -> str:
    """What the mark of `FROM_MEMORY` means, if any of the duties has it.

    It is said once, and before the table: a line below it could stand on a page of its own.
    """
    return _ON_MEMORY if any(duty.verified == "from_memory" for duty in duties) else ""


def _other_duties(assessment: Assessment, binding: set[str]) -> Iterator[Block]:
    """What was answered before the kind of school was changed, or of another rubric: it travels, so it is printed."""
    words = {duty.id: duty_name(duty) for duty in assessment.rubric.duties}
    rows = [
        (words.get(duty) or duty.replace("-", " ").capitalize(), _duty_answer(answer))
        for duty, answer in assessment.duties.items()
        if duty not in binding
    ]
    if rows:
        header = ("Answered, and no duty of this kind of school", "The school's answer")
        yield Table(header, tuple(rows), widths=(3, 2), dense=True)


def _source(assessment: Assessment, duty: Duty) -> str:
    return " ".join(part for part in (duty_source(duty, FROM_MEMORY), doubt_about(assessment.school, duty)) if part)


def _duty_answer(answer: DutyAnswer) -> str:
    state = DUTY_STATE_NAMES[answer.state] if answer.state else NOT_ANSWERED
    return f"{state}. {answer.note}" if answer.note else state
