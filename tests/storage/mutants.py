"""The code that saves, each time with one mistake in it: its own source, altered at places that must be there once."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

WRITING, REPOSITORY = "sendself.storage.writing", "sendself.storage.repository"
EDITOR, BOXES = "sendself.ui.editor", "sendself.ui.fields.boxes"
# A module comes after those that it takes names from.
ORDER = (WRITING, REPOSITORY, EDITOR, BOXES)

Edits = tuple[tuple[str, str], ...]
"""Texts of a module, and what stands in their place in the mutant."""

_PRESENT_VERSION = ("version=change.expected + 1,", "version=(current.version if current else 0) + 1,")
_BEGIN = """self._engine.begin() as connection:
            yield connection"""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake, and how the machine says what came of it."""

    name: str
    edits: Mapping[str, Edits]
    told: str


MUTANTS = (
    Mutant(
        "no version check",
        {WRITING: (("where(here, entries.c.version == change.expected)", "where(here)"), _PRESENT_VERSION)},
        "a silent overwrite",
    ),
    Mutant(
        "no op_id check",
        {WRITING: (("known = _written_by(connection, assessment_id, change.op_id)", "known = None"),)},
        "the same write is refused when it comes again",
    ),
    Mutant(
        "history outside the transaction",
        {
            WRITING: (
                (
                    "    seq = connection.execute(insert(history)",
                    "    connection.commit()\n    seq = connection.execute(insert(history)",
                ),
            ),
            REPOSITORY: (
                (
                    _BEGIN,
                    "self._engine.connect() as connection:\n            try:\n                yield connection\n"
                    "                connection.commit()\n            except Exception:\n"
                    "                connection.invalidate()\n                raise",
                ),
            ),
        },
        "history and present differ",
    ),
    Mutant(
        "a conflict swallowed by the store",
        {
            WRITING: (
                (
                    "    if not _replaced(connection, change, row):\n        return Conflict(change.key, current)",
                    "    if not _replaced(connection, change, row):\n        return Saved(change.key, current)",
                ),
            )
        },
        "acknowledged but not there",
    ),
    Mutant(
        "a conflict swallowed by the page",
        {BOXES: (('shown.theirs, shown.op_id = current, ""', 'shown.value, shown.op_id = value, ""'),)},
        "a conflict is not shown",
    ),
    Mutant(
        "last write wins",
        {
            WRITING: (
                _PRESENT_VERSION,
                ("    if change.expected:", "    if False:"),
                (
                    '"base": 0, "seq": 0}).on_conflict_do_nothing()',
                    '"base": 0, "seq": 0}).on_conflict_do_update(index_elements=list(entries.primary_key), set_=row)',
                ),
            )
        },
        "a silent overwrite",
    ),
    Mutant(
        "acknowledged before the commit",
        {
            REPOSITORY: (
                (
                    _BEGIN,
                    "self._engine.connect() as connection:\n            yield connection\n            try:\n"
                    "                connection.commit()\n            except Exception:\n"
                    "                connection.invalidate()",
                ),
            )
        },
        "acknowledged but not there",
    ),
    Mutant(
        "the base read again by the page when it saves",
        {BOXES: (("Change(shown.key, value, shown.version,", "Change(shown.key, value, editor.version(shown.key),"),)},
        "a silent overwrite|refused though nobody else had saved",
    ),
    Mutant(
        "the base read again by the store when it saves",
        {
            WRITING: (
                ("from datetime import datetime\n", "from dataclasses import replace\nfrom datetime import datetime\n"),
                (
                    "    if known is not None:\n",
                    "    change = replace(change, expected=current.version if current else 0)\n"
                    "    if known is not None:\n",
                ),
            )
        },
        "a silent overwrite",
    ),
    Mutant(
        "a button that saves over what its page did not show",
        {EDITOR: (("        return not self.before.shows(entry.seq)", "        return False"),)},
        "a button saved over what its page did not show",
    ),
    Mutant(
        "a page that takes all it has loaded for seen once it has saved",
        {
            EDITOR: (
                (
                    "        return seq <= self.seq or seq in self.own",
                    "        return seq <= max(self.seq, *self.own, 0)",
                ),
            )
        },
        "a button saved over what its page did not show",
    ),
    Mutant(
        "another op_id for a retry",
        {BOXES: (("if not shown.op_id or shown.pending != value:", "if True:"),)},
        "the same write was sent again with another id",
    ),
)


def altered(edits: Mapping[str, Edits]) -> dict[str, ModuleType]:
    """The modules of `ORDER`, made anew with these edits; each takes its names from those before it.

    Raises `ValueError` when a text to be replaced is not in its module exactly once: a mutant must be one.
    """
    made: dict[str, ModuleType] = {}
    for name in ORDER:
        spec = find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        source = Path(spec.origin).read_text(encoding="utf-8")
        for old, new in edits.get(name, ()):
            if source.count(old) != 1:
                raise ValueError(f"{name} has {source.count(old)} times, not once: {old}")
            source = source.replace(old, new)
        made[name] = ModuleType(name)
        with patch.dict(sys.modules, made):
            exec(compile(source, f"{name}, altered", "exec"), made[name].__dict__)
    return made
