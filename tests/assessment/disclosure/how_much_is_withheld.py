"""How much is withheld of made schools: `.venv/bin/python -m tests.assessment.disclosure.how_much_is_withheld`."""

import random
from collections.abc import Iterator
from time import process_time

from sendself.assessment.context import Figure
from sendself.assessment.disclosure.small_counts import SMALL, hidden_figures
from tests.assessment.disclosure.test_withheld_left_open import a_school

SCHOOLS = 200


def lines() -> Iterator[str]:
    """What is withheld of two hundred schools of 8 to 120 pupils, and how long it takes to decide."""
    given, small, hidden, seconds = 0, 0, 0, list[float]()
    for seed in range(SCHOOLS):
        school = a_school(random.Random(seed))
        figures = {name: Figure(value=value, source="imported") for name, value in school.items()}
        began = process_time()
        hidden += len(hidden_figures(figures))
        seconds.append(process_time() - began)
        given += len(figures)
        small += sum(value in SMALL for value in school.values())
    seconds.sort()
    yield f"{SCHOOLS} made schools of 8 to 120 pupils: {given} figures, {small} of them 1 to 4; {hidden} are withheld."
    yield f"Milliseconds to decide: {1000 * seconds[SCHOOLS // 2]:.0f} at the middle, {1000 * seconds[-1]:.0f} at most."


if __name__ == "__main__":
    for line in lines():
        print(line)
