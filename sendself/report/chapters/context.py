"""The school in context: its figures beside national ones, where it stands, its needs, and what it says of itself."""

from collections.abc import Iterator, Sequence

from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.disclosure.shared import WRITTEN
from sendself.assessment.english import listed
from sendself.assessment.figures import impossible_figures
from sendself.assessment.measures import MEASURES
from sendself.assessment.model import Assessment
from sendself.assessment.words import few_in_words
from sendself.context.national.beside_national import beside_national
from sendself.context.national.figure_year import year_of_figure
from sendself.context.national.need_profile import need_profile, percent_in_words
from sendself.context.national.sources import Source
from sendself.document.blocks import Block, Bullets, Heading, Paragraph, Table


def context_blocks(assessment: Assessment, standings: Sequence[str]) -> Iterator[Block]:
    """Everything about the context of a school, of an assessment as it may leave.

    `standings` are sentences on where it stands among schools like it, worked out from the same.
    """
    yield Heading("The school in context", 2)
    yield from _figures(assessment)
    if standings:
        yield Heading("Among schools like it", 3)
        yield Bullets(tuple(standings))
    yield from _needs(assessment)
    for label, said in _said_of_itself(assessment):
        yield Heading(label, 3)
        yield Paragraph(said)
    if not assessment.context.figures and not assessment.context.words and WRITTEN not in assessment.withheld:
        yield Paragraph("The school has not given its context yet.")


def _figures(assessment: Assessment) -> Iterator[Block]:
    beside = beside_national(assessment)
    if rows := beside.lines:
        yield Table(
            header=("Measure", "School", "National", "Which national figure"),
            rows=tuple((row.label, row.school, row.national, row.source) for row in rows),
            widths=(2.1, 2.3, 1, 3.2),
            dense=True,
        )
        if beside.schools:
            yield Paragraph(beside.schools, "small")
        yield from _sources(beside.sources)
    if wrong := impossible_figures(assessment.context):
        yield Paragraph("Not all of these figures can be right; the school has not corrected them yet:")
        yield Bullets(tuple(one.for_readers for one in wrong))
    yield from _on_what_is_hidden(assessment)


def _sources(sources: Sequence[Source]) -> Iterator[Block]:
    if sources:
        yield Paragraph("Sources of the national figures", "label")
        lines = (f"{number}. {one.in_words}" for number, one in enumerate(sources, start=1))
        yield Paragraph("\n".join(lines), "small")


def _on_what_is_hidden(assessment: Assessment) -> Iterator[Block]:
    """Why figures are withheld, and which: the limit is the school's choice."""
    disclosure = assessment.disclosure
    if disclosure.small_counts == "hide" and any(one.value is None for one in assessment.context.figures.values()):
        yield Paragraph(
            f"Counts of {few_in_words(disclosure.small_up_to)} that the school gave itself are withheld, since so few "
            "pupils could be recognised, and with them the figures from which one could be worked out. Noughts are "
            "shown, and figures that the DfE has published are shown as they are.",
            "small",
        )


def _needs(assessment: Assessment) -> Iterator[Block]:
    profile = need_profile(assessment)
    if profile is None:
        return
    yield Heading("Pupils with SEND by main need", 3)
    if profile.lines:
        yield Table(
            header=("Main need", "Pupils", "Share", "National"),
            rows=tuple(
                (one.name, one.pupils, percent_in_words(one.share), percent_in_words(one.national))
                for one in profile.lines
            ),
            widths=(3.6, 1.8, 1, 1),
            align=("left", "left", "right", "right"),
            dense=True,
        )
    yield Paragraph(f"{_years_of_needs(assessment)} {profile.of} {profile.source}", "small")
    yield from _sources(profile.sources)


def _years_of_needs(assessment: Assessment) -> str:
    figures = assessment.context.figures
    needs = (measure.id for measure in MEASURES if measure.group == "needs" and measure.id in figures)
    return f"Counted in {listed(dict.fromkeys(year_of_figure(assessment, need) for need in needs))}."


def _said_of_itself(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """The school's words about itself under their labels, those that another setting is asked for last."""
    words = assessment.context.words
    labels = {text.id: text.label for text in CONTEXT_TEXTS}
    for name in (*labels, *sorted(set(words) - set(labels))):
        if name in words:
            yield labels.get(name) or name.replace("_", " ").capitalize(), words[name]
