"""What may leave the school, decided once: pages and attached data are both made from the result."""

from dataclasses import dataclass

from sendself.assessment.answers import Answer, DocumentAnswer
from sendself.assessment.disclosure.small_counts import hidden_figures
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.entry import entries_of
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment

WRITTEN, EVIDENCE_LIST = "what was written", "the evidence list"
NAMES = "names of those who took part"
"""How what was left out is named, where a report has to know it: it must not say that the school wrote nothing."""


@dataclass(frozen=True, slots=True)
class SharedRecord:
    """An assessment as it may leave the school. Only `shared_record` and a file that was sent make one."""

    assessment: Assessment


def shared_record(assessment: Assessment, disclosure: Disclosure | None = None) -> SharedRecord:
    """What leaves under a disclosure; by default the one that the evaluation itself holds.

    Doing it twice changes nothing. What was taken out is named in `withheld`, in words and without its content. What
    the guard was told to keep, and differences to another copy, concern the school alone and stay there.
    """
    chosen = disclosure or assessment.disclosure
    shared = assessment.changed(disclosure=chosen, kept_knowingly=(), differences=())
    withheld = dict.fromkeys(assessment.withheld)
    for applies, reduce, name in (
        (chosen.names == "roles", _roles_only, NAMES),
        (chosen.notes == "levels", _levels_only, WRITTEN),
        (chosen.evidence == "none", _without_evidence_list, EVIDENCE_LIST),
        (chosen.private_ratings, _of_those_who_take_part, "what was rated by somebody who no longer takes part"),
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
        documents={
            name: DocumentAnswer(state=said.state, dated=said.dated) for name, said in assessment.documents.items()
        },
        evidence=(),
        actions=(),
        review=assessment.review.model_copy(update={"why": "", "wants_tested": ""}),
        context=assessment.context.model_copy(update={"words": {}}),
    )


def _without_evidence_list(assessment: Assessment) -> Assessment:
    return assessment.changed(
        answers={
            theme: {who: said.model_copy(update={"evidence_refs": ()}) for who, said in table.items()}
            for theme, table in assessment.answers.items()
        },
        documents={},
        evidence=(),
    )


def _agreed_only(assessment: Assessment) -> Assessment:
    return assessment.changed(
        answers={theme: {AGREED: table[AGREED]} for theme, table in assessment.answers.items() if AGREED in table},
        area_notes={area: {AGREED: table[AGREED]} for area, table in assessment.area_notes.items() if AGREED in table},
    )


def _of_those_who_take_part(assessment: Assessment) -> Assessment:
    """Nobody answers for a view that none of those on the list rates from; it comes back when somebody does."""
    there = {AGREED, *assessment.perspectives()}
    return assessment.changed(
        **{
            name: {
                key: {who: said for who, said in table.items() if who in there}
                for key, table in getattr(assessment, name).items()
            }
            for name in ("answers", "area_notes")
        }
    )


def _without_small_counts(assessment: Assessment) -> Assessment:
    figures = assessment.context.figures
    hidden = hidden_figures(figures, range(1, assessment.disclosure.small_up_to + 1))
    kept = {
        name: figure.model_copy(update={"value": None}) if name in hidden else figure
        for name, figure in figures.items()
    }
    return assessment.changed(context=assessment.context.model_copy(update={"figures": kept}))
