"""One school of the register, and its counts from the census."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

COUNTS = ("roll", "ehc_plans", "sen_support", "fsm", "fsm_ever6", "fsm_ever6_of")


@dataclass(frozen=True, slots=True)
class Census:
    """One school's counts from the January school census; None where the DfE suppressed or did not collect one.

    `year` is the academic year ("2023/24"); `school_type` is the census's own class (SCHOOLTYPE), which puts an
    all-through school among the secondaries. FSM in the last six years is `fsm_ever6` of `fsm_ever6_of`, the
    pupils to whom the measure applies (NUMFSMEVER of NORFSMEVER), not of the whole roll.
    """

    year: str
    school_type: str
    roll: int | None
    ehc_plans: int | None
    sen_support: int | None
    fsm: int | None
    fsm_ever6: int | None
    fsm_ever6_of: int | None


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One school. `name` is None, and `town` and `postcode` are empty, where the DfE gives census figures only.

    `phase` is derived (see `school_phase`); `type_name` and `status` are the DfE's words; `census` is None for a
    school without a census row (colleges, schools opened since, most closed schools). `inspected` is the day of
    the last Ofsted inspection that the DfE gives, `None` where it gives none (most independent schools).
    """

    urn: int
    name: str | None
    town: str
    postcode: str
    local_authority: str
    phase: str
    type_name: str
    status: str
    age_low: int | None
    age_high: int | None
    census: Census | None
    inspected: date | None = None

    @property
    def display_name(self) -> str:
        """The name to show: the register's, or the URN where it gives none."""
        return self.name or f"School {self.urn} (name not in the register)"

    @property
    def is_closed(self) -> bool:
        """True once closed; a school that is proposed to close is still open."""
        return self.status.casefold() == "closed"

    @property
    def is_independent(self) -> bool:
        """True for schools that charge fees, mainstream or special (a city technology college is state-funded)."""
        return "independent" in self.type_name.casefold()
