"""Web and e-mail addresses in running text: where each stands, and where it may lead.

Only http, https and mailto are ever led to; every other address, a file or a script, stays words.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sendself.document.fonts import REPLACEMENT, has_glyph

LONGEST = 2000
"""Characters of an address that programs still follow; a longer one stays words."""

_FOUND = re.compile(
    r"""(?<![\w./@+-])(?:(?:https?://|mailto:)[^\s<>"`{}|\\^]+|(?<!:)www\.[^\s<>"`{}|\\^]+)"""
    r"""|(?<![\w./@+:-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+""",
    re.IGNORECASE,
)
# What ends the sentence that an address stands in, rather than the address.
_AFTER = ".,;:!?'\u2018\u2019\u201c\u201d\u00bb\u2026*_~"
_BRACKETS = {")": "(", "]": "["}
_AS_WRITTEN = "%:/?#[]@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class Address:
    """Where in a text an address stands, and what is opened; `begun` where the line before has its beginning."""

    start: int
    end: int
    target: str
    begun: bool = False


def addresses(text: str) -> list[Address]:
    """Every address in a text, in order."""
    if "@" not in text and "www." not in text and "WWW." not in text and "://" not in text:
        return []
    matches = (match for match in _FOUND.finditer(text) if len(match.group()) <= LONGEST)
    found = ((match.start(), _ended(match.group())) for match in matches)
    return [Address(start, start + len(said), target) for start, said in found if (target := _target(said))]


def _ended(said: str) -> str:
    """The address without what follows it: a full stop, a bracket that it did not open."""
    while said and (said[-1] in _AFTER or said.count(said[-1]) > said.count(_BRACKETS.get(said[-1], said[-1]))):
        said = said[:-1]
    return said


def _target(said: str) -> str:
    """What is opened, in the letters that an address is made of; nothing where it leads nowhere."""
    if REPLACEMENT in said or not all(map(has_glyph, said)):
        return ""
    scheme = said[: said.find(":")].lower() if ":" in said else ""
    if scheme == "mailto":
        return quote(said, safe=_AS_WRITTEN) if "@" in said[len("mailto:") :] else ""
    if scheme in ("http", "https"):
        return quote(said, safe=_AS_WRITTEN) if _has_host(said) else ""
    if said.lower().startswith("www."):
        return quote(f"https://{said}", safe=_AS_WRITTEN) if "." in said[len("www.") :] else ""
    return quote(f"mailto:{said}", safe=_AS_WRITTEN)


def _has_host(said: str) -> bool:
    try:
        return any(letter.isalnum() for letter in urlsplit(said).hostname or "")
    except ValueError:
        return False
