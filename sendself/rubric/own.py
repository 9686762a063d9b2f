"""Rubrics of a school, trust or authority: beside the shipped ones, or in the folder that a setting names."""

import os
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sendself.rubric.duty import Setting
from sendself.rubric.loader import SHIPPED, SHIPPED_NAMES, load_rubric, rubric_for, shipped_rubrics
from sendself.rubric.model import Rubric
from sendself.rubric.yaml_loader import RubricError

SETTING = "SENDSELF_RUBRICS"
_HEAD = "rubric.yaml"


class OwnRubrics(NamedTuple):
    """The rubrics that can be used, and what is wrong with the others."""

    rubrics: tuple[Rubric, ...]
    problems: tuple[RubricError, ...]


def own_rubrics() -> OwnRubrics:
    """The rubrics beside the shipped ones, then those in the folder that SENDSELF_RUBRICS names, each by folder name.

    What is wrong with one never keeps anybody from the rest. Folders are read once.
    """
    named = os.environ.get(SETTING)
    return rubrics_in(SHIPPED, *([Path(named).absolute()] if named else []))


@cache
def rubrics_in(*folders: Path) -> OwnRubrics:
    """The rubrics in the folders below these, or in these themselves; the shipped ones are left out.

    An id or a title that is taken already is a problem of the later rubric.
    """
    rubrics, problems = list[Rubric](), list[RubricError]()
    for folder in folders:
        found = _heads(folder)
        if not found and folder != SHIPPED:
            problems.append(_nothing_in(folder))
        for head in found:
            try:
                rubrics.append(_apart_from(load_rubric(head.parent), rubrics, head))
            except RubricError as error:
                problems.append(error)
    return OwnRubrics(tuple(rubrics), tuple(problems))


def rubrics_for(setting: Setting) -> tuple[Rubric, ...]:
    """The rubrics that can be used for a setting, the shipped one first."""
    return (rubric_for(setting), *(rubric for rubric in own_rubrics().rubrics if setting in rubric.settings))


def _heads(folder: Path) -> list[Path]:
    """The file that each rubric begins with: of the folder itself where it is one, else of those below it."""
    if (folder / _HEAD).exists():
        return [folder / _HEAD]
    shipped = [SHIPPED / name for name in SHIPPED_NAMES]
    return sorted(head for head in folder.glob(f"*/{_HEAD}") if head.parent not in shipped)


def _nothing_in(folder: Path) -> RubricError:
    if not folder.is_dir():
        return RubricError(folder, "", "there is no such folder", f"Correct {SETTING}, or make the folder")
    return RubricError(folder, "", "no folder in it holds a rubric.yaml", "Put the folder of your rubric into it")


def _apart_from(rubric: Rubric, others: list[Rubric], head: Path) -> Rubric:
    """The rubric, where its id and its title are its own."""
    for key in ("id", "title"):
        said = getattr(rubric, key)
        if said in (getattr(other, key) for other in (*shipped_rubrics(), *others)):
            raise RubricError(head, key, f"{said!r} is the {key} of another rubric", "Give yours one of its own")
    return rubric
