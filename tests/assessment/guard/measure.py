"""How much the guard finds in the labelled lines: `python -m tests.assessment.guard.measure` prints it.

A label is found when something of its kind overlaps it. A false alarm is a clean line in which anything is found.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sendself.assessment.guard.found import NOTHING_KNOWN, Found, Kind, Known
from sendself.assessment.guard.reading import by_sentence

HERE = Path(__file__).parent
HALVES = ("developed", "held out")
SETS = (*HALVES, "written last", "written after", "small groups", "written blind")
"""The two halves, what was written when the detector stood, what its author wrote after a change to names, what was
kept apart by lot when small groups were widened, and what somebody wrote at last who had not read it."""
_LABEL = re.compile(r"\{(\w+):([^}]*)\}")


def found_in(text: str, known: Known = NOTHING_KNOWN) -> tuple[Found, ...]:
    """Everything found in a text, in order."""
    return tuple(one for _, found in by_sentence(text, known) for one in found)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose without its marks, and what has to be found in it."""

    text: str
    labels: tuple[Found, ...]


@dataclass(slots=True)
class Result:
    """What was found of each kind, of how many, and what was found where nothing or something else is."""

    there: Counter[Kind] = field(default_factory=Counter)
    found: Counter[Kind] = field(default_factory=Counter)
    beside: Counter[Kind] = field(default_factory=Counter)
    clean: int = 0
    false_alarms: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)

    def recall(self, *kinds: Kind) -> float:
        """The share of the labels of these kinds that was found."""
        return sum(self.found[kind] for kind in kinds) / sum(self.there[kind] for kind in kinds)


def labelled_lines(half: str) -> list[Line]:
    """The lines of one of `SETS`."""
    lines = (HERE / f"{half.replace(' ', '_')}.txt").read_text(encoding="utf-8").splitlines()
    return [_line(line) for line in lines if line.strip() and not line.startswith("#")]


def _line(marked: str) -> Line:
    text, labels, reached = "", [], 0
    for match in _LABEL.finditer(marked):
        text += marked[reached : match.start()]
        labels.append(Found(len(text), len(text) + len(match[2]), Kind(match[1])))
        text += match[2]
        reached = match.end()
    return Line(text + marked[reached:], tuple(labels))


def measured(lines: list[Line]) -> Result:
    """What the guard finds in these lines, against their labels."""
    result = Result()
    for line in lines:
        found = found_in(line.text)
        result.clean += not line.labels
        if not line.labels and found:
            result.false_alarms.append((line.text[found[0].start : found[0].end], line.text))
        for label in line.labels:
            result.there[label.kind] += 1
            if any(one.kind is label.kind and _overlap(one, label) for one in found):
                result.found[label.kind] += 1
            else:
                result.missed.append((line.text[label.start : label.end], line.text))
        if line.labels:
            result.beside.update(one.kind for one in found if not any(_fits(one, label) for label in line.labels))
    return result


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _fits(one: Found, label: Found) -> bool:
    return one.kind is label.kind and _overlap(one, label)


def main(details: bool) -> None:
    """Print a table per half, and with `--details` what was missed and what was alarmed over."""
    for half in SETS:
        lines = labelled_lines(half)
        result = measured(lines)
        print(f"{half}: {len(lines)} lines, {result.clean} of them clean")
        for kind in (kind for kind in Kind if result.there[kind]):
            there = f"{result.found[kind]} of {result.there[kind]} ({result.recall(kind):.0%})"
            print(f"  {kind:9} {there:18} besides: {result.beside[kind]}")
        print(f"  clean lines with a false alarm: {len(result.false_alarms)} of {result.clean}")
        if details:
            print(*(f"  missed {words!r} in: {text}" for words, text in result.missed), sep="\n")
            print(*(f"  false alarm {words!r} in: {text}" for words, text in result.false_alarms), sep="\n")


if __name__ == "__main__":
    main("--details" in sys.argv)
