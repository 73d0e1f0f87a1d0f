"""Files that several comparisons share: what they fill in, and where their faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare.errors import ConfigurationError
from readcompare.model.settings import Chosen
from readcompare.model.text import Wording
from readcompare.sources.comparison_file import ComparisonFile, read_comparison_file

CALL = """\
defaults: ../defaults.yaml
sides:
  - {id: germany, file: germany.txt}
  - {id: kremlin, name: The Kremlin, file: kremlin.txt}
"""
DEFAULTS = """\
participants: [Angela Merkel, Vladimir Putin]
sides:
  germany: {name: German Federal Government, wording: official}
  kremlin: {name: Kremlin, wording: quoted, complete: false}
align: {threshold: 0.3}
report: {width: 100}
lexicons: [terms.yaml]
"""


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A comparison file in a folder with its texts, below a folder for defaults."""
    folder = tmp_path / "call"
    folder.mkdir()
    for name in ("germany", "kremlin"):
        (folder / f"{name}.txt").write_text(f"The text of {name}.\n", encoding="utf-8")
    (tmp_path / "terms.yaml").write_text("entities: []\n", encoding="utf-8")
    return folder / "comparison.yaml"


def read(call: Path, content: str, **files: str) -> ComparisonFile:
    """Read `content`, with further files of the folder above."""
    call.write_text(content, encoding="utf-8")
    for name, text in files.items():
        (call.parent.parent / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read_comparison_file(str(call))


def told(call: Path, content: str, **files: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(ConfigurationError) as caught:
        read(call, content, **files)
    return [(Path(problem.path or "").name, problem.line, problem.message) for problem in caught.value.problems]


def test_defaults_fill_in_what_the_comparison_leaves_open(call: Path) -> None:
    described = read(call, CALL, defaults=DEFAULTS)
    germany, kremlin = described.sides
    assert described.participants == ("Angela Merkel", "Vladimir Putin")
    assert (germany.name, germany.wording, germany.complete) == (
        "German Federal Government",
        Wording.OFFICIAL,
        True,
    )
    assert (kremlin.name, kremlin.wording, kremlin.complete) == ("The Kremlin", Wording.QUOTED, False)
    assert described.align.threshold == 0.3
    assert Path(described.lexicons[0]).resolve() == (call.parent.parent / "terms.yaml").resolve()
    shared = str(call.parent / "../defaults.yaml")
    assert described.settings == {
        "width": Chosen(100, f"{shared}:6"),
        "threshold": Chosen(0.3, f"{shared}:5"),
    }


def test_what_the_comparison_says_goes_before_its_defaults(call: Path) -> None:
    described = read(call, CALL + "align: {threshold: 0.6}\nparticipants: [A]\n", defaults=DEFAULTS)
    assert described.align.threshold == 0.6
    assert described.participants == ("A",)
    assert described.settings["threshold"].origin.endswith("comparison.yaml:5")


def test_defaults_may_have_defaults(call: Path) -> None:
    described = read(
        call,
        CALL,
        defaults="defaults: house.yaml\nsides: {germany: {name: Berlin}}\n",
        house=DEFAULTS,
    )
    assert (described.sides[0].name, described.sides[0].wording) == ("Berlin", Wording.OFFICIAL)
    assert described.align.threshold == 0.3


def test_a_side_includes_a_file(call: Path) -> None:
    content = CALL.replace("id: kremlin, name: The Kremlin", "include: ../kremlin.yaml")
    described = read(call, content, defaults=DEFAULTS, kremlin="id: kremlin\nname: Moscow\n")
    side = described.sides[1]
    assert (side.id, side.name, side.wording) == ("kremlin", "Moscow", Wording.QUOTED)


@pytest.mark.parametrize(
    ("defaults", "file", "line", "gist"),
    [
        ("align: {treshold: 0.3}\n", "defaults.yaml", 1, "unknown key 'treshold'; did you mean 'threshold'?"),
        ("align: {threshold: 3}\n", "defaults.yaml", 1, "threshold must be `auto` or a number"),
        ("title: x\n", "defaults.yaml", 1, "unknown key 'title'; known are participants"),
        ("report: {width: 9}\n", "defaults.yaml", 1, "width: '9' is no number from 40 to 300"),
        ("report: {format: htlm}\n", "defaults.yaml", 1, "'htlm' is not known; did you mean html?"),
        ("report: {format: txt}\n", "defaults.yaml", 1, "'txt' is not known; did you mean text?"),
        ("a: 1\n\tb: 2\n", "defaults.yaml", 2, "a tab cannot indent"),
        ("- a\n", "defaults.yaml", 1, "this must be a mapping"),
        ("", "comparison.yaml", 1, "the defaults '../defaults.yaml': there is nothing in it"),
        ("sides: [{id: germany}]\n", "defaults.yaml", 1, "named by their ids"),
        ("sides: {germany: {file: a.txt}}\n", "defaults.yaml", 1, "unknown key 'file'"),
        ("sides: {germany: {wording: x}}\n", "defaults.yaml", 1, "wording cannot be 'x'"),
        ("lexicons: [../x.yaml]\n", "defaults.yaml", 1, "lies outside the folder of this file"),
        ("defaults: defaults.yaml\n", "defaults.yaml", 1, "circle: comparison.yaml -> defaults.yaml -> defaults.yaml"),
        ("defaults: call/comparison.yaml\n", "defaults.yaml", 1, "the defaults go round in a circle"),
        ("defaults: nowhere.yaml\n", "defaults.yaml", 1, "the defaults 'nowhere.yaml': no such file"),
        ("defaults: /etc/passwd\n", "defaults.yaml", 1, "not from the root as '/etc/passwd'"),
        ("defaults: passwd\n", "defaults.yaml", 1, "such a file ends in .yaml"),
        ("defaults: [a]\n", "defaults.yaml", 1, "must be a text, not a list"),
        ("participants: &a [x]\nlexicons: *a\n", "defaults.yaml", 2, "aliases such as *a are not supported"),
    ],
)
def test_a_fault_is_told_where_it_stands(call: Path, defaults: str, file: str, line: int, gist: str) -> None:
    ((found_file, found_line, message),) = told(call, CALL, defaults=defaults)
    assert (found_file, found_line) == (file, line)
    assert gist in message


def test_faults_of_both_files_are_told_at_once_the_comparison_first(call: Path) -> None:
    problems = told(call, CALL + "titel: x\n", defaults="algin: {}\nzzz: 1\n")
    assert [problem[:2] for problem in problems] == [("comparison.yaml", 5), ("defaults.yaml", 1), ("defaults.yaml", 2)]


def test_a_file_that_both_sides_include_is_wrong_once(call: Path) -> None:
    sides = [f"  - {{include: ../s.yaml, id: {name}, file: {name}.txt}}\n" for name in ("germany", "kremlin")]
    content = "sides:\n" + "".join(sides)
    ((file, line, message),) = told(call, content, s="wordng: official\n")
    assert (file, line) == ("s.yaml", 1)
    assert "did you mean 'wording'?" in message


def test_a_long_chain_of_defaults_ends(call: Path) -> None:
    files = {f"d{n}": f"defaults: d{n + 1}.yaml\n" for n in range(20)}
    ((file, _, message),) = told(call, CALL.replace("defaults.yaml", "d0.yaml"), **files)
    assert "more than 8 deep" in message
    assert file == "d7.yaml"
