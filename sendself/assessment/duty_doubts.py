"""Where it is open whether a duty concerns a school, so that nobody takes our list for the law."""

import re

from sendself.assessment.school import School
from sendself.rubric.duty import Duty

_SIXTEEN_TO_NINETEEN = re.compile(r"\b16( to |-)19\b")
# Sections 67 and 69, and the regulations made under them: our sources do not say whether they reach such academies.
_SENCO_AND_REPORT = re.compile(
    r"Children and Families Act 2014 s6[79]\b|SEND Regulations 2014 .*\breg (49|5[0-2])\b|SEND Code .* para 6\.91"
)


def doubt_about(school: School, duty: Duty) -> str:
    """A sentence for a duty that may not concern this school; empty where there is no doubt."""
    if _SIXTEEN_TO_NINETEEN.search(school.type_name) and _SENCO_AND_REPORT.match(duty.source):
        return (
            "It may not apply to a 16 to 19 academy, which sendself has not checked: ask whoever advises the school on "
            "law, and answer “Does not apply” if they say so."
        )
    return ""
