"""Comparison files with three and more sides: what they may say, and what is told when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare.cli import main
from readcompare.errors import ConfigurationError, InputError, UsageError
from readcompare.evaluation.corpus import read_corpus
from readcompare.intake import Wishes, read_accounts
from readcompare.model.alignment import RowKind
from readcompare.model.annotations import Anchor, Annotations, Judgement, Verdict
from readcompare.model.synopsis import Synopsis
from readcompare.runner import run_all, run_file
from readcompare.session import start
from readcompare.sources.annotations import read_annotations, write_annotations
from readcompare.sources.comparison_file import read_comparison_file
from readcompare.sources.validation import validate

SIDE = "  - {{id: {0}, file: {0}.txt, language: en}}\n"
GOLD = """\
links: [[1, 1, same]]
competing: []
only_a: []
only_b: []
frame_a: []
frame_b: []
ignore_a: []
ignore_b: []
"""
NAMES = ("berlin", "paris", "moscow", "rome", "oslo", "bern", "wien", "riga", "kyiv", "minsk")


@pytest.fixture
def call(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / f"{name}.txt").write_text(f"They met in {name}. The leaders discussed trade.", encoding="utf-8")
    return tmp_path / "call.yaml"


def described(call: Path, sides: int, more: str = "") -> str:
    call.write_text("sides:\n" + "".join(map(SIDE.format, NAMES[:sides])) + more, encoding="utf-8")
    return str(call)


@pytest.mark.parametrize(
    ("more", "place"), [("", 0), ("pivot: moscow\n", 2), ("pivot: B\n", 1), ("pivot: b\n", 1), ("pivot:\n", 0)]
)
def test_the_pivot_is_named_by_id_or_letter_and_is_the_first_by_default(call: Path, more: str, place: int) -> None:
    read = read_comparison_file(described(call, 3, more))
    assert [side.id for side in read.sides] == ["berlin", "paris", "moscow"]
    assert read.pivot == place


def test_nine_sides_are_read_and_ten_are_too_many(call: Path) -> None:
    assert len(read_accounts(described(call, 9)).pairs) == 36
    with pytest.raises(ConfigurationError) as error:
        read_comparison_file(described(call, 10))
    assert str(error.value).startswith(f"{call}:11:5: at most 9 sides can be compared; this file has 10")


@pytest.mark.parametrize(
    ("sides", "more", "place", "gist"),
    [
        (3, "pivot: moskow\n", "5:8", "there is no side 'moskow' to be the pivot; did you mean 'moscow'?"),
        (3, "pivot: D\n", "5:8", "there is no side 'D' to be the pivot"),
        (3, "pivot: [berlin]\n", "5:8", "pivot must be a text, not a list"),
        (3, "pivot: 2\n", "5:8", 'pivot must be a text; put it in quotes: "2"'),
        (2, "pivot: berlin\n", "4:8", "a `pivot` is for three and more sides; this file has two"),
        (3, "pivots: berlin\n", "5:1", "unknown key 'pivots'; did you mean 'pivot'?"),
        (2, SIDE.format("paris"), "4:10", "the id 'paris' is taken by the side of line 3"),
        (1, "", "2:5", "a comparison needs two sides; this file has one"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(call: Path, sides: int, more: str, place: str, gist: str) -> None:
    found = validate(described(call, sides, more))
    assert any(str(problem).startswith(f"{call}:{place}: {gist}") for problem in found.problems), found.problems


@pytest.mark.parametrize(
    ("sides", "wishes", "gist"),
    [
        (
            3,
            Wishes(pivot="rome"),
            "there is no side 'rome' to be the pivot; there are A (berlin), B (paris), C",
        ),
        (2, Wishes(pivot="A"), "--pivot is for three and more sides"),
        (3, Wishes(languages=(None, None, None, "de")), "there is no side D; there are 3 sides"),
        (3, Wishes(annotations="a.yaml"), "--annotations is for two sides"),
    ],
)
def test_wishes_that_do_not_fit_are_refused(call: Path, sides: int, wishes: Wishes, gist: str) -> None:
    with pytest.raises(UsageError) as error:
        read_accounts(described(call, sides), wishes)
    assert gist in str(error.value)


def test_each_pair_has_its_own_work_by_hand_with_the_letters_of_its_sides(call: Path) -> None:
    path = described(call, 3, "annotations: call.notes.yaml\n")
    anchors = [Anchor(sentence=name, digest="0" * 12, text=text) for name, text in (
        ("B2", "The leaders discussed trade."), ("C1", "They met in moscow."),
    )]  # fmt: skip
    by_hand = Annotations((Judgement(verdict=Verdict.LINKED, a=(anchors[0],), b=(anchors[1],), note="odd"),))
    write_annotations(str(call.with_name("call.paris-moscow.notes.yaml")), by_hand)
    found = run_all(read_accounts(path))
    assert isinstance(found, Synopsis)
    linked = [(row.a, row.b) for comparison in found.comparisons for row in comparison.rows if row.note == "odd"]
    assert linked == [(("B2",), ("C1",))]
    assert run_file(path, Wishes(pair=(1, 2))).rows == found.comparisons[2].rows
    assert validate(path).problems == ()


def test_a_file_of_work_by_hand_on_other_sides_is_told(call: Path) -> None:
    path = described(call, 3, "annotations: call.notes.yaml\n")
    wrong = Annotations(
        (Judgement(verdict=Verdict.LINKED, a=(Anchor(sentence="A1", digest="0" * 12, text="x"),), b=()),)
    )
    notes = call.with_name("call.paris-moscow.notes.yaml")
    write_annotations(str(notes), wrong)
    (problem,) = validate(path).problems
    assert str(problem).startswith(f"{notes}:7:")
    assert "a sentence of a is named as B3, not 'A1'" in str(problem)
    assert read_annotations(str(notes)) == wrong  # it is right for a comparison of two


def test_a_file_is_begun_from_the_texts_of_three_sides(call: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(call.parent)
    assert main(["init", "begun.yaml", "berlin.txt", "paris.txt", "moscow.txt", "--yes"]) == 0
    text = Path("begun.yaml").read_text(encoding="utf-8")
    assert "# pivot: berlin" in text
    assert [side.id for side in read_comparison_file("begun.yaml").sides] == ["berlin", "paris", "moscow"]
    assert validate("begun.yaml").problems == ()
    assert main(["init", "more.yaml", "--yes"]) == 2  # ten texts lie there, and nobody said which belong together


def test_three_texts_keep_the_work_on_each_pair_apart_from_that_on_two_texts(call: Path) -> None:
    texts = tuple(str(call.with_name(f"{name}.txt")) for name in NAMES[:3])
    paths = {start(texts, Wishes(pair=pair)).annotations_path for pair in ((0, 1), (0, 2), (1, 2))}
    assert {Path(path or "").name for path in paths} == {
        "berlin-paris-moscow.berlin-paris.notes.yaml",
        "berlin-paris-moscow.berlin-moscow.notes.yaml",
        "berlin-paris-moscow.paris-moscow.notes.yaml",
    }
    assert start(texts[:2], Wishes()).annotations_path == str(call.with_name("berlin-paris.notes.yaml"))


def test_an_annotated_call_has_two_sides(call: Path) -> None:
    folder = call.parent / "calls" / "one"
    folder.mkdir(parents=True)
    for name in NAMES[:3]:
        (folder / f"{name}.txt").write_text("They met.", encoding="utf-8")
    (folder / "comparison.yaml").write_text("sides:\n" + "".join(map(SIDE.format, NAMES[:3])), encoding="utf-8")
    (folder / "gold.yaml").write_text(GOLD, encoding="utf-8")
    with pytest.raises(InputError, match="annotated with two sides; the comparison beside this file has 3"):
        read_corpus(str(folder.parent))


def test_what_is_new_is_told_with_the_sentences_of_the_right_side(call: Path) -> None:
    (call.parent / "before.txt").write_text("They met in berlin.", encoding="utf-8")
    text = described(call, 3)
    call.write_text(call.read_text(encoding="utf-8").replace("id: berlin,", "id: berlin, previous: before.txt,"))
    found = run_file(text)
    assert found.histories[0] is not None
    assert found.histories[0].new == ("A2",)
    assert {row.kind for row in found.rows} <= set(RowKind)
