"""Context on screen: figures folded away until they are looked for, comparisons, and what earlier years say."""

import re
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ElementList

from sendself.assessment.context import Context, Figure
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Review
from sendself.assessment.school import School
from sendself.context.example import example_assessment
from sendself.context.national.figure_year import year_of_figure
from sendself.rubric.duty import Setting
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT, Session, save
from tests.ui.pages import labelled, says

URN = 999_999
COMPLETE = example_assessment(Setting.MAINSTREAM)


def opened(evaluation: Assessment) -> AppTest:
    """The context page of an evaluation."""
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = evaluation.id
    app.run()
    app.switch_page("context.py").run()
    assert not app.exception
    return app


def an_evaluation_of(year: str, **changes: Any) -> Assessment:
    """A complete evaluation of one school, with figures of one year."""
    figures = {name: Figure(value=figure.value, year=year) for name, figure in COMPLETE.context.figures.items()}
    begun = {"id": f"evaluation-{year[:4]}", "example": False, "school": School(urn=URN, name="A School")}
    evaluated = Review(evaluated_on=date(int(year[:4]), 11, 1))
    return COMPLETE.changed(**{**begun, "review": evaluated, "context": Context(figures=figures), **changes})


def told(messages: ElementList[Any], words: str) -> bool:
    """Whether one of the messages says so, its escapes left aside."""
    return any(words in message.replace("\\", "") for message in says(messages))


def headers(app: AppTest) -> list[str]:
    """The headers of the page, in order."""
    return [header.value for header in app.header]


def test_census_has_its_year_once(session: Session) -> None:
    """The foot of the page names the publication with its year, and does not say the year again."""
    app = session("context")
    assert told(app.caption, "england_school_information, 2023/24. Contains")


def test_figures_that_say_more_are_folded_and_saved_as_the_others(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """A need typed in its fold is kept; the folds are closed to begin with."""
    app = session("context")
    folds = [fold for fold in app.expander if fold.label.startswith(("More figures", "Pupils with SEND by"))]
    assert [fold.proto.expanded for fold in folds] == [False, False]

    labelled(app.text_input, "Pupils with autistic spectrum disorder (ASD)").input("7").run()

    assert repository.load(SAM, evaluation.id).assessment.figure("need_asd") == 7


def test_needs_that_are_more_than_the_pupils_are_explained_where_they_stand(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """The sentence stands in the fold, which is open."""
    app = session("context")
    labelled(app.text_input, "Pupils with SEN support").input("8").run()
    labelled(app.text_input, "Pupils with autistic spectrum disorder (ASD)").input("15").run()
    labelled(app.text_input, "Pupils with hearing impairment (HI)").input("6").run()

    fold = next(fold for fold in app.expander if fold.label == "Pupils with SEND by main need")
    assert told(fold.error, "The main needs add up to 21 pupils and EHC plans and SEN support to 20")
    assert fold.proto.expanded


def test_typed_figure_is_of_the_year_that_the_page_shows(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Nothing is saved for looking; the year is said under the figure, and one choice moves all that are typed."""
    app = session("context")
    this_year = labelled(app.selectbox, "School year of the counts").value
    labelled(app.text_input, "Pupils with SEN support").input("58").run()
    assert told(app.caption, f"Typed, for {this_year}.")
    assert repository.load(SAM, evaluation.id).assessment.context.years == {}

    labelled(app.selectbox, "School year of the counts").select("2024/25").run()

    context = repository.load(SAM, evaluation.id).assessment.context
    assert context.years == {"on_roll": "2024/25"}
    assert context.figures["sen_support"] == Figure(value=58)
    assert told(app.caption, "Typed, for 2024/25.")
    assert told(app.caption, "From the DfE's published census, 2023/24.")

    labelled(app.selectbox, "School year of the counts").select(this_year).run()
    assert repository.load(SAM, evaluation.id).assessment.context.years == {}
    assert told(app.caption, f"Typed, for {this_year}.")


def test_published_figure_that_is_changed_is_of_the_typed_year(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """A census figure keeps its year as long as it stands, and loses it with its first change by hand."""
    app = session("context")
    labelled(app.selectbox, "School year of the counts").select("2024/25").run()
    labelled(app.text_input, "Number on roll").input("431").run()
    assessment = repository.load(SAM, evaluation.id).assessment
    assert year_of_figure(assessment, "roll") == "2024/25"
    assert year_of_figure(assessment, "ehc_plans") == "2023/24"


def test_year_chosen_in_two_tabs_shows_both(session: Session, repository: Repository, evaluation: Assessment) -> None:
    """Who has not touched the choice sees the other's; who chose against it is asked."""
    first, second = session("context"), session("context")
    year = "School year of attendance and suspensions"
    labelled(first.selectbox, year).select("2024/25").run()
    labelled(second.selectbox, year).select("2023/24").run()

    assert repository.load(SAM, evaluation.id).assessment.context.years == {"over_a_year": "2024/25"}
    assert any("What you entered is still in the box above" in message for message in says(second.warning))
    next(button for button in second.button if button.label == "Keep mine").click().run()
    assert repository.load(SAM, evaluation.id).assessment.context.years == {"over_a_year": "2023/24"}
    assert labelled(session("context").selectbox, year).value == "2023/24"


def test_sources_are_links_to_their_addresses(repository: Repository) -> None:
    """Under the comparison stands each publication as a link to where its figures are."""
    now = an_evaluation_of("2024/25", school=School(urn=URN, name="A School", phase="Primary"))
    repository.create(SAM, now)
    lists = [text.value for text in opened(now).markdown if text.value.startswith("Sources of the national figures")]
    assert len(lists) == 3
    for numbered in lists:
        assert re.search(r"^1\. \[.+\]\(<https://[^>]+>\), ", numbered, re.MULTILINE)


def test_school_without_a_phase_is_told_where_to_choose_it(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Without a phase nothing is compared: the page leads to the choice, and then the figures stand there."""
    assert told(session("context").info, "Choose the phase of your school in About this evaluation")
    app = session("about")
    labelled(app.selectbox, "Phase").select("Primary").run()
    assert repository.load(SAM, evaluation.id).assessment.school.phase == "Primary"
    app = session("context")
    assert not told(app.info, "Choose the phase")
    assert any(text.value.startswith("Sources of the national figures") for text in app.markdown)


def test_nothing_is_compared_that_was_not_given(session: Session) -> None:
    """Without figures for pupils with SEND, needs and earlier years the page has no empty part."""
    assert headers(session("context")) == [
        "In figures",
        "Beside national figures",
        "Among schools like yours",
        "In words",
    ]


def test_comparisons_are_tables_and_charts_when_asked_for(repository: Repository) -> None:
    """Each part has its table at once, its chart and the words of it only after the switch."""
    now = an_evaluation_of("2026/27")
    repository.create(SAM, now)
    app = opened(now)
    assert {"Pupils with SEND beside others", "Main needs"} <= set(headers(app))
    assert len(app.table) == 3
    assert not told(app.caption, "Main needs, share of pupils")

    for switch in ("Show pupils with SEND beside others as a chart", "Show the main needs as a chart"):
        app = labelled(app.toggle, switch).set_value(True).run()
        assert not app.exception

    assert told(app.caption, "Attendance: pupils with SEND 92.3%")
    assert told(app.caption, "Speech, language and communication needs (SLCN) 34.7%")


def test_earlier_evaluations_of_the_school_make_a_trend(repository: Repository) -> None:
    """Figures of two years stand beside each other under their years, and as a chart."""
    earlier = an_evaluation_of("2025/26")
    fewer = {**earlier.context.figures, "sen_support": Figure(value=50, year="2025/26")}
    now = an_evaluation_of("2026/27")
    for one in (earlier.changed(context=Context(figures=fewer)), now):
        repository.create(SAM, one)

    app = opened(now)
    assert "Over the years" in headers(app)
    app = labelled(app.toggle, "Show the years as a chart").set_value(True).run()

    assert not app.exception
    assert told(app.caption, "Pupils with SEN support: 11.7% in 2025/26, 13.6% in 2026/27.")


@pytest.mark.parametrize(
    "changes",
    [
        {"school": School(urn=URN - 1, name="Another school")},
        {"school": School(name="A School")},
        {"setting": Setting.RESOURCED_PROVISION},
        {"example": True},
    ],
    ids=["another school", "no URN", "another setting", "an example"],
)
def test_other_evaluations_make_no_trend(repository: Repository, changes: dict[str, Any]) -> None:
    """Another school, a provision within the school and an example are not its past."""
    now = an_evaluation_of("2026/27")
    for one in (an_evaluation_of("2025/26", **changes), now):
        repository.create(SAM, one)

    assert "Over the years" not in headers(opened(now))


def in_task_list(app: AppTest) -> str:
    """What the task list says beside Context."""
    labels = [str(link.proto.label) for link in app.get("page_link")]
    return next(label.partition(" — ")[2] for label in labels if label.startswith("Context"))


def test_task_list_says_how_much_of_the_context_is_there(
    session: Session, repository: Repository, evaluation: Assessment
) -> None:
    """Published figures alone are one part of five; figures that contradict each other are to be corrected first."""
    assert in_task_list(session("about")) == "1 of 5 filled in"
    for text in ("senco_qualification", "inspection", "staffing", "priorities"):
        save(repository, evaluation, EntryKey("context", AGREED, f"words.{text}"), "Said.")
    assert in_task_list(session("about")) == "done"
    plans = evaluation.context.figures["ehc_plans"]
    key = EntryKey("context", AGREED, "figures.ehc_plans")
    save(repository, evaluation, key, {"value": 429, "source": "typed", "year": plans.year})
    assert in_task_list(session("about")) == "to correct"
