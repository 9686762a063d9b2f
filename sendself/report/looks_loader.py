"""The looks of a school, trust or authority, read from a folder and kept in one: `looks.yaml`, and its logo."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AfterValidator, StringConstraints

from sendself.document.logo import FILE_LIMIT, LogoError, read_logo
from sendself.document.looks import LEAST_CONTRAST, Logo, Looks, accent_contrast, readable_accent
from sendself.document.shapes import Colour
from sendself.document.style import ACCENT
from sendself.rubric.text import printable
from sendself.rubric.values import Frozen
from sendself.rubric.yaml_loader import RubricError, checked, mapping, read_yaml

FILE_NAME = "looks.yaml"
NAME_LIMIT = 80
_LOGO_NAME = "logo.png"
_NAMELESS = "The name is missing, and a logo needs it to be read aloud. Give the name."
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class LooksError(ValueError):
    """Looks that cannot be used. The message is a sentence that says why and what to do."""


def accent_of(text: str) -> Colour:
    """The colour that "#0B5C6B" names. Raises `LooksError` where that is none, or is hard to read in a report."""
    text = text.strip()
    if not _HEX.fullmatch(text):
        raise LooksError('Give the colour as # and six digits or letters from A to F, such as "#0B5C6B".')
    red, green, blue = bytes.fromhex(text[1:])
    accent = (red, green, blue)
    found = accent_contrast(accent)
    if found < LEAST_CONTRAST:
        # Cut, not rounded: 4.49 must not be told as 4.5.
        raise LooksError(
            f"The colour {text} is too light to read: its contrast is {int(found * 10) / 10} to 1, and text needs "
            f"{LEAST_CONTRAST} to 1. The nearest darker shade that works is {accent_text(readable_accent(accent))}."
        )
    return accent


def accent_text(accent: Colour) -> str:
    """A colour as it is written: "#0B5C6B"."""
    return f"#{bytes(accent).hex().upper()}"


class _File(Frozen):
    """What stands in `looks.yaml`."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NAME_LIMIT), AfterValidator(printable)] = (
        ""
    )
    accent: str = ""
    logo: str = ""


def load_looks(folder: Path) -> Looks:
    """The looks in a folder with `looks.yaml`. Raises `LooksError` with file, key, problem and remedy."""
    file = folder / FILE_NAME
    try:
        said = checked(_File, mapping(file, read_yaml(file)), file)
    except RubricError as error:
        raise LooksError(str(error).replace("See rubrics/README.md", "See docs/hosting.md")) from None
    if said.logo and not said.name:
        raise LooksError(f"{file}: name: {_NAMELESS}")
    try:
        accent = accent_of(said.accent) if said.accent else ACCENT
    except LooksError as error:
        raise LooksError(f"{file}: accent: {error}") from None
    return Looks(said.name, accent, _logo(file, said.logo) if said.logo else None)


def logo_of(data: bytes) -> Logo:
    """The logo in the bytes of a picture. Raises `LooksError`."""
    try:
        return read_logo(data)
    except LogoError as error:
        raise LooksError(str(error)) from None


def _logo(file: Path, name: str) -> Logo:
    try:
        if Path(name).name != name:
            raise FileNotFoundError(name)
        # One byte more than allowed is enough to refuse it.
        with (file.parent / name).open("rb") as opened:
            data = opened.read(FILE_LIMIT + 1)
    except OSError:
        raise LooksError(f"{file}: logo: {name} cannot be read. Put the picture beside {FILE_NAME}.") from None
    try:
        return logo_of(data)
    except LooksError as error:
        raise LooksError(f"{file}: logo: {error}") from None


def keep_looks(folder: Path, looks: Looks) -> None:
    """Keep looks in a folder in the place of those before.

    Raises `LooksError` when they cannot be written, or have a logo and no name.
    """
    if looks.logo and not looks.name:
        raise LooksError(_NAMELESS)
    content: dict[str, str] = {}
    if looks.name:
        content["name"] = looks.name
    if looks.accent != ACCENT:
        content["accent"] = accent_text(looks.accent)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if looks.logo:
            content["logo"] = _LOGO_NAME
            _write(folder / _LOGO_NAME, looks.logo.png)
        _write(folder / FILE_NAME, yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode())
        if not looks.logo:
            (folder / _LOGO_NAME).unlink(missing_ok=True)
    except OSError as error:
        raise LooksError(f"The looks could not be kept in {folder}: {error.strerror or 'no reason given'}.") from None


def forget_looks(folder: Path) -> None:
    """Remove what `keep_looks` kept in a folder. Raises `LooksError` when that cannot be done."""
    try:
        for name in (FILE_NAME, _LOGO_NAME):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise LooksError(f"The looks in {folder} could not be removed: {error.strerror or 'no reason'}.") from None


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    draft = file.with_name(f".{file.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(file)
    finally:
        with suppress(OSError):
            draft.unlink()
