"""Where the school stands among schools like it, as it may be said outside the school."""

from sendself.assessment.disclosure.shared import SharedRecord
from sendself.context.alike.own_counts import given_counts
from sendself.context.alike.standing import Standing, standings
from sendself.context.alike.standing_words import WHAT_A_PERCENTILE_IS, basis_in_words, in_words, own_in_words
from sendself.context.schools.register import Register


def standing_sentences(shared: SharedRecord, register: Register) -> tuple[str, ...]:
    """A sentence for each share that leaves, and last what they rest on; none where nothing can be compared.

    Worked out from the shared record alone, so a figure that is hidden in it has no standing.
    """
    own = given_counts(shared.assessment, register)
    compared = [one for one in standings(own, register) if isinstance(one, Standing)] if own else []
    said = [f"{in_words(one)}; this school's is {own_in_words(one)}." for one in compared]
    basis = dict.fromkeys(basis_in_words(one) for one in compared)
    return (*said, *basis, WHAT_A_PERCENTILE_IS) if said else ()
