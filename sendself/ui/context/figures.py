"""The figures of the context as boxes: the main ones first, the others and the needs where they are looked for."""

import streamlit as st

from sendself.assessment.figures import impossible_figures
from sendself.assessment.measure import Measure
from sendself.assessment.measures import measures_for
from sendself.ui.context.figure_fields import figure_field, years_part
from sendself.ui.editor import Editor

_FOLDED = {
    "more": "More figures: free school meals, pupil premium, persistent absence, pupils suspended",
    "needs": "Pupils with SEND by main need",
}


def figures_part(editor: Editor) -> None:
    """Every figure that the setting is asked for; numbers that cannot both be right say so where they stand."""
    assessment = editor.assessment
    problems = {problem.measure: problem.message for problem in impossible_figures(assessment.context)}
    groups: dict[str, list[Measure]] = {}
    for measure in measures_for(assessment.setting):
        groups.setdefault(measure.group, []).append(measure)
    years_part(editor)
    _boxes(editor, groups.pop("main"), problems)
    for group, measures in groups.items():
        wrong = any(measure.id in problems for measure in measures)
        with st.expander(_FOLDED[group], expanded=wrong, key=f"figures-{group}-{editor.id}"):
            _boxes(editor, measures, problems)


def _boxes(editor: Editor, measures: list[Measure], problems: dict[str, str]) -> None:
    for pair in (measures[place : place + 2] for place in range(0, len(measures), 2)):
        for column, measure in zip(st.columns(2), pair, strict=False):
            with column:
                figure_field(editor, measure, problem=problems.get(measure.id))
