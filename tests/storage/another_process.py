"""What a second copy of sendself does, run as a process of its own: `python another_process.py JOB URL ...`.

It says "ready", waits for a line, and then says what it does, one line each, before and after.
"""

import random
import sys
from collections.abc import Iterator

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.storage.errors import AlreadyThereError
from sendself.storage.kept import Actor, Change, Saved
from sendself.storage.repository import Repository, open_repository
from sendself.storage.upgrade import migrate
from tests.samples import an_evaluation
from tests.storage.conftest import SMALL_RUBRIC

FIELDS = tuple(EntryKey(f"theme:{theme.id}", AGREED, "strengths") for theme in SMALL_RUBRIC.themes())
SHARED = "shared-evaluation"


def say(*words: object) -> None:
    """A line for whoever started this process, who sees it at once."""
    print(*words, sep="\t", flush=True)


def begin(url: str, name: str) -> None:
    """Open the database, begin an evaluation of one's own and one that others begin as well."""
    if not url.startswith("sqlite"):
        migrate(url)
    repository = open_repository(url)
    repository.create(Actor(name), an_evaluation(SMALL_RUBRIC, id=f"evaluation-{name}"))
    try:
        repository.create(Actor(name), an_evaluation(SMALL_RUBRIC, id=SHARED))
        say("first")
    except AlreadyThereError:
        say("second")
    repository.close()


def write(url: str, name: str, count: str) -> None:
    """Add a word of one's own to fields that others add to as well, so many times; on a conflict, once more."""
    repository = open_repository(url)
    order = random.Random(name)
    for number in range(int(count)):
        for change in _attempts(repository, order.choice(FIELDS), f"{name}-{number}"):
            say("trying", change.key.text, change.expected, change.op_id, change.value)
            (result,) = repository.save(Actor(name), SHARED, [change])
            if isinstance(result, Saved):
                say("saved", change.op_id)
                break
            say("conflict", change.op_id)
    repository.close()


def _attempts(repository: Repository, key: EntryKey, word: str) -> Iterator[Change]:
    attempt = 0
    while True:
        current = repository.load(Actor("reader"), SHARED).entries.get(key)
        value = f"{current.value} {word}" if current else word
        yield Change(key, value, current.version if current else 0, f"{word}-{attempt}")
        attempt += 1


if __name__ == "__main__":
    say("ready")
    sys.stdin.readline()
    if sys.argv[1] == "begin":
        begin(*sys.argv[2:])
    else:
        write(*sys.argv[2:])
    say("done")
