"""What pyproject.toml asks for: parts that are exact, hashed, installed, and the same for all; and a version."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import installing
import sendself

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
SET_UP_FILES = (
    *REQUIREMENTS,
    *(
        "Makefile",
        "launch.py",
        "installing.py",
        "run.cmd",
        "run.command",
        "pyproject.toml",
        ".ci/run",
        ".gitattributes",
    ),
    *(".streamlit/config.toml", "LICENSE", "NOTICE", "tests/browser/chromium.py"),
)
# The oldest systems that the parts are made for: 64-bit Windows and Linux, Macs with Intel and with Apple's processors.
SYSTEMS = ("x86_64-pc-windows-msvc", "x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "macos", "x86_64-apple-darwin")
SUITING = [(3, minor) for minor in range(installing.OLDEST[1], installing.NEWEST[1] + 1)]


def requirements(name: str) -> list[str]:
    """Return each requirement of a file with its marker and hashes, on one line."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def pins(name: str) -> dict[str, str]:
    """Return the version of each package that a requirements file names."""
    return dict(line.split(" ", 1)[0].split("==") for line in requirements(name))


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirement_is_exact_and_hashed(name: str) -> None:
    """Every line names one exact version and at least one hash, so that the same files are installed everywhere."""
    lines = requirements(name)
    assert len(lines) > 10
    exact = re.compile(r"[a-z0-9-]+==[0-9][0-9A-Za-z.]*( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in lines if not exact.fullmatch(line)] == []


def test_requirements_for_checks_agree_with_those_for_users() -> None:
    """A package in both files has the same version, so that the checks check what users have."""
    users, checks = pins("requirements.txt"), pins("requirements-dev.txt")
    shared = users.keys() & checks.keys()
    assert shared
    assert {name: checks[name] for name in shared} == {name: users[name] for name in shared}


def test_requirements_name_every_direct_dependency() -> None:
    """What pyproject.toml asks for is in the requirements: nobody forgot `make lock`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    for name, wanted in asked.items():
        assert {re.split(r"[\[<>=~ ]", line)[0] for line in wanted} <= pins(name).keys()


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirement_is_what_is_installed(name: str) -> None:
    """The checks run on the versions that are pinned."""
    installed = {
        re.sub(r"[-_.]+", "-", package.name).lower(): package.version for package in importlib.metadata.distributions()
    }
    known = {package: version for package, version in pins(name).items() if package in installed}
    assert len(known) > 20, "make dev installs what is pinned"
    assert {package: installed[package] for package in known} == known


@pytest.mark.parametrize("name", SET_UP_FILES)
def test_set_up_file_names_no_index_and_no_path_of_a_machine(name: str) -> None:
    """Packages come from wherever a computer's own pip gets them, and no file knows where it was made."""
    text = (ROOT / name).read_text(encoding="utf-8")
    signs = r"--(extra-)?index-url|--find-links|--trusted-host|file://|pypi\.|pythonhosted|/simple\b|/(home|root|work)/"
    assert re.findall(f".*(?:{signs}).*", text) == []


@pytest.mark.prove
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("version", SUITING, ids=lambda version: "{}.{}".format(*version))
def test_requirements_install_without_building(system: str, version: tuple[int, int], tmp_path: Path) -> None:
    """On every system and Python that is promised, each part exists ready made."""
    python = ["--python-platform", system, "--python-version", "{}.{}".format(*version), "--target", str(tmp_path)]
    command = [sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--require-hashes", "--only-binary", ":all:"]
    run = subprocess.run(
        [*command, *python, "-r", str(ROOT / "requirements.txt")],
        capture_output=True,
        text=True,
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": "14.0"},
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_version_is_a_version() -> None:
    """The version is told in one place, and pyproject.toml takes it from there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"]["attr"] == "sendself.__version__"
    assert re.fullmatch(r"\d+\.\d+\.\d+", sendself.__version__)
