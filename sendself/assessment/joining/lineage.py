"""Which writes a value is, and which it follows: what tells two copies of a field apart. It says nothing of the words.

A write is known by its mark, made from its `op_id`, which is drawn by lot. Marks travel with the evaluation.
"""

from collections.abc import Iterable
from hashlib import sha256
from itertools import chain, zip_longest

from sendself.assessment.field_versions import WRITES_LIMIT, FieldVersion

_LENGTH = 12
_FROM_CONTENT = "first-"
"""An earlier sendself made some ids from what was written. They get no mark: it could be compared with guesses."""


def mark(op_id: str) -> str:
    """The mark of a write; empty when it has none."""
    if not op_id or op_id.startswith(_FROM_CONTENT):
        return ""
    return sha256(op_id.encode()).hexdigest()[:_LENGTH]


def heads_of(version: FieldVersion) -> frozenset[str]:
    """The writes that the value of a field is; none where a file does not say."""
    return frozenset((version.heads or mark(version.op_id)).split())


def writes_of(version: FieldVersion) -> frozenset[str]:
    """The writes that the value of a field is or follows."""
    return heads_of(version) | frozenset(version.seen.split())


def marks(writes: Iterable[str]) -> str:
    """Marks as a field holds them, each once: the first `WRITES_LIMIT`."""
    return " ".join(list(dict.fromkeys(writes))[:WRITES_LIMIT])


def seen_after(before: FieldVersion | None, heads: str, also: str = "") -> str:
    """What a value follows that is the writes `heads`, and stands where `before` stood.

    `also` are further writes that its writer had seen. The newest of both come first.
    """
    stood = [*sorted(heads_of(before)), *before.seen.split()] if before else []
    both = chain.from_iterable(zip_longest(stood, also.split(), fillvalue=""))
    return marks(one for one in both if one and one not in heads.split())
