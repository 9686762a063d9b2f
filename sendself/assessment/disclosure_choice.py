"""What a school can choose about what leaves it. The rules that follow from the choice are in `disclosure`."""

from typing import Annotated, Literal

from pydantic import Field

from sendself.rubric.values import Frozen

SMALL_UP_TO, MOST_SMALL = 4, 9
"""The largest count that could point to a child unless the school says otherwise, and the largest it can say.

No threshold is published for these figures: this one is our choice.
"""


class Disclosure(Frozen):
    """What may leave the school, decided once for the pages and for the data inside them.

    Counts of pupils from 1 to `small_up_to` are the small ones.
    """

    names: Literal["names", "roles"] = "names"
    notes: Literal["notes", "levels"] = "notes"
    small_counts: Literal["hide", "show"] = "hide"
    small_up_to: Annotated[int, Field(ge=1, le=MOST_SMALL)] = SMALL_UP_TO
    private_ratings: bool = False
    evidence: Literal["list", "none"] = "list"
