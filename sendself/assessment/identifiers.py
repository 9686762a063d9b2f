"""The forms of what a record is told by: perspectives, ids, school years, days and moments."""

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from sendself.assessment.school_years import follow

AGREED = "agreed"
"""The perspective that the school sends: what the participants settled on, and every fact that has one value."""


def _in_a_row(year: str) -> str:
    if not follow(year[:4], year[5:]):
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


Moment = Annotated[datetime, AfterValidator(_in_utc)]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]
"""A day with room on the calendar before and after it."""
