"""Files that are made once."""

from functools import partial

from sendself.ui.send.kept_files import KeptFiles


def test_file_is_made_once_for_each_content() -> None:
    """The second time it is the same file, without being made again."""
    made: list[str] = []

    def make(name: str) -> bytes:
        made.append(name)
        return name.encode()

    files = KeptFiles(at_most=2)
    got = [files.get(name, partial(make, name)) for name in ("a", "a", "b", "a")]

    assert got == [b"a", b"a", b"b", b"a"]
    assert made == ["a", "b"]


def test_file_that_was_not_asked_for_longest_goes_first() -> None:
    """A third one takes the place of the second, since the first was asked for since."""
    files = KeptFiles(at_most=2)
    for name in ("a", "b", "a", "c"):
        files.get(name, name.encode)

    assert files.get("a", b"anew".upper) == b"a"
    assert files.get("b", b"anew".upper) == b"ANEW"


def test_finding_a_file_makes_none_and_keeps_it_longer() -> None:
    """What is not kept is `None`; what is found is not the next to go."""
    files = KeptFiles(at_most=2)
    assert files.find("a") is None
    for name in ("a", "b"):
        files.get(name, name.encode)
    assert files.find("a") == b"a"
    files.get("c", b"c".upper)

    assert files.find("a") == b"a"
    assert files.find("b") is None
