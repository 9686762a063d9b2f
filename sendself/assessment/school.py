"""The school that evaluates itself."""

from typing import Annotated

from pydantic import Field

from sendself.assessment.text import Line
from sendself.rubric.duty import SchoolKind
from sendself.rubric.values import Frozen

_SECONDARY_FROM = 11
OLDEST = 30
"""The highest age, in years, that a school can be said to be for."""


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
    def primary(self) -> bool | None:
        """Whether pupils of primary age are on roll; `None` when the ages are not known."""
        return None if self.age_low is None else self.age_low < _SECONDARY_FROM

    @property
    def secondary(self) -> bool | None:
        """Whether pupils of secondary age are on roll; `None` when the ages are not known."""
        return None if self.age_high is None else self.age_high > _SECONDARY_FROM
