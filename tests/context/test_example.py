"""The example: complete, the same every time, ready to send, and never an invented word about a real school."""

import re
from typing import Any

import pytest

from sendself.assessment.answers import DutyState, State
from sendself.assessment.checks import points_before_sending
from sendself.assessment.context import Context
from sendself.assessment.context_texts import texts_for
from sendself.assessment.disclosure.shared import shared_record
from sendself.assessment.disclosure.small_counts import SMALL
from sendself.assessment.identifiers import AGREED
from sendself.assessment.measures import MEASURES, measures_for
from sendself.assessment.model import Assessment
from sendself.assessment.profile import binding_duties
from sendself.assessment.record import from_json, to_json
from sendself.context.example import example_assessment
from sendself.context.schools.entry import RegisterEntry
from sendself.context.schools.from_register import published_context, school_of
from sendself.context.schools.register import load_register
from sendself.rubric.duty import Setting
from sendself.rubric.loader import SHIPPED
from sendself.rubric.yaml_loader import read_yaml
from tests.planted import texts_of

SETTINGS = pytest.mark.parametrize("setting", [Setting.MAINSTREAM, Setting.SPECIAL])
DOWNSIDE = 109567


def with_figures_of(urn: int, setting: Setting = Setting.MAINSTREAM) -> Assessment:
    """The example with a real school's figures."""
    entry = load_register().find(urn)
    assert entry
    return example_assessment(setting, entry=entry)


@pytest.mark.parametrize("setting", list(Setting))
def test_example_answers_every_theme_and_duty(setting: Setting) -> None:
    """Each theme of the rubric has an agreed answer and nothing else, and each duty that binds the school one."""
    assessment = example_assessment(setting)
    assert set(assessment.answers) == {theme.id for theme in assessment.rubric.themes()}
    assert all(list(table) == [AGREED] for table in assessment.answers.values())
    assert set(assessment.area_notes) == {area.id for area in assessment.rubric.areas}
    assert set(assessment.duties) == {duty.id for duty in binding_duties(assessment)}
    assert all(answer.state for answer in assessment.duties.values())


@SETTINGS
def test_example_is_ready_to_send_and_keeps_nothing_back(setting: Setting) -> None:
    """No point is left to look at, and by its own disclosure all of it may leave: the PDF gives it back whole."""
    assessment = example_assessment(setting)
    assert points_before_sending(assessment) == ()
    assert shared_record(assessment).assessment == assessment


@SETTINGS
def test_example_is_the_same_every_time(setting: Setting) -> None:
    """Two runs give the same bytes, and these open as an equal record."""
    made = to_json(example_assessment(setting))
    assert made == to_json(example_assessment(setting))
    assert from_json(made) == example_assessment(setting)


@SETTINGS
def test_example_is_realistic(setting: Setting) -> None:
    """All levels occur or nearly, some things are not known, and not every duty is simply met."""
    assessment = example_assessment(setting)
    ratings = [assessment.answer(theme.id).rating for theme in assessment.rubric.themes()]
    assert {2, 3, 4} <= set(ratings)
    assert len([rating for rating in ratings if rating == 4]) <= len(ratings) // 4
    states = [answer.state for answer in assessment.duties.values()]
    assert states.count(DutyState.NOT_CHECKED) >= 3
    assert states.count(DutyState.MET) > len(states) // 2
    assert len(assessment.highlights) == 3
    assert 4 <= len(assessment.priorities) <= 5
    assert any(not person.took_part for person in assessment.participants)
    for item in assessment.priorities:
        levels = [assessment.answer(theme).rating for theme in item.themes]
        assert all(level in (1, 2, 3) or level is State.DONT_KNOW for level in levels)
    for highlight in assessment.highlights:
        assert highlight.theme
        assert assessment.answer(highlight.theme).rating == 4


@SETTINGS
def test_context_of_the_invented_school_is_complete_and_points_to_no_child(setting: Setting) -> None:
    """Every figure and text of its setting is there; no count and no complement is small."""
    assessment = example_assessment(setting)
    figures = assessment.context.figures
    assert set(figures) == {measure.id for measure in measures_for(setting)}
    assert set(assessment.context.words) == {text.id for text in texts_for(setting)}
    for measure in MEASURES:
        if measure.counts_pupils and measure.id in figures:
            value, whole = figures[measure.id].value, figures.get(measure.part_of or "")
            assert value not in SMALL
            assert value is not None
            if whole and whole.value is not None:
                assert whole.value - value not in SMALL


def test_duty_not_met_in_the_mainstream_example_harms_no_pupil_today() -> None:
    """One duty is not met, so that a reader sees how that looks, and it is none to act on at once."""
    assessment = example_assessment(Setting.MAINSTREAM)
    (unmet,) = (duty for duty in binding_duties(assessment) if assessment.duty(duty.id).state is DutyState.NOT_MET)
    assert unmet.act_now is None


@SETTINGS
def test_example_names_no_theme_or_duty_that_is_not_there(setting: Setting) -> None:
    """The files of the example fit the rubric: a misspelt id would silently do nothing."""
    assessment = example_assessment(setting)
    folder = SHIPPED.parent / "sendself" / "data" / "examples" / assessment.rubric.id
    told: dict[str, Any] = read_yaml(folder / "school.yaml")
    assert set(told["duties"]) <= set(assessment.duties)
    named = [theme for item in (*told["highlights"], *told["priorities"]) for theme in _themes_of(item)]
    assert named
    assert all(assessment.rubric.has_theme(theme) for theme in named)
    assert {file.stem for file in folder.glob("*.yaml")} == {"school", *(area.id for area in assessment.rubric.areas)}


def _themes_of(item: dict[str, Any]) -> list[str]:
    return list(item["themes"]) if "themes" in item else [item["theme"]]


@SETTINGS
def test_invented_school_bears_no_name_of_a_real_one(setting: Setting) -> None:
    """No school of the register has the invented name, and the words of the evaluation do not name it."""
    assessment = example_assessment(setting)
    name = assessment.school.name.casefold()
    assert not [entry.urn for entry in load_register() if name.split()[0] in (entry.name or "").casefold()]
    words = assessment.model_dump_json(include={"answers", "area_notes", "highlights", "priorities", "duties"})
    assert name.split()[0] not in words.casefold()


def test_example_with_a_urn_has_that_schools_published_figures_only() -> None:
    """School and figures are the register's; nothing typed and nothing that the invented school says of itself."""
    assessment = with_figures_of(DOWNSIDE)
    entry = load_register().find(DOWNSIDE)
    assert entry
    assert assessment.school == school_of(entry)
    assert assessment.context == Context(figures=published_context(entry).figures)
    assert {name: figure.value for name, figure in assessment.context.figures.items()} == {
        "roll": 1038,
        "ehc_plans": 37,
        "sen_support": 105,
        "fsm": 209,
    }
    assert assessment.example
    assert assessment.title == "Downside Primary School (EXAMPLE)"
    assert all(not person.name for person in assessment.participants)
    assert not any(answer.note for answer in assessment.duties.values())
    assert "invented" in assessment.review.why


def test_example_with_a_urn_keeps_the_ratings_and_is_ready_to_send() -> None:
    """The ratings are those of the example, and with published figures nothing is missing."""
    assessment = with_figures_of(DOWNSIDE)
    assert assessment.answers == example_assessment(Setting.MAINSTREAM).answers
    assert points_before_sending(assessment) == ()
    assert shared_record(assessment).assessment == assessment


def test_example_with_a_school_without_census_says_that_the_roll_is_missing() -> None:
    """Where nothing is published nothing is made up: the check says what lacks."""
    entry = next(entry for entry in load_register() if entry.census is None and entry.name)
    assessment = example_assessment(Setting.MAINSTREAM, entry=entry)
    assert assessment.context.figures == {}
    assert [point.step for point in points_before_sending(assessment)] == ["context"]


def of_phase(phase: str, *, low: int | None = None, high: int | None = None) -> RegisterEntry:
    """An open school of the register with figures, of this phase and, where they are given, these ages."""
    return next(
        entry
        for entry in load_register()
        if entry.phase == phase
        and entry.name
        and entry.census
        and not entry.is_closed
        and entry.age_low is not None
        and (low is None or entry.age_low == low)
        and (high is None or entry.age_high == high)
    )


UNLIKE = {
    "infant": (Setting.MAINSTREAM, "Primary", 4, 7),
    "junior": (Setting.MAINSTREAM, "Primary", 7, 11),
    "middle": (Setting.MAINSTREAM, "Middle", None, None),
    "secondary": (Setting.MAINSTREAM, "Secondary", 11, 16),
    "all-through": (Setting.MAINSTREAM, "All-through", None, None),
    "special": (Setting.SPECIAL, "Special", 11, 16),
    "resourced provision": (Setting.RESOURCED_PROVISION, "Primary", 4, 11),
}
OF_ONE_PHASE = re.compile(
    r"Key Stage|\bYears? (\d|R\b)|Reception\b|nursery|phonics|GCSE|sixth form|primary|secondary|infant|Maths|college",
)


@pytest.mark.parametrize("kind", UNLIKE)
def test_words_for_a_school_unlike_the_invented_one_are_neutral_and_say_so(kind: str) -> None:
    """The ratings are the example's; each text says EXAMPLE and none of what the invented school wrote is left."""
    setting, phase, low, high = UNLIKE[kind]
    made, invented = example_assessment(setting, entry=of_phase(phase, low=low, high=high)), example_assessment(setting)
    texts = [
        text
        for key, text in texts_of(made)
        if key.subject.split(":")[0] in ("theme", "area", "highlight", "priority", "action", "evidence", "document")
        and key.field not in ("owner", "link")
    ]
    written = {text for key, text in texts_of(invented) if len(text) > 20 and not key.subject.startswith("evaluation")}

    assert len(texts) > 100
    assert [text for text in texts if not text.startswith("EXAMPLE:")] == []
    assert written.isdisjoint(texts)
    assert [text for text in texts if OF_ONE_PHASE.search(text) and text not in _of_the_rubric(made)] == []
    ratings = {theme: table[AGREED].rating for theme, table in made.answers.items()}
    assert ratings == {theme: table[AGREED].rating for theme, table in invented.answers.items()}
    assert from_json(to_json(made)) == made


def _of_the_rubric(assessment: Assessment) -> str:
    """What the rubric itself says, of every school that it is for."""
    return "\n".join(
        f"EXAMPLE: {words}\nEXAMPLE: next, {words}\nEXAMPLE: {words}."
        for theme in assessment.rubric.themes()
        for words in (*theme.levels, *theme.look_for, theme.ask, theme.statement)
    )


def test_words_for_a_school_like_the_invented_one_are_those_that_were_written() -> None:
    """A primary school with all years from Reception to Year 6 can be read as one."""
    made = example_assessment(Setting.MAINSTREAM, entry=of_phase("Primary", low=3, high=11))

    assert made.answers == example_assessment(Setting.MAINSTREAM).answers


def test_example_of_a_resourced_provision_has_no_figures_of_its_host() -> None:
    """The census counts the host school: the provision's roll is left open, and the reason is given."""
    entry = of_phase("Primary", low=4, high=11)
    made = example_assessment(Setting.RESOURCED_PROVISION, entry=entry)

    assert made.context.figures == {}
    assert made.school == school_of(entry)
    assert "none for its provision" in made.review.why
    assert "invented" in made.review.why
