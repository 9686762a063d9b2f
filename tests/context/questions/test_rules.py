"""The rules that the data asks by: read from a file, or refused with the place of what is wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sendself.assessment.answers import Answer
from sendself.assessment.context import Context, Figure
from sendself.assessment.identifiers import AGREED
from sendself.context.questions.asked import questions_for
from sendself.context.questions.rules import Rule, load_data_questions, shipped_data_questions
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for, shipped_rubrics
from sendself.rubric.yaml_loader import RubricError
from tests.samples import an_evaluation

RULES = {rule.id: rule for rule in shipped_data_questions()}


def a_rule(**changes: Any) -> dict[str, Any]:
    """A rule as it stands in the file."""
    rule = {
        "id": "a-rule",
        "themes": {"mainstream": "outcomes.exclusions"},
        "rating": {"at_least": 3},
        "when": {"kind": "above_zero", "figure": "exclusions"},
        "ask": "There was {count}, so why?",
        "reason": "To know.",
    }
    return {key: value for key, value in {**rule, **changes}.items() if value is not None}


def loaded(folder: Path, *rules: Any) -> tuple[Rule, ...]:
    """Rules written to a file and read from it."""
    file = folder / "data_questions.yaml"
    file.write_text(yaml.safe_dump(list(rules)), encoding="utf-8")
    return load_data_questions(file, shipped_rubrics())


def test_rules_of_another_file_are_asked(tmp_path: Path) -> None:
    """A school's own rules take the place of the shipped ones."""
    rules = loaded(tmp_path, a_rule(ask="The record shows {count}, so why?"))
    theme = rules[0].themes["mainstream"]
    assessment = an_evaluation(
        rubric_for(Setting.MAINSTREAM),
        context=Context(figures={"exclusions": Figure(value=2, year="2025/26")}),
        answers={theme: {AGREED: Answer(rating=3)}},
    )
    texts = [question.text for question in questions_for(assessment, "outcomes", rules=rules)]
    assert texts == ["The record shows 2 permanent exclusions, so why?"]


RATIO = {
    "kind": "ratio",
    "rate": {"figure": "suspensions_send", "of": "send"},
    "beside": {"figure": "suspensions_others", "of": "others"},
}


@pytest.mark.parametrize(
    ("changes", "place", "problem"),
    [
        ({"reason": None}, "a-rule.reason", "required"),
        ({"reasons": "To know."}, "a-rule.reasons", "not permitted"),
        ({"id": "A Rule"}, "A Rule.id", "pattern"),
        ({"themes": {}}, "a-rule.themes", "at least 1"),
        ({"themes": {"primary": "outcomes.exclusions"}}, "a-rule.themes", "no rubric 'primary'"),
        ({"themes": {"mainstream": "outcomes.detentions"}}, "a-rule.themes.mainstream", "no theme"),
        ({"settings": ["nursery"]}, "a-rule.settings", "Input should be"),
        ({"rating": {}}, "a-rule.rating", "either at_least or at_most"),
        ({"rating": {"at_least": 2, "at_most": 3}}, "a-rule.rating", "either at_least or at_most"),
        ({"rating": {"at_least": 5}}, "a-rule.rating", "Input should be"),
        ({"when": {"kind": "looks_odd"}}, "a-rule.when", "looks_odd"),
        ({"when": {"kind": "above_zero", "figure": "detentions"}}, "a-rule.when", "there is no figure 'detentions'"),
        ({"when": RATIO}, "a-rule.when", "either at_least or at_most"),
        ({"when": {**RATIO, "at_least": 3, "events": 0}}, "a-rule.when", "greater than or equal to 1"),
        (
            {"when": {"kind": "gap", "higher": "roll", "lower": "attendance", "at_least": 1}},
            "a-rule.when",
            "two figures in percent",
        ),
        (
            {"when": {"kind": "standing", "measure": "ehc_plans", "among": "type"}},
            "a-rule.when",
            "either over or under",
        ),
        ({"ask": "There was {count}."}, "a-rule", "ends in a question mark"),
        ({"ask": "There was {count}. Why?"}, "a-rule", "one sentence"),
        ({"ask": "Why was that?"}, "a-rule", "says no figure"),
        ({"ask": "At {level}, why was that?"}, "a-rule", "says no figure"),
        ({"ask": "Why were there {gap} of {count}?"}, "a-rule", "may stand in braces"),
        ({"ask": "Why {count.real}?"}, "a-rule", "may stand in braces"),
        ({"ask": "Why {count!r}?"}, "a-rule", "may stand in braces"),
        ({"ask": "Why {count:>9}?"}, "a-rule", "may stand in braces"),
        ({"ask": "Why {count?"}, "a-rule", "expected '}'"),
    ],
)
def test_wrong_rule_is_refused_with_its_place(
    tmp_path: Path, changes: dict[str, Any], place: str, problem: str
) -> None:
    """The file, the rule and key, and the problem are named."""
    with pytest.raises(RubricError) as caught:
        loaded(tmp_path, a_rule(**changes))
    assert caught.value.file.name == "data_questions.yaml"
    assert caught.value.key.startswith(place)
    assert problem in caught.value.problem


@pytest.mark.parametrize("content", ["", "[]", "id: a-rule", "- just words", "- id: a\n  id: b", "- {", "- 3: 4"])
def test_file_that_holds_no_rules_is_refused(tmp_path: Path, content: str) -> None:
    """An empty file, another shape, a key twice and broken YAML each raise the loader's own error."""
    file = tmp_path / "data_questions.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RubricError):
        load_data_questions(file, shipped_rubrics())


def test_rule_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Two rules with one id cannot be told apart."""
    with pytest.raises(RubricError, match="stands twice"):
        loaded(tmp_path, a_rule(), a_rule())


def test_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(RubricError, match="cannot be read"):
        load_data_questions(tmp_path / "none.yaml", shipped_rubrics())


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_shipped_words_are_fair(rule: Rule) -> None:
    """No question or reason speaks of grades or inspection outcomes, or tells a school to change its rating."""
    words = f"{rule.ask} {rule.reason}".lower()
    for barred in ("grade", "ofsted", "inadequate", "outstanding", "requires improvement", "lower your", "too high"):
        assert barred not in words
