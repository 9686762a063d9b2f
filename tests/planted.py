"""Evaluations whose every text can be told from all others: found from the fields of the record, never from a list.

A field that is added to the record is planted, looked for on the pages and held to a disclosure without a word here.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import count, product
from typing import Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, DutyAnswer
from sendself.assessment.context import Figure
from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.assembling import assemble, header_of
from sendself.assessment.entries.entry import Value, entries_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.school import School
from sendself.assessment.text import clean, clean_line
from sendself.rubric.model import Rubric
from tests.samples import CHANGED, a_duty, a_rubric, a_theme, an_area, an_evaluation
from tests.texts import strings

MODELS: dict[str, type[BaseModel]] = {
    "school": School,
    "review": Review,
    "last_time": LastTime,
    "theme": Answer,
    "area": AreaNote,
    "duty": DutyAnswer,
    "document": DocumentAnswer,
    "target": Target,
    "participant": Participant,
    "highlight": Highlight,
    "priority": Priority,
    "evidence": Evidence,
    "action": Action,
    "evaluation": Disclosure,
}
"""What stands under each kind of subject; figures and words of the context are entries of their own."""

NOT_TEXT = frozenset(
    {
        *(("evaluation", name) for name in ("way", "disclosure", "kept")),
        ("school", "kind"),
        ("context", "years"),
        ("review", "evaluated_on"),
        *(("last_time", name) for name in ("evaluation", "evaluated_on", "ratings", "targets", "before")),
        *(("theme", name) for name in ("rating", "evidence_kinds", "evidence_refs")),
        ("duty", "state"),
        *(("document", name) for name in ("state", "dated")),
        ("participant", "perspective"),
        ("highlight", "theme"),
        ("priority", "themes"),
        *(("evidence", name) for name in ("kind", "dated")),
        *(("action", name) for name in ("kind", "priority", "duty", "start", "due", "status", "themes", "first_in")),
    }
)
"""What JSON writes as a string and nobody typed: days, choices from a list, ids. Printed in words of their own."""

NAMES: tuple[Literal["names", "roles"], ...] = ("names", "roles")
NOTES: tuple[Literal["notes", "levels"], ...] = ("notes", "levels")
COUNTS: tuple[Literal["hide", "show"], ...] = ("hide", "show")
LISTS: tuple[Literal["list", "none"], ...] = ("list", "none")

CANARY = re.compile(r"zq\d{4}x")

CHOICES = tuple(
    Disclosure(names=names, notes=notes, small_counts=counts, private_ratings=private, evidence=evidence)
    for names, notes, counts, private, evidence in product(NAMES, NOTES, COUNTS, (False, True), LISTS)
)
"""Every choice of what may leave."""

TEACHING = ("teaching.first", "teaching.second")


def choice_in_words(choice: Disclosure) -> str:
    """A choice as the name of a test: "roles levels hide agreed list"."""
    private = "private" if choice.private_ratings else "agreed"
    return f"{choice.names} {choice.notes} {choice.small_counts} {private} {choice.evidence}"


def is_text(field: FieldInfo) -> bool:
    """Whether a field holds what somebody typed: a Note, a Line or a Link, which are cleaned at the door."""
    return any(getattr(one, "func", None) in (clean, clean_line) for one in field.metadata)


def texts_of(assessment: Assessment) -> Iterator[tuple[EntryKey, str]]:
    """Every text that the school typed, with its place. A string of a place that is not in `NOT_TEXT` counts as one."""
    for key, value in entries_of(assessment).items():
        kind, name = key.subject.partition(":")[0], key.field.partition(".")[0]
        if (kind, name) in NOT_TEXT:
            continue
        yield from ((key, text) for text in strings(value["year"] if (kind, name) == ("context", "figures") else value))


@cache
def planted() -> Assessment:
    """An evaluation with a text of its own ("zq0001x") in every place that holds text, agreed and of two who rated.

    Its evidence is referred to, its plan has targets, it follows an earlier evaluation, and two figures are small. One
    duty concerns the school, one does not, and one is of another rubric.
    """
    start = an_evaluation(_rubric(), school=School(kind="academy", age_low=4, age_high=11), setting="mainstream")
    number = count(1)
    entries = dict(_what_is_no_text())
    for subject, kind, who in _places():
        for name, field in MODELS[kind].model_fields.items():
            if is_text(field):
                entries[EntryKey(subject, who, name)] = f"zq{next(number):04d}x"
    for text in CONTEXT_TEXTS:
        entries[EntryKey("context", AGREED, f"words.{text.id}")] = f"zq{next(number):04d}x"
    entries |= entries_of(start)
    return assemble(header_of(start), entries, updated_at=CHANGED)


def _rubric() -> Rubric:
    themes = [a_theme(TEACHING[0], "binding"), a_theme(TEACHING[1], "of-others")]
    areas = [
        an_area("teaching", *themes),
        an_area("families", a_theme("families.first")),
        an_area("outcomes", a_theme("outcomes.first")),
    ]
    return a_rubric(areas, [a_duty("binding"), a_duty("of-others", applies_to=("independent",))])


def _places() -> Iterator[tuple[str, str, str]]:
    """Every subject that something is planted in: itself, its kind, and the perspective."""
    for subject in ("school", "review"):
        yield subject, subject, AGREED
    for who in (AGREED, "senco", "parent-forum"):
        yield f"theme:{TEACHING[0]}", "theme", who
        yield "area:teaching", "area", who
    yield "theme:families.first", "theme", "slt"
    for duty in ("binding", "of-others", "of-another-rubric"):
        yield f"duty:{duty}", "duty", AGREED
    for document in ("provision-map", "team-roles", "of-a-longer-list"):
        yield f"document:{document}", "document", AGREED
    for kind in ("participant", "highlight", "priority", "evidence", "action"):
        for item in ("a", "b"):
            yield f"{kind}:{item}", kind, AGREED
    yield "participant:c", "participant", AGREED


def _what_is_no_text() -> Iterator[tuple[EntryKey, Value]]:
    """Levels, states, days and references, so that every part of a report has something to say."""
    for who, level in ((AGREED, 3), ("senco", 2), ("parent-forum", 1)):
        yield EntryKey(f"theme:{TEACHING[0]}", who, "rating"), level
        yield EntryKey(f"theme:{TEACHING[0]}", who, "evidence_refs"), ["document:provision-map", "evidence:a"]
    yield EntryKey(f"theme:{TEACHING[1]}", AGREED, "rating"), "not_applicable"
    yield EntryKey("theme:families.first", "slt", "rating"), 4
    for document, state in (("provision-map", "enclosed"), ("team-roles", "missing")):
        yield EntryKey(f"document:{document}", AGREED, "state"), state
    yield EntryKey("participant:b", AGREED, "took_part"), False
    for person, who in (("a", "senco"), ("b", "parent-forum"), ("c", "slt")):
        yield EntryKey(f"participant:{person}", AGREED, "perspective"), who
    for item, theme in (("a", TEACHING[0]), ("b", TEACHING[1])):
        yield EntryKey(f"highlight:{item}", AGREED, "theme"), theme
        yield EntryKey(f"priority:{item}", AGREED, "themes"), [theme]
    yield EntryKey("action:a", AGREED, "priority"), "a"
    yield EntryKey("action:a", AGREED, "due"), "2027-03-31"
    yield EntryKey(f"target:{TEACHING[1]}", AGREED, "level"), 2
    yield EntryKey("last_time", AGREED, "evaluation"), "evaluation-0"
    yield EntryKey("last_time", AGREED, "evaluated_on"), "2025-11-20"
    yield EntryKey("last_time", AGREED, "ratings"), {TEACHING[0]: 1, TEACHING[1]: 2}
    yield EntryKey("evaluation", AGREED, "kept." + "a" * 32), True
    for measure, value in (("roll", 428), ("ehc_plans", 3), ("sen_support", 2), ("attendance_send", 81.37)):
        figure = Figure(value=value, year="2025/26").model_dump(mode="json")
        yield EntryKey("context", AGREED, f"figures.{measure}"), figure
