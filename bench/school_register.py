"""Opening the school register, and finding a school in it while somebody types."""

from collections.abc import Iterator
from functools import partial

from bench.measuring import Measured, measured
from sendself.context.schools.register import load_register

TYPED = (
    "downside primary luton",
    "st marys catholic primary bristol",
    "lu4 8ez",
    "109567",
    "saint annes church of england",
    "hamptn hill juniour",
    "pupil referral unit camden",
    "dwonside lutn",
)
"""What is searched for, as it grows letter by letter; some of it with slips."""
MISSPELT = (
    "dwonside primry luten bedfordshre",
    "hamptn hill juniour scool richmnd",
    "sant annes chruch of englnd primry tourton",
    "nothgate hihg school ipswhich sufolk",
    "our lady of lourds catholc primry schol birmingam",
    "wolverhamton grls hihg scool wolverhampon",
)
"""What is searched for with a slip in most of its four to eight words."""


def measure(times: int) -> Iterator[Measured]:
    """The register opened, its index made, and every beginning of what is typed looked for, each `times` times."""
    yield measured("open the school register", [load_register] * times, target="under 500 ms")
    registers = [load_register() for _ in range(times)]
    yield measured("first search, which makes the index", [partial(one.search, "downside luton") for one in registers])
    beginnings = [text[:length] for text in TYPED for length in range(1, len(text) + 1)]
    known = registers[0]
    yield measured(
        "find a school while typing",
        [partial(known.search, text, 12) for text in beginnings * times],
        target="under 50 ms",
    )
    yield measured(
        "find a school by four to eight misspelt words",
        [partial(known.search, text, 12) for text in MISSPELT * times],
        target="under 50 ms",
    )
