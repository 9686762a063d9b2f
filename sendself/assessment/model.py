"""The record of one self-evaluation. Frozen: a change gives a new one."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints, field_validator

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, DutyAnswer
from sendself.assessment.context import Context
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.field_versions import Difference, FieldVersion
from sendself.assessment.identifiers import AGREED, DocumentId, KeptMark, Moment, Perspective
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.school import School
from sendself.assessment.text import Line
from sendself.rubric.duty import DutyId, Setting
from sendself.rubric.model import AreaId, LevelNumber, Rubric, ThemeId
from sendself.rubric.values import Frozen


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
