"""Words put into a sentence: lists, numbers with their nouns, and capital letters."""

from collections.abc import Iterable


def capital(text: str) -> str:
    """A text with a capital letter to begin with; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """A text as it stands within a sentence; one that begins with capitals, such as EHC plan, stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "a", "a and b", "a, b and c"."""
    parts = list(words)
    return parts[0] if len(parts) == 1 else " and ".join([", ".join(parts[:-1]), parts[-1]]) if parts else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 theme", "3 themes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
