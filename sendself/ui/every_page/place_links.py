"""Ways to where something is written: a step of the open evaluation, and on the page of an area one of its themes."""

from sendself.ui.elements.ways import way_to
from sendself.ui.every_page.address import address_of
from sendself.ui.every_page.frame import open_editor, step_called
from sendself.ui.every_page.journey import Step
from sendself.ui.every_page.places import PLACE, anchor_of


def place_link(label: str, step_id: str, theme_id: str | None = None, *, key: str = "") -> None:
    """A way to a step of the open evaluation, and on the page of an area to one of its themes.

    `key` is needed where a page has the same words twice.
    """
    if step := step_of_place(step_id, theme_id):
        editor = open_editor()
        place = {PLACE: anchor_of(editor.assessment.rubric.theme(theme_id))} if theme_id else {}
        way_to(step.page, label, {**address_of(editor), **place}, key=key or f"{step_id}-{label}")


def step_of_place(step_id: str, theme_id: str | None = None) -> Step | None:
    """The step that a link to a place leads to."""
    # An area that is called like a page of ours has an address of its own.
    return (step_called(f"area_{step_id}") if theme_id else None) or step_called(step_id) or step_called("about")
