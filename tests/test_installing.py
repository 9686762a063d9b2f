"""Installing: when it is done already, when it is done anew, and what is said when it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import installing


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not what was published"),
        (
            "ProxyError('Cannot connect to proxy.', NewConnectionError(...))\nNo matching distribution found",
            "HTTPS_PROXY",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "web filter"),
        ("NewConnectionError('[Errno 11001] getaddrinfo failed')\nNo matching distribution found", "on the internet"),
        ("[WinError 5] Access is denied", "Close any other sendself window"),
        ("OSError: [WinError 1260] This program is blocked by group policy", "does not let programs run"),
        ("Could not find a version that satisfies the requirement pyarrow", "not made for this kind of computer"),
        ("something nobody has seen", "does not know"),
    ],
)
def test_failed_installing_is_told_in_plain_words(output: str, words: str) -> None:
    """What pip prints becomes what a school can do about it, the cause before its consequences."""
    assert words in installing.explain_failure(output)


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """A folder that looks like a virtual environment of Python 3.12 with one requirements file installed."""
    folder = tmp_path / ".venv"
    python = installing.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.12.3\n", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("one==1\n", encoding="utf-8")
    (folder / "stamp").write_text(installing.stamp_text([tmp_path / "requirements.txt"], "3.12"), encoding="utf-8")
    return folder


def test_installed_environment_is_current(venv: Path) -> None:
    """Nothing is installed again while the requirements and the Python are the same."""
    assert installing.is_current(venv, "stamp", [venv.parent / "requirements.txt"])


def test_environment_with_other_requirements_is_not_current_but_usable(venv: Path) -> None:
    """New requirements are installed into the environment that is there."""
    (venv.parent / "requirements.txt").write_text("one==2\n", encoding="utf-8")
    assert not installing.is_current(venv, "stamp", [venv.parent / "requirements.txt"])
    assert installing.is_usable(venv)


def damage() -> Iterator[tuple[str, str]]:
    """Yield what can be wrong with an environment: the file and its new content, or no content to take it away."""
    yield installing.INSTALLING, "left by an install that was cut off"
    yield "pyvenv.cfg", ""
    yield "pyvenv.cfg", "version = 3.10.1\n"
    yield "pyvenv.cfg", "version = 3.15.0\n"
    yield str(installing.venv_python(Path())), ""


@pytest.mark.parametrize(("name", "content"), list(damage()))
def test_damaged_environment_is_made_anew(venv: Path, name: str, content: str) -> None:
    """An interrupted install, a Python that went away or one that does not suit leads to a new environment."""
    if content:
        (venv / name).write_text(content, encoding="utf-8")
    else:
        (venv / name).unlink()
    assert not installing.is_usable(venv)
    assert not installing.is_current(venv, "stamp", [venv.parent / "requirements.txt"])


def test_environment_made_by_uv_has_a_version(venv: Path) -> None:
    """`version_info` is read where `version` is missing."""
    (venv / "pyvenv.cfg").write_text("version_info = 3.13.0\n", encoding="utf-8")
    assert installing.venv_version(venv) == (3, 13)
