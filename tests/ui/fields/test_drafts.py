"""What was typed upon what: the text before a restart, and one's own that was saved without being told of it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from sendself.assessment.begin import new_assessment
from sendself.assessment.entries.entry import Value
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import Repository, open_repository
from sendself.ui.editor import Editor
from sendself.ui.fields.box_kinds import NOTE
from sendself.ui.fields.drafts import Seen, base_of
from sendself.ui.shown import Shown
from tests.ui.fields.tabs import WHY


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """A database file."""
    opened = open_repository(f"sqlite:///{tmp_path / 'drafts.sqlite3'}")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("saved", "sent", "base"),
    [
        ((), ("Sent. ",), ("", 0)),
        (("Sent.",), ("Sent. ",), ("Sent.", 1)),
        (("Sent.",), (), ("", 0)),
        (("Sent.", "Sent. More."), ("Sent. ", "Sent. More."), ("Sent. More.", 2)),
        (("Sent.", "Theirs."), ("Sent.",), ("Sent.", 1)),
        (("Theirs.", "Sent."), ("Sent.",), ("", 0)),
    ],
)
def test_own_words_saved_unheard_are_the_base(
    repository: Repository, saved: tuple[str, ...], sent: tuple[str, ...], base: tuple[Value, int]
) -> None:
    """What was sent from the box and saved before its page could hear of it is no word of somebody else."""
    assessment = new_assessment(rubric_for(Setting.MAINSTREAM), Setting.MAINSTREAM)
    repository.create(Actor("Sam"), assessment)
    seq = repository.load(Actor("Sam"), assessment.id).seq
    for version, text in enumerate(saved):
        repository.save(Actor("Sam"), assessment.id, [Change(WHY, text, version, uuid4().hex)])
    editor = Editor(repository, repository.load(Actor("Sam"), assessment.id), None)
    shown = Shown(WHY, "", 0, from_box=NOTE.from_box)

    assert base_of(editor, shown, Seen(seq, sent=sent)) == base
