"""Read a rubric folder into a `Rubric`, or say which file and key is wrong and what to do about it."""

from functools import cache
from pathlib import Path

from sendself.rubric import guide
from sendself.rubric.duty import Duty, Setting
from sendself.rubric.model import FocusArea, Questions, Rubric
from sendself.rubric.yaml_loader import RubricError, checked, mapping, read_yaml, refuse_twice

SHIPPED_NAMES = ("mainstream", "specialist")
SHIPPED = Path(__file__).parents[2] / "rubrics"


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
