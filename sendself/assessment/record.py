"""An evaluation as a file: one JSON object that says what it is, its shape, and the assessment with its rubric."""

import json
import math
from typing import Any

from pydantic import ValidationError

from sendself.assessment.model import Assessment

FORMAT = "sendself self-evaluation"
SHAPE = 3
"""The shape written today. Every later change of shape raises it and reads the earlier ones.

Shape 2 added evidence, actions, targets and what was agreed last time; a file of shape 1 has none of them.
Shape 3 added which writes a field is and follows; of earlier files joining asks.
"""

SIZE_LIMIT = 12_000_000
"""Bytes of JSON that are read: every note of sixty themes at its full length fits in it."""


class RecordError(ValueError):
    """A file is not a self-evaluation that can be opened. The message says what is wrong and what to do."""


def to_json(assessment: Assessment) -> bytes:
    """The file for an assessment, UTF-8. The same assessment gives the same bytes."""
    content = {"format": FORMAT, "shape": SHAPE, "assessment": assessment.model_dump(mode="json")}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def from_json(data: bytes) -> Assessment:
    """The assessment in a file. Raises `RecordError` for anything else, however it was made."""
    if len(data) > SIZE_LIMIT:
        raise RecordError("This file is far larger than a self-evaluation. Choose the file that sendself saved.")
    try:
        content = json.loads(
            data.decode("utf-8-sig"),
            parse_constant=_no_constant,
            parse_float=_finite,
            parse_int=_short,
            object_pairs_hook=_no_duplicates,
        )
    except (ValueError, RecursionError):
        raise RecordError("This file is damaged or is not from sendself. Ask for it to be sent again.") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise RecordError("This file is not a self-evaluation. Choose a PDF or JSON file made by sendself.")
    shape = content.get("shape")
    if not isinstance(shape, int) or isinstance(shape, bool) or shape < 1:
        raise RecordError("This file does not say which shape it has. Ask for it to be sent again.")
    if shape > SHAPE:
        raise RecordError("This file was made by a newer sendself. Update sendself, then open it again.")
    try:
        return Assessment.model_validate_json(json.dumps(content.get("assessment")))
    except (ValidationError, ValueError, RecursionError) as error:
        raise RecordError(f"This self-evaluation is damaged ({_place(error)}). Ask for it to be sent again.") from None


def _place(error: Exception) -> str:
    first = error.errors()[0] if isinstance(error, ValidationError) else None
    if first is None or first["type"] == "json_invalid":
        return "its text cannot be read"
    place = ".".join(str(part)[:40] for part in first["loc"][:4])
    return f"at {place}" if place else "it has no content"


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("the number is too large")
    return number


def _short(text: str) -> int:
    if len(text) > 15:
        raise ValueError("the number is too long")
    return int(text)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found
