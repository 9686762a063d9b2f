"""Where a school stands, in words: plain fractions of the schools, and what they rest on."""

from sendself.context.alike.standing import Standing

# Percent and its words; the nearest is taken, so that none is more than five points from the truth.
_FRACTIONS = (
    *((5.0, "1 in 20"), (10.0, "1 in 10"), (20.0, "1 in 5"), (25.0, "1 in 4"), (100 / 3, "1 in 3"), (40.0, "2 in 5")),
    *((50.0, "half"), (60.0, "3 in 5"), (200 / 3, "2 in 3"), (75.0, "3 in 4"), (80.0, "4 in 5"), (90.0, "9 in 10")),
)


WHAT_A_PERCENTILE_IS = (
    "The percentile says how many of a hundred schools have a smaller share; of those with the same, half."
)


def own_in_words(standing: Standing) -> str:
    """The school's own share and its percentile: "10.1%, percentile 24"."""
    return f"{standing.value:.1f}%, percentile {standing.percentile:.0f}"


def in_words(standing: Standing) -> str:
    """The standing as a clause: "3 in 4 state-funded primaries have a smaller share of pupils with SEN support".

    The largest of the three parts (smaller, larger, the same share) is named, as the nearest plain fraction: at most
    five points from the truth, with "about" when more than one point from it; a half always has "about", and "all"
    is exact. The part with the same share is named as well when it is one school in twenty or more.
    """
    above = standing.n - standing.below - standing.equal
    smaller, larger, same = (standing.below, "a smaller"), (above, "a larger"), (standing.equal, "the same")
    lead, share = max((smaller, larger, same), key=lambda part: part[0])
    fraction = fraction_in_words(lead, standing.n)
    of = " of " if standing.among == "nearest" or fraction == "about half" else " other " if fraction == "all" else " "
    second, other = max((smaller, larger), key=lambda part: part[0]) if share == "the same" else same
    one = "" if other == "the same" else " one"
    also = f", and {fraction_in_words(second, standing.n)} {other}{one}" if 20 * second >= standing.n else ""
    return f"{fraction.capitalize()}{of}{standing.group} have {share} share of {standing.what}{also}"


def basis_in_words(standing: Standing) -> str:
    """What a standing rests on: how many schools, of which census, and how many were left out."""
    out = f"; {standing.left_out:,} more without published counts are left out" if standing.left_out else ""
    return f"Compared with {standing.n:,} schools in the census of {standing.year}{out}."


def fraction_in_words(count: int, n: int) -> str:
    """A part of `n` in plain words, from "none", "hardly any", "1 in 20" to "about 9 in 10", "nearly all", "all"."""
    percent = 100 * count / n
    if count in (0, n):
        return "all" if count else "none"
    if percent < 2.5 or percent >= 95:
        return "hardly any" if percent < 2.5 else "nearly all"
    # Half-way between two fractions the one nearer to a half is taken: it claims less.
    nearest, words = min(_FRACTIONS, key=lambda step: (round(abs(step[0] - percent), 9), abs(step[0] - 50)))
    return words if words != "half" and abs(nearest - percent) <= 1 else f"about {words}"
