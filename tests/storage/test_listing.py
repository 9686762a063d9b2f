"""The list of evaluations: how far each has come, who changed it last, and in which order they stand."""

from sendself.assessment.answers import Answer, State
from sendself.assessment.begin import copy_of
from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.identifiers import AGREED
from sendself.assessment.model import Assessment
from sendself.assessment.school import School
from sendself.storage.kept import Actor, Change
from sendself.storage.repository import Repository
from tests.storage.conftest import ALEX, empty_evaluation

RATING = EntryKey("theme:outcomes.exclusions", AGREED, "rating")
STRENGTHS = EntryKey("theme:outcomes.exclusions", AGREED, "strengths")


def test_summary_says_what_start_shows(repository: Repository) -> None:
    """The list has the school, the progress in any perspective, and who changed it last and when."""
    made = empty_evaluation().changed(
        school=School(name="Hill School", urn=109567),
        answers={
            "outcomes.exclusions": {"senco": Answer(rating=2), "slt": Answer(rating=3)},
            "outcomes.attendance": {"slt": Answer(rating=State.DONT_KNOW)},
            "families.co-production": {AGREED: Answer(strengths="Words are no rating")},
            "elsewhere.theme": {AGREED: Answer(rating=1)},
        },
    )
    repository.create(ALEX, made)
    repository.save(Actor("Sam Okafor"), made.id, [Change(STRENGTHS, "Calm", 0, "one")])
    (summary,) = repository.summaries(ALEX)
    assert (summary.id, summary.school_name, summary.urn) == (made.id, "Hill School", 109567)
    assert (summary.setting, summary.rubric_id, summary.example) == (made.setting, "mainstream", False)
    assert (summary.rated, summary.themes) == (3, 3)
    assert summary.updated_by == "Sam Okafor"
    assert summary.created_at == made.created_at
    assert summary.updated_at == repository.load(ALEX, made.id).assessment.updated_at


def test_summary_of_an_empty_evaluation_says_who_began_it(repository: Repository, evaluation: Assessment) -> None:
    """With nothing entered yet, the last change is its beginning."""
    repository.create(ALEX, evaluation)
    (summary,) = repository.summaries(ALEX)
    assert (summary.school_name, summary.urn, summary.rated) == ("", None, 0)
    assert (summary.updated_by, summary.updated_at) == ("Alex Morgan", evaluation.created_at)


def test_rating_that_was_taken_back_is_not_counted(repository: Repository, evaluation: Assessment) -> None:
    """A theme whose rating was cleared is not rated any more."""
    repository.create(ALEX, evaluation)
    repository.save(ALEX, evaluation.id, [Change(RATING, 2, 0, "one")])
    repository.save(ALEX, evaluation.id, [Change(RATING, None, 1, "two")])
    assert repository.summaries(ALEX)[0].rated == 0


def test_copy_is_known_by_when_it_was_first_kept(repository: Repository) -> None:
    """Begun at the same moment, the copy was kept later; what is changed in the first one afterwards moves nothing."""
    first = empty_evaluation().changed(school=School(name="A school"))
    repository.create(ALEX, first)
    copy = copy_of(first)
    repository.create(ALEX, copy)
    name = EntryKey("school", AGREED, "name")
    version = repository.load(ALEX, first.id).entries[name].version
    repository.save(ALEX, first.id, [Change(name, "Another name", version, "one")])
    kept = {summary.id: summary for summary in repository.summaries(ALEX)}

    assert kept[first.id].created_at == kept[copy.id].created_at
    assert kept[first.id].kept_at < kept[copy.id].kept_at


def test_list_begins_with_the_latest_change(repository: Repository) -> None:
    """The evaluation that was changed last stands first, whichever was made first."""
    first, second = empty_evaluation(), empty_evaluation()
    for made in (first, second):
        repository.create(ALEX, made.changed(school=School(name="A school")))
    assert [summary.id for summary in repository.summaries(ALEX)] == [second.id, first.id]
    repository.save(ALEX, first.id, [Change(RATING, 2, 0, "one")])
    assert [summary.id for summary in repository.summaries(ALEX)] == [first.id, second.id]
