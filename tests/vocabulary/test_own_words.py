"""The user's own lexicons and dictionaries in a whole comparison: the file, the function, the record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dictionary_files import write_dictd
from readcompare import Comparison, compare
from readcompare.errors import ConfigurationError, ReadcompareError
from readcompare.reports.interface import Layout
from readcompare.reports.records import render
from readcompare.sources import dictionary as dictionaries

GERMAN = "Der Flusskrebs laicht. Der Schneesturm verwehte das Warenlager."
ENGLISH = "The blizzard buried the warehouse. The crayfish is spawning."
ARTICLES = [("schneesturm", "Schneesturm\nblizzard\n"), ("warenlager", "Warenlager\nwarehouse\n")]
LEXICON = """format: readcompare-lexicon/1
name: bridge
entries:
- {id: crayfish, w: 1.0, en: ["crayfish*"], de: ["flusskrebs*"]}
"""


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A folder with two texts, a lexicon, and dictionaries."""
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(LEXICON, encoding="utf-8")
    (tmp_path / "words.txt").write_text(
        "Warenlager\twarehouse; depot\nSchneesturm\tsnowstorm; blizzard\n", encoding="utf-8"
    )
    write_dictd(tmp_path, "de-en", ARTICLES)
    return tmp_path


def described(folder: Path, more: str) -> Path:
    path = folder / "call.yaml"
    path.write_text(
        f"sides:\n- {{id: a, file: a.txt, language: de}}\n- {{id: b, file: b.txt, language: en}}\n{more}",
        encoding="utf-8",
    )
    return path


def links(comparison: Comparison) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(row.a, row.b) for row in comparison.rows if row.kind.is_match}


def test_without_them_the_words_are_unknown(call: Path) -> None:
    comparison = compare(described(call, ""))
    assert links(comparison) == set()
    assert (comparison.recipe.lexicons, comparison.recipe.dictionaries) == ((), ())


@pytest.mark.parametrize(
    "dictionary", ["[de-en.index]", "[{file: words.txt, languages: deu-eng}]", "[{file: de-en.index}]"]
)
def test_a_comparison_file_names_them(call: Path, dictionary: str) -> None:
    comparison = compare(described(call, f"lexicons: [mine.yaml]\ndictionaries: {dictionary}\n"))
    assert links(comparison) == {(("A1",), ("B2",)), (("A2",), ("B1",))}
    (lexicon,), (used,) = comparison.recipe.lexicons, comparison.recipe.dictionaries
    assert (lexicon.name, lexicon.languages) == ("mine.yaml", None)
    assert used.languages == "de-en"
    assert "own lexicon mine.yaml: 1 entry for bridge" in comparison.notes
    assert any(note.endswith("(de-en) serves words that no lexicon knows") for note in comparison.notes)


def test_the_record_names_what_made_it(call: Path) -> None:
    record = json.loads(render(compare(described(call, "lexicons: [mine.yaml]\n")), Layout()))
    (mark,) = record["comparison"]["recipe"]["lexicons"]
    assert (mark["name"], len(mark["sha256"])) == ("mine.yaml", 64)


def test_the_function_takes_them(call: Path) -> None:
    assert links(
        compare(
            GERMAN,
            ENGLISH,
            languages=("de", "en"),
            lexicons=[call / "mine.yaml"],
            dictionaries=[f"{call / 'words.txt'}:de-en"],
        )
    ) == {(("A1",), ("B2",)), (("A2",), ("B1",))}
    with pytest.raises(TypeError, match="lexicons are a list of paths"):
        compare(GERMAN, ENGLISH, lexicons=str(call / "mine.yaml"))
    with pytest.raises(ReadcompareError) as caught:
        compare(GERMAN, ENGLISH, lexicons=["no.yaml"], dictionaries=["no.index", "nor.index"])
    assert len(caught.value.problems) == 3


def test_swapping_the_sides_mirrors_the_links(call: Path) -> None:
    there = compare(GERMAN, ENGLISH, languages=("de", "en"), dictionaries=[call / "de-en.index"])
    back = compare(ENGLISH, GERMAN, languages=("en", "de"), dictionaries=[call / "de-en.index"])
    mirrored = {(tuple(a.replace("B", "A") for a in b), tuple(b.replace("A", "B") for b in a)) for a, b in links(there)}
    assert links(back) == mirrored != set()


def test_a_dictionary_that_does_not_serve_is_named(call: Path) -> None:
    comparison = compare(GERMAN, ENGLISH, languages=("de", "en"), dictionaries=[f"{call / 'words.txt'}:fr-en"])
    assert any("(fr-en) does not serve" in note for note in comparison.notes)


def test_an_installed_dictionary_is_named_without_its_folder(call: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = call / "installed"
    folder.mkdir()
    write_dictd(folder, "freedict-deu-eng", ARTICLES)
    monkeypatch.setattr(dictionaries, "INSTALLED", (str(folder),))
    comparison = compare(described(call, "dictionaries: [freedict-deu-eng.index]\n"))
    assert links(comparison) == {(("A2",), ("B1",))}


@pytest.mark.parametrize(
    ("more", "column", "gist"),
    [
        ("lexicons: mine.yaml", 11, "lexicons must be a list"),
        ("lexicons: [min.yaml]", 12, "did you mean 'mine.yaml'?"),
        ("lexicons: [../mine.yaml]", 12, "outside the folder of this file"),
        ("lexicons: [/etc/mine.yaml]", 12, "not from the root"),
        ("lexicons: [3]", 12, "must be a text"),
        ("lexicons: [~]", 12, "the path of a lexicon is missing"),
        ("dictionaries: [de-en.indx]", 16, "did you mean 'de-en.index'?"),
        ("dictionaries: [../de-en.index]", 16, "outside the folder of this file"),
        ("dictionaries: [{fil: de-en.index}]", 16, "a dictionary has a `file`"),
        ("dictionaries: [{file: words.txt, languages: german}]", 45, "a pair of codes such as de-en, not 'german'"),
        ("dictionaries: [{file: words.txt, languages: de-deu}]", 45, "a pair of codes such as de-en, not 'de-deu'"),
    ],
)
def test_what_is_wrong_in_a_comparison_file_has_its_place(call: Path, more: str, column: int, gist: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        compare(described(call, more + "\n"))
    problem = caught.value.problems[0]
    assert (problem.line, problem.column) == (4, column)
    assert gist in problem.message


def test_faults_of_the_named_files_are_told_with_their_own_places(call: Path) -> None:
    (call / "mine.yaml").write_text(LEXICON.replace("crayfish*", "cray*fish"), encoding="utf-8")
    with pytest.raises(ReadcompareError, match=r"(?s)mine\.yaml:4:31: .*\n\S*words\.txt: nothing tells between"):
        compare(described(call, "lexicons: [mine.yaml]\ndictionaries: [words.txt]\n"))


def test_a_dictionary_of_debian_links_what_lexicons_do_not_know(installed: Callable[[str, str], str]) -> None:
    path = installed("mueller7.index", "mueller7-dict")
    russian = "Буран засыпал склад. Крот живёт под пекарней."
    english = "A mole lives under the bakery. The blizzard buried the warehouse."
    without = compare(russian, english, languages=("ru", "en"))
    with_it = compare(russian, english, languages=("ru", "en"), dictionaries=[path])
    assert links(without) == set()
    assert links(with_it) == {(("A1",), ("B2",)), (("A2",), ("B1",))}
