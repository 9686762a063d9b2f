"""Which register is used, and that replacing it and going back are whole steps."""

from pathlib import Path

import pytest

from sendself.context.schools.dfe_files import read_download
from sendself.context.schools.register import RegisterError, load_register
from sendself.context.schools.register_changes import RegisterChanges, compare_registers
from sendself.context.schools.register_in_use import (
    mark_of_register,
    newer_register,
    own_register,
    register_in_use,
    usable_register,
    use_register,
    use_shipped_register,
)
from tests.context.schools.downloads import CENSUS, INFORMATION, write


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder with nothing in it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if tmp_path not in own_register().parents:
        pytest.skip("this system keeps the data of programs where no setting moves it")


def replaced_by(downloads: list[Path]) -> RegisterChanges:
    """What changes when the register of two files is put in use."""
    new = newer_register([read_download(path) for path in downloads])
    changes = compare_registers(usable_register()[0], new)
    use_register(new)
    return changes


@pytest.fixture
def downloads(tmp_path: Path) -> list[Path]:
    """A small pair of the DfE's files for 2024/25."""
    return [
        write(tmp_path / "england_school_information_2024-25.csv", INFORMATION),
        write(tmp_path / "england_census_2024-25.csv", CENSUS),
    ]


def test_shipped_register_is_used_until_another_is_loaded(downloads: list[Path]) -> None:
    """Loading says what changed and puts the new one in use; going back puts the shipped one in use again."""
    assert register_in_use().year == "2023/24"

    changes = replaced_by(downloads)
    assert (changes.old_year, changes.new_year, changes.new_size) == ("2023/24", "2024/25", 4)
    assert (register_in_use().year, len(register_in_use())) == ("2024/25", 4)

    use_shipped_register()
    use_shipped_register()
    assert len(register_in_use()) == len(load_register())


def test_register_of_a_year_that_has_not_begun_is_refused(downloads: list[Path]) -> None:
    """A year that was typed wrongly would be printed beside every figure."""
    with pytest.raises(RegisterError, match="2098/99 has not begun"):
        newer_register([read_download(path) for path in downloads], year="2098/99")


def test_mark_changes_with_the_register_in_use(downloads: list[Path]) -> None:
    """Nothing loaded has no mark; each loading gives another, also of the same files."""
    assert mark_of_register() is None
    replaced_by(downloads)
    first = mark_of_register()
    assert first is not None
    assert first == mark_of_register()
    use_register(register_in_use())
    assert mark_of_register() not in (None, first)
    use_shipped_register()
    assert mark_of_register() is None


def test_wrong_files_leave_the_register_in_use(downloads: list[Path]) -> None:
    """Two files that are not the pair are refused, and nothing is kept."""
    with pytest.raises(RegisterError, match="Give two DfE files"):
        replaced_by([downloads[0], downloads[0]])
    assert mark_of_register() is None


def test_damaged_register_gives_way_to_the_shipped_one_and_can_be_replaced(downloads: list[Path]) -> None:
    """The sentence says that it is damaged; loading the files again mends it."""
    own_register().parent.mkdir(parents=True)
    own_register().write_bytes(b"PAR1 no register")
    with pytest.raises(RegisterError, match="is damaged"):
        register_in_use()

    register, problem = usable_register()
    assert (register.year, "is damaged" in problem) == ("2023/24", True)

    replaced_by(downloads)
    register, problem = usable_register()
    assert (register.year, problem) == ("2024/25", "")


def test_newer_register_is_only_shown(downloads: list[Path]) -> None:
    """Building one to look at what it would change keeps nothing."""
    assert newer_register([read_download(path) for path in downloads]).year == "2024/25"
    assert mark_of_register() is None
