"""What an evaluation shows first: the strengths and priorities that the school chose, otherwise those that lead."""

from dataclasses import dataclass

from sendself.assessment.english import listed
from sendself.assessment.evidence import sources_of
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Priority
from sendself.assessment.model import Assessment
from sendself.assessment.words import EVIDENCE_NAMES
from sendself.rubric.model import FocusArea, Theme

STRENGTHS_SHOWN = 3
PRIORITIES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Strength:
    """A strength with the theme it comes from and what it rests on."""

    text: str
    evidence: str = ""
    theme: Theme | None = None

    @property
    def words(self) -> str:
        """The strength, led by its theme."""
        return ": ".join(part for part in (self.theme.title if self.theme else "", self.text) if part)


def chosen_strengths(assessment: Assessment) -> tuple[Strength, ...]:
    """The strengths that the school chose to show first."""
    rubric = assessment.rubric
    return tuple(
        _strength(assessment, item.text, rubric.theme(item.theme), AGREED)
        if item.theme and rubric.has_theme(item.theme)
        else Strength(item.text)
        for item in assessment.highlights
    )


def leading_strengths(
    assessment: Assessment, perspective: str = AGREED, *, area: FocusArea | None = None
) -> tuple[Theme, ...]:
    """Where the school chose none: its highest themes with words, those with most kinds of evidence first.

    `area` keeps to the themes of one focus area.
    """
    rated: list[tuple[int, int, Theme]] = []
    for theme in area.themes if area else assessment.rubric.themes():
        answer = assessment.answer(theme.id, perspective)
        if isinstance(answer.rating, int) and answer.rating >= 3 and answer.strengths:
            rated.append((answer.rating, len(answer.evidence_kinds), theme))
    rated.sort(key=lambda entry: entry[:2], reverse=True)
    return tuple(theme for _, _, theme in rated[:STRENGTHS_SHOWN])


def shown_strengths(assessment: Assessment, perspective: str = AGREED) -> tuple[Strength, ...]:
    """The strengths that are shown first: those the school chose, otherwise those that lead."""
    chosen = chosen_strengths(assessment)[:STRENGTHS_SHOWN]
    leading = leading_strengths(assessment, perspective)
    return chosen or tuple(_strength(assessment, "", theme, perspective) for theme in leading)


def lowest_to_develop(
    assessment: Assessment, perspective: str = AGREED, *, area: FocusArea | None = None
) -> tuple[Theme, ...]:
    """The themes below the highest level with an area for development written down, the lowest first.

    `area` keeps to the themes of one focus area.
    """
    rated: list[tuple[int, Theme]] = []
    for theme in area.themes if area else assessment.rubric.themes():
        answer = assessment.answer(theme.id, perspective)
        if isinstance(answer.rating, int) and answer.rating < len(assessment.rubric.scale) and answer.development:
            rated.append((answer.rating, theme))
    rated.sort(key=lambda entry: entry[0])
    return tuple(theme for _, theme in rated)


def shown_priorities(assessment: Assessment, perspective: str = AGREED) -> tuple[str, ...]:
    """What to improve first: the priorities of the plan, otherwise the areas for development of the lowest themes."""
    written = (
        f"{theme.title}: {assessment.answer(theme.id, perspective).development}"
        for theme in lowest_to_develop(assessment, perspective)
    )
    return (chosen_priorities(assessment) or tuple(written))[:PRIORITIES_SHOWN]


def chosen_priorities(assessment: Assessment) -> tuple[str, ...]:
    """Every priority of the plan in its words, otherwise by the themes that it moves; one with neither is left out."""
    said = (one.text or _themes_of(assessment, one) for one in assessment.priorities)
    return tuple(words for words in said if words)


def more_than_shown(assessment: Assessment) -> tuple[str, ...]:
    """A sentence for the strengths and one for the priorities, where there are more than the first pages show.

    A button adds none past that; joining two copies, or bringing back what was taken away, can.
    """
    counts = (
        (len(assessment.highlights), STRENGTHS_SHOWN, "strengths"),
        (len(assessment.priorities), PRIORITIES_SHOWN, "priorities"),
    )
    return tuple(
        f"There are {there} {what}, and the pages that are read first show {most}. "
        f"Take {there - most} away, or put some of them together."
        for there, most, what in counts
        if there > most
    )


def first_of(there: int, most: int) -> str:
    """What the heading over a list that is cut says of that, such as ": the first 5 of 7"; nothing where all stand."""
    return f": the first {most} of {there}" if there > most else ""


def _strength(assessment: Assessment, text: str, theme: Theme, perspective: str) -> Strength:
    answer = assessment.answer(theme.id, perspective)
    named = "; ".join(source.title for source in sources_of(assessment, answer))
    kinds = listed(EVIDENCE_NAMES[kind].lower() for kind in answer.evidence_kinds)
    return Strength(text or answer.strengths, answer.evidence or named or kinds.capitalize(), theme)


def _themes_of(assessment: Assessment, priority: Priority) -> str:
    rubric = assessment.rubric
    return listed(rubric.theme(theme).title for theme in priority.themes if rubric.has_theme(theme))
