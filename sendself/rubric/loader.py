"""Read a rubric folder into a `Rubric`, or say which file and key is wrong and what to do about it."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from sendself.rubric import guide
from sendself.rubric.duty import Duty, Setting
from sendself.rubric.model import FocusArea, Questions, Rubric

M = TypeVar("M", bound=BaseModel)

SHIPPED_NAMES = ("mainstream", "specialist")
SHIPPED = Path(__file__).parents[2] / "rubrics"


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


def load_rubric(folder: Path) -> Rubric:
    """The rubric of a folder with `rubric.yaml`, `areas/<area>.yaml`, and optionally `questions.yaml`.

    Raises `RubricError` for the first thing that is wrong.
    """
    file = folder / "rubric.yaml"
    head = mapping(file, read_yaml(file))
    names = head.get("areas")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise RubricError(file, "areas", "a list of focus areas is needed", "List the names of the files in areas/")
    refuse_twice("areas", [(file, name) for name in names])
    areas = _load_areas(folder, names)
    duties = _load_duties(_duties_file(file, str(head["duties"]))) if head.get("duties") else ()
    _check_ids(areas, folder, {duty.id for duty in duties})
    used = {duty_id for area in areas for theme in area.themes for duty_id in theme.duties}
    kept = tuple(duty for duty in duties if duty.id in used)
    rubric = checked(Rubric, {**head, "areas": areas, "duties": kept}, file)
    _check_guide(rubric, folder)
    return rubric


@cache
def shipped_rubrics() -> tuple[Rubric, ...]:
    """The rubrics that come with sendself, mainstream first."""
    return tuple(load_rubric(SHIPPED / name) for name in SHIPPED_NAMES)


def rubric_for(setting: Setting) -> Rubric:
    """The shipped rubric for a setting: special schools, PRUs, AP and resourced provision share the specialist one."""
    return next(rubric for rubric in shipped_rubrics() if setting in rubric.settings)


def _load_areas(folder: Path, names: list[str]) -> tuple[FocusArea, ...]:
    questions = _load_questions(folder / "questions.yaml")
    areas = []
    for name in names:
        file = _area_named(folder, name)
        content = mapping(file, read_yaml(file))
        if content.get("id") != name:
            raise RubricError(file, "id", f"it says {content.get('id')!r}", f"Make it {name!r}, as the file is named")
        areas.append(checked(FocusArea, {"questions": questions.get(name), **content}, file))
    unknown = sorted(set(questions) - set(names))
    if unknown:
        raise RubricError(folder / "questions.yaml", unknown[0], "no such focus area", "Use the names of rubric.yaml")
    return tuple(areas)


def _area_named(folder: Path, name: str) -> Path:
    """The file of an area that a rubric names: in its folder `areas` and nowhere else."""
    inside = folder / "areas"
    # A name that no system takes leads nowhere, and is told when it is read.
    if not (inside / f"{name}.yaml".replace("\0", "?")).resolve().is_relative_to(inside.resolve()):
        problem = f"{name!r} leads out of the folder areas/"
        raise RubricError(folder / "rubric.yaml", "areas", problem, "Give the name of a file in areas/, without .yaml")
    return inside / f"{name}.yaml"


def _load_questions(file: Path) -> dict[str, Questions]:
    if not file.exists():
        return {}
    content = mapping(file, read_yaml(file))
    return {str(area): checked(Questions, mapping(file, sheet), file) for area, sheet in content.items()}


def _duties_file(head: Path, name: str) -> Path:
    """The file of duties that a rubric names: in its folder or, shared with its neighbours, in the folder around."""
    folder = head.parent.resolve()
    # A name that no system takes leads nowhere, and is told when it is read.
    file = (folder / name.replace("\0", "?")).resolve()
    if not (file.is_relative_to(folder) or file.parent == folder.parent):
        problem = f"{name!r} leads out of the rubric's folder"
        raise RubricError(head, "duties", problem, "Put the file into that folder, or beside it as '../duties.yaml'")
    return file


def _load_duties(file: Path) -> tuple[Duty, ...]:
    content = read_yaml(file)
    if not isinstance(content, list):
        raise RubricError(file, "", "a list of duties is needed", "Begin each duty with '- id:'")
    duties = tuple(checked(Duty, mapping(file, entry), file) for entry in content)
    refuse_twice("id", [(file, duty.id) for duty in duties])
    return duties


def _check_ids(areas: tuple[FocusArea, ...], folder: Path, known_duties: set[str]) -> None:
    for area in areas:
        file = _area_file(folder, area)
        for theme in area.themes:
            if not theme.id.startswith(f"{area.id}."):
                raise RubricError(file, theme.id, "the theme's id names another area", f"Begin it with '{area.id}.'")
            unknown = [duty for duty in theme.duties if duty not in known_duties]
            if unknown:
                raise RubricError(file, f"{theme.id}.duties", f"no duty {unknown[0]!r}", "Use an id of the duties file")
    themes = [(_area_file(folder, area), theme) for area in areas for theme in area.themes]
    refuse_twice("id", [(file, theme.id) for file, theme in themes])
    refuse_twice("title", [(file, theme.title) for file, theme in themes])
    refuse_twice("guide", [(file, theme.guide) for file, theme in themes if theme.guide])


def _check_guide(rubric: Rubric, folder: Path) -> None:
    for area in rubric.areas:
        rows = [row for row in guide.references(rubric.annex) if row.split(".")[1] == area.id] if rubric.annex else []
        for theme in area.themes:
            if theme.guide and theme.guide not in rows:
                remedy = f"Use a row from {rows[0]} to {rows[-1]}" if rows else "Remove the key"
                problem = f"{theme.guide} is no row of this focus area in the rubric's annex"
                raise RubricError(_area_file(folder, area), f"{theme.id}.guide", problem, remedy)


def _area_file(folder: Path, area: FocusArea) -> Path:
    return folder / "areas" / f"{area.id}.yaml"


def refuse_twice(key: str, values: list[tuple[Path, str]]) -> None:
    """Raise `RubricError` for the first value that stands a second time, in the file of its second place."""
    seen: set[str] = set()
    for file, value in values:
        if value in seen:
            raise RubricError(file, key, f"{value!r} stands twice", "Give each its own")
        seen.add(value)


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
