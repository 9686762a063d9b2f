"""Read a YAML file of ours, or say which file and key is wrong and what to do about it."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)

_REMEDIES = {
    "extra_forbidden": "Remove the key or correct its spelling",
    "missing": "Add the key",
    "too_short": "Add what is missing",
    "too_long": "Leave some out",
    "string_too_short": "Write the text",
    "string_too_long": "Shorten the text",
    "string_type": "Write a text, in quotation marks where YAML would read a number or a yes",
    "enum": "Use one of these words",
    "literal_error": "Use one of these words",
    "value_error": "Correct it",
    "string_pattern_mismatch": "Use lower-case letters, digits and hyphens in the form of the other ids",
}


class RubricError(ValueError):
    """A rubric file is wrong. The message gives the file, the key where it is one, the problem and the remedy."""

    def __init__(self, file: Path, key: str, problem: str, remedy: str) -> None:
        """Name the place and the cure, which are shown; `key` is empty where the whole file is meant."""
        super().__init__(f"{file}: {f'{key}: ' if key else ''}{problem}. {remedy}.")
        self.file, self.key, self.problem, self.remedy = file, key, problem, remedy


class _StrictLoader(yaml.SafeLoader):
    """YAML without duplicate keys: the later one would silently win."""


def _mapping_without_duplicates(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice", key_node.start_mark)
        seen.add(key)
    return loader.construct_mapping(node)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_without_duplicates)


def read_yaml(file: Path) -> Any:
    """The parsed content of a YAML file. Raises `RubricError` when it cannot be read or parsed."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RubricError(file, "", "the file is not UTF-8 text", "Save it again with the encoding UTF-8") from None
    except (OSError, ValueError):
        raise RubricError(
            file, "", "the file cannot be read", "Add the file or correct the name that leads to it"
        ) from None
    try:
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - it is a SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "the file is not valid YAML"
        raise RubricError(file, place, str(problem), "Correct the line; quote a text that holds a colon") from None


def mapping(file: Path, content: Any) -> dict[str, Any]:
    """The keys and values of a file or a part of it. Raises `RubricError` where there are none."""
    if not isinstance(content, dict):
        raise RubricError(file, "", "keys and values are needed here", "See rubrics/README.md for the keys")
    return content


def checked(model: type[M], content: dict[str, Any], file: Path) -> M:
    """The content as a model. Raises `RubricError` for the first key that does not fit."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or ""
        raise RubricError(file, place, first["msg"], _REMEDIES.get(first["type"], "See rubrics/README.md")) from None


def refuse_twice(key: str, values: list[tuple[Path, str]]) -> None:
    """Raise `RubricError` for the first value that stands a second time, in the file of its second place."""
    seen: set[str] = set()
    for file, value in values:
        if value in seen:
            raise RubricError(file, key, f"{value!r} stands twice", "Give each its own")
        seen.add(value)
