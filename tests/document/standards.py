"""What an independent validator finds against the two standards that each PDF claims: PDF/UA-1 and PDF/A-3A.

The validator is `page` (the package page-validation), which its makers test with veraPDF's own corpus.
`python -m tests.document.standards FILE.pdf ...` tells what it finds in files.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import page

PROFILES = ("ua1", "3a")

# It looks for a stream's end instead of trusting its length. Where the last byte of the data is a carriage return, it
# takes that for a part of the line end that follows. veraPDF counts from the length, and so finds nothing.
_MISREAD, _ENDS_IN_RETURN = "PDFA3A-STREAM-LENGTH-001", b"\r\nendstream"


def breaches(data: bytes) -> list[str]:
    """The rules of either standard that a PDF breaks, each with what it was broken by."""
    return [found for profile in PROFILES for found in _breaches(data, profile)]


def _breaches(data: bytes, profile: str) -> Iterator[str]:
    for failure in page.validate_pdf_bytes(data, profile=profile).failures:
        if failure.rule_id != _MISREAD or _ENDS_IN_RETURN not in data:
            yield f"{failure.rule_id}: {failure.message}"


if __name__ == "__main__":
    told = {name: breaches(Path(name).read_bytes()) for name in sys.argv[1:]}
    for name, found in told.items():
        print(name, *(found or ["keeps PDF/UA-1 and PDF/A-3A"]), sep="\n  ")
    sys.exit(any(told.values()))
