"""A rubric is a whole: it finds its parts, refuses what contradicts itself, and comes back from JSON."""

from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from sendself.rubric.duty import SchoolKind, Setting
from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import Rubric, Theme
from tests.samples import a_duty, a_rubric, a_theme, an_area
from tests.strategies import small_rubrics


@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: rubric.id)
def test_shipped_rubric_comes_back_from_json(rubric: Rubric) -> None:
    """Nothing of a shipped rubric is lost in a file."""
    assert Rubric.model_validate_json(rubric.model_dump_json()) == rubric


@settings(max_examples=60, deadline=None)
@given(small_rubrics())
def test_rubric_comes_back_from_json(rubric: Rubric) -> None:
    """Any rubric is the same after a file, also once its parts were looked up."""
    assert [rubric.theme(theme.id) for theme in rubric.themes()] == list(rubric.themes())

    assert Rubric.model_validate_json(rubric.model_dump_json()) == rubric


def test_rubric_finds_its_parts() -> None:
    """Areas, themes, duties and level names are found by id or number."""
    rubric = a_rubric([an_area("teaching", a_theme("teaching.first", "registers"))], [a_duty("registers")])

    assert rubric.area("teaching") is rubric.areas[0]
    assert rubric.theme("teaching.first") is rubric.areas[0].themes[0]
    assert rubric.area_of("teaching.first") is rubric.areas[0]
    assert rubric.duty("registers") is rubric.duties[0]
    assert (rubric.has_theme("teaching.first"), rubric.has_theme("teaching.other")) == (True, False)
    assert rubric.level_name(3) == "Established"
    assert rubric.theme("teaching.first").level(4) == "teaching.first at four"


@pytest.mark.parametrize("look_up", ["area", "theme", "duty", "area_of"])
def test_rubric_asked_for_what_it_has_not_raises(look_up: str) -> None:
    """An unknown id is a mistake of the caller."""
    with pytest.raises(KeyError):
        getattr(a_rubric(), look_up)("teaching.other")


SCALE = a_rubric().scale


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"areas": (an_area("teaching", a_theme("teaching.a"), a_theme("teaching.a")),)}, "the same id"),
        ({"areas": (an_area("teaching", a_theme("teaching.a")),) * 2}, "the same id"),
        ({"areas": (an_area("teaching", a_theme("families.a")),)}, "'families.a' names another area"),
        ({"areas": (an_area("teaching", a_theme("teaching.a", "registers")),)}, "no duty 'registers'"),
        ({"duties": (a_duty("registers"), a_duty("registers"))}, "the same id"),
        ({"scale": SCALE[::-1]}, "levels 1, 2, 3 and 4"),
        ({"scale": SCALE[:3]}, "scale"),
        ({"title": "Up\x00and down"}, "U\\+0000, which cannot be printed"),
        ({"introduction": "Well\u202e done"}, "U\\+202E, which cannot be printed"),
        ({"title": " "}, "at least 1 character"),
        ({"id": "a" * 41}, "id"),
        ({"version": "2026.1\n"}, "version"),
    ],
)
def test_rubric_that_contradicts_itself_is_refused(changes: dict[str, Any], words: str) -> None:
    """A rubric may come inside a stranger's file: whatever is opened can be looked up and shown."""
    with pytest.raises(ValidationError, match=words):
        a_rubric(**changes)


def test_levels_of_a_file_are_read_by_number() -> None:
    """YAML gives the levels as a mapping in any order; JSON as a list."""
    theme = a_theme("teaching.first").model_dump()
    levels = {4: "d", 2: "b", 1: "a", 3: "c"}

    assert Theme.model_validate({**theme, "levels": levels}).levels == ("a", "b", "c", "d")
    assert Theme.model_validate({**theme, "levels": ["a", "b", "c", "d"]}).levels == ("a", "b", "c", "d")


@pytest.mark.parametrize("levels", [{1: "a", 2: "b", 3: "c"}, {"1": "a", "2": "b", "3": "c", "4": "d"}, ["a"], "abcd"])
def test_levels_that_are_not_four_are_refused(levels: Any) -> None:
    """Each level has its own words."""
    with pytest.raises(ValidationError):
        Theme.model_validate({**a_theme("teaching.first").model_dump(), "levels": levels})


def test_rubric_cannot_be_changed() -> None:
    """A rubric is a value."""
    with pytest.raises(ValidationError, match="frozen"):
        a_rubric().title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "setting", "secondary", "binds"),
    [
        (SchoolKind.ACADEMY, Setting.MAINSTREAM, True, True),
        (SchoolKind.PRU, Setting.MAINSTREAM, True, False),
        (None, Setting.MAINSTREAM, True, True),
        (SchoolKind.ACADEMY, Setting.SPECIAL, True, False),
        (None, Setting.SPECIAL, None, False),
        (SchoolKind.ACADEMY, Setting.MAINSTREAM, False, False),
        (SchoolKind.ACADEMY, Setting.MAINSTREAM, None, True),
    ],
)
def test_duty_binds_by_kind_setting_and_age(
    kind: SchoolKind | None, setting: Setting, secondary: bool | None, binds: bool
) -> None:
    """A duty on secondary academies in mainstream: what is not known of a school never rules it out."""
    duty = a_duty("careers", applies_to=(SchoolKind.ACADEMY,), settings=(Setting.MAINSTREAM,), phases=("secondary",))

    assert duty.binds(kind, setting, secondary=secondary) is binds


def test_duty_on_both_phases_binds_a_primary_school() -> None:
    """A duty on some ages is ruled out only where there are no pupils of any of them."""
    assert not a_duty("infants", phases=("primary",)).binds(None, Setting.MAINSTREAM, primary=False, secondary=True)
    assert a_duty("infants", phases=("primary",)).binds(None, Setting.MAINSTREAM, primary=True, secondary=False)
    assert a_duty("infants", phases=("primary",)).binds(None, Setting.MAINSTREAM)
    assert a_duty("all", phases=("primary", "secondary")).binds(None, Setting.MAINSTREAM, secondary=False)
    assert a_duty("all", phases=()).binds(None, Setting.MAINSTREAM, secondary=False)
