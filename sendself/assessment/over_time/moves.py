"""What became of each theme since last time: what rose, fell and stayed, and of what was aimed for."""

from dataclasses import dataclass, fields

from sendself.assessment.answers import Rating
from sendself.assessment.english import counted, listed
from sendself.assessment.model import Assessment
from sendself.assessment.over_time.before import last_day
from sendself.assessment.words import rating_in_words
from sendself.rubric.model import LevelNumber, Theme

_NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Move:
    """A theme then and now, and the level that was aimed for then."""

    theme: Theme
    then: Rating | None
    now: Rating | None
    target: LevelNumber | None = None

    @property
    def reached(self) -> bool | None:
        """Whether it is where it was to be by now; `None` where no level was aimed for."""
        return None if self.target is None else isinstance(self.now, int) and self.now >= self.target


@dataclass(frozen=True, slots=True)
class Moves:
    """Every theme that had an answer last time, once, and those that have a level now and had no answer then.

    `now_known` was answered without a level then and has one now; `newly_rated` was not answered then, or not asked;
    `no_level_now` has no level now, whatever it had then.
    """

    rose: tuple[Move, ...]
    fell: tuple[Move, ...]
    stayed: tuple[Move, ...]
    now_known: tuple[Move, ...]
    newly_rated: tuple[Move, ...]
    no_level_now: tuple[Move, ...]


def moves(assessment: Assessment) -> Moves:
    """What became of every theme of today's rubric since last time; nothing where there was no last time."""
    kinds: dict[str, list[Move]] = {one.name: [] for one in fields(Moves)}
    for theme in assessment.rubric.themes() if assessment.last_time.ratings else ():
        if kind := _kind(move := _move(assessment, theme)):
            kinds[kind].append(move)
    return Moves(**{kind: tuple(some) for kind, some in kinds.items()})


def _move(assessment: Assessment, theme: Theme) -> Move:
    last = assessment.last_time
    return Move(theme, last.ratings.get(theme.id), assessment.answer(theme.id).rating, last.targets.get(theme.id))


def _kind(move: Move) -> str:
    """In which list of `Moves` it stands; empty where there is nothing to say of it."""
    then, now = move.then, move.now
    if not isinstance(now, int):
        return "no_level_now" if then is not None else ""
    if not isinstance(then, int):
        return "now_known" if then is not None else "newly_rated"
    return "rose" if now > then else "fell" if now < then else "stayed"


def moves_in_words(assessment: Assessment) -> str:
    """What rose, fell and stayed since last time, in one or two sentences; empty where there was no last time."""
    if not assessment.last_time.ratings:
        return ""
    found = moves(assessment)
    counts = ((found.rose, "rose"), (found.fell, "fell"), (found.stayed, "stayed where it was"))
    said = [f"{counted(len(some), 'theme')} {_many(some, verb)}" for some, verb in counts if some]
    if found.now_known:
        said.append(f"{counted(len(found.now_known), 'theme')} not known then {_has(found.now_known)} a level now")
    if new := found.newly_rated:
        said.append(f"{counted(len(new), 'theme')} not rated last time {_has(new)} a level now")
    if found.no_level_now:
        said.append(f"{counted(len(found.no_level_now), 'theme')} {_has(found.no_level_now)} no level yet this time")
    return f"Since {last_day(assessment)}: {listed(said)}." if said else ""


def moves_at_a_glance(assessment: Assessment, most: int) -> str:
    """The sentence of `moves_in_words` with the themes that rose and fell, as far as it then has `most` characters.

    Where not even one of each has room, it names none, and may be longer than that.
    """
    found = moves(assessment)
    plain = moves_in_words(assessment)
    if not found.rose and not found.fell:
        return plain
    rest = len(found.stayed) + len(found.now_known) + len(found.no_level_now)
    for names in range(_NAMED_AT_MOST, 0, -1):
        both = ((found.rose, "rose"), (found.fell, "fell"))
        said = [f"{counted(len(some), 'theme')} {verb} ({_first(some, names)})" for some, verb in both if some]
        said += [f"{rest} did neither"] if rest else []
        said += [f"{len(new)} not rated then {_has(new)} a level"] if (new := found.newly_rated) else []
        words = f"Since {last_day(assessment)}: {listed(said)}."
        if len(words) <= most:
            return words
    return plain


def move_in_words(assessment: Assessment, move: Move) -> str:
    """One theme then and now, and whether what was aimed for is reached."""
    rubric = assessment.rubric
    words = f"{move.theme.title}: {rating_in_words(rubric, move.then)}, now {rating_in_words(rubric, move.now)}"
    if move.target is None:
        return f"{words}."
    return f"{words}. Aimed for {rating_in_words(rubric, move.target)}: {reached_in_words(move)}."


def what_moved(assessment: Assessment) -> tuple[Move, ...]:
    """The themes that rose, fell or have a level only now, and those for which a level was aimed for.

    In the order of the rubric. A theme that is not rated yet has not moved.
    """
    found = moves(assessment)
    moved = {move.theme.id for move in (*found.rose, *found.fell, *found.now_known, *found.newly_rated)}
    every = (_move(assessment, theme) for theme in assessment.rubric.themes())
    return tuple(move for move in every if move.target or move.theme.id in moved)


def reached_in_words(move: Move) -> str:
    """What became of the level that was aimed for."""
    return {None: "no level was named", True: "reached", False: "not reached yet"}[move.reached]


def _first(some: tuple[Move, ...], names: int) -> str:
    """The titles of the first themes, and how many there are besides."""
    others = len(some) - names
    titles = [move.theme.title for move in some[:names]]
    return ", ".join(titles) + (f" and {counted(others, 'other')}" if others > 0 else "")


def _many(some: tuple[Move, ...], verb: str) -> str:
    return verb if len(some) == 1 else verb.replace("it was", "they were")


def _has(some: tuple[Move, ...]) -> str:
    return "has" if len(some) == 1 else "have"
