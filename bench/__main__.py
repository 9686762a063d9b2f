"""Measure and print: `python -m bench`, or parts of it by name, such as `python -m bench school_export --times 5`."""

import argparse
from collections.abc import Callable, Iterator, Mapping

from bench import report_pdf, school_export, school_register, two_browsers
from bench.machine import machine
from bench.measuring import Measured, table

PARTS: Mapping[str, Callable[[int], Iterator[Measured]]] = {
    "school_register": school_register.measure,
    "school_export": school_export.measure,
    "report_pdf": report_pdf.measure,
    "two_browsers": two_browsers.measure,
}
"""What can be measured: a module with a `measure(times)` that gives its figures has its line here."""
TIMES = 20


def main() -> None:
    """Print the machine and the table of what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure how fast sendself is.")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--times", type=int, default=TIMES, help=f"how often each step is run ({TIMES})")
    parser.add_argument("--profile", action="store_true", help="say instead where the time of the PDF goes")
    asked = parser.parse_args()
    print(machine(), end="\n\n")
    if asked.profile:
        print(report_pdf.profile(max(1, asked.times)))
        return
    print(table([one for name in asked.parts or PARTS for one in PARTS[name](max(1, asked.times))]))


if __name__ == "__main__":
    main()
