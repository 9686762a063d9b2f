"""A meeting of several people who rated apart, and its page without a browser."""

from typing import Any

from streamlit.testing.v1 import AppTest

from sendself.assessment.answers import Answer, Rating
from sendself.assessment.begin import new_assessment
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Way
from sendself.rubric.duty import Setting
from sendself.rubric.loader import rubric_for
from sendself.storage.repository import Repository
from tests.ui.conftest import SAM, SCRIPT
from tests.ui.pages import labelled, says

RUBRIC = rubric_for(Setting.MAINSTREAM)
ONE, TWO, THREE, FOUR = RUBRIC.area("monitoring").themes
OTHER = "Settle a theme that not all have rated, or change what you agreed"
PEOPLE = tuple(
    Participant(id=f"p{number}", role=role, perspective=who)
    for number, (role, who) in enumerate(
        (("SENCO", "senco"), ("Head", "slt"), ("Governor", "governor"), ("Parents", "parent-forum")), 1
    )
)


def begin(repository: Repository, *, people: tuple[Participant, ...] = PEOPLE, **said: dict[str, Any]) -> Assessment:
    """An evaluation by these people with what they said of the themes `one` to `four`: a rating or an answer."""
    themes = {"one": ONE, "two": TWO, "three": THREE, "four": FOUR}
    answers = {themes[name].id: {who: _answer(what) for who, what in table.items()} for name, table in said.items()}
    begun = new_assessment(RUBRIC, Setting.MAINSTREAM, way=Way.APART).changed(participants=people, answers=answers)
    repository.create(SAM, begun)
    return begun


def _answer(what: Rating | Answer) -> Answer:
    return what if isinstance(what, Answer) else Answer(rating=what)


def agree(evaluation: Assessment, you: str = "p1") -> AppTest:
    """Agree, as one of the participants sees it; nobody with an empty `you`."""
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["evaluation"] = evaluation.id
    if you:
        app.query_params["you"] = you
    app.run()
    return app.switch_page("agree.py").run()


def kept(repository: Repository, evaluation: Assessment, theme: Any = ONE, who: str = AGREED) -> Answer:
    """An answer as it stands in the database."""
    return repository.load(SAM, evaluation.id).assessment.answer(theme.id, who)


def page_words(app: AppTest) -> str:
    """Everything that the page says."""
    parts = (app.markdown, app.text, app.caption, app.info, app.success, app.subheader, app.header)
    return "\n".join(line.replace("\\", "") for part in parts for line in says(part))


def shown_cards(app: AppTest) -> list[str]:
    """The themes that can be settled now, in order."""
    return [header.value.replace("\\", "") for header in app.subheader]


def settle(app: AppTest, level: Any = 3, theme: Any = ONE) -> AppTest:
    """Choose the level that is agreed on for a theme."""
    return labelled(app.button_group, f"We agree on: {theme.title}").set_value(level).run()  # type: ignore[no-any-return]
