"""Agree on screen: who sees what, one click for what all say, gaps and parked themes; without a browser."""

from sendself.assessment.answers import Answer
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.storage.repository import Repository
from tests.ui.agree.agreeing import ONE, OTHER, PEOPLE, TWO, agree, begin, kept, page_words, shown_cards
from tests.ui.conftest import press, save
from tests.ui.pages import labelled


def test_who_has_not_said_who_they_are_sees_no_view(repository: Repository) -> None:
    """Whoever opens the page may be the one who has not rated yet."""
    app = agree(begin(repository, one={"senco": 2, "slt": Answer(rating=4, strengths="His alone.")}), you="")

    assert "I am: SENCO" in [button.label for button in app.button]
    assert shown_cards(app) == []
    assert "His alone." not in page_words(app)


def test_governor_and_parents_who_rate_nothing_block_nothing(repository: Repository) -> None:
    """The difference between SENCO and senior leader is listed, and the page says who is waited for."""
    app = agree(begin(repository, one={"senco": 2, "slt": 4}, two={"senco": 1, "slt": 1}))

    words = page_words(app)
    assert shown_cards(app) == [ONE.title]
    assert "0 agreed, 1 on which all say the same, 1 on which you differ, 0 parked, 48 waiting" in words
    assert "A theme waits for a rating by SENCO and Senior leader." in words
    assert "No theme rated yet: Governor and Parent forum." in words


def test_who_has_not_rated_a_theme_does_not_see_the_views(repository: Repository) -> None:
    """The governor sees the difference on the theme that they rated, and of the other only that there is one."""
    hers = Answer(rating=2, strengths="Hers alone.")
    evaluation = begin(repository, one={"senco": hers, "slt": 4}, two={"senco": 1, "slt": 3, "governor": 3})
    app = agree(evaluation, you="p3")

    assert shown_cards(app) == [TWO.title]
    assert "Hers alone." not in page_words(app)
    assert "1 theme that you have not rated: you see what the others say once you have." in page_words(app)
    assert "Hers alone." in page_words(agree(evaluation, you="p2"))
    assert shown_cards(agree(evaluation)) == [ONE.title, TWO.title]


def test_theme_chosen_by_who_has_not_rated_it_hides_the_views(repository: Repository) -> None:
    """By way of any other theme nobody sees what the others say of one that waits for them."""
    evaluation = begin(repository, one={"senco": Answer(rating=2, strengths="Hers alone.")}, two={"slt": 1})
    app = agree(evaluation, you="p2")
    labelled(app.selectbox, OTHER).select(ONE.id).run()

    assert shown_cards(app) == [ONE.title]
    assert "Hers alone." not in page_words(app)
    assert "Take over" not in " ".join(button.label for button in app.button)


def test_one_click_accepts_what_all_say(repository: Repository) -> None:
    """Rating and everybody's words become the agreed ones; a theme that somebody parked is left for the meeting."""
    evaluation = begin(
        repository,
        one={"senco": Answer(rating=3, strengths="Hers."), "slt": Answer(rating=3, strengths="His.", can_help=True)},
        two={"senco": 2, "slt": Answer(rating=2, parked=True)},
    )
    app = agree(evaluation)
    assert f"- {ONE.title}: 3 Established" in page_words(app)
    app = press(app, "Accept 1 theme on which all say the same")

    assert kept(repository, evaluation) == Answer(rating=3, strengths="Hers.\n\nHis.", can_help=True)
    assert kept(repository, evaluation, TWO).rating is None
    assert shown_cards(app) == [TWO.title]
    assert "Parked for the meeting" in page_words(app)


def test_click_of_who_has_not_rated_accepts_no_words(repository: Repository) -> None:
    """The governor does not read in what is agreed what the others wrote alone."""
    evaluation = begin(
        repository,
        one={"senco": Answer(rating=3, strengths="Hers."), "slt": Answer(rating=3, strengths="His.")},
        two={"senco": Answer(rating=2, strengths="Hers, too."), "slt": 2, "governor": 2},
    )
    app = agree(evaluation, you="p3")
    assert "accepting takes over the level, and no words" in page_words(app)
    app = press(app, "Accept 2 themes on which all say the same")

    assert kept(repository, evaluation) == Answer(rating=3)
    assert kept(repository, evaluation, TWO) == Answer(rating=2, strengths="Hers, too.")
    assert "Hers." not in page_words(app)
    labelled(app.selectbox, OTHER).select(ONE.id).run()
    assert "What the others wrote of this theme is not taken over." in page_words(app)


def test_themes_that_one_click_accepts_are_listed(repository: Repository) -> None:
    """By title for everybody, with the level for those who have rated them."""
    evaluation = begin(repository, one={"senco": 3, "slt": 3}, two={"senco": 2, "slt": 2, "governor": 2})
    app = agree(evaluation, you="p3")

    assert "Accept 2 themes on which all say the same" in [button.label for button in app.button]
    (said,) = [text for text in page_words(app).split("\n- ") if text.startswith(ONE.title)]
    assert said == ONE.title
    assert f"- {TWO.title}: 2 Developing" in page_words(app)


def test_meeting_parks_a_theme(repository: Repository) -> None:
    """It leaves the differences for its own list, and comes back."""
    evaluation = begin(repository, one={"senco": 2, "slt": 4})
    app = agree(evaluation)
    labelled(app.checkbox, f"Park this for later: {ONE.title}").check().run()

    assert kept(repository, evaluation).parked
    assert "Parked for later" in [header.value for header in app.header]
    assert "0 on which you differ, 1 parked" in page_words(app)
    labelled(app.checkbox, f"Park this for later: {ONE.title}").uncheck().run()
    assert "1 on which you differ, 0 parked" in page_words(app)


def test_meeting_goes_on_without_somebody_and_waits_again(repository: Repository) -> None:
    """Gaps are listed by who is missing; nobody is asked to go on without themselves."""
    evaluation = begin(repository, people=PEOPLE[:2], one={"senco": 2}, two={"senco": 3, "slt": 3})
    app = agree(evaluation)
    parts = [part.label for part in app.expander]
    assert "1 theme not rated by Senior leader" in parts
    assert "48 themes not rated by SENCO and Senior leader" in parts
    assert "Go on without: SENCO" not in [button.label for button in app.button]
    press(app, "Go on without: Senior leader")

    assert "0 agreed, 2 on which all say the same, 0 on which you differ, 0 parked, 48 waiting" in page_words(app)
    press(app, "Wait again for: Senior leader")
    assert "1 on which all say the same" in page_words(app)


def test_nothing_rated_says_what_to_do(repository: Repository) -> None:
    """An empty meeting claims no agreement."""
    words = page_words(agree(begin(repository)))

    assert "Rate the focus areas, each of you alone" in words
    assert "no difference left" not in words
    assert "It appears here once two of you have rated the same theme." in words


def test_card_that_somebody_else_settles_stays_with_its_writer(repository: Repository) -> None:
    """Whoever is writing why keeps the card until the page is left, and reads who settled it."""
    evaluation = begin(repository, one={"senco": 1, "slt": 3}, two={"senco": 1, "slt": 2})
    app = agree(evaluation)
    save(repository, evaluation, EntryKey(f"theme:{ONE.id}", AGREED, "rating"), 2)
    app.run()

    assert f"Sam settled “{ONE.title}” just now. It stays here until you leave." in page_words(app)
    labelled(app.text_area, f"Why this level: {ONE.title}").input("Both of us saw it.").run()
    assert kept(repository, evaluation).reason == "Both of us saw it."
    app.switch_page("context.py").run().switch_page("agree.py").run()
    assert "settled" not in page_words(app)


def test_theme_that_is_parked_and_brought_back_is_not_said_to_be_settled_now(repository: Repository) -> None:
    """It was agreed long before."""
    evaluation = begin(repository, one={"senco": 1, "slt": 3, AGREED: Answer(rating=2, parked=True)})
    app = agree(evaluation)
    labelled(app.checkbox, f"Park this for later: {ONE.title}").uncheck().run()

    assert "ettled as" not in page_words(app)
    assert "1 agreed" in page_words(app)


def test_link_to_a_theme_that_is_agreed_opens_its_card(repository: Repository) -> None:
    """As Check and send has it: the theme is chosen under any other theme."""
    evaluation = begin(repository, one={"senco": 1, "slt": 3, AGREED: 2}, two={"senco": 1, "slt": 3})
    app = agree(evaluation)
    app.switch_page("send.py").run().switch_page("agree.py")
    app.query_params["place"] = ONE.id.replace(".", "-")
    app.run()

    assert shown_cards(app) == [TWO.title, ONE.title]
