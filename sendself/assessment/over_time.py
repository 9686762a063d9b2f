"""This evaluation beside the one before it: what rose, fell and stayed, and what became of what was aimed for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sendself.assessment.answers import Rating
from sendself.assessment.evaluation_day import evaluation_day
from sendself.assessment.last_time import EarlierTime, LastTime
from sendself.assessment.model import Assessment
from sendself.assessment.words import counted, listed, rating_in_words, uk_date
from sendself.rubric.model import LevelNumber, Theme

EARLIER_SHOWN = 3
"""How many earlier evaluations stand beside this one: more lines on a radar cannot be told apart."""

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
class EarlierMeans:
    """An earlier evaluation as a line on the radar: its name, and a mean per focus area of today's rubric."""

    name: str
    means: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """Every theme that had an answer last time, once.

    `now_known` had no level then and has one now; `no_level_now` has none now, whatever it had then.
    """

    rose: tuple[Move, ...]
    fell: tuple[Move, ...]
    stayed: tuple[Move, ...]
    now_known: tuple[Move, ...]
    no_level_now: tuple[Move, ...]


def last_time_of(earlier: Assessment) -> LastTime:
    """What the next evaluation keeps of an earlier one: its id and day, the agreed ratings and the targets."""
    ratings = {theme.id: earlier.answer(theme.id).rating for theme in earlier.rubric.themes()}
    return LastTime(
        evaluation=earlier.id,
        evaluated_on=evaluation_day(earlier),
        ratings={theme: rating for theme, rating in ratings.items() if rating is not None},
        targets={theme: aim.level for theme, aim in earlier.targets.items() if aim.level},
        before=_before(earlier),
    )


def moves(assessment: Assessment) -> Moves:
    """What became of every theme that had an answer last time and is still in the rubric."""
    last = assessment.last_time
    rose, fell, stayed, now_known, no_level_now = list[Move](), list[Move](), list[Move](), list[Move](), list[Move]()
    for theme in assessment.rubric.themes():
        then, now = last.ratings.get(theme.id), assessment.answer(theme.id).rating
        if then is None:
            continue
        move = Move(theme, then, now, last.targets.get(theme.id))
        if not isinstance(now, int):
            no_level_now.append(move)
        elif not isinstance(then, int):
            now_known.append(move)
        else:
            (rose if now > then else fell if now < then else stayed).append(move)
    return Moves(tuple(rose), tuple(fell), tuple(stayed), tuple(now_known), tuple(no_level_now))


def moves_in_words(assessment: Assessment) -> str:
    """What rose, fell and stayed since last time, in one or two sentences; empty where there was no last time."""
    if not assessment.last_time.ratings:
        return ""
    found = moves(assessment)
    counts = ((found.rose, "rose"), (found.fell, "fell"), (found.stayed, "stayed where it was"))
    said = [f"{counted(len(some), 'theme')} {_many(some, verb)}" for some, verb in counts if some]
    if found.now_known:
        said.append(f"{counted(len(found.now_known), 'theme')} not known then {_has(found.now_known)} a level now")
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
        words = f"Since {last_day(assessment)}: {listed([*said, *([f'{rest} did neither'] if rest else [])])}."
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
    moved = {move.theme.id for move in (*found.rose, *found.fell, *found.now_known)}
    last = assessment.last_time
    every = (
        Move(theme, last.ratings.get(theme.id), assessment.answer(theme.id).rating, last.targets.get(theme.id))
        for theme in assessment.rubric.themes()
    )
    return tuple(move for move in every if move.target or move.theme.id in moved)


def reached_in_words(move: Move) -> str:
    """What became of the level that was aimed for."""
    return {None: "no level was named", True: "reached", False: "not reached yet"}[move.reached]


def last_time_in_words(assessment: Assessment, theme_id: str) -> str:
    """A theme's rating last time, such as "Last time (12 March 2025): 2 Developing"; empty where there was none."""
    then = assessment.last_time.ratings.get(theme_id)
    if then is None:
        return ""
    return f"Last time ({last_day(assessment)}): {rating_in_words(assessment.rubric, then)}"


def last_day(assessment: Assessment) -> str:
    """The day of the last evaluation in words, or "last time" where it is not known."""
    day = assessment.last_time.evaluated_on
    return uk_date(day) if day else "last time"


def last_means(assessment: Assessment) -> tuple[float | None, ...]:
    """Per focus area the mean of the themes that had a level last time; `None` where none had."""
    return _means(assessment, assessment.last_time.ratings)


def earlier_means(assessment: Assessment) -> tuple[EarlierMeans, ...]:
    """Up to three earlier evaluations, the last one first; one without a level in any area of today is left out."""
    last, areas = assessment.last_time, assessment.rubric.areas
    found = [EarlierMeans(_named("Last time", last.evaluated_on), last_means(assessment))]
    for one in last.before[: EARLIER_SHOWN - 1]:
        found.append(EarlierMeans(_named("Earlier", one.evaluated_on), tuple(one.means.get(area.id) for area in areas)))
    return tuple(one for one in found if any(mean is not None for mean in one.means))


def aimed_means(assessment: Assessment) -> tuple[float | None, ...]:
    """Per focus area the mean once every target is reached; a theme without one, or past it, stays where it is."""
    levels: dict[str, Rating | None] = {}
    for theme in assessment.rubric.themes():
        now, target = assessment.answer(theme.id).rating, assessment.target(theme.id)
        levels[theme.id] = max(now, target) if isinstance(now, int) and target else target or now
    return _means(assessment, levels)


def _means(assessment: Assessment, ratings: Mapping[str, Rating | None]) -> tuple[float | None, ...]:
    means = list[float | None]()
    for area in assessment.rubric.areas:
        levels = [level for theme in area.themes if isinstance(level := ratings.get(theme.id), int)]
        means.append(sum(levels) / len(levels) if levels else None)
    return tuple(means)


def _before(earlier: Assessment) -> tuple[EarlierTime, ...]:
    """What the evaluation after `earlier` keeps of those that came before it."""
    last = earlier.last_time
    means = {area.id: mean for area, mean in zip(earlier.rubric.areas, last_means(earlier), strict=True) if mean}
    one = EarlierTime(evaluated_on=last.evaluated_on, means=means)
    return (*([one] if means else []), *last.before)[: EARLIER_SHOWN - 1]


def _named(what: str, day: date | None) -> str:
    return f"{what}, {uk_date(day)}" if day else what


def _first(some: tuple[Move, ...], names: int) -> str:
    """The titles of the first themes, and how many there are besides."""
    others = len(some) - names
    titles = [move.theme.title for move in some[:names]]
    return ", ".join(titles) + (f" and {counted(others, 'other')}" if others > 0 else "")


def _many(some: tuple[Move, ...], verb: str) -> str:
    return verb if len(some) == 1 else verb.replace("it was", "they were")


def _has(some: tuple[Move, ...]) -> str:
    return "has" if len(some) == 1 else "have"
