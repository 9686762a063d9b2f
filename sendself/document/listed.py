"""Lists that somebody typed: neighbouring lines that begin with a sign, or with numbers that count up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sendself.document.text import paragraphs

# A hyphen, an asterisk, a dot or a dash with a space after it; or a number that no year has, with a full stop.
_SIGN = re.compile("(?:[-*\u2022\u00b7\u2013]|([0-9]{1,2})\\.)[ \u00a0]+(?=[^ \u00a0])")
_LINE_ENDS = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")

# The sign of a first line stands within so many letters.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class TypedList:
    """The items of a list without their signs; numbered from `first`, or with bullets where that is None."""

    items: tuple[str, ...]
    first: int | None = None


def parts(lines: Sequence[str]) -> list[str | TypedList]:
    """Lines in order, those of a list together."""
    made = list[str | TypedList]()
    for line in lines:
        sign = _SIGN.match(line)
        if not sign:
            made.append(line)
            continue
        number, item, last = int(sign[1]) if sign[1] else None, line[sign.end() :], made[-1] if made else ""
        if isinstance(last, TypedList) and number == _next(last):
            made[-1] = TypedList((*last.items, item), last.first)
        else:
            made.append(TypedList((item,), number))
    return made


def _next(before: TypedList) -> int | None:
    """The number of the item that would follow."""
    return None if before.first is None else before.first + len(before.items)


def begins_with_list(text: str) -> bool:
    """Whether a text is a list from its first line on."""
    if text[:1].isalpha():
        return False
    return any(isinstance(one, TypedList) for one in parts(paragraphs(text[:_LOOKED_AT])[:1]))


def said_by(text: str) -> Iterator[str]:
    """What a text says apart from the signs of its lists, as it was typed: the whole where it has none."""
    if not any(_SIGN.match(line) for line in paragraphs(text)):
        yield text
        return
    for line in _LINE_ENDS.split(text):
        sign = next((found for one in paragraphs(line) if (found := _SIGN.match(one))), None)
        # What nobody sees may stand before the sign.
        yield line if sign is None else line[line.index(sign[0].rstrip()[-1]) + 1 :]
