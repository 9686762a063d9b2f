"""New: the school, who takes part and how they rate is asked, and what is chosen beforehand suffices."""

import pytest
from streamlit.testing.v1 import AppTest

from sendself.assessment.model import Assessment
from sendself.assessment.participants import Way
from sendself.assessment.school import School
from sendself.context.schools.national_phase import national_phases
from sendself.rubric.duty import SchoolKind, Setting
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT
from tests.ui.pages import labelled, new_page, says


def begun(app: AppTest, repository: Repository) -> Assessment:
    """The evaluation that the button begins."""
    app.button(key="begin").click().run()
    assert not app.exception
    (summary,) = repository.summaries(SAM)
    return repository.load(SAM, summary.id).assessment


def way(app: AppTest) -> str:
    """How they rate, as the page has it."""
    return str(next(radio for radio in app.radio if radio.label == "How do you rate the themes?").value)


def test_page_says_what_comes_next_until_a_school_is_named(repository: Repository) -> None:
    """Before a search, and where the school is typed before its name is, a line says what to do and what follows."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run().switch_page("new.py").run()
    assert any(text.startswith("Type a part of the name and press Enter") for text in says(app.caption))
    app.checkbox(key="not-in-register").check().run()
    assert any(text.startswith("Type the name and press Enter") for text in says(app.caption))

    assert not any("press Enter" in text for text in says(new_page().caption))


def test_two_take_part_and_rate_apart_unless_told_otherwise(repository: Repository) -> None:
    """Without a choice of theirs the SENCO and a senior leader rate apart, by role."""
    made = begun(new_page(), repository)

    assert [(person.name, person.role, person.perspective) for person in made.participants] == [
        ("", "SENCO", "senco"),
        ("", "Senior leader", "slt"),
    ]
    assert made.way is Way.APART


def test_names_and_the_way_to_rate_are_kept(repository: Repository) -> None:
    """A name that is typed and the other way to rate stand in the evaluation that begins."""
    app = new_page()
    app.text_input(key="name-p2").set_value("  Rhys \n Owen ").run()
    next(radio for radio in app.radio if radio.label == "How do you rate the themes?").set_value(Way.TOGETHER).run()
    made = begun(app, repository)

    assert [person.name for person in made.participants] == ["", "Rhys Owen"]
    assert made.way is Way.TOGETHER


def test_one_alone_rates_together(repository: Repository) -> None:
    """Where one takes part there is nobody to rate apart from, and the other is not listed."""
    app = new_page()
    assert way(app) == Way.APART
    app.checkbox(key="takes-part-p2").uncheck().run()
    assert way(app) == Way.TOGETHER
    made = begun(app, repository)

    assert [person.role for person in made.participants] == ["SENCO"]
    assert made.way is Way.TOGETHER


def typed(app: AppTest, **boxes: str) -> AppTest:
    """The page after these boxes of the typed school were filled."""
    for name, text in boxes.items():
        app.text_input(key=f"typed-{name.replace('_', '-')}").set_value(text).run()
    assert not app.exception
    return app


def test_typed_school_has_its_particulars(repository: Repository) -> None:
    """What is typed beside the name stands in the evaluation: URN, place, kind, phase and ages."""
    app = typed(new_page(), urn="999 998", postcode="lu48ez", age_low="4", age_high="11", town="Ashby")
    app.text_input(key="typed-local_authority").set_value("Luton").run()
    app.selectbox(key="typed-kind").set_value(SchoolKind.ACADEMY.value).run()
    app.selectbox(key="typed-phase").set_value("Primary").run()

    assert begun(app, repository).school == School(
        urn=999998,
        name="Ash Primary",
        town="Ashby",
        postcode="LU4 8EZ",
        local_authority="Luton",
        phase="Primary",
        kind=SchoolKind.ACADEMY,
        age_low=4,
        age_high=11,
    )


@pytest.mark.parametrize(
    "wrong", [{"urn": "12"}, {"postcode": "L"}, {"age_low": "x"}, {"age_low": "9", "age_high": "4"}]
)
def test_what_cannot_be_right_is_explained_before_it_begins(repository: Repository, wrong: dict[str, str]) -> None:
    """One sentence says what to enter; nothing is begun without it, and emptied boxes go on."""
    app = typed(new_page(), **wrong)
    assert len(app.error) == 1
    assert not [button for button in app.button if button.key == "begin"]

    app = typed(app, **dict.fromkeys(wrong, ""))
    assert len(app.error) == 0
    assert begun(app, repository).school == School(name="Ash Primary")


def test_urn_that_the_register_has_says_so(repository: Repository) -> None:
    """Whoever types the URN of a known school is led back to the register, with its figures."""
    app = typed(new_page(), urn="109567")

    assert "Downside Primary School" in app.warning[0].value


def test_kind_that_is_typed_suggests_what_is_evaluated(repository: Repository) -> None:
    """A special school that was typed begins with the rubric of special schools."""
    app = new_page()
    app.selectbox(key="typed-kind").set_value(SchoolKind.MAINTAINED_SPECIAL.value).run()

    assert begun(app, repository).setting is Setting.SPECIAL


def test_particulars_can_be_given_later(repository: Repository) -> None:
    """About has them all; what cannot be right stays in its box, is explained and is not saved."""
    made = begun(new_page(), repository)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = made.id
    app.run().switch_page("about.py").run()
    for label, text in (("URN", "999998"), ("Age of the youngest pupils", "11"), ("Age of the oldest pupils", "4")):
        labelled(app.text_input, label).input(text).run()
    labelled(app.selectbox, "Phase").set_value("Secondary").run()
    assert says(app.error) == [
        "The youngest pupils (11) cannot be older than the oldest (4). Correct one of the two ages."
    ]
    labelled(app.text_input, "Age of the oldest pupils").input("sixteen").run()
    assert not app.exception
    kept = repository.load(SAM, made.id).assessment

    assert (kept.school.urn, kept.school.phase, kept.school.age_low, kept.school.age_high) == (
        999998,
        "Secondary",
        11,
        4,
    )
    assert any("whole years" in error for error in says(app.error))
    assert national_phases(kept.school, kept.setting) == ("state_funded_secondary",)
    labelled(app.selectbox, "Phase").set_value(None).run()
    assert repository.load(SAM, made.id).assessment.school.phase == ""


def test_wrong_setting_is_mended_by_beginning_again(repository: Repository) -> None:
    """New says that the setting stays; About begins again with another for the same school, and the first stays."""
    app = new_page()
    assert any("This decides the themes, and stays as it is" in text for text in says(app.caption))
    first = begun(app, repository)
    app = app.switch_page("about.py").run()
    labelled(app.selectbox, "What do you evaluate?").select(Setting.SPECIAL).run()
    labelled(app.button, "Begin again with this setting").click().run()

    assert not app.exception
    kept = {one.id: repository.load(SAM, one.id).assessment for one in repository.summaries(SAM)}
    assert kept.pop(first.id) == first
    (made,) = kept.values()
    assert (made.setting, made.rubric.id) == (Setting.SPECIAL, "specialist")
    assert (made.school, made.participants, made.way) == (first.school, first.participants, first.way)
    assert [text for text in says(app.success) if text.startswith("This is a new evaluation.")]
