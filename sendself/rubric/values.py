"""What everything in a rubric is made of: values that never change, and texts that can be printed."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from sendself.rubric.text import printable

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(printable)]


class Frozen(BaseModel):
    """A value: never changed in place, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")
