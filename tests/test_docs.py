"""The documents say what is so: commands, make targets, links, keys, counts and examples are checked."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from sendself.context.national.benchmarks import load_benchmarks
from sendself.context.schools.register import load_register
from sendself.rubric.duty import Duty
from sendself.rubric.loader import load_rubric
from sendself.rubric.model import FocusArea, Questions, Rubric, ScaleLevel, Theme
from sendself.rubric.yaml_loader import RubricError, read_yaml

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RUBRICS = ROOT / "rubrics" / "README.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "rubrics").rglob("*.md")])
NAMES = [file.relative_to(ROOT).as_posix() for file in DOCUMENTS]

OF_ANOTHER_PLACE = re.compile(
    r"/(work|tmp|root|home|Users|mnt|opt)/|\b[A-Z]:\\|pypi|pythonhosted|npmjs|index-url|127\.0\.0\.1:\d|\bTODO\b",
    re.IGNORECASE,
)


def text_of(name: str) -> str:
    """A document's text."""
    return (ROOT / name).read_text(encoding="utf-8")


def code_in(text: str) -> list[str]:
    """What stands in code blocks and code spans."""
    blocks = re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return blocks + re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def links_in(text: str) -> list[str]:
    """The targets of links and pictures that are no web address."""
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    return [target for target in targets if not re.match(r"https?:|mailto:", target)]


def anchors_in(text: str) -> set[str]:
    """The places that a link with # can lead to, as they are made from headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_dead(target: str, document: Path) -> bool:
    """Whether a relative link of a document leads nowhere."""
    path, _, anchor = target.partition("#")
    file = (document.parent / path).resolve() if path else document
    if not file.exists() or not file.is_relative_to(ROOT):
        return True
    return bool(anchor) and anchor not in anchors_in(file.read_text(encoding="utf-8"))


@cache
def help_of(*command: str) -> str:
    """What `--help` says, of the program or of one command."""
    run = subprocess.run(
        [sys.executable, "-m", "sendself", *command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout


def commands() -> list[str]:
    """The commands that `--help` lists."""
    listed = help_of().partition("\ncommands:\n")[2].partition("\n\n")[0]
    return re.findall(r"^    ([a-z]+) ", listed, re.MULTILINE)


def options(*command: str) -> set[str]:
    """The options that `--help` lists, each in all its ways of writing."""
    lines = [line for line in help_of(*command).splitlines() if re.match(r"  -", line)]
    return {
        found for line in lines for found in re.findall(r"(?<![\w-])--?[a-z]+(?:-[a-z]+)*", line.split("  ")[1])
    } - {"-h"}


def undocumented(text: str, command: str, wanted: set[str]) -> set[str]:
    """The options that the row of a command in a document's table leaves out; the command itself when it has no row."""
    row = next((line for line in text.splitlines() if re.match(rf"\| `{command}[ `]", line)), None)
    if row is None:
        return {command}
    return {option for option in wanted if not re.search(rf"(?<![\w-]){option}(?![\w-])", row)}


def examples_in_readme() -> list[str]:
    """The calls of the command line that the README shows, in order."""
    lines = (line for block in code_in(README.read_text(encoding="utf-8")) for line in block.splitlines())
    return [line for line in lines if line.startswith("python -m sendself ")]


def make_targets() -> set[str]:
    """The targets that the Makefile has."""
    return set(re.findall(r"^([a-z]+):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def rubric_files() -> Iterator[tuple[str, str]]:
    """The files that rubrics/README.md shows whole: each block begins with its name."""
    for block in code_in(RUBRICS.read_text(encoding="utf-8")):
        if found := re.match(r"# ([\w./-]+\.yaml)\n", block):
            yield found[1], block


@pytest.fixture
def own_rubric(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The rubric that rubrics/README.md shows, written as it stands there, seen from the folder of a project."""
    for name, content in rubric_files():
        file = tmp_path / "rubrics" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("rubrics/our-trust")


def test_documents_are_found() -> None:
    """The checks below look at something: the README, the guides and the decisions are among the documents."""
    wanted = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/schools.md", "docs/hosting.md", "docs/data.md"}
    assert wanted | {"rubrics/README.md", "docs/decisions/0001-one-field-is-one-row.md"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_link_leads_somewhere(name: str) -> None:
    """Every relative link and picture is there, and so is the heading that a link names."""
    assert [target for target in links_in(text_of(name)) if is_dead(target, ROOT / name)] == []


@pytest.mark.parametrize("target", ["docs/nowhere.md", "README.md#no-such-heading", "../outside.md"])
def test_dead_link_is_noticed(target: str) -> None:
    """A missing file, a missing heading and a way out of the project each count as dead."""
    assert is_dead(target, README)


@pytest.mark.parametrize("name", NAMES)
def test_document_names_no_other_place(name: str) -> None:
    """No path of somebody's machine and no address of a package registry stands in a document."""
    assert OF_ANOTHER_PLACE.findall(text_of(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_picture_has_words(name: str) -> None:
    """Every picture says in words what it shows, for whoever does not see it."""
    assert [words for words in re.findall(r"!\[([^\]]*)\]\(", text_of(name)) if len(words.split()) < 3] == []


@pytest.mark.parametrize("name", NAMES)
def test_make_target_in_document_exists(name: str) -> None:
    """Whoever types a `make` command from a document gets what it promises."""
    lines = [line for code in code_in(text_of(name)) for line in code.splitlines()]
    named = {found[1] for line in lines if (found := re.match(r"make ([a-z]+)", line))}
    assert named - make_targets() == set()


def test_readme_begins_with_a_picture_and_the_two_commands() -> None:
    """A newcomer sees what it looks like and how to run it before anything else."""
    beginning = README.read_text(encoding="utf-8").splitlines()
    assert beginning[0].startswith("![")
    assert [line.split("#")[0].strip() for line in beginning[4:9] if line.startswith("make ")] == [
        "make run",
        "make test",
    ]


def test_commands_and_their_options_are_documented() -> None:
    """Every command has its row in the README, and every option of it stands there."""
    readme = README.read_text(encoding="utf-8")
    missing = {command: undocumented(readme, command, options(command) - {"--help"}) for command in commands()}
    assert len(missing) >= 6
    assert {command: names for command, names in missing.items() if names} == {}


def test_options_of_the_program_are_documented() -> None:
    """Those that go with every command stand in the README too."""
    assert {option for option in options() if f"`{option}`" not in README.read_text(encoding="utf-8")} == set()


def test_command_or_option_left_out_is_noticed() -> None:
    """A row without an option, and a command without a row, are found."""
    table = "| `report FILE -o FILE` | Makes the PDF. |\n"
    assert undocumented(table, "report", {"-o", "--output"}) == {"--output"}
    assert undocumented(table, "check", set()) == {"check"}


def test_examples_of_the_readme_run(tmp_path: Path) -> None:
    """Each call, typed in the order in which it is shown, ends well."""
    calls = examples_in_readme()
    assert {call.split()[3] for call in calls} == set(commands()) - {"migrate", "register"}
    for call in calls:
        run = subprocess.run(
            [sys.executable, *shlex.split(call)[1:]],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
        )
        assert (call, run.returncode, run.stderr) == (call, 0, "")


def test_settings_are_documented_and_exist() -> None:
    """Every setting of ours is explained in docs/hosting.md, and none is that the program does not read."""
    sources = [ROOT / "launch.py", ROOT / "installing.py", *(ROOT / "sendself").rglob("*.py")]
    read = {found for file in sources for found in re.findall(r"SENDSELF_[A-Z_]+", file.read_text(encoding="utf-8"))}
    explained = set(re.findall(r"^\| `(SENDSELF_[A-Z_]+)`", text_of("docs/hosting.md"), re.MULTILINE))
    assert explained == read
    assert {found for name in NAMES for found in re.findall(r"SENDSELF_[A-Z_]+", text_of(name))} <= read


@pytest.mark.parametrize("model", [Rubric, ScaleLevel, FocusArea, Theme, Questions, Duty], ids=lambda one: one.__name__)
def test_key_of_a_rubric_is_explained(model: type[BaseModel]) -> None:
    """Whoever writes a rubric finds every key that the loader takes."""
    code = "\n".join(code_in(RUBRICS.read_text(encoding="utf-8")))
    assert [key for key in model.model_fields if not re.search(rf"\b{key}\b", code)] == []


def test_example_of_a_rubric_loads(own_rubric: Path) -> None:
    """What the README of the rubrics shows is a whole rubric, with its questions and its duty."""
    rubric = load_rubric(own_rubric)

    assert [theme.id for theme in rubric.themes()] == ["reading.phonics"]
    assert [duty.id for duty in rubric.duties] == ["reasonable-adjustments"]
    assert rubric.area("reading").questions is not None


def test_example_of_an_error_is_what_the_loader_says(own_rubric: Path) -> None:
    """The message shown for a misspelt key is the one that comes."""
    file = own_rubric / "areas" / "reading.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ask:", "aks:"), encoding="utf-8")

    with pytest.raises(RubricError) as refused:
        load_rubric(own_rubric)
    assert f"\n{refused.value}\n" in RUBRICS.read_text(encoding="utf-8")


def test_counts_of_the_data_are_those_shipped() -> None:
    """Numbers of schools, figures and duties in docs/data.md follow the files."""
    said = text_of("docs/data.md")
    register = load_register()
    duties = read_yaml(ROOT / "rubrics" / "duties.yaml")
    from_memory = sum(duty["verified"] == "from_memory" for duty in duties)

    assert [name for name, count in register.about["counts"].items() if f"{count:,}" not in said] == []
    assert f"| Year | {register.year};" in said
    assert f": {len(load_benchmarks())} figures" in said
    assert f": {len(duties)} duties" in said
    assert f" {from_memory} are **from memory**" in said


def test_decisions_are_numbered_without_a_gap() -> None:
    """Each decision has its number in its name and in its title."""
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    titles = [file.read_text(encoding="utf-8").splitlines()[0] for file in files]
    assert [title for number, title in enumerate(titles, 1) if not title.startswith(f"# {number}. ")] == []
