"""Last time on screen: beside a theme, in the profile and in the plan."""

import streamlit as st

from sendself.assessment.english import counted
from sendself.assessment.last_time import RestsOn
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.before import last_time_in_words
from sendself.assessment.over_time.earlier_means import Means, aimed_means, earlier_means, mean_in_words
from sendself.assessment.over_time.moves import Move, move_in_words, moves, moves_in_words, reached_in_words, what_moved
from sendself.assessment.profile import profile
from sendself.assessment.words import rating_in_words
from sendself.rubric.model import Theme
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain
from sendself.ui.elements.tables import table_of_markdown
from sendself.ui.elements.told_apart import told_apart


def theme_last_time(editor: Editor, theme: Theme) -> None:
    """What a theme was rated last time. It is shown, and never filled in."""
    if words := last_time_in_words(editor.assessment, theme.id):
        st.markdown(f"**{plain(words)}**")


def since_last_time(editor: Editor) -> None:
    """What rose, fell and stayed, in words and theme by theme; nothing where there was no last time."""
    assessment = editor.assessment
    words = moves_in_words(assessment)
    if not words:
        return
    st.header("Since last time", anchor=False)
    st.markdown(plain(words))
    found = moves(assessment)
    _group(assessment, "Rose", found.rose)
    _group(assessment, "Fell", found.fell)
    _group(assessment, "Stayed", found.stayed)
    _group(assessment, "Not known then, with a level now", found.now_known)
    _group(assessment, "Not rated then, with a level now", found.newly_rated)
    _group(assessment, "Without a level this time", found.no_level_now)


def moved_part(editor: Editor) -> None:
    """Then, now and what was aimed for, for each theme that moved or was to move; nothing without a last time."""
    assessment, rubric = editor.assessment, editor.assessment.rubric
    words = moves_in_words(assessment)
    if not words:
        return
    st.header("What moved since last time", anchor=False)
    st.markdown(plain(words))
    rows = [
        {
            "Theme": plain(move.theme.title),
            "Then": plain(rating_in_words(rubric, move.then)),
            "Now": plain(rating_in_words(rubric, move.now)),
            "Aimed for": plain(rating_in_words(rubric, move.target)) if move.target else "–",
            "Reached": reached_in_words(move),
        }
        for move in what_moved(assessment)
    ]
    if rows:
        table_of_markdown(rows, alt="The themes that moved, and the levels aimed for then")


def means_over_time(editor: Editor) -> None:
    """The lines of the radar that are not of today, in numbers; nothing where there are none."""
    assessment = editor.assessment
    others = [*earlier_means(assessment), *([aimed_means(assessment)] if assessment.targets else [])]
    if not others:
        return
    now = profile(assessment)
    rests_on = tuple(RestsOn(rated=area.rated, themes=area.total) for area in now)
    columns = [Means("Now", tuple(area.mean for area in now), rests_on), *others]
    # Two evaluations may be of one day.
    names = told_apart({str(place): line.name for place, line in enumerate(columns)})
    rows = [
        {"Focus area": plain(area.short)}
        | {
            names[str(place)]: mean_in_words(line.means[number], line.rests_on[number])
            for place, line in enumerate(columns)
        }
        for number, area in enumerate(assessment.rubric.areas)
    ]
    table_of_markdown(rows, alt="Means of the focus areas now and at other times")
    st.caption("In brackets: how many themes had a level, of how many.")


def _group(assessment: Assessment, name: str, some: tuple[Move, ...]) -> None:
    if some:
        with st.expander(f"{name}: {counted(len(some), 'theme')}", key=f"moves-{name}"):
            st.markdown("\n".join(f"- {plain(move_in_words(assessment, move))}" for move in some))
