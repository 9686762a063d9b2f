"""The preparation list: the Guide's fifteen documents, and what a broken file says."""

from pathlib import Path

import pytest

from sendself.rubric.evidence import load_documents, preparation_documents
from sendself.rubric.yaml_loader import RubricError


def test_list_has_the_fifteen_documents_of_the_guide() -> None:
    """Each once, with an id and a title of its own, in the Guide's order from the website to the training."""
    documents = preparation_documents()

    assert len(documents) == len({document.id for document in documents}) == 15
    assert len({document.title for document in documents}) == 15
    assert (documents[0].id, documents[-1].id) == ("information-report", "staff-training")
    assert {document.id for document in documents if document.published} == {"information-report", "inspection-report"}


def test_titles_fit_on_a_line() -> None:
    """A title is the label of a choice: at most ten words."""
    assert [document.id for document in preparation_documents() if len(document.title.split()) > 10] == []


@pytest.mark.parametrize(
    ("content", "key", "remedy"),
    [
        ("documents: []", "documents", "Begin each document with '- id:'"),
        ("papers:\n  - id: a", "documents", "Begin each document with '- id:'"),
        ("- id: a", "", "See rubrics/README.md for the keys"),
        ("documents:\n  - id: a", "title", "Add the key"),
        ("documents:\n  - {id: A b, title: T}", "id", "lower-case letters"),
        ("documents:\n  - {id: a, title: T, link: x}", "link", "Remove the key"),
        ("documents:\n  - {id: a, title: T}\n  - {id: a, title: U}", "id", "Give each its own"),
        ("documents:\n  - {id: a, title: T}\n  - {id: b, title: T}", "title", "Give each its own"),
    ],
)
def test_broken_list_says_what_to_do(tmp_path: Path, content: str, key: str, remedy: str) -> None:
    """File, key, problem and remedy, as for a rubric."""
    file = tmp_path / "evidence.yaml"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(RubricError) as refused:
        load_documents(file)

    assert (refused.value.file, refused.value.key) == (file, key)
    assert remedy in refused.value.remedy
