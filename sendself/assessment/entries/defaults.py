"""What stands in a field that nobody has filled yet."""

from pydantic import BaseModel

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, DutyAnswer
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.entries.entry import Value
from sendself.assessment.entries.keys import DISCLOSURE, KEPT, MEETING, WORDS, YEARS, EntryKey
from sendself.assessment.field_versions import Difference
from sendself.assessment.items import Action, Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.participants import Participant, Review, Way
from sendself.assessment.school import School

_MODELS: dict[str, BaseModel] = {
    "school": School(),
    "review": Review(),
    "last_time": LastTime(),
    "theme": Answer(),
    "area": AreaNote(),
    "duty": DutyAnswer(),
    "document": DocumentAnswer(),
    "target": Target(),
    "participant": Participant(id="x"),
    "highlight": Highlight(id="x"),
    "priority": Priority(id="x"),
    "evidence": Evidence(id="x"),
    "action": Action(id="x"),
    "difference": Difference(id="x"),
    "evaluation": Disclosure(),
}
_DEFAULTS = {kind: model.model_dump(mode="json") for kind, model in _MODELS.items()}
_DEFAULTS["evaluation"] = {
    "way": Way.TOGETHER.value,
    MEETING.field: None,
    **{DISCLOSURE + name: value for name, value in _DEFAULTS["evaluation"].items()},
}


def default_value(key: EntryKey) -> Value:
    """The value of an untouched field, as JSON holds it. Raises `KeyError` for a field that an evaluation has not."""
    if key.kind == "context":
        return "" if key.field.startswith((WORDS, YEARS)) else None
    if key.kind == "evaluation" and key.field.startswith(KEPT):
        return False
    return _DEFAULTS[key.kind][key.field]
