"""Measuring a step again and again, and saying how long it took."""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """How long a step took, in milliseconds, each time it was run. `target` is what is promised, if anything is."""

    step: str
    milliseconds: tuple[float, ...]
    target: str = ""

    @property
    def p50(self) -> float:
        """The time within which half of the runs were done."""
        return self._within(0.5)

    @property
    def p95(self) -> float:
        """The time within which 95 of 100 runs were done; of fewer than 20 runs it is the slowest."""
        return self._within(0.95)

    def _within(self, share: float) -> float:
        """The smallest time that at least this share of the runs did not exceed (nearest rank)."""
        ordered = sorted(self.milliseconds)
        return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]


def measured(step: str, runs: Iterable[Callable[[], object]], *, target: str = "") -> Measured:
    """Run each of `runs` once, by the clock on the wall, with the leftovers of the one before cleared away."""
    times = []
    for run in runs:
        gc.collect()
        begun = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - begun))
    return Measured(step, tuple(times), target)


def table(found: Iterable[Measured]) -> str:
    """The figures as a table in Markdown."""
    lines = ["| step | runs | p50 | p95 | promised |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.step} | {len(one.milliseconds)} | {one.p50:,.1f} ms | {one.p95:,.1f} ms | {one.target} |"
        for one in found
    ]
    return "\n".join(lines)
