"""Examining lexicon files: every fault with its place, and how many entries are fine."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from readcompare.errors import ConfigurationError, ReadcompareError
from readcompare.lexicon.entries import Lexicon
from readcompare.sources.lexicon_examiner import Examined
from readcompare.sources.lexicon_files import LAYERS
from readcompare.sources.own_lexicon import read_own_lexicon
from readcompare.vocabulary.check import check

HEAD = "format: readcompare-lexicon/1\nname: bridge\nentries:\n"


def examined(tmp_path: Path, text: str) -> Examined:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return check(str(path))


@pytest.mark.parametrize("layer", LAYERS)
def test_the_shipped_lexicons_are_fine(layer: str) -> None:
    folder = Path(str(files("readcompare.lexicon") / "data"))
    for path in sorted(folder.glob(f"{layer}*.yaml")):
        found = check(str(path))
        assert found.problems == ()
        assert found.fine == found.entries > 0


@pytest.mark.parametrize(
    ("body", "line", "column", "gist"),
    [
        ("- {id: a, en: ['a*']}", 4, 16, "begins with 'a'"),
        ("- {id: a, en: [fence, '*ab']}", 4, 23, "ends with 'ab'"),
        ("- {id: a, en: ['*']}", 4, 16, "no letters"),
        ("- {id: a, en: [the]}", 4, 16, "function word"),
        ("- {id: a, ru: [для]}", 4, 16, "function word"),
        ("- {id: a, en: []}", 4, 15, "en is empty"),
        ("- {id: a, en: [fence]}\n- {id: a, en: [hedge]}", 5, 3, "'a' stands twice; the first is in line 4"),
        ("- {id: a, en: [fence]}\n- {id: b, en: [fence]}", 5, 16, "stands in the entry 'a' already"),
        ("- {id: a, en: [fence], except: {en: [fence]}}", 4, 16, "can never match"),
        ("- {id: a, en: ['fence*'], except: {en: [wall]}}", 4, 41, "covers no pattern"),
        ("- {id: a, en: [fence], requires: ukrane}", 4, 34, "did you mean 'ukraine'?"),
        ("- {id: a, en: [fence], requires: xqzzw}", 4, 34, "requires names no entity or topic"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, body: str, line: int, column: int, gist: str) -> None:
    found = examined(tmp_path, HEAD + body)
    ((problem),) = found.problems
    assert (problem.line, problem.column) == (line, column)
    assert gist in problem.message
    assert found.fine == found.entries - 1


def test_all_faults_are_told_in_the_order_of_the_file_and_the_rest_is_fine(tmp_path: Path) -> None:
    found = examined(
        tmp_path,
        HEAD
        + "- {id: a, en: [fence], de: [Zaun]}\n- {id: b, en: [hedge]}\n- {id: c, en: ['x*', of]}\n- {id: d, en: []}\n",
    )
    assert [problem.line for problem in found.problems] == [4, 6, 6, 7]
    assert (found.entries, found.fine) == (4, 1)


@pytest.mark.parametrize(("name", "gist"), [("bridges", "did you mean 'bridge'?"), ("mine", "known are bridge, ent")])
def test_the_name_must_be_a_layer(tmp_path: Path, name: str, gist: str) -> None:
    text = f"format: readcompare-lexicon/1\nname: {name}\nentries:\n- {{id: a, en: [fence]}}\n"
    ((problem),) = examined(tmp_path, text).problems
    assert (problem.line, problem.column) == (2, 7)
    assert gist in problem.message
    with pytest.raises(ConfigurationError, match="must be the layer"):
        read_own_lexicon(str(tmp_path / "mine.yaml"))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadcompareError, match="not closed"):
        examined(tmp_path, "name: [x")


def test_what_is_read_is_known_again_by_name_and_content(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + "- {id: a, en: [fence]}\n", encoding="utf-8")
    lexicon, mark = read_own_lexicon(str(path))
    assert isinstance(lexicon, Lexicon)
    assert (mark.name, len(mark.sha256), mark.languages) == ("mine.yaml", 64, None)
