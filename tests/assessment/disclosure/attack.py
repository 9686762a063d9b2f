"""Look for a withheld count that can be told: `.venv/bin/python -m tests.assessment.disclosure.attack 20000 100000`.

It tries made schools from the first seed on, as many as are asked for, and says after each thousand where it is:
whoever stops it goes on from there. Each school is tried as it is made, and as a large one.
"""

import argparse
import random
from collections.abc import Iterator

from tests.assessment.disclosure.test_withheld_left_open import a_school, told_too_closely

EVERY = 1000


def lines(first: int, schools: int) -> Iterator[str]:
    """What was found: the seed and the counts told of each school that gives any away, and how far it is."""
    for seed in range(first, first + schools):
        for size in ("", "large "):
            lot = random.Random(seed)
            told = told_too_closely(a_school(lot, lot.randint(150, 900) if size else None))
            if told:
                yield f"{size}school {seed}: {told}"
        if (seed + 1 - first) % EVERY == 0 or seed + 1 == first + schools:
            yield f"{seed + 1 - first:,} schools tried; go on with {seed + 1}"


def main() -> None:
    """Try the schools that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m tests.assessment.disclosure.attack")
    parser.add_argument(
        "first", type=int, nargs="?", default=20_000, help="the first seed (20000: those after make prove)"
    )
    parser.add_argument("schools", type=int, nargs="?", default=10_000, help="how many (10000)")
    asked = parser.parse_args()
    for line in lines(asked.first, asked.schools):
        print(line, flush=True)


if __name__ == "__main__":
    main()
