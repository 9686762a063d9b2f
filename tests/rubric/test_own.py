"""Own rubrics: found beside the shipped ones and in the folder of the setting, each with an id and title of its own."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sendself.rubric.duty import Setting
from sendself.rubric.loader import SHIPPED, rubric_for
from sendself.rubric.own import SETTING, own_rubrics, rubrics_for, rubrics_in
from tests.rubric.folders import write, write_rubric

AREAS = ["outcomes", "families"]


def write_rubrics(folder: Path, names: Sequence[str]) -> None:
    """Write whole rubrics, each in its folder with its own id and title."""
    for name in names:
        write_rubric(folder / name, AREAS, id=name, title=f"The rubric {name}")


def test_rubrics_of_a_folder_are_found_in_the_order_of_names(tmp_path: Path) -> None:
    """Folders without a rubric are no fault."""
    write_rubrics(tmp_path, ["trust", "authority"])
    write(tmp_path / "notes" / "read-me.txt", "No rubric here.")

    rubrics, problems = rubrics_in(tmp_path)

    assert [rubric.id for rubric in rubrics] == ["authority", "trust"]
    assert problems == ()


def test_folder_that_is_a_rubric_itself_is_taken(tmp_path: Path) -> None:
    """Whoever names the folder of the rubric instead of the one around it means the same."""
    write_rubrics(tmp_path, ["trust"])
    assert rubrics_in(tmp_path / "trust") == rubrics_in(tmp_path)


def test_shipped_rubrics_are_nobodys_own() -> None:
    """Those that come with sendself are not read a second time."""
    assert rubrics_in(SHIPPED) == ((), ())


def test_rubric_with_a_fault_keeps_nobody_from_the_rest(tmp_path: Path) -> None:
    """The sound one can be used, and what is wrong with the other is told with its place."""
    write_rubrics(tmp_path, ["authority", "trust"])
    write(tmp_path / "authority" / "areas" / "outcomes.yaml", "title: One: two")

    rubrics, (problem,) = rubrics_in(tmp_path)

    assert [rubric.id for rubric in rubrics] == ["trust"]
    assert (problem.file, problem.key) == (tmp_path / "authority" / "areas" / "outcomes.yaml", "line 1")


@pytest.mark.parametrize(("key", "of_another"), [("id", "mainstream"), ("title", "The rubric first"), ("id", "first")])
def test_id_or_title_of_another_rubric_is_refused(tmp_path: Path, key: str, of_another: str) -> None:
    """A copied folder says whose name it bears: nobody could tell the two apart."""
    write_rubrics(tmp_path, ["first"])
    write_rubric(tmp_path / "second", AREAS, **{"id": "second", "title": "The rubric second", key: of_another})

    rubrics, (problem,) = rubrics_in(tmp_path)

    assert [rubric.id for rubric in rubrics] == ["first"]
    assert str(problem) == (
        f"{tmp_path / 'second' / 'rubric.yaml'}: {key}: {of_another!r} is the {key} of another rubric. "
        "Give yours one of its own."
    )


def test_setting_adds_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rubrics stand after the shipped one for the settings that they name."""
    write_rubrics(tmp_path, ["trust"])
    monkeypatch.setenv(SETTING, str(tmp_path))

    assert [rubric.id for rubric in rubrics_for(Setting.MAINSTREAM)] == ["mainstream", "trust"]
    assert [rubric.id for rubric in rubrics_for(Setting.SPECIAL)] == ["specialist"]


@pytest.mark.parametrize(("name", "problem"), [("nowhere", "there is no such folder"), ("empty", "no folder in it")])
def test_setting_that_leads_to_no_rubric_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, problem: str
) -> None:
    """A wrong path is no reason to offer the shipped rubrics alone and say nothing."""
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv(SETTING, str(tmp_path / name))

    (told,) = own_rubrics().problems

    assert told.file == tmp_path / name
    assert problem in told.problem
    assert rubrics_for(Setting.MAINSTREAM) == (rubric_for(Setting.MAINSTREAM),)


def test_rubrics_for_a_setting_begin_with_the_shipped_one() -> None:
    """Whoever chooses nothing gets the rubric that comes with sendself."""
    assert {setting: rubrics_for(setting)[0] for setting in Setting} == {
        setting: rubric_for(setting) for setting in Setting
    }
