"""What the figures of the tests are drawn from."""

from dataclasses import dataclass

from sendself.context.national.beside_others import PER_100, PERCENT, BesideOthers
from sendself.context.national.need_profile import NeedLine

NEEDS = (NeedLine("Speech", "15", 75.0, None), NeedLine("Autistic spectrum disorder (ASD)", "withheld", None, 33.0))


COMPARED = (
    BesideOthers("Suspensions", PER_100, 15.0, 5.0, None, ""),
    BesideOthers("Persistently absent", PERCENT, 20.0, 10.0, 14.6, "A publication."),
)


@dataclass(frozen=True)
class Shares:
    """A made distribution of 100 schools."""

    what: str = "pupils with SEN support"
    group: str = "state-funded primaries"
    year: str = "2023/24"
    value: float = 12.5
    n: int = 100
    below: int = 70
    equal: int = 2
    quartiles: tuple[float, float, float] = (8.0, 10.25, 14.0)
    edges: tuple[float, ...] = (0.0, 5.0, 10.0, 15.0)
    counts: tuple[int, ...] = (20, 45, 35)
