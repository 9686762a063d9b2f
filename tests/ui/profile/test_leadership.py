"""The leadership view: what each screen says, how one steps through them, and that it always stays short."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer, DutyAnswer, DutyState, Rating
from sendself.assessment.begin import copy_of
from sendself.assessment.highlights import shown_strengths
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Highlight, Priority
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.assessment.profile import area_duties
from sendself.assessment.words import duty_name
from sendself.context.example import example_assessment
from sendself.report.chapters.wording import EXAMPLE
from sendself.rubric.duty import Setting
from sendself.storage.repository import Repository
from sendself.ui.elements.large import shortened_to_share
from tests.samples import an_evaluation, answered
from tests.ui.conftest import SAM, SCRIPT

Screen = Callable[..., AppTest]


@pytest.fixture
def present(repository: Repository) -> Screen:
    """A way to show an evaluation to a meeting, from the first screen on or from the one that is named."""

    def show(assessment: Assessment, screen: str = "", **address: str) -> AppTest:
        repository.create(SAM, assessment)
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        wanted = {"evaluation": assessment.id, **({"screen": screen} if screen else {}), **address}
        app.query_params.update(wanted)
        app.run()
        app.switch_page("present.py")
        # A page that is opened by its address keeps what the address says.
        app.query_params.update(wanted)
        return app.run()

    return show


def example() -> Assessment:
    """The invented mainstream school, as somebody's own."""
    return copy_of(example_assessment(Setting.MAINSTREAM))


def said(app: AppTest) -> str:
    """All large words of a screen, without their tags."""
    assert not app.exception
    parts = (re.sub(r"<[^>]+>", " ", element.proto.body) for element in app.get("html"))
    return " ".join(unescape(" ".join(parts)).split())


def titles(app: AppTest) -> list[str]:
    """The title of a screen, as it is read."""
    return [title.value.replace("\\", "") for title in app.title]


def labels(app: AppTest) -> list[str]:
    """The buttons that one steps with."""
    return [app.button(key=f"present-{way}").label for way in ("Previous", "Next")]


def rated(rating: Rating, **fields: str) -> Assessment:
    """A small evaluation with one theme rated."""
    return an_evaluation(answers={"teaching.first": answered(rating, **fields)})


def test_first_screen_of_the_example(present: Screen) -> None:
    """Its strengths and the first three priorities, whole or shortened, the rings, and that it is an example."""
    whole = example()
    app = present(whole)
    words = said(app)

    assert titles(app) == ["Linnetfield Primary School (EXAMPLE)"]
    assert words.startswith(f"1 of 9: all areas. {EXAMPLE} Three strengths Co-production with families: A parent")
    assert f"Priorities: the first 3 of 5 {whole.priorities[0].text}" in words
    assert whole.priorities[2].text in words
    assert whole.priorities[3].text[:40] not in words
    assert "Rings: 1 Not yet in place, 2 Developing, 3 Established, 4 Sustained. 46 of 50 themes rated" in words
    assert "What changed" not in words


@pytest.mark.parametrize(
    ("there", "heading"),
    [(1, "One priority"), (2, "Two priorities"), (3, "Three priorities"), (6, "Priorities: the first 3 of 6")],
)
def test_heading_says_how_many_priorities_there_are(present: Screen, there: int, heading: str) -> None:
    """Their true number, and where there are more than a room reads, that these are the first of them."""
    priorities = tuple(Priority(id=str(number), text=f"Do {number}.") for number in range(there))

    assert f"{heading} Do 0." in said(present(rated(2).changed(priorities=priorities)))


def test_heading_says_how_many_strengths_there_are(present: Screen) -> None:
    """One is not called three, and of four that joining brought the first three are named as such."""
    one = (Highlight(id="a", text="Plays."),)
    four = tuple(Highlight(id=str(number), text=f"Sings {number}.") for number in range(4))

    assert "One strength Plays." in said(present(rated(2).changed(id="with-one-1", highlights=one)))
    assert "Strengths: the first 3 of 4 Sings 0." in said(present(rated(2).changed(id="with-four", highlights=four)))


def test_areas_for_development_are_not_called_priorities(present: Screen) -> None:
    """Where no priority is chosen, the lowest themes with words stand there under their own name."""
    words = said(present(rated(2, development="Begin.")))

    assert "One area for development Title of teaching.first: Begin." in words
    assert "riorit" not in words


def test_next_and_previous_lead_through_all_areas_and_round(present: Screen) -> None:
    """Next shows every area in the order of the rubric and ends where it began; Previous leads back from there."""
    whole = example()
    app = present(whole)
    seen = list[str]()
    for _ in whole.rubric.areas:
        app.button(key="present-Next").click().run()
        seen += titles(app)

    assert seen == [area.title for area in whole.rubric.areas]
    assert labels(app) == ["Previous: Resources", "Next: All areas"]
    app.button(key="present-Next").click().run()
    assert titles(app) == [whole.title]
    assert "screen" not in app.query_params
    app.button(key="present-Previous").click().run()
    assert titles(app) == [whole.rubric.areas[-1].title]
    assert said(app).startswith("9 of 9: Provision.")


def test_area_has_counts_ends_and_its_own_summary(present: Screen) -> None:
    """Themes at each level, the highest and the lowest by name, and what the area as a whole says of itself."""
    whole = example()
    words = said(present(whole, "outcomes"))

    assert "4 Sustained 1 ■ 3 Established 3 ■■■ 2 Developing 2 ■■ 1 Not yet in place 0 No level 1 ■" in words
    assert "Highest: 4 Sustained What parents add to progress Lowest: 2 Developing" in words
    assert whole.area_note("outcomes").strengths[:100] in words
    assert "Not met" not in words


def test_area_without_a_summary_has_the_words_of_its_themes(present: Screen) -> None:
    """The highest themes with strengths, and the lowest with areas for development, of this area alone."""
    answers = {
        "teaching.first": answered(4, strengths="Seen by others."),
        "teaching.second": answered(1, development="Begin."),
        "families.first": answered(4, strengths="Elsewhere."),
    }
    words = said(present(an_evaluation(answers=answers), "teaching"))

    assert "Strengths Title of teaching.first: Seen by others." in words
    assert "Areas for development Title of teaching.second: Begin." in words
    assert "Elsewhere" not in words


def test_area_whose_themes_are_all_alike_names_one_end(present: Screen) -> None:
    """Where highest and lowest are the same, it is said once."""
    words = said(present(rated(2), "teaching"))

    assert "Every rated theme: 2 Developing Title of teaching.first" in words
    assert "Lowest" not in words


def test_duties_not_met_stand_on_their_area_and_are_counted_on_the_first_screen(present: Screen) -> None:
    """A duty not met is never averaged away: the first screen counts it, its area names it, harm today comes first."""
    whole = example()
    area = next(one for one in whole.rubric.areas if any(duty.act_now for duty in area_duties(whole, one)[1:]))
    duties = area_duties(whole, area)
    changed = whole.changed(duties={duty.id: DutyAnswer(state=DutyState.NOT_MET) for duty in duties})
    app = present(changed)
    assert f"themes rated, {len(duties)} duties not met." in said(app)
    while titles(app) != [area.title]:
        app.button(key="present-Next").click().run()

    # Whole, however long: "Send no pupil home" without its end would say another thing.
    urgent = [duty_name(duty) for duty in duties if duty.act_now]
    assert f"Not met: {len(duties)} duties Act now. {urgent[0]}" in said(app)
    assert all(f"Act now. {duty}" in said(app) for duty in urgent[:2])
    assert f"and {len(duties) - 2} more" in said(app)


def test_what_changed_is_said_when_there_was_a_last_time(present: Screen) -> None:
    """One sentence with the day of last time."""
    last = LastTime(evaluation="earlier-1", evaluated_on=date(2025, 3, 12), ratings={"teaching.first": 2})

    assert "What changed Since 12 March 2025: 1 theme rose (Title of teaching.first)." in said(
        present(rated(3).changed(last_time=last))
    )


def test_strengths_beside_what_changed_are_not_cut(present: Screen) -> None:
    """One that has no room with its words stands there by its theme, whole."""
    whole = example()
    last = LastTime(ratings={theme.id: 2 for theme in whole.rubric.themes()})
    words = said(present(whole.changed(last_time=last)))

    strengths = words.split("Three strengths")[1].split("Priorities")[0]
    assert "…" not in strengths
    assert all(one.theme and one.theme.title in strengths for one in shown_strengths(whole))


def test_empty_evaluation_says_what_is_missing(present: Screen) -> None:
    """Nothing rated, nothing chosen: sentences that say so on every screen, no radar and no picture to download."""
    app = present(an_evaluation())
    words = said(app)

    assert "Nothing is rated yet. Rate the themes of a focus area: the radar then stands here." in words
    assert "Strengths None is chosen, and no theme is rated 3 or 4" in words
    assert "Priorities None is chosen, and no area for development" in words
    assert "Rings" not in words
    assert not app.get("plotly_chart")
    assert not app.get("download_button")
    app.button(key="present-Next").click().run()
    assert "No theme of this area is rated yet." in said(app)
    assert said(app).count("Nothing is written down yet.") == 2


def test_own_view_is_shown_and_named_as_long_as_nothing_is_agreed(present: Screen) -> None:
    """Rated apart: the screen says whose view it is, shows nobody else's words, and offers no picture of it."""
    apart = an_evaluation(
        way=Way.APART,
        participants=(Participant(id="a", role="SENCO"), Participant(id="b", role="Head", perspective="slt")),
        answers={
            "teaching.first": {
                "senco": Answer(rating=4, strengths="Mine."),
                "slt": Answer(rating=1, development="Theirs."),
            }
        },
    )
    app = present(apart, you="a")
    words = said(app)

    assert "As SENCO sees it: nothing is agreed yet." in words
    assert "Title of teaching.first: Mine." in words
    assert "Theirs" not in words
    assert not app.get("download_button")


def test_long_words_are_cut_at_a_word(present: Screen) -> None:
    """However much is written, every screen stays as short as the longest that fits a window."""
    flood = "somebody wrote and wrote " * 200
    answers = {
        theme.id: {AGREED: Answer(rating=3 if place % 2 else 1, strengths=flood, development=flood)}
        for place, theme in enumerate(example().rubric.themes())
    }
    priorities = tuple(Priority(id=str(number), text=flood) for number in range(5))
    app = present(example().changed(answers=answers, highlights=(), priorities=priorities, area_notes={}))
    ends: list[str] = []
    for _ in range(9):
        assert len(said(app)) < 1200
        ends += re.findall(r"(\w+)…", said(app))
        app.button(key="present-Next").click().run()
    assert len(ends) > 8
    assert set(ends) <= {"wrote", "and", "somebody"}


def test_what_is_written_is_never_markup(present: Screen) -> None:
    """Tags and Markdown that somebody typed are shown as they were typed."""
    typed = '<img src="x" onerror="alert(1)"> **no** & </li>'
    drawn = " ".join(element.proto.body for element in present(rated(4, strengths=typed)).get("html"))

    assert typed in unescape(drawn)
    assert "<img" not in drawn


def test_address_of_an_area_that_is_not_in_the_rubric_shows_all_areas(present: Screen) -> None:
    """A bookmark of another rubric leads to the first screen, and on from there."""
    app = present(rated(3), "no-such-area")

    assert said(app).startswith("1 of 3: all areas.")
    assert labels(app) == ["Previous: families", "Next: teaching"]


def test_picture_for_a_slide_is_offered_with_its_words_on_profile(repository: Repository) -> None:
    """Where something is agreed, Profile offers the picture and the alternative text to copy."""
    whole = example()
    repository.create(SAM, whole)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = whole.id
    app.run()
    app.switch_page("radar.py").run()

    assert [button.proto.label for button in app.get("download_button")] == ["Radar for a slide (PNG)"]
    assert any("Radar of the focus areas, mean level" in code.value for code in app.code)


def test_words_share_the_lines_that_there_are() -> None:
    """What short texts do not need is there for long ones; all together never have more than there is."""
    long, short = "somebody wrote " * 20, "Plays."

    assert shortened_to_share([short, long[:150].strip()], 5) == [short, long[:150].strip()]
    assert shortened_to_share([short, long, short], 8)[1].startswith(long[:180])
    first, second = shortened_to_share([long, long], 6)
    assert first == second
    assert 110 < len(first) < 150
