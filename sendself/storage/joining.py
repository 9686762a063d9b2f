"""Keep what joining a copy gives: over the versions that it was held against, so that nothing newer is replaced."""

from collections.abc import Callable, Mapping

from sendself.assessment.entries.keys import EntryKey, removed_key
from sendself.assessment.identifiers import AGREED
from sendself.assessment.joining.joined import Field, FromCopy, Joined, difference_id, difference_values
from sendself.storage.kept import Actor, Change, Saved
from sendself.storage.repository import Repository


def keep_joined(
    repository: Repository,
    actor: Actor,
    assessment_id: str,
    joined: Joined,
    here: Mapping[EntryKey, Field],
    new_op_id: Callable[[], str],
) -> bool:
    """Keep what `join` gave for the fields `here`. False: some were changed since, and stand as they were changed.

    Joining again then finds what is left to join. Raises what `Repository.save` raises.
    """
    changes = [change_of(key, told, new_op_id()) for key, told in (joined.taken | joined.alike).items()]
    for key, told in joined.different.items():
        known = EntryKey(f"difference:{difference_id(key, told)}", AGREED, "key") in here
        places = {} if known else difference_values(key, told)
        changes += [Change(place, value, 0, new_op_id()) for place, value in places.items()]
    if not _all_saved(repository, actor, assessment_id, changes):
        return False
    # Only now: a question is dropped when what answers it is here.
    dropped = [removed_key(f"difference:{one}") for one in joined.answered]
    answered = [Change(key, True, _version(here, key), new_op_id()) for key in dropped]
    return _all_saved(repository, actor, assessment_id, answered)


def change_of(key: EntryKey, told: FromCopy, op_id: str) -> Change:
    """What was joined or decided, as a change."""
    return Change(key, told.value, told.expected, op_id, told.heads, told.seen)


def _all_saved(repository: Repository, actor: Actor, assessment_id: str, changes: list[Change]) -> bool:
    return not changes or all(isinstance(one, Saved) for one in repository.save(actor, assessment_id, changes))


def _version(here: Mapping[EntryKey, Field], key: EntryKey) -> int:
    return here[key].version.version if key in here else 0
