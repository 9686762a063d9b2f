"""The duties, kept apart from the themes, and the schools that they bind."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sendself.rubric.values import Frozen, Words

DutyId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,59}$")]


class Setting(StrEnum):
    """The kind of provision that is evaluated; it decides which rubric is used."""

    MAINSTREAM = "mainstream"
    SPECIAL = "special"
    PRU = "pru"
    AP = "ap"
    RESOURCED_PROVISION = "resourced_provision"


class SchoolKind(StrEnum):
    """The legal kind of the school; it decides which duties bind it."""

    MAINTAINED = "maintained"
    MAINTAINED_NURSERY = "maintained_nursery"
    ACADEMY = "academy"
    MAINTAINED_SPECIAL = "maintained_special"
    SPECIAL_ACADEMY = "special_academy"
    NON_MAINTAINED_SPECIAL = "non_maintained_special"
    PRU = "pru"
    AP_ACADEMY = "ap_academy"
    INDEPENDENT = "independent"
    INDEPENDENT_SPECIAL = "independent_special"


class Duty(Frozen):
    """Something law, statutory guidance or a grant asks of a school; answered apart from the levels.

    `source` names the Act, regulation or guidance. `verified` says how the line was checked, `checked` when (YYYY-MM).
    Where its `owner` is the local authority, the school answers whether it is in place for its pupils.
    `act_now` is set where a duty not met means harm to a pupil today: what to do and whom to tell.
    """

    id: DutyId
    duty: Words
    source: Words
    kind: Literal["must", "should", "grant"]
    applies_to: tuple[SchoolKind, ...] = Field(min_length=1)
    phases: tuple[Literal["primary", "secondary"], ...] = ()
    settings: tuple[Setting, ...] = ()
    owner: Literal["school", "local_authority"] = "school"
    checked: Annotated[str, StringConstraints(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
    verified: Literal["verified", "verified_in_part", "verified_secondary", "from_memory"]
    note: Words | None = None
    act_now: Words | None = None

    def binds(
        self,
        kind: SchoolKind | None,
        setting: Setting,
        *,
        primary: bool | None = None,
        secondary: bool | None = None,
    ) -> bool:
        """Whether this duty concerns such a school. What is not known (`None`) never rules a duty out.

        `primary` and `secondary` say whether pupils of that age are on roll.
        """
        if kind is not None and kind not in self.applies_to:
            return False
        if self.settings and setting not in self.settings:
            return False
        on_roll = {"primary": primary, "secondary": secondary}
        return not self.phases or any(on_roll[phase] is not False for phase in self.phases)
