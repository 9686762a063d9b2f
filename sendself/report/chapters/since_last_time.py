"""What became of the evaluation before this one: levels then and now, in words and as lines on the radar."""

from collections.abc import Iterator

from sendself.assessment.english import counted, listed
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.earlier_means import aimed_means, earlier_means
from sendself.assessment.over_time.moves import Move, moves, moves_in_words
from sendself.assessment.words import rating_in_words
from sendself.document.blocks import Block, Heading, Paragraph, Series, Table
from sendself.report.chapters.wording import level_mark


def since_last_time_blocks(assessment: Assessment) -> Iterator[Block]:
    """The chapter: in a sentence, then each theme that moved or had a target; those that stayed in a line per level.

    Nothing where no evaluation came before.
    """
    if not assessment.last_time.ratings:
        return
    found = moves(assessment)
    aimed = tuple(move for move in found.stayed if move.target is not None)
    shown = (*found.rose, *found.fell, *found.now_known, *found.newly_rated, *found.no_level_now, *aimed)
    yield Heading("Since last time", 2)
    if said := moves_in_words(assessment):
        yield Paragraph(said)
    if shown:
        rubric = assessment.rubric
        yield Table(
            ("Theme", "Then", "Now", "Aimed for then"),
            tuple(
                (move.theme.title, level_mark(rubric, move.then), level_mark(rubric, move.now), _aim(assessment, move))
                for move in shown
            ),
            widths=(3, 1.6, 1.6, 1.6),
            dense=True,
        )
    yield from _stayed(assessment, [move for move in found.stayed if move.target is None])
    there = {theme.id for theme in assessment.rubric.themes()}
    if gone := sum(theme not in there for theme in assessment.last_time.ratings):
        yield Paragraph(f"{counted(gone, 'theme')} of last time {'is' if gone == 1 else 'are'} asked no more.", "small")


def other_times(assessment: Assessment) -> tuple[Series, ...]:
    """The lines for the radar: earlier evaluations, and what is aimed for; each only where there is one."""
    found = [Series(earlier.name, earlier.means, style="dash") for earlier in earlier_means(assessment)]
    if any(aim.level for aim in assessment.targets.values()):
        found.append(Series("Aimed for", aimed_means(assessment).means, style="dot"))
    return tuple(found)


def _aim(assessment: Assessment, move: Move) -> str:
    if move.target is None:
        return "–"
    reached = isinstance(move.now, int) and move.now >= move.target
    return f"{rating_in_words(assessment.rubric, move.target)}: {'reached' if reached else 'not reached yet'}"


def _stayed(assessment: Assessment, stayed: list[Move]) -> Iterator[Block]:
    for step in assessment.rubric.scale:
        titles = [move.theme.title for move in stayed if move.now == step.level]
        if titles:
            yield Paragraph(f"Stayed at {step.level} {step.name}: {listed(titles)}.", "note")
