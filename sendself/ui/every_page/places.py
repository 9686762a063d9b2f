"""Places on a page: each theme of a focus area has one, and a link leads to it, from the same page or from another."""

from collections.abc import Iterator

from streamlit.delta_generator import DeltaGenerator

from sendself.assessment.english import counted
from sendself.assessment.progress import ThemeState, area_progress, theme_state
from sendself.rubric.model import FocusArea, Theme
from sendself.ui.editor import Editor
from sendself.ui.elements.plain import plain

PLACE = "place"
"""What the address calls the place of the page to go to (see `keep_typing`)."""


def anchor_of(theme: Theme) -> str:
    """The id of a theme's heading on the page of its area."""
    return theme.id.replace(".", "-")


def theme_list(slot: DeltaGenerator, editor: Editor, area: FocusArea) -> None:
    """How far the area has come, and each of its themes with its state and a way to it."""
    done = area_progress(editor.assessment, area, editor.perspective)
    parked = f" {counted(done.parked, 'theme is', 'themes are')} parked for later." if done.parked else ""
    agreed = f" {counted(done.agreed, 'of them is', 'of them are')} agreed already." if done.agreed else ""
    said = f"**{done.answered} of {counted(done.total, 'theme')} answered.**{agreed}{parked}"
    slot.markdown("\n".join((said, "", *_lines(editor, area))))


def _lines(editor: Editor, area: FocusArea) -> Iterator[str]:
    for number, theme in enumerate(area.themes, 1):
        state = theme_state(editor.assessment, theme, editor.perspective)
        yield f"{number}. {_link(theme)} — {state}"


def next_to_answer(editor: Editor, area: FocusArea) -> str:
    """How many themes of the area are answered, and a way to the first that is not, for the foot of its page."""
    done = area_progress(editor.assessment, area, editor.perspective)
    said = f"{done.answered} of {done.total} answered"
    waiting = (
        theme for theme in area.themes if theme_state(editor.assessment, theme, editor.perspective) is ThemeState.TO_DO
    )
    theme = next(waiting, None)
    return f"{said}. [Go to the next one](#{anchor_of(theme)})" if theme else said


def _link(theme: Theme) -> str:
    return f"[{plain(theme.title)}](#{anchor_of(theme)})"
