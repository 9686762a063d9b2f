"""The report says everything that is shared, nothing that is withheld, and its first two pages stay one page each."""

import re
from datetime import date
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings

from sendself.assessment.answers import Answer, AreaNote, DocumentAnswer, DocumentState, DutyAnswer, DutyState, State
from sendself.assessment.begin import SENCO_AND_LEADER
from sendself.assessment.context import Context, Figure
from sendself.assessment.context_texts import CONTEXT_TEXTS
from sendself.assessment.disclosure import SharedRecord, shared_record
from sendself.assessment.disclosure_choice import Disclosure
from sendself.assessment.identifiers import AGREED
from sendself.assessment.items import Evidence, Highlight, Priority, Target
from sendself.assessment.last_time import LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.participants import Participant, Review
from sendself.assessment.profile import binding_duties
from sendself.assessment.report_kinds import ReportKind, shared_for
from sendself.assessment.school import School
from sendself.context.example import example_assessment
from sendself.document.blocks import Document, Heading, LevelMark, Notice, Radar, Table
from sendself.document.layout import lay_out
from sendself.report.formats import Format, document_of, render_report
from sendself.report.record import extract
from sendself.report.self_evaluation import build_report
from sendself.rubric.model import SchoolKind, Setting
from tests.document.pdf_reading import body_text
from tests.document.word_reading import word_text
from tests.planted import CHOICES, LISTS, MODELS, NOT_TEXT, choice_in_words, is_text, planted, texts_of
from tests.report.reading import pages_of, words_of
from tests.samples import a_duty, a_rubric, a_theme, an_area, an_evaluation, answered
from tests.strategies import assessments

BOTH = [Setting.MAINSTREAM, Setting.SPECIAL]
LONG = "Every pupil whose plan says so has the support that it says, in every week of the year. " * 60


def report_on(assessment: Assessment) -> Document:
    """The report on an evaluation, all of which is shared."""
    return build_report(SharedRecord(assessment))


def said_in(assessment: Assessment) -> str:
    """All the words of the report on an evaluation."""
    return words_of(report_on(assessment).blocks)


def crowded(assessment: Assessment) -> Assessment:
    """The evaluation with every box of its first two pages filled to the brim."""
    duties, themes = binding_duties(assessment), tuple(assessment.rubric.themes())
    states = (None, DutyState.NOT_MET, DutyState.NOT_CHECKED)
    ratings = (None, State.DONT_KNOW, State.NOT_LOOKED_AT, 2, 3, 4)
    return assessment.changed(
        school=assessment.school.model_copy(update={"urn": 9_999_999, "trust": "The Merrowdale Trust"}),
        last_time=LastTime(
            evaluation="evaluation-0", evaluated_on=date(2025, 11, 20), ratings={theme.id: 2 for theme in themes}
        ),
        withheld=("what each participant rated alone", "counts that could point to a child", "the evidence list"),
        participants=tuple(
            Participant(id=f"p{n}", name=f"Person Number {n}", role="Assistant headteacher", took_part=n < 6)
            for n in range(12)
        ),
        review=Review(why=LONG, wants_tested=LONG, reviewer="Somebody", reviewer_email="somebody@example.org"),
        highlights=tuple(Highlight(id=f"h{n}", text=LONG, theme=themes[n].id) for n in range(4)),
        priorities=tuple(Priority(id=f"a{n}", text=LONG, themes=(themes[n].id,)) for n in range(7)),
        duties={duty.id: DutyAnswer(state=states[n % 3]) for n, duty in enumerate(duties)},
        answers={
            theme.id: answered(ratings[n % 6], strengths=LONG, development=LONG) for n, theme in enumerate(themes)
        },
    )


@pytest.mark.parametrize("setting", BOTH)
def test_every_theme_stands_once_with_number_and_word(setting: Setting) -> None:
    """Each theme of the rubric is a heading with its level as number and word, or with its state."""
    assessment = example_assessment(setting)
    marks = {
        block.text: block.mark for block in report_on(assessment).blocks if isinstance(block, Heading) and block.mark
    }
    assert list(marks) == [theme.title for theme in assessment.rubric.themes()]
    for theme in assessment.rubric.themes():
        rating = assessment.answer(theme.id).rating
        if isinstance(rating, int):
            assert marks[theme.title] == LevelMark(rating, assessment.rubric.level_name(rating))
        else:
            assert marks[theme.title] == LevelMark(None, "Don't know yet")


@pytest.mark.parametrize("setting", BOTH)
def test_every_word_of_the_example_is_printed(setting: Setting) -> None:
    """Whatever the school wrote stands in the report."""
    assessment = example_assessment(setting)
    said = said_in(assessment)
    for _, text in texts_of(assessment):
        assert on_page(text.rstrip(".")) in said


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(assessments())
def test_every_word_of_any_evaluation_is_printed(assessment: Assessment) -> None:
    """Nothing that was written travels inside the PDF without standing on its pages."""
    said = said_in(assessment).casefold()
    for key, text in texts_of(assessment):
        # A figure that this version knows nothing of has no name to print it under.
        if key.field != "figures.of_a_later_version":
            assert on_page(text).casefold() in said, key


@pytest.mark.parametrize("disclosure", CHOICES, ids=choice_in_words)
def test_what_travels_stands_on_the_pages(disclosure: Disclosure) -> None:
    """Every text of the record inside is on the pages of the PDF and of the Word copy, whatever the school lets leave.

    The texts are found from the fields of the record, so that a new field cannot travel unseen.
    """
    shared = shared_record(planted(), disclosure)
    texts = dict(texts_of(shared.assessment))
    pdf = render_report(shared, ReportKind.FULL, Format.PDF, pdf_name="report.pdf")
    assert extract(pdf) == shared.assessment
    word = render_report(shared, ReportKind.FULL, Format.WORD, pdf_name="report.pdf")
    for said in ("".join(body_text(pdf).split()), "".join(word_text(word).split())):
        assert [key.text for key, text in texts.items() if "".join(text.split()) not in said] == []


def test_every_text_is_planted() -> None:
    """What the test above looks for is in every field that holds text, and nothing that was typed counts as no text."""
    there = {(key.subject.partition(":")[0], key.field) for key, _ in texts_of(planted())}
    for kind, model in MODELS.items():
        for name, field in model.model_fields.items():
            assert not is_text(field) or (kind, name) in there
            assert not is_text(field) or (kind, name) not in NOT_TEXT
    assert {name for kind, name in there if kind == "context"} >= {f"words.{text.id}" for text in CONTEXT_TEXTS}


def on_page(text: str) -> str:
    """A text with each run of white space as one space, as `words_of` has it."""
    return " ".join(text.split())


def test_first_page_says_who_when_why_and_how_many() -> None:
    """School, people present and absent, date, reason, and figures with their year stand on page 1."""
    first = words_of(pages_of(report_on(example_assessment(Setting.MAINSTREAM)))[0])
    for words in (
        "Linnetfield Primary School (EXAMPLE)",
        "Community school, primary, ages 4 to 11",
        "Setting: Mainstream school",
        "local authority: Merrowdale",
        "20 November 2026, rated together",
        "Took part: Priya Nair, SENCO; Owen Hughes, Deputy headteacher; Margaret Ellis, SEND governor",
        "Did not take part: Tomasz Zieliński, Chair of the parent forum",
        "The SENCO is in a second year",
        "What the school wants the reviewer to test",
        "2026/27 | Number on roll: 428; pupils with an EHC plan: 14 of 428 (3.3%)",
        "2025/26 | Attendance of all pupils: 94.6%",
        "carries the evaluation as data",
        "EXAMPLE: the ratings are invented",
    ):
        assert words in first


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(4, 11, "ages 4 to 11"), (16, None, "ages 16 and over"), (None, 11, "ages up to 11"), (None, None, "Academy")],
)
def test_first_page_says_what_was_typed_of_the_school(low: int | None, high: int | None, words: str) -> None:
    """A school that is not in the register has URN, type, phase, ages, place and trust there, as far as given."""
    school = School(
        name="Ash Primary",
        urn=999998,
        postcode="LU4 8EZ",
        local_authority="Luton",
        trust="Ash Trust",
        phase="Primary",
        kind=SchoolKind.ACADEMY,
        age_low=low,
        age_high=high,
    )
    first = words_of(pages_of(report_on(an_evaluation(school=school)))[0])

    for said in ("URN: 999998", words, "primary", "LU4 8EZ, local authority: Luton", "Trust: Ash Trust"):
        assert said in first


def test_second_page_is_the_summary() -> None:
    """Counts, radar, three strengths with evidence, priorities, duties and what is not known stand on page 2."""
    assessment = example_assessment(Setting.MAINSTREAM)
    second = pages_of(report_on(assessment))[1]
    said = words_of(second)
    for words in (
        "Focus area | 1 | 2 | 3 | 4 | No level | Mean | Lowest theme",
        "Outcomes | 0 | 2 | 3 | 1 | 1 | 2.8 (6 of 7) | ",
        "Three strengths | Evidence",
        "A parent forum five years old wrote the pupil profile",
        "Forum notes 2021-26",
        "1 | Decide where assistants work",
        "5 | Have SENCO and headteacher read",
        "Not met: 1 duty | Tell all who teach or support a pupil",
        "Not checked: 4 duties | ",
        "Not known yet: 4 themes | ",
    ):
        assert words in said
    assert [len(block.rows) for block in second if isinstance(block, Table)] == [8, 3, 5, 3]


def test_radar_says_its_numbers_in_words() -> None:
    """Whoever cannot see the radar hears the same numbers, with the highest and the lowest."""
    (radar,) = (block for block in report_on(example_assessment(Setting.SPECIAL)).blocks if isinstance(block, Radar))
    assert radar.axes[0] == "Outcomes"
    assert radar.rings == ("Not yet in place", "Developing", "Established", "Sustained")
    assert "Outcomes 2.8 from 6 of 6 themes" in radar.alt
    assert "Highest: Teaching. Lowest: Resources. Aimed for: Outcomes " in radar.alt


@pytest.mark.parametrize("setting", BOTH)
@pytest.mark.parametrize("full", [False, True], ids=["example", "crowded"])
def test_first_two_pages_stay_one_page_each(setting: Setting, full: bool) -> None:
    """Cover and summary are shortened so that the contents are page 3, however much was written."""
    assessment = example_assessment(setting)
    laid = lay_out(report_on(crowded(assessment) if full else assessment))
    pages = {bookmark.text: bookmark.page + 1 for bookmark in laid.bookmarks}
    assert pages["The profile: themes at each level"] == 2
    assert pages["Contents"] == 3
    assert pages["The school in context"] == 4 or (full and pages["The school in context"] == 5)


def test_what_was_shortened_stands_in_full() -> None:
    """Long reasons, strengths and priorities are cut on the first pages with an ellipsis and whole further on."""
    document = report_on(crowded(example_assessment(Setting.MAINSTREAM)))
    first, second, _, third = (words_of(page) for page in pages_of(document)[:4])
    whole = " ".join(LONG.split())
    assert whole not in first + second
    assert "…" in first
    assert "…" in second
    assert third.count(whole) == 6
    assert "Strengths: the first 3 of 4 | Evidence" in second
    assert "Priorities: the first 5 of 7" in second
    plan = words_of(document.blocks).partition("\nThe plan\n")[2]
    assert plan.count(whole) == 7


def test_page_with_room_cuts_nothing() -> None:
    """What is longer than a few lines stands whole on the first two pages while they have room, and only there."""
    example = example_assessment(Setting.MAINSTREAM)
    why, wish = "Why we ask ourselves this now. " * 15, "Whether it holds in every class. " * 10
    assessment = example.changed(review=example.review.model_copy(update={"why": why, "wants_tested": wish}))
    document = report_on(assessment)
    pages = pages_of(document)
    assert on_page(why) in words_of(pages[0])
    assert on_page(wish) in words_of(pages[0])
    assert "…" not in words_of(pages[0])
    for text in (*(one.text for one in assessment.highlights), *(one.text for one in assessment.priorities)):
        assert on_page(text) in words_of(pages[1])
    assert words_of(document.blocks).count(on_page(why)) == 1


def test_people_without_room_are_counted() -> None:
    """No name is cut and nobody left out unsaid: who has no room on the first page is counted, and named further on."""
    people = [f"Person Number {n}, Assistant headteacher" for n in range(40)]
    taking_part = tuple(
        Participant(id=f"p{n:02}", name=f"Person Number {n}", role="Assistant headteacher") for n in range(40)
    )
    crowd = crowded(example_assessment(Setting.MAINSTREAM)).changed(participants=taking_part)
    document = report_on(crowd)
    first, rest = (words_of(blocks) for blocks in (pages_of(document)[0], pages_of(document)[3]))
    found = re.search(r"Took part: (.*); and ([0-9]+) more", first)
    assert found
    named = found[1].split("; ")
    assert named == people[: len(named)]
    assert len(named) + int(found[2]) == len(people)
    assert "; ".join(people) in rest


def test_roles_without_a_name_are_said_to_be_nobody_named() -> None:
    """Nobody takes two roles for people who took part; where names stay at home on purpose, that is said instead."""
    roles = an_evaluation(participants=SENCO_AND_LEADER)
    named = roles.changed(participants=(Participant(id="p1", name="Ann Lee", role="SENCO"),))

    assert "Took part: SENCO; Senior leader (nobody is named)" in said_in(roles)
    assert "nobody is named" not in said_in(named)
    hidden = shared_record(named.changed(disclosure=Disclosure(names="roles")))
    assert "nobody is named" not in words_of(build_report(hidden).blocks)


def test_first_page_holds_the_figures_below_the_longest_names() -> None:
    """A school's name and trust of nearly 200 letters are cut there beside all else, and stand whole later."""
    name, trust = "Ash " * 43 + "Hill", "Trust " * 29 + "of all"
    full = crowded(example_assessment(Setting.MAINSTREAM))
    long = full.changed(school=full.school.model_copy(update={"name": name, "trust": trust}))
    document = report_on(long)
    pages = {bookmark.text: bookmark.page + 1 for bookmark in lay_out(document).bookmarks}
    first, *rest = (words_of(blocks) for blocks in pages_of(document))

    assert (pages["The school in figures"], pages["The profile: themes at each level"]) == (1, 2)
    assert trust not in first
    assert name in " ".join(rest)
    assert trust in " ".join(rest)


def test_empty_evaluation_is_a_whole_report() -> None:
    """With nothing answered every part says so, and none is left out."""
    said = said_in(an_evaluation())
    for words in (
        "School not named yet",
        "The school has not said why it evaluates now.",
        "None given yet.",
        "None chosen, and no theme is rated 3 or 4 with its strengths written down.",
        "The school has not chosen its priorities yet.",
        "Not answered | 4 themes not rated.",
        "The school has not given its context yet.",
        "None of the 2 themes has a level yet.",
        "Title of teaching.first [Not rated]",
        "these are not inspection grades",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("not_applicable", "not_applicable", "has a level: 2 not applicable."),
        ("dont_know", "not_looked_at", "has a level: 1 not known yet and 1 not looked at this time."),
        ("not_applicable", None, "has a level: 1 not applicable and 1 not rated yet."),
    ],
)
def test_area_without_a_level_says_why(first: str, second: str | None, words: str) -> None:
    """What does not apply is not to come yet; only what is not answered may still get a level."""
    said = {"teaching.first": answered(first, reason="None here."), "teaching.second": answered(second)}

    assert f"None of the 2 themes {words}" in said_in(an_evaluation(answers=said))


def test_highest_ratings_lead_where_the_school_chose_none() -> None:
    """Without strengths of its own choice the report takes the best evidenced, and says that it did."""
    assessment = an_evaluation(
        answers={
            "teaching.first": answered(3, strengths="Taught well."),
            "teaching.second": answered(2, strengths="Not yet high."),
            "families.first": answered(4, strengths="Known far and wide."),
            "families.second": answered(4),
        }
    )
    second = words_of(pages_of(report_on(assessment))[1])
    assert "Title of families.first: Known far and wide. | Seen\nTitle of teaching.first: Taught well. | Seen" in second
    assert "Not yet high" not in second
    assert "has not chosen these itself" in second


def test_harmful_duty_not_met_says_what_to_do_now() -> None:
    """Where a duty not met means harm today, its theme carries a notice, and the levels do not hide it."""
    duty = a_duty("no-sending-home", act_now="Stop today and tell the governors.")
    rubric = a_rubric([an_area("teaching", a_theme("teaching.first", duty.id))], [duty])
    assessment = an_evaluation(
        rubric, answers={"teaching.first": answered(4)}, duties={duty.id: DutyAnswer(state=DutyState.NOT_MET)}
    )
    notices = [block for block in report_on(assessment).blocks if isinstance(block, Notice)]
    assert [(notice.text, notice.tone) for notice in notices] == [("Stop today and tell the governors.", "act")]


def test_each_participants_view_is_printed_only_when_shared() -> None:
    """What one participant rated alone is printed by the school's choice, of those who take part."""
    assessment = an_evaluation(
        participants=(Participant(id="a", perspective="slt"),),
        answers={
            "teaching.first": {
                AGREED: Answer(rating=2, reason="We met."),
                "slt": Answer(rating=3, development="Secret doubt."),
            }
        },
        area_notes={"teaching": {"slt": AreaNote(strengths="Secret pride.")}},
    )
    hidden = words_of(build_report(shared_record(assessment)).blocks)
    shown = words_of(build_report(shared_record(assessment, Disclosure(private_ratings=True))).blocks)
    assert "Secret" not in hidden
    assert "Senior leader: 3 Established. Secret doubt." in shown
    assert "Secret pride." in shown
    left = shared_record(assessment.changed(participants=()), Disclosure(private_ratings=True))
    assert "Secret" not in words_of(build_report(left).blocks)


@pytest.mark.parametrize(
    ("disclosure", "secrets"),
    [
        (Disclosure(names="roles"), ["Ada Secret"]),
        (
            Disclosure(notes="levels"),
            ["Secret strengths", "Secret evidence", "Secret note", "Secret words", "Secret why"],
        ),
        (Disclosure(), ["Secret alone"]),
        (Disclosure(small_counts="hide"), ["3 of 217"]),
    ],
    ids=["names", "notes", "private ratings", "small counts"],
)
def test_withheld_words_are_neither_on_the_pages_nor_inside(disclosure: Disclosure, secrets: list[str]) -> None:
    """What the school keeps back is in no block and not in the attached record; the report says that it is left out."""
    assessment = an_evaluation(
        school=School(name="A School"),
        participants=(Participant(id="p1", name="Ada Secret", role="SENCO"),),
        review=Review(why="Secret why"),
        context=Context(
            figures={"roll": Figure(value=217), "ehc_plans": Figure(value=3)}, words={"staffing": "Secret words"}
        ),
        answers={
            "teaching.first": {
                AGREED: Answer(rating=3, strengths="Secret strengths", evidence="Secret evidence"),
                "senco": Answer(rating=1, strengths="Secret alone"),
            }
        },
        area_notes={"teaching": {AGREED: AreaNote(strengths="Secret note")}},
    )
    open_report = report_on(assessment)
    document = build_report(shared_record(assessment, disclosure))
    assert document.attachment
    inside = document.attachment.data.decode()
    for secret in secrets:
        assert secret in words_of(open_report.blocks)
        assert secret not in words_of(document.blocks)
        assert secret not in inside
    assert "Left out on purpose: " in words_of(document.blocks)
    assert '"value": 3' not in inside


def test_example_is_marked_throughout() -> None:
    """An example is marked in title, running title and watermark; a school's own evaluation in none of them."""
    example = report_on(example_assessment(Setting.MAINSTREAM))
    own = report_on(example_assessment(Setting.MAINSTREAM).changed(example=False))
    assert example.watermark == "EXAMPLE"
    assert "EXAMPLE" in example.title
    assert "EXAMPLE" in example.running_title
    assert own.watermark == ""
    assert "EXAMPLE" not in words_of(own.blocks) + own.title + own.running_title


def test_not_applicable_asks_for_its_reason() -> None:
    """Not applicable is printed with its reason, or with the fact that none is given."""
    assessment = an_evaluation(
        answers={
            "teaching.first": {AGREED: Answer(rating=State.NOT_APPLICABLE, reason="We have no sixth form.")},
            "teaching.second": {AGREED: Answer(rating=State.NOT_APPLICABLE)},
        }
    )
    said = said_in(assessment)
    assert "Title of teaching.first [Not applicable]" in said
    assert "We have no sixth form." in said
    assert "No reason given." in said


def test_since_last_time_says_levels_then_and_now() -> None:
    """Each theme that moved stands with both levels and its target then, those that stayed in a line; the radar too."""
    rubric = a_rubric(
        [
            an_area(name, a_theme(f"{name}.first"), a_theme(f"{name}.second"))
            for name in ("teaching", "families", "trips")
        ]
    )
    last = {"teaching.first": 1, "teaching.second": 3, "families.first": 2, "families.second": 2, "gone.theme": 4}
    now = {"teaching.first": 3, "teaching.second": 2, "families.first": 2, "families.second": 2}
    assessment = an_evaluation(
        rubric,
        answers={theme: answered(level) for theme, level in now.items()},
        targets={"families.first": Target(level=4)},
        last_time=LastTime(
            evaluation="evaluation-0",
            evaluated_on=date(2025, 11, 20),
            ratings=last,
            targets={"teaching.first": 2, "families.second": 3},
        ),
    )
    said = said_in(assessment)
    for words in (
        "Since 20 November 2025: 1 theme rose, 1 theme fell and 2 themes stayed where they were.",
        "Title of teaching.first | 1 Not yet in place | 3 Established | 2 Developing: reached",
        "Title of teaching.second | 3 Established | 2 Developing | –",
        "Title of families.second | 2 Developing | 2 Developing | 3 Established: not reached yet",
        "Stayed at 2 Developing: Title of families.first.",
        "1 theme of last time is asked no more.",
        "Last time, 20 November 2025: teaching 2.0 and families 2.0. Aimed for: teaching 2.5 and families 3.0.",
    ):
        assert words in said
    (radar,) = (block for block in report_on(assessment).blocks if isinstance(block, Radar))
    assert [series.filled for series in radar.series] == [True, False, False]


def test_first_evaluation_has_no_chapter_about_last_time() -> None:
    """Where nothing came before, nothing is said of it."""
    assert "Since last time" not in said_in(example_assessment(Setting.MAINSTREAM))


def test_views_that_leave_are_lines_beside_what_is_agreed() -> None:
    """Each view has a line and its numbers; what is agreed alone is filled; without the school's word none is there."""
    rubric = a_rubric([an_area(name, a_theme(f"{name}.first")) for name in ("teaching", "families", "trips")])
    assessment = an_evaluation(
        rubric,
        answers={
            "teaching.first": {AGREED: Answer(rating=3), "slt": Answer(rating=4), "senco": Answer(rating=2)},
            "families.first": {"senco": Answer(rating=1)},
        },
        participants=(Participant(id="a", perspective="slt"), Participant(id="b", perspective="senco")),
    )
    shown = build_report(shared_record(assessment, Disclosure(private_ratings=True)))
    radar = [block for block in shown.blocks if isinstance(block, Radar)][-1]
    assert [(one.name, one.values, one.filled) for one in radar.series] == [
        ("Agreed", (3, None, None), True),
        ("Senior leader", (4, None, None), False),
        ("SENCO", (2, 1, None), False),
    ]
    assert "Area teaching | 3.0 (1 of 1) | Senior leader 4.0 (1 of 1); SENCO 2.0 (1 of 1)" in words_of(shown.blocks)
    assert "Each view by itself" not in words_of(build_report(shared_record(assessment)).blocks)


def test_theme_names_the_evidence_that_it_rests_on() -> None:
    """The documents and items that a theme refers to stand with it by title, and a strength that names no other too."""
    refs = ("document:provision-map", "evidence:walks")
    assessment = an_evaluation(
        answers={"teaching.first": {AGREED: Answer(rating=3, strengths="Calm.", evidence_refs=refs)}},
        documents={"provision-map": DocumentAnswer(state=DocumentState.ENCLOSED, link="Shared drive")},
        evidence=(Evidence(id="walks", title="Learning walks"),),
    )
    said = said_in(assessment)
    assert "Rests on: Provision map; Learning walks." in said
    assert "Title of teaching.first: Calm. | Provision map; Learning walks" in said
    assert "Provision map | Enclosed | – | Shared drive" in said
    assert "14 documents have no answer yet." in said
    assert "Learning walks | – | – | – | Title of teaching.first" in said


SAYS_NOTHING_WAS_WRITTEN = (
    "has not said why",
    "No strength is chosen",
    "None chosen",
    "No priority is chosen",
    "has not chosen its priorities",
    "No reason given",
    "has not given its context",
    "no action is planned",
    "not put into words",
    "what it is proud of",
    "has not said yet which documents",
    "not named",
)


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind is not ReportKind.FORM])
@pytest.mark.parametrize("evidence", LISTS)
def test_what_was_left_out_is_not_called_missing(kind: ReportKind, evidence: Literal["list", "none"]) -> None:
    """With levels only no report says that the school wrote or chose nothing; each says what was left out."""
    chosen = planted().changed(disclosure=Disclosure(notes="levels", evidence=evidence))
    said = words_of(document_of(shared_for(chosen, kind), kind, Format.PDF).blocks)
    assert [words for words in SAYS_NOTHING_WAS_WRITTEN if words.lower() in said.lower()] == []
    assert re.search("Left out on purpose: .*what was written", said)
    assert ("the evidence list" in said) is (evidence == "none")


def test_evidence_list_that_is_left_out_is_not_called_missing() -> None:
    """Without the evidence list its chapter is gone, and no strength is said to rest on nothing."""
    said = words_of(build_report(shared_record(planted(), Disclosure(evidence="none"))).blocks)
    assert "Left out on purpose: the evidence list" in said
    assert "What the school has prepared" not in said
    assert "Rests on" not in said
    assert "not named" not in said


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("assessment", [an_evaluation(), planted()], ids=["empty", "full"])
def test_every_column_of_a_table_has_a_name(kind: ReportKind, assessment: Assessment) -> None:
    """Whoever hears a table hears what each column is."""
    open_for_all = assessment.changed(disclosure=Disclosure(private_ratings=True))
    tables = [b for b in document_of(shared_for(open_for_all, kind), kind, Format.PDF).blocks if isinstance(b, Table)]
    assert [table.header for table in tables if not all(table.header)] == []
