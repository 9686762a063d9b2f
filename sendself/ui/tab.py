"""What one tab remembers between runs besides what its widgets hold: each thing by its name and type, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from sendself.assessment.disclosure.report_kinds import ReportKind
    from sendself.ui.agree.visit_cards import Lay
    from sendself.ui.context.kept_columns import FirstColumns
    from sendself.ui.editor import Drawn, Editor
    from sendself.ui.every_page.journey import Step
    from sendself.ui.send.making import Made
    from sendself.ui.server.presence import Here
    from sendself.ui.shown import Shown


@dataclass(frozen=True, slots=True)
class Settled:
    """A box whose words need no keeping any more: those that it held, or whatever it holds when `text` is `None`.

    Where `draft` names what the browser had kept of them, that alone.
    """

    id: str
    widget: str
    text: str | None
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the page that comes next, with a link to a step where there is one to go on to."""

    text: str
    step: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Coming to a place of a page by a link that names it."""

    id: str
    place: str


@dataclass(slots=True)
class Visit:
    """What is kept until another page is shown.

    `pressed` says for which content the button of a place was pressed that makes a PDF, `making` in which places one is
    being made. `cards` are the themes of Agree, by id. `taken_away` are the items that were taken off a list, by
    evaluation and kind.
    """

    pressed: dict[str, str] = field(default_factory=dict)
    making: set[str] = field(default_factory=set)
    cards: dict[str, Lay] = field(default_factory=dict)
    taken_away: dict[tuple[str, str], list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Tab:
    """One tab, for as long as its session lasts. Where there is one value for each evaluation, its id is the key."""

    name: str = field(default_factory=lambda: uuid4().hex)

    # Which evaluation is open, and which page of it.
    editor: Editor | None = None
    left: Editor | None = None
    """The one that was left for Start or for another."""
    chosen: str = ""
    """The one to open in the next run, whatever the address says."""
    is_lost: bool = False
    """Whether the one in the address is not kept here."""
    out_of_reach: str = ""
    """Why the one in the address cannot be read just now."""
    steps: tuple[Step, ...] = ()
    page: str | None = None
    page_of_uploads: str | None = None
    visit: Visit = field(default_factory=Visit)
    arrival: Arrival | None = None
    notice: Notice | None = None

    # What stands in boxes, and what the browser knows of them.
    run: int = 0
    """The number of the run that is on."""
    run_reached: int = 0
    """The run that the browser had drawn to its end when it sent what this one answers."""
    boxes: dict[str, Shown] = field(default_factory=dict)
    """By widget."""
    fills: dict[str, Any] = field(default_factory=dict)
    """What goes into a widget at the next run."""
    settled: tuple[Settled, ...] = ()
    forgotten: tuple[str, ...] = ()
    """The evaluations that were deleted here."""
    told: Any = None
    """What the browser says that its reader had seen, as it says it."""
    is_narrow: bool | None = None
    """As the browser says; `None` until it does."""

    # What was before somebody's eyes, so that they are not told of it again, or asked anew.
    others: tuple[Here, ...] = ()
    drawn: dict[str, Drawn] = field(default_factory=dict)
    on_screen: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """The items of a list, by evaluation and kind."""
    proposals: dict[str, frozenset[str]] = field(default_factory=dict)
    opened_words: dict[tuple[str, str, str], bool] = field(default_factory=dict)
    """Whether the words of a theme began open, by evaluation, theme and perspective."""

    # What was asked for.
    asking: set[tuple[str, str]] = field(default_factory=set)
    """The questions that wait for yes or no, by evaluation and button."""
    unlocked: set[tuple[str, str]] = field(default_factory=set)
    """The choices that were opened by somebody who was told what they move, by evaluation and choice."""
    send_to: str | None = None
    """The address that was asked about before something is sent there."""
    without: dict[str, frozenset[str]] = field(default_factory=dict)
    """The perspectives that a meeting goes on without."""
    history_shown: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many steps of the history, by evaluation and subject."""

    # What was made or chosen from files.
    made: dict[tuple[str, ReportKind], Made] = field(default_factory=dict)
    columns: FirstColumns | None = None
    columns_forgotten: int = 0
    looks_kept: int = 0
    registers_used: int = 0
