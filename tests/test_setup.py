"""The set-up that users and developers rely on: requirements, launchers, configuration, page names."""

import ast
import importlib.metadata
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from streamlit import config as streamlit_config

import installing
import launch
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
SUITING = [(3, 11), (3, 12), (3, 13), (3, 14)]


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


@pytest.mark.parametrize("name", ["launch.py", "installing.py"])
def test_launcher_is_read_by_an_old_python_and_needs_no_package(name: str) -> None:
    """Python 3.7 can read the launcher to say that it is too old, and nothing but the standard library is imported."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.split(".")[0] for module in imported} - {"installing"} <= sys.stdlib_module_names


@pytest.mark.parametrize("version", SUITING)
def test_python_suits(version: tuple[int, int]) -> None:
    """The versions that the README promises suit."""
    assert launch.python_problem(version, "win-amd64", 64) is None


@pytest.mark.parametrize(
    ("version", "platform", "bits", "words"),
    [
        ((3, 10), "linux-x86_64", 64, "needs Python 3.11 or newer, and this is Python 3.10"),
        ((3, 15), "linux-x86_64", 64, "does not work with Python 3.15 yet: it needs 3.11 to 3.14"),
        ((3, 13), "win32", 32, "64-bit"),
        ((3, 13), "win-arm64", 64, "64-bit (x64)"),
    ],
)
def test_python_that_does_not_suit_is_told_what_to_install(
    version: tuple[int, int], platform: str, bits: int, words: str
) -> None:
    """A Python too old, too new or of the wrong kind gets a sentence with the remedy."""
    problem = launch.python_problem(version, platform, bits)
    assert problem is not None
    assert words in problem
    assert "Install Python 3.14 from python.org" in problem


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


def test_port_is_the_first_that_is_free() -> None:
    """A taken port is passed over."""
    assert launch.first_free_port(8501, 8510, {8503, 8505}.__contains__) == 8503


def test_port_when_all_are_taken_is_told() -> None:
    """With no free port the user is told so, and no port is guessed."""
    with pytest.raises(installing.Problem, match="All ports from 8501 to 8510 are in use"):
        launch.first_free_port(8501, 8510, lambda port: False)


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_port_that_another_program_listens_on_is_not_free(address: str) -> None:
    """A port is taken when a program listens on it, be it on this computer's own address or on all."""
    with socket.create_server((address, 0)) as other:
        port = other.getsockname()[1]
        assert not launch.is_free(port)
    assert launch.is_free(port)


@pytest.mark.parametrize(
    ("environment", "platform", "wanted"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"SENDSELF_NO_BROWSER": "1"}, "win32", False),
        ({"CI": "true", "DISPLAY": ":0"}, "linux", False),
    ],
)
def test_browser_is_opened_where_there_is_a_screen(environment: dict[str, str], platform: str, wanted: bool) -> None:
    """A browser opens on a desktop, and not on a server, in CI or when it is not wanted."""
    assert launch.wants_browser(environment, platform) is wanted


def test_run_cmd_has_the_line_ends_of_windows() -> None:
    """Windows misreads a command file whose lines end as elsewhere."""
    content = (ROOT / "run.cmd").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 5


@pytest.mark.parametrize("name", ["run.command", ".ci/run"])
def test_script_is_executable_and_reads_well(name: str) -> None:
    """A script can be started by a double click, and the shell finds no fault in it."""
    assert (ROOT / name).stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(ROOT / name)], check=False).returncode == 0


FAKE = """#!/bin/sh
[ "$2" = --check-python ] && exit {suits}
printf '%s|' "{name}" "$PWD" "$@"
"""
SHELLS = [shell for shell in ("bash", "dash", "zsh") if shutil.which(shell)]


def double_clicked(folder: Path, pythons: dict[str, bool], shell: str = "bash") -> subprocess.CompletedProcess[str]:
    """Start run.command in a folder where there are only these Pythons, each of which suits or does not."""
    programs = folder / "programs"
    programs.mkdir()
    for name, suits in pythons.items():
        (programs / name).write_text(FAKE.format(name=name, suits=int(not suits)), encoding="utf-8")
        (programs / name).chmod(0o755)
    for name in ("dirname", "uname"):
        (programs / name).symlink_to(str(shutil.which(name)))
    shutil.copy(ROOT / "run.command", folder)
    # What a Mac has besides, and what a user may have set, is not to lead elsewhere.
    environment = {"PATH": str(programs), "CDPATH": str(ROOT)}
    command = [str(shutil.which(shell)), str(folder / "run.command"), "--prepare-only"]
    return subprocess.run(command, env=environment, cwd=folder.parent, capture_output=True, text=True, check=False)


@pytest.fixture
def odd_folder(tmp_path: Path) -> Path:
    """A folder with a name that shells stumble over, in which sendself lies."""
    folder = tmp_path / "OneDrive - St Mary's & St John's (2)"
    folder.mkdir()
    (folder / "launch.py").touch()
    return folder


@pytest.mark.skipif(os.name == "nt", reason="for macOS")
@pytest.mark.parametrize("shell", SHELLS)
def test_run_command_takes_the_newest_python_that_suits(odd_folder: Path, shell: str) -> None:
    """It passes over one that does not suit, and starts in its own folder, whatever that is called."""
    found = double_clicked(odd_folder, {"python3.14": False, "python3.13": True, "python3": True}, shell)

    assert found.stdout == f"python3.13|{odd_folder}|launch.py|--prepare-only|"
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="for macOS")
def test_run_command_without_a_python_says_what_to_install(odd_folder: Path) -> None:
    """Where there is none, or only an old one, it says so and what can be done."""
    found = double_clicked(odd_folder, {"python3": False})

    assert "install Python 3.14 from python.org" in found.stdout
    assert (found.returncode, found.stderr) == (1, "")


@pytest.mark.skipif(os.name == "nt", reason="for macOS")
def test_run_command_alone_says_to_unzip(odd_folder: Path) -> None:
    """Taken out of the zip file by itself it asks for the other files, and not for a Python that is there."""
    (odd_folder / "launch.py").unlink()
    found = double_clicked(odd_folder, {"python3.13": True})

    assert "The other files of sendself are not beside this one." in found.stdout
    assert (found.returncode, found.stderr) == (1, "")


@pytest.mark.parametrize("name", ["run.cmd", "run.command", "Makefile"])
def test_launcher_names_the_versions_of_python_that_suit(name: str) -> None:
    """What the launchers tell a user without Python agrees with what launch.py accepts."""
    named = re.findall(r"\b3\.(\d\d)\b", (ROOT / name).read_text(encoding="utf-8"))
    assert {(3, int(minor)) for minor in named} == set(SUITING)
    folders = re.findall(r"%%V in \(([0-9 ]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    assert [sorted(int(minor) for minor in one.split()) for one in folders] == (
        [[minor for _, minor in SUITING]] if name == "run.cmd" else []
    )
    assert (SUITING[0], SUITING[-1]) == (installing.OLDEST, installing.NEWEST)


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


def pages() -> list[Path]:
    """Return the modules of the pages."""
    return sorted((ROOT / "pages").glob("*.py"))


def test_page_has_no_name_of_the_standard_library() -> None:
    """`pages/` comes first on the import path: a page named as a standard module would take its place."""
    assert pages()
    assert [page.name for page in pages() if page.stem in sys.stdlib_module_names] == []


def test_page_is_short() -> None:
    """A page shows, fetches and saves; what grows past 60 lines belongs in the package."""
    lengths = {page.name: len(page.read_text(encoding="utf-8").splitlines()) for page in pages()}
    assert {name: lines for name, lines in lengths.items() if lines > 60} == {}


def test_version_is_a_version() -> None:
    """The version is told in one place, and pyproject.toml takes it from there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"]["attr"] == "sendself.__version__"
    assert re.fullmatch(r"\d+\.\d+\.\d+", sendself.__version__)
