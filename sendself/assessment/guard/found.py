"""What the guard finds in a text, and what it is told beforehand so that it raises no alarm over it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was found; the order is the order of the page."""

    NAME = "name"
    UPN = "upn"
    NHS = "nhs"
    BIRTH = "birth"
    COUNT = "count"
    STAFF = "staff"
    PARTICIPANT = "participant"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """One place in a text: characters `start` up to `end`."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Known:
    """What stands in the evaluation as what it is, and so is no alarm: in small letters without accents.

    `people` are the words of the names of those who take part, `places` those of the school, its authority, trust and
    town; `addresses` are e-mail addresses and postcodes without spaces. `withheld` are the names, as they stand in the
    record, of those who take part where roles alone leave: these are an alarm.
    """

    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()


NOTHING_KNOWN = Known()
