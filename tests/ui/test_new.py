"""New: who takes part and how they rate is asked, and what is chosen beforehand suffices."""

from streamlit.testing.v1 import AppTest

from sendself.assessment.model import Assessment, Way
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT


def new_page() -> AppTest:
    """New self-evaluation, for a school that was typed."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run().switch_page("new.py").run()
    app.checkbox(key="not-in-register").check().run()
    app.text_input(key="typed-name").set_value("Ash Primary").run()
    assert not app.exception
    return app


def begun(app: AppTest, repository: Repository) -> Assessment:
    """The evaluation that the button begins."""
    app.button(key="begin").click().run()
    assert not app.exception
    (summary,) = repository.summaries(SAM)
    return repository.load(SAM, summary.id).assessment


def way(app: AppTest) -> str:
    """How they rate, as the page has it."""
    return str(next(radio for radio in app.radio if radio.label == "How do you rate the themes?").value)


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
