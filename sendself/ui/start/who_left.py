"""Who came to Start from an evaluation: Start itself does not ask who somebody is."""

from sendself.assessment.participants import Participant
from sendself.ui import session


def who_left(evaluation: str) -> Participant | None:
    """Who wrote in this evaluation when its pages were left for Start; `None` when that is not known."""
    left = session.tab().left
    return left.you if left and left.id == evaluation else None
