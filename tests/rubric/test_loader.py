"""A rubric folder is read whole, or the person who wrote it is told file, key, problem and remedy."""

from pathlib import Path
from typing import Any

import pytest

from sendself.rubric.duty import Setting
from sendself.rubric.loader import load_rubric, rubric_for, shipped_rubrics
from sendself.rubric.model import Rubric
from sendself.rubric.yaml_loader import RubricError
from tests.rubric.folders import DUTIES, area_content, head_content, theme, write, write_rubric

AREAS = ["outcomes", "families"]
NINE = [
    *("outcomes", "leadership", "teaching", "families", "identification", "monitoring", "resources", "provision"),
    "sixth-form",
]
QUESTIONS = {"parents": ["What helps?"], "pupils": ["What is hard?"], "assistants": ["Who needs you?"]}
OUTCOMES = "areas/outcomes.yaml"
README = "See rubrics/README.md"


def loaded(folder: Path, **files: Any) -> Rubric:
    """The rubric of a folder in which some files are written anew."""
    write_rubric(folder, AREAS)
    for name, content in files.items():
        write(folder / name, content)
    return load_rubric(folder)


def changed_theme(**changes: Any) -> dict[str, Any]:
    """The focus area outcomes, its first theme changed."""
    return area_content("outcomes", themes=[theme("outcomes", "first", **changes), theme("outcomes", "second")])


def without(content: dict[str, Any], key: str) -> dict[str, Any]:
    """The content without a key."""
    return {name: value for name, value in content.items() if name != key}


def test_folder_of_a_trust_with_nine_areas_loads(tmp_path: Path) -> None:
    """A ninth focus area and themes that are no row of the Guide need no code."""
    write_rubric(tmp_path, NINE)

    rubric = load_rubric(tmp_path)

    assert [area.id for area in rubric.areas] == NINE
    assert len(list(rubric.themes())) == 18
    assert {theme.guide for theme in rubric.themes()} == {None}


def test_folder_keeps_only_the_duties_that_its_themes_name(tmp_path: Path) -> None:
    """The duties file may be shared: what no theme names stays out of the rubric."""
    rubric = loaded(tmp_path)

    assert [duty["id"] for duty in DUTIES] == ["keep-registers", "ask-parents"]
    assert [duty.id for duty in rubric.duties] == ["keep-registers"]


def test_duties_may_be_shared_with_the_rubrics_beside(tmp_path: Path) -> None:
    """Several rubrics of a trust name one file that lies beside their folders."""
    write_rubric(tmp_path / "trust", ["outcomes"], duties="../law.yaml")
    (tmp_path / "trust" / "duties.yaml").rename(tmp_path / "law.yaml")

    assert [duty.id for duty in load_rubric(tmp_path / "trust").duties] == ["keep-registers"]


def test_link_in_the_folder_does_not_lead_out_of_it(tmp_path: Path) -> None:
    """What lies elsewhere is elsewhere, whatever it is called here."""
    folder, elsewhere = tmp_path / "rubrics" / "trust", tmp_path / "elsewhere.yaml"
    write_rubric(folder, ["outcomes"])
    (folder / "duties.yaml").rename(elsewhere)
    (folder / "duties.yaml").symlink_to(elsewhere)

    with pytest.raises(RubricError, match=r"rubric\.yaml: duties: .*leads out of the rubric's folder"):
        load_rubric(folder)


def test_folder_without_duties_loads(tmp_path: Path) -> None:
    """A rubric need not know of any duty."""
    write_rubric(tmp_path, ["outcomes"])
    write(tmp_path / "rubric.yaml", without(head_content(["outcomes"]), "duties"))
    write(tmp_path / OUTCOMES, area_content("outcomes", themes=[theme("outcomes", "first")]))

    assert load_rubric(tmp_path).duties == ()


@pytest.mark.parametrize("place", ["questions.yaml", OUTCOMES])
def test_questions_are_read_where_they_stand(tmp_path: Path, place: str) -> None:
    """Questions stand in their own file or with their area, and an area may have none."""
    content = {"outcomes": QUESTIONS} if place == "questions.yaml" else area_content("outcomes", questions=QUESTIONS)

    rubric = loaded(tmp_path, **{place: content})

    asked = rubric.area("outcomes").questions
    assert asked is not None
    assert asked.pupils == ("What is hard?",)
    assert rubric.area("families").questions is None


def test_guide_rows_of_the_annex_are_accepted(tmp_path: Path) -> None:
    """A rubric that names its annex may say which row a theme stands for, the last row included."""
    rubric = loaded(
        tmp_path,
        **{"rubric.yaml": head_content(AREAS, annex="A1"), OUTCOMES: changed_theme(guide="A1.outcomes.7")},
    )

    assert rubric.theme("outcomes.first").guide == "A1.outcomes.7"


# What is written into which file; then which file and key are named, and words of the problem and of the remedy.
WRONG: dict[str, tuple[dict[str, Any], tuple[str, str, str, str]]] = {
    "unknown key in rubric.yaml": (
        {"rubric.yaml": head_content(AREAS, colour="blue")},
        ("rubric.yaml", "colour", "not permitted", "Remove the key"),
    ),
    "unknown key in a theme": (
        {OUTCOMES: changed_theme(levles={})},
        (OUTCOMES, "themes.0.levles", "not permitted", "Remove the key"),
    ),
    "unknown key in a duty": (
        {"duties.yaml": [{**DUTIES[0], "rows": []}]},
        ("duties.yaml", "rows", "not permitted", "Remove the key"),
    ),
    "missing key": (
        {OUTCOMES: without(area_content("outcomes"), "intro")},
        (OUTCOMES, "intro", "required", "Add the key"),
    ),
    "missing level": (
        {OUTCOMES: changed_theme(levels={1: "a", 2: "b", 4: "d"})},
        (OUTCOMES, "themes.0.levels", "levels 1, 2, 3 and 4", "Correct it"),
    ),
    "a fifth level": (
        {OUTCOMES: changed_theme(levels={1: "a", 2: "b", 3: "c", 4: "d", 5: "e"})},
        (OUTCOMES, "themes.0.levels", "levels 1, 2, 3 and 4", "Correct it"),
    ),
    "empty level": (
        {OUTCOMES: changed_theme(levels={1: "a", 2: "", 3: "c", 4: "d"})},
        (OUTCOMES, "themes.0.levels.1", "at least 1 character", "Write the text"),
    ),
    "a number for a text": (
        {OUTCOMES: area_content("outcomes", short=2026)},
        (OUTCOMES, "short", "valid string", "in quotation marks"),
    ),
    "a name too long for the radar": (
        {OUTCOMES: area_content("outcomes", short="Outcomes for pupils")},
        (OUTCOMES, "short", "at most 16 characters", "Shorten the text"),
    ),
    "too little to look for": (
        {OUTCOMES: changed_theme(look_for=["the register"])},
        (OUTCOMES, "themes.0.look_for", "at least 2", "Add what is missing"),
    ),
    "too much to look for": (
        {OUTCOMES: changed_theme(look_for=list("abcde"))},
        (OUTCOMES, "themes.0.look_for", "at most 4", "Leave some out"),
    ),
    "scale out of order": (
        {"rubric.yaml": head_content(AREAS, scale=head_content(AREAS)["scale"][::-1])},
        ("rubric.yaml", "scale", "levels 1, 2, 3 and 4", "Correct it"),
    ),
    "no themes": (
        {OUTCOMES: area_content("outcomes", themes=[])},
        (OUTCOMES, "themes", "at least 1 item", "Add what is missing"),
    ),
    "same theme id twice in a file": (
        {OUTCOMES: area_content("outcomes", themes=[theme("outcomes", "a"), theme("outcomes", "a", title="Other")])},
        (OUTCOMES, "id", "'outcomes.a' stands twice", "Give each its own"),
    ),
    "same title in two files": (
        {"areas/families.yaml": area_content("families", themes=[theme("outcomes", "first", id="families.first")])},
        ("areas/families.yaml", "title", "'How first goes in outcomes' stands twice", "Give each its own"),
    ),
    "same guide row twice": (
        {
            "rubric.yaml": head_content(AREAS, annex="A1"),
            OUTCOMES: area_content(
                "outcomes", themes=[theme("outcomes", name, guide="A1.outcomes.2") for name in ("first", "second")]
            ),
        },
        (OUTCOMES, "guide", "'A1.outcomes.2' stands twice", "Give each its own"),
    ),
    "same duty id twice": (
        {"duties.yaml": [DUTIES[0], DUTIES[0]]},
        ("duties.yaml", "id", "'keep-registers' stands twice", "Give each its own"),
    ),
    "same area twice": (
        {"rubric.yaml": head_content([*AREAS, "outcomes"])},
        ("rubric.yaml", "areas", "'outcomes' stands twice", "Give each its own"),
    ),
    "duplicate YAML key": (
        {OUTCOMES: "id: outcomes\ntitle: One\nshort: Short\ntitle: Two\n"},
        (OUTCOMES, "line 4", "the key 'title' stands twice", "Correct the line"),
    ),
    "duplicate YAML key deep down": (
        {OUTCOMES: "id: outcomes\nthemes:\n  - levels:\n      1: a\n      1: b\n"},
        (OUTCOMES, "line 5", "the key 1 stands twice", "Correct the line"),
    ),
    "guide row that is not there": (
        {"rubric.yaml": head_content(AREAS, annex="A1"), OUTCOMES: changed_theme(guide="A1.outcomes.8")},
        (OUTCOMES, "outcomes.first.guide", "A1.outcomes.8 is no row", "Use a row from A1.outcomes.1 to A1.outcomes.7"),
    ),
    "guide row of another area": (
        {"rubric.yaml": head_content(AREAS, annex="A1"), OUTCOMES: changed_theme(guide="A1.families.1")},
        (OUTCOMES, "outcomes.first.guide", "A1.families.1 is no row", "A1.outcomes.7"),
    ),
    "guide row of the other annex": (
        {"rubric.yaml": head_content(AREAS, annex="A1"), OUTCOMES: changed_theme(guide="A2.outcomes.1")},
        (OUTCOMES, "outcomes.first.guide", "A2.outcomes.1 is no row", "A1.outcomes.7"),
    ),
    "guide row without an annex": (
        {OUTCOMES: changed_theme(guide="A1.outcomes.1")},
        (OUTCOMES, "outcomes.first.guide", "A1.outcomes.1 is no row", "Remove the key"),
    ),
    "guide row without form": (
        {OUTCOMES: changed_theme(guide="row 7")},
        (OUTCOMES, "themes.0.guide", "should match pattern", "lower-case letters"),
    ),
    "area id unlike its file": (
        {OUTCOMES: area_content("results")},
        (OUTCOMES, "id", "it says 'results'", "Make it 'outcomes'"),
    ),
    "area id without form": (
        {"rubric.yaml": head_content(["Sixth Form"]), "areas/Sixth Form.yaml": area_content("Sixth Form")},
        ("areas/Sixth Form.yaml", "id", "should match pattern", "lower-case letters"),
    ),
    "theme of another area": (
        {OUTCOMES: area_content("outcomes", themes=[theme("families", "first")])},
        (OUTCOMES, "families.first", "names another area", "Begin it with 'outcomes.'"),
    ),
    "unknown duty": (
        {OUTCOMES: changed_theme(duties=["keep-bees"])},
        (OUTCOMES, "outcomes.first.duties", "no duty 'keep-bees'", "Use an id of the duties file"),
    ),
    "unknown kind of school": (
        {"duties.yaml": [{**DUTIES[0], "applies_to": ["castle"]}]},
        ("duties.yaml", "applies_to.0", "Input should be 'maintained'", "Use one of these words"),
    ),
    "unknown setting": (
        {"rubric.yaml": head_content(AREAS, settings=["castle"])},
        ("rubric.yaml", "settings.0", "Input should be 'mainstream'", "Use one of these words"),
    ),
    "not UTF-8": (
        {OUTCOMES: "title: Prüfung".encode("cp1252")},
        (OUTCOMES, "", "not UTF-8", "Save it again with the encoding UTF-8"),
    ),
    "broken YAML": (
        {OUTCOMES: "id: outcomes\ntitle: Results: all of them\n"},
        (OUTCOMES, "line 2", "mapping values are not allowed here", "quote a text that holds a colon"),
    ),
    "characters that YAML does not know": (
        {OUTCOMES: "id: out\x07comes\n"},
        (OUTCOMES, "", "not valid YAML", "Correct the line"),
    ),
    "a text that hides what follows": (
        {OUTCOMES: changed_theme(statement="All is \u202ewell.")},
        (OUTCOMES, "themes.0.statement", "U+202E, which cannot be printed", "Correct it"),
    ),
    "a list for a key": (
        {OUTCOMES: "? [a, b]\n: c\n"},
        (OUTCOMES, "", "not valid YAML", "Correct the line"),
    ),
    "empty file": ({OUTCOMES: ""}, (OUTCOMES, "", "keys and values are needed", README)),
    "a list for a rubric": (
        {"rubric.yaml": ["outcomes"]},
        ("rubric.yaml", "", "keys and values are needed", README),
    ),
    "areas not listed": (
        {"rubric.yaml": {**head_content(AREAS), "areas": "outcomes"}},
        ("rubric.yaml", "areas", "a list of focus areas is needed", "List the names of the files"),
    ),
    "no areas": ({"rubric.yaml": head_content([])}, ("rubric.yaml", "areas", "at least 1", "Add what is missing")),
    "missing area file": (
        {"rubric.yaml": head_content([*AREAS, "sixth-form"])},
        ("areas/sixth-form.yaml", "", "cannot be read", "Add the file or correct the name"),
    ),
    "missing duties file": (
        {"rubric.yaml": head_content(AREAS, duties="law.yaml")},
        ("law.yaml", "", "cannot be read", "Add the file or correct the name"),
    ),
    "area from elsewhere": (
        {"rubric.yaml": head_content([*AREAS, "../../secret"])},
        ("rubric.yaml", "areas", "'../../secret' leads out of the folder areas/", "Give the name of a file in areas/"),
    ),
    "area from anywhere": (
        {"rubric.yaml": head_content([*AREAS, "/etc/secret"])},
        ("rubric.yaml", "areas", "'/etc/secret' leads out of the folder areas/", "Give the name of a file in areas/"),
    ),
    "area with a name that is none": (
        {"rubric.yaml": head_content([*AREAS, "out\0comes"])},
        ("areas/out\0comes.yaml", "", "cannot be read", "Add the file or correct the name"),
    ),
    "duties from elsewhere": (
        {"rubric.yaml": head_content(AREAS, duties="../../secret.yaml")},
        ("rubric.yaml", "duties", "'../../secret.yaml' leads out of the rubric's folder", "Put the file into"),
    ),
    "duties from anywhere": (
        {"rubric.yaml": head_content(AREAS, duties="/etc/passwd")},
        ("rubric.yaml", "duties", "leads out of the rubric's folder", "Put the file into"),
    ),
    "duties with a name that is none": (
        {"rubric.yaml": head_content(AREAS, duties="law\0.yaml")},
        ("law?.yaml", "", "cannot be read", "Add the file or correct the name"),
    ),
    "duties not a list": (
        {"duties.yaml": DUTIES[0]},
        ("duties.yaml", "", "a list of duties is needed", "Begin each duty with '- id:'"),
    ),
    "questions of no area": (
        {"questions.yaml": {"sixth-form": QUESTIONS}},
        ("questions.yaml", "sixth-form", "no such focus area", "Use the names of rubric.yaml"),
    ),
    "questions for nobody": (
        {"questions.yaml": {"outcomes": {"parents": ["What helps?"]}}},
        ("questions.yaml", "pupils", "required", "Add the key"),
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_folder_with_a_fault_is_refused_with_place_and_remedy(tmp_path: Path, wrong: str) -> None:
    """Every fault names its file and key, says what is wrong and what to do."""
    files, (file, key, problem, remedy) = WRONG[wrong]

    with pytest.raises(RubricError) as caught:
        loaded(tmp_path, **files)

    error = caught.value
    assert (error.file, error.key) == (tmp_path / file, key)
    assert problem in error.problem
    assert remedy in error.remedy
    place = f"{error.file}: {error.key}" if error.key else str(error.file)
    assert str(error) == f"{place}: {error.problem}. {error.remedy}."


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong path is told as such."""
    with pytest.raises(RubricError, match=r"nowhere.rubric\.yaml: the file cannot be read\. Add the file"):
        load_rubric(tmp_path / "nowhere")


def test_shipped_rubrics_are_two_and_serve_every_setting() -> None:
    """Mainstream schools have one rubric; special schools, PRUs, AP and resourced provision share the other."""
    assert [rubric.id for rubric in shipped_rubrics()] == ["mainstream", "specialist"]
    assert {setting: rubric_for(setting).id for setting in Setting} == {
        Setting.MAINSTREAM: "mainstream",
        Setting.SPECIAL: "specialist",
        Setting.PRU: "specialist",
        Setting.AP: "specialist",
        Setting.RESOURCED_PROVISION: "specialist",
    }
