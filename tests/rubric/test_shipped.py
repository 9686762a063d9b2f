"""The rubrics and duties that come with sendself are complete and hold together."""

import re
from collections import Counter
from pathlib import Path

import pytest

from sendself.rubric.duty import SchoolKind, Setting
from sendself.rubric.guide import AREAS, references
from sendself.rubric.loader import SHIPPED, shipped_rubrics
from sendself.rubric.model import Rubric
from sendself.rubric.yaml_loader import read_yaml

RUBRICS = {rubric.id: rubric for rubric in shipped_rubrics()}
DUTY_IDS = [entry["id"] for entry in read_yaml(SHIPPED / "duties.yaml")]
HARM_TODAY = {
    "suspension-formal",
    "no-informal-sending-home",
    "safeguarding",
    "restraint-and-seclusion-recorded",
    "medical-conditions",
    "best-endeavours",
    "ehc-plan-provision",
}


@pytest.fixture(params=["mainstream", "specialist"])
def rubric(request: pytest.FixtureRequest) -> Rubric:
    """Each shipped rubric."""
    return RUBRICS[request.param]


def test_every_file_belongs_to_a_rubric() -> None:
    """There are files, and none lies beside the rubrics unread."""
    read = {SHIPPED / "duties.yaml"}
    for rubric in RUBRICS.values():
        folder = SHIPPED / rubric.id
        read |= {folder / "rubric.yaml", folder / "questions.yaml"}
        read |= {folder / "areas" / f"{area.id}.yaml" for area in rubric.areas}

    found = {file for folder in (SHIPPED, SHIPPED / "mainstream", SHIPPED / "specialist") for file in _yaml_in(folder)}

    assert len(read) == 1 + 2 * (2 + 8)
    assert read <= found
    assert {file for file in found if file.parent != SHIPPED} <= read


def test_every_row_of_the_guide_is_there_once(rubric: Rubric) -> None:
    """Annex 1 has 50 rows and Annex 2 has 43, each the row of one theme, in the Guide's order."""
    rows = [theme.guide for theme in rubric.themes()]

    assert len(rows) == {"mainstream": 50, "specialist": 43}[rubric.id]
    assert tuple(rows) == references({"mainstream": "A1", "specialist": "A2"}[rubric.id])


def test_areas_stand_in_the_order_of_the_guide(rubric: Rubric) -> None:
    """The radar's axes are the Guide's eight focus areas."""
    assert tuple(area.id for area in rubric.areas) == AREAS


def test_areas_have_names_of_their_own(rubric: Rubric) -> None:
    """No two areas share a title or the short name beside the radar."""
    assert len({area.title for area in rubric.areas}) == len({area.short for area in rubric.areas}) == 8


def test_scale_names_the_four_levels(rubric: Rubric) -> None:
    """Both rubrics use the same four names, none of them an inspection grade."""
    assert [step.name for step in rubric.scale] == ["Not yet in place", "Developing", "Established", "Sustained"]


def test_introduction_says_whose_the_scale_is(rubric: Rubric) -> None:
    """The Guide has no scale: whoever reads ours is told so."""
    assert "not part of the SEND Review Guide" in rubric.introduction
    assert "inspection grade" in rubric.introduction


def test_questions_are_there_for_every_area(rubric: Rubric) -> None:
    """Each area has a sheet with three to six questions for each of the three groups, and none is asked twice."""
    asked: list[str] = []
    for area in rubric.areas:
        assert area.questions is not None
        for group in (area.questions.parents, area.questions.pupils, area.questions.assistants):
            assert 3 <= len(group) <= 6
            # What to watch or to show stands in brackets, for pupils who do not answer in words.
            assert all(re.fullmatch(r"[A-Z][^?]*\?( \(.+\))?", question, re.DOTALL) for question in group)
            asked.extend(group)

    assert [question for question, times in Counter(asked).items() if times > 1] == []


def test_duties_are_each_used_by_a_theme_and_none_is_unknown() -> None:
    """The themes of both rubrics name every duty of the file, and no other."""
    used = {duty_id for rubric in RUBRICS.values() for theme in rubric.themes() for duty_id in theme.duties}

    assert len(DUTY_IDS) == len(set(DUTY_IDS)) > 50
    assert used == set(DUTY_IDS)


def test_themes_name_no_duty_twice(rubric: Rubric) -> None:
    """A duty is asked once per theme."""
    assert [theme.id for theme in rubric.themes() if len(set(theme.duties)) < len(theme.duties)] == []


def test_duties_of_both_rubrics_are_the_same_where_they_meet() -> None:
    """One duty, one answer, one wording, whichever rubric shows it."""
    mainstream, specialist = ({duty.id: duty for duty in rubric.duties} for rubric in RUBRICS.values())
    shared = mainstream.keys() & specialist.keys()

    assert len(shared) > 20
    assert [duty_id for duty_id in shared if mainstream[duty_id] != specialist[duty_id]] == []


def test_duties_that_mean_harm_today_say_what_to_do_and_whom_to_tell() -> None:
    """Where a duty not met harms a pupil today, the page has words for it; elsewhere it has none."""
    act_now = {duty.id: duty.act_now for rubric in RUBRICS.values() for duty in rubric.duties if duty.act_now}

    assert set(act_now) == HARM_TODAY
    for words in act_now.values():
        assert re.search(r"\b[Tt]ell\b", words)
        assert re.search(r"headteacher|governors|local authority|safeguarding lead|parents", words)
        assert re.search(r"\b(today|now|tomorrow|this week)\b", words, re.IGNORECASE)
        assert not re.search(r"July|next term|next year", words)


def test_duties_bind_the_kinds_of_school_that_the_law_names() -> None:
    """Known cases: best endeavours does not name special schools; disability law reaches independent schools too."""
    duties = {duty.id: duty for rubric in RUBRICS.values() for duty in rubric.duties}
    special = {SchoolKind.MAINTAINED_SPECIAL, SchoolKind.SPECIAL_ACADEMY, SchoolKind.NON_MAINTAINED_SPECIAL}

    assert not special & set(duties["best-endeavours"].applies_to)
    assert {SchoolKind.PRU, SchoolKind.AP_ACADEMY}.isdisjoint(duties["sen-information-report"].applies_to)
    assert SchoolKind.INDEPENDENT in duties["reasonable-adjustments"].applies_to
    assert SchoolKind.INDEPENDENT not in duties["public-sector-equality-duty"].applies_to
    assert set(duties["safeguarding"].applies_to) == set(SchoolKind)
    assert SchoolKind.MAINTAINED_NURSERY in duties["anti-bullying-measures"].applies_to


@pytest.mark.parametrize(
    "duty_id",
    [
        "restraint-and-seclusion-recorded",
        "ehc-plan-provision",
        "ehc-plan-review-meeting",
        "phase-transfer-review",
        "yearly-report-to-parents",
        "anti-bullying-strategy",
    ],
)
def test_independent_schools_are_asked_what_binds_them_or_is_owed_to_their_pupils(duty_id: str) -> None:
    """The standards for independent schools, and what a local authority owes to any pupil with an EHC plan."""
    (found,) = {duty.id: duty for rubric in RUBRICS.values() for duty in rubric.duties if duty.id == duty_id}.values()

    assert {SchoolKind.INDEPENDENT, SchoolKind.INDEPENDENT_SPECIAL} <= set(found.applies_to)


@pytest.mark.parametrize("kind", [SchoolKind.MAINTAINED, SchoolKind.ACADEMY])
def test_resourced_provision_is_bound_through_its_host_school(kind: SchoolKind) -> None:
    """Its rubric asks what binds the mainstream school around it: governing, safeguarding, telling parents, help."""
    binding = {duty.id for duty in RUBRICS["specialist"].duties if duty.binds(kind, Setting.RESOURCED_PROVISION)}

    assert {
        "governing-body-duties",
        "safeguarding",
        "tell-parents-of-provision",
        "best-endeavours",
        "joining-in-activities-resourced",
    } <= binding
    assert not {"governing-body-duties-special", "management-committee-duties"} & binding


def _yaml_in(folder: Path) -> list[Path]:
    return [*folder.glob("*.yaml"), *folder.glob("areas/*.yaml"), *folder.glob("*.yml"), *folder.glob("areas/*.yml")]
