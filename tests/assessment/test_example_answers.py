"""The example's answers: every theme of both rubrics answered as a school would, of invented schools and no child."""

import re
from pathlib import Path

import pytest

import sendself
from sendself.assessment.answers import Answer, AreaNote, State
from sendself.assessment.checks import Kind, points_before_sending
from sendself.assessment.context_texts import texts_for
from sendself.assessment.identifiers import AGREED
from sendself.assessment.measures import measures_for
from sendself.assessment.model import Assessment
from sendself.assessment.profile import profile
from sendself.assessment.progress import whole_progress
from sendself.rubric.guide import AREAS
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import Rubric
from sendself.rubric.yaml_loader import read_yaml
from tests.samples import an_evaluation
from tests.texts import strings

EXAMPLES = Path(sendself.__file__).parent / "data" / "examples"
RUBRICS = {rubric.id: rubric for rubric in shipped_rubrics()}
FILES = [EXAMPLES / rubric / f"{area}.yaml" for rubric in RUBRICS for area in AREAS]
SCHOOLS = [EXAMPLES / rubric / "school.yaml" for rubric in RUBRICS]

# What could point to a child or be somebody's address.
TELLING = {
    "a count of one to four pupils": r"\b(?<!Year )(one|two|three|four|[1-4])\s+(pupil|child|boy|girl)s?(ren)?\b",
    "an e-mail address": r"\S+@\S+",
    "a telephone number": r"\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b",
    "a day, month and year": r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b",
    "initials": r"\b[A-Z]\.\s?[A-Z]\.",
    "a name with a title": r"\b(Mr|Mrs|Ms|Miss|Dr)\b",
    "a link": r"https?:|www\.",
}


def example(rubric: Rubric) -> Assessment:
    """The evaluation that the files of a rubric make."""
    answers: dict[str, dict[str, Answer]] = {}
    notes: dict[str, dict[str, AreaNote]] = {}
    for area in rubric.areas:
        content = read_yaml(EXAMPLES / rubric.id / f"{area.id}.yaml")
        notes[area.id] = {AGREED: AreaNote(strengths=content["strengths"], development=content["development"])}
        answers |= {name: {AGREED: Answer.model_validate(said)} for name, said in content["answers"].items()}
    return an_evaluation(rubric, setting=rubric.settings[0], answers=answers, area_notes=notes)


@pytest.fixture(params=list(RUBRICS))
def rubric(request: pytest.FixtureRequest) -> Rubric:
    """Each shipped rubric."""
    return RUBRICS[request.param]


def test_files_are_one_for_every_area() -> None:
    """Both rubrics have an example for the school and for each focus area, and no file lies there unread."""
    assert sorted(EXAMPLES.rglob("*.yaml")) == sorted([*FILES, *SCHOOLS])
    assert len(FILES) == 16


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-2:]))
def test_file_answers_the_themes_of_its_area(file: Path) -> None:
    """The file says which area it is for and answers its themes, each once and no other, in their order."""
    content = read_yaml(file)
    area = RUBRICS[file.parent.name].area(file.stem)

    assert list(content) == ["area", "strengths", "development", "answers"]
    assert content["area"] == file.stem
    assert list(content["answers"]) == [theme.id for theme in area.themes]
    assert content["strengths"].strip()
    assert content["development"].strip()


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-2:]))
def test_file_tells_of_no_child_and_no_person(file: Path) -> None:
    """No small count of pupils, no name, no address: what an example shows, schools copy."""
    found = [
        (what, match.group())
        for text in strings(read_yaml(file))
        for what, pattern in TELLING.items()
        for match in re.finditer(pattern, text)
    ]

    assert found == []


def test_search_for_what_tells_of_a_child_finds_it() -> None:
    """The check can fail."""
    samples = (
        *("Two of them; three pupils left.", "ada@school.org", "020 7946 0000", "born 3.4.2015", "A.B. was ill"),
        *("Mrs Green", "see www.school.org"),
    )

    for (what, pattern), sample in zip(TELLING.items(), samples, strict=True):
        assert re.search(pattern, sample), what


def test_example_is_complete(rubric: Rubric) -> None:
    """Every theme has an answer, and none of them is pointed out before sending."""
    evaluation = example(rubric)
    pointed_out = {point.kind for point in points_before_sending(evaluation)}

    assert whole_progress(evaluation).done
    assert pointed_out <= {Kind.MISSING}


def test_example_is_as_uneven_as_a_school(rubric: Rubric) -> None:
    """High and low levels occur, the areas differ, and each has themes at two levels or more."""
    areas = profile(example(rubric))
    means = [seen.mean for seen in areas if seen.mean is not None]

    assert len(means) == 8
    assert sum(sum(seen.counts[:2]) for seen in areas) >= 8
    assert sum(seen.counts[3] for seen in areas) >= 3
    assert max(means) - min(means) >= 0.4
    assert 2.2 <= sum(means) / 8 <= 3.2
    for seen in areas:
        assert len({level for level, count in enumerate(seen.counts) if count}) >= 2, seen.area.id


def test_school_of_the_example_names_what_there_is(rubric: Rubric) -> None:
    """Its strengths, priorities, duties, figures and words are of themes, duties and measures that are there."""
    told = read_yaml(EXAMPLES / rubric.id / "school.yaml")

    assert {item["theme"] for item in told["highlights"]} <= {theme.id for theme in rubric.themes()}
    assert {name for item in told["priorities"] for name in item["themes"]} <= {theme.id for theme in rubric.themes()}
    assert set(told["duties"]) <= {duty.id for duty in rubric.duties}
    assert set(told["figures"]) <= {measure.id for measure in measures_for(rubric.settings[0])}
    assert set(told["words"]) <= {text.id for text in texts_for(rubric.settings[0])}


def test_example_says_in_words_what_it_rates(rubric: Rubric) -> None:
    """High ratings have strengths and evidence, low ones what to develop, and states a reason or a next step."""
    for themes in example(rubric).answers.values():
        answer = themes[AGREED]
        match answer.rating:
            case 3 | 4:
                assert answer.strengths
                assert answer.evidence
            case 1 | 2:
                assert answer.development
            case State.NOT_APPLICABLE:
                assert answer.reason
            case _:
                assert answer.development or answer.reason


def test_example_offers_help_only_where_it_is_strong(rubric: Rubric) -> None:
    """A few themes could help another school, all of them Sustained."""
    offered = [themes[AGREED].rating for themes in example(rubric).answers.values() if themes[AGREED].can_help]

    assert 1 <= len(offered) <= 10
    assert set(offered) == {4}
