"""The store as the tests of pages see it: what it has kept of a field, and one whose disk is full."""

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.model import Assessment
from sendself.storage.errors import UnavailableError
from sendself.storage.kept import Actor, Conflict, Room, Saved
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM

FULL = "The disk is full: the last change is not saved."


class FullDisk(Repository):
    """The real store on a disk without room: everything can be read, and nothing is saved."""

    def save(
        self, actor: Actor, assessment_id: str, changes: object, *, room: Room | None = None
    ) -> tuple[Saved | Conflict, ...]:
        """Refuse, as a full disk does."""
        raise UnavailableError(FULL)


def versions(repository: Repository, evaluation: Assessment, key: EntryKey) -> list[object]:
    """Every value that a field has had, the oldest first."""
    return [entry.value for entry in repository.history(SAM, evaluation.id, key)]
