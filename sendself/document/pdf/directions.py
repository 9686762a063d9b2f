"""Lines with letters from right to left: their stretches of one direction, in the order in which they stand.

Which direction each character has is found by fpdf2's `BidiParagraph`, which follows the rules W, N and I of the
Unicode Bidirectional Algorithm (UAX 9). fpdf2 itself then sets such stretches wrongly where two directions are nested
("A حسن (2) B"), so rule L2, the order, is applied here.
"""

from dataclasses import dataclass
from itertools import groupby

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters of one level, in the order in which they are read."""

    text: str
    level: int

    @property
    def right_to_left(self) -> bool:
        """Whether they are set from right to left."""
        return self.level % 2 == 1


def stretches(text: str, right_to_left: bool) -> list[Stretch]:
    """The stretches of a line from left to right; `right_to_left` is the direction of the paragraph."""
    base = TextDirection.RTL if right_to_left else TextDirection.LTR
    paragraph = BidiParagraph(text, base, preserve_bn_chars=True)
    # Rule L1, for spaces at the end of the line, is applied when fpdf2 is asked for its order, which is not used.
    paragraph.get_reordered_characters()
    levels = groupby(paragraph.get_characters_with_embedding_level(), key=lambda one: one.embedding_level)
    placed = [Stretch("".join(one.character for one in group), level) for level, group in levels]
    for level in range(max((one.level for one in placed), default=0), 0, -1):
        placed = _turned(placed, level)
    return placed


def _turned(placed: list[Stretch], level: int) -> list[Stretch]:
    """Rule L2 for one level: every unbroken sequence at this level or a higher one is turned round."""
    turned = list[Stretch]()
    for at_least, group in groupby(placed, key=lambda one: one.level >= level):
        sequence = list(group)
        turned += reversed(sequence) if at_least else sequence
    return turned
