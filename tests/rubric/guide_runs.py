"""Every run of eight words of the SEND Review Guide, as hashes: the tests know the Guide's wording without holding it.

`guide_runs.bin` was made from the Guide's text with `python -m tests.rubric.guide_runs GUIDE.txt`: each run of eight
words (`words_of`), joined by single spaces, gives an 8-byte BLAKE2b hash; the hashes stand one after another, sorted,
each once. One run of our own (`MARK`) is put in as well: finding it again shows that file and reader agree.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

FILE = Path(__file__).with_name("guide_runs.bin")
LENGTH = 8
SIZE = 8
MARK = "eight words that the guide has never held"


def words_of(text: str) -> list[str]:
    """The words in lower case, letters and digits only; an apostrophe or a footnote number parts no word."""
    plain = re.sub("['’‘]", "", unicodedata.normalize("NFKC", text).lower())
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])[0-9]+", "", plain))


def runs_of(text: str) -> Iterator[str]:
    """Every run of eight words in a text."""
    words = words_of(text)
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def hash_of(run: str) -> bytes:
    """The hash of a run."""
    return blake2b(run.encode(), digest_size=SIZE).digest()


def guide_hashes() -> frozenset[bytes]:
    """The hashes of the Guide's runs."""
    data = FILE.read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


def taken_over(text: str, hashes: frozenset[bytes]) -> list[str]:
    """The runs of a text that are among the hashes."""
    return [run for run in runs_of(text) if hash_of(run) in hashes]


if __name__ == "__main__":
    found = {hash_of(run) for run in (MARK, *runs_of(Path(sys.argv[1]).read_text(encoding="utf-8")))}
    FILE.write_bytes(b"".join(sorted(found)))
