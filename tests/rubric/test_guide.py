"""The rows of the Guide's annexes, and its wording, which is not ours to take."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sendself
from sendself.rubric.guide import AREAS, ROWS, references
from sendself.rubric.loader import SHIPPED
from sendself.rubric.yaml_loader import read_yaml
from tests.rubric.guide_runs import FILE, MARK, SIZE, guide_hashes, hash_of, runs_of, taken_over, words_of
from tests.texts import strings


def _files(part: Path) -> list[Path]:
    return [part] if part.is_file() else list(part.rglob("*.py"))


EXAMPLES = Path(sendself.__file__).parent / "data" / "examples"
CONTENT = sorted([*SHIPPED.rglob("*.yaml"), *EXAMPLES.rglob("*.yaml")])
ROOT = SHIPPED.parent
SPOKEN = sorted(
    file for part in ("app.py", "launch.py", "installing.py", "pages", "sendself") for file in _files(ROOT / part)
)
"""Every module that may say something on screen or on paper."""
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *SHIPPED.rglob("*.md")])
OUR_OWN = "Every Tuesday the headteacher, two parents and a goat walk round the school and count doors."


def said_by(source: str) -> Iterator[str]:
    """Every text in a module as it is read, one that is put together from pieces as a whole."""
    tree = ast.parse(source)
    pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else " … " for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
            yield node.value


def test_references_count_the_rows_of_both_annexes() -> None:
    """Annex 1 has 50 rows, Annex 2 has 43, in eight focus areas each."""
    assert len(references("A1")) == len(set(references("A1"))) == 50
    assert len(references("A2")) == len(set(references("A2"))) == 43
    assert references("A1")[:8] == (*(f"A1.outcomes.{row}" for row in range(1, 8)), "A1.leadership.1")
    assert all(tuple(rows) == AREAS for rows in ROWS.values())


def test_content_is_there_to_be_checked() -> None:
    """The rubrics, the duties, the questions and the example's answers are among the files."""
    assert len([file for file in CONTENT if SHIPPED in file.parents]) >= 21
    assert len([file for file in CONTENT if EXAMPLES in file.parents]) >= 16


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: "/".join(file.parts[-3:]))
def test_content_takes_no_eight_words_running_from_the_guide(file: Path) -> None:
    """Our words are our own: no run of eight words of the Guide stands in any text."""
    hashes = guide_hashes()

    assert [run for text in strings(read_yaml(file)) for run in taken_over(text, hashes)] == []


@pytest.mark.parametrize("file", SPOKEN, ids=lambda file: str(file.relative_to(ROOT)))
def test_app_and_reports_take_no_eight_words_running_from_the_guide(file: Path) -> None:
    """Nor does one stand in what the app, the commands and the reports say."""
    hashes = guide_hashes()

    assert [run for text in said_by(file.read_text("utf-8")) for run in taken_over(text, hashes)] == []


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_documents_take_no_eight_words_running_from_the_guide(file: Path) -> None:
    """Nor in the guides for schools, hosts and developers."""
    assert taken_over(file.read_text("utf-8"), guide_hashes()) == []


def test_texts_of_a_module_are_read_whole() -> None:
    """A text in several pieces is one, also with a value in its midst, and none is read twice."""
    source = 'A = (\n    "One two "\n    "three"\n)\nB = f"four {A} " "five"'

    assert sorted(said_by(source)) == ["One two three", "four  …  five"]


def test_a_run_of_the_guide_would_be_found() -> None:
    """The check can fail: a sentence is clean until one of its runs is among the hashes."""
    hashes = guide_hashes()
    run = next(runs_of(OUR_OWN))

    assert taken_over(OUR_OWN, hashes) == []
    assert taken_over(OUR_OWN, hashes | {hash_of(run)}) == [run]


def test_hashes_were_made_as_they_are_read() -> None:
    """The file holds the mark that was put in when it was made, and thousands of runs, sorted, each once."""
    data = FILE.read_bytes()
    hashes = [data[start : start + SIZE] for start in range(0, len(data), SIZE)]

    assert taken_over(f"We found {MARK}, they said.", guide_hashes()) == [MARK]
    assert len(data) % SIZE == 0
    assert hashes == sorted(set(hashes))
    assert len(hashes) > 5_000


def test_words_are_compared_without_their_dress() -> None:
    """Capitals, punctuation, line ends, curly apostrophes and footnote numbers hide no run."""
    assert words_of("The SENCO’s\nwell-kept  list, (Year 7) of Practice1: “good”.") == [
        *("the", "sencos", "well", "kept", "list", "year", "7", "of", "practice", "good")
    ]
