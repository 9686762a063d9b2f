"""The record of one self-evaluation. Frozen: a change gives a new one."""

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, JsonValue, StringConstraints, field_validator

from sendself.assessment.text import Line, Link, Note
from sendself.rubric.model import AreaId, DutyId, Frozen, LevelNumber, Rubric, SchoolKind, Setting, ThemeId

VERSION_LIMIT = 2_000_000_000
"""More saves than a field will ever see; it fits a database's integer."""

WRITES_LIMIT = 200
"""The writes that a field remembers: past it the oldest are forgotten, and joining asks where it would have known."""

OLDEST = 30
"""The highest age, in years, that a school can be said to be for."""

AGREED = "agreed"
"""The perspective that the school sends: what the participants settled on, and every fact that has one value."""


def _in_a_row(year: str) -> str:
    if (int(year[2:4]) + 1) % 100 != int(year[5:]):
        raise ValueError("a school year ends in the year after it begins")
    return year


Perspective = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,40}$")]
MeasureId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
SchoolYear = Annotated[str, StringConstraints(pattern=r"^20[0-9][0-9]/[0-9][0-9]$"), AfterValidator(_in_a_row)]
"""A school year by its two calendar years, "2023/24"."""
DocumentId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
KeptMark = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""A sentence that the guard pointed at and that is kept knowingly, as its fingerprint: never its words."""
Marks = Annotated[
    str, StringConstraints(pattern=r"^([0-9a-f]{12}( [0-9a-f]{12})*)?$", max_length=WRITES_LIMIT * 13 - 1)
]
"""Writes by their marks (see `lineage`), the newest first, with a space between two."""
EvaluationId = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]{8,64})?$")]
"""The id of another evaluation, or empty for none."""
EvidenceRef = Annotated[str, StringConstraints(pattern=r"^(document:[a-z][a-z0-9-]{0,39}|evidence:[a-z0-9]{1,40})$")]
"""What a theme refers to: a document of the preparation list or an evidence item, by the subject of its entries."""


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    # At the ends of the calendar a change of zone leads out of it.
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError("a time needs a year in which it can have been")
    return moment.astimezone(UTC)


def _is_empty(text: str) -> bool:
    return not text


Moment = Annotated[datetime, AfterValidator(_in_utc)]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]
"""A day with room on the calendar before and after it."""


class State(StrEnum):
    """Why a theme has no level though somebody has looked at it. None of these counts in an average."""

    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    NOT_LOOKED_AT = "not_looked_at"


Rating = LevelNumber | State


class EvidenceKind(StrEnum):
    """The kinds of evidence that can stand behind a rating."""

    DATA = "data"
    OBSERVATION = "observation"
    WORK = "work"
    PUPIL_VOICE = "pupil_voice"
    PARENT_VOICE = "parent_voice"
    DOCUMENT = "document"


class Way(StrEnum):
    """How the participants work: each rates alone and then they meet, or they rate together from the start."""

    APART = "apart"
    TOGETHER = "together"


class School(Frozen):
    """The school as it stands in the register or as it was typed. `ages` are years."""

    urn: Annotated[int, Field(ge=1, le=9_999_999)] | None = None
    name: Line = ""
    town: Line = ""
    postcode: Line = ""
    local_authority: Line = ""
    trust: Line = ""
    phase: Line = ""
    type_name: Line = ""
    kind: SchoolKind | None = None
    age_low: Annotated[int, Field(ge=0, le=OLDEST)] | None = None
    age_high: Annotated[int, Field(ge=0, le=OLDEST)] | None = None

    @property
    def secondary(self) -> bool | None:
        """Whether pupils of secondary age are on roll; `None` when the ages are not known."""
        return None if self.age_high is None else self.age_high > 11


class Participant(Frozen):
    """Somebody asked to take part, the perspective they rate from, and whether they did take part."""

    id: ItemId
    name: Line = ""
    role: Line = ""
    perspective: Perspective = "senco"
    took_part: bool = True


class Review(Frozen):
    """What the evaluation is for: why, what the school wants tested, and who will read it."""

    why: Note = ""
    wants_tested: Note = ""
    reviewer: Line = ""
    reviewer_email: Line = ""
    evaluated_on: date | None = None


class Figure(Frozen):
    """One number of the context, where it comes from and its school year ("2023/24").

    `value` is `None` when the number was withheld on leaving the school. `year` is empty where it was typed: it is then
    that of the context (see `figure_year`).
    """

    value: Annotated[float, Field(allow_inf_nan=False, ge=0, le=1_000_000)] | None
    source: Literal["typed", "published", "imported"] = "typed"
    year: Line = ""


class Context(Frozen):
    """The school's statistics by measure, and what the school says about itself in words (see `measures`).

    `years` are the school years of the figures that are typed, by what of a year they tell ("on_roll", "over_a_year").
    """

    figures: dict[MeasureId, Figure] = Field(default_factory=dict)
    years: dict[MeasureId, SchoolYear] = Field(default_factory=dict)
    words: dict[MeasureId, Note] = Field(default_factory=dict)

    @field_validator("figures", "years", mode="after")
    @classmethod
    def _by_name(cls, table: dict[str, Any]) -> dict[str, Any]:
        return dict(sorted(table.items()))

    @field_validator("words", mode="after")
    @classmethod
    def _without_blank(cls, words: dict[str, str]) -> dict[str, str]:
        return {name: text for name, text in sorted(words.items()) if text}


class Answer(Frozen):
    """What one perspective says about one theme."""

    rating: Rating | None = None
    reason: Note = ""
    parked: bool = False
    strengths: Note = ""
    development: Note = ""
    evidence: Note = ""
    evidence_kinds: tuple[EvidenceKind, ...] = ()
    evidence_refs: tuple[EvidenceRef, ...] = ()
    can_help: bool = False

    @field_validator("evidence_refs", mode="after")
    @classmethod
    def _each_once(cls, refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(refs))

    @field_validator("evidence_kinds", mode="after")
    @classmethod
    def _each_once_in_order(cls, kinds: tuple[EvidenceKind, ...]) -> tuple[EvidenceKind, ...]:
        return tuple(kind for kind in EvidenceKind if kind in kinds)


class AreaNote(Frozen):
    """The summary boxes of a focus area, as in the Guide's form."""

    strengths: Note = ""
    development: Note = ""


class DutyState(StrEnum):
    """The school's answer to a duty."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_CHECKED = "not_checked"
    DOES_NOT_APPLY = "does_not_apply"


class DutyAnswer(Frozen):
    """The answer to a duty and a word about it. One answer per duty, wherever it is shown."""

    state: DutyState | None = None
    note: Note = ""


class DocumentState(StrEnum):
    """Whether the reviewer gets a document of the preparation list."""

    ENCLOSED = "enclosed"
    ON_THE_DAY = "on_the_day"
    MISSING = "missing"


class DocumentAnswer(Frozen):
    """What the school says about one document of the preparation list. `dated` is the day the document is from."""

    state: DocumentState | None = None
    link: Link = ""
    note: Line = ""
    dated: Day | None = None


class Evidence(Frozen):
    """Something that shows what a rating rests on: its title and where it is. The thing itself is never kept here."""

    id: ItemId
    title: Line = ""
    kind: EvidenceKind | None = None
    link: Link = ""
    note: Line = ""
    dated: Day | None = None


class Highlight(Frozen):
    """A strength that the school wants read first, and the theme it comes from."""

    id: ItemId
    text: Note = ""
    theme: ThemeId | None = None


class Priority(Frozen):
    """Something to improve first, and the themes it would move."""

    id: ItemId
    text: Note = ""
    themes: tuple[ThemeId, ...] = ()


class ActionStatus(StrEnum):
    """How far an action has come."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class ActionKind(StrEnum):
    """Why there is an action: to improve, to find out what nobody knows yet, or to meet a duty now."""

    IMPROVE = "improve"
    FIND_OUT = "find_out"
    DUTY = "duty"


class Action(Frozen):
    """One thing that somebody does, by when, and how it will be seen to have worked.

    `priority` is the id of the priority it belongs to, `duty` the duty that it is to meet, `owner` a role. Dates are
    kept as they were entered: a due date before the start is explained on the page (see `plan`), not refused.
    `first_in` is the id of the evaluation that it was planned in first, empty where that is this one.
    """

    id: ItemId
    what: Note = ""
    kind: ActionKind = ActionKind.IMPROVE
    priority: ItemId | None = None
    duty: DutyId | None = None
    owner: Line = ""
    start: Day | None = None
    due: Day | None = None
    success: Note = ""
    resources: Note = ""
    status: ActionStatus = ActionStatus.NOT_STARTED
    themes: tuple[ThemeId, ...] = ()
    first_in: EvaluationId = ""


class Target(Frozen):
    """The level that the plan aims for in one theme."""

    level: LevelNumber | None = None


class Difference(Frozen):
    """What a joined copy says in a field that was changed in both. Nothing is replaced before somebody has decided.

    `key` is the field ("subject|perspective|field"), `theirs` its value in the copy, as JSON holds it. `heads` and
    `seen` are those of the copy's field, as in `FieldVersion`; there are none where the copy knew none.
    """

    id: ItemId
    key: Annotated[str, StringConstraints(max_length=200)] = ""
    theirs: JsonValue = None
    heads: Marks = ""
    seen: Marks = ""


class EarlierTime(Frozen):
    """An evaluation before the last one: its day, and per focus area the mean of the themes that had a level then."""

    # Without defaults: inside a list an entry keeps every field, as the store's door does.
    evaluated_on: date | None
    means: dict[AreaId, Annotated[float, Field(allow_inf_nan=False, ge=1, le=4)]]

    @field_validator("means", mode="after")
    @classmethod
    def _by_area(cls, means: dict[str, float]) -> dict[str, float]:
        return dict(sorted(means.items()))


class LastTime(Frozen):
    """The evaluation that this one follows: its id, its day, and per theme what was agreed and aimed for then.

    `before` are those that it followed itself, the newest first.
    """

    evaluation: EvaluationId = ""
    evaluated_on: date | None = None
    ratings: dict[ThemeId, Rating] = Field(default_factory=dict)
    targets: dict[ThemeId, LevelNumber] = Field(default_factory=dict)
    before: tuple[EarlierTime, ...] = ()

    @field_validator("ratings", "targets", mode="after")
    @classmethod
    def _by_theme(cls, table: dict[str, Any]) -> dict[str, Any]:
        return dict(sorted(table.items()))


SMALL_UP_TO, MOST_SMALL = 4, 9
"""The largest count that could point to a child unless the school says otherwise, and the largest it can say.

No threshold is published for these figures: this one is our choice.
"""


class Disclosure(Frozen):
    """What may leave the school, decided once for the pages and for the data inside them.

    Counts of pupils from 1 to `small_up_to` are the small ones.
    """

    names: Literal["names", "roles"] = "names"
    notes: Literal["notes", "levels"] = "notes"
    small_counts: Literal["hide", "show"] = "hide"
    small_up_to: Annotated[int, Field(ge=1, le=MOST_SMALL)] = SMALL_UP_TO
    private_ratings: bool = False
    evidence: Literal["list", "none"] = "list"


class Meeting(Frozen):
    """The meeting in which differences are settled: when its clock was started, and how long it is. It never leaves."""

    began: Moment
    minutes: Annotated[int, Field(ge=1, le=480)]


class FieldVersion(Frozen):
    """The version of a saved field, the version at which it was last opened from a file, and the write that made it.

    `heads` are the writes that put this value here, where that is not `op_id` alone: made on another computer, or the
    same value on two. `seen` are the writes that came before, each seen by somebody who then wrote what followed it.
    """

    version: Annotated[int, Field(ge=1, le=VERSION_LIMIT)]
    base: Annotated[int, Field(ge=0, le=VERSION_LIMIT)] = 0
    op_id: Annotated[str, StringConstraints(max_length=64)] = ""
    heads: Annotated[Marks, Field(exclude_if=_is_empty)] = ""
    seen: Annotated[Marks, Field(exclude_if=_is_empty)] = ""


class Assessment(Frozen):
    """One self-evaluation with the rubric it was made with.

    `answers` and `area_notes` map a theme or area to perspective to what it says. `versions` holds, per saved field
    ("subject|perspective|field"), what joining two copies needs. Times are UTC.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{8,64}$")]
    rubric: Rubric
    setting: Setting
    example: bool = False
    way: Way = Way.TOGETHER
    created_at: Moment
    updated_at: Moment
    school: School = School()
    participants: tuple[Participant, ...] = ()
    review: Review = Review()
    context: Context = Context()
    # Tables are kept sorted and without empty answers, so that equal evaluations make equal files.
    answers: dict[ThemeId, dict[Perspective, Answer]] = Field(default_factory=dict)
    area_notes: dict[AreaId, dict[Perspective, AreaNote]] = Field(default_factory=dict)
    duties: dict[DutyId, DutyAnswer] = Field(default_factory=dict)
    highlights: tuple[Highlight, ...] = ()
    priorities: tuple[Priority, ...] = ()
    documents: dict[DocumentId, DocumentAnswer] = Field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    targets: dict[ThemeId, Target] = Field(default_factory=dict)
    last_time: LastTime = LastTime()
    differences: tuple[Difference, ...] = ()
    disclosure: Disclosure = Disclosure()
    kept_knowingly: tuple[KeptMark, ...] = ()
    withheld: tuple[Line, ...] = ()
    versions: dict[str, FieldVersion] = Field(default_factory=dict)

    @field_validator("answers", "area_notes", mode="after")
    @classmethod
    def _without_empty(cls, table: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        kept = {
            subject: {who: said for who, said in sorted(by_perspective.items()) if said != type(said)()}
            for subject, by_perspective in sorted(table.items())
        }
        return {subject: by_perspective for subject, by_perspective in kept.items() if by_perspective}

    @field_validator("duties", "documents", "targets", mode="after")
    @classmethod
    def _without_unanswered(cls, table: dict[str, Any]) -> dict[str, Any]:
        return {subject: answer for subject, answer in sorted(table.items()) if answer != type(answer)()}

    @field_validator("versions", mode="after")
    @classmethod
    def _by_key(cls, versions: dict[str, FieldVersion]) -> dict[str, FieldVersion]:
        return dict(sorted(versions.items()))

    @field_validator("participants", "highlights", "priorities", "evidence", "actions", "differences", mode="after")
    @classmethod
    def _in_order(cls, items: tuple[Any, ...]) -> tuple[Any, ...]:
        if len({item.id for item in items}) < len(items):
            raise ValueError("two items have the same id")
        return tuple(sorted(items, key=lambda item: item.id))

    @field_validator("kept_knowingly", mode="after")
    @classmethod
    def _each_mark_once(cls, marks: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(marks)))

    def changed(self, **changes: Any) -> "Assessment":
        """A new assessment with these fields replaced, checked as any other."""
        return Assessment(**{**dict(self), **changes})

    def answer(self, theme_id: str, perspective: str = AGREED) -> Answer:
        """What a perspective says about a theme; an empty answer where it has said nothing."""
        return self.answers.get(theme_id, {}).get(perspective) or Answer()

    def area_note(self, area_id: str, perspective: str = AGREED) -> AreaNote:
        """The summary boxes of an area as a perspective filled them."""
        return self.area_notes.get(area_id, {}).get(perspective) or AreaNote()

    def duty(self, duty_id: str) -> DutyAnswer:
        """The answer to a duty; an empty one where there is none."""
        return self.duties.get(duty_id) or DutyAnswer()

    def document(self, document_id: str) -> DocumentAnswer:
        """What is said about a document of the preparation list; an empty answer where nothing is."""
        return self.documents.get(document_id) or DocumentAnswer()

    def target(self, theme_id: str) -> LevelNumber | None:
        """The level aimed for in a theme, or `None`."""
        aim = self.targets.get(theme_id)
        return aim.level if aim else None

    def figure(self, measure: str) -> float | None:
        """A number of the context, or `None`."""
        figure = self.context.figures.get(measure)
        return figure.value if figure else None

    def perspectives(self) -> tuple[str, ...]:
        """The perspectives of those who take part, each once, in the order of the participants."""
        return tuple(dict.fromkeys(person.perspective for person in self.participants))

    @property
    def title(self) -> str:
        """What the evaluation is called in lists: the school's name, marked when it is an example."""
        name = self.school.name or (f"School {self.school.urn}" if self.school.urn else "School not named yet")
        return f"{name} (EXAMPLE)" if self.example and "EXAMPLE" not in name else name
