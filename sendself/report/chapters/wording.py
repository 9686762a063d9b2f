"""Parts that more than one document says in the same way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sendself.assessment.answers import Rating
from sendself.assessment.english import counted, listed
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.profile import AreaProfile, profile
from sendself.assessment.words import perspective_name, rating_in_words
from sendself.document.blocks import Block, Heading, LevelMark, Paragraph, Radar, Series, Table
from sendself.rubric.model import Rubric

EXAMPLE = "EXAMPLE: the ratings are invented and say nothing about any real school."

SCALE_IS_OURS = (
    "The four levels are sendself's own. The SEND Review Guide has no rating scale, and these are not inspection "
    "grades. They say how settled a practice is and what it has been shown to change; they are for finding what to do "
    "next, not for comparing schools."
)


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut after a word with an ellipsis where it is longer than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    # A text without spaces, as in some scripts, is cut where it must be.
    whole_words = cut if line[limit - 1] == " " else cut.rpartition(" ")[0]
    return (whole_words or cut).rstrip(" ,;:.–-") + "…"


def as_many(names: Iterable[str], limit: int, longest: int | None = None) -> str:
    """As many names as `limit` characters hold, then how many more there are; at least one.

    A name is shortened where it is longer than `longest`, or than the limit.
    """
    whole = [shortened(name, longest or limit) for name in names]
    shown = whole[:1]
    for name in whole[1:]:
        if len("; ".join([*shown, name])) > limit:
            break
        shown.append(name)
    more = len(whole) - len(shown)
    return "; ".join([*shown, f"and {more} more"] if more else shown)


def sentence(text: str) -> str:
    """The text with a full stop where it has no end of its own; nothing stays nothing."""
    return text if not text or text[-1] in ".!?…" else f"{text}."


def level_mark(rubric: Rubric, rating: Rating | None) -> LevelMark:
    """The mark of a rating: number and name of a level, or a state by name."""
    if isinstance(rating, int):
        return LevelMark(rating, rubric.level_name(rating))
    return LevelMark(None, rating_in_words(rubric, rating))


def left_out(assessment: Assessment) -> Iterator[Block]:
    """What the school left out on purpose, by name; nothing where it left out nothing."""
    if assessment.withheld:
        yield Paragraph(f"Left out on purpose: {listed(assessment.withheld)}.", "small")


def scale_blocks(rubric: Rubric) -> Iterator[Block]:
    """The scale with what each level means, said to be ours."""
    yield Heading("The scale", 2)
    yield Paragraph(SCALE_IS_OURS)
    yield Table(
        header=("Level", "What it means"),
        rows=tuple((LevelMark(step.level, step.name), step.means) for step in rubric.scale),
        widths=(1, 3),
    )
    yield Paragraph(
        "A theme can also be answered Don't know yet, Not applicable (with a reason) or Not looked at this time. None "
        "of these, and no theme without an answer, counts in an average. Duties in law are answered apart from the "
        "levels and are never averaged away."
    )


def counts_table(assessment: Assessment) -> Table:
    """Per area: themes at each level, how many were rated, the mean of those, and the lowest theme."""
    rubric = assessment.rubric
    return Table(
        header=("Focus area", *(str(step.level) for step in rubric.scale), "No level", "Mean", "Lowest theme"),
        rows=tuple(_counts_row(area) for area in profile(assessment)),
        widths=(1.7, 0.5, 0.5, 0.5, 0.5, 1.1, 1.6, 4.6),
        align=("left", "right", "right", "right", "right", "right", "left", "left"),
        dense=True,
    )


def _counts_row(area: AreaProfile) -> tuple[str, ...]:
    return (
        area.area.short,
        *(str(count) for count in area.counts),
        str(area.total - area.rated),
        mean(area),
        lowest(area),
    )


def mean(area: AreaProfile) -> str:
    """The mean with how many themes it rests on: "2.6 of 7 rated"; a dash where nothing is rated."""
    return "–" if area.mean is None else f"{area.mean:.1f} ({area.rated} of {area.total})"


def lowest(area: AreaProfile) -> str:
    """The lowest theme of an area, or how many share the lowest level."""
    if not area.lowest:
        return "–"
    if len(area.lowest) == 1:
        return area.lowest[0].title
    return f"{area.lowest[0].title} and {counted(len(area.lowest) - 1, 'other')}"


def radar_block(assessment: Assessment, others: tuple[Series, ...] = ()) -> Radar | Paragraph:
    """The radar of the agreed ratings with `others` as lines, and an alternative text that says the same numbers.

    A rubric with fewer than three areas makes no figure: the sentence stands alone.
    """
    areas = profile(assessment)
    if len(areas) < 3:
        return Paragraph(radar_in_words(assessment).removeprefix("Radar of the focus areas. "), "small")
    axes = tuple(area.area.short for area in areas)
    return Radar(
        axes=axes,
        rings=tuple(step.name for step in assessment.rubric.scale),
        series=(Series("Agreed", tuple(area.mean for area in areas), filled=True), *others),
        alt=" ".join([radar_in_words(assessment), *(_line_in_words(axes, one) for one in others)]),
        # The key of several lines needs room of its own below.
        width=0.46 if others else 0.52,
        widest=0.85,
    )


def _line_in_words(axes: tuple[str, ...], line: Series) -> str:
    given = (f"{axis} {value:.1f}" for axis, value in zip(axes, line.values, strict=True) if value is not None)
    return f"{line.name}: {listed(given)}."


def radar_in_words(assessment: Assessment, perspective: str = AGREED) -> str:
    """What a sighted reader takes from the radar, in sentences with the numbers."""
    areas = profile(assessment, perspective)
    rated = [area for area in areas if area.mean is not None]
    if not rated:
        return "Radar of the focus areas. Nothing is rated yet."
    best = max(area.mean or 0 for area in rated)
    least = min(area.mean or 0 for area in rated)
    parts = [f"{area.area.short} {area.mean:.1f} from {area.rated} of {area.total} themes" for area in rated]
    without = [area.area.short for area in areas if area.mean is None]
    missing = f" Without a rating: {listed(without)}." if without else ""
    high = listed(area.area.short for area in rated if area.mean == best)
    low = listed(area.area.short for area in rated if area.mean == least)
    return (
        f"Radar of the focus areas, mean level of the rated themes from 1 to {len(assessment.rubric.scale)}: "
        f"{', '.join(parts)}.{missing} Highest: {high}. Lowest: {low}."
    )


def lines_in_words(profiles: Mapping[str, Sequence[AreaProfile]]) -> str:
    """Lines on the radar in sentences: how many themes each rests on, and each mean with how many it is of."""
    return " ".join(
        f"{perspective_name(who)}, over {counted(themes_of(areas), 'theme')}: "
        + ", ".join(f"{area.area.short} {area.mean:.1f} from {area.rated}" for area in areas if area.mean is not None)
        + "."
        for who, areas in profiles.items()
        if themes_of(areas)
    )


def themes_of(areas: Sequence[AreaProfile]) -> int:
    """How many themes a line on the radar rests on."""
    return sum(area.rated for area in areas)
