"""What starts sendself: which Python and port are taken, and the scripts to double-click."""

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import installing
import launch

ROOT = Path(__file__).resolve().parent.parent
SUITING = [(3, 11), (3, 12), (3, 13), (3, 14)]


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
