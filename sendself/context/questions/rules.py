"""The rules by which the data asks questions, read from a file: which theme, at which levels, under what condition."""

import string
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator

from sendself.context.questions.conditions import Condition
from sendself.rubric.duty import DutyId, Setting
from sendself.rubric.loader import SHIPPED, shipped_rubrics
from sendself.rubric.model import AreaId, LevelNumber, Rubric, ThemeId
from sendself.rubric.values import Frozen, Words
from sendself.rubric.yaml_loader import RubricError, read_yaml

SHIPPED_RULES = SHIPPED / "data_questions.yaml"


class RatingLimit(Frozen):
    """The levels at which the question is asked: those from `at_least` up, or those up to `at_most`."""

    at_least: LevelNumber | None = None
    at_most: LevelNumber | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give either at_least or at_most")
        return self

    def holds(self, level: int) -> bool:
        """Whether a level is one of them."""
        return (self.at_least or 1) <= level <= (self.at_most or 4)


class Rule(Frozen):
    """When a question is asked of which theme, and why. `themes` names the theme by the id of the rubric."""

    id: DutyId
    themes: Annotated[dict[AreaId, ThemeId], Field(min_length=1)]
    settings: tuple[Setting, ...] = ()
    rating: RatingLimit
    when: Condition
    ask: Words
    reason: Words

    @model_validator(mode="after")
    def _one_sentence_with_figures(self) -> Self:
        if not self.ask.endswith("?") or any(end in self.ask[:-1] for end in ("? ", "! ", ". ", "\n")):
            raise ValueError("ask one sentence that ends in a question mark")
        allowed = {"level", *self.when.words}
        parts = [(field, spec, conversion) for _, field, spec, conversion in string.Formatter().parse(self.ask)]
        if any(field is not None and (field not in allowed or spec or conversion) for field, spec, conversion in parts):
            raise ValueError(f"only these may stand in braces: level, {', '.join(self.when.words)}")
        if not any(field in self.when.words for field, _, _ in parts):
            raise ValueError(f"the sentence says no figure: use one of {', '.join(self.when.words)} in braces")
        return self


def load_data_questions(file: Path, rubrics: Sequence[Rubric]) -> tuple[Rule, ...]:
    """The rules of a file for these rubrics. Raises `RubricError` for the first thing that is wrong."""
    content = read_yaml(file)
    if not isinstance(content, list) or not content:
        raise RubricError(file, "-", "a list of rules is needed", "Begin each rule with '- id:'")
    by_id = {rubric.id: rubric for rubric in rubrics}
    rules: dict[str, Rule] = {}
    for number, entry in enumerate(content, start=1):
        name = str(entry.get("id", f"rule {number}")) if isinstance(entry, dict) else f"rule {number}"
        try:
            rule = Rule.model_validate(entry)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join([name, *(str(part) for part in first["loc"])])
            raise RubricError(file, place, first["msg"], "See the keys at the head of data_questions.yaml") from None
        if rule.id in rules:
            raise RubricError(file, rule.id, "the id stands twice", "Give each rule its own")
        for rubric_id, theme in rule.themes.items():
            if rubric_id not in by_id:
                raise RubricError(file, f"{name}.themes", f"no rubric {rubric_id!r}", "Use the id of its rubric.yaml")
            if not by_id[rubric_id].has_theme(theme):
                raise RubricError(file, f"{name}.themes.{rubric_id}", f"no theme {theme!r}", "Use an id of its areas")
        rules[rule.id] = rule
    return tuple(rules.values())


@cache
def shipped_data_questions() -> tuple[Rule, ...]:
    """The rules that come with sendself."""
    return load_data_questions(SHIPPED_RULES, shipped_rubrics())
