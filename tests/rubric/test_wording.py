"""The words of the shipped rubrics: each theme says its own, in plain English and today's terms."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from rapidfuzz import fuzz, process

from sendself.rubric.loader import shipped_rubrics
from sendself.rubric.model import LEVELS, Rubric, Theme

RUBRICS = {rubric.id: rubric for rubric in shipped_rubrics()}
NEAR_COPY = 75
"""Percent. rapidfuzz counts the longest common subsequence, so that its ratio is never below the one of difflib."""

FILLER = (
    *("some of the time", "most of the time", "usually", "consistently", "effectively", "embedded", "in order to"),
    *("robust", "rigorous", "rigour", "holistic", "leverage", "stakeholder", "world-class", "outstanding"),
    *("where appropriate", "as appropriate", "a range of", "strive", "passionate", "utilise", "going forward"),
)
OUTDATED = (
    *("raiseonline", "parent partnership", "school action", "statement of special educational needs", "statemented"),
    *("fixed term", "fixed-term", "fixed period", "differentiation", "special needs register", "sen register"),
    *("learning difficulties assessment", "wheelchair-bound", "suffers from"),
    # Programmes end with their money: a level names who does such work, not under which programme.
    *("national leader of", "research school", "teaching school", "maths hub", "english hub", "behaviour hub"),
)


def texts(theme: Theme) -> Iterator[str]:
    """Everything a theme says."""
    yield from (theme.title, theme.statement, theme.ask, *theme.look_for, *theme.levels)


def levels() -> dict[str, str]:
    """All 372 level descriptions by rubric, theme and level."""
    return {
        f"{rubric.id} {theme.id} {level}": theme.level(level)
        for rubric in RUBRICS.values()
        for theme in rubric.themes()
        for level in LEVELS
    }


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.?!])\s+", text)


def near_copies(named: dict[str, str]) -> list[tuple[str, str, int]]:
    """Pairs of texts that are alike or nearly so, with how alike they are in percent."""
    names, found = list(named), list(named.values())
    scores = process.cdist(found, found, scorer=fuzz.ratio, score_cutoff=NEAR_COPY)
    rows, columns = scores.nonzero()
    return [(names[i], names[j], round(scores[i, j])) for i, j in zip(rows, columns, strict=True) if i < j]


def held(phrases: tuple[str, ...]) -> list[tuple[str, str]]:
    """Where one of the phrases stands in a rubric, as whole words."""
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")(?:s|ly)?\b", re.IGNORECASE)
    return [
        (f"{rubric.id} {theme.id}", match.group())
        for rubric in RUBRICS.values()
        for theme in rubric.themes()
        for text in texts(theme)
        for match in pattern.finditer(text)
    ]


@pytest.fixture(params=["mainstream", "specialist"])
def rubric(request: pytest.FixtureRequest) -> Rubric:
    """Each shipped rubric."""
    return RUBRICS[request.param]


def test_levels_are_all_different() -> None:
    """372 descriptions, and none is another or nearly another."""
    assert len(levels()) == 4 * (50 + 43)
    assert near_copies(levels()) == []


def test_statements_and_questions_are_all_different() -> None:
    """No theme of either rubric makes do with the statement or the question of another."""
    said = {f"{rubric.id} {theme.id}": theme for rubric in RUBRICS.values() for theme in rubric.themes()}

    assert near_copies({name: theme.statement for name, theme in said.items()}) == []
    assert near_copies({name: theme.ask for name, theme in said.items()}) == []


def test_near_copy_with_words_swapped_is_found() -> None:
    """The check can fail: a level with two words changed is told as a near copy."""
    text = next(iter(levels().values()))
    copy = re.sub(r"\bpupils\b", "children", text.replace("English", "History"))

    assert copy != text
    assert [pair[:2] for pair in near_copies({"first": text, "second": copy})] == [("first", "second")]


def test_levels_have_room_to_be_concrete() -> None:
    """Each level takes 15 to 60 words: enough to name something one could go and see, short enough to be read."""
    assert {name: len(text.split()) for name, text in levels().items() if not 15 <= len(text.split()) <= 60} == {}


def test_sentences_of_levels_are_short() -> None:
    """No sentence of a level has more than thirty words: it is read by tired people, four times for each theme."""
    said = ((name, sentence) for name, text in levels().items() for sentence in sentences(text))

    assert [(name, sentence) for name, sentence in said if len(sentence.split()) > 30] == []


def test_levels_are_whole_sentences() -> None:
    """Each level begins with a capital letter and ends with a full stop."""
    assert [name for name, text in levels().items() if not re.fullmatch(r"[A-Z].*\.", text, re.DOTALL)] == []


def test_titles_are_short_and_each_its_own() -> None:
    """A title has two to six words, and no two themes share one, of the same rubric or of both."""
    titles = [theme.title for rubric in RUBRICS.values() for theme in rubric.themes()]

    assert [title for title in titles if not 2 <= len(title.split()) <= 6] == []
    assert [title for title, times in Counter(title.lower() for title in titles).items() if times > 1] == []


def test_statement_is_one_sentence_and_question_is_one_question(rubric: Rubric) -> None:
    """A theme is one idea: one sentence of what is true, one question to talk about."""
    for theme in rubric.themes():
        assert re.fullmatch(r"[A-Z][^.?!]*\.", theme.statement), theme.id
        assert re.fullmatch(r"[A-Z][^?]*\?", theme.ask), theme.id
        assert len(theme.statement.split()) <= 40, theme.id


def test_things_to_look_for_are_each_their_own(rubric: Rubric) -> None:
    """No list of things to look at repeats one, in a theme or from another."""
    looked_for = [item.lower() for theme in rubric.themes() for item in theme.look_for]

    assert [item for item, times in Counter(looked_for).items() if times > 1] == []


def test_words_of_no_content_are_not_used() -> None:
    """Nothing is a matter of adverbs, and no phrase fills a line."""
    assert held(FILLER) == []


def test_terms_are_those_of_today() -> None:
    """What was renamed or replaced since the Guide was written has its present name."""
    assert held(OUTDATED) == []


def test_spelling_is_that_of_schools_in_england() -> None:
    """One spelling where there are two."""
    assert held(("learned", "organize", "recognize", "behavior", "program")) == []


def test_search_for_phrases_finds_one() -> None:
    """The check can fail: a phrase that does stand in the rubrics is found, also in capitals and in the plural."""
    assert ("mainstream outcomes.exclusions", "Suspensions") in held(("suspension",))
