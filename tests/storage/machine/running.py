"""Run the machine so many times, every time the same."""

from collections.abc import Sequence
from typing import cast

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.storage.machine.editors import Editors, Place

STEPS = 8


def run(place: Place, examples: int, number: int, phases: Sequence[Phase] = (Phase.generate, Phase.shrink)) -> None:
    """So many runs, the same ones for the same `number`. Raises `Broken` with the shortest run that shows it."""

    @seed(number)
    def begin() -> Editors:
        return Editors(place)

    run_state_machine_as_test(
        cast(type[RuleBasedStateMachine], begin),
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            phases=phases,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
