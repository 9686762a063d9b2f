"""The configuration of Streamlit: it exists, keeps to this computer, and its colours can be read."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from streamlit import config as streamlit_config

ROOT = Path(__file__).resolve().parent.parent


def test_config_options_all_exist() -> None:
    """Streamlit knows every option of its configuration file: a misspelt one would be ignored in silence."""
    known = streamlit_config.get_config_options(force_reparse=True)
    assert [key for key in _flat(_config()) if key not in known] == []


def _config() -> dict[str, object]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def _flat(table: dict[str, object], prefix: str = "") -> dict[str, object]:
    flat: dict[str, object] = {}
    for key, value in table.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value}
    return flat


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("server.address", "localhost"),
        ("server.allowedHosts", ["localhost", "127.0.0.1", "::1"]),
        ("server.enableXsrfProtection", True),
        ("server.enableCORS", True),
        ("server.maxUploadSize", 25),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("client.toolbarMode", "viewer"),
        ("runner.magicEnabled", False),
    ],
)
def test_config_keeps_to_this_computer(option: str, value: object) -> None:
    """The app listens on this computer only, tells nobody anything and shows users no traceback."""
    assert _flat(_config())[option] == value


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    lights = []
    for colour in (one, other):
        parts = [int(colour[start:end], 16) / 255 for start, end in pairwise((1, 3, 5, 7))]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_theme_has_the_contrast_of_wcag(theme: str) -> None:
    """Text has 7 to 1, links and buttons 4.5 to 1, borders and chart lines 3 to 1, on each background (WCAG 1.4)."""
    flat = _flat(_config())
    colours = {key.split(".", 2)[2]: value for key, value in flat.items() if key.startswith(f"theme.{theme}.")}
    grounds = [str(value) for key, value in colours.items() if key.lower().endswith("backgroundcolor")]
    assert len(grounds) == 3
    charts = colours["chartCategoricalColors"]
    assert isinstance(charts, list)
    assert len(charts) == 10
    for ground in grounds:
        assert contrast(str(colours["textColor"]), ground) >= 7
        assert contrast(str(colours["primaryColor"]), ground) >= 4.5
        assert contrast(str(colours["borderColor"]), ground) >= 3
        assert min(contrast(line, ground) for line in charts) >= 3
