"""What may leave the school, decided once: pages and attached data are both made from the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sendself.assessment.entries import entries_of
from sendself.assessment.measures import BY_ID, MEASURES, Measure
from sendself.assessment.model import AGREED, Answer, Assessment, Context, Disclosure, Figure

SMALL = range(1, 5)
"""Counts that could point to a child. No threshold is published for these releases: this one is our choice."""


@dataclass(frozen=True, slots=True)
class SharedRecord:
    """An assessment as it may leave the school. Only `shared_record` and a file that was sent make one."""

    assessment: Assessment


def shared_record(assessment: Assessment, disclosure: Disclosure | None = None) -> SharedRecord:
    """What leaves under a disclosure; by default the one that the evaluation itself holds.

    Doing it twice changes nothing. What was taken out is named in `withheld`, in words and without its content.
    """
    chosen = disclosure or assessment.disclosure
    shared = assessment.changed(disclosure=chosen)
    withheld = dict.fromkeys(assessment.withheld)
    for applies, reduce, name in (
        (chosen.names == "roles", _roles_only, "names of those who took part"),
        (chosen.notes == "levels", _levels_only, "what was written"),
        (not chosen.private_ratings, _agreed_only, "what each participant rated alone"),
        (chosen.small_counts == "hide", _without_small_counts, "counts that could point to a child"),
    ):
        if applies and (reduced := reduce(shared)) != shared:
            shared, withheld = reduced, {**withheld, name: None}
    said, kept = entries_of(assessment), entries_of(shared)
    unchanged = {key.text for key in kept if kept[key] == said.get(key)}
    versions = {key: version for key, version in assessment.versions.items() if key in unchanged}
    return SharedRecord(shared.changed(withheld=tuple(withheld), versions=versions))


def _roles_only(assessment: Assessment) -> Assessment:
    return assessment.changed(
        participants=tuple(person.model_copy(update={"name": ""}) for person in assessment.participants)
    )


def _levels_only(assessment: Assessment) -> Assessment:
    kept = ("rating", "parked", "evidence_kinds", "can_help")
    return assessment.changed(
        answers={
            theme: {who: Answer(**{name: getattr(said, name) for name in kept}) for who, said in table.items()}
            for theme, table in assessment.answers.items()
        },
        area_notes={},
        duties={key: duty.model_copy(update={"note": ""}) for key, duty in assessment.duties.items()},
        highlights=(),
        priorities=(),
        review=assessment.review.model_copy(update={"why": "", "wants_tested": ""}),
        context=Context(figures=assessment.context.figures),
    )


def _agreed_only(assessment: Assessment) -> Assessment:
    return assessment.changed(
        answers={theme: {AGREED: table[AGREED]} for theme, table in assessment.answers.items() if AGREED in table},
        area_notes={area: {AGREED: table[AGREED]} for area, table in assessment.area_notes.items() if AGREED in table},
    )


def _without_small_counts(assessment: Assessment) -> Assessment:
    figures = assessment.context.figures
    hidden = {measure.id for measure in MEASURES if points_to_a_child(figures, measure)}
    kept = {
        name: figure.model_copy(update={"value": None}) if name in hidden else figure
        for name, figure in figures.items()
    }
    return assessment.changed(context=Context(figures=kept, words=assessment.context.words))


def points_to_a_child(figures: Mapping[str, Figure], measure: Measure) -> bool:
    """Whether a figure is hidden where small counts are.

    A count is when it is 1 to 4 or leaves out 1 to 4 of its whole, by itself or with the part that stands apart from
    it. A percentage is when it is about so few pupils or leaves out so few, or when the counts that leave do not say
    that there are more. What is published, not given or counts no pupils is not.
    """
    figure = figures.get(measure.id)
    if figure is None or figure.value is None or figure.source == "published":
        return False
    if measure.about:
        return _may_be_about_few(figures, measure.about) or _leaves_out_few(figures, measure.about)
    if not measure.counts_pupils:
        return False
    both = (measure.id, measure.apart_from) if measure.apart_from else (measure.id,)
    return figure.value in SMALL or _leaves_out_few(figures, (measure.id,)) or _leaves_out_few(figures, both)


def _leaves_out_few(figures: Mapping[str, Figure], parts: Sequence[str]) -> bool:
    """The complement tells as much: 30 of 32 says that two are not."""
    whole, counts = _value(figures, BY_ID[parts[0]].part_of or ""), [_value(figures, part) for part in parts]
    known = [count for count in counts if count is not None]
    return whole is not None and len(known) == len(parts) and whole - sum(known) in SMALL


def _may_be_about_few(figures: Mapping[str, Figure], counts: Sequence[str]) -> bool:
    leaving = [
        value
        for name in counts
        if (value := _value(figures, name)) is not None and not points_to_a_child(figures, BY_ID[name])
    ]
    # A count that does not leave may be anything: without it the others have to be enough.
    all_leave = len(leaving) == len(counts)
    return sum(leaving) in SMALL if all_leave else sum(leaving) < SMALL.stop


def _value(figures: Mapping[str, Figure], name: str) -> float | None:
    figure = figures.get(name)
    return figure.value if figure else None
